/** What a publisher wrote of the changes of a version, each sentence once. */
import { markup, trusted, type Markup } from '../document/markup.ts';
import type { ComparisonWords } from '../words/index.ts';
import { speechOf, type Speech } from './speech.ts';
import type { EntryCard } from './versions.ts';

/** A note, and all sections of which it was written. */
export interface JoinedNote extends Omit<EntryCard, 'where'> {
  where: NonNullable<EntryCard['where']>[];
}

/** Notes that say the same of several sections as one, where the first of them stood. */
export const joinNotes = (entries: readonly EntryCard[]): JoinedNote[] =>
  [
    ...Map.groupBy(entries, ({ kind, summary, reason }) =>
      JSON.stringify([kind, summary, reason]),
    ).values(),
  ].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { where: _, ...note } = first;
    return { ...note, where: [first, ...others].flatMap(({ where }) => where ?? []) };
  });

/** The sections of a note, as links: one is its heading, of several their number comes first. */
export function sectionsOfNote(
  { where }: JoinedNote,
  words: Pick<ComparisonWords, 'counts'>,
  addressOf: (path: string) => string,
  speech: Speech,
): Markup {
  const links = where.map(
    ({ path, words: heading }) =>
      markup`<a class="where" href="${addressOf(path)}"${speechOf(speech)}>${heading}</a>`,
  );
  return links.length < 2
    ? markup`${links}`
    : markup`${words.counts.sections(links.length)}: ${trusted(links.join(', '))}`;
}
