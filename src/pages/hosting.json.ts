/** What hosts are to be told, handed over to the build, which takes this file away again. */
import type { APIRoute } from 'astro';
import { dpvPath, historyPath, timeMapPath } from '../site/addresses.ts';
import { headerRules } from '../exports/hosting.ts';
import siteSettings from '../site.config.ts';
import { base, href } from '../site/links.ts';
import { isPublic, getNotices, neighboursOf } from '../site/notices.ts';

export const GET: APIRoute = async () => {
  const notices = getNotices().filter(isPublic);
  const versions = notices.flatMap((notice) =>
    notice.versions.map((version) => {
      const { previous, next } = neighboursOf(notice, version);
      return {
        path: href(version.path),
        original: href(notice.path),
        history: href(historyPath(notice)),
        timeMap: href(timeMapPath(notice)),
        previous: previous && href(previous.path),
        next: next && next.status !== 'draft' ? href(next.path) : undefined,
        published: version.facts.published,
      };
    }),
  );
  const parts = notices.map(({ path }) => href(`${path}parts/`));
  const files = notices.flatMap((notice) => [
    { path: href(timeMapPath(notice)), type: 'application/link-format' },
    ...(siteSettings.dpv ? notice.versions : []).map((version) => ({
      path: href(dpvPath(version)),
      type: 'application/ld+json',
    })),
  ]);
  const pages = [
    '/',
    '/search/*',
    ...notices.flatMap(({ path }) => [
      path,
      historyPath({ path }),
      `${path}on/*`,
      `${path}compare/*`,
    ]),
  ].map(href);
  return Response.json(headerRules({ base, pages, parts, versions, files }));
};
