/**
 * All words of the pages in Welsh.
 *
 * FOR REVIEW: written with care, and not yet read by anyone whose first language is Welsh. Whoever
 * reads it takes the files of this folder one by one, and removes this note with the last.
 */
import type { Words } from '../shape.ts';
import { announce } from './announce.ts';
import { common } from './common.ts';
import { comparison } from './comparison.ts';
import { history } from './history.ts';
import { imports } from './import.ts';
import { law } from './law.ts';
import { notice } from './notice.ts';
import { search } from './search.ts';
import { site } from './site.ts';

export const cy: Words = {
  ...common,
  site,
  notice,
  history,
  comparison,
  search,
  imports,
  law,
  announce,
};
