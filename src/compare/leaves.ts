/**
 * A document as a row of leaves: its lines of text and its tables, in reading order, each
 * knowing what it stands in. Two documents are compared leaf by leaf, so that text is found
 * again whatever became of the lists, quotes and sections around it.
 */
import {
  sectionsOf,
  type Block,
  type Document,
  type Inline,
  type List,
  type Section,
  type Table,
} from '../document/model.ts';
import type { BoxSource, LineKind } from './model.ts';
import { plainOf } from './inline.ts';
import { once } from '../document/once.ts';
import { Reading, readingOf } from './reading.ts';
import { comparable } from './tokens.ts';

/** What leaves stand in: a section, a list, an item, a quote. */
export interface Holder {
  source: BoxSource;
  /** From the section down to this one. */
  path: readonly Holder[];
  /** For an item of an ordered list, its number. */
  number?: number;
}

export interface Leaf {
  kind: LineKind | 'table';
  holder: Holder;
  content: Inline[];
  /** What is compared: the words with regular white space and without invisible signs. */
  text: string;
  reading: Reading;
  /** The section whose heading or text this is; none in the lead. */
  section?: Section;
  /** The rank of a heading, in a list as well. */
  rank?: number;
  table?: Table;
}

/** The leaves of a document. Sections stand beside each other, however they were nested. */
export const leavesOf = once(makeLeaves);

function makeLeaves(document: Pick<Document, 'lead' | 'sections'>): readonly Leaf[] {
  const leaves = leavesIn(document.lead, holderOf({ type: 'section' }));
  for (const section of sectionsOf(document)) {
    const holder = holderOf({ type: 'section', section });
    leaves.push({ ...line('heading', section.heading, holder), section, rank: section.rank });
    for (const leaf of leavesIn(section.blocks, holder)) leaves.push({ ...leaf, section });
  }
  return leaves;
}

/** The leaves of a cell, or of anything else that holds blocks and no sections. */
export const leavesOfBlocks = once((blocks: readonly Block[]): readonly Leaf[] =>
  leavesIn(blocks, holderOf({ type: 'section' })),
);

function holderOf(source: BoxSource, parent?: Holder): Holder {
  const holder: { source: BoxSource; path: Holder[] } = { source, path: [] };
  holder.path.push(...(parent?.path ?? []), holder);
  return holder;
}

function line(kind: LineKind, content: Inline[], holder: Holder): Leaf {
  const reading = readingOf(content);
  return { kind, holder, content: reading.content, text: reading.text, reading };
}

/** A table, or a part of one, that is known by a text. */
export const leafOfTable = (table: Table, text: string, holder: Holder): Leaf => ({
  kind: 'table',
  holder,
  content: [],
  text,
  reading: new Reading([], text, text),
  table,
});

function leavesIn(blocks: readonly Block[], holder: Holder): Leaf[] {
  return blocks.length > 0
    ? blocks.flatMap((block) => leavesOfBlock(block, holder))
    : holder.path.length > 1
      ? [line('empty', [], holder)]
      : [];
}

function leavesOfBlock(block: Block, holder: Holder): Leaf[] {
  switch (block.type) {
    case 'paragraph': {
      const leaf = line(block.bare ? 'bare' : 'paragraph', block.content, holder);
      return [block.rank === undefined ? leaf : { ...leaf, rank: block.rank }];
    }
    case 'list': {
      const list = holderOf(block, holder);
      const numbers = numbersOf(block);
      return block.items.flatMap((item, index) => {
        const holder = holderOf({ type: 'item', ...item }, list);
        const number = numbers[index];
        if (number !== undefined) holder.number = number;
        return leavesIn(item.blocks, holder);
      });
    }
    case 'table':
      return [leafOfTable(block, tableText(block), holder)];
    case 'quote':
    case 'group':
      return leavesIn(block.blocks, holderOf(block, holder));
    case 'definitions': {
      const list = holderOf(block, holder);
      return block.entries.flatMap(({ terms, descriptions }) => {
        const entry = holderOf({ type: 'entry' }, list);
        return [
          ...terms.map((term) => line('term', term, entry)),
          ...descriptions.flatMap((inner) =>
            leavesIn(inner, holderOf({ type: 'description' }, entry)),
          ),
        ];
      });
    }
    case 'facts': {
      const list = holderOf(block, holder);
      return block.entries.flatMap(({ field, values }) => {
        const fact = holderOf({ type: 'fact', field }, list);
        return values.map((value) => line('value', value, fact));
      });
    }
    case 'code':
      return [line('code', [{ type: 'text', value: block.text }], holder)];
    case 'rule':
      return [line('rule', [], holder)];
  }
}

/** The numbers of the items of a list, as a browser counts them; none if it is not ordered. */
function numbersOf({ ordered, start, reversed, items }: List): number[] {
  let next = start ?? (reversed ? items.length : 1);
  return (ordered ? items : []).map(({ value = next }) => {
    next = value + (reversed ? -1 : 1);
    return value;
  });
}

/** All words of a table, a cell after the other. */
function tableText({ caption, head, body }: Table): string {
  const cells = [...head, ...body].flatMap(({ cells }) =>
    cells.map(({ blocks }) => textIn(blocks)),
  );
  return [...(caption ? [comparable(plainOf(caption))] : []), ...cells].join(' ');
}

/** The words of blocks, a line after the other. */
export const textIn = (blocks: readonly Block[]): string =>
  leavesOfBlocks(blocks)
    .map(({ text }) => text)
    .join(' ');
