/** Files for hosts, written beside the site's own. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { caddyfile, netlifyHeaders, nginxLocations, type HeaderRule } from '../publish/hosting.ts';

/** What the site hands over: a file of its own, which is no part of the site. */
const RULES_PAGE = 'hosting.json';

/** Writes what hosts are to send: `_headers`, and snippets for nginx and Caddy in `.hosting/`. */
export function writeHostingFiles(directory: string, base: string): void {
  const handedOver = path.join(directory, RULES_PAGE);
  const rules = JSON.parse(readFileSync(handedOver, 'utf8')) as HeaderRule[];
  rmSync(handedOver);
  writeFileSync(path.join(directory, '_headers'), netlifyHeaders(rules));
  const folder = path.join(directory, '.hosting');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'nginx.conf'), nginxLocations(base, rules));
  writeFileSync(path.join(folder, 'Caddyfile'), caddyfile(rules));
}
