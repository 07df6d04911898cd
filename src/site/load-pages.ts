/** The pages of the site, as the list of their files. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { withSlashes } from '../disk/paths.ts';
import { PAGE } from '../notices/reserved.ts';
import { INDEX_FOLDER } from '../search/table.ts';

/** What the build adds to the pages. */
const ADDED = [`${INDEX_FOLDER}/`];

/**
 * The files of pages, by their path as Astro names them: `[...notice]/history/index.astro`; of what
 * the build adds, its folder: `pagefind/`.
 *
 * @param root absolute path of the project
 * @throws when it has no folder of pages
 */
export const pagesOfProject = (root: string): string[] => [
  ...readdirSync(path.join(root, 'src', 'pages'), { recursive: true, encoding: 'utf8' })
    .map(withSlashes)
    .filter((file) => /\.(?:astro|mdx?|html|ts)$/.test(file)),
  ...ADDED,
];

/** The addresses of pages that are of no notice: `about.mdx` is at `/about/`. */
export const addressesOfPages = (pages: readonly string[]): Set<string> =>
  new Set(
    pages
      .filter((page) => PAGE.test(page) && !page.includes('[') && page !== '404.astro')
      .map((page) => `/${page.replace(PAGE, '')}/`.replace(/\/index\/$/, '/')),
  );
