import { closest, distance } from 'fastest-levenshtein';

/** The word of `known` that `found` was most likely meant to be, if one is near enough. */
export function nearest(found: string, known: readonly string[]): string | undefined {
  // A name whose length differs by more than the tolerance is too far away in any case.
  const near = known.filter(
    ({ length }) => Math.abs(length - found.length) <= toleranceFor(Math.max(length, found.length)),
  );
  if (near.length === 0 || found.length > LONGEST_NAME) return undefined;
  const candidate = closest(
    found.toLowerCase(),
    near.map((word) => word.toLowerCase()),
  );
  const tolerance = toleranceFor(Math.max(found.length, candidate.length));
  if (distance(found.toLowerCase(), candidate) > tolerance) return undefined;
  return near.find((word) => word.toLowerCase() === candidate);
}

/** Two letters swapped count as two slips. */
const toleranceFor = (length: number): number =>
  length <= 3 ? 1 : Math.max(2, Math.floor(length / 3));

/** What is longer is a text and no name; comparing it takes time that grows with its square. */
const LONGEST_NAME = 1000;

/** " Did you mean x?", or nothing when no known word is near. */
export function didYouMean(found: string, known: readonly string[]): string {
  const suggestion = nearest(found, known);
  return suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
}
