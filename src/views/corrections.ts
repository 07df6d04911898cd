/** Corrections of a published text, told where they were made. */
import { formatDate, type IsoDate } from '../notices/dates.ts';
import { markup } from './markup.ts';

export interface CorrectionCard {
  on: IsoDate;
  by: string;
  reason: string;
  /** The address of the text before it. */
  href: string;
  differences: readonly { anchor: string; removed: string; added: string }[];
}

/**
 * What corrections changed in one section, as HTML; nothing where they changed nothing.
 *
 * @param anchor the section's; empty for what stands before the first
 */
export function renderCorrections(corrections: readonly CorrectionCard[], anchor: string): string {
  return corrections
    .flatMap((correction) =>
      correction.differences
        .filter((difference) => difference.anchor === anchor)
        .map((difference) => renderOne(correction, difference)),
    )
    .join('');
}

function renderOne(
  { on, by, reason, href }: CorrectionCard,
  { removed, added }: CorrectionCard['differences'][number],
): string {
  const was = removed !== '' && markup`it said “<del>${removed}</del>”, `;
  const is = added === '' ? 'which was taken out' : markup`it says “<ins>${added}</ins>”`;
  return markup`<p class="erratum" role="note">Corrected on ${formatDate(on)} by ${by}: ${was}${is}. ${reason} <a href="${href}">The text before</a></p>`
    .text;
}
