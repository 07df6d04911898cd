/**
 * What a host should send with the files of the site: for how long they may be kept, who may frame
 * them, and for versions when they were published and where the others are.
 */

/** A header, and the files that it goes with. */
export interface HeaderRule {
  /** A path from the site's root with its base; `*` at its end stands for anything. */
  path: string;
  headers: Readonly<Record<string, string>>;
}

/** A version as its headers tell of it: addresses are whole, or from the root with the base. */
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

/** A year: what does not change at its address. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'public, max-age=0, must-revalidate';

/** On every answer. Scripts and styles are told of in each page itself. */
const EVERYWHERE = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;

/** On pages: nobody frames them, and nobody keeps them without asking again. */
const PAGE = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cache-Control': ASK_AGAIN,
} as const;

/** On sections by themselves, which are made to be framed and fetched. */
const PART = {
  'Content-Security-Policy': 'frame-ancestors *',
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': ASK_AGAIN,
} as const;

export interface Hosted {
  /** The site's, with a slash at both ends. */
  base: string;
  /** Paths of pages, from the root with the base; with `*` at the end of all below. */
  pages: readonly string[];
  parts: readonly string[];
  versions: readonly HostedVersion[];
}

/**
 * The rules. Hosts join what several rules say of one header, so no two that match a path name
 * the same.
 */
export const headerRules = ({ base, pages, parts, versions }: Hosted): HeaderRule[] => [
  { path: `${base}*`, headers: EVERYWHERE },
  { path: `${base}_astro/*`, headers: { 'Cache-Control': FOR_EVER } },
  ...pages.map((path) => ({ path, headers: PAGE })),
  ...parts.map((path) => ({ path: `${path}*`, headers: PART })),
  ...versions.map((version) => ({
    path: version.path,
    headers: { ...PAGE, ...mementoOf(version) },
  })),
];

/** RFC 7089 and RFC 5829: when this was published, and where the others are. */
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

/** A TimeMap in the form of RFC 6690: the notice, this list, and each version with its day. */
export function timeMap(
  original: string,
  self: string,
  versions: readonly { url: string; published: string }[],
): string {
  const mementos = versions.map(({ url, published }, index) => {
    const place = [
      ...(index === 0 ? ['first'] : []),
      ...(index === versions.length - 1 ? ['last'] : []),
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

/** An address that moved, and where everything below it stands now. */
export interface Redirect {
  from: string;
  to: string;
}

/** `_redirects` of Netlify and Cloudflare Pages. */
export const netlifyRedirects = (redirects: readonly Redirect[]): string =>
  redirects.map(({ from, to }) => `${from}* ${to}:splat 301\n`).join('');

/** `_headers` of Netlify and Cloudflare Pages. */
export const netlifyHeaders = (rules: readonly HeaderRule[]): string =>
  rules
    .map(({ path, headers }) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
      return [path, ...lines].join('\n');
    })
    .join('\n\n') + '\n';

/** Everything a path is sent with: the general headers, and those that replace or add to them. */
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
 * Locations for nginx. `add_header` in a location replaces all of those around it, so each has
 * every header.
 */
export function nginxLocations(
  base: string,
  rules: readonly HeaderRule[],
  redirects: readonly Redirect[],
): string {
  const quoted = (value: string): string =>
    `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  const blocks = rules.map((rule) => {
    const isPrefix = rule.path.endsWith('*');
    const where = isPrefix ? `^~ ${rule.path.slice(0, -1)}` : `= ${rule.path}`;
    const lines = Object.entries(merged(rules, rule)).map(
      ([name, value]) => `  add_header ${name} ${quoted(value)} always;`,
    );
    // A page by itself is the index of its folder, which nginx looks for under another address.
    const file = isPrefix
      ? '  try_files $uri $uri/index.html =404;'
      : `  try_files ${rule.path}index.html =404;`;
    return [`location ${where} {`, file, ...lines, '}'].join('\n');
  });
  const moved = redirects.map(
    ({ from, to }) =>
      `location ^~ ${from} {\n  rewrite ^${asPattern(from)}(.*)$ ${to}$1 permanent;\n}`,
  );
  return `# Include this in a server whose root holds the site at its base.\nerror_page 404 ${base}404.html;\n\n${[...blocks, ...moved].join('\n\n')}\n`;
}

/** A path as a regular expression: dots mean dots. */
const asPattern = (path: string): string => path.replaceAll('.', '\\.');

/** The same for Caddy. */
export function caddyfile(rules: readonly HeaderRule[], redirects: readonly Redirect[]): string {
  const blocks = rules.map((rule, index) => {
    const lines = Object.entries(rule.headers).map(
      ([name, value]) => `\theader @r${index} ${name} \`${value}\``,
    );
    return [`\t@r${index} path ${rule.path}`, ...lines].join('\n');
  });
  for (const { from, to } of redirects) {
    const name = `@moved${blocks.length}`;
    blocks.push(
      `\t${name} path_regexp moved ^${asPattern(from)}(.*)$\n\tredir ${name} ${to}{re.moved.1} permanent`,
    );
  }
  return `# Import this into the site's block, after root and file_server.\n(privacy_notices) {\n${blocks.join('\n')}\n}\n`;
}
