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

/** Up to this many versions every two are a pair; beyond it pages would grow with the square. */
export const ALL_PAIRS_UP_TO = 12;

/**
 * The pairs of a notice, each from one version to another. Every two, in both directions, while
 * there are few; then each version with its predecessor and with the one in force. A draft is
 * compared with the last version.
 *
 * @param versions in the order of taking effect, a draft last
 */
export function pairsOf<V extends Member>(versions: readonly V[]): [V, V][] {
  const published = versions.filter(({ status }) => status !== 'draft');
  const draft = versions.find(({ status }) => status === 'draft');
  const last = published.at(-1);
  const pairs = hasEveryPair(published) ? everyTwo(published) : chosenTwo(published);
  return draft && last ? [...pairs, [last, draft]] : pairs;
}

/** Whether every two versions of a notice are a pair. */
const hasEveryPair = (versions: readonly Member[]): boolean =>
  versions.filter(({ status }) => status !== 'draft').length <= ALL_PAIRS_UP_TO;

const everyTwo = <V extends Member>(versions: readonly V[]): [V, V][] =>
  versions.flatMap((from) => versions.filter((to) => to !== from).map((to): [V, V] => [from, to]));

function chosenTwo<V extends Member>(versions: readonly V[]): [V, V][] {
  const position = versions.findIndex(({ status }) => status === 'in-force');
  const inForce = versions[position];
  return versions.flatMap((version, index): [V, V][] => {
    const previous = versions[index - 1];
    const pairs: [V, V][] = previous ? [[previous, version]] : [];
    // Neighbours of the version in force already have a pair with it.
    if (inForce && index < position - 1) pairs.push([version, inForce]);
    if (inForce && index > position + 1) pairs.push([inForce, version]);
    return pairs;
  });
}
