/** The versions of all notices as a feed. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { feedOfSite } from '../exports/feeds.ts';
import { feedFormats, respondWithFeed, type FeedFormat } from '../exports/feed-pages.ts';
import { getFollowedNotices } from '../site/notices.ts';
import { locateFrom } from '../exports/published.ts';

export const getStaticPaths = (async () =>
  getFollowedNotices().length > 0
    ? feedFormats.map((format) => ({ params: { format }, props: { format } }))
    : []) satisfies GetStaticPaths;

export const GET: APIRoute<{ format: FeedFormat }> = async ({ props, site }) =>
  respondWithFeed(site && feedOfSite(getFollowedNotices(), site, locateFrom(site)), props.format);
