/** All words of the pages in English. The words of notices are never here. */
import { announce } from './announce.ts';
import { common } from './common.ts';
import { comparison } from './comparison.ts';
import { history } from './history.ts';
import { imports } from './import.ts';
import { law } from './law.ts';
import { notice } from './notice.ts';
import { search } from './search.ts';
import { site } from './site.ts';

export const en = {
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
