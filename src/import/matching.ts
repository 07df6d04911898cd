/**
 * Finds where the words of a notice are from: first in the order in which they stand, then, for what
 * is left, anywhere in the source. A stretch that is found elsewhere has to be a whole sentence or
 * several words, so that a word that was put in is never taken for one of a menu.
 */
import { align, type Row } from './align.ts';
import type { Book } from './tokens.ts';

/** A stretch of words that belong together: a sentence. */
export interface Span {
  start: number;
  end: number;
}

export interface Matching {
  book: Book;
  source: Int32Array;
  notice: Int32Array;
  /** Sentences of the source and of the notice. */
  sourceSpans: readonly Span[];
  noticeSpans: readonly Span[];
  /** For each word of the source whether it is never seen on the page: 1, or 2 for a title, which is no text. */
  isUnseen: Uint8Array;
}

/** For each word of the notice its place in the source, or -1; and the reverse, or -2 for words of a title. */
export interface Matched {
  from: Int32Array;
  to: Int32Array;
  /** For each word of the notice whether it has other letters in the source. */
  isNear: Uint8Array;
}

/** So many words found elsewhere are no accident. */
const ENOUGH = 5;
const ROUNDS = 8;
/** How far beside what was found the rest of a sentence may stand. */
const NEAR = 3;

/** Finds for each word of a notice where it is from. */
export function match(matching: Matching): Matched {
  const { source, notice, isUnseen } = matching;
  const matched: Matched = {
    from: new Int32Array(notice.length).fill(-1),
    to: Int32Array.from(isUnseen, (kind) => (kind === 2 ? -2 : -1)),
    isNear: new Uint8Array(notice.length),
  };
  const seen = indexesWhere(source.length, (index) => isUnseen[index] === 0);
  const all = indexesWhere(notice.length, () => true);
  alignSome(matching, matched, { from: seen, to: all, isFolded: false, isFirst: true });
  matchMoved(matching, matched);
  for (const isFolded of [false, true]) {
    for (let round = 0; round < ROUNDS; round += 1) {
      const from = indexesWhere(source.length, (index) => matched.to[index] === -1);
      const to = indexesWhere(notice.length, (index) => matched.from[index] === -1);
      if (to.length === 0 || from.length === 0) break;
      if (alignSome(matching, matched, { from, to, isFolded, isFirst: false }) === 0) break;
    }
  }
  joinWords(matching, matched);
  return matched;
}

function indexesWhere(length: number, is: (index: number) => boolean): Int32Array {
  const found: number[] = [];
  for (let index = 0; index < length; index += 1) if (is(index)) found.push(index);
  return Int32Array.from(found);
}

/** Finds whole sentences that stand elsewhere. */
function matchMoved(
  { source, notice, sourceSpans, noticeSpans }: Matching,
  { from, to }: Matched,
): void {
  const keyOf = (ids: Int32Array, found: Int32Array, { start, end }: Span): string | undefined =>
    start < end && found.subarray(start, end).every((each) => each === -1)
      ? ids.subarray(start, end).join(' ')
      : undefined;
  const left = new Map<string, number[]>();
  for (const span of sourceSpans.toReversed()) {
    const key = keyOf(source, to, span);
    if (key === undefined) continue;
    const starts = left.get(key);
    if (starts) starts.push(span.start);
    else left.set(key, [span.start]);
  }
  for (const span of noticeSpans) {
    const key = keyOf(notice, from, span);
    const start = key === undefined ? undefined : left.get(key)?.pop();
    if (start === undefined) continue;
    for (let index = 0; index < span.end - span.start; index += 1) {
      from[span.start + index] = start + index;
      to[start + index] = span.start + index;
    }
  }
}

interface Some {
  from: Int32Array;
  to: Int32Array;
  isFolded: boolean;
  /** Whether places are those of the order in which both texts stand. */
  isFirst: boolean;
}

/**
 * Aligns some words of the source with some of the notice.
 *
 * @returns how many were found
 */
function alignSome(
  matching: Matching,
  matched: Matched,
  { from, to, isFolded, isFirst }: Some,
): number {
  const { book, source, notice } = matching;
  const rowOf = (ids: Int32Array, indexes: Int32Array, spans: readonly Span[]): Row => {
    const firsts = new Uint8Array(ids.length);
    for (const { start } of spans) firsts[start] = 1;
    return {
      ids: indexes.map((index) => (isFolded ? book.foldedOf(ids[index] ?? 0) : (ids[index] ?? 0))),
      isFirst: Uint8Array.from(indexes, (index) => firsts[index] ?? 0),
    };
  };
  const found = new Int32Array(source.length).fill(-1);
  const places = align(
    rowOf(source, from, matching.sourceSpans),
    rowOf(notice, to, matching.noticeSpans),
  );
  places.forEach((place, index) => {
    if (place >= 0) found[from[place] ?? 0] = to[index] ?? 0;
  });
  const spanOf = spanIndex(matching.noticeSpans, notice.length);
  let count = 0;
  for (const span of matching.sourceSpans) {
    if (!isNoAccident(matching, { matched, found, span, spanOf, isFirst })) continue;
    for (let at = span.start; at < span.end; at += 1) {
      const word = found[at] ?? -1;
      if (word < 0) continue;
      matched.from[word] = at;
      matched.to[at] = word;
      if (source[at] !== notice[word]) matched.isNear[word] = 1;
      count += 1;
    }
  }
  return count;
}

interface Judging {
  matched: Matched;
  found: Int32Array;
  span: Span;
  spanOf: Int32Array;
  isFirst: boolean;
}

/**
 * Whether what was found of a sentence of the source is it: beside what was found before, or half of
 * it, and if it stands elsewhere, several words or a whole sentence of the notice.
 */
function isNoAccident(
  { book, source, noticeSpans }: Matching,
  { matched, found, span: { start, end }, spanOf, isFirst }: Judging,
): boolean {
  const places: number[] = [];
  let [first, last] = [Infinity, -Infinity];
  let [all, words] = [0, 0];
  for (let at = start; at < end; at += 1) {
    const isWord = book.isWord(source[at] ?? 0);
    if (isWord) all += 1;
    const before = matched.to[at] ?? -1;
    if (before >= 0) {
      first = Math.min(first, before);
      last = Math.max(last, before);
    }
    const place = found[at] ?? -1;
    if (place < 0) continue;
    places.push(place);
    if (isWord) words += 1;
  }
  if (places.length === 0) return false;
  if (places.every((place) => place >= first - NEAR && place <= last + NEAR)) return true;
  if (words * 2 < all && words < ENOUGH * 2) return false;
  return isFirst || words >= ENOUGH || coversSentence(places, spanOf, noticeSpans);
}

/** For each word the sentence that it is in. */
function spanIndex(spans: readonly Span[], length: number): Int32Array {
  const index = new Int32Array(length);
  spans.forEach(({ start, end }, number) => index.fill(number, start, end));
  return index;
}

/** Whether places are all those of the sentences of the notice in which they are. */
function coversSentence(
  places: readonly number[],
  spanOf: Int32Array,
  spans: readonly Span[],
): boolean {
  const within = new Set(places.map((place) => spanOf[place] ?? 0));
  let length = 0;
  for (const number of within) {
    const span = spans[number];
    if (span) length += span.end - span.start;
  }
  return length <= places.length;
}

/** Finds words that were put together or apart: what is left between the same two neighbours. */
function joinWords({ book, source, notice, sourceSpans }: Matching, matched: Matched): void {
  const lasts = new Set(sourceSpans.map(({ end }) => end - 1));
  const isCut = (index: number): boolean =>
    lasts.has(index) && book.wordOf(source[index] ?? 0) === '-';
  for (let start = 0; start < notice.length; start += 1) {
    if (matched.from[start] !== -1) continue;
    let end = start;
    while (end < notice.length && matched.from[end] === -1) end += 1;
    const after = start === 0 ? 0 : (matched.from[start - 1] ?? 0) + 1;
    const before = end === notice.length ? source.length : (matched.from[end] ?? 0);
    const left: number[] = [];
    for (let index = after; index < before && left.length < 400; index += 1) {
      if (matched.to[index] === -1) left.push(index);
    }
    const words = spelled(book, notice.subarray(start, end));
    const run = runThatSpells({ book, source, isCut }, left, words);
    if (run) {
      for (let index = start; index < end; index += 1) {
        matched.from[index] = run[Math.min(index - start, run.length - 1)] ?? 0;
        matched.isNear[index] = 1;
      }
      for (const [number, index] of run.entries()) {
        matched.to[index] = Math.min(start + number, end - 1);
      }
    }
    start = end;
  }
}

const spelled = (book: Book, ids: Int32Array | readonly number[]): string =>
  Array.from(ids, (id) => book.wordOf(book.foldedOf(id))).join('');

/** The words beside each other whose letters are these. A hyphen at the end of a line is no letter. */
function runThatSpells(
  { book, source, isCut }: { book: Book; source: Int32Array; isCut: (index: number) => boolean },
  left: readonly number[],
  words: string,
): number[] | undefined {
  for (let first = 0; first < left.length; first += 1) {
    let text = '';
    for (let last = first; last < left.length && text.length < words.length; last += 1) {
      if (text !== '' && isCut(left[last] ?? 0)) continue;
      text += spelled(book, [source[left[last] ?? 0] ?? 0]);
      if (text === words) return left.slice(first, last + 1);
      if (!words.startsWith(text)) break;
    }
  }
  return undefined;
}
