/**
 * Which words of two lines are the same. Not the longest common subsequence, which keeps every
 * comma and "the" two texts share and leaves a reader with confetti, but the reading that costs
 * least: marked characters, and so much for every place where marks begin.
 */
import { heaviestChain, type Pair } from './chain.ts';
import type { Scatter } from './rewrite.ts';
import { IS_STOP, type Tokens } from './tokens.ts';

/**
 * What one more place to look at costs, in characters. Words between two changes are kept when
 * marking them on both sides would cost more than this.
 */
const PLACE = 14;
/** The most cells of one table; more is cut at words that occur once. */
const CELLS = 400_000;

/** What is kept: for each token after, the number of the token before that it is, or -1. */
export type Partners = Int32Array;
type Range = readonly [from: number, to: number];

/** The tokens that two texts have in common, read in the way that costs least. */
export function partnersOf(before: Tokens, after: Tokens): Partners {
  const partners = new Int32Array(after.length).fill(-1);
  let b = before.length;
  let a = after.length;
  let start = 0;
  while (start < b && start < a && before.key(start) === after.key(start)) {
    partners[start] = start;
    start += 1;
  }
  while (b > start && a > start && before.key(b - 1) === after.key(a - 1)) {
    b -= 1;
    a -= 1;
    partners[a] = b;
  }
  keepBetween(partners, before, after, [start, b], [start, a]);
  dropScraps(partners, before, after);
  return partners;
}

/** Below this share of common characters, a sentence with several changes is replaced whole. */
const LITTLE = 0.4;
const MANY = 3;
/** Below this share, one with fewer changes is as well. */
const NEXT_TO_NOTHING = 0.2;

/** Lets go of what is kept in sentences that were written anew: a few words here and there. */
function dropScraps(partners: Partners, before: Tokens, after: Tokens): void {
  let from = 0;
  let next = 0;
  for (let at = 0; at < after.length;) {
    let end = at + 1;
    while (end < after.length && !endsSentence(after, end - 1)) end += 1;
    // The words before that are between what is kept on both sides of the sentence.
    next = Math.max(next, end);
    while ((partners[next] ?? 0) < 0) next += 1;
    const isAnew = isWrittenAnew(
      partners,
      before,
      after,
      [from, partners[next] ?? before.length],
      [at, end],
    );
    for (; at < end; at += 1) {
      const partner = partners[at] ?? -1;
      if (partner >= 0) from = partner + 1;
      if (isAnew) partners[at] = -1;
    }
  }
}

function isWrittenAnew(
  partners: Partners,
  before: Tokens,
  after: Tokens,
  old: Range,
  now: Range,
): boolean {
  const { places, share } = scatterOf(partners, before, after, old, now);
  return places > 1 && share < (places < MANY ? NEXT_TO_NOTHING : LITTLE);
}

/** What is kept of a stretch, and in how many places it was changed. */
export function scatterOf(
  partners: Partners,
  before: Tokens,
  after: Tokens,
  old: Range = [0, before.length],
  now: Range = [0, after.length],
): Scatter {
  let places = 0;
  let [b] = old;
  let [a] = now;
  let common = 0;
  for (let at = a; at < now[1]; at += 1) {
    const partner = partners[at] ?? -1;
    if (partner < 0) continue;
    if (partner > b || at > a) places += 1;
    common += after.weight(at);
    b = partner + 1;
    a = at + 1;
  }
  if (old[1] > b || now[1] > a) places += 1;
  const weights = [weightOf(before, old), weightOf(after, now)] as const;
  const share = (2 * common) / (weights[0] + weights[1]);
  return { places, kept: common, share, length: Math.max(...weights) };
}

function weightOf(tokens: Tokens, [from, to]: Range): number {
  let weight = 0;
  for (let at = from; at < to; at += 1) weight += tokens.weight(at);
  return weight;
}

/** Whether a sentence ends with a token: a full stop or the like, and a space after it. */
const endsSentence = (tokens: Tokens, at: number): boolean =>
  tokens.kind(at) === IS_STOP && at + 1 < tokens.length && tokens.start(at + 1) > tokens.end(at);

/** Finds what is kept of a stretch. */
function keepBetween(
  partners: Partners,
  before: Tokens,
  after: Tokens,
  [b0, b1]: Range,
  [a0, a1]: Range,
): void {
  const cells = (b1 - b0) * (a1 - a0);
  if (cells === 0) return;
  if (cells <= CELLS) {
    keepCheapest(partners, before, after, [b0, b1], [a0, a1]);
    return;
  }
  const anchors = uniqueRuns(before, after, [b0, b1], [a0, a1]);
  if (anchors.length === 0) return;
  let b = b0;
  let a = a0;
  for (const pair of [...anchors, { before: b1, after: a1 }]) {
    keepBetween(partners, before, after, [b, pair.before], [a, pair.after]);
    if (pair.before < b1) partners[pair.after] = pair.before;
    b = pair.before + 1;
    a = pair.after + 1;
  }
}

/** Tokens that with the two after them occur once on each side, in the same order. */
function uniqueRuns(before: Tokens, after: Tokens, inBefore: Range, inAfter: Range): Pair[] {
  const once = (tokens: Tokens, [from, to]: Range): Map<string, number> => {
    const places = new Map<string, number>();
    for (let i = from; i + 2 < to; i += 1) {
      const run = `${tokens.key(i)} ${tokens.key(i + 1)} ${tokens.key(i + 2)}`;
      places.set(run, places.has(run) ? -1 : i);
    }
    return places;
  };
  const places = once(after, inAfter);
  const pairs: Pair[] = [];
  for (const [run, b] of once(before, inBefore)) {
    const a = places.get(run) ?? -1;
    if (b >= 0 && a >= 0) pairs.push({ before: b, after: a, weight: 1 });
  }
  return heaviestChain(pairs);
}

const FROM_KEPT = 1;
const FROM_BEFORE = 2;
const OPENED = 4;

/** No reading costs so much. */
const NEVER = 1e9;

/**
 * For each word after, from the first cell's on: what it costs so far to end in kept words, and
 * to end within a change; its key and its weight. Made once and used again, as are the steps.
 */
const kept: number[] = [];
const changed: number[] = [];
const keys: number[] = [];
const weights: number[] = [];
const trace = new Uint8Array(2 * CELLS + 2);

/**
 * The cheapest reading, cell by cell, as one aligns sequences with a price for opening a gap.
 * Each cell has two costs: that of ending in kept words, and that of ending within a change.
 */
function keepCheapest(
  partners: Partners,
  before: Tokens,
  after: Tokens,
  [b0, b1]: Range,
  [a0, a1]: Range,
): void {
  const width = a1 - a0 + 1;
  // The edges are kept text, or the ends of a line: a change beside them opens a place as well.
  kept[0] = weights[0] = 0;
  changed[0] = NEVER;
  keys[0] = -1;
  // The first row: every word so far is put in, by one change.
  for (let a = 1, cost = PLACE; a < width; a += 1) {
    keys[a] = after.key(a0 + a - 1);
    cost += weights[a] = after.weight(a0 + a - 1);
    kept[a] = NEVER;
    changed[a] = cost;
    trace[a] = a === 1 ? OPENED : 0;
  }
  let cell = width;
  for (let b = b0; b < b1; b += 1) {
    const key = before.key(b);
    const weight = before.weight(b);
    // What is to the left in the row above, and in this one.
    let aboveKept = NEVER;
    let aboveChanged = NEVER;
    let nowKept = NEVER;
    let cost = NEVER;
    for (let a = 0; a < width; a += 1, cell += 1) {
      const oldKept = kept[a] as number;
      const oldChanged = changed[a] as number;
      const put = weights[a] as number;
      // A word put in, within a change or opening one; or else one taken away.
      const opening = nowKept + put + PLACE;
      let how = 0;
      cost += put;
      if (opening < cost) {
        cost = opening;
        how = OPENED;
      }
      const taking = oldChanged + weight;
      const openingOld = oldKept + weight + PLACE;
      if (Math.min(taking, openingOld) <= cost) {
        cost = Math.min(taking, openingOld);
        how = openingOld < taking ? FROM_BEFORE | OPENED : FROM_BEFORE;
      }
      nowKept = NEVER;
      if (keys[a] === key) {
        nowKept = Math.min(aboveKept, aboveChanged);
        if (aboveKept <= aboveChanged) how |= FROM_KEPT;
      }
      trace[cell] = how;
      aboveKept = oldKept;
      aboveChanged = oldChanged;
      kept[a] = nowKept;
      changed[a] = cost;
    }
  }
  walkBack(partners, [b0, b1], [a0, a1], (kept[width - 1] ?? 0) <= (changed[width - 1] ?? 0));
}

/** Reads the steps of the cheapest reading back from its last cell. */
function walkBack(partners: Partners, [b0, b1]: Range, [a0, a1]: Range, isKept: boolean): void {
  const width = a1 - a0 + 1;
  for (let b = b1 - b0, a = a1 - a0, inKept = isKept; b > 0 || a > 0;) {
    const step = trace[b * width + a] ?? 0;
    if (inKept) {
      b -= 1;
      a -= 1;
      partners[a0 + a] = b0 + b;
      inKept = (step & FROM_KEPT) !== 0;
    } else {
      inKept = (step & OPENED) !== 0;
      if (step & FROM_BEFORE) b -= 1;
      else a -= 1;
    }
  }
}
