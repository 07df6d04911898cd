/** How many rows and columns cells span, so that each word stays in its row and column. */
import type { Cell } from './model.ts';

/** A cell that spans so much; spans of one are not written. */
export function spanning(
  { columns: _, rows: __, ...cell }: Cell,
  columns: number,
  rows: number,
): Cell {
  return { ...cell, ...(columns > 1 && { columns }), ...(rows > 1 && { rows }) };
}

/**
 * Rows without those that have no words. A cell that spans one of them spans one less: else it would
 * reach into a row that is not its own, and push the words there into the next column.
 */
export function withoutEmptyRows(
  rows: readonly (readonly Cell[])[],
  hasWords: (cell: Cell) => boolean,
): Cell[][] {
  const isKept = rows.map((row) => row.some(hasWords));
  const keptBefore = [0];
  for (const [y, kept] of isKept.entries()) keptBefore.push((keptBefore[y] ?? 0) + (kept ? 1 : 0));
  const keptIn = (from: number, to: number): number =>
    (keptBefore[Math.min(to, rows.length)] ?? 0) - (keptBefore[from] ?? 0);
  // The words of a cell may stand in a row in which it only begins.
  return rows.flatMap((row, y) =>
    isKept[y] === true
      ? [
          row.map((cell) => {
            const { columns = 1, rows: height = 1 } = cell;
            return spanning(cell, columns, keptIn(y, y + height));
          }),
        ]
      : [],
  );
}

/** Cells that span no columns in which no cell begins: a page can claim any number. */
export function withinColumns(rows: readonly (readonly Cell[])[]): Cell[][] {
  const places = placesOf(rows);
  // Not by arguments of `Math.max`, which engines limit.
  const width = places.flat().reduce((most, x) => Math.max(most, x + 1), 1);
  return rows.map((row, y) =>
    row.map((cell, index) => {
      const { columns = 1, rows: height = 1 } = cell;
      return spanning(cell, Math.min(columns, width - (places[y]?.[index] ?? 0)), height);
    }),
  );
}

/** The column in which each cell begins. */
function placesOf(rows: readonly (readonly Cell[])[]): number[][] {
  /** For each column the first row that is free below what spans it. */
  const free: number[] = [];
  return rows.map((row, y) => {
    let x = 0;
    return row.map(({ columns = 1, rows: height = 1 }) => {
      while ((free[x] ?? 0) > y) x += 1;
      const start = x;
      for (; x < start + columns; x += 1) free[x] = y + height;
      return start;
    });
  });
}
