/** How much of a notice's history its map of sections shows. */
import type { Lineage } from '../compare/lineage.ts';

/** The most cells: a telephone lays out some thousands of them at once. */
const MOST = 4000;

/** The part of a lineage that a map needs. */
type Row = Pick<Lineage, 'end'> & { stations: readonly { version: string }[] };

/** Whether a section is in one of some versions, or gone since one of them. */
const isWithin = ({ stations, end }: Row, versions: ReadonlySet<string>): boolean =>
  stations.some(({ version }) => versions.has(version)) ||
  (end !== undefined && versions.has(end.version));

/**
 * The newest versions whose map is not too large, two at least, and the sections that they have.
 *
 * @param names the names of all versions, in order
 * @returns the number of the first version shown, and the rows in the order given
 */
export function shownOnMap<R extends Row>(
  rows: readonly R[],
  names: readonly string[],
  most = MOST,
): { from: number; shown: R[]; earlier: R[] } {
  const partsFrom = (from: number): { from: number; shown: R[]; earlier: R[] } => {
    const versions = new Set(names.slice(from));
    const { shown = [], earlier = [] } = Object.groupBy(rows, (row) =>
      isWithin(row, versions) ? 'shown' : 'earlier',
    );
    return { from, shown, earlier };
  };
  for (let from = 0; from < names.length - 2; from += 1) {
    const parts = partsFrom(from);
    if (parts.shown.length * (names.length - from) <= most) return parts;
  }
  return partsFrom(Math.max(0, names.length - 2));
}
