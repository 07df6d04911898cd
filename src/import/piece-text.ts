/** The words of a piece without their form. */
import type { Piece } from './model.ts';
import { textOfRuns } from './runs.ts';

/** A table's cells and a cell's paragraphs are on lines of their own. */
export const textOf = (piece: Piece): string =>
  piece.type === 'table'
    ? piece.rows
        .flat()
        .flatMap(({ pieces }) => pieces.map(textOf))
        .join('\n')
    : textOfRuns(piece.runs);

/** Which part of a piece's text is links, from 0 to 1. */
export function linkShare(piece: Piece): number {
  const runs =
    piece.type === 'table'
      ? piece.rows.flat().flatMap(({ pieces }) => pieces.flatMap((each) => each.runs))
      : piece.runs;
  let [linked, all] = [0, 0];
  for (const { text, href } of runs) {
    all += text.length;
    // An address that is written out is text.
    if (href !== undefined && !/^(?:mailto|tel):/i.test(href)) linked += text.length;
  }
  return all === 0 ? 0 : linked / all;
}
