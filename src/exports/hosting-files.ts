/** Files for hosts, written beside the site's own. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withBase } from '../document/print.ts';
import {
  caddyfile,
  netlifyHeaders,
  netlifyRedirects,
  nginxLocations,
  type HeaderRule,
  type Redirect,
} from './hosting.ts';

/** What the site hands over: a file of its own, which is no part of the site. */
const RULES_PAGE = 'hosting.json';

/**
 * Writes what hosts are to send: `_headers` and `_redirects`, and snippets for nginx and Caddy in
 * `.hosting/`.
 *
 * @param moved addresses that moved, without the base
 */
export function writeHostingFiles(
  directory: string,
  base: string,
  moved: readonly Redirect[],
): void {
  const redirects = moved.map(({ from, to }) => ({
    from: withBase(from, base),
    to: withBase(to, base),
  }));
  const handedOver = path.join(directory, RULES_PAGE);
  const rules = JSON.parse(readFileSync(handedOver, 'utf8')) as HeaderRule[];
  rmSync(handedOver);
  writeFileSync(path.join(directory, '_headers'), netlifyHeaders(rules));
  writeFileSync(path.join(directory, '_redirects'), netlifyRedirects(redirects));
  const folder = path.join(directory, '.hosting');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'nginx.conf'), nginxLocations(base, rules, redirects));
  writeFileSync(path.join(folder, 'Caddyfile'), caddyfile(rules, redirects));
}
