/** Which headings of a document are its contents: the list that leads to its sections. */
import { sectionsOf, type Document, type Section } from './model.ts';

/** A section in the list, and those listed below it. */
export interface ContentsEntry {
  section: Section;
  within: Section[];
}

/** With fewer sections at the top, a list of them says too little. */
const FEW = 3;
/** A section with more than this share of all headings holds everything. */
const MOST = 3 / 4;

/**
 * The contents of a document, two levels deep. Where one heading is above all others, or nearly all,
 * or there are few at the top, the levels begin one further down, so that the list never says only
 * that there is a text.
 *
 * @returns fewer than two entries if there is nothing to choose from
 */
export function contentsOf({ sections }: Pick<Document, 'sections'>): ContentsEntry[] {
  const [only, ...others] = sections;
  if (only && others.length === 0 && only.sections.length > 0) return contentsOf(only);
  const all = countOf(sections);
  return sections.flatMap((section) => {
    const isAbove = sections.length < FEW || countOf([section]) > all * MOST;
    // Two levels show what is in it, unless there is a third.
    return isAbove && section.sections.some((inner) => inner.sections.length > 0)
      ? [{ section, within: [] }, ...section.sections.map(entryOf)]
      : [entryOf(section)];
  });
}

const entryOf = (section: Section): ContentsEntry => ({ section, within: section.sections });

const countOf = (sections: Section[]): number => [...sectionsOf({ sections })].length;
