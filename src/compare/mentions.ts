/** Which of its changes the notes of a version mention. */
import type { Change, Comparison, Place, SectionChange } from './model.ts';
import type { Document, Section } from '../document/model.ts';
import { anchorsOf } from '../document/walk.ts';

export interface Mentions {
  /** Sections that say something else now, and that no note names. */
  unmentioned: Mentioned[];
  /** Sections that a note names, and that are as they were. */
  unchanged: Mentioned[];
}

/** A section, and whether all that changed in it is text that came from another section. */
interface Mentioned extends Place {
  isMove: boolean;
}

/** Whether a section says something else now: its words, a figure, or text from another section. */
const saysElse = ({ kind, before, after }: Change): boolean =>
  kind === 'wording' || kind === 'number' || (kind === 'move' && before?.anchor !== after?.anchor);

/**
 * Compares notes with what changed. A note on a section covers those within it, one on a place in
 * the text its section, and one that names none may be about any. For text that moved, one note is
 * enough, on the section it left or on the one it came to. Changes of links and formatting need no
 * note, but a note may mention them.
 *
 * @param notes what the author of the version after wrote, each with the anchor it names
 */
export function mentionsOf(
  notes: readonly { section?: string | undefined }[],
  { sections, changes }: Pick<Comparison, 'sections' | 'changes'>,
  before: Document,
  after: Document,
): Mentions {
  const paths = new Map([...pathsOf(before), ...pathsOf(after)]);
  const upwards = (section: SectionChange): string[] =>
    placesOf(section).flatMap(({ anchor }) => paths.get(anchor) ?? [anchor]);
  const noted = new Set(
    notes.flatMap(({ section = '' }) => (paths.get(section) ?? []).slice(0, 1)),
  );
  const isNoted = (place: Place | undefined): boolean =>
    (paths.get(place?.anchor ?? '') ?? []).some((anchor) => noted.has(anchor));
  const worthNoting = new Map(changes.filter(saysElse).map((change) => [change.id, change]));
  /** A change that a section needs a note for. A move is asked for where the text came to. */
  const needsNote = (section: SectionChange, id: string): boolean => {
    const change = worthNoting.get(id);
    if (change?.kind !== 'move') return change !== undefined;
    const isHere = placesOf(section).some(({ anchor }) => anchor === change.after?.anchor);
    return isHere && !isNoted(change.before) && !isNoted(change.after);
  };

  const mayBeAboutAny = notes.some(({ section }) => section === undefined);
  const unmentioned = sections.filter(
    (section) =>
      section.changes.some((id) => needsNote(section, id)) &&
      !upwards(section).some((anchor) => noted.has(anchor)),
  );
  const touched = new Set(sections.filter(({ states }) => states.length > 0).flatMap(upwards));
  const unchanged = sections.filter((section) =>
    placesOf(section).some(({ anchor }) => noted.has(anchor) && !touched.has(anchor)),
  );
  const nameable = (list: readonly SectionChange[]): Mentioned[] =>
    list
      .map(({ before: old, after: now, changes: ids }) => ({
        place: now ?? old,
        isMove: ids.every((id) => (worthNoting.get(id)?.kind ?? 'move') === 'move'),
      }))
      .flatMap(({ place, isMove }) => (place && place.level > 0 ? [{ ...place, isMove }] : []));
  return {
    unmentioned: mayBeAboutAny ? [] : nameable(unmentioned),
    unchanged: nameable(unchanged),
  };
}

const placesOf = ({ before, after, with: others = [] }: SectionChange): Place[] =>
  [before, after].flatMap((place) => place ?? []).concat(others);

/** For each anchor of a document the anchors of its section and of those around it, inside out. */
function* pathsOf(
  { sections }: Pick<Section, 'sections'>,
  around: readonly string[] = [],
): Generator<[string, readonly string[]]> {
  for (const section of sections) {
    const path = [section.anchor, ...around];
    yield [section.anchor, path];
    for (const anchor of anchorsOf({ lead: section.blocks, sections: [] })) yield [anchor, path];
    yield* pathsOf(section, path);
  }
}
