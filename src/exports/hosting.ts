/**
 * The headers that a host should send with the files of the site: how long they may be cached, who
 * may frame them, and for versions when they were published and where the other versions are.
 */

import {
  caddyComparisons,
  NGINX_FALLBACK,
  nginxComparisons,
  type ComparisonAddresses,
} from './comparison-redirects.ts';
import { caddyRedirects, nginxIndexRedirects, nginxRedirects, type Redirect } from './redirects.ts';

/** Headers, and the files they are sent with. */
export interface HeaderRule {
  /** A path from the site's root with its base. `*` at the end matches anything. */
  path: string;
  headers: Readonly<Record<string, string>>;
}

/** A version, as its headers describe it. Addresses are absolute, or paths from the root with the base. */
export interface HostedVersion {
  path: string;
  /** The notice's own address. */
  original: string;
  history: string;
  timeMap: string;
  previous?: string | undefined;
  next?: string | undefined;
  /** The day it was first published. */
  published: string;
}

/** A year, for files that never change at their address. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'public, max-age=0, must-revalidate';

/** Sent with every response. Each page has its own policy for scripts and styles. */
const EVERYWHERE = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;

/** Sent with pages: nobody may frame them, and a cache must ask again. */
const PAGE = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cache-Control': ASK_AGAIN,
} as const;

/** Sent with single sections, which are meant to be framed and fetched. */
const PART = {
  'Content-Security-Policy': 'frame-ancestors *',
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': ASK_AGAIN,
} as const;

export interface Hosted {
  /** The site's base, with a slash at both ends. */
  base: string;
  /** Whether notices are a part of a site, whose makers say how long its other files are kept. */
  isPart?: boolean;
  /** Paths of pages, from the root with the base; with `*` at the end for all pages below. */
  pages: readonly string[];
  parts: readonly string[];
  versions: readonly HostedVersion[];
  /** Files whose media type hosts do not know by their ending. */
  files: readonly { path: string; type: string }[];
}

/**
 * The rules for a site. Hosts join the values of a header that several rules set, so two rules that
 * match the same path never set the same header. Cloudflare Pages reads only the first hundred rules,
 * so the most important come first.
 */
export const headerRules = ({
  base,
  isPart = false,
  pages,
  parts,
  versions,
  files,
}: Hosted): HeaderRule[] => [
  { path: `${base}*`, headers: EVERYWHERE },
  ...(isPart ? [] : [{ path: `${base}_astro/*`, headers: { 'Cache-Control': FOR_EVER } }]),
  ...parts.map((path) => ({ path: `${path}*`, headers: PART })),
  ...pages.map((path) => ({ path, headers: PAGE })),
  ...files.map(({ path, type }) => ({ path, headers: { 'Content-Type': type } })),
  ...versions.map((version) => ({
    path: version.path,
    headers: { ...PAGE, ...mementoOf(version) },
  })),
];

/** All headers of a path, from the most general rule to its own. */
export const headersFor = (rules: readonly HeaderRule[], path: string): Record<string, string> =>
  Object.assign(
    {},
    ...rules
      .filter((rule) =>
        rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path,
      )
      .map(({ headers }) => headers),
  ) as Record<string, string>;

/** RFC 7089 and RFC 5829: when this version was published, and where the others are. */
function mementoOf(version: HostedVersion): Record<string, string> {
  const { path, original, history, timeMap: map, previous, next, published } = version;
  const links = [
    [original, 'original latest-version'],
    [history, 'version-history'],
    [map, 'timemap'],
    [path, 'memento'],
    ...(previous ? [[previous, 'predecessor-version']] : []),
    ...(next ? [[next, 'successor-version']] : []),
  ];
  return {
    'Memento-Datetime': instantOf(published),
    Link: links.map(([address, rel]) => `<${address}>; rel="${rel}"`).join(', '),
  };
}

/** The first moment of a day, as HTTP writes it. */
const instantOf = (day: string): string => new Date(`${day}T00:00:00Z`).toUTCString();

/** A TimeMap in the format of RFC 6690: the notice, this list, and each version with its day. */
export function timeMap(
  original: string,
  self: string,
  versions: readonly { url: string; published: string }[],
): string {
  const inTime = versions.toSorted((a, b) => (a.published < b.published ? -1 : 1));
  const mementos = inTime.map(({ url, published }, index) => {
    const place = [
      ...(index === 0 ? ['first'] : []),
      ...(index === inTime.length - 1 ? ['last'] : []),
      'memento',
    ];
    return `<${url}>; rel="${place.join(' ')}"; datetime="${instantOf(published)}"`;
  });
  const links = [
    `<${original}>; rel="original"`,
    `<${self}>; rel="self"; type="application/link-format"`,
    ...mementos,
  ];
  return `${links.join(',\n')}\n`;
}

/** The content of `_headers` for Netlify and Cloudflare Pages. */
export const netlifyHeaders = (rules: readonly HeaderRule[]): string =>
  rules
    .map(({ path, headers }) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
      return [path, ...lines].join('\n');
    })
    .join('\n\n') + '\n';

/** All headers of a path: the general ones, and those that replace or add to them. */
const merged = (rules: readonly HeaderRule[], { path, headers }: HeaderRule) => {
  const general = rules.filter(
    (rule) =>
      rule.path.endsWith('*') && path.startsWith(rule.path.slice(0, -1)) && rule.path !== path,
  );
  return Object.assign({}, ...general.map((rule) => rule.headers), headers) as Record<
    string,
    string
  >;
};

/**
 * Locations for nginx. `add_header` in a location replaces all of those outside it, so each location
 * has every header.
 */
export function nginxLocations(
  { base, outerBase = base }: { base: string; outerBase?: string },
  rules: readonly HeaderRule[],
  redirects: readonly Redirect[],
  comparisons: Pick<ComparisonAddresses, 'notices'> = { notices: [] },
): string {
  const { notices } = comparisons;
  const folders = new Set(notices.map((id) => `${base}${id}/compare/*`));
  const quoted = (value: string): string =>
    `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  const blocks = rules.map((rule) => {
    const isPrefix = rule.path.endsWith('*');
    const where = isPrefix ? `^~ ${rule.path.slice(0, -1)}` : `= ${rule.path}`;
    const lines = Object.entries(merged(rules, rule)).map(([name, value]) =>
      name === 'Content-Type'
        ? `  types {} default_type ${value};`
        : `  add_header ${name} ${quoted(value)} always;`,
    );
    // A page is the index file of its folder, which nginx would look for at another address.
    const isPage = rule.path.endsWith('/');
    const file = isPage
      ? `  try_files ${rule.path}index.html =404;`
      : `  try_files $uri $uri/index.html ${folders.has(rule.path) ? NGINX_FALLBACK : '=404'};`;
    const location = [`location ${where} {`, file, ...lines, '}'].join('\n');
    // Each page has one address: at another one its own headers would not be sent.
    return isPage && rule.path !== '/'
      ? `location = ${rule.path.slice(0, -1)} {\n  return 301 ${rule.path}$is_args$args;\n}\n${location}`
      : location;
  });
  const head = [
    '# Include this in a server whose root holds the site at its base.',
    // Of a site that notices are a part of, these are for its makers to say.
    ...(base === outerBase
      ? [
          'charset utf-8;',
          'charset_types text/plain text/css application/json application/xml application/javascript;',
          `error_page 404 ${base}404.html;`,
        ]
      : []),
    ...nginxIndexRedirects(redirects),
    `if ($request_uri ~ "^(${base === outerBase ? '[^?]*/' : `${base}(?:[^?]*/)?`})index\\.html") {\n  return 301 $1;\n}`,
    // Files for hosts are not served.
    ...['^~ /.hosting/', '= /_headers', '= /_redirects', '= /.noticeboard'].map(
      (where) => `location ${where.replace('/', outerBase)} {\n  return 404;\n}`,
    ),
  ].join('\n');
  return `${[head, ...blocks, ...nginxRedirects(redirects), ...nginxComparisons(base, notices)].join('\n\n')}\n`;
}

/** The same rules and redirects for Caddy. */
export function caddyfile(
  rules: readonly HeaderRule[],
  redirects: readonly Redirect[],
  comparisons: ComparisonAddresses | undefined = undefined,
): string {
  const blocks = rules.map((rule, index) => {
    const lines = Object.entries(rule.headers).map(
      ([name, value]) => `\theader @r${index} ${name} \`${value}\``,
    );
    return [`\t@r${index} path ${rule.path}`, ...lines].join('\n');
  });
  blocks.push(...caddyRedirects(redirects));
  if (comparisons) blocks.push(...caddyComparisons(comparisons));
  return `# Import this file above the site's block, and write "import privacy_notices" in the block.\n(privacy_notices) {\n${blocks.join('\n')}\n}\n`;
}
