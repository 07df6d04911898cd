/** From the HTML of a body to the document model. */
import { defaultTreeAdapter, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { isAnchor } from './anchors.ts';
import { isGroup, isMark, type GroupTag } from './elements.ts';
import { outline, type Piece } from './outline.ts';
import { parseInline, tidyInline } from './parse-inline.ts';
import type {
  Block,
  Cell,
  Definition,
  Definitions,
  Document,
  FactEntry,
  FactsBlock,
  Inline,
  Item,
  List,
  Paragraph,
  Row,
  Table,
} from './document.ts';
import { textOf } from './document.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const isElement = (node: Node): node is Element => defaultTreeAdapter.isElementNode(node);
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value;
const elementsIn = (element: Element, ...tags: string[]): Element[] =>
  element.childNodes.filter(isElement).filter(({ tagName }) => tags.includes(tagName));

/**
 * Parses the HTML of a version's body.
 *
 * Headings make the outline, whatever levels they are written with: a heading is within the
 * nearest one before it of a higher level. A heading without an id gets one from its words. Of
 * the elements it meets, it keeps what a notice says: words, their marks, links, lists, tables,
 * quotes and definitions. Scripts, styles and unknown wrappers do not survive; the text in
 * unknown wrappers does.
 *
 * @param source the HTML of the body alone: no `<html>`, no page around it
 * @param facts carried along unread
 */
export function parseDocument<F>(source: string, facts?: F): Document<F> {
  const root = parseFragment(source);
  const pieces = readFlow(root.childNodes);
  return { ...(facts !== undefined && { facts }), ...outline(pieces) };
}

/** Reads flow content: blocks, with stray text between them gathered into paragraphs. */
function readFlow(nodes: readonly Node[], bare = false): Piece[] {
  const pieces: Piece[] = [];
  let run: Node[] = [];
  const endRun = () => {
    const content = tidyInline(parseInline(run));
    if (content.length > 0) pieces.push({ type: 'paragraph', content, ...(bare && { bare }) });
    run = [];
  };
  for (const node of nodes) {
    if (isPhrasing(node)) {
      run.push(node);
    } else {
      endRun();
      if (isElement(node)) pieces.push(...readBlock(node));
    }
  }
  endRun();
  return pieces;
}

/** Blocks where no section can begin: a heading in a list or a quote becomes a strong line. */
function readBlocks(nodes: readonly Node[], bare = false): Block[] {
  return readFlow(nodes, bare).map((piece) =>
    piece.type === 'heading'
      ? {
          type: 'paragraph',
          content: [
            ...(piece.id === undefined ? [] : [{ type: 'target', anchor: piece.id } as const]),
            { type: 'mark', tag: 'strong', content: piece.content },
          ],
        }
      : piece,
  );
}

const INLINE_TAGS = new Set(['a', 'br', 'img', 'wbr', 'input', 'label', 'font', 'tt']);
const BLOCK_TAGS = new Set(
  'p ul ol dl table blockquote pre hr h1 h2 h3 h4 h5 h6 main nav hgroup'.split(' '),
);
const DROPPED_TAGS = new Set('script style template noscript iframe object embed head'.split(' '));

function isPhrasing(node: Node): boolean {
  if (defaultTreeAdapter.isTextNode(node)) return true;
  if (!isElement(node)) return false;
  const { tagName } = node;
  if (isMark(tagName) || INLINE_TAGS.has(tagName)) return !holdsBlock(node);
  return (
    !isGroup(tagName) && !BLOCK_TAGS.has(tagName) && !DROPPED_TAGS.has(tagName) && !holdsBlock(node)
  );
}

const holdsBlock = (element: Element): boolean =>
  element.childNodes.some((child) => isElement(child) && !isPhrasing(child));

function readBlock(element: Element): Piece[] {
  const { tagName } = element;
  const of = attribute(element, 'data-facts');
  if (of !== undefined) return [readFacts(element, of)];
  if (/^h[1-6]$/.test(tagName)) return readHeading(element);
  if (isGroup(tagName)) return readGroup(element, tagName);
  if (tagName === 'p') return paragraph(element);
  const anchor = attribute(element, 'id');
  return [...(anchor ? [place(anchor)] : []), ...readPlainBlock(element)];
}

function readPlainBlock(element: Element): Piece[] {
  const { tagName } = element;
  switch (tagName) {
    case 'ul':
    case 'ol':
      return [readList(element)];
    case 'dl':
      return [readDefinitions(element)];
    case 'table':
      return [readTable(element)];
    case 'blockquote':
      return [{ type: 'quote', blocks: readBlocks(element.childNodes) }];
    case 'pre':
      return [{ type: 'code', text: rawText(element).replace(/\n$/, '') }];
    case 'hr':
      return [{ type: 'rule' }];
    default:
      return DROPPED_TAGS.has(tagName) ? [] : readFlow(element.childNodes);
  }
}

/** The inline content of an element, with its id, if it has one, as a place to link to. */
function contentOf(element: Element): Inline[] {
  const anchor = attribute(element, 'id');
  const content = tidyInline(parseInline(element.childNodes));
  return anchor ? [{ type: 'target', anchor }, ...content] : content;
}

function paragraph(element: Element): Piece[] {
  const content = contentOf(element);
  return content.length > 0 ? [{ type: 'paragraph', content }] : [];
}

/** A heading without words heads nothing, and is left out. */
function readHeading(element: Element): Piece[] {
  const content = tidyInline(parseInline(element.childNodes));
  if (textOf(content).trim() === '') return [];
  const id = attribute(element, 'id');
  const rank = Number(element.tagName.slice(1));
  return [{ type: 'heading', rank, content, ...(id && isAnchor(id) && { id }) }];
}

/** A wrapper that says nothing gives way to its contents, so that sections inside it count. */
function readGroup(element: Element, tag: GroupTag): Piece[] {
  const anchor = attribute(element, 'id');
  if (['div', 'section', 'article', 'header', 'footer'].includes(tag)) {
    return [...(anchor ? [place(anchor)] : []), ...readFlow(element.childNodes)];
  }
  const blocks = readBlocks(element.childNodes, tag !== 'details');
  return [{ type: 'group', tag, blocks, ...(anchor && { anchor }) }];
}

/** A place to link to that stands before a block. */
const place = (anchor: string): Paragraph => ({
  type: 'paragraph',
  content: [{ type: 'target', anchor }],
  bare: true,
});

function readList(element: Element): List {
  const start = Number(attribute(element, 'start') ?? 1);
  return {
    type: 'list',
    ordered: element.tagName === 'ol',
    ...(Number.isInteger(start) && start !== 1 && { start }),
    items: gatherStray(element, ['li'], 'li').map(readItem),
  };
}

/** The parts of a list; whatever else stands in it becomes a part too, so that no word is lost. */
function gatherStray(element: Element, parts: readonly string[], as: string): Element[] {
  return element.childNodes.flatMap((child): Element[] => {
    if (isElement(child) && parts.includes(child.tagName)) return [child];
    if (isElement(child) && DROPPED_TAGS.has(child.tagName)) return [];
    if (!isElement(child) && rawText(child).trim() === '') return [];
    const part = defaultTreeAdapter.createElement(as, element.namespaceURI, []);
    part.childNodes = [child];
    return [part];
  });
}

function readItem(element: Element): Item {
  const box = findCheckbox(element);
  return { blocks: blocksOf(element), ...(box && { checked: isChecked(box) }) };
}

/** The blocks of an item, a cell or a description, after its id if links may lead there. */
function blocksOf(element: Element): Block[] {
  const anchor = attribute(element, 'id');
  return [...(anchor ? [place(anchor)] : []), ...readBlocks(element.childNodes, true)];
}

const isChecked = (box: Element): boolean =>
  attribute(box, 'data-checked') === 'true' || attribute(box, 'checked') !== undefined;

/** The box of a task: as Markdown writes it, or as this project prints it. */
function findCheckbox(item: Element): Element | undefined {
  return [item, ...elementsIn(item, 'p')]
    .flatMap((parent) => elementsIn(parent, 'input', 'span'))
    .find(
      (box) =>
        attribute(box, 'type') === 'checkbox' || attribute(box, 'data-checked') !== undefined,
    );
}

function readDefinitions(element: Element): Definitions {
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
      const description = blocksOf(part);
      if (last) last.descriptions.push(description);
      else entries.push({ terms: [], descriptions: [description] });
    }
  }
  return { type: 'definitions', entries };
}

function readFacts(element: Element, of: string): FactsBlock {
  const entries = element.childNodes.filter(isElement).flatMap((child): FactEntry[] => {
    const field = attribute(child, 'data-field');
    if (field === undefined) return [];
    const values = elementsIn(child, 'dd').map((value) =>
      tidyInline(parseInline(value.childNodes)),
    );
    return [{ field, values }];
  });
  return { type: 'facts', of, entries };
}

function readTable(element: Element): Table {
  const rowsIn = (parents: readonly Element[]): Row[] =>
    parents.flatMap((parent) => elementsIn(parent, 'tr').map(readRow));
  const [caption] = elementsIn(element, 'caption');
  return {
    type: 'table',
    ...(caption && { caption: tidyInline(parseInline(caption.childNodes)) }),
    head: rowsIn(elementsIn(element, 'thead')),
    body: rowsIn(elementsIn(element, 'tbody', 'tfoot')),
  };
}

const readRow = (row: Element): Row => ({ cells: elementsIn(row, 'td', 'th').map(readCell) });

function readCell(cell: Element): Cell {
  // As Markdown writes it, as HTML once did, and as this project prints it.
  const align =
    /text-align:\s*(left|center|right)/.exec(attribute(cell, 'style') ?? '')?.[1] ??
    attribute(cell, 'align') ??
    attribute(cell, 'class');
  const columns = Number(attribute(cell, 'colspan') ?? 1);
  const rows = Number(attribute(cell, 'rowspan') ?? 1);
  const blocks = blocksOf(cell);
  return {
    // An empty header names nothing: it is a plain corner of the table.
    header: cell.tagName === 'th' && blocks.length > 0,
    blocks,
    ...(isAlignment(align) && { align }),
    ...(columns > 1 && { columns }),
    ...(rows > 1 && { rows }),
  };
}

const isAlignment = (text: string | undefined): text is 'left' | 'center' | 'right' =>
  text === 'left' || text === 'center' || text === 'right';

function rawText(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  if (!isElement(node)) return '';
  if (node.tagName === 'br') return '\n';
  return node.childNodes.map(rawText).join('');
}
