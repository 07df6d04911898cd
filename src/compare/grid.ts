/** Tables as grids: which columns and rows of one version are which of the other. */
import type { Block, Cell, Table } from '../document/model.ts';
import { heaviestChain, type Pair } from './chain.ts';
import { leafOfTable, textIn, type Holder, type Leaf } from './leaves.ts';
import { matchTexts } from './match.ts';
import { once } from '../document/once.ts';
import type { Part } from './model.ts';
import { findMoves } from './moves.ts';
import { stepsOf } from './script.ts';
import type { Area } from './spans.ts';
import { Tally } from './tally.ts';
import { textsOf, type Context, type Text } from './texts.ts';

/** What comparing tables needs of the comparison it is part of. */
export interface Surroundings {
  context: Context;
  nextKey: () => string;
  compareBlocks: (before: readonly Block[], after: readonly Block[]) => Part[];
}

export type Version = 'before' | 'after';

/** A column of the redline: its number in each version that has it. */
export type Column = Partial<Record<Version, number>>;

export interface GridRow {
  /** Its place in the table, from 0 on. */
  index: number;
  cells: readonly Cell[];
  texts: string[];
  isHead: boolean;
  /** As it was last matched: by the words of the columns that both tables had. */
  leaf?: Leaf;
}

/** A row of the redline: what it is in each version that has it. */
export interface RowPair {
  before?: GridRow | undefined;
  after?: GridRow | undefined;
  /** The key of its move, when it came from another place or went to one. */
  move?: string | undefined;
  gone?: string;
}

/** The rows of a table, read once for all comparisons. */
export const gridOf = once(({ head, body }: Table): readonly GridRow[] =>
  [...head, ...body].map(({ cells }, index) => ({
    index,
    cells,
    texts: textsIn(cells),
    isHead: index < head.length,
  })),
);

const textsIn = (cells: readonly Cell[]): string[] => cells.map(({ blocks }) => textIn(blocks));

export const shapeOf = (rows: readonly GridRow[]): string =>
  rows
    .map(({ cells, isHead }) =>
      [isHead, ...cells.map(({ columns, rows: deep }) => `${columns}x${deep}`)].join(),
    )
    .join(';');

/** Columns that hold the same texts, weighted by how much of it; a head counts for three. */
export function pairColumns(before: readonly GridRow[], after: readonly GridRow[]): Pair[] {
  const columns = new Map<string, Set<number>>();
  for (const { texts } of before) {
    texts.forEach((text, column) =>
      columns.set(text, (columns.get(text) ?? new Set<number>()).add(column)),
    );
  }
  const shared = new Tally<number, number>();
  for (const { texts, isHead } of after) {
    texts.forEach((text, column) => {
      for (const other of (text && columns.get(text)) || []) {
        shared.add(other, column, (isHead ? 3 : 1) * (text.length + 1));
      }
    });
  }
  return heaviestChain(
    shared.all().map(({ a, b, amount }) => ({ before: a, after: b, weight: amount })),
  );
}

/** The columns of both tables in one order, those of one version alone at their places. */
export function columnsBetween(
  pairs: readonly Pair[],
  before: readonly GridRow[],
  after: readonly GridRow[],
): Column[] {
  const widthOf = (rows: readonly GridRow[]): number =>
    rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const end = { before: widthOf(before), after: widthOf(after) };
  const columns: Column[] = [];
  let b = 0;
  let a = 0;
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
export function pairRows(
  old: readonly GridRow[],
  now: readonly GridRow[],
  columns: readonly Column[],
  { context, nextKey }: Surroundings,
  mayMove = true,
): RowPair[] {
  const shared = columns.filter(({ before, after }) => before !== undefined && after !== undefined);
  // Rows as texts of the columns that both versions have, to be matched as lines are.
  const rowsAsTexts = (rows: readonly GridRow[], version: Version): Text[] => {
    const leaves = rows.map((row): Leaf => {
      const { texts, cells, leaf } = row;
      const text = shared.map((column) => texts[column[version] ?? -1] ?? '').join(' | ');
      if (leaf?.text === text) return leaf;
      // A table of one row: it is matched whole or in likeness, and never in parts.
      const table: Table = { type: 'table', head: [], body: [{ cells: [...cells] }] };
      return (row.leaf = leafOfTable(table, text, NOWHERE));
    });
    return textsOf(leaves, context);
  };
  const before = rowsAsTexts(old, 'before');
  const after = rowsAsTexts(now, 'after');
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

/** Rows with a cell in each column: one that reaches over several stands in all of them. */
export const widened = (rows: readonly GridRow[], areas: readonly Area[][]): GridRow[] =>
  rows.map(({ isHead, index }) => {
    const cells = (areas[index] ?? []).map(({ cell }) => cell);
    return { index, cells, texts: textsIn(cells), isHead };
  });

const NOWHERE: Holder = { source: { type: 'section' }, path: [] };
