/** What two sequences have in common without crossing: the backbone of every alignment here. */

export interface Pair {
  before: number;
  after: number;
  weight: number;
}

/**
 * The heaviest choice of pairs in which both sides increase, in order: n log n for n pairs.
 * Pairs left out are those that would have to cross one of the others.
 */
export function heaviestChain<P extends Pair>(pairs: readonly P[]): P[] {
  // Pairs that are all in order, as they usually are, stay as they are.
  const isInOrder = pairs.every(({ before, after, weight }, index) => {
    const last = pairs[index - 1];
    return weight > 0 && !(last && (last.before >= before || last.after >= after));
  });
  if (isInOrder) return [...pairs];
  // With equal beginnings the later end goes first, so that no two of them can follow each other.
  const sorted = pairs.toSorted((p, q) => p.before - q.before || q.after - p.after);
  const size = sorted.reduce((most, { after }) => Math.max(most, after), -1) + 2;
  // A tree of prefix maxima over the ends: for each, the heaviest chain so far that ends there.
  const best = new Int32Array(size).fill(-1);
  const totals: number[] = [];
  const previous: number[] = [];
  const totalAt = (index: number): number => (index < 0 ? 0 : (totals[index] ?? 0));
  sorted.forEach(({ after, weight }, index) => {
    let heaviest = -1;
    for (let node = after; node > 0; node -= node & -node) {
      const candidate = best[node] ?? -1;
      if (totalAt(candidate) > totalAt(heaviest)) heaviest = candidate;
    }
    totals[index] = totalAt(heaviest) + weight;
    previous[index] = heaviest;
    for (let node = after + 1; node < size; node += node & -node) {
      if (totalAt(index) > totalAt(best[node] ?? -1)) best[node] = index;
    }
  });
  let last = -1;
  totals.forEach((total, index) => {
    if (total > totalAt(last)) last = index;
  });
  const chain: P[] = [];
  for (let index = last; index >= 0; index = previous[index] ?? -1) {
    const pair = sorted[index];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}

/** The pairs that are not in their heaviest chain. */
export function pairsBeside<P extends Pair>(chain: readonly P[], pairs: readonly P[]): P[] {
  if (chain.length === pairs.length) return [];
  const inOrder = new Set(chain);
  return pairs.filter((pair) => !inOrder.has(pair));
}

/**
 * Pairs out of order, in stretches that follow each other on both sides with no other pair
 * between them.
 *
 * @param others the pairs in order, which end a stretch
 * @param joins whether one pair may continue the stretch of the one before it
 */
export function movedRuns<P extends Omit<Pair, 'weight'>>(
  pairs: readonly P[],
  others: readonly P[],
  joins: (pair: P, next: P) => boolean = () => true,
): P[][] {
  if (pairs.length === 0) return [];
  const all = [...pairs, ...others];
  const rank = new Map(all.toSorted((p, q) => p.before - q.before).map((pair, at) => [pair, at]));
  const moved = new Set(pairs);
  const runs: P[][] = [];
  let last: P | undefined;
  for (const pair of all.toSorted((p, q) => p.after - q.after)) {
    if (moved.has(pair)) {
      const follows =
        last !== undefined &&
        moved.has(last) &&
        rank.get(pair) === (rank.get(last) ?? 0) + 1 &&
        joins(last, pair);
      if (follows) runs.at(-1)?.push(pair);
      else runs.push([pair]);
    }
    last = pair;
  }
  return runs;
}
