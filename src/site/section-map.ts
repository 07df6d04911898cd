/** The map of sections: how each changed in each version, the newest first, as far as a page has room. */
import type { Apart, Lineage } from '../compare/lineage.ts';
import type { SectionState } from '../compare/model.ts';
import { sectionsOf } from '../document/model.ts';
import { lineagesOfNotice } from './lineage.ts';
import type { Notice, Version } from './notices.ts';

/** The most cells of a page: a telephone lays out some thousands of elements at once. */
const MOST = 2000;
/** So many versions are seen at first. */
const NEWEST = 8;

export interface SectionMap<L = Lineage> {
  newest: MapPart<L>;
  /** The versions before, as many as there is room for. */
  earlier?: MapPart<L>;
  /** Sections that stand in all versions as they stood in the first. */
  never: L[];
  /** Sections that are in neither part, nor among those that never changed. */
  others: L[];
}

export interface MapPart<L = Lineage> {
  /** The numbers of its versions among all, the newest first. */
  versions: number[];
  rows: { lineage: L; cells: MapCell[] }[];
}

/** What became of a section in a version, if it is or was there. */
export type MapCell =
  | { type: 'absent' | 'same' }
  /**
   * The states with the most telling one first; no anchor where the section is gone. Where an edit is one of links or
   * form alone: of which.
   */
  | { type: 'changed'; states: SectionState[]; anchor?: string; apart?: Apart[] };

/** The part of a lineage that a map needs. */
type Row = Pick<Lineage, 'end'> & {
  stations: readonly { version: string; anchor: string; states: SectionState[]; apart?: Apart[] }[];
};

/** What is told first of a section, which a cell has room for. */
const TELLING: SectionState[] = [
  'added',
  'removed',
  'merged',
  'split',
  'edited',
  'renamed',
  'moved',
];

/** The map of a notice, its rows as the newest version reads, and then what is gone. */
export const mapOf = (notice: Notice): SectionMap =>
  mapFrom(
    inOrder(notice.versions, lineagesOfNotice(notice).lineages),
    notice.versions.map(({ name }) => name),
  );

/**
 * The map of some lineages: a row for each that changed in one of the versions shown.
 *
 * @param lineages in the order of the rows
 * @param names the names of all versions, the oldest first
 */
export function mapFrom<L extends Row>(
  lineages: readonly L[],
  names: readonly string[],
  most = MOST,
): SectionMap<L> {
  const { never = [], changing = [] } = Object.groupBy(lineages, ({ stations }) =>
    stations.length === names.length && stations.every(({ states }) => states.length === 0)
      ? 'never'
      : 'changing',
  );
  const rows = changing.map((lineage) => ({ lineage, cells: cellsIn(lineage, names) }));
  const newest = largestPart(rows, names.length, NEWEST, most);
  const room = most - cellsOf(newest);
  const from = newest.versions.at(-1) ?? 0;
  const earlier = largestPart(rows, from, from, room);
  const shown = new Set([...newest.rows, ...earlier.rows].map(({ lineage }) => lineage));
  return {
    newest,
    ...(earlier.rows.length > 0 && cellsOf(earlier) <= room && { earlier }),
    never,
    others: changing.filter((lineage) => !shown.has(lineage)),
  };
}

const cellsOf = ({ rows, versions }: MapPart<unknown>): number => rows.length * versions.length;

/**
 * The versions before one, as many as are wanted and make no more cells than there is room for, and the
 * sections that changed in them. Of one version all are shown, however many they are.
 */
function largestPart<L>(
  rows: MapPart<L>['rows'],
  before: number,
  wanted: number,
  room: number,
): MapPart<L> {
  const partFrom = (from: number): MapPart<L> => ({
    versions: Array.from({ length: before - from }, (_, index) => before - 1 - index),
    rows: rows
      .map(({ lineage, cells }) => ({ lineage, cells: cells.slice(from, before).toReversed() }))
      .filter(({ cells }) => cells.some(({ type }) => type === 'changed')),
  });
  let from = Math.max(0, before - wanted);
  while (from < before - 1 && cellsOf(partFrom(from)) > room) from += 1;
  return partFrom(from);
}

/** What became of a section in every version. */
function cellsIn({ stations, end }: Row, names: readonly string[]): MapCell[] {
  const byVersion = new Map(stations.map((station) => [station.version, station]));
  const [first] = stations;
  return names.map((name, index): MapCell => {
    const station = byVersion.get(name);
    if (!station) {
      return end?.version === name ? { type: 'changed', states: [end.by] } : { type: 'absent' };
    }
    const isNew = station === first && index > 0 && station.states.length === 0;
    const states: SectionState[] = isNew ? ['added'] : station.states;
    if (index === 0 || states.length === 0) return { type: 'same' };
    const inOrder = TELLING.filter((state) => states.includes(state));
    const { anchor, apart } = station;
    return { type: 'changed', states: inOrder, anchor, ...(apart && { apart }) };
  });
}

/** As the newest version reads; then what is gone, as it read last. */
function inOrder(versions: readonly Version[], lineages: readonly Lineage[]): Lineage[] {
  const places = new Map(
    versions.map(({ name, document }) => [
      name,
      new Map([...sectionsOf(document())].map(({ anchor }, place) => [anchor, place])),
    ]),
  );
  const names = versions.map(({ name }) => name);
  const orderOf = ({ last }: Lineage): [version: number, place: number] => [
    names.indexOf(last.version),
    places.get(last.version)?.get(last.anchor) ?? 0,
  ];
  return lineages.toSorted((a, b) => {
    const [[versionA, placeA], [versionB, placeB]] = [orderOf(a), orderOf(b)];
    return versionB - versionA || placeA - placeB;
  });
}
