/**
 * The input of `readDocument`: elements and text. The nodes of an HTML parser have this shape;
 * `mdx/nodes.ts` turns a version's MDX into it.
 */
import { isAnchor } from './anchors.ts';
import { normalName } from './file-names.ts';
import type { Block, Speech } from './model.ts';

export type Node = Element | TextNode | ReadyBlock | OtherNode;

export interface Element {
  /** In lower case: `h2`, `blockquote`. */
  tagName: string;
  attrs: readonly { name: string; value: string }[];
  childNodes: readonly Node[];
}

export interface TextNode {
  value: string;
}

/** A block that is already read: the facts that a component prints. */
export interface ReadyBlock {
  block: Block;
}

/** Comments and other nodes without text. */
interface OtherNode {
  nodeName: string;
}

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const isText = (node: Node): node is TextNode => 'value' in node;
export const isReady = (node: Node): node is ReadyBlock => 'block' in node;

export function attribute({ attrs }: Element, name: string): string | undefined {
  for (const each of attrs) if (each.name === name) return each.value;
  return undefined;
}

/** The child elements that have one of these names. */
export const elementsIn = (element: Element, ...tags: string[]): Element[] =>
  element.childNodes.filter(isElement).filter(({ tagName }) => tags.includes(tagName));

/** An element's id, if it is a valid anchor. */
export function anchorOf(element: Element): string | undefined {
  const id = attribute(element, 'id');
  return id !== undefined && isAnchor(id) ? normalName(id) : undefined;
}

/** The language and direction that an element sets; undefined if it sets neither. */
export function speechOf(element: Element): Speech | undefined {
  const language = attribute(element, 'lang');
  const direction = attribute(element, 'dir');
  if (!language && !direction) return undefined;
  return {
    ...(language && { language }),
    ...((direction === 'ltr' || direction === 'rtl' || direction === 'auto') && { direction }),
  };
}

/** All text in a node, including white space; a `<br>` is a line feed. */
export function rawText(node: Node): string {
  if (isText(node)) return node.value;
  if (!isElement(node)) return '';
  if (node.tagName === 'br') return '\n';
  return node.childNodes.map(rawText).join('');
}
