/** Why a sentence is not in a notice: what the steps of an import say about pieces with its words. */
import type { Code } from './codes.ts';
import type { Imported, Line, Piece, Verdict } from './model.ts';
import { sentencesOf } from '../document/sentences.ts';
import { squeeze } from './tokens.ts';

/** What steps say of words: each saying explains one sentence. */
interface Saying {
  at: Line;
  code: Code;
  isUsed: boolean;
}

/** Sayings of the same words. */
interface Sayings {
  all: Saying[];
  /** All before this one are used. */
  first: number;
}

/** What the steps of an import said. */
export interface Explanations {
  /** Why a sentence was dropped; asked for once for each sentence. */
  ofDropped: (text: string, at: Line) => Code | undefined;
  /** Whether somebody has to say if it belongs to the notice. */
  isAsked: (text: string, at: Line) => boolean;
  /** The code of a change that tells of these words. */
  ofChanged: (text: string) => Code | undefined;
  /** The code of a change that left these words out, which may stand elsewhere in another form. */
  ofRemoved: (text: string) => Code | undefined;
  /** Whether a step says that it belongs to the notice. */
  isKept: (text: string) => boolean;
}

/** A few words that somebody asks about stand in other sentences too. */
const SHORTEST = 25;

/** How many letters are looked at or compared for sentences that were cut in another way. */
const SEARCHED = 400_000_000;

/** Reads what the steps said, so that it can be asked for by sentence. */
export function explanationsOf({ verdicts, changes }: Imported): Explanations {
  const dropped = sayingsOf(verdicts.filter(({ is }) => is === 'drop'));
  const asked = sayingsOf(verdicts.filter(({ is }) => is === 'ask'));
  const kept = new Set(
    verdicts
      .filter(({ is }) => is !== 'drop')
      .flatMap(({ piece }) => linesOfPiece(piece).flatMap(sentencesOf).map(squeeze)),
  );
  const changed = new Map<string, Code>();
  const removed = new Map<string, Code>();
  for (const { code, from, to } of changes) {
    const texts = [from, ...from.split('\n').flatMap((line) => sentencesOf(line))];
    for (const key of texts.map(squeeze)) {
      changed.set(key, code);
      if (to === '') removed.set(key, code);
    }
  }
  return {
    ofDropped: dropped.codeOf,
    isAsked: (text, at) => asked.codeOf(text, at, SHORTEST) !== undefined,
    ofChanged: (text) => changed.get(squeeze(text)),
    ofRemoved: (text) => removed.get(squeeze(text)),
    isKept: (text) => kept.has(squeeze(text)),
  };
}

/** The sayings of verdicts by sentence, and as one text for sentences that their reader cut otherwise. */
function sayingsOf(verdicts: readonly Verdict[]): {
  codeOf: (text: string, at: Line, shortest?: number) => Code | undefined;
} {
  const bySentence = new Map<string, Sayings>();
  for (const { piece, code = 'unsure' } of verdicts) {
    for (const sentence of linesOfPiece(piece).flatMap(sentencesOf)) {
      const key = squeeze(sentence);
      const sayings = bySentence.get(key) ?? { all: [], first: 0 };
      sayings.all.push({ at: piece.at, code, isUsed: false });
      bySentence.set(key, sayings);
    }
  }
  let whole: Whole | undefined;
  return {
    codeOf: (text, at, shortest = 1) => {
      const key = squeeze(text);
      const sayings = bySentence.get(key);
      // As often as something was said of these words, and no oftener.
      if (sayings) {
        const saying = nearest(sayings, at);
        if (saying) saying.isUsed = true;
        return saying?.code;
      }
      if (key.length < shortest) return undefined;
      whole ??= wholeOf(verdicts);
      return searched(whole, key);
    },
  };
}

/** The words of pieces as one text without white space. */
interface Whole {
  text: string;
  /** Where pieces begin in it, and why they were dropped. */
  starts: { start: number; code: Code }[];
  /** Where words and signs begin in it: 1. */
  words: Uint8Array;
  /** How many letters may still be looked through. */
  left: number;
}

function wholeOf(verdicts: readonly Verdict[]): Whole {
  const starts: Whole['starts'] = [];
  const parts: string[] = [];
  const words: number[] = [];
  let length = 0;
  for (const { piece, code = 'unsure' } of verdicts) {
    starts.push({ start: length, code });
    const text = linesOfPiece(piece).join('\n');
    for (const word of text.match(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? []) {
      const part = squeeze(word);
      if (part !== '') words.push(length);
      parts.push(part);
      length += part.length;
    }
    parts.push('\n');
    words.push(length);
    length += 1;
  }
  const isStart = new Uint8Array(length + 1);
  for (const start of words) isStart[start] = 1;
  return { text: parts.join(''), starts, words: isStart, left: SEARCHED };
}

/** So many letters of a key are searched for; engines search for longer ones in quadratic time. */
const HEAD = 200;

/**
 * Why the piece was dropped in which these words stand beside each other, and are whole words. Returns
 * undefined if they do not, or if `SEARCHED` is used up: each letter looked at or compared counts.
 */
function searched(whole: Whole, key: string): Code | undefined {
  const { text, words, starts } = whole;
  const head = key.slice(0, HEAD);
  let at = key === '' ? -1 : 0;
  while (at >= 0 && whole.left > 0) {
    const found = text.indexOf(head, at);
    whole.left -= (found < 0 ? text.length : found + head.length) - at;
    if (found < 0) return undefined;
    if (words[found] === 1 && words[found + key.length] === 1) {
      whole.left -= key.length;
      const beside = text.slice(found, found + key.length);
      if (beside === key) return lastBefore(starts, found)?.code;
    }
    at = words.indexOf(1, found + 1);
    whole.left -= Math.max(0, at - found);
  }
  return undefined;
}

/** So many of the same words are compared by where they stand. */
const COMPARED = 500;

/** The saying that is not used yet and stands nearest. Few have the same words, or all are alike. */
function nearest(sayings: Sayings, at: Line): Saying | undefined {
  const { all } = sayings;
  while (all[sayings.first]?.isUsed) sayings.first += 1;
  let best: Saying | undefined;
  for (const saying of all.slice(sayings.first, sayings.first + COMPARED)) {
    if (saying.isUsed) continue;
    if (!best || Math.abs(saying.at - at) < Math.abs(best.at - at)) best = saying;
  }
  return best;
}

function lastBefore<T extends { start: number }>(starts: readonly T[], at: number): T | undefined {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return starts[low - 1];
}

/** The lines of a piece; of a table, those of its cells. */
function linesOfPiece(piece: Piece): string[] {
  if (piece.type === 'table') {
    return piece.rows.flatMap((row) => row.flatMap(({ pieces }) => pieces.flatMap(linesOfPiece)));
  }
  return piece.runs
    .map(({ text }) => text)
    .join('')
    .split('\n');
}
