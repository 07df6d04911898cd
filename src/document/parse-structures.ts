/** Reads lists, tables, definitions and facts: blocks that consist of parts. */
import { attribute, elementsIn, isElement, rawText, type Element, type Node } from './nodes.ts';
import type {
  Block,
  Cell,
  Definition,
  Definitions,
  FactsBlock,
  Item,
  List,
  Row,
  Table,
} from './model.ts';
import { contentOf, parseInline, tidyInline } from './parse-inline.ts';

/** Reads the blocks inside a part: an item, a cell, a description. */
export type ReadBlocks = (part: Element) => Block[];

const NUMBERINGS = ['a', 'A', 'i', 'I'] as const;

export function readList(element: Element, readBlocks: ReadBlocks): List {
  const start = Number(attribute(element, 'start') ?? 1);
  const numbering = NUMBERINGS.find((type) => type === attribute(element, 'type'));
  return {
    type: 'list',
    ordered: element.tagName === 'ol',
    ...(Number.isInteger(start) && start !== 1 && { start }),
    ...(numbering && { numbering }),
    ...(attribute(element, 'reversed') !== undefined && { reversed: true }),
    items: gatherStray(element, ['li'], 'li').map((item) => readItem(item, readBlocks)),
  };
}

function readItem(element: Element, readBlocks: ReadBlocks): Item {
  const box = findCheckbox(element);
  const value = Number(attribute(element, 'value') ?? Number.NaN);
  return {
    blocks: readBlocks(element),
    ...(box && { checked: isChecked(box) }),
    ...(Number.isInteger(value) && { value }),
  };
}

/** The checkbox of a task: as Markdown writes it, or as this project prints it. */
function findCheckbox(item: Element): Element | undefined {
  return [item, ...elementsIn(item, 'p')]
    .flatMap((parent) => elementsIn(parent, 'input', 'span'))
    .find(
      (box) =>
        attribute(box, 'type') === 'checkbox' || attribute(box, 'data-checked') !== undefined,
    );
}

const isChecked = (box: Element): boolean =>
  attribute(box, 'data-checked') === 'true' || attribute(box, 'checked') !== undefined;

/** The parts of a structure. Anything else inside it becomes a part too, so that no word is lost. */
function gatherStray(element: Element, parts: readonly string[], as: string): Element[] {
  return element.childNodes.flatMap((child): Element[] => {
    if (isElement(child) && parts.includes(child.tagName)) return [child];
    if (rawText(child).trim() === '') return [];
    return [{ tagName: as, attrs: [], childNodes: [child] }];
  });
}

export function readDefinitions(element: Element, readBlocks: ReadBlocks): Definitions {
  const entries: Definition[] = [];
  const parts = gatherStray(element, ['dt', 'dd', 'div'], 'dd').flatMap((part) =>
    part.tagName === 'div' ? gatherStray(part, ['dt', 'dd'], 'dd') : [part],
  );
  for (const part of parts) {
    const last = entries.at(-1);
    if (part.tagName === 'dt') {
      const term = contentOf(part);
      if (last && last.descriptions.length === 0) last.terms.push(term);
      else entries.push({ terms: [term], descriptions: [] });
    } else {
      const description = readBlocks(part);
      if (last) last.descriptions.push(description);
      else entries.push({ terms: [], descriptions: [description] });
    }
  }
  return { type: 'definitions', entries };
}

/** Reads facts as `renderFacts` prints them: the values without their labels. */
export function readFacts(element: Element, of: string): FactsBlock {
  const entries = element.childNodes.filter(isElement).flatMap((child) => {
    const field = attribute(child, 'data-field');
    if (field === undefined) return [];
    const values = elementsIn(child, 'dd').map((value) =>
      tidyInline(parseInline(value.childNodes)),
    );
    return [{ field, values }];
  });
  return { type: 'facts', of, entries };
}

export function readTable(element: Element, readBlocks: ReadBlocks): Table {
  const rowOf = (row: Element): Row => ({
    cells: elementsIn(row, 'td', 'th').map((cell) => readCell(cell, readBlocks)),
  });
  const rowsIn = (parents: readonly Element[]): Row[] =>
    // HTML allows a row directly in its table, without a body around it.
    parents.flatMap((parent) =>
      parent.tagName === 'tr' ? [rowOf(parent)] : elementsIn(parent, 'tr').map(rowOf),
    );
  const [caption] = elementsIn(element, 'caption');
  const of = attribute(element, 'data-records');
  return {
    type: 'table',
    ...(caption && { caption: contentOf(caption) }),
    ...(of !== undefined && { of }),
    head: rowsIn(elementsIn(element, 'thead')),
    body: rowsIn(elementsIn(element, 'tbody', 'tfoot', 'tr')),
  };
}

function readCell(cell: Element, readBlocks: ReadBlocks): Cell {
  // As Markdown writes it, as old HTML did, and as this project prints it.
  const align =
    /text-align:\s*(left|center|right)/.exec(attribute(cell, 'style') ?? '')?.[1] ??
    attribute(cell, 'align') ??
    attribute(cell, 'class');
  const columns = Number(attribute(cell, 'colspan') ?? 1);
  const rows = Number(attribute(cell, 'rowspan') ?? 1);
  const blocks = readBlocks(cell);
  return {
    // An empty header names nothing: it is only the corner of the table.
    header: cell.tagName === 'th' && blocks.length > 0,
    blocks,
    ...(isAlignment(align) && { align }),
    ...(columns > 1 && { columns }),
    ...(rows > 1 && { rows }),
  };
}

/** Nodes inside a table that do not belong there: HTML moves them before the table. */
export const strayIn = (table: Element): Node[] =>
  table.childNodes.flatMap((child) => {
    if (!isElement(child)) return [child];
    if (child.tagName === 'tr') return child.childNodes.filter((cell) => !isPart(cell, CELLS));
    if (!ROW_GROUPS.has(child.tagName)) return isPart(child, TABLE_PARTS) ? [] : [child];
    return strayIn(child);
  });

const isPart = (node: Node, tags: ReadonlySet<string>): boolean =>
  isElement(node) && tags.has(node.tagName);

const CELLS = new Set(['td', 'th']);
const ROW_GROUPS = new Set(['thead', 'tbody', 'tfoot']);
const TABLE_PARTS = new Set(['caption', 'col', 'colgroup']);

const isAlignment = (text: string | undefined): text is 'left' | 'center' | 'right' =>
  text === 'left' || text === 'center' || text === 'right';
