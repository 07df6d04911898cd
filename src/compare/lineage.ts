/**
 * Lineage: one section followed through all versions, for "last changed", for the history of a
 * section and for old anchors. It joins comparisons that were made and makes none.
 */
import type { ChangeKind, Comparison, Place, SectionChange, SectionState } from './model.ts';
import { headingText, sectionsOf, type Document, type Section } from '../document/model.ts';

export interface Lineages {
  /** The names of all versions, in order. */
  versions: string[];
  /** In the order in which they begin: by version, and then as they stand in it. */
  lineages: Lineage[];
}

/** A section from the version that brought it to the one before it was gone. */
export interface Lineage {
  /** Where it begins, `2024-11-12#retention`: the same however many versions follow. */
  id: string;
  /** One for every version that has it, in order and without a gap. */
  stations: Station[];
  first: Station;
  last: Station;
  /** The section it was split off, where it stood in the version before this begins. */
  splitFrom?: Kin;
  /** The id of the lineage that ended under this anchor and heading, when it is brought back. */
  resumes?: string;
  /** Absent while the last version has it. */
  end?: End;
}

/** A section in one version, and what became of it since the version before. */
export interface Station {
  version: string;
  anchor: string;
  heading: string;
  level: number;
  /** Nothing when it stands as it did, and in the first version of all. */
  states: SectionState[];
  /** The changes within it, by their ids in the comparison with the version before. */
  changes: string[];
  /** Where nothing but links or form changed in it: which of them. */
  apart?: Apart[];
  /**
   * The version, this or an earlier one, that made its wording what it is here: moving a section,
   * its links and its form do not count, nor does what happens in the sections within it.
   */
  lastChanged: string;
}

/** Kinds of change that say nothing new. */
export type Apart = Extract<ChangeKind, 'link' | 'format'>;

/** A section by its lineage and its anchor. */
export interface Kin {
  lineage: string;
  anchor: string;
}

/** How a lineage ends: the first version without it, and where its text went, if it went on. */
export type End = { by: 'removed'; version: string } | { by: 'merged'; version: string; into: Kin };

/** What answers for a section in a later version. */
export type Heir =
  /** The section, or the one it was merged into, stands here. */
  | { type: 'section'; station: Station }
  /** It is gone since that version; `last` is where it, or its text, stood before. */
  | { type: 'gone'; since: string; last: Station };

/** A version, as far as lineages are concerned. */
export interface Sectioned {
  name: string;
  document: Pick<Document, 'sections'>;
}

type Step = Pick<Comparison, 'sections' | 'changes'>;

/**
 * Joins the sections of all versions. Every section of every version is in one lineage. A section
 * keeps its lineage whatever its anchor, heading or place become; an anchor that another section
 * has later is of another lineage. One that was removed and comes back begins a new lineage,
 * which names the old one if the anchor and the heading are the same.
 *
 * @param versions in order
 * @param steps the comparison of each version but the last with the next
 */
export function lineagesOf(versions: readonly Sectioned[], steps: readonly Step[]): Lineages {
  if (steps.length !== Math.max(versions.length - 1, 0)) {
    throw new RangeError(`${versions.length} versions cannot have ${steps.length} comparisons`);
  }
  const lineages: Lineage[] = [];
  let open = new Map<string, Lineage>();
  versions.forEach((version, index) => {
    open = advance(lineages, open, version, steps[index - 1]);
  });
  return { versions: versions.map(({ name }) => name), lineages };
}

/** The lineage of the section that has an anchor in a version. */
export const lineageAt = (
  { lineages }: Lineages,
  version: string,
  anchor: string,
): Lineage | undefined =>
  lineages.find(({ stations }) =>
    stations.some((station) => station.version === version && station.anchor === anchor),
  );

/**
 * Where the section that has an anchor in one version stands in a later one, through renames,
 * moves and merges; of a section that was split, where the part stands that kept its lineage.
 *
 * @returns nothing when the version has no such section, or the other is before its time
 */
export function heirOf(
  all: Lineages,
  version: string,
  anchor: string,
  inVersion: string,
): Heir | undefined {
  const lineage = lineageAt(all, version, anchor);
  const heirs = lineage ? [...descent(all.lineages, lineage)] : [];
  for (const { stations } of heirs) {
    const station = stations.find((each) => each.version === inVersion);
    if (station) return { type: 'section', station };
  }
  const position = all.versions.indexOf(inVersion);
  const [latest] = heirs
    .flatMap(({ last, end }) => (end ? [{ last, end, at: all.versions.indexOf(end.version) }] : []))
    .filter(({ at }) => at <= position)
    .toSorted((p, q) => q.at - p.at);
  return latest && { type: 'gone', since: latest.end.version, last: latest.last };
}

/** A lineage and those that go on from it, one that brings it back before one it merged into. */
function* descent(lineages: readonly Lineage[], lineage: Lineage): Generator<Lineage> {
  yield lineage;
  const { id, end } = lineage;
  for (const other of lineages) if (other.resumes === id) yield* descent(lineages, other);
  if (end?.by !== 'merged') return;
  const heir = lineages.find((other) => other.id === end.into.lineage);
  if (heir) yield* descent(lineages, heir);
}

/** Takes the lineages of one version, by their anchors in it, on to the next. */
function advance(
  lineages: Lineage[],
  open: Places,
  { name, document }: Sectioned,
  step: Step | undefined,
): Map<string, Lineage> {
  const { begun, continued, ended } = sortChanges(step?.sections ?? []);
  const kinds = new Map(step?.changes.map(({ id, kind }) => [id, kind]));
  const next = new Map<string, Lineage>();
  const going = new Set<Lineage>();
  for (const section of sectionsOf(document)) {
    const { anchor } = section;
    const change = continued.get(anchor) ?? begun.get(anchor);
    const lineage = open.get(continued.get(anchor)?.before?.anchor ?? '');
    const source = kinOf(open, begun.get(anchor)?.before);
    const lastChanged = isReworded(change, kinds) ? name : (lineage?.last.lastChanged ?? name);
    const station = { ...stationOf(name, section, change, lastChanged), ...apartOf(change, kinds) };
    next.set(anchor, lineage ? extend(lineage, station) : begin(lineages, station, source));
    if (lineage) going.add(lineage);
  }
  for (const [anchor, lineage] of open) {
    if (!going.has(lineage)) lineage.end = endOf(name, kinOf(next, ended.get(anchor)?.after));
  }
  return next;
}

/** The lineages of one version by their anchors in it. */
type Places = ReadonlyMap<string, Lineage>;

function kinOf(places: Places, place: Place | undefined): Kin | undefined {
  const lineage = places.get(place?.anchor ?? '');
  return lineage && place && { lineage: lineage.id, anchor: place.anchor };
}

function stationOf(
  version: string,
  { anchor, heading, level }: Section,
  change: SectionChange | undefined,
  lastChanged: string,
): Station {
  return {
    version,
    anchor,
    heading: headingText(heading),
    level,
    states: [...(change?.states ?? [])],
    changes: [...(change?.changes ?? [])],
    lastChanged,
  };
}

function extend(lineage: Lineage, station: Station): Lineage {
  lineage.stations.push(station);
  lineage.last = station;
  return lineage;
}

function begin(lineages: Lineage[], station: Station, splitFrom: Kin | undefined): Lineage {
  const old = lineages.findLast(({ last, end }) => end !== undefined && isAgain(last, station));
  const lineage: Lineage = {
    id: `${station.version}#${station.anchor}`,
    stations: [station],
    first: station,
    last: station,
    ...(splitFrom && { splitFrom }),
    ...(old && { resumes: old.id }),
  };
  lineages.push(lineage);
  return lineage;
}

/** By its anchor alone, a section would be taken for any other that had this anchor before. */
const isAgain = (old: Station, station: Station): boolean =>
  old.anchor === station.anchor && old.heading.toLowerCase() === station.heading.toLowerCase();

const endOf = (version: string, into: Kin | undefined): End =>
  into ? { by: 'merged', version, into } : { by: 'removed', version };

/** Whether a change is one of wording: a new name comes with the words that were changed in it. */
const isReworded = (
  change: SectionChange | undefined,
  kinds: ReadonlyMap<string, ChangeKind>,
): boolean =>
  change !== undefined &&
  (change.states.includes('split') ||
    change.states.includes('merged') ||
    change.changes.some((id) => kinds.get(id) === 'wording' || kinds.get(id) === 'number'));

const isApart = (kind: ChangeKind | undefined): kind is Apart =>
  kind === 'link' || kind === 'format';

function apartOf(
  change: SectionChange | undefined,
  kindsBy: ReadonlyMap<string, ChangeKind>,
): Pick<Station, 'apart'> {
  const kinds = [...new Set(change?.changes.map((id) => kindsBy.get(id)))];
  return kinds.length > 0 && kinds.every(isApart) ? { apart: kinds.toSorted() } : {};
}

interface Sorted {
  /** What became of sections that both versions have, by the anchor after. */
  continued: Map<string, SectionChange>;
  /** New ones, by the anchor after; with a section before where they were split off that. */
  begun: Map<string, SectionChange>;
  /** Those that are gone, by the anchor before; with one after where they were merged into that. */
  ended: Map<string, SectionChange>;
}

function sortChanges(changes: readonly SectionChange[]): Sorted {
  const sorted: Sorted = { continued: new Map(), begun: new Map(), ended: new Map() };
  for (const change of changes) {
    const { before, after } = change;
    if (after && (!before || isSplitOff(change, changes))) sorted.begun.set(after.anchor, change);
    else if (before && (!after || isMergedAway(change, changes))) {
      sorted.ended.set(before.anchor, change);
    } else if (after) sorted.continued.set(after.anchor, change);
  }
  return sorted;
}

/**
 * A section split off another has that as its `before`, and so looks like one that goes on and had
 * others split off it. But it is with those others; this is with none, or with some merged into it.
 */
const isSplitOff = (change: SectionChange, all: readonly SectionChange[]): boolean =>
  isWholly('split', change) &&
  (change.with ?? []).every((place) =>
    all.some((other) => isWholly('merged', other) && leads(other, place, change.after)),
  );

/** The same for a section merged into another: it may be with some that were split off it. */
const isMergedAway = (change: SectionChange, all: readonly SectionChange[]): boolean =>
  isWholly('merged', change) &&
  (change.with ?? []).every((place) =>
    all.some((other) => isWholly('split', other) && leads(other, change.before, place)),
  );

const isWholly = (state: SectionState, { states }: SectionChange): boolean =>
  states.length === 1 && states[0] === state;

const leads = ({ before, after }: SectionChange, from?: Place, to?: Place): boolean =>
  before?.anchor === from?.anchor && after?.anchor === to?.anchor;
