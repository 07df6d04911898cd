/** The texts of a section as a feed, where it has changed more than once. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { Feed } from '../../../exports/feed-formats.ts';
import { feedsOfSections } from '../../../exports/feeds.ts';
import { feedFormats, respondWithFeed, type FeedFormat } from '../../../exports/feed-pages.ts';
import { getFollowedNotices } from '../../../site/notices.ts';
import { locateFrom } from '../../../exports/published.ts';
import settings from '../../../site.config.ts';

export const getStaticPaths = (async () => {
  const site = settings.url === undefined ? undefined : new URL(settings.url);
  return getFollowedNotices().flatMap((notice) =>
    (site ? feedsOfSections(notice, site, locateFrom(site)) : []).flatMap((feed) =>
      feedFormats.map((format) => ({
        params: { notice: notice.id, anchor: feed.anchor, format },
        props: { feed, format },
      })),
    ),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed; format: FeedFormat }> = ({ props }) =>
  respondWithFeed(props.feed, props.format);
