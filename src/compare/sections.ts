/** What became of each section. */
import type { Section } from '../document/model.ts';
import { placeOf } from './changes.ts';
import type { Shares } from './flow.ts';
import type { Change, Part, SectionChange, SectionState } from './model.ts';
import { Tally } from './tally.ts';

/** The least part of a section's text, of 1, by which it goes on in a section of another name. */
const GOES_ON = 0.3;

/** A heading of the redline, and the section that it is in each version. */
interface Heading {
  before?: Section | undefined;
  after?: Section | undefined;
  isMoved: boolean;
}

/**
 * Every section of either version, in the order of the redline, and what became of it. One whose
 * heading is new and whose text was another's was split off that; one whose heading is gone and
 * whose text is another's now was merged into that.
 */
export function listSections(
  redline: readonly Part[],
  changes: readonly Change[],
  { shares, sizes }: Shares,
): SectionChange[] {
  const [to, from] = [new Tally<Section, Section>(), new Tally<Section, Section>()];
  for (const { before, after, characters } of shares) {
    if (!before || !after) continue;
    to.add(before, after, characters);
    from.add(after, before, characters);
  }
  const mergedInto = heirsIn(to, sizes);
  const splitFrom = heirsIn(from, sizes);
  const headings = joinHalves(headingsIn(redline, false), (before, after) => {
    // Gone into a section that is split off it: it is that section, with a new heading.
    const isHeir = mergedInto.get(before) === after && splitFrom.get(after) === before;
    return isHeir || before.anchor === after.anchor;
  });
  const changesIn = byPlace(changes);
  const related = headings.map((heading): Related => ({
    ...heading,
    // What a section with a new heading was split off, and what one without goes on in.
    source: heading.before ?? splitFrom.get(heading.after),
    target: heading.after ?? mergedInto.get(heading.before),
  }));
  const splitOff = Map.groupBy(related, (other) => (other.before ? undefined : other.source));
  const mergedIn = Map.groupBy(related, (other) => (other.after ? undefined : other.target));
  return [
    ...leadOf(changes),
    ...related.map((section) => {
      const { before, after } = section;
      return sectionOf(section, changesIn(before, after), {
        splitOff: (before && splitOff.get(before)) ?? [],
        mergedIn: (after && mergedIn.get(after)) ?? [],
      });
    }),
  ];
}

/** A section, and what it was before or is after under a heading of another. */
interface Related extends Heading {
  source?: Section | undefined;
  target?: Section | undefined;
}

function sectionOf(
  { before, after, isMoved, source, target }: Related,
  changes: readonly Change[],
  { splitOff, mergedIn }: { splitOff: readonly Related[]; mergedIn: readonly Related[] },
): SectionChange {
  const both: [SectionState, boolean][] = [
    // A section that moved as a whole is as it was; one that text came to or went from is not.
    [
      'edited',
      changes.some(
        ({ kind, before: from, after: to }) =>
          kind !== 'move' || !isMoved || from?.anchor !== to?.anchor,
      ),
    ],
    ['renamed', placeOf(before).heading !== placeOf(after).heading],
    ['moved', isMoved],
    ['split', splitOff.length > 0],
    ['merged', mergedIn.length > 0],
  ];
  const one: SectionState = before ? (target ? 'merged' : 'removed') : source ? 'split' : 'added';
  const others = [...splitOff, ...mergedIn].map((other) => placeOf(other.before ?? other.after));
  return {
    ...(source && { before: placeOf(source) }),
    ...(target && { after: placeOf(target) }),
    states: before && after ? both.flatMap(([state, is]) => (is ? [state] : [])) : [one],
    ...(others.length > 0 && { with: others }),
    changes: changes.map(({ id }) => id),
  };
}

/** What stands before the first heading, when something in it changed. */
function leadOf(changes: readonly Change[]): SectionChange[] {
  const inLead = changes.filter(({ before, after }) => (after ?? before)?.level === 0);
  if (inLead.length === 0) return [];
  const lead = placeOf(undefined);
  return [{ before: lead, after: lead, states: ['edited'], changes: inLead.map(({ id }) => id) }];
}

/** Of each section the one in which most of its text stands, when that is enough to go on. */
function heirsIn(
  tally: Tally<Section, Section>,
  sizes: Shares['sizes'],
): Map<Section | undefined, Section> {
  return new Map(
    [...tally.best()].flatMap(([section, { b, amount }]) =>
      amount >= GOES_ON * (sizes.get(section) ?? 0) ? [[section, b] as const] : [],
    ),
  );
}

function headingsIn(parts: readonly Part[], isMoved: boolean): Heading[] {
  return parts.flatMap((part): Heading[] => {
    const isWithin = isMoved || (part.type !== 'gone' && part.move !== undefined);
    if (part.type === 'box') return headingsIn(part.parts, isWithin);
    const isHeading = part.type === 'line' && part.kind === 'heading';
    return isHeading ? [{ ...part.section, isMoved: isWithin }] : [];
  });
}

/** Puts a heading that is gone and one that is new together, when they are of one section. */
function joinHalves(
  headings: readonly Heading[],
  isOne: (before: Section, after: Section) => boolean,
): Heading[] {
  const gone = headings.filter(({ after }) => !after);
  const joined = headings.map((heading): Heading => {
    const { before, after } = heading;
    const at = gone.findIndex(
      (half) => after && !before && half.before && isOne(half.before, after),
    );
    const [half] = at < 0 ? [] : gone.splice(at, 1);
    return half
      ? { before: half.before, after, isMoved: half.before?.anchor === after?.anchor }
      : heading;
  });
  const left = new Set(gone);
  return joined.filter((heading) => heading.after || left.has(heading));
}

/** Finds the changes within a section: those of its text now, and those of text it had. */
function byPlace(
  changes: readonly Change[],
): (before: Section | undefined, after: Section | undefined) => Change[] {
  const places = new Map(changes.map((change, place) => [change, place]));
  const left = Map.groupBy(changes, ({ before }) => before?.anchor);
  const come = Map.groupBy(changes, ({ after }) => after?.anchor);
  return (before, after) => {
    const found = new Set([
      ...((before && left.get(before.anchor)) ?? []),
      ...((after && come.get(after.anchor)) ?? []),
    ]);
    return [...found].sort((p, q) => (places.get(p) ?? 0) - (places.get(q) ?? 0));
  };
}
