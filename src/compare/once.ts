/** Comparisons that are asked for several times in a row, each made once. */
import type { Document } from '../document/model.ts';
import type { Facts } from '../notices/schema.ts';
import type { Comparison } from './index.ts';
import { compareVersions } from './versions.ts';

interface Made {
  before: Document<Facts>;
  after: Document<Facts>;
  comparison: Comparison;
}

/** So many are kept: with all of them, memory would grow with every pair of a site. */
const KEPT = 3;
const recent: Made[] = [];

/** What is different between two documents. */
export function compareOnce(before: Document<Facts>, after: Document<Facts>): Comparison {
  const known = recent.findIndex((made) => made.before === before && made.after === after);
  const [made = { before, after, comparison: compareVersions(before, after) }] =
    known === -1 ? [] : recent.splice(known, 1);
  recent.unshift(made);
  recent.length = Math.min(recent.length, KEPT);
  return made.comparison;
}
