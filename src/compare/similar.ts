/** Texts that are alike without being equal, found by the words they share. */
import { holds, pairOf, type Text, type TextPair } from './texts.ts';

/** A word that stands in more texts than this tells them apart no more, where there are many. */
const COMMON = 30;
const MANY = 120;
/** The most candidates for one text. */
const CANDIDATES = 8;

/**
 * Pairs of texts that share at least so much of their words, weighted by what they share.
 * Headings are like headings alone, tables like tables.
 *
 * @param least the share, from 0 to 1
 */
export function similarPairs(
  before: readonly Text[],
  after: readonly Text[],
  least: number,
): TextPair[] {
  const postings = indexOf(after);
  const limit = after.length > MANY ? COMMON : Infinity;
  return before.flatMap((old) => {
    const shared = new Map<Text, number>();
    for (const [key, weight] of old.bag.weights) {
      const posting = postings.get(key) ?? [];
      if (posting.length > limit) continue;
      for (const text of posting) {
        const common = Math.min(weight, text.bag.weights.get(key) ?? 0);
        shared.set(text, (shared.get(text) ?? 0) + common);
      }
    }
    return [...shared]
      .flatMap(([text, common]) => {
        const share = mayMatch(old, text) ? likeness(old, text, common) : 0;
        // Headings are short and much alike: what is under them tells more.
        const enough = old.isHeading ? Math.max(least, 0.6) : least;
        return share >= enough ? [pairOf(old, text, common * share)] : [];
      })
      .sort((p, q) => q.weight - p.weight)
      .slice(0, CANDIDATES);
  });
}

/** How much of two texts is the same, from 0 to 1. */
export function shareOf(a: Text, b: Text): number {
  if (a.leaf.text === b.leaf.text) return 1;
  let common = 0;
  for (const [key, weight] of a.bag.weights)
    common += Math.min(weight, b.bag.weights.get(key) ?? 0);
  return (2 * common) / (a.bag.total + b.bag.total || 1);
}

function indexOf(texts: readonly Text[]): Map<number, Text[]> {
  const postings = new Map<number, Text[]>();
  for (const text of texts) {
    for (const key of text.bag.weights.keys()) {
      const posting = postings.get(key);
      if (posting) posting.push(text);
      else postings.set(key, [text]);
    }
  }
  return postings;
}

/** Whether two texts can be one that was edited: of the same sort, and with words at all. */
export const mayMatch = (a: Text, b: Text): boolean =>
  a.isHeading === b.isHeading && !a.leaf.table === !b.leaf.table && a.length * b.length > 0;

/**
 * How much of two texts is the same, from 0 to 1. A text that goes on where it ended before, or
 * of which much was taken away, is like itself, and so is a table with other rows.
 */
function likeness(a: Text, b: Text, common: number): number {
  const share = (2 * common) / (a.bag.total + b.bag.total);
  const [part, whole] = a.bag.total < b.bag.total ? [a, b] : [b, a];
  if (common < 0.7 * part.bag.total || share > 0.6) return share;
  return part.leaf.table || holds(whole, part) ? Math.max(share, 0.4) : share;
}
