/**
 * The versions of a notice as a feed: Atom at `feed.xml`, JSON Feed at `feed.json`. What is too much
 * for one is in archives, `feed.1.xml` the oldest.
 */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths } from 'astro';
import {
  feedFormats,
  respondWithFeed,
  type Feed,
  type FeedFormat,
} from '../../exports/feed-formats.ts';
import { feedsOfNotice, isFollowed } from '../../exports/feeds.ts';
import { followedNotices } from '../../site/site.ts';

export const getStaticPaths = (() => {
  const followed = isFollowed(site) ? site : undefined;
  return followed
    ? followedNotices(followed, followed.built).flatMap((notice) =>
        [...feedsOfNotice(followed, notice)].flatMap(([number, feed]) =>
          feedFormats.map((format) => ({
            params: { notice: notice.id, format: number === '' ? format : `${number}.${format}` },
            props: { feed, format },
          })),
        ),
      )
    : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed; format: FeedFormat }> = ({ props }) =>
  respondWithFeed(props.feed, props.format);
