/** Walks a page and gives its words to a collector, each with what is known of its place. */
import { decodedEmail } from './cf-email.ts';
import type { Collector, Place } from './html-collect.ts';
import { placeIn, wordsOf, type Setting } from './html-place.ts';
import { ownLook } from './html-style.ts';
import { isDataTable, readTable, tableName } from './html-tables.ts';
import {
  attributeOf,
  childrenOf,
  CODE,
  isElement,
  isText,
  type HtmlElement,
  type HtmlNode,
} from './html-tree.ts';
import { isMarkerEnd, wordBlock } from './html-word.ts';
import type { Line } from './model.ts';

interface Frame {
  nodes: readonly HtmlNode[];
  next: number;
  place: Place;
  /** Where a line ends at its end, if it is a box. */
  edge?: Place | undefined;
}

/** Gives all words below some nodes to a collector. Has its own stack: nothing can be too deep. */
export function walk(nodes: readonly HtmlNode[], place: Place, into: Collector, on: Setting): void {
  const stack: Frame[] = [{ nodes, next: 0, place }];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node = frame.nodes[frame.next];
    frame.next += 1;
    if (node === undefined) {
      stack.pop();
      if (frame.edge) into.end(frame.edge);
    } else if (isText(node)) into.text(node.value, frame.place, lineOf(node));
    else if (isElement(node)) {
      const entered = enter(node, frame.place, into, on);
      if (entered) stack.push({ next: 0, ...entered });
    }
  }
}

/** The line of an element, or of the first character of a text that is not white space. */
function lineOf(node: HtmlNode): Line {
  const start = node.sourceCodeLocation?.startLine ?? 1;
  if (!isText(node)) return start;
  const lead = /^\s*/.exec(node.value)?.[0] ?? '';
  return start + lead.split('\n').length - 1;
}

/** What is in an element, and its place; undefined where there is nothing more to walk. */
function enter(
  element: HtmlElement,
  outside: Place,
  into: Collector,
  on: Setting,
): Omit<Frame, 'next'> | undefined {
  if (CODE.has(element.tagName)) return undefined;
  if (element.tagName === 'br') return void into.break(outside, lineOf(element));
  const look = ownLook(element, on.sheet);
  const { place, isBox } = placeIn(element, outside, look, on);
  const edge = isBox ? (place.isHidden || place.part ? place : outside) : undefined;
  if (edge) into.end(edge);
  const id = idOf(element);
  if (id) into.id(id);
  if (place.format.href !== outside.format.href) into.link(place);
  if (readWhole(element, outside, place, into, on)) return undefined;
  return { nodes: childrenOf(element), place, edge };
}

const idOf = (element: HtmlElement): string | undefined =>
  attributeOf(element, 'id') ??
  (element.tagName === 'a' ? attributeOf(element, 'name') : undefined);

/** Whether a link is the sign by which a heading is linked to: no word of it. */
function isMark(element: HtmlElement): boolean {
  if (element.tagName !== 'a' || !attributeOf(element, 'href')?.startsWith('#')) return false;
  const [child, ...others] = childrenOf(element);
  if (!child || !isText(child) || others.length > 0) return false;
  return /^\s*[¶#§🔗∞⚓]\uFE0F?\s*$/u.test(child.value);
}

/** Whether it is a comment of an editor in a page of Google Docs, or the sign that leads to one. */
function isComment(element: HtmlElement): boolean {
  if (element.tagName === 'a') return /^#cmnt\d+$/.test(attributeOf(element, 'href') ?? '');
  if (element.tagName !== 'p') return false;
  const first = childrenOf(element).find(isElement);
  return first?.tagName === 'a' && /^#cmnt_ref\d+$/.test(attributeOf(first, 'href') ?? '');
}

/** All words in an element. */
function textIn(element: HtmlElement): string {
  let text = '';
  const stack = childrenOf(element).toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) text += node.value;
    else if (isElement(node)) stack.push(...childrenOf(node).toReversed());
  }
  return text;
}

/** Reads an element that is not walked through. */
function readWhole(
  element: HtmlElement,
  outside: Place,
  place: Place,
  into: Collector,
  on: Setting,
): boolean {
  const at = lineOf(element);
  const words = wordsOf(element);
  if (words) {
    const part = { ...place, part: words.part, isPre: false };
    into.end(part);
    into.text(words.text, part, at);
    into.end(part);
    return true;
  }
  const kind = isMark(element) ? 'control' : isComment(element) ? 'comment' : undefined;
  if (kind) {
    const part = { ...place, part: kind, isPre: false } as const;
    into.end(part);
    into.text(textIn(element), part, at);
    into.end(part);
    return true;
  }
  const email = decodedEmail(attributeOf(element, 'data-cfemail') ?? '');
  if (email !== undefined) {
    const isHidden = place.format.href?.includes('/cdn-cgi/l/email-protection');
    const format = isHidden ? { ...place.format, href: `mailto:${email}` } : place.format;
    into.text(email, { ...place, format }, at);
    on.changes.push({ code: 'email-shown', at, from: '[email protected]', to: email });
    return true;
  }
  const marker = isMarkerEnd(element) ? into.markerIn(outside) : undefined;
  if (marker !== undefined) {
    into.takeMarker(outside, wordBlock(outside, marker));
    return true;
  }
  if (tableName(element) !== 'table' || !isDataTable(element, on.measures)) return false;
  readTable(element, place, into, (nodes, inside, cell) => walk(nodes, inside, cell, on));
  return true;
}
