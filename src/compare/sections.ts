/** What became of each section. */
import { placeOf } from './changes.ts';
import type { Share } from './flow.ts';
import type { Box, Change, Line, Part, Place, SectionChange, SectionState } from './model.ts';
import type { Section } from '../notices/model.ts';

/** The least part of a section's text, of 1, by which it goes on in a section of another name. */
const GOES_ON = 0.3;

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
  const headings = headingsIn(redline);
  const partners = partnersOf(headings, shares);
  joinRenamed(headings, partners);
  const lead: Heading = { before: undefined, after: undefined, isMoved: false };
  return [lead, ...headings].flatMap((heading) => sectionOf(heading, changes, partners));
}

interface Heading {
  before?: Section | undefined;
  after?: Section | undefined;
  isMoved: boolean;
}

/** The headings of a redline, a section removed and added under one anchor as one. */
function headingsIn(redline: readonly Part[]): Heading[] {
  const headings: Heading[] = [];
  const visit = (parts: readonly Part[], isMoved: boolean): void => {
    for (const part of parts) {
      if (part.type === 'box') visit(part.parts, isMoved || isMovedSection(part));
      if (part.type === 'line' && part.kind === 'heading') headings.push(headingOf(part, isMoved));
    }
  };
  visit(redline, false);
  const removed = new Map(
    headings.flatMap((heading) =>
      heading.before && !heading.after ? [[heading.before.anchor, heading] as const] : [],
    ),
  );
  const joined = new Set<Heading>();
  for (const heading of headings) {
    const other = heading.after && !heading.before ? removed.get(heading.after.anchor) : undefined;
    if (!other || joined.has(other)) continue;
    heading.before = other.before;
    heading.isMoved = true;
    joined.add(other);
  }
  return headings.filter((heading) => !joined.has(heading));
}

const isMovedSection = ({ source, move }: Box): boolean =>
  move !== undefined && source.type === 'section';

const headingOf = ({ section = {}, move }: Line, isMoved: boolean): Heading => ({
  ...section,
  isMoved: isMoved || move !== undefined,
});

interface Partners {
  /** Of a section whose heading is new, the one its text came from. */
  splitFrom: Map<Section, Section>;
  /** Of a section whose heading is gone, the one its text went to. */
  mergedInto: Map<Section, Section>;
}

function partnersOf(headings: readonly Heading[], shares: readonly Share[]): Partners {
  const sizes = new Map<Section, number>();
  const from = new Map<Section, Map<Section, number>>();
  const to = new Map<Section, Map<Section, number>>();
  for (const { before, after, characters } of shares) {
    if (!before || !after) continue;
    for (const section of [before, after]) {
      sizes.set(section, (sizes.get(section) ?? 0) + characters);
    }
    add(from, after, before, characters);
    add(to, before, after, characters);
  }
  const most = (
    rows: ReadonlyMap<Section, ReadonlyMap<Section, number>>,
    section: Section | undefined,
  ): [Section, Section][] => {
    if (!section) return [];
    const [best] = [...(rows.get(section) ?? [])].toSorted(([, p], [, q]) => q - p);
    return best && best[1] >= GOES_ON * (sizes.get(section) ?? 0) ? [[section, best[0]]] : [];
  };
  return {
    splitFrom: new Map(headings.flatMap(({ before, after }) => (before ? [] : most(from, after)))),
    mergedInto: new Map(headings.flatMap(({ before, after }) => (after ? [] : most(to, before)))),
  };
}

/** A section gone into a new one, and that new one split off it, are one with a new heading. */
function joinRenamed(headings: Heading[], { splitFrom, mergedInto }: Partners): void {
  for (const heading of [...headings]) {
    const { before, after } = heading;
    const source = after && !before ? splitFrom.get(after) : undefined;
    const other = headings.find((each) => each.before === source && !each.after);
    if (!source || !after || !other || mergedInto.get(source) !== after) continue;
    heading.before = source;
    splitFrom.delete(after);
    mergedInto.delete(source);
    headings.splice(headings.indexOf(other), 1);
  }
}

function add(
  rows: Map<Section, Map<Section, number>>,
  key: Section,
  other: Section,
  amount: number,
): void {
  const row = rows.get(key) ?? new Map<Section, number>();
  row.set(other, (row.get(other) ?? 0) + amount);
  rows.set(key, row);
}

function sectionOf(
  { before, after, isMoved }: Heading,
  changes: readonly Change[],
  { splitFrom, mergedInto }: Partners,
): SectionChange[] {
  const isLead = !before && !after;
  const inside = changes.filter((change) =>
    isLead
      ? change.kind !== 'facts' && (change.after ?? change.before)?.level === 0
      : isIn(change.after, after) || (!isIn(change.after, after) && isIn(change.before, before)),
  );
  const ids = inside.map(({ id }) => id);
  if (isLead) {
    if (ids.length === 0) return [];
    const place = placeOf(undefined);
    return [{ before: place, after: place, states: ['edited'], changes: ids }];
  }
  const source = after && !before ? splitFrom.get(after) : undefined;
  const target = before && !after ? mergedInto.get(before) : undefined;
  const others: Place[] = [
    ...(before ? keysOf(splitFrom, before) : []),
    ...(after ? keysOf(mergedInto, after) : []),
  ].map(placeOf);
  const states: SectionState[] = [];
  if (!before) states.push(source ? 'split' : 'added');
  else if (!after) states.push(target ? 'merged' : 'removed');
  else {
    const isRenamed = placeOf(before).heading !== placeOf(after).heading;
    if (inside.some(({ kind }) => kind !== 'move')) states.push('edited');
    if (isRenamed) states.push('renamed');
    if (isMoved) states.push('moved');
    if (keysOf(splitFrom, before).length > 0) states.push('split');
    if (keysOf(mergedInto, after).length > 0) states.push('merged');
  }
  const [old, section] = [before ?? source, after ?? target];
  return [
    {
      ...(old && { before: placeOf(old) }),
      ...(section && { after: placeOf(section) }),
      states,
      ...(others.length > 0 && { with: others }),
      changes: ids,
    },
  ];
}

const keysOf = (map: ReadonlyMap<Section, Section>, value: Section): Section[] =>
  [...map].flatMap(([key, other]) => (other === value ? [key] : []));

const isIn = (place: Place | undefined, section: Section | undefined): boolean =>
  place !== undefined && section !== undefined && place.anchor === section.anchor;
