/** Corrections of a published text, shown where they were made. */
import type { IsoDate } from '../notices/dates.ts';
import type { ComparisonWords } from '../words/index.ts';
import { markup, type Markup } from '../document/markup.ts';

export interface CorrectionCard {
  on: IsoDate;
  by: string;
  reason: string;
  /** The address of the text before it. */
  href: string;
  differences: readonly { anchor: string; removed: string; added: string }[];
}

/** What the page around a text says, and the language of the text. */
export interface CorrectionSpeech {
  words: ComparisonWords;
  text: string;
}

/**
 * What corrections changed where, as HTML; nothing where they changed nothing.
 *
 * @param isHere whether what has an anchor is shown here; the anchor is empty for what stands
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
  correction: CorrectionCard,
  difference: CorrectionCard['differences'][number],
  { words, text }: CorrectionSpeech,
): string {
  const { reason, href } = correction;
  const said = sentenceOf(correction, difference, { words, text });
  return markup`<p class="erratum" role="note" lang="${words.language}" dir="ltr">${said} ${reason} <a href="${href}">${words.comparison.correction.before}</a></p>`
    .text;
}

function sentenceOf(
  { on, by }: CorrectionCard,
  { removed, added }: CorrectionCard['differences'][number],
  { words, text }: CorrectionSpeech,
): Markup {
  const { correction } = words.comparison;
  const day = words.date(on);
  const gone = markup`<del lang="${text}">${removed}</del>`;
  const come = markup`<ins lang="${text}">${added}</ins>`;
  if (added === '') return correction.removed(day, by, gone);
  return removed === ''
    ? correction.added(day, by, come)
    : correction.replaced(day, by, gone, come);
}
