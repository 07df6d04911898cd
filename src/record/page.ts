/**
 * Compares the built page of a version with the version itself: a layout, a component or an option
 * can change a text just as an author can.
 */
import { parse } from 'parse5';
import { comparable } from '../compare/tokens.ts';
import { readDocument } from '../document/index.ts';
import { attribute, isElement, isText, type Element, type Node } from '../document/nodes.ts';
import type { Block, Document, Inline, Section } from '../document/model.ts';
import type { Facts } from '../notices/schema.ts';
import { bodyText } from '../notices/text.ts';
import { en } from '../words/en/index.ts';
import { factRows } from '../words/fact-rows.ts';

/** The first difference between a page and its version. */
export interface PageFault {
  /** The part of the page that differs. */
  part: 'title' | 'summary' | 'controller' | 'facts' | 'text';
  /** The text of the version there, and that of the page. */
  expected: string;
  found: string;
}

type Body = Pick<Document, 'lead' | 'sections'>;

/**
 * Compares a page with its version: title, summary, controller, the values of the facts, and the
 * text with its links.
 *
 * @param html the whole page
 * @param base the site's base, which addresses on the page start with
 * @returns the first difference; undefined if there is none
 */
export function faultOfPage(
  html: string,
  facts: Facts,
  document: Body,
  base: string,
): PageFault | undefined {
  const article = [...elementsIn(parse(html))].find((element) => hasClass(element, 'notice'));
  const inside = article ? [...elementsIn(article)] : [];
  const textAt = (is: (element: Element) => boolean): string =>
    inside.filter(is).map(plainTextIn).join('\n');
  const card = inside.find((element) => hasClass(element, 'facts-card'));
  const values = card ? [...elementsIn(card)].filter(({ tagName }) => tagName === 'dd') : [];
  const text = inside.find((element) => hasClass(element, 'text'));
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
    faultBetween(
      'facts',
      // Only values are compared: their labels depend on the language of the page.
      valuesText(factRows(facts, en).flatMap((row) => row.values)),
      valuesText(values.map((value) => contentIn(readText(value, base)))),
    ) ??
    faultBetween('text', bodyText(asShown(document)), text ? bodyText(readText(text, base)) : '')
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

/** Values of facts as text, one per line, with the targets of their links. */
const valuesText = (values: readonly Inline[][]): string =>
  bodyText({ lead: values.map((content) => ({ type: 'paragraph', content })), sections: [] });

const contentIn = ({ lead }: Body): Inline[] =>
  lead.flatMap((block) => (block.type === 'paragraph' ? block.content : []));

const plain = (text: string): string => comparable(text.normalize('NFC'));
const plainTextIn = (element: Element): string => plain(textIn(element));

const textIn = (node: Node): string =>
  isText(node) ? node.value : isElement(node) ? node.childNodes.map(textIn).join('') : '';

/** Reads the text of a page again, without what the page adds to it. */
const readText = (text: Element, base: string): Body => readDocument(ownNodes(text, text, base));

/** The nodes in an element that belong to the notice, with addresses without the base. */
const ownNodes = (parent: Element, text: Element, base: string): Node[] =>
  parent.childNodes
    .filter((node) => !isElement(node) || !isInterface(node, parent, text))
    .map((node) =>
      isElement(node)
        ? {
            tagName: node.tagName,
            attrs: node.attrs.map((each) => withoutBase(each, base)),
            childNodes: ownNodes(node, text, base),
          }
        : node,
    );

function withoutBase({ name, value }: Attribute, base: string): Attribute {
  const isAddress = (name === 'href' || name === 'src') && base !== '/' && value.startsWith(base);
  return { name, value: isAddress ? `/${value.slice(base.length)}` : value };
}

type Attribute = Element['attrs'][number];

/**
 * Whether the page added this element to the text: beside a heading its number, its link and the
 * anchors it inherited; below a heading the link to the current text, and corrections.
 */
function isInterface(element: Element, parent: Element, text: Element): boolean {
  if (hasClass(parent, 'heading')) return element.tagName === 'a' || element.tagName === 'span';
  if (hasClass(element, 'number')) return /^h[2-6]$/.test(parent.tagName);
  const isNote = hasClass(element, 'now') || hasClass(element, 'erratum');
  const isAtHead = parent === text || /^level-/.test(attribute(parent, 'class') ?? '');
  return isNote && isAtHead && element.tagName === 'p';
}

function* elementsIn(node: { childNodes: readonly Node[] }): Generator<Element> {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    yield child;
    yield* elementsIn(child);
  }
}

const hasClass = (element: Element, name: string): boolean =>
  attribute(element, 'class')?.split(/\s+/).includes(name) === true;

/** A text as pages show it: an image from another host becomes a link, or its alternative text. */
const asShown = ({ lead, sections }: Body): Body => ({
  lead: lead.map(shownBlock),
  sections: sections.map((section): Section => ({
    ...section,
    heading: shown(section.heading),
    blocks: section.blocks.map(shownBlock),
    sections: asShown({ lead: [], sections: section.sections }).sections,
  })),
});

function shownBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
      return { ...block, content: shown(block.content) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, blocks: item.blocks.map(shownBlock) })),
      };
    case 'table': {
      const rows = (all: typeof block.body) =>
        all.map(({ cells }) => ({
          cells: cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(shownBlock) })),
        }));
      return { ...block, head: rows(block.head), body: rows(block.body) };
    }
    case 'quote':
    case 'group':
      return { ...block, blocks: block.blocks.map(shownBlock) };
    case 'definitions':
      return {
        ...block,
        entries: block.entries.map(({ terms, descriptions }) => ({
          terms: terms.map((term) => shown(term)),
          descriptions: descriptions.map((blocks) => blocks.map(shownBlock)),
        })),
      };
    default:
      return block;
  }
}

const shown = (content: readonly Inline[], isInLink = false): Inline[] =>
  content.map((inline): Inline => {
    if (inline.type === 'mark') return { ...inline, content: shown(inline.content, isInLink) };
    if (inline.type === 'link') return { ...inline, content: shown(inline.content, true) };
    if (inline.type !== 'image' || inline.source.startsWith('/')) return inline;
    const { source, alternative } = inline;
    if (isInLink || source === '') return { type: 'text', value: alternative };
    return {
      type: 'link',
      href: source,
      content: [{ type: 'text', value: alternative || source }],
    };
  });
