/**
 * Redirects of comparisons that have no page: from `…/compare/<from>/<to>/`, which may have been a
 * page once, to the free comparison of the same two versions; and from side by side with whichever
 * version is current to the same in one text. A page that exists comes first.
 */

/** One version's name, as regular expressions of all hosts have it. */
const NAME = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9](?:-[0-9]+)?';

/** One part of an address that a pattern found, as a host writes it: folder, first and second version. */
type Found = (part: 1 | 2 | 3) => string;

/** What follows the folder of comparisons in an address without a page, and where that leads. */
const RULES: readonly { pattern: string; target: (found: Found) => string }[] = [
  { pattern: `(${NAME})/(${NAME})/?`, target: (found) => freeOf(found, '') },
  {
    pattern: `(${NAME})/(${NAME})/side-by-side/?`,
    target: (found) => freeOf(found, '&view=side-by-side'),
  },
  // Which version is current changes from day to day. That page has the link.
  {
    pattern: `(${NAME})/current/side-by-side/?`,
    target: (found) => `${found(1)}/${found(2)}/current/`,
  },
];

const freeOf = (found: Found, view: string): string =>
  `${found(1)}/?from=${found(2)}&to=${found(3)}${view}`;

/** The addresses of comparisons as a regular expression: their folder, and the versions. */
const patternOf = (base: string, pattern: string): string =>
  `^(${base.replaceAll('.', '\\.')}(?:.+/)?compare)/${pattern}$`;

export interface ComparisonAddresses {
  /** The site's base, with a slash at both ends. */
  base: string;
  /** The ids of notices that have comparisons: `acme/customers`. */
  notices: readonly string[];
  /** The addresses of comparisons that have a page, with the base. */
  pages: readonly string[];
}

/** Cloudflare reads so many rules without a pattern, and those of the publisher are among them. */
const MOST_EXACT = 1900;

/**
 * Lines for Netlify and Cloudflare Pages: `exact` are to come before all others, `patterns` last.
 *
 * Netlify serves a page that exists before it looks at patterns. Cloudflare follows a redirect
 * whether or not there is a page, so each page is first led to itself: it looks at exact rules
 * before patterns, and applies one rule alone. Where there are more pages than it reads rules, there
 * are none at all, and the 404 page leads to the comparison.
 */
export function netlifyComparisons({ base, notices, pages }: ComparisonAddresses): {
  exact: string;
  patterns: string;
} {
  const pairs = pages.filter((page) => !/\/current\//.test(page));
  if (notices.length === 0 || pairs.length > MOST_EXACT) return { exact: '', patterns: '' };
  const depths = [...new Set(notices.map((id) => id.split('/').length))].toSorted();
  const folders = depths.map((depth) => {
    const parts = Array.from({ length: depth }, (_, index) => `:part${index + 1}`);
    return `${base}${parts.join('/')}/compare/`;
  });
  const itself = (path: string): string => `${path} ${path} 200\n`;
  const patterns = [
    ...folders.flatMap((folder) => {
      const current = `${folder}:from/current/`;
      return [itself(current), `${current}side-by-side/ ${current} 301\n`];
    }),
    ...folders.flatMap((folder) => {
      const free = `${folder}?from=:from&to=:to`;
      return [
        `${folder}:from/:to/ ${free} 301\n`,
        `${folder}:from/:to/side-by-side/ ${free}&view=side-by-side 301\n`,
      ];
    }),
  ];
  return { exact: pairs.map(itself).join(''), patterns: patterns.join('') };
}

/** The name of the location for nginx that comparisons without a page fall back to. */
export const NGINX_FALLBACK = '@comparison';

/** That location. */
export function nginxComparisons(base: string, notices: readonly string[]): string[] {
  if (notices.length === 0) return [];
  const rewrites = RULES.map(
    ({ pattern, target }) =>
      `  rewrite "${patternOf(base, pattern)}" ${target((part) => `$${part}`)}? permanent;\n`,
  );
  return [`location ${NGINX_FALLBACK} {\n${rewrites.join('')}  return 404;\n}`];
}

/** Lines for Caddy. */
export function caddyComparisons({ base, notices }: ComparisonAddresses): string[] {
  if (notices.length === 0) return [];
  return RULES.map(({ pattern, target }, index) =>
    [
      `\t@compared${index} {`,
      '\t\tnot file {path} {path}/index.html',
      `\t\tpath_regexp compared ${patternOf(base, pattern)}`,
      '\t}',
      `\tredir @compared${index} ${target((part) => `{re.compared.${part}}`)} permanent`,
    ].join('\n'),
  );
}
