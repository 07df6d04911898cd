/** Tables: those that hold data, and those that only lay a page out. */
import { Collector, type Place } from './html-collect.ts';
import {
  attributeOf,
  childrenOf,
  isElement,
  isText,
  type HtmlElement,
  type HtmlNode,
  type Measure,
} from './html-tree.ts';
import { spanning } from './table-spans.ts';
import type { Cell, Item, Paragraph, Piece, Table } from './model.ts';

type Walk = (nodes: readonly HtmlNode[], place: Place, into: Collector) => void;

interface Row {
  cells: HtmlElement[];
  /** How many rows its part of the table has from it on: no cell spans more. */
  left: number;
}

const SECTIONS = new Set(['thead', 'tbody', 'tfoot']);
/** Roles that make a table of other elements, and what they stand for. */
const ROLES: Record<string, string> = {
  table: 'table',
  grid: 'table',
  rowgroup: 'tbody',
  row: 'tr',
  cell: 'td',
  gridcell: 'td',
  columnheader: 'th',
  rowheader: 'th',
};

/** What an element is in a table, by its role or its name. */
export const tableName = (element: HtmlElement): string =>
  ROLES[attributeOf(element, 'role') ?? ''] ?? element.tagName;

/** A cell that holds so much, and most of its table, is a column of the page. */
const MUCH = 1500;
/** Beside a menu, less is a column of the page too. */
const SOME = 400;

/** Whether a table holds data. One of one column, or with a table inside, only lays out. */
export function isDataTable(
  table: HtmlElement,
  measures: ReadonlyMap<HtmlElement, Measure>,
): boolean {
  const role = attributeOf(table, 'role');
  if (role === 'presentation' || role === 'none') return false;
  const { text = 0, tables = 0, headings = 0 } = measures.get(table) ?? {};
  if (tables > 0) return false;
  const rows = rowsOf(table).filter(({ cells }) => cells.length > 0);
  const hasHeads = rows.some(({ cells }) => cells.some((cell) => tableName(cell) === 'th'));
  if (headings > 0 && !hasHeads) return false;
  if (!rows.some(({ cells }) => cells.length > 1)) return false;
  if (rows.length === 1 && !hasHeads) return false;
  return !rows.some(({ cells }) =>
    cells.some((cell) => {
      const held = measures.get(cell)?.text ?? 0;
      if (held <= 0.7 * text) return false;
      return held > MUCH || (!hasHeads && held > SOME && hasMenuBeside(cells, cell));
    }),
  );
}

/** Whether what stands beside a cell is only links, or nothing. */
const hasMenuBeside = (cells: readonly HtmlElement[], cell: HtmlElement): boolean =>
  cells.length > 1 && cells.every((each) => each === cell || isMenu(each));

/** Whether all words of a cell are links. */
function isMenu(cell: HtmlElement): boolean {
  const stack = [...childrenOf(cell)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) {
      if (node.value.trim() !== '') return false;
    } else if (isElement(node) && node.tagName !== 'a') {
      for (const child of childrenOf(node)) stack.push(child);
    }
  }
  return true;
}

function rowsOf(table: HtmlElement): Row[] {
  const rows: Row[] = [];
  let loose: HtmlElement[] = [];
  const add = (lines: readonly HtmlElement[]): void => {
    for (const [index, line] of lines.entries()) {
      const cells = childrenOf(line)
        .filter(isElement)
        .filter((cell) => ['td', 'th'].includes(tableName(cell)));
      rows.push({ cells, left: lines.length - index });
    }
  };
  for (const part of childrenOf(table).filter(isElement)) {
    if (tableName(part) === 'tr') loose.push(part);
    if (!SECTIONS.has(tableName(part))) continue;
    add(loose);
    loose = [];
    add(
      childrenOf(part)
        .filter(isElement)
        .filter((row) => tableName(row) === 'tr'),
    );
  }
  add(loose);
  return rows;
}

/** Reads a table that holds data. What is around its rows, such as a caption, comes before it. */
export function readTable(element: HtmlElement, place: Place, into: Collector, walk: Walk): void {
  const around: HtmlNode[] = childrenOf(element).filter(
    (part) => isElement(part) && !SECTIONS.has(tableName(part)) && tableName(part) !== 'tr',
  );
  walk(around, place, into);
  into.endAll();
  const rest: { piece: Piece; from: Collector }[] = [];
  const rows = rowsOf(element).map(({ cells, left }) =>
    cells.map((cell) => {
      const inside = new Collector(() => false);
      walk(
        childrenOf(cell),
        { ...place, block: { type: 'paragraph' }, depth: 0, format: {} },
        inside,
      );
      inside.endAll();
      const shown: (Paragraph | Item)[] = [];
      for (const piece of inside.pieces) {
        if (piece.signs?.isHidden || piece.signs?.part) rest.push({ piece, from: inside });
        else shown.push(...inCell(piece));
      }
      return cellOf(cell, shown, left);
    }),
  );
  const at = element.sourceCodeLocation?.startLine ?? 1;
  const id = attributeOf(element, 'id');
  const signs = { ...(id && { id }), ...(place.isHidden && { isHidden: true as const }) };
  const table: Table = {
    type: 'table',
    at,
    ...(Object.keys(signs).length > 0 && { signs }),
    rows,
  };
  if (rows.some((row) => row.some(({ pieces }) => pieces.length > 0))) into.add(table, place);
  for (const { piece, from } of rest) into.add(piece, { ...place, around: from.around.get(piece) });
}

/** HTML lets a cell span 1,000 columns. No row needs more of either, also where 0 stands for all that are left. */
const MOST_SPANNED = 1000;

function cellOf(element: HtmlElement, pieces: Cell['pieces'], left: number): Cell {
  const span = (name: string, none: number): number => {
    const written = attributeOf(element, name) ?? attributeOf(element, `aria-${name}`) ?? '1';
    const number = /^\s*\d{1,5}/.test(written) ? Number.parseInt(written, 10) : 1;
    return Math.min(number === 0 ? none : number, MOST_SPANNED);
  };
  const cell = { pieces, ...(tableName(element) === 'th' && { isHead: true as const }) };
  // HTML: no row is spanned beyond the part of the table, and 0 is all that is left of it.
  return spanning(cell, span('colspan', 1), Math.min(span('rowspan', left), left));
}

/** A cell holds paragraphs and items alone. */
function inCell(piece: Piece): (Paragraph | Item)[] {
  if (piece.type === 'paragraph' || piece.type === 'item') return [piece];
  if (piece.type === 'table') return piece.rows.flat().flatMap(({ pieces }) => pieces);
  return [
    {
      type: 'paragraph',
      at: piece.at,
      ...(piece.signs && { signs: piece.signs }),
      runs: piece.runs,
    },
  ];
}
