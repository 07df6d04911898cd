/** Parsed HTML, as far as the document model looks at it. */
import { defaultTreeAdapter, type DefaultTreeAdapterTypes } from 'parse5';
import { isAnchor } from './anchors.ts';
import type { Speech } from './model.ts';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

export const isElement = (node: Node): node is Element => defaultTreeAdapter.isElementNode(node);
export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode =>
  defaultTreeAdapter.isTextNode(node);

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

/** The language and direction that an element gives its words; nothing when it gives neither. */
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
