/** Lets a browser open a built site without a server: requests are answered from its files. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Route } from 'playwright-core';

/**
 * A handler that answers a browser's requests with the files of a built site.
 *
 * @param directory the built site, absolute
 * @param base the site's base, with a slash at both ends
 */
export const fulfilFrom =
  (directory: string, base: string) =>
  (route: Route): Promise<void> => {
    const file = fileAt(directory, base, new URL(route.request().url()).pathname);
    return file === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ path: file });
  };

/** The file for an address of the site; undefined if there is none. */
function fileAt(directory: string, base: string, pathname: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  const within = decodeURI(pathname.slice(base.length));
  const file = path.join(directory, within, /(^|\/)$/.test(within) ? 'index.html' : '');
  return file.startsWith(directory + path.sep) && existsSync(file) ? file : undefined;
}
