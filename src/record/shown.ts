/** Documents as pages show them, to be compared with what is read from a page. */
import type { Block, Document, Inline, Row, Section } from '../document/model.ts';
import { tidyInline } from '../document/parse-inline.ts';

/** What a page shows of a document. */
export type Body = Pick<Document, 'lead' | 'sections'>;

type AddressOf = (address: string) => string;

/**
 * A text as pages show it: an image from another host is a link, or its alternative text, and a
 * heading in a list is a bold line. The ranks that an author gave to headings, and the topics, are
 * not on a page.
 *
 * @param addressOf the address on the page of an address in the text
 */
export const asShown = ({ lead, sections }: Body, addressOf: AddressOf, level = 1): Body => ({
  lead: shownBlocks(lead, addressOf),
  sections: sections.map(({ anchor, heading, blocks, sections: inner }): Section => ({
    anchor,
    level,
    rank: 0,
    heading: tidyInline(shownLine(heading, addressOf)),
    blocks: shownBlocks(blocks, addressOf),
    sections: asShown({ lead: [], sections: inner }, addressOf, level + 1).sections,
  })),
});

/** Blocks as pages show them: texts without a `<p>` of their own are one where they meet. */
function shownBlocks(blocks: readonly Block[], addressOf: AddressOf): Block[] {
  const shown: Block[] = [];
  let run: Inline[] = [];
  const endRun = () => {
    const content = tidyInline(run);
    if (content.length > 0) shown.push({ type: 'paragraph', content });
    run = [];
  };
  for (const block of blocks) {
    if (block.type === 'paragraph' && block.bare && block.rank === undefined) {
      run.push(...shownLine(block.content, addressOf));
      continue;
    }
    endRun();
    const each = shownBlock(block, addressOf);
    if (each.type !== 'paragraph' || each.content.length > 0) shown.push(each);
  }
  endRun();
  return shown;
}

function shownBlock(block: Block, addressOf: AddressOf): Block {
  const inner = (blocks: readonly Block[]) => shownBlocks(blocks, addressOf);
  const line = (content: readonly Inline[]) => tidyInline(shownLine(content, addressOf));
  switch (block.type) {
    case 'paragraph': {
      const content = shownLine(block.content, addressOf);
      const isBold = block.rank !== undefined;
      return {
        type: 'paragraph',
        content: tidyInline(isBold ? [{ type: 'mark', tag: 'strong', content }] : content),
      };
    }
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, blocks: inner(item.blocks) })),
      };
    case 'table': {
      const rows = (all: readonly Row[]) =>
        all.map(({ cells }) => ({
          cells: cells.map((cell) => ({ ...cell, blocks: inner(cell.blocks) })),
        }));
      return {
        ...block,
        ...(block.caption && { caption: line(block.caption) }),
        head: rows(block.head),
        body: rows(block.body),
      };
    }
    case 'quote':
    case 'group':
      return { ...block, blocks: inner(block.blocks) };
    case 'definitions':
      return {
        ...block,
        entries: block.entries.map(({ terms, descriptions }) => ({
          terms: terms.map(line),
          descriptions: descriptions.map(inner),
        })),
      };
    case 'facts':
      return {
        ...block,
        entries: block.entries.map(({ field, values }) => ({ field, values: values.map(line) })),
      };
    default:
      return block;
  }
}

/** The content of a line as pages show it, not yet tidied. */
const shownLine = (content: readonly Inline[], addressOf: AddressOf, isInLink = false): Inline[] =>
  content.map((inline): Inline => {
    switch (inline.type) {
      case 'mark':
        return { ...inline, content: shownLine(inline.content, addressOf, isInLink) };
      case 'link': {
        const { href, content: inside } = inline;
        return { ...inline, href: addressOf(href), content: shownLine(inside, addressOf, true) };
      }
      case 'image':
        return shownImage(inline, addressOf, isInLink);
      default:
        return inline;
    }
  });

function shownImage(
  image: Inline & { type: 'image' },
  addressOf: AddressOf,
  isInLink: boolean,
): Inline {
  const { source, alternative } = image;
  if (source.startsWith('/')) return { ...image, source: addressOf(source) };
  if (isInLink || source === '') return { type: 'text', value: alternative };
  return {
    type: 'link',
    href: source,
    content: [{ type: 'text', value: alternative || source }],
  };
}
