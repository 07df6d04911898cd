/** How a tool's answer reads: how much is marked, how scattered it is, and whether it is true. */
import { countWords, type Piece } from './html.ts';
import type { Answer } from './tools.ts';
import type { Pair } from './texts.ts';

export interface Measures {
  /** Characters marked, and those of both texts; white space and invisible signs are not counted. */
  marked: number;
  characters: number;
  /** Stretches a reader has to look at: a deletion beside its insertion is one. */
  places: number;
  /** Kept scraps of one or two words between two changes of one block. */
  islands: number;
  moves: number;
  /** Whether both texts come back when changes of one sort are taken out. */
  givesBefore: boolean;
  givesAfter: boolean;
}

export function measure({ before, after }: Pair, answer: Answer): Measures {
  const { pieces, piecesBefore, moves } = answer;
  return {
    marked: solid(pieces.filter(isMarked)).length,
    characters: solid([before, after].map(({ plain }) => ({ text: plain }))).length,
    ...countStretches(pieces),
    moves,
    givesBefore:
      solid(piecesBefore.filter(({ inserted }) => !inserted)) === solid([{ text: before.plain }]),
    givesAfter: solid(pieces.filter(({ removed }) => !removed)) === solid([{ text: after.plain }]),
  };
}

const isMarked = ({ inserted, removed }: Piece): boolean => inserted || removed;

/** Text without white space, nor what no reader sees. */
const solid = (pieces: readonly { text: string }[]): string =>
  pieces
    .map(({ text }) => text)
    .join('')
    .replace(/[\s\u00AD\u200B\u2060\uFEFF]+/g, '');

/** Counts places, and islands between them. Marked white space alone is no change to look at. */
function countStretches(pieces: readonly Piece[]): { places: number; islands: number } {
  let places = 0;
  let islands = 0;
  let kept: string | undefined = undefined;
  for (const piece of pieces) {
    if (!isMarked(piece) || piece.text.trim() === '') {
      if (kept !== undefined) kept += piece.text;
      continue;
    }
    if (kept === undefined || kept.trim() !== '') places += 1;
    if (kept !== undefined && isIsland(kept)) islands += 1;
    kept = '';
  }
  return { places, islands };
}

function isIsland(kept: string): boolean {
  const words = countWords(kept);
  return !kept.includes('\n') && words >= 1 && words <= 2 && kept.trim().length <= 9;
}
