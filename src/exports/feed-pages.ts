/** Feeds as files of the site. */
import { atomOf, jsonFeedOf, type Feed } from './feed-formats.ts';

/** The endings of the two formats. */
export const feedFormats = ['xml', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];

export function respondWithFeed(feed: Feed | undefined, format: FeedFormat): Response {
  if (!feed) return new Response(null, { status: 404 });
  return format === 'xml'
    ? new Response(atomOf(feed), {
        headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
      })
    : new Response(jsonFeedOf(feed), {
        headers: { 'content-type': 'application/feed+json; charset=utf-8' },
      });
}
