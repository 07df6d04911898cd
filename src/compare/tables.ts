/** Tables compared as tables: columns first, then rows, then the cells where they meet. */
import type { Block, Cell, Inline, Row, Table } from '../document/model.ts';
import { heaviestChain, type Pair } from './chain.ts';
import { leafOfTable, leavesOfBlocks, textIn, type Holder, type Leaf } from './leaves.ts';
import { lineOf, linesOf } from './lines.ts';
import { matchTexts } from './match.ts';
import type { CellPart, Line, Part, RowPart, Side, TablePart } from './model.ts';
import { findMoves } from './moves.ts';
import { stepsOf } from './script.ts';
import { gridWithSpans, mergeSlots, type Area, type Merged } from './spans.ts';
import { Tally } from './tally.ts';
import { textsOf, type Links, type Text } from './texts.ts';

/** What comparing tables needs of the comparison it is part of. */
export interface Surroundings {
  links: Links;
  nextKey: () => string;
  compareBlocks: (before: readonly Block[], after: readonly Block[]) => Part[];
}

type Version = 'before' | 'after';

/** A column of the redline: its number in each version that has it. */
type Column = Partial<Record<Version, number>>;

interface GridRow {
  cells: readonly Cell[];
  texts: string[];
  isHead: boolean;
}

/** A row of the redline: what it is in each version that has it. */
interface RowPair {
  before?: GridRow | undefined;
  after?: GridRow | undefined;
  /** The key of its move, when it came from another place or went to one. */
  move?: string | undefined;
  gone?: string;
}

/** Compares two tables. Of one that is missing, the other is all removed, or all added. */
export function compareTables(
  before: Table | undefined,
  after: Table | undefined,
  surroundings: Surroundings,
): TablePart[] {
  const [old, now] = [gridOf(before), gridOf(after)];
  const hasSpans = [...old, ...now].some(({ cells }) =>
    cells.some(({ columns, rows }) => columns ?? rows),
  );
  if (before && after && hasSpans) {
    // Cells that reach over others are compared where both tables have the same ones.
    if (shapeOf(old) !== shapeOf(now)) {
      const merged = compareMerged([before, after], [old, now], surroundings);
      if (merged) return [merged];
      return [
        ...compareTables(before, undefined, surroundings),
        ...compareTables(undefined, after, surroundings),
      ];
    }
    const rows = old.map((row, index): RowPair => ({ before: row, after: now[index] }));
    return [tableOf(before, after, rows, columnsBetween([], old, now), surroundings)];
  }
  const columns = columnsBetween(before && after ? pairColumns(old, now) : [], old, now);
  const rows = pairRows(old, now, columns, surroundings);
  return [tableOf(before, after, rows, columns, surroundings)];
}

/** Compares tables with cells that reach over others, where rows or columns came or went. */
function compareMerged(
  [before, after]: [Table, Table],
  [old, now]: [GridRow[], GridRow[]],
  surroundings: Surroundings,
): TablePart | undefined {
  const areas = { before: gridWithSpans(old), after: gridWithSpans(now) };
  if (!areas.before || !areas.after) return undefined;
  const wide = { before: widened(old, areas.before), after: widened(now, areas.after) };
  const pairs = pairColumns(wide.before, wide.after);
  const columns = columnsBetween(pairs, wide.before, wide.after);
  // What moved in its table is removed and added: a cell beside it cannot be in two places.
  const rows = pairRows(wide.before, wide.after, columns, surroundings, false);
  const areasIn = (row: RowPair, version: Version): readonly Area[] =>
    (row[version] && areas[version]?.[wide[version].indexOf(row[version])]) ?? [];
  const merged = mergeSlots(
    rows.map((row) =>
      columns.map((column) => ({
        before: areasIn(row, 'before')[column.before ?? -1],
        after: areasIn(row, 'after')[column.after ?? -1],
      })),
    ),
  );
  const table = tableOf(before, after, rows, [], surroundings);
  const { head, body } = table;
  const isTorn = merged?.some((cells, top) =>
    cells.some((cell) => top < head.length && top + cell.rows > head.length),
  );
  if (!merged || isTorn) return undefined;
  const parts = new Map<Area | undefined, CellPart>();
  [...head, ...body].forEach((row, index) => {
    row.cells = (merged[index] ?? []).map((cell) => {
      const part = mergedCell(cell, row.side, surroundings);
      parts.set(cell.before, part).set(cell.after, part);
      // What a cell of both begins is a row of both, though its other cells are of one version.
      if (cell.before && cell.after && row.side !== 'both') row.only = row.side;
      return part;
    });
    if (row.only) row.side = 'both';
  });
  [...head, ...body].forEach((row, index) => {
    const ownCells = (version: Version): CellPart[] => {
      const own = rows[index] && areasIn(rows[index], version);
      const top = wide[version].indexOf(rows[index]?.[version] as GridRow);
      const begun = new Set(own?.filter((area) => area.top === top));
      return [...begun].map((area) => ({
        ...{ side: 'both', parts: [], ...parts.get(area) },
        cell: area.cell,
      }));
    };
    row.own = { before: ownCells('before'), after: ownCells('after') };
  });
  return table;
}

/** Rows with a cell in each column: one that reaches over several stands in all of them. */
const widened = (rows: readonly GridRow[], areas: readonly Area[][]): GridRow[] =>
  rows.map(({ isHead }, index) => {
    const cells = (areas[index] ?? []).map(({ cell }) => cell);
    return { cells, texts: cells.map(({ blocks }) => textIn(blocks)), isHead };
  });

function mergedCell(
  { before, after, rows, columns, column }: Merged,
  side: Side,
  { compareBlocks }: Surroundings,
): CellPart {
  const [old, now] = [before?.cell, after?.cell];
  const cell = now ?? old;
  // What neither version has is of the version that lacks the row, and so in no column alone.
  if (!cell) return { side: side === 'before' ? 'after' : 'before', parts: [] };
  const { columns: _columns, rows: _rows, ...plain } = cell;
  return {
    side: sideOf(old, now),
    column,
    cell: { ...plain, ...(columns > 1 && { columns }), ...(rows > 1 && { rows }) },
    ...(now && { after: now }),
    parts: compareBlocks(old?.blocks ?? [], now?.blocks ?? []),
  };
}

const gridOf = (table: Table | undefined): GridRow[] =>
  [...(table?.head ?? []), ...(table?.body ?? [])].map((row: Row, index) => ({
    cells: row.cells,
    texts: row.cells.map(({ blocks }) => textIn(blocks)),
    isHead: index < (table?.head.length ?? 0),
  }));

const shapeOf = (rows: readonly GridRow[]): string =>
  rows
    .map(({ cells, isHead }) =>
      [isHead, ...cells.map(({ columns, rows: deep }) => `${columns}x${deep}`)].join(),
    )
    .join(';');

/** Columns that hold the same texts, weighted by how much of it; a head counts for three. */
function pairColumns(before: readonly GridRow[], after: readonly GridRow[]): Pair[] {
  const columns = new Map<string, number[]>();
  for (const { texts } of before) {
    texts.forEach((text, column) => columns.set(text, [...(columns.get(text) ?? []), column]));
  }
  const shared = new Tally<number, number>();
  for (const { texts, isHead } of after) {
    texts.forEach((text, column) => {
      for (const other of new Set(text ? columns.get(text) : [])) {
        shared.add(other, column, (isHead ? 3 : 1) * (text.length + 1));
      }
    });
  }
  return heaviestChain(
    shared.all().map(({ a, b, amount }) => ({ before: a, after: b, weight: amount })),
  );
}

/** The columns of both tables in one order, those of one version alone at their places. */
function columnsBetween(
  pairs: readonly Pair[],
  before: readonly GridRow[],
  after: readonly GridRow[],
): Column[] {
  const widthOf = (rows: readonly GridRow[]): number =>
    rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const end = { before: widthOf(before), after: widthOf(after) };
  const columns: Column[] = [];
  let [b, a] = [0, 0];
  for (const pair of [...pairs, end]) {
    // Columns between two that stayed are the same ones with new names when they are as many.
    const isRenamed = pair.before - b === pair.after - a;
    while (b < pair.before) columns.push({ before: b++, ...(isRenamed && { after: a++ }) });
    while (a < pair.after) columns.push({ after: a++ });
    if (pair !== end) columns.push({ before: b++, after: a++ });
  }
  return columns;
}

/** The rows of both tables in the order of the redline. */
function pairRows(
  old: readonly GridRow[],
  now: readonly GridRow[],
  columns: readonly Column[],
  { links, nextKey }: Surroundings,
  mayMove = true,
): RowPair[] {
  const shared = columns.filter(({ before, after }) => before !== undefined && after !== undefined);
  // Rows as texts of the columns that both versions have, to be matched as lines are.
  const textsIn = (rows: readonly GridRow[], version: Version): Text[] => {
    const leaves = rows.map(({ texts, cells }): Leaf => {
      const text = shared.map((column) => texts[column[version] ?? -1] ?? '').join(' | ');
      // A table of one row: it is matched whole or in likeness, and never in parts.
      const table: Table = { type: 'table', head: [], body: [{ cells: [...cells] }] };
      return leafOfTable(table, text, NOWHERE);
    });
    return textsOf(leaves, links);
  };
  const [before, after] = [textsIn(old, 'before'), textsIn(now, 'after')];
  const { whole, moves } = findMoves(matchTexts(before, after), before, after, nextKey);
  return stepsOf({ whole, moves: mayMove ? moves : [] }, { before, after }).map((step): RowPair => {
    if (step.type === 'gone') return { gone: step.move };
    const [olds, news] =
      step.type === 'match'
        ? [step.match.before, step.match.after]
        : step.type === 'before'
          ? [[step.text], []]
          : [[], [step.text]];
    return {
      before: old[olds[0]?.place ?? -1],
      after: now[news[0]?.place ?? -1],
      move: step.moves.at(-1),
    };
  });
}

function tableOf(
  before: Table | undefined,
  after: Table | undefined,
  rows: readonly RowPair[],
  columns: readonly Column[],
  surroundings: Surroundings,
): TablePart {
  const caption = captionOf(before?.caption, after?.caption, surroundings);
  const table: TablePart = {
    type: 'table',
    side: sideOf(before, after),
    ...(caption && { caption }),
    head: [],
    body: [],
  };
  let headsToCome = rows.filter((row) => row.after?.isHead).length;
  for (const { before: old, after: now, move, gone } of rows) {
    if (now?.isHead) headsToCome -= 1;
    // Once the body has begun, rows of an old head stand in it: their order is the record's.
    const isHead = now ? now.isHead : headsToCome > 0 || old?.isHead === true;
    const row: RowPart =
      gone === undefined
        ? {
            type: 'row',
            side: sideOf(old, now),
            cells: cellsOf(old, now, columns, surroundings),
            ...(move !== undefined && { move }),
          }
        : { type: 'row', side: 'before', cells: [], gone };
    (isHead && table.body.length === 0 ? table.head : table.body).push(row);
  }
  return table;
}

const sideOf = (before: unknown, after: unknown): Side =>
  before && after ? 'both' : before ? 'before' : 'after';

function cellsOf(
  before: GridRow | undefined,
  after: GridRow | undefined,
  columns: readonly Column[],
  { compareBlocks }: Surroundings,
): CellPart[] {
  return columns.flatMap((column): CellPart[] => {
    const old = before?.cells[column.before ?? -1];
    const now = after?.cells[column.after ?? -1];
    const cell = now ?? old;
    // A row without a cell here is kept as long as the others; a short row stays short.
    const isShort = (after ? column.after : column.before) !== undefined;
    if (!cell) return isShort ? [] : [{ side: after ? 'before' : 'after', parts: [] }];
    const parts = compareBlocks(old?.blocks ?? [], now?.blocks ?? []);
    if (old && now && before?.isHead !== after?.isHead) markStructure(parts);
    return [{ side: sideOf(old, now), cell, parts }];
  });
}

/** Says of text of both versions that it is set in another way. */
function markStructure(parts: readonly Part[]): void {
  for (const part of parts) {
    if (part.type === 'box') markStructure(part.parts);
    else if (part.type === 'line' && part.side === 'both') part.marks.push('structure');
  }
}

const NOWHERE: Holder = { source: { type: 'section' }, path: [] };

function captionOf(
  before: Inline[] | undefined,
  after: Inline[] | undefined,
  { links }: Surroundings,
): Line | undefined {
  const captionIn = (content?: Inline[]): Text | undefined =>
    textsOf(content ? leavesOfBlocks([{ type: 'paragraph', bare: true, content }]) : [], links)[0];
  const [old, now] = [captionIn(before), captionIn(after)];
  if (old && now) return linesOf([old], [now])[0];
  return now ? lineOf(now, 'after') : old && lineOf(old, 'before');
}
