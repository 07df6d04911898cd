/**
 * Which words of two lines are the same. Not the longest common subsequence, which keeps every
 * comma and "the" two texts share and leaves a reader with confetti, but the reading that costs
 * least: marked characters, and so much for every place where marks begin.
 */
import { heaviestChain, type Pair } from './chain.ts';
import type { Token } from './tokens.ts';

/** A kept token: its number in the line before and in the line after. */
export type Kept = readonly [before: number, after: number];

/**
 * What one more place to look at costs, in characters. Words between two changes are kept when
 * marking them on both sides would cost more than this.
 */
const PLACE = 14;
/** The most cells of one table; more is cut at words that occur once. */
const CELLS = 400_000;

/** The tokens that two texts have in common, read in the way that costs least. In order. */
export function keptTokens(before: readonly Token[], after: readonly Token[]): Kept[] {
  const kept: Kept[] = [];
  let end = 0;
  const shorter = Math.min(before.length, after.length);
  while (kept.length < shorter && before[kept.length]?.key === after[kept.length]?.key) {
    kept.push([kept.length, kept.length]);
  }
  const start = kept.length;
  while (end < shorter - start && before.at(-1 - end)?.key === after.at(-1 - end)?.key) end += 1;
  keepBetween(kept, before, after, [start, before.length - end], [start, after.length - end]);
  for (; end > 0; end -= 1) kept.push([before.length - end, after.length - end]);
  return withoutScraps(kept, before, after);
}

/** Below this share of common characters, a sentence with several changes is replaced whole. */
const LITTLE = 0.4;
const MANY = 3;
/** Below this share, one with fewer changes is as well. */
const NEXT_TO_NOTHING = 0.2;

/** Lets go of what is kept in sentences that were written anew: a few words here and there. */
function withoutScraps(
  kept: readonly Kept[],
  before: readonly Token[],
  after: readonly Token[],
): Kept[] {
  const result: Kept[] = [];
  let first = 0;
  for (let at = 0; at < after.length;) {
    let end = at + 1;
    while (end < after.length && !endsSentence(after, end - 1)) end += 1;
    let last = first;
    while (last < kept.length && (kept[last]?.[1] ?? 0) < end) last += 1;
    const inside = kept.slice(first, last);
    const from = (kept[first - 1]?.[0] ?? -1) + 1;
    const to = kept[last]?.[0] ?? before.length;
    if (!isWrittenAnew(inside, before.slice(from, to), after.slice(at, end), from, at)) {
      for (const pair of inside) result.push(pair);
    }
    first = last;
    at = end;
  }
  return result;
}

function isWrittenAnew(
  kept: readonly Kept[],
  before: readonly Token[],
  after: readonly Token[],
  fromBefore: number,
  fromAfter: number,
): boolean {
  let places = 0;
  let [b, a] = [fromBefore - 1, fromAfter - 1];
  let common = 0;
  for (const [nextB, nextA] of [
    ...kept,
    [fromBefore + before.length, fromAfter + after.length] as const,
  ]) {
    if (nextB > b + 1 || nextA > a + 1) places += 1;
    common += after[nextA - fromAfter]?.weight ?? 0;
    [b, a] = [nextB, nextA];
  }
  const share = (2 * common) / (weightOf(before) + weightOf(after));
  return places > 1 && share < (places < MANY ? NEXT_TO_NOTHING : LITTLE);
}

const weightOf = (tokens: readonly Token[]): number =>
  tokens.reduce((sum, { weight }) => sum + weight, 0);

/** Whether a sentence ends with a token: a full stop or the like, and a space after it. */
function endsSentence(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  return token?.ends === true && next !== undefined && next.start > token.end;
}

type Range = readonly [from: number, to: number];

/** Adds what is kept of a stretch to what is kept before it. */
function keepBetween(
  kept: Kept[],
  before: readonly Token[],
  after: readonly Token[],
  [b0, b1]: Range,
  [a0, a1]: Range,
): void {
  // Pairs are put in one by one: a long line has more than a call takes as arguments.
  if ((b1 - b0) * (a1 - a0) <= CELLS) {
    const pairs = cheapest(before.slice(b0, b1), after.slice(a0, a1));
    for (const [b, a] of pairs) kept.push([b0 + b, a0 + a]);
    return;
  }
  const anchors = uniqueRuns(before, after, [b0, b1], [a0, a1]);
  if (anchors.length === 0) return;
  let [b, a] = [b0, a0];
  for (const pair of [...anchors, [b1, a1] as const]) {
    keepBetween(kept, before, after, [b, pair[0]], [a, pair[1]]);
    if (pair[0] < b1) kept.push(pair);
    [b, a] = [pair[0] + 1, pair[1] + 1];
  }
}

/** Tokens that with the two after them occur once on each side, in the same order. */
function uniqueRuns(
  before: readonly Token[],
  after: readonly Token[],
  [b0, b1]: Range,
  [a0, a1]: Range,
): Kept[] {
  const once = (tokens: readonly Token[], from: number, to: number): Map<string, number> => {
    const places = new Map<string, number>();
    for (let i = from; i + 2 < to; i += 1) {
      const run = `${tokens[i]?.key} ${tokens[i + 1]?.key} ${tokens[i + 2]?.key}`;
      places.set(run, places.has(run) ? -1 : i);
    }
    return places;
  };
  const inAfter = once(after, a0, a1);
  const pairs: Pair[] = [];
  for (const [run, b] of once(before, b0, b1)) {
    const a = inAfter.get(run) ?? -1;
    if (b >= 0 && a >= 0) pairs.push({ before: b, after: a, weight: 1 });
  }
  return heaviestChain(pairs).map(({ before: b, after: a }) => [b, a]);
}

const FROM_KEPT = 1;
const FROM_BEFORE = 2;
const OPENED = 4;

/**
 * The cheapest reading, cell by cell, as one aligns sequences with a price for opening a gap.
 * Each cell has two costs: that of ending in kept words, and that of ending within a change.
 */
function cheapest(before: readonly Token[], after: readonly Token[]): Kept[] {
  const width = after.length + 1;
  const weights = Float64Array.from(after, ({ weight }) => weight);
  const keys = Int32Array.from(after, ({ key }) => key);
  // The edges are kept text, or the ends of a line: a change beside them opens a place as well.
  let kept = new Float64Array(width).fill(Infinity);
  let changed = new Float64Array(width).fill(Infinity);
  const trace = new Uint8Array((before.length + 1) * width);
  kept[0] = 0;
  // The first row: every word so far is put in, by one change.
  trace[1] = OPENED;
  weights.reduce((cost, weight, index) => (changed[index + 1] = cost + weight), PLACE);
  let row = 0;
  for (const { key, weight } of before) {
    row += width;
    const nextKept = new Float64Array(width).fill(Infinity);
    const nextChanged = new Float64Array(width);
    for (let a = 0; a < width; a += 1) {
      let step = 0;
      if (a > 0 && keys[a - 1] === key) {
        const fromKept = kept[a - 1] ?? 0;
        const fromChanged = changed[a - 1] ?? 0;
        if (fromKept <= fromChanged) step = FROM_KEPT;
        nextKept[a] = Math.min(fromKept, fromChanged);
      }
      // A word taken away, within a change or opening one; then a word put in.
      let cost = (changed[a] ?? 0) + weight;
      let how = FROM_BEFORE;
      const opening = (kept[a] ?? 0) + weight + PLACE;
      if (opening < cost) {
        cost = opening;
        how = FROM_BEFORE | OPENED;
      }
      if (a > 0) {
        const put = weights[a - 1] ?? 0;
        const within = (nextChanged[a - 1] ?? 0) + put;
        const openingPut = (nextKept[a - 1] ?? 0) + put + PLACE;
        if (within < cost) {
          cost = within;
          how = 0;
        }
        if (openingPut < cost) {
          cost = openingPut;
          how = OPENED;
        }
      }
      nextChanged[a] = cost;
      trace[row + a] = step | how;
    }
    kept = nextKept;
    changed = nextChanged;
  }
  const a = after.length;
  return walkBack(trace, before.length, a, (kept[a] ?? 0) <= (changed[a] ?? 0));
}

/** Reads the steps of the cheapest reading from its last cell, which is at `b` and `a`, back. */
function walkBack(trace: Uint8Array, b: number, a: number, inKept: boolean): Kept[] {
  const result: Kept[] = [];
  const width = a + 1;
  while (b > 0 || a > 0) {
    const step = trace[b * width + a] ?? 0;
    if (inKept) {
      b -= 1;
      a -= 1;
      result.push([b, a]);
      inKept = (step & FROM_KEPT) !== 0;
    } else {
      inKept = (step & OPENED) !== 0;
      if (step & FROM_BEFORE) b -= 1;
      else a -= 1;
    }
  }
  return result.reverse();
}
