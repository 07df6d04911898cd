/** Compares two plain texts of a version, section by section and word by word. */
import { compareDocuments } from '../compare/index.ts';
import type { Document, Section } from '../document/model.ts';
import type { Facts } from '../notices/schema.ts';

export interface Difference {
  /** The heading of the section; empty for facts and for text before the first heading. */
  section: string;
  anchor: string;
  removed: string;
  added: string;
}

/** The differences between two plain texts, in text order. */
export function differencesOf(before: string, after: string): Difference[] {
  const { changes } = compareDocuments(documentOf(before), documentOf(after));
  return changes.map(({ before: old, after: current, removed, added }) => {
    const place = current ?? old;
    return { section: place?.heading ?? '', anchor: place?.anchor ?? '', removed, added };
  });
}

/** Turns a plain text into a document: its headings, and each other line as a paragraph. */
function documentOf(text: string): Document<Facts> {
  const lead: Document['lead'] = [];
  const sections: Section[] = [];
  for (const line of text.split('\n')) {
    const heading = /^#+ (.*) \{#([^}]*)\}$/.exec(line);
    if (heading) {
      const [, words = '', anchor = ''] = heading;
      sections.push({
        anchor,
        level: 1,
        rank: 2,
        heading: [{ type: 'text', value: words }],
        blocks: [],
        sections: [],
      });
    } else if (line.trim() !== '') {
      const blocks = sections.at(-1)?.blocks ?? lead;
      blocks.push({ type: 'paragraph', content: [{ type: 'text', value: line.trim() }] });
    }
  }
  return { lead, sections };
}

/**
 * Differences as lines for a terminal.
 *
 * @param most how many differences are described; a last line counts the others
 */
export const describeDifferences = (differences: readonly Difference[], most = 5): string[] => [
  ...differences.slice(0, most).map(({ section, removed, added }) => {
    const where = section === '' ? 'in the facts or the introduction' : `in “${section}”`;
    if (removed === '') return `${where}: “${cut(added)}” was added`;
    if (added === '') return `${where}: “${cut(removed)}” was removed`;
    return `${where}: “${cut(removed)}” became “${cut(added)}”`;
  }),
  ...(differences.length > most ? [`and ${differences.length - most} more`] : []),
];

const cut = (words: string): string => (words.length > 200 ? `${words.slice(0, 200)} …` : words);
