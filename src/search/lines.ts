/** The text of blocks as lines that are never glued together: a cell, a term, an item each. */
import { comparable } from '../compare/leaves.ts';
import { textOf, type Block, type Inline } from '../notices/model.ts';

/** One line: the words with single spaces and without signs that no reader sees. */
export const lineOf = (content: readonly Inline[]): string => comparable(textOf(content));

/** The lines of blocks in reading order, none of them empty. */
export const textLines = (blocks: readonly Block[], read = lineOf): string[] =>
  blocks.flatMap((block) => linesOfBlock(block, read)).filter((line) => line !== '');

function linesOfBlock(block: Block, read: typeof lineOf): string[] {
  const within = (blocks: readonly Block[]): string[] => textLines(blocks, read);
  switch (block.type) {
    case 'paragraph':
      return [read(block.content)];
    case 'list':
      return block.items.flatMap(({ blocks }) => within(blocks));
    case 'table':
      return [
        ...(block.caption ? [read(block.caption)] : []),
        ...[...block.head, ...block.body].flatMap(({ cells }) =>
          cells.flatMap(({ blocks }) => within(blocks)),
        ),
      ];
    case 'quote':
    case 'group':
      return within(block.blocks);
    case 'definitions':
      return block.entries.flatMap(({ terms, descriptions }) => [
        ...terms.map((term) => read(term)),
        ...descriptions.flatMap(within),
      ]);
    case 'facts':
      return block.entries.flatMap(({ values }) => values.map((value) => read(value)));
    case 'code':
      return block.text.split('\n').map(comparable);
    case 'rule':
      return [];
  }
}
