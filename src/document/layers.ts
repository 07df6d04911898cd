/**
 * The layers of a notice. The ICO's guidance on the right to be informed asks for a first one that
 * says what matters most, and leads to the rest.
 */
import type { Block, Document, Section } from './model.ts';

/**
 * The document's own sections, each with what it says in short: its own first layer and those of
 * the sections within it. Nothing where its author wrote none.
 */
export const inShortOf = (
  document: Pick<Document, 'sections'>,
): { section: Section; blocks: Block[] }[] =>
  document.sections.map((section) => ({ section, blocks: shortBlocks(section) }));

const shortBlocks = ({ blocks, sections }: Section): Block[] => [
  ...blocks.flatMap((block) => (block.type === 'group' && block.inShort ? block.blocks : [])),
  ...sections.flatMap(shortBlocks),
];
