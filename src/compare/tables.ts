/** Tables compared as tables: columns first, then rows, then the cells where they meet. */
import type { Block, Cell, Inline, Row, Table } from '../notices/model.ts';
import { heaviestChain } from './chain.ts';
import { textIn, type Holder, type Leaf } from './leaves.ts';
import { lineOf, linesOf } from './lines.ts';
import { matchTexts } from './match.ts';
import type { CellPart, Line, Part, RowPart, Side, TablePart } from './model.ts';
import { findMoves } from './moves.ts';
import { stepsOf } from './script.ts';
import { Text, textsOf } from './texts.ts';
import type { Vocabulary } from './tokens.ts';

/** What comparing tables needs of the comparison it is part of. */
export interface Surroundings {
  vocabulary: Vocabulary;
  nextKey: () => string;
  compareBlocks: (before: readonly Block[], after: readonly Block[]) => Part[];
}

/** A column of the redline: its number in each version that has it. */
interface Column {
  before?: number;
  after?: number;
}

interface Grid {
  rows: { row: Row; isHead: boolean; texts: string[] }[];
  width: number;
  /** Whether cells reach over several columns or rows. */
  hasSpans: boolean;
}

/** Compares two tables. Of one that is missing, the other is all removed, or all added. */
export function compareTables(
  before: Table | undefined,
  after: Table | undefined,
  surroundings: Surroundings,
): TablePart[] {
  const [old, grid] = [before && gridOf(before), after && gridOf(after)];
  if (before && after && old && grid) {
    if (!old.hasSpans && !grid.hasSpans) {
      return [new Comparer(old, grid, columnsOf(old, grid), surroundings).compare(before, after)];
    }
    if (haveSameShape(old, grid)) return [compareSame(before, after, surroundings)];
  }
  return [
    ...(before ? [tableOf(before, 'before', surroundings)] : []),
    ...(after ? [tableOf(after, 'after', surroundings)] : []),
  ];
}

function gridOf({ head, body }: Table): Grid {
  const rowsOf = (rows: readonly Row[], isHead: boolean) =>
    rows.map((row) => ({ row, isHead, texts: row.cells.map(({ blocks }) => textIn(blocks)) }));
  const rows = [...rowsOf(head, true), ...rowsOf(body, false)];
  return {
    rows,
    width: rows.reduce((most, { row }) => Math.max(most, row.cells.length), 0),
    hasSpans: rows.some(({ row }) => row.cells.some(({ columns, rows }) => columns ?? rows)),
  };
}

function haveSameShape(before: Grid, after: Grid): boolean {
  const shapeOf = ({ rows }: Grid): string =>
    rows
      .map(({ row, isHead }) =>
        [isHead, ...row.cells.map(({ columns, rows: deep }) => `${columns}x${deep}`)].join(),
      )
      .join(';');
  return shapeOf(before) === shapeOf(after);
}

/** A table that stands in one version alone. */
function tableOf(
  { caption, head, body }: Table,
  side: Side,
  surroundings: Surroundings,
): TablePart {
  const cellOf = (cell: Cell): CellPart => wholeCell(cell, side, surroundings);
  const rowsOf = (rows: readonly Row[]): RowPart[] =>
    rows.map(({ cells }) => ({ type: 'row', side, cells: cells.map(cellOf) }));
  return {
    type: 'table',
    side,
    ...(caption && { caption: captionOf(caption, side, surroundings) }),
    head: rowsOf(head),
    body: rowsOf(body),
  };
}

function wholeCell(cell: Cell, side: Side, { compareBlocks }: Surroundings): CellPart {
  const parts = side === 'before' ? compareBlocks(cell.blocks, []) : compareBlocks([], cell.blocks);
  return { side, cell, parts };
}

/** Two tables of one shape, cells with spans and all: compared cell by cell. */
function compareSame(before: Table, after: Table, surroundings: Surroundings): TablePart {
  const rowsOf = (old: readonly Row[], rows: readonly Row[]): RowPart[] =>
    rows.map(({ cells }, index) => ({
      type: 'row',
      side: 'both',
      cells: cells.map((cell, place): CellPart => {
        const blocks = old[index]?.cells[place]?.blocks ?? [];
        return { side: 'both', cell, parts: surroundings.compareBlocks(blocks, cell.blocks) };
      }),
    }));
  return {
    type: 'table',
    side: 'both',
    ...compareCaptions(before, after, surroundings),
    head: rowsOf(before.head, after.head),
    body: rowsOf(before.body, after.body),
  };
}

function captionText(caption: Inline[], { vocabulary }: Surroundings): Text {
  const text = textIn([{ type: 'paragraph', content: caption }]);
  return new Text({ kind: 'bare', holder: NOWHERE, content: caption, text }, 0, vocabulary);
}

const NOWHERE: Holder = { source: { type: 'section' }, path: [] };

const captionOf = (caption: Inline[], side: Side, surroundings: Surroundings): Line =>
  lineOf(captionText(caption, surroundings), side);

function compareCaptions(
  before: Table,
  after: Table,
  surroundings: Surroundings,
): Pick<TablePart, 'caption'> {
  const [old, text] = [before.caption, after.caption];
  if (!old && !text) return {};
  if (old && text) {
    const [caption] = linesOf([captionText(old, surroundings)], [captionText(text, surroundings)]);
    return caption ? { caption } : {};
  }
  const side = old ? 'before' : 'after';
  return { caption: captionOf(old ?? text ?? [], side, surroundings) };
}

/** The columns of both tables in one order, those of one version alone at their places. */
function columnsOf(before: Grid, after: Grid): Column[] {
  const columns: Column[] = [];
  let [b, a] = [0, 0];
  for (const pair of [
    ...pairColumns(before, after),
    { before: before.width, after: after.width },
  ]) {
    // Columns between two that stayed are the same ones with new names when they are as many.
    if (pair.before - b === pair.after - a) {
      while (b < pair.before) columns.push({ before: b++, after: a++ });
    }
    while (b < pair.before) columns.push({ before: b++ });
    while (a < pair.after) columns.push({ after: a++ });
    if (b < before.width && a < after.width) columns.push({ before: b++, after: a++ });
  }
  return columns;
}

/** Columns that hold the same texts, weighted by how much of it; a head counts for three. */
function pairColumns(before: Grid, after: Grid): { before: number; after: number }[] {
  const pairs = [];
  for (let b = 0; b < before.width; b += 1) {
    const inBefore = textsIn(before, b);
    for (let a = 0; a < after.width; a += 1) {
      const inAfter = textsIn(after, a);
      let weight = 0;
      for (const [text, count] of inBefore) {
        weight += Math.min(count, inAfter.get(text) ?? 0) * (text.length + 1);
      }
      if (weight > 0) pairs.push({ before: b, after: a, weight });
    }
  }
  return heaviestChain(pairs);
}

function textsIn({ rows }: Grid, column: number): Map<string, number> {
  const texts = new Map<string, number>();
  for (const { texts: cells, isHead } of rows) {
    const text = cells[column];
    if (text) texts.set(text, (texts.get(text) ?? 0) + (isHead ? 3 : 1));
  }
  return texts;
}

class Comparer {
  readonly #before: Grid;
  readonly #after: Grid;
  readonly #columns: readonly Column[];
  readonly #surroundings: Surroundings;

  constructor(before: Grid, after: Grid, columns: readonly Column[], surroundings: Surroundings) {
    this.#before = before;
    this.#after = after;
    this.#columns = columns;
    this.#surroundings = surroundings;
  }

  compare(before: Table, after: Table): TablePart {
    const table: TablePart = {
      type: 'table',
      side: 'both',
      ...compareCaptions(before, after, this.#surroundings),
      head: [],
      body: [],
    };
    for (const { row, isHead } of this.#rows()) {
      // Once the body has begun, rows of an old head stand in it: their order is the record's.
      (isHead && table.body.length === 0 ? table.head : table.body).push(row);
    }
    return table;
  }

  #rows(): { row: RowPart; isHead: boolean }[] {
    const before = this.#textsOf(this.#before, 'before');
    const after = this.#textsOf(this.#after, 'after');
    const { nextKey } = this.#surroundings;
    const ordering = findMoves(matchTexts(before, after), before, after, nextKey);
    let headsToCome = this.#after.rows.filter(({ isHead }) => isHead).length;
    return stepsOf(ordering, { before, after }).map((step) => {
      if (step.type === 'gone') {
        const row: RowPart = { type: 'row', side: 'before', cells: [], gone: step.move };
        return { row, isHead: headsToCome > 0 };
      }
      const isMatch = step.type === 'match';
      const olds = isMatch ? step.match.before : step.type === 'before' ? [step.text] : [];
      const news = isMatch ? step.match.after : step.type === 'after' ? [step.text] : [];
      const old = this.#before.rows[olds[0]?.place ?? -1];
      const now = this.#after.rows[news[0]?.place ?? -1];
      if (now?.isHead) headsToCome -= 1;
      const move = step.moves.at(-1);
      const row: RowPart = {
        type: 'row',
        side: isMatch ? 'both' : step.type,
        cells: this.#cells(old, now),
        ...(move !== undefined && { move }),
      };
      return { row, isHead: now ? now.isHead : headsToCome > 0 || (old?.isHead ?? false) };
    });
  }

  /** Rows as texts of the columns that both versions have, to be matched as lines are. */
  #textsOf({ rows }: Grid, version: 'before' | 'after'): Text[] {
    const shared = this.#columns.filter(
      ({ before, after }) => before !== undefined && after !== undefined,
    );
    const leaves = rows.map(({ row, texts }): Leaf => {
      const text = shared.map((column) => texts[column[version] ?? -1] ?? '').join(' | ');
      // A table of one row: it is matched whole or in likeness, and never in parts.
      const table: Table = { type: 'table', head: [], body: [row] };
      return { kind: 'table', holder: NOWHERE, content: [], text, table };
    });
    return textsOf(leaves, this.#surroundings.vocabulary);
  }

  #cells(
    before: Grid['rows'][number] | undefined,
    after: Grid['rows'][number] | undefined,
  ): CellPart[] {
    return this.#columns.flatMap((column): CellPart[] => {
      const old = column.before === undefined ? undefined : before?.row.cells[column.before];
      const cell = column.after === undefined ? undefined : after?.row.cells[column.after];
      if (old && cell) {
        const parts = this.#surroundings.compareBlocks(old.blocks, cell.blocks);
        if (before?.isHead !== after?.isHead) markStructure(parts);
        return [{ side: 'both', cell, parts }];
      }
      if (cell) return [wholeCell(cell, 'after', this.#surroundings)];
      if (old) return [wholeCell(old, 'before', this.#surroundings)];
      // A row without a cell here is kept as long as the others; a short row stays short.
      return after && column.after !== undefined ? [] : [{ side: 'before', parts: [] }];
    });
  }
}

/** Says of text of both versions that it is set in another way. */
function markStructure(parts: readonly Part[]): void {
  for (const part of parts) {
    if (part.type === 'box') markStructure(part.parts);
    else if (part.type === 'line' && part.side === 'both') part.marks.push('structure');
  }
}
