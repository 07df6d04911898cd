/** What became of a section, in words. */
import type { Apart } from '../compare/lineage.ts';
import type { SectionState } from '../compare/model.ts';
import type { ComparisonWords } from '../words/index.ts';

/**
 * A state in a word or two: links and form alone are no edit.
 *
 * @param apart which of them changed, where nothing else did
 */
export function wordOfState(
  state: SectionState,
  apart: readonly Apart[] | undefined,
  { comparison, sectionStates }: Pick<ComparisonWords, 'comparison' | 'sectionStates'>,
): string {
  if (state !== 'edited' || !apart) return sectionStates[state];
  const { linksAndFormOnly, linksOnly, formOnly } = comparison.section;
  if (apart.length > 1) return linksAndFormOnly;
  return apart[0] === 'link' ? linksOnly : formOnly;
}
