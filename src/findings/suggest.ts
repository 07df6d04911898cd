import { closest, distance } from 'fastest-levenshtein';

/** The word of `known` that `found` was most likely meant to be, if one is near enough. */
export function nearest(found: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(
    found.toLowerCase(),
    [...known].map((word) => word.toLowerCase()),
  );
  // Two letters swapped count as two slips.
  const length = Math.max(found.length, candidate.length);
  const tolerance = length <= 3 ? 1 : Math.max(2, Math.floor(length / 3));
  if (distance(found.toLowerCase(), candidate) > tolerance) return undefined;
  return known.find((word) => word.toLowerCase() === candidate);
}

/** " Did you mean x?", or nothing when no known word is near. */
export function didYouMean(found: string, known: readonly string[]): string {
  const suggestion = nearest(found, known);
  return suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
}
