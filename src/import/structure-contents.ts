/** Finds typed lists of contents, which the site makes itself. */
import type { Change, Piece } from './model.ts';
import { textOfPiece } from './runs.ts';
import { markOf } from './structure-marks.ts';

export interface Contents {
  pieces: Piece[];
  /** The entries, as `keyOf` has them. */
  entries: ReadonlySet<string>;
  changes: Change[];
}

/** What stands above a list of contents. */
const ABOVE =
  /^(?:(?:table of )?contents|index|on this page|in this (?:notice|policy|statement|document)|(?:quick )?links|jump to|what(?:'|’)s in this (?:notice|policy|document)|cynnwys)\s*:?$/i;

/** An entry is a heading, so it is short. */
const LONGEST = 130;
/** Fewer lines are no list of contents. */
const LEAST = 3;

/** A heading without its number, its case and its stop, so that it can be found again. */
export function keyOf(text: string): string {
  const mark = markOf(text);
  const words = mark ? text.slice(mark.end) : text;
  return words
    .replace(/[\s.·…_]*\s\d{1,3}$|\.{3,}\d{0,3}$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Takes lists of contents out: runs of short lines of which nearly all stand again further down. */
export function contentsIn(pieces: readonly Piece[]): Contents {
  const keys = pieces.map((piece) => {
    const text = piece.type === 'table' ? '' : textOfPiece(piece);
    return text.length <= LONGEST ? keyOf(text) : '';
  });
  const last = new Map<string, number>();
  for (const [index, key] of keys.entries()) if (key !== '') last.set(key, index);
  const dropped = new Set<number>();
  const entries = new Set<string>();
  for (let start = 0; start < pieces.length;) {
    const end = endOfRun(pieces, keys, last, start);
    if (end === undefined) {
      start += 1;
      continue;
    }
    for (let index = start; index < end; index += 1) {
      dropped.add(index);
      if (keys[index]) entries.add(keys[index] ?? '');
    }
    const above = pieces[start - 1];
    if (above && above.type !== 'table' && ABOVE.test(textOfPiece(above))) dropped.add(start - 1);
    start = end;
  }
  return {
    pieces: pieces.filter((_, index) => !dropped.has(index)),
    entries,
    changes: [...dropped]
      .toSorted((a, b) => a - b)
      .flatMap((index) => {
        const piece = pieces[index];
        return piece
          ? [{ code: 'contents', at: piece.at, from: textOfPiece(piece), to: '' } as const]
          : [];
      }),
  };
}

/** Where the list of contents that begins at a place ends; undefined if none begins there. */
function endOfRun(
  pieces: readonly Piece[],
  keys: readonly string[],
  last: ReadonlyMap<string, number>,
  start: number,
): number | undefined {
  const isEntry = (index: number): boolean =>
    isLinkWithin(pieces[index]) || (last.get(keys[index] ?? '') ?? index) > index;
  if (!isEntry(start)) return undefined;
  const seen = new Set<string>();
  let end = start;
  let found = 0;
  let misses = 0;
  for (let index = start; index < pieces.length; index += 1) {
    const key = keys[index] ?? '';
    // The first entry again: here the text itself begins.
    if (key === '' || seen.has(key) || pieces[index]?.type === 'table') break;
    if (isEntry(index)) {
      found += 1;
      misses = 0;
      end = index + 1;
    } else {
      misses += 1;
      // One entry may have other words than its heading.
      if (misses > 1 || !sameForm(pieces[start], pieces[index])) break;
    }
    seen.add(key);
  }
  const size = end - start;
  if (found < LEAST || found < size * 0.8) return undefined;
  const isTitled = ABOVE.test(
    textOfPiece(pieces[start - 1] ?? { type: 'paragraph', at: 1, runs: [] }),
  );
  return isTitled || areHeadings(pieces, keys, last, start, end) ? end : undefined;
}

const sameForm = (a: Piece | undefined, b: Piece | undefined): boolean => a?.type === b?.type;

/** Whether all of a piece is links to places of the same page. */
function isLinkWithin(piece: Piece | undefined): boolean {
  if (!piece || piece.type === 'table' || piece.type === 'heading') return false;
  const words = piece.runs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const within = words.filter(({ href }) => href?.startsWith('#'));
  const isMarked =
    words.length - within.length <= 1 &&
    words.every(({ href, text }) => href?.startsWith('#') === true || text.trim().length <= 5);
  return within.length > 0 && isMarked;
}

/** Whether the entries stand again as lines with text between them, in their order. */
function areHeadings(
  pieces: readonly Piece[],
  keys: readonly string[],
  last: ReadonlyMap<string, number>,
  start: number,
  end: number,
): boolean {
  const places = keys
    .slice(start, end)
    .flatMap((key) => last.get(key) ?? [])
    .filter((at) => at >= end);
  if (places.length < LEAST) return pieces.slice(start, end).every(isLinkWithin);
  const inOrder = places.filter((at, index) => index === 0 || at > (places[index - 1] ?? 0) + 1);
  return inOrder.length >= places.length * 0.8 && places.every((at) => pieces[at]?.type !== 'item');
}
