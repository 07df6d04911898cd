/** Gives the ends of sentences back to them, where another sign was matched in their stead. */
import type { SourceSentence } from './account-texts.ts';
import type { Matched } from './matching.ts';

/** A number and its signs are no longer than this. */
const NEAR = 8;

/**
 * Between "… it is repetitive." and "6. How we …" the source has two stops and the notice, which counts
 * its sections itself, one. Both matches are as long; the stop is that of the sentence which it ends.
 *
 * @param source the words of the source, as numbers
 * @param matched is changed in place
 */
export function giveBackEnds(
  sentences: readonly SourceSentence[],
  source: Int32Array,
  { from, to }: Pick<Matched, 'from' | 'to'>,
): void {
  for (const { start, end } of sentences) {
    const last = end - 1;
    const before = to[last - 1] ?? -1;
    if (last <= start || to[last] !== -1 || before < 0) continue;
    let next = end;
    while (next < end + NEAR && to[next] === -1) next += 1;
    if (source[next] !== source[last] || to[next] !== before + 1) continue;
    to[next] = -1;
    to[last] = before + 1;
    from[before + 1] = last;
  }
}
