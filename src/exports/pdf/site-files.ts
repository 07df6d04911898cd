/** A built site for a browser, without a server: its requests are answered from the files. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Route } from 'playwright-core';

/** Answers requests with the files of a site that stands below a base. */
export const fulfilFrom =
  (directory: string, base: string) =>
  (route: Route): Promise<void> => {
    const file = fileAt(directory, base, new URL(route.request().url()).pathname);
    return file === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ path: file });
  };

/** The file behind an address of the site; nothing when it has none. */
function fileAt(directory: string, base: string, pathname: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  const within = decodeURI(pathname.slice(base.length));
  const file = path.join(directory, within, /(^|\/)$/.test(within) ? 'index.html' : '');
  return file.startsWith(directory + path.sep) && existsSync(file) ? file : undefined;
}
