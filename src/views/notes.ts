/** What a publisher wrote of the changes of a version, each sentence once. */
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
