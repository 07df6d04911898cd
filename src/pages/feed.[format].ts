/** The versions of all notices as a feed. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths } from 'astro';
import { feedFormats, respondWithFeed, type FeedFormat } from '../exports/feed-formats.ts';
import { feedOfSite, isFollowed } from '../exports/feeds.ts';
import { followedNotices } from '../site/site.ts';

export const getStaticPaths = (() =>
  followedNotices(site).length > 0
    ? feedFormats.map((format) => ({ params: { format }, props: { format } }))
    : []) satisfies GetStaticPaths;

export const GET: APIRoute<{ format: FeedFormat }> = ({ props }) =>
  respondWithFeed(isFollowed(site) ? feedOfSite(site) : undefined, props.format);
