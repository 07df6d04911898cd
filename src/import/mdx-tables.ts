/**
 * Writes tables as MDX. Markdown has cells of one line and no spans: a table with a cell across several
 * rows is written as elements, so that each of these rows keeps its words.
 */
import type { Block, Context } from './mdx-blocks.ts';
import { writeInline } from './mdx-inline.ts';
import type { Cell, Item, Paragraph, Run, Table } from './model.ts';
import { allWords, flat, textOfRuns, without } from './runs.ts';

type Prepare = (runs: readonly Run[], context: Context) => Run[];

/** A function that writes a table: rows and columns as they are, with empty cells for spans of columns. */
export function writeTable(table: Table, context: Context, prepare: Prepare): Block['write'] {
  if (table.rows.some((row, y) => row.some((cell) => isTall(cell, table.rows.length - y)))) {
    return writeElements(table, context, prepare);
  }
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

/** Whether a cell with words reaches into the next row. */
const isTall = ({ rows = 1, pieces }: Cell, left: number): boolean =>
  Math.min(rows, left) > 1 && pieces.some(({ runs }) => flat(textOfRuns(runs)) !== '');

/** A table as elements, whose cells span what they span. */
function writeElements(table: Table, context: Context, prepare: Prepare): Block['write'] {
  // A cell cannot reach out of the head: what it spans is all of the head.
  const heights = (table.rows[0] ?? []).map(({ rows: height = 1 }) => height);
  const heads = isHead(table.rows) ? Math.min(table.rows.length, Math.max(1, ...heights)) : 0;
  const rows = table.rows.map((row, y) =>
    row.map((cell) => {
      const name = y < heads || cell.isHead ? 'th' : 'td';
      const runs = runsOfCell(cell, table, context, prepare);
      const { columns = 1, rows: height = 1 } = cell;
      const spans =
        spanOf('colspan', Math.min(columns, MOST)) +
        spanOf('rowspan', Math.min(height, table.rows.length - y));
      return { name, spans, runs: name === 'th' ? without(runs, 'bold') : runs };
    }),
  );
  return (isPlain) => {
    const written = rows.map((cells) =>
      ['<tr>', ...cells.map((cell) => element(cell, isPlain)), '</tr>'].join('\n'),
    );
    const groups = [
      { name: 'thead', rows: written.slice(0, heads) },
      { name: 'tbody', rows: written.slice(heads) },
    ].filter((group) => group.rows.length > 0);
    const parts = groups.map(
      (group) => `<${group.name}>\n${group.rows.join('\n')}\n</${group.name}>`,
    );
    return `<table>\n${parts.join('\n')}\n</table>`;
  };
}

const spanOf = (name: string, count: number): string => (count > 1 ? ` ${name}="${count}"` : '');

const element = (
  { name, spans, runs }: { name: string; spans: string; runs: readonly Run[] },
  isPlain: boolean,
): string => `<${name}${spans}>${inCell(runs, isPlain)}</${name}>`;

/** The words of a cell in one line. */
const inCell = (runs: readonly Run[], isPlain: boolean): string =>
  writeInline(runs, isPlain ? 'literal' : 'marks').replace(/<br \/>\n/g, '<br />');

const line = (cells: readonly Run[][], isPlain: boolean): string =>
  `|${cells
    .map((runs) => {
      const written = inCell(runs, isPlain);
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
  // What is said of several rows is said of data.
  if (first.some(({ rows = 1 }) => rows > 1)) return false;
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
