/** The versions of all notices as a feed: what is too much for one is in archives. */
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
  isFollowed(site) && followedNotices(site).length > 0
    ? [...feedsOfAll(site)].flatMap(([number, feed]) =>
        feedFormats.map((format) => ({
          params: { format: number === '' ? format : `${number}.${format}` },
          props: { feed, format },
        })),
      )
    : []) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed; format: FeedFormat }> = ({ props }) =>
  respondWithFeed(props.feed, props.format);
