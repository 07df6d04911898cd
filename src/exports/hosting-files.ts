/** Writes files for hosts into the site. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hasCalendar } from './calendar.ts';
import { calendarPath, dpvPath, historyPath, timeMapPath } from '../site/addresses.ts';
import { comparisonPathsOf, isComparable } from '../site/comparisons.ts';
import { isPublic, neighboursOf, type Notice, type Version } from '../site/notices.ts';
import { isPart, type Site } from '../site/site.ts';
import { netlifyComparisons, type ComparisonAddresses } from './comparison-redirects.ts';
import {
  caddyfile,
  headerRules,
  netlifyHeaders,
  nginxLocations,
  type HostedVersion,
  type HeaderRule,
} from './hosting.ts';
import { netlifyRedirects } from './redirects.ts';

/**
 * Writes the headers and redirects that hosts should send: `_headers` and `_redirects`, and snippets
 * for nginx and Caddy in `.hosting/`. Lines that the project has in files of these names stay, and
 * come first: hosts follow the first redirect that fits.
 *
 * @param directory the built site; where notices are a part of a site, the whole of it
 */
export function writeHostingFiles(directory: string, site: Site): void {
  const { href, settings } = site;
  // Hosts that take the first redirect that fits must find a file before the folder that it is in.
  const redirects = settings.redirects
    .toSorted((a, b) => b.from.length - a.from.length)
    .map(({ from, to }) => ({ from: href(from), to: href(to) }));
  const rules = rulesOf(site);
  addLines(path.join(directory, '_headers'), netlifyHeaders(rules));
  const comparisons = comparisonAddresses(site);
  const { exact, patterns } = netlifyComparisons(comparisons);
  const lines = exact + netlifyRedirects(redirects) + patterns;
  addLines(path.join(directory, '_redirects'), lines);
  const folder = path.join(directory, '.hosting');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    nginxLocations(site, rules, redirects, comparisons),
  );
  writeFileSync(path.join(folder, 'Caddyfile'), caddyfile(rules, redirects, comparisons));
}

/** Writes a file, or adds to one that the project has. */
function addLines(file: string, lines: string): void {
  const own = existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : '';
  writeFileSync(file, own === '' ? lines : `${own}\n\n# Privacy notices\n${lines}`);
}

function comparisonAddresses({ base, href, notices }: Site): ComparisonAddresses {
  const comparable = notices.filter(isComparable);
  return {
    base,
    notices: comparable.map(({ id }) => id),
    pages: comparable.flatMap(comparisonPathsOf).map(href),
  };
}

/** What of a site decides its headers. */
export type HostedSite = Pick<Site, 'base' | 'outerBase' | 'href' | 'url' | 'notices'> & {
  settings: Pick<Site['settings'], 'dpv'>;
};

/** The headers for everything that the site serves. */
export function rulesOf(site: HostedSite): HeaderRule[] {
  const { base, href, settings, notices: all } = site;
  const notices = all.filter(isPublic);
  const files = notices.flatMap((notice) => [
    { path: href(timeMapPath(notice)), type: 'application/link-format' },
    ...(site.url ? notice.published.filter(hasCalendar) : []).map((version) => ({
      path: href(calendarPath(version)),
      type: 'text/calendar',
    })),
    ...(settings.dpv ? notice.published : []).map((version) => ({
      path: href(dpvPath(version)),
      type: 'application/ld+json',
    })),
  ]);
  const pages = [
    '/',
    '/search/*',
    ...notices.flatMap(({ path: notice }) => [
      notice,
      historyPath({ path: notice }),
      `${notice}on/*`,
      `${notice}compare/*`,
    ]),
  ];
  return headerRules({
    base,
    isPart: isPart(site),
    pages: pages.map(href),
    parts: notices.map(({ path: notice }) => href(`${notice}parts/`)),
    versions: notices.flatMap((notice) =>
      notice.published.map((version) => hostedVersion(notice, version, href)),
    ),
    files,
  });
}

function hostedVersion(notice: Notice, version: Version, href: Site['href']): HostedVersion {
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
}
