/** Decides which versions of a notice have a comparison at an address of its own. */
import type { Status } from './timeline.ts';

/** A version, as far as it matters for pairs. */
export interface Member {
  name: string;
  status: Status | 'draft';
}

/** How the page of a pair shows it: one text with marks, or the two versions next to each other. */
export type Layout = 'inline' | 'side-by-side';

/** Those that every pair has a page for. */
export const LAYOUTS: readonly Layout[] = ['inline', 'side-by-side'];

/**
 * So many versions at the beginning of a notice are each compared with every other. Most notices
 * never have more, and these 20 pairs are all that does not grow with the number of versions.
 */
export const FIRST_FEW = 5;

/** In an address, in place of a version: whichever is current on the day of the build. */
export const CURRENT = 'current';

/**
 * Whether the comparison of two versions has a page of its own: each with its predecessor, and the
 * first few with each other, in both directions. A draft is compared with the last version. Any
 * other two are compared at one address, `compare/?from=…&to=…`, to which hosts and the 404 page
 * lead: a version added between two others ends their pair, and not its address.
 *
 * @param versions in the order of taking effect, a draft last
 */
export function isPair(
  versions: readonly Member[],
  from: Pick<Member, 'name'>,
  to: Pick<Member, 'name'>,
): boolean {
  const [before, after] = [from, to].map(({ name }) =>
    versions.findIndex((version) => version.name === name),
  );
  return before !== undefined && after !== undefined && isPairOfPlaces(versions, before, after);
}

function isPairOfPlaces(versions: readonly Member[], before: number, after: number): boolean {
  if (before < 0 || after < 0) return false;
  if (after === before + 1) return true;
  return before !== after && [before, after].every((place) => isOfFirst(versions, place));
}

const isOfFirst = (versions: readonly Member[], place: number): boolean =>
  place < FIRST_FEW && versions[place]?.status !== 'draft';

/** The pairs of a notice, each from one version to another. */
export const pairsOf = <V extends Member>(versions: readonly V[]): [V, V][] =>
  versions.flatMap((from, before) =>
    versions
      .filter((_, after) => isPairOfPlaces(versions, before, after))
      .map((to): [V, V] => [from, to]),
  );
