/** Which of its changes the notes of a version mention. */
import type { Change, Comparison, Place, SectionChange } from './model.ts';
import type { Document, Section } from '../document/model.ts';
import { anchorsOf } from '../document/walk.ts';

export interface Mentions {
  /** Sections that say something else now, and that no note names. */
  unmentioned: Place[];
  /** Sections that a note names, and that are as they were. */
  unchanged: Place[];
}

/** Whether a section says something else now: its words, a figure, or text from another section. */
const saysElse = ({ kind, before, after }: Change): boolean =>
  kind === 'wording' || kind === 'number' || (kind === 'move' && before?.anchor !== after?.anchor);

/**
 * Compares notes with what changed. A note on a section covers those within it, one on a place in
 * the text its section, and one that names none may be about any. Changes of
 * links and formatting need no note, but a note may mention them.
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
  const worthNoting = new Set(changes.filter(saysElse).map(({ id }) => id));

  const mayBeAboutAny = notes.some(({ section }) => section === undefined);
  const unmentioned = sections.filter(
    (section) =>
      section.changes.some((id) => worthNoting.has(id)) &&
      !upwards(section).some((anchor) => noted.has(anchor)),
  );
  const touched = new Set(sections.filter(({ states }) => states.length > 0).flatMap(upwards));
  const unchanged = sections.filter((section) =>
    placesOf(section).some(({ anchor }) => noted.has(anchor) && !touched.has(anchor)),
  );
  const nameable = (list: readonly SectionChange[]): Place[] =>
    list
      .flatMap(({ before: old, after: now }) => now ?? old ?? [])
      .filter(({ level }) => level > 0);
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
