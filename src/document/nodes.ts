/**
 * Marked-up text as the reader of documents looks at it: elements and text. The nodes of an HTML
 * parser have this shape; a version's MDX is brought into it by `mdx/nodes.ts`.
 */
import { isAnchor } from './anchors.ts';
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

/** A block that is read already: the facts that an author's component stands for. */
export interface ReadyBlock {
  block: Block;
}

/** Comments and whatever else says nothing. */
interface OtherNode {
  nodeName: string;
}

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const isText = (node: Node): node is TextNode => 'value' in node;
export const isReady = (node: Node): node is ReadyBlock => 'block' in node;

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value;

/** The elements directly within another that have one of these names. */
export const elementsIn = (element: Element, ...tags: string[]): Element[] =>
  element.childNodes.filter(isElement).filter(({ tagName }) => tags.includes(tagName));

/** An element's id, if links can lead to it. */
export function anchorOf(element: Element): string | undefined {
  const id = attribute(element, 'id');
  return id !== undefined && isAnchor(id) ? id : undefined;
}

/** The language and direction that an element gives its words; undefined when it gives neither. */
export function speechOf(element: Element): Speech | undefined {
  const language = attribute(element, 'lang');
  const direction = attribute(element, 'dir');
  if (!language && !direction) return undefined;
  return {
    ...(language && { language }),
    ...((direction === 'ltr' || direction === 'rtl' || direction === 'auto') && { direction }),
  };
}

/** All text within a node, white space and all, a line break as such. */
export function rawText(node: Node): string {
  if (isText(node)) return node.value;
  if (!isElement(node)) return '';
  if (node.tagName === 'br') return '\n';
  return node.childNodes.map(rawText).join('');
}
