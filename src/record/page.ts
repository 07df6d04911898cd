/**
 * The words that a built page gives a version, against those of the version itself: a layout, a
 * component or an option may change them as well as an author can.
 */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { comparable } from '../compare/leaves.ts';
import { isMark } from '../notices/elements.ts';
import { attribute, isElement, isText, type Element, type Node } from '../notices/html.ts';
import { sectionsOf, type Document, type Inline } from '../notices/model.ts';
import type { Facts } from '../notices/schema.ts';
import { textLines } from '../search/lines.ts';

/** What differs between a page and its version: the words where they first do. */
export interface PageFault {
  /** Which part of the page. */
  part: 'title' | 'summary' | 'text';
  /** The version's words from there on, and the page's. */
  expected: string;
  found: string;
}

/** Compares the title, the summary and the text of a page with those of its version. */
export function faultOfPage(
  html: string,
  facts: Pick<Facts, 'title' | 'summary'>,
  document: Pick<Document, 'lead' | 'sections'>,
): PageFault | undefined {
  const article = [...elementsIn(parse(html))].find((element) => hasClass(element, 'notice'));
  const inside = article ? [...elementsIn(article)] : [];
  const wordsAt = (is: (element: Element) => boolean): string[] =>
    inside.filter(is).flatMap((element) => wordsIn(element));
  return (
    faultBetween(
      'title',
      split(facts.title),
      wordsAt(({ tagName }) => tagName === 'h1'),
    ) ??
    faultBetween(
      'summary',
      split(facts.summary ?? ''),
      wordsAt((element) => hasClass(element, 'summary')),
    ) ??
    faultBetween(
      'text',
      wordsOfDocument(document),
      wordsAt((element) => hasClass(element, 'text')),
    )
  );
}

type Parent = DefaultTreeAdapterTypes.ParentNode;

function* elementsIn(node: Parent): Generator<Element> {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    yield child;
    yield* elementsIn(child);
  }
}

/** How many words are shown from the first that differs on. */
const SHOWN = 8;

function faultBetween(
  part: PageFault['part'],
  expected: readonly string[],
  found: readonly string[],
): PageFault | undefined {
  const length = Math.max(expected.length, found.length);
  for (let at = 0; at < length; at += 1) {
    if (expected[at] === found[at]) continue;
    const from = (words: readonly string[]): string => words.slice(at, at + SHOWN).join(' ');
    return { part, expected: from(expected), found: from(found) };
  }
  return undefined;
}

const split = (text: string): string[] => {
  const words = comparable(text.normalize('NFC'));
  return words === '' ? [] : words.split(' ');
};

const wordsOfDocument = ({ lead, sections }: Pick<Document, 'lead' | 'sections'>): string[] =>
  [
    ...textLines(lead, seenIn),
    ...[...sectionsOf({ sections })].flatMap(({ heading, blocks }) => [
      seenIn(heading),
      ...textLines(blocks, seenIn),
    ]),
  ].flatMap(split);

/** The words of a line as a page has them: a picture has none, unless it is a link to another host. */
const seenIn = (content: readonly Inline[]): string =>
  content
    .map((inline): string => {
      switch (inline.type) {
        case 'text':
          return inline.value;
        case 'mark':
        case 'link':
          return seenIn(inline.content);
        case 'break':
          return ' ';
        case 'image':
          return inline.source.startsWith('/') ? '' : inline.alternative || inline.source;
        case 'target':
          return '';
      }
    })
    .join('');

/** The words within an element, without those that the page itself puts there. */
const wordsIn = (element: Element): string[] => split(textIn(element));

function textIn(node: Node): string {
  if (isText(node)) return node.value;
  if (!isElement(node)) return '';
  if (isInterface(node)) return ' ';
  const inner = node.childNodes.map(textIn).join('');
  const isWithinLine = isMark(node.tagName) || ['a', 'span', 'wbr'].includes(node.tagName);
  return isWithinLine ? inner : ` ${inner} `;
}

/** What pages add to a text: numbers and links of headings, notes, labels, the marks of tasks. */
const INTERFACE = ['anchor', 'number', 'now', 'erratum'];

const isInterface = (element: Element): boolean =>
  INTERFACE.some((name) => hasClass(element, name)) ||
  attribute(element, 'data-checked') !== undefined ||
  (element.tagName === 'dt' && isLabel(element));

const isLabel = ({ parentNode }: Element): boolean =>
  parentNode !== null && 'attrs' in parentNode && attribute(parentNode, 'data-field') !== undefined;

const hasClass = (element: Element, name: string): boolean =>
  attribute(element, 'class')?.split(/\s+/).includes(name) === true;
