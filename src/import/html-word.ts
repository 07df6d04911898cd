/** Lists as Word writes them into web pages: paragraphs with a typed marker and a gap of tiny spaces. */
import type { Block, Place } from './html-collect.ts';
import { isNumber } from './html-marker.ts';
import { attributeOf, childrenOf, isText, type HtmlElement } from './html-tree.ts';

/** The gap between marker and words: spaces of 7 points. */
export function isMarkerEnd(element: HtmlElement): boolean {
  if (element.tagName !== 'span') return false;
  const style = attributeOf(element, 'style');
  if (!style || !/font(?:-size)?:\s{0,9}7(?:\.0)?pt/i.test(style)) return false;
  return childrenOf(element).every((node) => isText(node) && node.value.trim() === '');
}

/**
 * What a paragraph with a marker is: an item, but a heading stays one, and a bold line with a number
 * is left for those who find out headings.
 */
export function wordBlock(place: Place, marker: string): Block {
  const { block, format } = place;
  if (block.type === 'heading' || (isNumber(marker) && format.bold)) return block;
  return { type: 'item', depth: depthOf(place), isOrdered: isNumber(marker), isBegun: false };
}

function depthOf({ around }: Place): number {
  let at = around;
  for (let steps = 0; at && at.name !== 'p' && steps < 20; steps += 1) at = at.parent;
  const style = at?.attributes.get('style') ?? '';
  const [, level] = /mso-list:[^;]{0,40}\blevel([1-9])/i.exec(style) ?? [];
  if (level !== undefined) return Number(level);
  const [, inches] = /margin-left:\s{0,9}(\d{0,2}\.?\d{1,3})in/i.exec(style) ?? [];
  const [, points] = /margin-left:\s{0,9}(\d{1,3}(?:\.\d{1,3})?)pt/i.exec(style) ?? [];
  const indent = inches !== undefined ? Number(inches) * 72 : Number(points ?? 36);
  // The first level is indented by half an inch, each further one by half an inch more.
  return Math.min(9, Math.max(1, Math.round(indent / 36)));
}
