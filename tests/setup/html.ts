/** Reading built pages without a browser. */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

export const parseHtml = (html: string): Node => parse(html);

/** The elements of nodes that were asked for before: pages are read, and never changed. */
const known = new WeakMap<Node, readonly Element[]>();

/** Every element below a node, in the order of the page. */
export function elementsIn(node: Node): readonly Element[] {
  const before = known.get(node);
  if (before) return before;
  const elements: Element[] = [];
  collect(node, elements);
  known.set(node, elements);
  return elements;
}

function collect(node: Node, elements: Element[]): void {
  if (!('childNodes' in node)) return;
  for (const child of node.childNodes) {
    if (defaultTreeAdapter.isElementNode(child)) elements.push(child);
    collect(child, elements);
  }
}

/** Elements below a node that a simple selector names: `tag`, `.class`, `#id` or `tag.class`. */
export function all(node: Node, selector: string): Element[] {
  const match = /^([a-z][a-z0-9]*)?(?:\.([\w-]+))?(?:#([^\s.]+))?$/.exec(selector);
  if (!match) throw new Error(`the selector "${selector}" is not simple enough`);
  const [, tag, className, id] = match;
  return elementsIn(node).filter(
    (element) =>
      (tag === undefined || element.tagName === tag) &&
      (className === undefined || classesOf(element).includes(className)) &&
      (id === undefined || attribute(element, 'id') === id),
  );
}

/** The one element that a selector names: fails when there is none, or more. */
export function one(node: Node, selector: string): Element {
  const [first, ...others] = all(node, selector);
  if (!first || others.length > 0) {
    throw new Error(`the page has ${first ? others.length + 1 : 'no'} ${selector}, not one`);
  }
  return first;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

export const classesOf = (element: Element): string[] =>
  (attribute(element, 'class') ?? '').split(/\s+/).filter(Boolean);

/** The words of a node, with white space made regular; those of skipped elements left out. */
export function wordsOf(node: Node, skip: (element: Element) => boolean = () => false): string {
  return rawText(node, skip)
    .replace(/[ \t\n\f\r]+/g, ' ')
    .trim();
}

function rawText(node: Node, skip: (element: Element) => boolean): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  if (!('childNodes' in node)) return '';
  if (defaultTreeAdapter.isElementNode(node) && skip(node)) return '';
  const inner = node.childNodes.map((child) => rawText(child, skip)).join('');
  return BREAKS.has(node.nodeName) ? ` ${inner} ` : inner;
}

/** Elements that stand apart from the words around them. */
const BREAKS = new Set(
  'br p div section li ul ol dl dt dd table tr td th blockquote pre h1 h2 h3 h4 h5 h6 nav'.split(
    ' ',
  ),
);

/** The values of a list of facts, by their labels. */
export function factsOf(list: Node): Map<string, string[]> {
  return new Map(
    all(list, 'dt').map((term) => {
      const row = term.parentNode;
      return [wordsOf(term), row ? all(row, 'dd').map((value) => wordsOf(value)) : []];
    }),
  );
}

/** The targets of the links below a node. */
export const linksIn = (node: Node): string[] =>
  all(node, 'a').flatMap((link) => attribute(link, 'href') ?? []);

/** The text of a version: its words and headings, without what the site puts beside them. */
export const textOf = (page: Node): string => {
  const isAdded = (element: Element): boolean =>
    ['anchor', 'now'].some((name) => classesOf(element).includes(name));
  return all(page, '.text')
    .map((text) => wordsOf(text, isAdded))
    .join(' ');
};

/** The heading of a section of a version's text. */
export function headingOf(section: Element): Element {
  const [heading] = all(section, 'div.heading')[0]?.childNodes ?? [];
  if (!heading || !('attrs' in heading)) throw new Error('the section has no heading');
  return heading;
}
