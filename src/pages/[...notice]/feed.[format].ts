/** The versions of a notice as a feed: Atom at `feed.xml`, JSON Feed at `feed.json`. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths } from 'astro';
import { feedFormats, respondWithFeed, type FeedFormat } from '../../exports/feed-formats.ts';
import { feedOfNotice, isFollowed } from '../../exports/feeds.ts';
import type { Notice } from '../../site/notices.ts';
import { followedNotices } from '../../site/site.ts';

export const getStaticPaths = (() =>
  followedNotices(site).flatMap((notice) =>
    feedFormats.map((format) => ({
      params: { notice: notice.id, format },
      props: { notice, format },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ notice: Notice; format: FeedFormat }> = ({ props }) =>
  respondWithFeed(isFollowed(site) ? feedOfNotice(site, props.notice) : undefined, props.format);
