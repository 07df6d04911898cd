/** Turns nodes of marked-up text into the document model. */
import { isGroup, isMark, type GroupTag } from './elements.ts';
import {
  anchorOf,
  attribute,
  elementsIn,
  isElement,
  isReady,
  isText,
  rawText,
  speechOf,
  type Element,
  type Node,
} from './nodes.ts';
import {
  headingText,
  type Block,
  type Document,
  type Group,
  type Paragraph,
  type Speech,
} from './model.ts';
import { outline, type Piece } from './outline.ts';
import { contentOf, parseInline, tidyInline } from './parse-inline.ts';
import { readTopics } from './topics.ts';
import { readDefinitions, readFacts, readList, readTable, strayIn } from './parse-structures.ts';

/**
 * Reads a text into the document model.
 *
 * Headings make the outline, whatever their levels: a heading is inside the nearest one before it
 * of a higher level. A heading without an id gets one from its text. Kept are text and its marks,
 * links, lists, tables, quotes and definitions. Scripts, styles and unknown elements are dropped,
 * but not the text in unknown elements.
 *
 * @param nodes the body alone, without the page around it
 * @param facts put into the document as they are
 */
export function readDocument<F = never>(nodes: readonly Node[], facts?: F): Document<F> {
  return { ...(facts !== undefined && { facts }), ...outline(readFlow(nodes)) };
}

/** Reads flow content: blocks, with text between them collected into paragraphs. */
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
      if (isReady(node)) pieces.push(node.block);
      else if (isElement(node)) pieces.push(...readBlock(node));
    }
  }
  endRun();
  return pieces;
}

/** Reads blocks where no section can begin: a heading in a list or a quote becomes a bold line. */
function readBlocks(nodes: readonly Node[], bare = false): Block[] {
  return readFlow(nodes, bare).map((piece) =>
    piece.type === 'heading'
      ? {
          type: 'paragraph',
          content: [
            ...(piece.id === undefined ? [] : [{ type: 'target', anchor: piece.id } as const]),
            ...piece.content,
          ],
          rank: piece.rank,
        }
      : piece,
  );
}

/** The blocks of an item, a cell or a description, with a target for links first if it has an id. */
function readPart(part: Element): Block[] {
  const blocks = readBlocks(part.childNodes, true);
  const speech = speechOf(part);
  return [...targetFor(part), ...(speech ? blocks.map((block) => spoken(block, speech)) : blocks)];
}

const INLINE_TAGS = new Set(['a', 'br', 'img', 'wbr', 'input', 'label', 'font', 'tt']);
const BLOCK_TAGS = new Set(
  'p ul ol dl table blockquote pre hr h1 h2 h3 h4 h5 h6 main nav hgroup'.split(' '),
);
const DROPPED_TAGS = new Set('script style template noscript iframe object embed head'.split(' '));
const TRANSPARENT_TAGS = new Set(['div', 'section', 'article', 'header', 'footer']);

function isPhrasing(node: Node): boolean {
  if (isText(node)) return true;
  if (!isElement(node)) return false;
  const { tagName } = node;
  if (isMark(tagName) || INLINE_TAGS.has(tagName)) return !holdsBlock(node);
  return (
    !isGroup(tagName) && !BLOCK_TAGS.has(tagName) && !DROPPED_TAGS.has(tagName) && !holdsBlock(node)
  );
}

const holdsBlock = (element: Element): boolean =>
  element.childNodes.some((child) => isReady(child) || (isElement(child) && !isPhrasing(child)));

function readBlock(element: Element): Piece[] {
  const speech = speechOf(element);
  const pieces = readBlockItself(element);
  if (!speech) return pieces;
  return pieces.map((piece) =>
    piece.type === 'heading'
      ? { ...piece, content: [{ type: 'mark', tag: 'span', ...speech, content: piece.content }] }
      : spoken(piece, speech),
  );
}

/** A block with its own language or direction. */
const spoken = (block: Block, speech: Speech): Block =>
  block.type === 'group'
    ? { ...speech, ...block }
    : { type: 'group', tag: 'div', ...speech, blocks: [block] };

function readBlockItself(element: Element): Piece[] {
  const { tagName } = element;
  const of = attribute(element, 'data-facts');
  if (of !== undefined) return [readFacts(element, of)];
  if (attribute(element, 'data-in-short') !== undefined) {
    return [{ ...readGroup(element, 'div'), inShort: true }];
  }
  if (/^h[1-6]$/.test(tagName)) return readHeading(element);
  if (attribute(element, 'data-footnotes') !== undefined) return readFootnotes(element);
  if (isGroup(tagName) && !TRANSPARENT_TAGS.has(tagName)) return [readGroup(element, tagName)];
  // A paragraph cannot contain blocks: as in HTML, it ends where one begins.
  if (tagName === 'p' && !holdsBlock(element)) {
    const content = contentOf(element);
    return content.length > 0 ? [{ type: 'paragraph', content }] : [];
  }
  return [...targetFor(element), ...readPlainBlock(element)];
}

function readPlainBlock(element: Element): Piece[] {
  const { tagName } = element;
  switch (tagName) {
    case 'ul':
    case 'ol':
      return [readList(element, readPart)];
    case 'dl':
      return [readDefinitions(element, readPart)];
    case 'table':
      return [...readFlow(strayIn(element)), readTable(element, readPart)];
    case 'blockquote':
      return [{ type: 'quote', blocks: readBlocks(element.childNodes) }];
    case 'pre':
      return [{ type: 'code', text: rawText(element).replace(/\n$/, '') }];
    case 'hr':
      return [{ type: 'rule' }];
    default:
      // A wrapper without meaning is replaced by its content, so that sections inside it count.
      return DROPPED_TAGS.has(tagName) ? [] : readFlow(element.childNodes);
  }
}

/** Reads a heading. One without text is left out. */
function readHeading(element: Element): Piece[] {
  const content = tidyInline(parseInline(element.childNodes));
  if (headingText(content) === '') return [];
  const id = anchorOf(element);
  const rank = Number(element.tagName.slice(1));
  const { topics } = readTopics(attribute(element, 'covers') ?? '');
  return [
    {
      type: 'heading',
      rank,
      content,
      ...(id && { id }),
      ...(topics.length > 0 && { covers: topics }),
    },
  ];
}

/** Reads footnotes without the heading and the arrows back, which the Markdown processor adds. */
function readFootnotes(element: Element): Piece[] {
  const notes = elementsIn(element, 'ol').map((list) => readList(list, readPart));
  return notes.length > 0 ? [{ type: 'group', tag: 'aside', blocks: notes }] : [];
}

function readGroup(element: Element, tag: GroupTag): Group {
  const anchor = anchorOf(element);
  return {
    type: 'group',
    tag,
    blocks: readBlocks(element.childNodes, !['details', 'aside', 'div'].includes(tag)),
    ...(anchor && { anchor }),
    ...(attribute(element, 'open') !== undefined && { open: true }),
  };
}

/** A target for links before a block, if the element has an id. */
function targetFor(element: Element): Paragraph[] {
  const anchor = anchorOf(element);
  if (!anchor) return [];
  return [{ type: 'paragraph', content: [{ type: 'target', anchor }], bare: true }];
}
