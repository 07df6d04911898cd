/** The texts of a section as a feed, where it has changed more than once. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { Feed } from '../../../publish/feeds.ts';
import { feedsOfSections } from '../../../site/feeds.ts';
import { feedFormats, respondWithFeed, type FeedFormat } from '../../../site/feed-pages.ts';
import { getFollowedNotices } from '../../../site/notices.ts';
import { locateFrom } from '../../../site/published.ts';
import settings from '../../../site.config.ts';

export const getStaticPaths = (async () => {
  const site = settings.url === undefined ? undefined : new URL(settings.url);
  return (await getFollowedNotices()).flatMap((notice) =>
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
