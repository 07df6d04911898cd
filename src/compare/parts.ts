/** Text that was split or merged: which parts are of which whole. */
import { holds, type Match, type Text } from './texts.ts';
import { countWords } from './tokens.ts';

/** The most pairs of texts that are looked at one by one. */
const MANY_PAIRS = 20_000;

export type Version = 'before' | 'after';
export type Versions = Readonly<Record<Version, readonly Text[]>>;

/** The stretch between two neighbouring matches: what is free in it, and the matches. */
export interface Gap extends Versions {
  left: Match | undefined;
  right: Match | undefined;
}

export const isFree = ({ match }: Text): boolean => match === undefined;

export function join(before: Text[], after: Text[]): void {
  const match = { before, after };
  for (const text of [...before, ...after]) text.match = match;
}

/** Joins parts of split and merged text to the whole they came of. */
export function joinParts(gaps: readonly Gap[]): void {
  for (const gap of gaps) {
    for (const [match, step] of [
      [gap.left, 1],
      [gap.right, -1],
    ] as const) {
      if (!match) continue;
      takeParts(match, 'after', gap.after, step);
      takeParts(match, 'before', gap.before, step);
    }
    joinWholes(gap, 'before', 'after');
    joinWholes(gap, 'after', 'before');
  }
}

/** Takes into a match what stands beside it and is a part of its whole. */
function takeParts(match: Match, side: Version, free: readonly Text[], step: 1 | -1): void {
  const parts = match[side];
  const others = match[side === 'after' ? 'before' : 'after'];
  const [whole] = others;
  const [first] = parts;
  if (!whole || !first || others.length > 1 || whole.leaf.text === first.leaf.text) return;
  if (!isProse(whole) || !isProse(first)) return;
  for (const part of step === 1 ? free : free.toReversed()) {
    const edge = step === 1 ? parts.at(-1) : parts[0];
    if (part.place !== (edge?.place ?? 0) + step || !isFree(part) || !isProse(part)) return;
    const held = parts.reduce((sum, { length }) => sum + length, 0);
    const isElsewhere =
      first.length >= part.length && holds(first, part) && whole.length < held + 0.9 * part.length;
    if (!holds(whole, part) || isElsewhere) return;
    if (step === 1) parts.push(part);
    else parts.unshift(part);
    part.match = match;
  }
}

/** Finds wholes of which nothing was matched, and all their parts in the same gap. */
function joinWholes(gap: Gap, side: Version, other: Version): void {
  // So much text without one match is another text, and each would be held against each.
  if (gap.before.length * gap.after.length > MANY_PAIRS) return;
  for (const whole of gap[side]) {
    if (!isFree(whole) || !isProse(whole) || countWords(whole.leaf.text) < 6) continue;
    const parts = longestRun(gap[other].filter(isFree), whole);
    if (parts.length === 0) continue;
    if (side === 'before') join([whole], parts);
    else join(parts, [whole]);
  }
}

const isProse = ({ leaf, isHeading, length }: Text): boolean =>
  length > 0 && !isHeading && !leaf.table;

/**
 * The texts that follow each other and hold the most of a whole: at least three tenths of it.
 * Among the parts there may be a line or two that is new.
 */
function longestRun(texts: readonly Text[], whole: Text): Text[] {
  let best: Text[] = [];
  let most = 0.3 * whole.length;
  let run: Text[] = [];
  let length = 0;
  let last = -1;
  for (const part of texts) {
    const isBroken = part.place !== (run.at(-1)?.place ?? -1) + 1 || part.place - last > 3;
    if (isBroken || !isProse(part)) {
      run = [];
      length = 0;
    }
    const isPart = isProse(part) && holds(whole, part);
    if (!isPart && run.length === 0) continue;
    run.push(part);
    if (!isPart) continue;
    last = part.place;
    length += part.length;
    if (length >= most) {
      most = length;
      best = [...run];
    }
  }
  return best;
}
