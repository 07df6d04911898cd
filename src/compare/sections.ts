/** What became of each section. */
import type { Section } from '../notices/model.ts';
import { placeOf } from './changes.ts';
import type { Share } from './flow.ts';
import { textIn } from './leaves.ts';
import type { Change, Part, Place, SectionChange, SectionState } from './model.ts';
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
  shares: readonly Share[],
): SectionChange[] {
  const [to, from] = [new Tally<Section, Section>(), new Tally<Section, Section>()];
  for (const { before, after, characters } of shares) {
    if (!before || !after) continue;
    to.add(before, after, characters);
    from.add(after, before, characters);
  }
  const [mergedInto, splitFrom] = [heirsIn(to), heirsIn(from)];
  const headings = joinHalves(headingsIn(redline, false), (before, after) => {
    // Gone into a section that is split off it: it is that section, with a new heading.
    const isHeir = mergedInto.get(before) === after && splitFrom.get(after) === before;
    return isHeir || before.anchor === after.anchor;
  });
  const splits = headings.map(({ before, after }) =>
    before ? undefined : heirOf(after, splitFrom),
  );
  const merges = headings.map(({ before, after }) =>
    after ? undefined : heirOf(before, mergedInto),
  );
  const placesOf = (heirs: readonly (Section | undefined)[], heir: Section | undefined): Place[] =>
    headings.flatMap(({ before, after }, index) =>
      heir && heirs[index] === heir ? [placeOf(after ?? before)] : [],
    );
  const sections = headings.map(({ before, after, isMoved }, index): SectionChange => {
    const [old, now] = [before ?? splits[index], after ?? merges[index]];
    const inside = changesIn(changes, before, after);
    const [splitOff, mergedIn] = [placesOf(splits, before), placesOf(merges, after)];
    const others = [...splitOff, ...mergedIn];
    const isRenamed = placeOf(before).heading !== placeOf(after).heading;
    const states: [SectionState, unknown][] =
      before && after
        ? [
            ['edited', inside.some(({ kind }) => kind !== 'move')],
            ['renamed', isRenamed],
            ['moved', isMoved],
            ['split', splitOff.length],
            ['merged', mergedIn.length],
          ]
        : [[before ? (now ? 'merged' : 'removed') : old ? 'split' : 'added', true]];
    return {
      ...(old && { before: placeOf(old) }),
      ...(now && { after: placeOf(now) }),
      states: states.flatMap(([state, is]) => (is ? [state] : [])),
      ...(others.length > 0 && { with: others }),
      changes: inside.map(({ id }) => id),
    };
  });
  const inLead = changes.filter(({ before, after }) => (after ?? before)?.level === 0);
  const lead = placeOf(undefined);
  const ids = inLead.map(({ id }) => id);
  return inLead.length > 0
    ? [{ before: lead, after: lead, states: ['edited'], changes: ids }, ...sections]
    : sections;
}

const heirOf = (
  section: Section | undefined,
  heirs: ReadonlyMap<Section, Section>,
): Section | undefined => section && heirs.get(section);

/** Of each section the one in which most of its text stands, when that is enough to go on. */
function heirsIn(tally: Tally<Section, Section>): Map<Section, Section> {
  return new Map(
    [...tally.best()].flatMap(([section, { b, amount }]) =>
      amount >= GOES_ON * textIn(section.blocks).length ? [[section, b] as const] : [],
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

/** The changes within a section: those of its text now, and those of text it had. */
const changesIn = (
  changes: readonly Change[],
  before: Section | undefined,
  after: Section | undefined,
): Change[] =>
  changes.filter(
    (change) =>
      (after && change.after?.anchor === after.anchor) ||
      (before && change.before?.anchor === before.anchor),
  );
