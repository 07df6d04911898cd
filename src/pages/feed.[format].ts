/**
 * The versions of all notices as a feed: what is too much for one is in archives. Of a site that is
 * built in parts, `noticeboard merge` makes it.
 */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths } from 'astro';
import {
  feedFormats,
  respondWithFeed,
  type Feed,
  type FeedFormat,
} from '../exports/feed-formats.ts';
import { feedsOfAll, isFollowed } from '../exports/feeds.ts';
import { followedNotices } from '../site/site.ts';

export const getStaticPaths = (() =>
  isFollowed(site) && !site.shard && followedNotices(site).length > 0
    ? [...feedsOfAll(site)].flatMap(([number, feed]) =>
        feedFormats.map((format) => ({
          params: { format: number === '' ? format : `${number}.${format}` },
          props: { feed, format },
        })),
      )
    : []) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed; format: FeedFormat }> = ({ props }) =>
  respondWithFeed(props.feed, props.format);
