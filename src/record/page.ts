/**
 * Compares the page of a version, its first layer and its parts with the version itself: a layout,
 * a component, an option or a server can change a text just as an author can.
 */
import { comparable } from '../compare/tokens.ts';
import { readDocument } from '../document/index.ts';
import { attribute, isElement, type Element, type Node } from '../document/nodes.ts';
import { renderBlocks, renderSections } from '../document/print.ts';
import { sectionsOf, type Inline } from '../document/model.ts';
import { blocksWithin } from '../document/walk.ts';
import { readDirection } from '../notices/direction.ts';
import type { Facts } from '../notices/schema.ts';
import { bodyText } from '../notices/text.ts';
import { en } from '../words/en/index.ts';
import { leadingFacts } from '../words/fact-rows.ts';
import {
  ancestorsOf,
  coveredIn,
  elementsIn,
  hasClass,
  hiddenIn,
  isInterface,
  oddAround,
  oddInWords,
  parsePage,
  readPage,
  strayIn,
  textIn,
} from './page-html.ts';
import { strangeInPictures } from './pictures.ts';
import { isSame } from './same.ts';
import { asShown, type Body } from './shown.ts';

/** The first difference between a page and its version. */
export interface PageFault {
  /** The part of the page that differs; `page` if it has what is of no version. */
  part: 'title' | 'summary' | 'controller' | 'facts' | 'text' | 'numbers' | 'language' | 'page';
  /** The text of the version there, and that of the page. */
  expected: string;
  found: string;
}

/** The fault as the end of a sentence about the page. */
export const describeFault = ({ part, expected, found }: PageFault): string =>
  part === 'page'
    ? `has ${found}, which is neither of its version nor a part that pages have`
    : `differs from its version. In its ${part}, the version has “${expected}” but the page has “${found}”`;

/** Where the addresses of a page lead. */
export interface Addresses {
  /** The address on the page of an address in the text. */
  addressOf: (address: string) => string;
  /** The same address in one form, however it is written. */
  normal: (address: string) => string;
}

/** Addresses on a page that has its site's base before all paths. */
export const addressesBelow = (base: string): Addresses => ({
  addressOf: (address) => (/^\/(?!\/)/.test(address) ? base + address.slice(1) : address),
  normal: (address) => address,
});

/**
 * Compares a page with its version: title, summary, controller, the values of the facts, the text
 * with all that it is made of, and whatever is beside them.
 *
 * @param html the whole page
 * @param document undefined for a notice that shows no version, but facts alone
 * @param base the site's base, which addresses on the page start with
 * @returns the first difference; undefined if there is none
 */
export function faultOfPage(
  html: string,
  facts: Facts,
  document: Body | undefined,
  base: string,
): PageFault | undefined {
  const places = addressesBelow(base);
  const page = pageWith(html, 'notice');
  if (isFault(page)) return page;
  const { text } = page;
  return (
    faultOfFacts(page, facts, places) ??
    (document || text ? faultOfText(text, document, places) : undefined) ??
    (text && document ? faultOfNumbers(text, facts, document) : undefined) ??
    (page.article && faultOfPictures(page.article, facts)) ??
    faultAround(page, facts)
  );
}

/** A page of a version, taken apart. */
interface TakenApart {
  all: Element[];
  article: Element | undefined;
  inside: Element[];
  text: Element | undefined;
}

export const isFault = (read: TakenApart | PageFault): read is PageFault => 'part' in read;

export function pageWith(html: string, kind: 'notice' | 'short'): TakenApart | PageFault {
  const page = readPage(html);
  if (!page) return odd('more HTML than can be read');
  const all = elementsIn(page);
  const article = all.find((each) => each.tagName === 'article' && hasClass(each, kind));
  const inside = article ? elementsIn(article) : [];
  return { all, article, inside, text: inside.find((each) => hasClass(each, 'text')) };
}

export const odd = (found: string): PageFault => ({ part: 'page', expected: '', found });

/** The difference in title, summary, controller and facts. */
export function faultOfFacts(
  { inside }: TakenApart,
  facts: Facts,
  { addressOf, normal }: Addresses,
): PageFault | undefined {
  const textAt = (is: (element: Element) => boolean): string =>
    inside.filter(is).map(plainTextIn).join('\n');
  const card = inside.find((element) => hasClass(element, 'facts-card'));
  const values = card ? elementsIn(card).filter(({ tagName }) => tagName === 'dd') : [];
  // Only values are compared: their labels depend on the language of the page.
  const { first, more } = leadingFacts(facts, en);
  const expected = [...first, ...more].flatMap((row) => row.values);
  const found = values.map((value) => contentIn(readDocument(ownNodes(value, value, normal))));
  return (
    faultBetween(
      'title',
      plain(facts.title),
      textAt(({ tagName }) => tagName === 'h1'),
    ) ??
    faultBetween(
      'summary',
      plain(facts.summary ?? ''),
      textAt((each) => hasClass(each, 'summary')),
    ) ??
    faultBetween(
      'controller',
      plain(facts.controller.name),
      textAt((each) => hasClass(each, 'controller')),
    ) ??
    faultBetweenBodies('facts', asShown(linesOf(expected), addressOf), linesOf(found))
  );
}

/** The difference in the text and in the labels that its tables have for some readers. */
function faultOfText(
  text: Element | undefined,
  document: Body | undefined,
  { addressOf, normal }: Addresses,
): PageFault | undefined {
  const nodes = text ? ownNodes(text, text, normal) : [];
  const expected = asShown(document ?? { lead: [], sections: [] }, (address) =>
    normal(addressOf(address)),
  );
  return faultOfNodes(nodes, expected);
}

/** The difference between nodes of a page and what they should be. */
export function faultOfNodes(nodes: readonly Node[], expected: Body): PageFault | undefined {
  const found = asShown(readDocument(nodes), (address) => address);
  return (
    faultBetweenBodies('text', expected, found) ??
    faultBetween('text', labelsIn(parseNodes(printed(tablesIn(expected)))), labelsIn(nodes))
  );
}

const parseNodes = (html: string): Node[] => parsePage(`<body>${html}`)?.childNodes ?? [];

/** The blocks of a text that have tables in them: nothing else has labels. */
const tablesIn = ({ lead, sections }: Body): Body => ({
  lead: [...lead, ...[...sectionsOf({ sections })].flatMap(({ blocks }) => blocks)].filter(
    (block) => [...blocksWithin([block])].some(({ type }) => type === 'table'),
  ),
  sections: [],
});

/** What tables are called for those who hear them, and the heads that narrow screens repeat. */
const labelsIn = (childNodes: readonly Node[]): string =>
  elementsIn({ childNodes })
    .flatMap((each) => [
      attribute(each, 'data-head') ?? '',
      hasClass(each, 'table') ? (attribute(each, 'aria-label') ?? '') : '',
    ])
    .filter(Boolean)
    .join('\n');

/** What is not as the version has it: first words and links, then all that they are made of. */
export function faultBetweenBodies(
  part: PageFault['part'],
  expected: Body,
  found: Body,
): PageFault | undefined {
  if (isSame(expected, found)) return undefined;
  return (
    faultBetween(part, bodyText(expected), bodyText(found)) ??
    faultBetween(part, printed(expected), printed(found)) ??
    faultBetween(part, JSON.stringify(expected), JSON.stringify(found))
  );
}

const AS_IT_IS = { addressOf: (address: string) => address, labelOf: () => '' };
const printed = ({ lead, sections }: Body): string =>
  renderBlocks(lead, AS_IT_IS) + renderSections(sections, AS_IT_IS);

/** The numbers before the sections, which a version asks for. */
function faultOfNumbers(text: Element, facts: Facts, document: Body): PageFault | undefined {
  const found = elementsIn(text).filter((each) => hasClass(each, 'number'));
  const expected = facts.numbered ? document.sections.map((_, index) => `${index + 1}.`) : [];
  return faultBetween('numbers', expected.join(' '), found.map(plainTextIn).join(' '));
}

/** What is drawn of the records of a version, and is not what they say. */
function faultOfPictures(article: Element, { processing = [] }: Facts): PageFault | undefined {
  const strange = strangeInPictures(article, processing);
  return strange === undefined ? undefined : odd(strange);
}

/** What is around the words: whatever hides them, is beside them, or says that they are others. */
export function faultAround(
  { all, article, inside, text }: TakenApart,
  facts: Facts,
): PageFault | undefined {
  if (!article) return undefined;
  const ancestors = ancestorsOf(article, all);
  const main = ancestors.find(({ tagName }) => tagName === 'main');
  const words = inside.filter(
    (each) =>
      ['h1', 'dd'].includes(each.tagName) ||
      ['summary', 'text'].some((name) => hasClass(each, name)),
  );
  const isNotice = (each: Element) => ['notice', 'short'].some((name) => hasClass(each, name));
  const twice = repeated(all.flatMap((each) => attribute(each, 'id') ?? []));
  const stray = main
    ? strayIn(main, 'main')
    : strayIn(article, hasClass(article, 'short') ? 'article.short' : 'article.notice');
  const strange =
    (stray && `${stray} beside the words`) ??
    (all.filter((each) => each.tagName === 'article' && isNotice(each)).length > 1
      ? 'a second text'
      : undefined) ??
    (inside.filter((each) => hasClass(each, 'text')).length > 1 ? 'a second text' : undefined) ??
    oddAround(ancestors) ??
    coveredIn(inside) ??
    hiddenIn(article, inside) ??
    words.map(oddInWords).find(Boolean) ??
    (twice === undefined ? undefined : `the id "${twice}" twice`);
  if (strange !== undefined) return odd(strange);
  return text && faultOfLanguage([...ancestors, article, text], facts);
}

const repeated = (ids: readonly string[]): string | undefined => {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
};

/** The language and direction in which the words are read aloud and set. */
export function faultOfLanguage(
  around: readonly Element[],
  { language }: Pick<Facts, 'language'>,
): PageFault | undefined {
  const [last, way] = ['lang', 'dir'].map((name) =>
    around.flatMap((each) => attribute(each, name) ?? []).at(-1),
  );
  return (
    faultBetween('language', language, last ?? language) ??
    faultBetween('language', readDirection(language), way ?? 'ltr')
  );
}

/** How many characters of a differing line are shown. */
const SHOWN = 120;

function faultBetween(
  part: PageFault['part'],
  expected: string,
  found: string,
): PageFault | undefined {
  if (expected === found) return undefined;
  const [lines, others] = [expected.split('\n'), found.split('\n')];
  const at = Math.max(
    lines.findIndex((line, index) => line !== others[index]),
    lines.every((line, index) => line === others[index]) ? lines.length : 0,
  );
  // Starts at the word that contains the first difference.
  const [line = '', other = ''] = [lines[at], others[at]];
  let same = 0;
  while (same < line.length && line[same] === other[same]) same += 1;
  const start = Math.max(line.lastIndexOf(' ', same - 1) + 1, 0);
  const cut = (words: string): string => words.slice(start, start + SHOWN);
  return { part, expected: cut(line), found: cut(other) };
}

/** Values of facts as a text, one per line. */
const linesOf = (values: readonly Inline[][]): Body => ({
  lead: values.map((content) => ({ type: 'paragraph', content })),
  sections: [],
});

const contentIn = ({ lead }: Body): Inline[] =>
  lead.flatMap((block) => (block.type === 'paragraph' ? block.content : []));

const plain = (text: string): string => comparable(text.normalize('NFC'));
const plainTextIn = (element: Element): string => plain(textIn(element));

/** The nodes in an element that belong to the notice. */
export const ownNodes = (
  parent: Element,
  text: Element,
  normal: Addresses['normal'],
  isOwn = (element: Element): boolean => !isInterface(element, parent, text),
): Node[] =>
  parent.childNodes
    .filter((node) => !isElement(node) || isOwn(node))
    .map((node) =>
      isElement(node)
        ? {
            tagName: node.tagName,
            attrs: node.attrs.map((each) =>
              each.name === 'href' || each.name === 'src'
                ? { name: each.name, value: normal(each.value) }
                : each,
            ),
            childNodes: ownNodes(node, text, normal),
          }
        : node,
    );
