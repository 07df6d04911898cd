/** The text of blocks as lines that are never glued together: a cell, a term, an item each. */
import { comparable } from '../compare/tokens.ts';
import { headingText, textOf, type Block, type Inline } from '../document/model.ts';

/** One line: the words with single spaces and without signs that no reader sees. */
export const lineOf = (content: readonly Inline[]): string => comparable(textOf(content));

/** What a section is called, as a line. */
export const lineOfHeading = (heading: readonly Inline[]): string =>
  comparable(headingText(heading));

/** Begins a line that belongs to the one before it: another cell of a row, what is said of a term. */
export const GOES_ON = '\t';

/** Lines of which the first names what the others are about. */
export const named = ([first, ...others]: readonly string[]): string[] =>
  first === undefined ? [] : [first, ...others.map((line) => GOES_ON + line.replace(GOES_ON, ''))];

/** The lines of blocks in reading order, none of them empty. */
export const textLines = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(linesOfBlock).filter((line) => line !== '');

function linesOfBlock(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return [lineOf(block.content)];
    case 'list':
      return block.items.flatMap(({ blocks }) => textLines(blocks));
    case 'table':
      return [
        ...(block.caption ? [lineOf(block.caption)] : []),
        ...[...block.head, ...block.body].flatMap(({ cells }) =>
          named(cells.flatMap(({ blocks }) => textLines(blocks))),
        ),
      ];
    case 'quote':
    case 'group':
      return textLines(block.blocks);
    case 'definitions':
      return block.entries.flatMap(({ terms, descriptions }) => {
        const before = terms.slice(0, -1).map(lineOf);
        return [
          ...before,
          ...named([...terms.slice(-1).map(lineOf), ...descriptions.flatMap(textLines)]),
        ];
      });
    case 'facts':
      return block.entries.flatMap(({ values }) => values.map(lineOf));
    case 'code':
      return block.text.split('\n').map(comparable);
    case 'rule':
      return [];
  }
}
