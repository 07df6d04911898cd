/** Reads a Word document: its parts become pieces, with what is outside the text and why. */
import type { Answers, Read, Refusal, Source } from './model.ts';

/**
 * The pieces of a Word document in the order in which they stand, then its footnotes, comments,
 * headers and footers. What is not part of the text has `signs.outside` or `signs.isHidden`. Where
 * the document has tracked changes and `answers.tracked` is not set, `tracked` counts them.
 */
export function readDocx(
  _source: Pick<Source, 'name' | 'bytes'>,
  _answers: Answers = {},
): Read | Refusal {
  return { refused: 'Word documents cannot be read yet' };
}
