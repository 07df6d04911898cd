/**
 * The layers of a notice. The ICO's guidance on the right to be informed asks for a first layer
 * with what matters most, which links to the rest.
 */
import type { Block, Document, Section } from './model.ts';

/**
 * The document's top-level sections, each with its first layer and those of the sections inside it.
 * The list of blocks is empty if its author wrote none.
 */
export const inShortOf = (
  document: Pick<Document, 'sections'>,
): { section: Section; blocks: Block[] }[] =>
  document.sections.map((section) => ({ section, blocks: shortBlocks(section) }));

const shortBlocks = ({ blocks, sections }: Section): Block[] => [
  ...blocks.flatMap((block) => (block.type === 'group' && block.inShort ? block.blocks : [])),
  ...sections.flatMap(shortBlocks),
];
