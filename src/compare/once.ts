/** Comparisons that are asked for more than once, each made once for as long as its documents stay. */
import type { Document } from '../document/model.ts';
import type { Facts } from '../notices/schema.ts';
import { compareDocuments, type Comparison } from './index.ts';

const comparisons = new WeakMap<object, WeakMap<object, Comparison>>();

/** What is different between two documents. */
export function compareOnce(before: Document<Facts>, after: Document<Facts>): Comparison {
  const row = comparisons.get(before) ?? new WeakMap<object, Comparison>();
  comparisons.set(before, row);
  const comparison = row.get(after) ?? compareDocuments(before, after);
  row.set(after, comparison);
  return comparison;
}
