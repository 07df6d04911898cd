/** The versions of a notice as a feed: Atom at `feed.xml`, JSON Feed at `feed.json`. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { feedOfNotice } from '../../exports/feeds.ts';
import { feedFormats, respondWithFeed, type FeedFormat } from '../../exports/feed-pages.ts';
import { getFollowedNotices, type Notice } from '../../site/notices.ts';
import { locateFrom } from '../../exports/published.ts';

export const getStaticPaths = (async () =>
  getFollowedNotices().flatMap((notice) =>
    feedFormats.map((format) => ({
      params: { notice: notice.id, format },
      props: { notice, format },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ notice: Notice; format: FeedFormat }> = ({ props, site }) =>
  respondWithFeed(site && feedOfNotice(props.notice, site, locateFrom(site)), props.format);
