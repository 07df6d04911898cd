/** Redirects of addresses that moved, in the language of each host. */
import { isFolder } from '../site/redirects.ts';

/**
 * An address that moved, and the new one: of a folder, which ends with a slash, with everything below
 * it; of a file, such as `/privacy.html`, that one address.
 */
export interface Redirect {
  from: string;
  to: string;
}

const isIndex = ({ from }: Redirect): boolean => from.endsWith('/index.html');

/** A path as a regular expression, with its dots escaped. */
const asPattern = (path: string): string => path.replaceAll('.', '\\.');

/** The content of `_redirects` for Netlify and Cloudflare Pages. */
export const netlifyRedirects = (redirects: readonly Redirect[]): string =>
  redirects
    .map((each) =>
      isFolder(each.from)
        ? `${each.from}* ${each.to}:splat 301\n`
        : `${each.from} ${each.to} 301\n`,
    )
    .join('');

/** Locations for nginx. An exact one comes before any pattern, such as that of a server for PHP. */
export const nginxRedirects = (redirects: readonly Redirect[]): string[] =>
  redirects.map((each) => {
    const { from, to } = each;
    if (!isFolder(each.from)) return `location = ${from} {\n  return 301 ${to};\n}`;
    return (
      `location = ${from.slice(0, -1)} {\n  return 301 ${to};\n}\n` +
      `location ^~ ${from} {\n  rewrite ^${asPattern(from)}(.*)$ ${to}$1 permanent;\n}`
    );
  });

/**
 * Conditions for nginx that redirect a former index.html. They must come before the condition that
 * leads from any index.html to its folder, which is read before all locations.
 */
export const nginxIndexRedirects = (redirects: readonly Redirect[]): string[] =>
  redirects
    .filter(isIndex)
    .map(
      ({ from, to }) =>
        `if ($request_uri ~ "^${asPattern(from)}(?:\\?|$)") {\n  return 301 ${to};\n}`,
    );

/** Lines for Caddy. */
export const caddyRedirects = (redirects: readonly Redirect[]): string[] =>
  redirects.map((each, index) => {
    const { from, to } = each;
    const name = `@moved${index}`;
    const [pattern, target] = isFolder(each.from)
      ? [`${asPattern(from.slice(0, -1))}(?:/(.*))?`, `${to}{re.moved.1}`]
      : [asPattern(from), to];
    return `\t${name} path_regexp moved ^${pattern}$\n\tredir ${name} ${target} permanent`;
  });
