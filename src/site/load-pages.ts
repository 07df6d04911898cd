/** The pages of the site, as the list of their files. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { withSlashes } from '../disk/paths.ts';
import { reservedBy, type IsReserved } from '../notices/reserved.ts';
import { INDEX_FOLDER } from '../search/table.ts';

const PAGES = path.resolve(import.meta.dirname, '../pages');

/** What the build adds to the pages. */
const ADDED = [`${INDEX_FOLDER}/`];

/**
 * Which names notices' folders cannot have, by the pages that the site has.
 *
 * @throws when the folder of pages is not there
 */
export const namesOfPages = (): IsReserved =>
  reservedBy([
    ...readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
      .map(withSlashes)
      .filter((file) => /\.(?:astro|ts)$/.test(file)),
    ...ADDED,
  ]);
