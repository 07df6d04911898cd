/**
 * The document: the text of a version as a tree. Pages, comparisons, search and exports read this
 * model and never HTML, so it holds what a notice says, and nothing about how a page looks.
 */
import type { GroupTag, MarkTag } from './elements.ts';

export interface Document<F = unknown> {
  /** The version's typed frontmatter, if the document was made from a version. */
  facts?: F;
  /** The blocks before the first heading. */
  lead: Block[];
  sections: Section[];
}

/**
 * What people come to a notice to find out, in the order in which they are asked: UK GDPR
 * Article 13(1) and (2), complaints last.
 */
export const TOPICS = [
  'controller',
  'data',
  'purposes',
  'recipients',
  'retention',
  'rights',
  'complaints',
] as const;

export type Topic = (typeof TOPICS)[number];

/** A heading and everything up to the next heading of the same or a higher level. */
export interface Section {
  /** The section's id on a page, unique within the document. */
  anchor: string;
  /** Depth in the outline: 1 for the document's own sections, 2 for theirs. */
  level: number;
  /** The heading as it is written, 1 to 6: two versions may write one outline differently. */
  rank: number;
  heading: Inline[];
  /** The topics it answers, if its author named any. */
  covers?: Topic[];
  /** The blocks between the heading and the first section inside this one. */
  blocks: Block[];
  sections: Section[];
}

export type Block =
  Paragraph | List | Table | Quote | Definitions | FactsBlock | CodeBlock | Rule | Group;

export interface Paragraph {
  type: 'paragraph';
  content: Inline[];
  /** Text directly in an item or cell, without a `<p>`: `<li>text</li>`. */
  bare?: true;
  /** The rank of a heading inside a list or a quote, where no section can begin. Shown in bold. */
  rank?: number;
}

export interface List {
  type: 'list';
  ordered: boolean;
  /** The first number of an ordered list, if it is not 1. */
  start?: number;
  /** How an ordered list counts, if not in figures. */
  numbering?: 'a' | 'A' | 'i' | 'I';
  /** Whether an ordered list counts down. */
  reversed?: true;
  items: Item[];
}

export interface Item {
  blocks: Block[];
  /** For an item of a task list. */
  checked?: boolean;
  /** The number of an item that breaks the count. */
  value?: number;
}

export interface Table {
  type: 'table';
  caption?: Inline[];
  /** For a table that a component prints of records, which: `retention`. */
  of?: string;
  head: Row[];
  body: Row[];
}

export interface Row {
  cells: Cell[];
}

export interface Cell {
  header: boolean;
  blocks: Block[];
  align?: 'left' | 'center' | 'right';
  columns?: number;
  rows?: number;
}

export interface Quote {
  type: 'quote';
  blocks: Block[];
}

export interface Definitions {
  type: 'definitions';
  entries: Definition[];
}

export interface Definition {
  terms: Inline[][];
  descriptions: Block[][];
}

/**
 * Facts that a component for authors prints. The block holds only values: the page that prints it
 * chooses their labels, so that no theme can add words to a notice.
 */
export interface FactsBlock {
  type: 'facts';
  /** The group of facts: `controller`, `contact`, `dpo`, `complaints`. */
  of: string;
  entries: FactEntry[];
}

export interface FactEntry {
  /** The fact's name: a key of the catalogue of labels. */
  field: string;
  values: Inline[][];
}

export interface CodeBlock {
  type: 'code';
  text: string;
}

export interface Rule {
  type: 'rule';
}

export interface Group extends Speech {
  type: 'group';
  tag: GroupTag;
  blocks: Block[];
  /** Whether this is the first layer of a section: its content in a sentence or two. */
  inShort?: true;
  /** For `<details>` that are open from the start. */
  open?: true;
  /** An id that links can lead to. */
  anchor?: string;
}

export type Inline = Text | Mark | Link | Break | Image | Target;

export interface Text {
  type: 'text';
  value: string;
}

export interface Mark extends Speech {
  type: 'mark';
  tag: MarkTag;
  content: Inline[];
  /** What an abbreviation stands for. */
  title?: string;
  /** A date or time, as machines read it. */
  datetime?: string;
}

/** The language and direction of words, if they differ from those around them. */
export interface Speech {
  language?: string;
  direction?: 'ltr' | 'rtl' | 'auto';
}

export interface Link {
  type: 'link';
  /** A web, mail or telephone address, `#anchor`, or a path from the site's root, without base. */
  href: string;
  content: Inline[];
}

export interface Break {
  type: 'break';
}

export interface Image {
  type: 'image';
  /**
   * A path from the site's root, without the base; or the address of an image on another host, which
   * no page loads, since that would be a request to a third party; or empty if it has no address.
   */
  source: string;
  alternative: string;
}

/** An empty place in the text that links can lead to: `<span id="x" />`. */
export interface Target {
  type: 'target';
  anchor: string;
}

/** All sections of a document, in reading order, each before those within it. */
export function* sectionsOf(document: Pick<Document, 'sections'>): Generator<Section> {
  for (const section of document.sections) {
    yield section;
    yield* sectionsOf(section);
  }
}

/** What a section is called: its heading without the numbers of footnotes. */
export const headingText = (heading: readonly Inline[]): string =>
  textOf(withoutFootnotes(heading)).trim();

/** Inline content without references to footnotes. */
export const withoutFootnotes = (content: readonly Inline[]): Inline[] =>
  content.flatMap((inline): Inline[] => {
    if (inline.type !== 'mark' && inline.type !== 'link') return [inline];
    if (isFootnoteReference(inline)) return [];
    return [{ ...inline, content: withoutFootnotes(inline.content) }];
  });

/** Whether this is a reference to a footnote, as the Markdown processor writes it. */
const isFootnoteReference = (inline: Mark | Link): boolean =>
  inline.type === 'mark' &&
  inline.tag === 'sup' &&
  inline.content.some(({ type }) => type === 'link') &&
  inline.content.every(
    (each) =>
      each.type === 'target' || (each.type === 'link' && each.href.startsWith('#user-content-fn-')),
  );

/** The text of inline content, with a line break as a space. */
export function textOf(content: readonly Inline[]): string {
  let text = '';
  for (const inline of content) {
    if (inline.type === 'text') text += inline.value;
    else if (inline.type === 'break') text += ' ';
    else if (inline.type === 'image') text += inline.alternative;
    else if (inline.type !== 'target') text += textOf(inline.content);
  }
  return text;
}
