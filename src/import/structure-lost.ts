/** Finds tables and lists that a copy has flattened to lines. They are told by line, never rebuilt. */
import type { Piece, Remark } from './model.ts';
import { textOfPiece } from './runs.ts';
import { markOf } from './structure-marks.ts';

/** Lines that were a table or a list: the first and the last of their pieces. */
export interface Lost {
  code: 'table-lost' | 'list-lost';
  start: number;
  end: number;
}

/** What columns are called. */
const COLUMN =
  /^(?:purposes?(?: for| of|\/|$)|(?:the )?(?:legal|lawful) (?:basis|bases|grounds?)|(?:types?|categor(?:y|ies)) of|what (?:we|data|information)|why we|how we|when we|who we|how long|retention|recipients?|sources?|examples?|descriptions?|cookies?(?: name)?|names?|providers?|expir(?:y|es)|durations?|data (?:type|category|subject)|your rights?|third part(?:y|ies)|service|activity|justification|reason)\b/i;

/** Fewer fragments are only short lines. */
const LEAST = 4;
const SHORT = 160;

/** What was a table or a list among the pieces. */
export function lostIn(pieces: readonly Piece[], isHeading: (index: number) => boolean): Lost[] {
  const found: Lost[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const lost = lostFrom(pieces, index, isHeading);
    if (!lost) continue;
    found.push(lost);
    index = lost.end;
  }
  return found;
}

function lostFrom(
  pieces: readonly Piece[],
  start: number,
  isHeading: (index: number) => boolean,
): Lost | undefined {
  if (isHeading(start)) return undefined;
  const isTable = isHeadOfTable(pieces, start);
  if (!isTable && !isAnnounced(pieces, start)) return undefined;
  let end = start;
  let count = 0;
  while (end < pieces.length && !isHeading(end) && isFragment(pieces[end], isTable)) {
    end += 1;
    count += 1;
  }
  if (isTable) return count > LEAST ? { code: 'table-lost', start, end: end - 1 } : undefined;
  // Items that are announced, and have neither bullets nor stops.
  const isList =
    count >= 3 && pieces.slice(start, end).every((piece) => piece.type === 'paragraph');
  return isList ? { code: 'list-lost', start, end: end - 1 } : undefined;
}

/** A line that is no sentence: a cell, or an item that lost its bullet. */
function isFragment(piece: Piece | undefined, isTable: boolean): boolean {
  if (piece?.type === 'item') return isTable;
  if (piece?.type !== 'paragraph') return false;
  const text = textOfPiece(piece);
  if (/^\(.*\)$/.test(text)) return isTable;
  if (markOf(text) && !isTable) return false;
  return (
    text.length <= SHORT &&
    (isTable ? !/[.:?!]$/.test(text) : !/[.:?!]$/.test(text) && !/^\S+@\S+$/.test(text))
  );
}

/** Whether a line names the columns of a table: one line with several names, or a name on each line. */
function isHeadOfTable(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index];
  if (piece?.type !== 'paragraph') return false;
  const text = textOfPiece(piece);
  if (text.length > 140 || /[.:;,?!]$/.test(text) || markOf(text)) return false;
  if (namesIn(text) > 1) return true;
  const next = pieces[index + 1];
  return (
    COLUMN.test(text) &&
    text.length <= 50 &&
    next?.type === 'paragraph' &&
    isColumn(textOfPiece(next))
  );
}

const isColumn = (text: string): boolean =>
  text.length <= 50 && COLUMN.test(text) && !/[.:;,]$/.test(text);

/** How many names of columns stand in one line, each with a capital: "What we collect When we collect it". */
function namesIn(text: string): number {
  const words = text.split(/\s+/);
  const starts = words.flatMap((word, index) => {
    const isStart =
      index === 0 || (/^\p{Lu}\p{Ll}+/u.test(word) && /^\p{Ll}/u.test(words[index - 1] ?? ''));
    return isStart ? [words.slice(index).join(' ')] : [];
  });
  return starts.filter(
    (rest) => COLUMN.test(rest) || /^our (?:legitimate )?interests?\b/i.test(rest),
  ).length;
}

/** Whether the line before announces a list. */
function isAnnounced(pieces: readonly Piece[], index: number): boolean {
  const before = pieces[index - 1];
  return before?.type === 'paragraph' && /[:]$/.test(textOfPiece(before));
}

/** What is told of it: the lines from the first to the last. */
export const remarkOf = (pieces: readonly Piece[], { code, start, end }: Lost): Remark => ({
  code,
  detail: `${pieces[start]?.at ?? 1}-${pieces[end]?.at ?? 1}`,
});
