/** Walks through a document: its blocks, its lines and its anchors. */
import {
  headingText,
  sectionsOf,
  type Block,
  type Document,
  type Inline,
  type Section,
} from './model.ts';
import { once } from './once.ts';

/** Blocks and all blocks inside them, in reading order, each before its content. */
export function* blocksWithin(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    for (const inner of innerBlocks(block)) yield* blocksWithin(inner);
  }
}

function innerBlocks(block: Block): readonly Block[][] {
  switch (block.type) {
    case 'list':
      return block.items.map(({ blocks }) => blocks);
    case 'table':
      return [...block.head, ...block.body].flatMap(({ cells }) =>
        cells.map(({ blocks }) => blocks),
      );
    case 'quote':
    case 'group':
      return [block.blocks];
    case 'definitions':
      return block.entries.flatMap(({ descriptions }) => descriptions);
    default:
      return [];
  }
}

/** The lines of text of a block itself, without those of blocks inside it. */
function linesOf(block: Block): readonly Inline[][] {
  switch (block.type) {
    case 'paragraph':
      return [block.content];
    case 'table':
      return block.caption ? [block.caption] : [];
    case 'definitions':
      return block.entries.flatMap(({ terms }) => terms);
    case 'facts':
      return block.entries.flatMap(({ values }) => values);
    default:
      return [];
  }
}

/** Every id of a document that links can lead to: of sections, and of places in their text. */
export function anchorsOf(document: Document): Set<string> {
  const anchors = new Set<string>();
  const addPlaces = (content: readonly Inline[]): void => {
    for (const inline of content) {
      if (inline.type === 'target') anchors.add(inline.anchor);
      if (inline.type === 'mark' || inline.type === 'link') addPlaces(inline.content);
    }
  };
  const addBlocks = (blocks: readonly Block[]): void => {
    for (const block of blocksWithin(blocks)) {
      if (block.type === 'group' && block.anchor !== undefined) anchors.add(block.anchor);
      linesOf(block).forEach(addPlaces);
    }
  };
  addBlocks(document.lead);
  for (const section of sectionsOf(document)) {
    anchors.add(section.anchor);
    addPlaces(section.heading);
    addBlocks(section.blocks);
  }
  return anchors;
}

/** The sections of a document by their anchors, the first of those that share one. */
const sectionsByAnchor = once(
  (document: Pick<Document, 'sections'>): ReadonlyMap<string, Section> =>
    new Map([...sectionsOf(document)].toReversed().map((section) => [section.anchor, section])),
);

/** The section of a document that has an anchor: found at once, since pages of thousands ask for each. */
export const sectionAt = (
  document: Pick<Document, 'sections'>,
  anchor: string,
): Section | undefined => sectionsByAnchor(document).get(anchor);

/** The heading of the section at an anchor, as plain text; undefined if there is none. */
export function headingAt(
  document: Pick<Document, 'sections'>,
  anchor: string,
): string | undefined {
  const section = sectionAt(document, anchor);
  return section && headingText(section.heading);
}
