/** Puts tables in the form of a notice: layout becomes its blocks, captions stand above. */
import type { Cell, Piece, Table } from './model.ts';
import { flat, textOfRuns } from './runs.ts';
import { markOf } from './structure-marks.ts';

/** The pieces with tables of one column as their blocks, and rows of one cell as lines above. */
export function flatTables(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece): Piece[] => (piece.type === 'table' ? flatTable(piece) : [piece]));
}

function flatTable(table: Table): Piece[] {
  const rows = table.rows.filter((row) => row.some(hasWords));
  if (rows.length === 0) return [];
  // A table of one column, or of one row, says nothing by its rows and columns.
  const isLayout = rows.every((row) => row.filter(hasWords).length <= 1) || rows.length === 1;
  if (isLayout) return rows.flatMap((row) => row.flatMap((cell) => cell.pieces));
  const above: Piece[] = [];
  while (rows[0] && rows[0].filter(hasWords).length === 1 && rows.length > 2) {
    above.push(...rows[0].flatMap((cell) => cell.pieces));
    rows.shift();
  }
  return [...above, { ...table, rows: rows.map((row) => row.map((cell) => typedItems(cell))) }];
}

const hasWords = ({ pieces }: Cell): boolean =>
  pieces.some(({ runs }) => flat(textOfRuns(runs)) !== '');

/** A cell whose lines are typed with bullets keeps them: in a cell they are all that makes a list. */
function typedItems(cell: Cell): Cell {
  return {
    ...cell,
    pieces: cell.pieces.map((piece) =>
      piece.type === 'item' && markOf(textOfRuns(piece.runs))?.kind === 'bullet'
        ? { ...piece, type: 'paragraph', runs: piece.runs }
        : piece,
    ),
  };
}
