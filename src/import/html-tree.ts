/** Parses HTML without ever running out of stack or memory, and measures what its elements hold. */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export type HtmlNode = Tree.ChildNode;
export type HtmlElement = Tree.Element;
export type HtmlText = Tree.TextNode;
export type HtmlDocument = Tree.Document;

/** A few bytes can describe more elements than a machine can hold. Long notices have some 20,000. */
export const MOST_ELEMENTS = 500_000;

/** @returns undefined if it has more elements than that */
export function parseHtml(text: string, most = MOST_ELEMENTS): HtmlDocument | undefined {
  let left = most;
  const end = new Error('too many elements');
  try {
    return parse(text, {
      // What is in <noscript> is then read as elements, not as one string.
      scriptingEnabled: false,
      sourceCodeLocationInfo: true,
      treeAdapter: {
        ...defaultTreeAdapter,
        createElement(...values) {
          left -= 1;
          if (left < 0) throw end;
          return defaultTreeAdapter.createElement(...values);
        },
      },
    });
  } catch (error) {
    if (error === end) return undefined;
    throw error;
  }
}

/**
 * The page that was parsed last: what reads a source asks for it several times, one after the other. A
 * weak reference would hold the trees of all pages of a history, until they are all read.
 */
let last: { text: string; document: HtmlDocument } | undefined;

/**
 * The tree of a page, parsed once for all who read it one after the other. Nobody may change it.
 *
 * @returns undefined if it has too many elements
 */
export function treeOf(text: string): HtmlDocument | undefined {
  if (last?.text === text) return last.document;
  const document = parseHtml(text);
  last = document && { text, document };
  return document;
}

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;
export const isText = (node: HtmlNode): node is HtmlText => node.nodeName === '#text';

/** What is in an element. In a template it is kept apart by the parser. */
export const childrenOf = (element: HtmlElement): readonly HtmlNode[] =>
  'content' in element ? (element as Tree.Template).content.childNodes : element.childNodes;

export function attributeOf({ attrs }: HtmlElement, name: string): string | undefined {
  for (const each of attrs) if (each.name === name) return each.value;
  return undefined;
}

/** Elements whose text is code. */
export const CODE = new Set(['script', 'style']);

/** What an element holds, at any depth. */
export interface Measure {
  /** Characters of text, without white space at line heads. */
  text: number;
  headings: number;
  tables: number;
}

interface Seen extends Measure {
  element: HtmlElement;
  parent: Seen | undefined;
}

/** Measures all elements, in the order of the page, however deep they are in one another. */
export function measureAll(document: HtmlDocument): ReadonlyMap<HtmlElement, Measure> {
  const all: Seen[] = [];
  const stack: { node: HtmlNode; parent: Seen | undefined }[] = document.childNodes.map((node) => ({
    node,
    parent: undefined,
  }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, parent } = next;
    if (isText(node) && parent) parent.text += lengthOf(node.value);
    if (!isElement(node)) continue;
    const seen: Seen = { element: node, parent, text: 0, headings: 0, tables: 0 };
    all.push(seen);
    if (CODE.has(node.tagName)) continue;
    for (const child of childrenOf(node).toReversed()) stack.push({ node: child, parent: seen });
  }
  // Children come after their parents, so backwards each is whole before it is added.
  for (const seen of all.toReversed()) {
    const { parent, element } = seen;
    if (!parent) continue;
    parent.text += seen.text;
    parent.headings += seen.headings + (headingLevel(element) === undefined ? 0 : 1);
    parent.tables += seen.tables + (element.tagName === 'table' ? 1 : 0);
  }
  return new Map(all.map((seen) => [seen.element, seen]));
}

const lengthOf = (text: string): number => text.replace(/\s+/g, ' ').trim().length;

/** The level of a heading; undefined for any other element. */
export function headingLevel(element: HtmlElement): number | undefined {
  const [, digit] = /^h([1-6])$/.exec(element.tagName) ?? [];
  const isHeading = attributeOf(element, 'role') === 'heading';
  if (digit === undefined && !isHeading) return undefined;
  const level = Number(attributeOf(element, 'aria-level') ?? digit ?? 2);
  return Number.isInteger(level) && level >= 1 && level <= 6 ? level : 2;
}
