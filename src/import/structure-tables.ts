/** Puts tables in the form of a notice: layout becomes its blocks, captions stand above. */
import type { Cell, Piece, Table } from './model.ts';
import { flat, textOfRuns } from './runs.ts';
import { markOf } from './structure-marks.ts';
import { withinColumns, withoutEmptyRows } from './table-spans.ts';

/** The pieces with tables of one column as their blocks, and rows of one cell as lines above. */
export function flatTables(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece): Piece[] => (piece.type === 'table' ? flatTable(piece) : [piece]));
}

function flatTable(table: Table): Piece[] {
  const rows = withoutEmptyRows(table.rows, hasWords);
  if (rows.length === 0) return [];
  // A table of one column, or of one row, says nothing by its rows and columns.
  const isLayout = rows.every((row) => row.filter(hasWords).length <= 1) || rows.length === 1;
  if (isLayout) return rows.flatMap((row) => row.flatMap((cell) => cell.pieces));
  const above: Piece[] = [];
  while (rows[0] && isLine(rows[0]) && rows.length > 2) {
    above.push(...rows[0].flatMap((cell) => cell.pieces));
    rows.shift();
  }
  const tidy = withinColumns(rows);
  return [...above, { ...table, rows: tidy.map((row) => row.map((cell) => typedItems(cell))) }];
}

/** Whether a row is a line above the table: one cell with words, and nothing that reaches below it. */
const isLine = (row: readonly Cell[]): boolean =>
  row.filter(hasWords).length === 1 && row.every(({ rows = 1 }) => rows === 1);

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
