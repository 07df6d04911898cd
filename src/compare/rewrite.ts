/**
 * What was written anew. Between a rewritten paragraph and the one before it a few words are the same
 * whatever was meant: marked word by word, neither can be read. So both are read whole.
 */
import { plainOf } from './inline.ts';
import type { Run } from './model.ts';
import { shareOf } from './similar.ts';
import type { Match, Text } from './texts.ts';

/**
 * Below this share of kept words a text is a rewrite. Real notices that were edited, however much,
 * keep 0.78 and more; those written anew 0.66 and less; there is nothing in between.
 */
const REWRITE = 0.72;

/** Whether so little of a text stayed that rewritten lines are to be read whole. */
export function isRewriteOf(
  matches: readonly Match[],
  before: readonly Text[],
  after: readonly Text[],
): boolean {
  const all = sum([...before, ...after].map(sizeOf));
  const kept = sum(
    matches.map((match) => {
      const [[old], [text]] = [match.before, match.after];
      // Of what was split or merged, all the parts have something of the whole.
      return match.before.length > 1
        ? sum(match.before.map((part) => commonOf(part, text)))
        : sum(match.after.map((part) => commonOf(old, part)));
    }),
  );
  return 2 * kept < REWRITE * all;
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);

const sizeOf = ({ reading }: Text): number => reading.bag.total;

const commonOf = (old: Text | undefined, text: Text | undefined): number =>
  old && text ? (shareOf(old, text) * (sizeOf(old) + sizeOf(text))) / 2 : 0;

/** What was kept of a line, and in how many places it was changed. In characters, without spaces. */
export interface Scatter {
  places: number;
  kept: number;
  /** The share of both versions that was kept, from 0 to 1. */
  share: number;
  /** The length of the longer version. */
  length: number;
}

/** Below this share, what was kept no longer tells what either version says. */
export const LITTLE_KEPT = 0.45;
/**
 * Up to this share, a line is read whole where what was kept between two changes is on average less
 * than a line and a half of the page, so that a reader never gets through a line undisturbed. Beyond
 * it edits are light, as where a word became another one throughout: the marks say just that.
 */
export const MUCH_KEPT = 0.85;
export const SCRAP = 100;
/** Two versions of a shorter line are taken in at one glance: a heading, a cell, an item of few words. */
export const GLANCE = 60;

/** Whether a line of a rewrite is read whole. What was changed in one place reads well with marks. */
export const isReadWhole = ({ places, kept, share, length }: Scatter): boolean =>
  places > 1 && length >= GLANCE && share < (kept < SCRAP * places ? MUCH_KEPT : LITTLE_KEPT);

/** Whether nothing is left of a line that is longer than a glance: each version is shown for itself. */
export function isReplaced(runs: readonly Run[]): boolean {
  const lengths = { before: 0, both: 0, after: 0 };
  for (const { side, content } of runs) lengths[side] += plainOf(content).trim().length;
  const { before, both, after } = lengths;
  return both === 0 && before * after > 0 && Math.max(before, after) >= GLANCE;
}
