/** Addresses on the site, with the base it stands under. */
import { withBase } from '../document/print.ts';

/** The base with a slash at both ends, whether or not it was given with one. */
export const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** A path from the site's root, as a link on a page: `/staff/` → `/privacy/staff/`. */
export const href = (path: string): string => withBase(path, base);

/** The whole address of a page, where the site's own is known; its path otherwise. */
export function address(path: string, site: URL | undefined): string {
  return site ? new URL(href(path), site).href : href(path);
}
