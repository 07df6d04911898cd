/** HTML with changes marked in it, read as text: what every tool's answer is measured by. */
import { parseFragment } from 'parse5';
import { attribute, isElement, isText, type Element, type Node } from '../../src/document/nodes.ts';

/** Text that is marked as a change, or not. A line ends where a block does. */
export interface Piece {
  text: string;
  inserted: boolean;
  removed: boolean;
}

type Marks = Omit<Piece, 'text'>;

const KEPT: Marks = { inserted: false, removed: false };

const BLOCKS = new Set(
  (
    'address article aside blockquote caption center dd details div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main nav ol p pre section ' +
    'summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const SILENT = new Set('embed head iframe noscript object script style template title'.split(' '));

/**
 * Reads HTML as pieces of text in the order of either version: what was moved stands at its new
 * place, or, for the version before, where it was. Words of the display are left out.
 */
export function readPieces(html: string, order: 'before' | 'after'): Piece[] {
  const root = parseFragment(html);
  const moved = order === 'before' ? movedElements(root.childNodes) : new Map<string, Element[]>();
  const pieces: Piece[] = [];
  const endLine = () => pieces.push({ text: '\n', ...KEPT });
  const readAll = (nodes: readonly Node[], marks: Marks) => {
    for (const node of nodes) {
      if (isText(node)) pieces.push({ text: node.value.replace(/\s+/g, ' '), ...marks });
      else if (isElement(node)) read(node, marks, undefined);
    }
  };
  const read = (element: Element, outer: Marks, putBack: string | undefined) => {
    const from = attribute(element, 'data-moved-from');
    const to = attribute(element, 'data-moved-to');
    if (to !== undefined) {
      for (const other of moved.get(to) ?? []) read(other, KEPT, to);
      return;
    }
    if (isOfTheDisplay(element)) return;
    if (from !== undefined && from !== putBack && moved.has(from)) return;
    // What was moved into something new is not new.
    const marks = marksOf(element, from === undefined ? outer : KEPT);
    const isBlock = BLOCKS.has(element.tagName);
    if (isBlock) endLine();
    if (element.tagName === 'br') pieces.push({ text: ' ', ...marks });
    readAll(element.childNodes, marks);
    if (isBlock) endLine();
  };
  readAll(root.childNodes, KEPT);
  return pieces;
}

const isOfTheDisplay = (element: Element): boolean =>
  SILENT.has(element.tagName) ||
  attribute(element, 'data-diff-ui') !== undefined ||
  attribute(element, 'data-checked') !== undefined;

function marksOf({ tagName, attrs }: Element, outer: Marks): Marks {
  const names = attrs.map(({ name, value }) => (name === 'data-diff' ? value : ''));
  // htmldiff-js marks words of both versions in this way where only their emphasis is different.
  const isFormat = attrs.some(({ name, value }) => name === 'class' && value === 'mod');
  return {
    inserted: outer.inserted || (tagName === 'ins' && !isFormat) || names.includes('ins'),
    removed: outer.removed || tagName === 'del' || names.includes('del'),
  };
}

/** The elements that were moved, by the key of their move; several may have moved together. */
function movedElements(nodes: readonly Node[], moved = new Map<string, Element[]>()) {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const key = attribute(node, 'data-moved-from');
    if (key !== undefined) moved.set(key, [...(moved.get(key) ?? []), node]);
    movedElements(node.childNodes, moved);
  }
  return moved;
}

/** How many things an HTML says were moved. */
export const countMoves = (html: string): number =>
  movedElements(parseFragment(html).childNodes).size;

/** The text of HTML without marks, one line a block. */
export function plainTextOf(html: string): string {
  const text = readPieces(html, 'after').map((piece) => piece.text);
  return text
    .join('')
    .replace(/ +/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;
