/** The pages of the site, as the list of their files: those of the package, and the project's own. */
import { existsSync, readdirSync } from 'node:fs';
import { sourceAt } from '../disk/package.ts';
import { withSlashes } from '../disk/paths.ts';
import { PAGE } from '../notices/reserved.ts';
import { INDEX_FOLDER } from '../search/table.ts';

/** What the build adds to the pages. */
const ADDED = [`${INDEX_FOLDER}/`];

/** The folder of the package's pages. In this repository, which is its own sample, the project's too. */
export const PACKAGE_PAGES = sourceAt('pages');

/**
 * The files of pages, by their path as Astro names them: `[...notice]/history/index.astro`; of what
 * the build adds, its folder: `pagefind/`.
 *
 * @param own absolute path of the project's pages that are beside the notices
 */
export const pagesOfSite = (own: string): string[] => [
  ...new Set([...packagePages(), ...pagesIn(own).flatMap(namedAsOurs), ...ADDED]),
];

/**
 * A page of the project, as ours are named: `[...id]/contact.astro` is a page of each notice. One whose
 * address is a parameter from its beginning, such as `[...slug].astro`, is left out: only the page knows
 * which addresses it has, and it must not take the names of all notices. Where a notice is too, Astro
 * ends the build.
 */
function namedAsOurs(page: string): string[] {
  const named = page.replace(/^\[\.\.\.[^\]]+\]\//, '[...notice]/');
  const isParameter = /^\[(?!\.{3}[^\]]+\]\/)[^\]]+\](?:\/|\.(?:astro|mdx?|html|[jt]s)$)/.test(
    named,
  );
  return isParameter ? [] : [named];
}

/** The files of the package's pages. MDX there is a page of the sample. */
export const packagePages = (): string[] =>
  pagesIn(PACKAGE_PAGES).filter((file) => !file.endsWith('.mdx'));

/** The files of pages in a folder, by their path within it. */
export const pagesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map(withSlashes)
        .filter((file) => /\.(?:astro|mdx?|html|[jt]s)$/.test(file) && !/(?:^|\/)_/.test(file))
    : [];

/** The addresses of pages that are of no notice: `about.mdx` is at `/about/`. */
export const addressesOfPages = (pages: readonly string[]): Set<string> =>
  new Set(
    pages
      .filter((page) => PAGE.test(page) && !page.includes('[') && page !== '404.astro')
      .map((page) => `/${page.replace(PAGE, '')}/`.replace(/\/index\/$/, '/')),
  );

/** The address that Astro gives to the file of a page: `/[...notice]/history`. */
export const routeOf = (page: string): string =>
  `/${page.replace(PAGE, '').replace(/\.[jt]s$/, '')}`.replace(/\/index$/, '') || '/';
