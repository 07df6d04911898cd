/** What tests of comparisons read redlines with: as short text, as either version, as a page. */
import {
  defaultTreeAdapter as tree,
  parseFragment,
  serialize,
  type DefaultTreeAdapterTypes,
} from 'parse5';
import { parseDocument, type Document, type Inline, type Block } from '../document/index.ts';
import type { Item, List } from '../document/model.ts';
import type { Facts } from '../notices/schema.ts';
import { compareDocuments, renderRedline, type Comparison } from './index.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Compares what two pieces of HTML say. */
export const compareHtml = (before: string, after: string): Comparison =>
  compareDocuments(parseDocument<Facts>(before), parseDocument<Facts>(after));

/** The redline of two pieces of HTML. */
export const redline = (before: string, after: string): string =>
  renderRedline(compareHtml(before, after));

const isElement = (node: Node): node is Element => tree.isElementNode(node);

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value;

function elementsIn(parent: Parent): Element[] {
  const found: Element[] = [];
  const visit = (node: Parent): void => {
    for (const child of node.childNodes.filter(isElement)) {
      found.push(child);
      visit(child);
    }
  };
  visit(parent);
  return found;
}

/** Replaces nodes by others, from the inside out; nothing removes, itself keeps. */
function rewrite(parent: Parent, change: (element: Element) => Node[]): void {
  parent.childNodes = parent.childNodes.flatMap((child): Node[] => {
    if (!isElement(child)) return [child];
    rewrite(child, change);
    return change(child);
  });
  for (const child of parent.childNodes) child.parentNode = parent;
}

/** Whether words are those of the display. */
const isOfDisplay = (element: Element): boolean => attribute(element, 'data-diff-ui') !== undefined;

/** Whether a sign is the box of a task, which is no word either. */
const isBox = (element: Element): boolean => attribute(element, 'data-checked') !== undefined;

const NOISE = new Set([
  ...['id', 'class', 'data-kind', 'data-diff-ui', 'tabindex', 'role', 'aria-label'],
]);

/** A redline as tests spell it out: without words of the display, wrappers, ids and classes. */
export function plain(html: string): string {
  const root = parseFragment(html);
  rewrite(root, (element) => {
    const isGone = attribute(element, 'data-moved-to') !== undefined;
    if (isOfDisplay(element) && !isGone && attribute(element, 'class') !== 'none') return [];
    if (isGone) element.childNodes = [];
    const isWrapper =
      element.tagName === 'section' ||
      (element.tagName === 'div' && /table/.test(classOf(element)));
    element.attrs = element.attrs.filter(({ name }) => !NOISE.has(name));
    return isWrapper && element.attrs.length === 0 ? element.childNodes : [element];
  });
  return serialize(root)
    .replace(/\n<\/code>/g, '</code>')
    .replace(/(?<=>)\n(?=<)/g, '')
    .trim();
}

const classOf = (element: Element): string => attribute(element, 'class') ?? '';

/** Elements at whose edges a word ends. */
const BLOCKS = new Set(
  (
    'address article aside blockquote br caption dd details div dl dt figcaption figure footer ' +
    'h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead ' +
    'tr ul'
  ).split(' '),
);

/** White space made one space each, and what no reader sees left out. */
const squeeze = (text: string): string =>
  text
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A text as it is compared where white space is no matter. */
export const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

/** The words of the version before, read out of a redline: what moved is put back. */
export function oldText(html: string): string {
  const root = parseFragment(html);
  const moved = new Map<string, Element[]>();
  const places = new Set<string>();
  for (const element of elementsIn(root)) {
    const from = attribute(element, 'data-moved-from');
    if (from !== undefined) moved.set(from, [...(moved.get(from) ?? []), element]);
    const to = attribute(element, 'data-moved-to');
    if (to !== undefined) places.add(to);
  }
  let text = '';
  const visit = (node: Node, isBack: boolean): void => {
    if (tree.isTextNode(node)) text += node.value;
    if (!isElement(node)) return;
    const to = attribute(node, 'data-moved-to');
    const from = attribute(node, 'data-moved-from');
    if (to !== undefined) {
      text += ' ';
      for (const element of moved.get(to) ?? []) visit(element, true);
      return;
    }
    if (from !== undefined && !isBack && places.has(from)) return;
    if (isOfDisplay(node) || isBox(node) || isSide(node, 'ins')) return;
    if (BLOCKS.has(node.tagName)) text += ' ';
    for (const child of node.childNodes) visit(child, false);
    if (BLOCKS.has(node.tagName)) text += ' ';
  };
  for (const node of root.childNodes) visit(node, false);
  return squeeze(text);
}

/** The words of the version after, read out of a redline. */
export const newText = (html: string): string => {
  let text = '';
  const visit = (node: Node): void => {
    if (tree.isTextNode(node)) text += node.value;
    if (!isElement(node) || isOfDisplay(node) || isBox(node)) return;
    if (isSide(node, 'del')) return;
    const edge = BLOCKS.has(node.tagName) ? ' ' : '';
    text += edge;
    node.childNodes.forEach(visit);
    text += edge;
  };
  parseFragment(html).childNodes.forEach(visit);
  return squeeze(text);
};

const isSide = (element: Element, side: 'ins' | 'del'): boolean =>
  element.tagName === side || attribute(element, 'data-diff') === side;

/** The words of one column of two versions side by side. */
export function columnText(html: string, column: 'before' | 'after'): string {
  const other = column === 'before' ? 'after' : 'before';
  const root = parseFragment(html);
  rewrite(root, (element) => (isOfDisplay(element) || classOf(element) === other ? [] : [element]));
  return textOfDocument(parseDocument(serialize(root)));
}

/** The document that a redline leaves without deletions and without words of the display. */
export function newDocument(html: string): Document {
  const root = parseFragment(html);
  rewrite(root, (element) => {
    if (isOfDisplay(element) || isSide(element, 'del')) return [];
    for (const [own, span] of [
      ['data-columns-after', 'colspan'],
      ['data-rows-after', 'rowspan'],
    ] as const) {
      const value = attribute(element, own);
      if (value === undefined) continue;
      element.attrs = element.attrs.filter(({ name }) => name !== span);
      element.attrs.push({ name: span, value });
    }
    const rows = element.childNodes.filter(isElement);
    for (const [index, row] of rows.entries()) {
      if (attribute(row, 'data-row-after') === undefined) continue;
      rows[index + 1]?.childNodes.unshift(...row.childNodes.splice(0));
      element.childNodes.splice(element.childNodes.indexOf(row), 1);
    }
    const isAround = element.tagName === 'ins' || classOf(element) === 'contained';
    return isAround ? element.childNodes : [element];
  });
  return parseDocument(serialize(root));
}

/** The words of a document, as `oldText` and `newText` read them out of a redline of it. */
export function textOfDocument({ lead, sections }: Pick<Document, 'lead' | 'sections'>): string {
  const inSections = sections.map((section) =>
    [lineText(section.heading), textOfDocument({ ...section, lead: section.blocks })].join(' '),
  );
  return squeeze([...lead.map(blockText), ...inSections].join(' '));
}

function blockText(block: Block): string {
  const join = (texts: readonly string[]): string => texts.join(' ');
  const inside = (blocks: readonly Block[]): string => join(blocks.map(blockText));
  switch (block.type) {
    case 'paragraph':
      return lineText(block.content);
    case 'list':
      return join(block.items.map(({ blocks }) => inside(blocks)));
    case 'table': {
      const rows = [...block.head, ...block.body];
      const cells = rows.flatMap(({ cells }) => cells.map(({ blocks }) => inside(blocks)));
      return join([lineText(block.caption ?? []), ...cells]);
    }
    case 'quote':
    case 'group':
      return inside(block.blocks);
    case 'definitions':
      return join(
        block.entries.flatMap(({ terms, descriptions }) => [
          ...terms.map(lineText),
          ...descriptions.map(inside),
        ]),
      );
    case 'facts':
      return join(block.entries.flatMap(({ values }) => values.map(lineText)));
    case 'code':
      return block.text;
    case 'rule':
      return '';
  }
}

/** The characters of a line; what a picture shows is not text. */
const lineText = (content: readonly Inline[]): string =>
  content
    .map((inline) => {
      if (inline.type === 'text') return inline.value;
      if (inline.type === 'break') return ' ';
      return 'content' in inline ? lineText(inline.content) : '';
    })
    .join('');

/**
 * A document with each line as one string, for comparing: marks are written before each word, so
 * that it does not matter where in a line a mark is closed and opened again. Marks for changes
 * of the notice itself are left out, since a redline cannot show them as such.
 */
export function outlineOf({ lead, sections }: Pick<Document, 'lead' | 'sections'>): unknown {
  return {
    lead: plainLines(lead),
    sections: sections.map(({ anchor, rank, level, heading, blocks, sections: inner }) => ({
      ...{ anchor, rank, level, heading: spellLine(heading) },
      ...(outlineOf({ lead: blocks, sections: inner }) as object),
    })),
  };
}

function plainLines(value: unknown): unknown {
  if (!Array.isArray(value)) {
    if (typeof value !== 'object' || value === null) return value;
    const list = 'items' in value ? withoutCount(value as List) : value;
    return Object.fromEntries(Object.entries(list).map(([key, inner]) => [key, plainLines(inner)]));
  }
  const items: unknown[] = value;
  return items.length > 0 && items.every(isInline) ? spellLine(items) : items.map(plainLines);
}

/** A list without the numbers that its items have anyway: a redline writes them out in places. */
function withoutCount(list: List): List {
  const { start, reversed, items } = list;
  let next = start ?? (reversed ? items.length : 1);
  const counted = items.map(({ value, ...item }): Item => {
    const isCounted = value === undefined || value === next;
    next = (value ?? next) + (reversed ? -1 : 1);
    return isCounted ? item : { ...item, value };
  });
  return { ...list, items: counted };
}

const INLINE = new Set(['text', 'mark', 'link', 'break', 'image', 'target']);

const isInline = (value: unknown): value is Inline =>
  typeof value === 'object' && value !== null && 'type' in value && INLINE.has(String(value.type));

function spellLine(content: readonly Inline[]): string {
  let line = '';
  let last = '';
  const add = (text: string, sign: string): void => {
    for (const part of text.split(/([ \n]+)/)) {
      if (part.trim() === '') last = part === '' ? last : '';
      else if (sign !== last) line += sign === '' ? '‹›' : sign;
      line += part;
      if (part.trim() !== '') last = sign;
    }
  };
  const visit = (inlines: readonly Inline[], sign: string): void => {
    for (const inline of inlines) {
      switch (inline.type) {
        case 'text':
          add(inline.value, sign);
          break;
        case 'break':
          add('\n', sign);
          break;
        case 'image':
          add(`[${inline.source}]`, sign);
          break;
        case 'target':
          line += `[#${inline.anchor}]`;
          break;
        case 'link':
          visit(inline.content, `${sign}‹${inline.href}›`);
          break;
        case 'mark': {
          const isChange = inline.tag === 'ins' || inline.tag === 'del';
          visit(inline.content, isChange ? sign : `${sign}‹${inline.tag}›`);
        }
      }
    }
  };
  visit(content, '');
  return line.replace(/‹›(?=[^‹]*)/g, '|');
}

const PHRASING = new Set(
  (
    'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q s samp small span strong ' +
    'sub sup time u var'
  ).split(' '),
);
/** Elements that hold words and marks alone. */
const LINES = new Set([
  ...['p', 'pre', 'dt', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...[...PHRASING].filter((tag) => tag !== 'br' && tag !== 'img'),
]);
/** Elements that hold no words of their own, and what they may hold. */
const STRUCTURES: Record<string, readonly string[]> = {
  ul: ['li'],
  ol: ['li'],
  table: ['caption', 'thead', 'tbody', 'tfoot'],
  thead: ['tr'],
  tbody: ['tr'],
  tfoot: ['tr'],
  tr: ['td', 'th'],
  dl: ['dt', 'dd', 'div'],
};
const PARTS = new Set(['li', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'dt', 'dd']);

/** What is wrong with a redline as HTML; a browser would repair it and show something else. */
export function problemsOf(html: string): string[] {
  const root = parseFragment(html);
  const tags = (source: string): string => (source.match(/<\/?[a-z][a-z0-9]*/g) ?? []).join('');
  const problems: string[] = [];
  if (tags(html) !== tags(serialize(root))) problems.push('a parser repairs it');
  const ids = new Set<string>();
  const keys = { 'data-moved-from': new Set<string>(), 'data-moved-to': new Set<string>() };
  for (const element of elementsIn(root)) {
    problems.push(...problemsWithin(element));
    const id = attribute(element, 'id');
    if (id !== undefined && ids.has(id)) problems.push(`two elements with the id ${id}`);
    if (id !== undefined) ids.add(id);
    for (const name of ['data-moved-from', 'data-moved-to'] as const) {
      const key = attribute(element, name);
      if (key !== undefined) keys[name].add(key);
    }
    if (element.tagName === 'table') problems.push(...raggedRows(element));
  }
  for (const key of keys['data-moved-from'].symmetricDifference(keys['data-moved-to'])) {
    problems.push(`one end alone of the move ${key}`);
  }
  for (const link of elementsIn(root)) {
    const target = attribute(link, 'href');
    if (target?.startsWith('#~') && !ids.has(target.slice(1))) problems.push(`no ${target}`);
  }
  return problems;
}

function problemsWithin(element: Element): string[] {
  const { tagName } = element;
  const parent = element.parentNode;
  const isInDivOfTerms =
    tagName === 'div' && parent !== null && 'tagName' in parent && parent.tagName === 'dl';
  const allowed = isInDivOfTerms ? ['dt', 'dd'] : STRUCTURES[tagName];
  return element.childNodes.flatMap((child): string[] => {
    if (!isElement(child)) {
      const isWords = tree.isTextNode(child) && child.value.trim() !== '';
      return allowed && isWords ? [`words in <${tagName}>`] : [];
    }
    const isMisplaced = allowed
      ? !allowed.includes(child.tagName)
      : PARTS.has(child.tagName) || (LINES.has(tagName) && !PHRASING.has(child.tagName));
    return isMisplaced ? [`<${child.tagName}> in <${tagName}>`] : [];
  });
}

function raggedRows(table: Element): string[] {
  const widths = new Set<number>();
  for (const part of table.childNodes.filter(isElement)) {
    const reaching: number[] = [];
    for (const row of part.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'tr')) {
      let width = reaching.shift() ?? 0;
      for (const cell of row.childNodes.filter(isElement)) {
        const columns = Number(attribute(cell, 'colspan') ?? 1);
        width += columns;
        for (let below = 0; below < Number(attribute(cell, 'rowspan') ?? 1) - 1; below += 1) {
          reaching[below] = (reaching[below] ?? 0) + columns;
        }
      }
      widths.add(width);
    }
  }
  return widths.size > 1 ? [`rows of ${[...widths].join(', ')} cells`] : [];
}

/** Tags and words, without wrappers, links and marks of changes: the shape a reader sees. */
export function shapeOf(html: string): string {
  const root = parseFragment(html);
  rewrite(root, (element) => {
    if (isOfDisplay(element) || isSide(element, 'del')) return [];
    if (/^(br|hr|img)$/.test(element.tagName)) return [];
    const isTransparent = /^(ins|div|section|article|span|a)$/.test(element.tagName);
    element.attrs = [];
    const isEmpty = squeeze(serialize(element)) === '';
    return isEmpty ? [] : isTransparent ? element.childNodes : [element];
  });
  let shape = squeeze(serialize(root).replace(/<!--.*?-->/gs, '')).replace(/\s+/g, '');
  for (let last = ''; last !== shape;) {
    last = shape;
    shape = shape.replace(/<\/(b|code|em|i|small|strong|sub|sup|u)><\1>/g, '');
  }
  return shape;
}
