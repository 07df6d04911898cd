/** Names that a folder of notices cannot have: a page stands at that address already. */
import { DRAFT } from './names.ts';

/** Whether a name, as a part of the path of a notice's folder, is that of a page. */
export type IsReserved = (name: string) => boolean;

/**
 * Reads off the files of pages which names they take, at the top of the site and within a notice.
 * A folder at either place may be called so at no depth: each part of its path is a place where
 * another notice may stand.
 *
 * @param pages the files of pages by their path, as Astro names them:
 *   `[...notice]/history/index.astro`; of a folder that holds other files, `pagefind/`
 */
export function reservedBy(pages: readonly string[]): IsReserved {
  // Hosts may not tell capitals from small letters.
  const pattern = new RegExp(`^(?:${pages.flatMap(namesOf).join('|')})$`, 'i');
  return (name) => pattern.test(name);
}

/** What the address of a page begins with, as regular expressions. */
function namesOf(page: string): string[] {
  const [first = '', ...rest] = page.replace(/^\[\.\.\.notice\]\//, '').split('/');
  if (rest.length > 0) return [patternOf(first)];
  // An endpoint is named for the file that it writes, and a page for its folder.
  if (!PAGE.test(first)) return [patternOf(first.replace(/\.[jt]s$/, ''))];
  const name = first.replace(PAGE, '');
  const file = patternOf(`${name}.html`);
  return name === 'index' ? [file] : [patternOf(name), file];
}

/** The ending of a file that is a page, and not an endpoint. */
export const PAGE = /\.(?:astro|mdx?|html)$/;

/** `feed.[format]` is `feed.` and anything; `[version]` stands for days, and for files named for one. */
const patternOf = (name: string): string =>
  name
    .split(/(\[[^\]]+\])/)
    .map((part) => PARAMETERS[part] ?? (part.startsWith('[') ? '.+' : escapeForPattern(part)))
    .join('');

/** Words as a regular expression that means just them. */
const escapeForPattern = (words: string): string =>
  words.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);

const PARAMETERS: Record<string, string> = {
  '[version]': String.raw`(?:\d{4}-\d{2}-\d{2}(?:-\d+)?|${DRAFT})(?:\..+)?`,
};
