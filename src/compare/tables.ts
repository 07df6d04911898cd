/** Tables compared as tables: columns first, then rows, then the cells where they meet. */
import type { Block, Inline, Table } from '../document/model.ts';
import {
  columnsBetween,
  gridOf,
  pairColumns,
  pairRows,
  shapeOf,
  widened,
  type Column,
  type GridRow,
  type RowPair,
  type Surroundings,
  type Version,
} from './grid.ts';
import { leavesOfBlocks } from './leaves.ts';
import { lineOf, linesOf } from './lines.ts';
import type { CellPart, Line, Part, RowPart, Side, TablePart } from './model.ts';
import { gridWithSpans, mergeSlots, type Area, type Merged } from './spans.ts';
import { textsOf, type Text } from './texts.ts';

/** Compares two tables. Of one that is missing, the other is all removed, or all added. */
export function compareTables(
  before: Table | undefined,
  after: Table | undefined,
  surroundings: Surroundings,
): TablePart[] {
  const old = before ? gridOf(before) : [];
  const now = after ? gridOf(after) : [];
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
  [old, now]: [readonly GridRow[], readonly GridRow[]],
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
    (row[version] && areas[version]?.[row[version].index]) ?? [];
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
      const top = rows[index]?.[version]?.index;
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

function mergedCell(
  { before, after, rows, columns, column }: Merged,
  side: Side,
  { compareBlocks }: Surroundings,
): CellPart {
  const old = before?.cell;
  const now = after?.cell;
  const cell = now ?? old;
  // What neither version has is of the version that lacks the row, and so in no column alone.
  if (!cell) return { side: side === 'before' ? 'after' : 'before', parts: [] };
  const { columns: _columns, rows: _rows, ...plain } = cell;
  return {
    side: sideOf(old, now),
    column,
    cell: { ...plain, ...(columns > 1 && { columns }), ...(rows > 1 && { rows }) },
    ...(now && { after: now }),
    parts: compareBlocks(old?.blocks ?? NO_BLOCKS, now?.blocks ?? NO_BLOCKS),
  };
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

const NO_BLOCKS: Block[] = [];

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
    const parts = compareBlocks(old?.blocks ?? NO_BLOCKS, now?.blocks ?? NO_BLOCKS);
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

function captionOf(
  before: Inline[] | undefined,
  after: Inline[] | undefined,
  { context }: Surroundings,
): Line | undefined {
  const captionIn = (content?: Inline[]): Text | undefined =>
    textsOf(
      content ? leavesOfBlocks([{ type: 'paragraph', bare: true, content }]) : [],
      context,
    )[0];
  const old = captionIn(before);
  const now = captionIn(after);
  if (old && now) return linesOf([old], [now])[0];
  return now ? lineOf(now, 'after') : old && lineOf(old, 'before');
}
