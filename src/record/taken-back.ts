/** What a later text takes back of what versions before it changed. */
import { compareOnce } from '../compare/once.ts';
import type { Change, Comparison, FactChange } from '../compare/model.ts';
import type { VersionText } from './texts.ts';

/** A change of a version that a later text undoes. */
export interface TakenBack {
  /** The version that made the change. */
  id: string;
  /** The section it is in; empty for a fact, and for text before the first heading. */
  heading: string;
  /** What the version says, and what the later text says again. */
  now: string;
  again: string;
}

/**
 * The changes that a draft undoes. A draft that was written from an older text would otherwise put
 * an old figure back without anyone noticing.
 *
 * @param versions the versions whose changes to look at, each with the one before it, oldest first
 */
export function takenBackBy(
  draft: VersionText,
  versions: readonly { version: VersionText; before: VersionText }[],
): TakenBack[] {
  const last = versions.at(-1)?.version;
  if (!last) return [];
  const next = compareOnce(last.document, draft.document);
  return versions.flatMap(({ version, before }) => {
    const made = compareOnce(before.document, version.document);
    return [...factsUndone(made, next), ...wordsUndone(made, next)].map((undone) => ({
      id: version.id,
      ...undone,
    }));
  });
}

type Undone = Omit<TakenBack, 'id'>;

function factsUndone(made: Comparison, next: Comparison): Undone[] {
  const isUndone = ({ field, of, before, after }: FactChange): boolean =>
    next.facts.some(
      (other) =>
        other.field === field &&
        other.of === of &&
        other.before.join() === after.join() &&
        other.after.join() === before.join(),
    );
  return made.facts
    .filter(isUndone)
    .map(({ before, after }) => ({ heading: '', now: after.join(', '), again: before.join(', ') }));
}

/** Words of the same section that change back. What only moved or is set in another way is none. */
function wordsUndone(made: Comparison, next: Comparison): Undone[] {
  const isOfWords = ({ kind }: Change): boolean => kind === 'wording' || kind === 'number';
  const isUndone = (change: Change): boolean =>
    next.changes.some(
      (other) =>
        isOfWords(other) &&
        holds(other.removed, change.added) &&
        holds(other.added, change.removed) &&
        (change.added === '' || !holds(other.added, change.added)) &&
        (other.before ?? other.after)?.anchor === (change.after ?? change.before)?.anchor,
    );
  return made.changes
    .filter((change) => isOfWords(change) && isUndone(change))
    .map(({ before, after, removed, added }) => ({
      heading: (after ?? before)?.heading ?? '',
      now: added,
      again: removed,
    }));
}

/** Whether a text has words one after the other: what changes nearby is one change with them. */
const holds = (text: string, words: string): boolean => ` ${text} `.includes(` ${words} `);

/** What a later text does with a change that it takes back. */
export const describeTakenBack = ({ id, heading, now, again }: TakenBack): string =>
  `takes back what ${id} changed${heading === '' ? '' : ` in “${heading}”`}: ` +
  (again === ''
    ? `leaves out “${short(now)}”`
    : now === ''
      ? `puts back “${short(again)}”`
      : `“${short(now)}” becomes “${short(again)}” again`);

const short = (text: string): string =>
  text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text;
