/** Decides which versions of a notice have a comparison at an address of its own. */
import type { Status } from './timeline.ts';

/** A version, as far as it matters for pairs. */
export interface Member {
  name: string;
  status: Status | 'draft';
}

/** How the page of a pair shows it: one text with marks, or the two versions next to each other. */
export type Layout = 'inline' | 'side-by-side';

/** Both, in the order in which pages name them. */
export const LAYOUTS: readonly Layout[] = ['inline', 'side-by-side'];

/**
 * So many versions at the beginning of a notice are each compared with every other. Most notices
 * never have more, and these 20 pairs are all that does not grow with the number of versions.
 */
export const FIRST_FEW = 5;

/** In an address, in place of a version: whichever is current on the day of the build. */
export const CURRENT = 'current';

/**
 * The pairs of a notice whose comparison has a page of its own, each from one version to another:
 * each version with its predecessor, and the first few with each other, in both directions. A draft
 * is compared with the version that it follows; a version that was called off with those around it,
 * since their addresses were published. Any other two are compared at one address,
 * `compare/?from=…&to=…`, to which hosts and the 404 page lead: a version added between two others
 * ends their pair, and not its address.
 *
 * Side by side only a version and its predecessor have a page; that address compares all others.
 *
 * @param versions in the order of taking effect
 */
export function pairsOf<V extends Member>(
  versions: readonly V[],
  layout: Layout = 'inline',
): [V, V][] {
  const published = versions.filter(({ status }) => status !== 'draft');
  const applying = versions.filter(({ status }) => status !== 'called-off');
  const pairs = [
    ...[published, applying].flatMap(neighboursIn),
    ...(layout === 'inline' ? everyTwo(published.slice(0, FIRST_FEW)) : []),
  ];
  return [...new Map(pairs.map((pair) => [pair.map(({ name }) => name).join('/'), pair])).values()];
}

/**
 * Whether the comparison of two versions has a page of its own. Every page asks for each of its links:
 * so it is told without making all pairs.
 */
export function isPair(
  versions: readonly Member[],
  from: Pick<Member, 'name'>,
  to: Pick<Member, 'name'>,
  layout: Layout = 'inline',
): boolean {
  const published = versions.filter(({ status }) => status !== 'draft');
  const applying = versions.filter(({ status }) => status !== 'called-off');
  const isBefore = (list: readonly Member[]): boolean =>
    list.some((version, at) => version.name === to.name && list[at - 1]?.name === from.name);
  const isFew = ({ name }: Pick<Member, 'name'>): boolean =>
    published.slice(0, FIRST_FEW).some((version) => version.name === name);
  return (
    isBefore(published) ||
    isBefore(applying) ||
    (layout === 'inline' && from.name !== to.name && isFew(from) && isFew(to))
  );
}

const neighboursIn = <V>(versions: readonly V[]): [V, V][] =>
  versions.flatMap((after, index): [V, V][] => {
    const before = versions[index - 1];
    return before ? [[before, after]] : [];
  });

const everyTwo = <V>(versions: readonly V[]): [V, V][] =>
  versions.flatMap((from) => versions.filter((to) => to !== from).map((to): [V, V] => [from, to]));
