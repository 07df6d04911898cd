/** Writes tables as MDX. Markdown has cells of one line and no spans, so both are told. */
import type { Block, Context } from './mdx-blocks.ts';
import { writeInline } from './mdx-inline.ts';
import type { Cell, Item, Paragraph, Run, Table } from './model.ts';
import { allWords, flat, textOfRuns, without } from './runs.ts';

type Prepare = (runs: readonly Run[], context: Context) => Run[];

/** A function that writes a table: rows and columns as they are, with empty cells for spans. */
export function writeTable(table: Table, context: Context, prepare: Prepare): Block['write'] {
  const rows = filled(table.rows);
  if (table.rows.some((row) => row.some(isSpan))) {
    context.remarks.push({ code: 'table-span', detail: String(table.at) });
  }
  const columns = Math.max(...rows.map((row) => row.length), 1);
  const cells = rows.map((row) =>
    Array.from({ length: columns }, (_, index) => runsOfCell(row[index], table, context, prepare)),
  );
  const [first = [], ...rest] = cells;
  const isHeaded = isHead(table.rows);
  const head = isHeaded ? first.map((runs) => without(runs, 'bold')) : first.map((): Run[] => []);
  const body = isHeaded ? rest : cells;
  return (isPlain) =>
    [
      line(head, isPlain),
      `|${' --- |'.repeat(columns)}`,
      ...body.map((row) => line(row, isPlain)),
    ].join('\n');
}

const isSpan = ({ columns = 1, rows = 1 }: Cell): boolean => columns > 1 || rows > 1;

const line = (cells: readonly Run[][], isPlain: boolean): string =>
  `|${cells
    .map((runs) => {
      const written = writeInline(runs, isPlain ? 'literal' : 'marks').replace(
        /<br \/>\n/g,
        '<br />',
      );
      return written === '' ? '  |' : ` ${written} |`;
    })
    .join('')}`;

/** The most columns and rows that a span is filled up to: a page can claim any number. */
const MOST = 100;

/** Rows with an empty cell for each place that a span takes. */
function filled(rows: readonly (readonly Cell[])[]): (Cell | undefined)[][] {
  const grid: (Cell | undefined)[][] = rows.map(() => []);
  const isTaken = rows.map((): Set<number> => new Set());
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of row) {
      while (isTaken[y]?.has(x)) x += 1;
      const [width, height] = [Math.min(cell.columns ?? 1, MOST), Math.min(cell.rows ?? 1, MOST)];
      for (let down = 0; down < height; down += 1) {
        for (let right = 0; right < width; right += 1) isTaken[y + down]?.add(x + right);
      }
      const line = grid[y];
      if (line) line[x] = cell;
      x += width;
    }
  }
  return grid.map((line, y) =>
    Array.from({ length: Math.max(line.length, ...(isTaken[y] ?? []), 0) }, (_, x) => line[x]),
  );
}

/** Whether the first row names the columns. */
function isHead([first = [], ...others]: readonly (readonly Cell[])[]): boolean {
  if (others.length === 0) return true;
  const isMarked = (cell: Cell): boolean =>
    cell.isHead === true || cell.pieces.every(({ runs }) => allWords(runs, 'bold'));
  if (first.every((cell) => cell.pieces.length === 0 || isMarked(cell))) return true;
  // Names are short, and no sentences.
  return first.every((cell) => {
    const text = flat(cell.pieces.map(({ runs }) => textOfRuns(runs)).join(' '));
    return text !== '' && text.length <= 50 && !/[.;,:]$/.test(text);
  });
}

/** The words of a cell on lines: Markdown has no paragraphs and lists in cells. */
function runsOfCell(
  cell: Cell | undefined,
  table: Table,
  context: Context,
  prepare: Prepare,
): Run[] {
  const pieces = (cell?.pieces ?? []).filter(({ runs }) => flat(textOfRuns(runs)) !== '');
  const isList = pieces.filter((piece) => piece.type === 'item' && !piece.isMore).length > 1;
  if (isList) {
    const from = pieces.map(({ runs }) => flat(textOfRuns(runs))).join('\n');
    const to = pieces.map((piece) => markOf(piece) + flat(textOfRuns(piece.runs))).join('\n');
    context.changes.push({ code: 'cell-list', at: table.at, from, to });
  }
  return pieces.flatMap((piece, index): Run[] => [
    ...(index > 0 ? [{ text: '\n' }] : []),
    ...(isList ? [{ text: markOf(piece) }] : []),
    ...prepare(piece.runs, context),
  ]);
}

const markOf = (piece: Paragraph | Item): string =>
  piece.type !== 'item' || piece.isMore ? '' : piece.depth > 1 ? '◦ ' : '• ';
