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

/** The languages of the page around a text, and of the text. */
export interface CorrectionSpeech {
  page: string;
  text: string;
}

/**
 * What corrections changed where, as HTML; nothing where they changed nothing.
 *
 * @param isHere whether what has an anchor is told here; the anchor is empty for what stands
 *   before the first section
 */
export function renderCorrections(
  corrections: readonly CorrectionCard[],
  isHere: (anchor: string) => boolean,
  speech: CorrectionSpeech,
): string {
  return corrections
    .flatMap((correction) =>
      correction.differences
        .filter(({ anchor }) => isHere(anchor))
        .map((difference) => renderOne(correction, difference, speech)),
    )
    .join('');
}

function renderOne(
  { on, by, reason, href }: CorrectionCard,
  { removed, added }: CorrectionCard['differences'][number],
  { page, text }: CorrectionSpeech,
): string {
  const was = removed !== '' && markup`it said “<del lang="${text}">${removed}</del>”, `;
  const is =
    added === '' ? 'which was taken out' : markup`it says “<ins lang="${text}">${added}</ins>”`;
  return markup`<p class="erratum" role="note" lang="${page}" dir="ltr">Corrected on ${formatDate(on)} by ${by}: ${was}${is}. ${reason} <a href="${href}">The text before</a></p>`
    .text;
}
