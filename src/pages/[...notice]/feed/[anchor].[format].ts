/** The texts of a section as a feed, where it has changed more than once, and its archives. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths } from 'astro';
import {
  feedFormats,
  respondWithFeed,
  type Feed,
  type FeedFormat,
} from '../../../exports/feed-formats.ts';
import { feedsOfSite } from '../../../exports/section-feeds.ts';

export const getStaticPaths = (() =>
  feedsOfSite(site).flatMap(({ notice, anchor, feeds }) =>
    [...feeds].flatMap(([number, feed]) =>
      feedFormats.map((format) => ({
        params: {
          notice: notice.id,
          anchor,
          format: number === '' ? format : `${number}.${format}`,
        },
        props: { feed, format },
      })),
    ),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed; format: FeedFormat }> = ({ props }) =>
  respondWithFeed(props.feed, props.format);
