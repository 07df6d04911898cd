/** What the readers of a notice get: its lines of words, each with the section it stands in. */
import {
  textOf,
  withoutFootnotes,
  type Block,
  type Document,
  type Inline,
  type Section,
} from '../document/model.ts';

/** A line of a notice: a heading, paragraph, item or cell. */
export interface NoticeLine {
  text: string;
  /** The anchor of its section; absent before the first heading. */
  section?: string;
}

/** The lines of a document in reading order, without addresses of links and the marks of lists. */
export function linesOfNotice({
  lead,
  sections,
}: Pick<Document, 'lead' | 'sections'>): NoticeLine[] {
  return [...lead.flatMap(blockLines).map((text) => ({ text })), ...sections.flatMap(sectionLines)];
}

const sectionLines = ({ anchor, heading, blocks, sections }: Section): NoticeLine[] => [
  { text: inlineText(heading), section: anchor },
  ...blocks.flatMap(blockLines).map((text) => ({ text, section: anchor })),
  ...sections.flatMap(sectionLines),
];

const inlineText = (content: readonly Inline[]): string => textOf(withoutFootnotes(content));

function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return [inlineText(block.content)];
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.flatMap(blockLines));
    case 'table':
      return [
        inlineText(block.caption ?? []),
        ...[...block.head, ...block.body].flatMap(({ cells }) =>
          cells.flatMap(({ blocks }) => blocks.flatMap(blockLines)),
        ),
      ];
    case 'quote':
    case 'group':
      return block.blocks.flatMap(blockLines);
    case 'definitions':
      return block.entries.flatMap(({ terms, descriptions }) => [
        ...terms.map(inlineText),
        ...descriptions.flat().flatMap(blockLines),
      ]);
    case 'facts':
      return block.entries.flatMap(({ values }) => values.map(inlineText));
    case 'code':
      return [block.text];
    case 'rule':
      return [];
  }
}
