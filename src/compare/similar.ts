/** Texts that are alike without being equal, found by the words they share. */
import type { Bag } from './reading.ts';
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
  if (before.length * after.length === 0) return [];
  const postings = indexOf(after);
  const limit = after.length > MANY ? COMMON : Infinity;
  /** How much the text at each place shares with the one that is looked at. */
  const shared = new Float64Array(after.length);
  return before.flatMap((old) => {
    const found: number[] = [];
    eachWord(old.reading.bag, (key, weight) => {
      const posting = postings.get(key);
      if (!posting || posting.length > 2 * limit) return;
      for (let at = 0; at < posting.length; at += 2) {
        const place = posting[at] ?? 0;
        if (shared[place] === 0) found.push(place);
        shared[place] = (shared[place] ?? 0) + Math.min(weight, posting[at + 1] ?? 0);
      }
    });
    // Headings are short and much alike: what is under them tells more.
    const enough = old.isHeading ? Math.max(least, 0.6) : least;
    const pairs = found.flatMap((place) => {
      const text = after[place];
      const common = shared[place] ?? 0;
      shared[place] = 0;
      const share = text && mayMatch(old, text) ? likeness(old, text, common) : 0;
      return text && share >= enough ? [pairOf(old, text, common * share)] : [];
    });
    return pairs.sort((p, q) => q.weight - p.weight).slice(0, CANDIDATES);
  });
}

function eachWord({ words }: Bag, visit: (key: number, weight: number) => void): void {
  for (let at = 0; at < words.length; at += 2) visit(words[at] ?? 0, words[at + 1] ?? 0);
}

/** How much of two texts is the same, from 0 to 1. */
export function shareOf(a: Text, b: Text): number {
  if (a.leaf.text === b.leaf.text) return 1;
  const weights = new Map<number, number>();
  eachWord(b.reading.bag, (key, weight) => weights.set(key, weight));
  let common = 0;
  eachWord(a.reading.bag, (key, weight) => (common += Math.min(weight, weights.get(key) ?? 0)));
  return (2 * common) / (a.reading.bag.total + b.reading.bag.total || 1);
}

/** For each word the places of the texts it stands in, and how much of it there is in each. */
function indexOf(texts: readonly Text[]): Map<number, number[]> {
  const postings = new Map<number, number[]>();
  texts.forEach(({ reading }, place) => {
    eachWord(reading.bag, (key, weight) => {
      const posting = postings.get(key);
      if (posting) posting.push(place, weight);
      else postings.set(key, [place, weight]);
    });
  });
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
  const some = a.reading.bag.total;
  const others = b.reading.bag.total;
  const share = (2 * common) / (some + others);
  const [part, whole] = some < others ? [a, b] : [b, a];
  if (common < 0.7 * Math.min(some, others) || share > 0.6) return share;
  return part.leaf.table || holds(whole, part) ? Math.max(share, 0.4) : share;
}
