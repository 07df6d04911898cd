/** Texts that are alike without being equal, found by the words they share. */
import type { Pair } from './chain.ts';
import { holds, type Text } from './texts.ts';

/** A word that stands in more texts than this tells them apart no more, where there are many. */
const COMMON = 60;
const MANY = 120;

/**
 * Pairs of texts that share at least so much of their words, weighted by what they share.
 * Headings are like headings alone, tables like tables.
 *
 * @param least the share, from 0 to 1
 */
export function similarPairs(
  before: readonly (readonly [place: number, text: Text])[],
  after: readonly (readonly [place: number, text: Text])[],
  least: number,
): Pair[] {
  const postings = indexOf(after);
  const shared = new Float64Array(after.length);
  const limit = after.length > MANY ? COMMON : Infinity;
  return before.flatMap(([place, text]) => {
    const touched: number[] = [];
    for (const [key, weight] of text.bag.weights) {
      const posting = postings.get(key);
      if (!posting || posting.length > limit) continue;
      for (const [index, other] of posting) {
        if (shared[index] === 0) touched.push(index);
        shared[index] = (shared[index] ?? 0) + Math.min(weight, other);
      }
    }
    const pairs: Pair[] = [];
    for (const index of touched) {
      const [otherPlace, other] = after[index] ?? [];
      const common = shared[index] ?? 0;
      shared[index] = 0;
      if (otherPlace === undefined || !other || !mayMatch(text, other)) continue;
      const share = likeness(text, other, common);
      // Headings are short and much alike: what is under them tells more.
      if (share >= (text.isHeading ? Math.max(least, 0.6) : least))
        pairs.push({ before: place, after: otherPlace, weight: common * share });
    }
    return pairs.length > 8 ? pairs.sort((p, q) => q.weight - p.weight).slice(0, 8) : pairs;
  });
}

function indexOf(
  texts: readonly (readonly [place: number, text: Text])[],
): Map<number, [index: number, weight: number][]> {
  const postings = new Map<number, [number, number][]>();
  texts.forEach(([, text], index) => {
    for (const [key, weight] of text.bag.weights) {
      const posting = postings.get(key);
      if (posting) posting.push([index, weight]);
      else postings.set(key, [[index, weight]]);
    }
  });
  return postings;
}

/** Whether two texts can be one that was edited: of the same sort, and with words at all. */
export const mayMatch = (a: Text, b: Text): boolean =>
  a.isHeading === b.isHeading &&
  (a.leaf.kind === 'table') === (b.leaf.kind === 'table') &&
  a.hasWords &&
  b.hasWords;

/**
 * How much of two texts is the same, from 0 to 1. A text that goes on where it ended before, or
 * of which much was taken away, is like itself, and so is a table with other rows.
 */
function likeness(a: Text, b: Text, common: number): number {
  const share = (2 * common) / (a.bag.total + b.bag.total);
  const [part, whole] = a.bag.total < b.bag.total ? [a, b] : [b, a];
  if (common < 0.7 * part.bag.total || share > 0.6) return share;
  const isWithin = part.leaf.kind === 'table' || holds(whole, part);
  return isWithin ? Math.max(share, 0.4) : share;
}
