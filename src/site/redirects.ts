/** The setting `redirects`: its schema, and what else an address would take from the site. */
import { z } from 'zod';
import type { IsReserved } from '../notices/reserved.ts';

/** A path to a folder from the site's root, of characters that mean nothing in the files of any host. */
const FOLDER = String.raw`\/((?!\.{1,2}\/)[\w.~-]+\/)*`;

/** The name of a file, with an ending: `privacy.html`. */
const FILE = String.raw`[\w~-][\w.~-]*\.\w+`;

/** Whether a path is that of a folder, which moves with everything below it, and not of one file. */
export const isFolder = (path: string): boolean => path.endsWith('/');

/** Whether a path is all of the site, or begins with a name that no notice can have. */
const isOfTheSite = (path: string): boolean => /^\/(?:$|[._])/.test(path);

const movedFrom = z
  .string()
  .regex(
    new RegExp(`^${FOLDER}(?:${FILE})?$`),
    'must be a path from the root to a folder, such as "/old/customers/", or to a file, such as "/privacy.html", ' +
      'of unaccented letters, digits and . _ ~ -',
  )
  .refine((path) => !isOfTheSite(path), { error: 'is an address that the site uses itself' });

const movedTo = z
  .string()
  .regex(
    new RegExp(String.raw`^(https:\/\/[\w.-]+(:\d+)?)?${FOLDER}(?:${FILE})?$`),
    'must be a path from the root or a web address, and end with a slash or the name of a file',
  );

const redirect = z
  .strictObject({ from: movedFrom, to: movedTo })
  .refine(({ from, to }) => isFolder(to) || !isFolder(from), {
    error: 'is one file, and from a folder with everything below it; end it with a slash',
    path: ['to'],
  })
  .refine(({ from, to }) => (isFolder(from) ? !to.startsWith(from) : to !== from), {
    error: 'is from or below it, so it would redirect for ever',
    path: ['to'],
  });

export const redirects = z
  .array(redirect)
  .refine((all) => new Set(all.map(({ from }) => from)).size === all.length, {
    error: 'have the same from twice',
  });

/**
 * Whether the site has pages or files of its own where a redirect would begin.
 *
 * @param from the redirect's `from`
 * @param addresses the addresses of all pages, without the base
 * @param isReserved whether a name, at the top of the site or in a notice, is that of a page
 */
export function isTaken(
  from: string,
  addresses: ReadonlySet<string>,
  isReserved: IsReserved,
): boolean {
  if (isReserved(from.split('/')[1] ?? '')) return true;
  if (isFolder(from)) return [...addresses].some((page) => page.startsWith(from));
  const names = from.split('/');
  return names.some((name, index) => {
    const folder = `${names.slice(0, index).join('/')}/`;
    return index > 1 && addresses.has(folder) && (isReserved(name) || name === 'index.html');
  });
}
