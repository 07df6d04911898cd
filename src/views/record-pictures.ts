/** Pictures of records beside their tables: how long data is kept, and who receives it for what. */
import { attribute, markup, type Markup } from '../document/markup.ts';
import type { Table } from '../document/model.ts';
import type { TablePicture } from '../document/print.ts';
import { marksOf, retentionShares, type Marks } from '../notices/record-pictures.ts';
import type { Facts } from '../notices/schema.ts';
import type { Words } from '../words/index.ts';

/**
 * What a page draws beside the tables of a version's records. Its style sheet is
 * `styles/records.css`; `record/pictures.ts` compares what was drawn with the records.
 */
export const picturesOf =
  ({ processing = [] }: Facts, words: Words) =>
  ({ of }: Table): TablePicture | undefined => {
    if (of === 'retention') return { cells: retentionShares(processing).map(drawBar) };
    const marks = of === 'recipients' ? marksOf(processing) : undefined;
    return marks && { after: drawMarks(marks, words).text };
  };

/** A bar below the words that it draws, so it says nothing to those who hear them. */
const drawBar = (share: number | undefined): string =>
  share === undefined
    ? ''
    : '<svg class="record-bar" role="none" viewBox="0 0 100 1" preserveAspectRatio="none">' +
      `<rect width="100" height="1"/><rect width="${share}" height="1"/></svg>`;

function drawMarks({ purposes, rows }: Marks, words: Words): Markup {
  const { caption, yes } = words.notice.marks;
  const dot = markup`<svg class="record-mark" role="img" aria-label="${yes}" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>`;
  const cells = (receives: readonly boolean[]): Markup[] =>
    receives.map((is, index) =>
      is ? markup`<td${attribute('data-head', purposes[index])}>${dot}</td>` : markup`<td></td>`,
    );
  const heads = purposes.map((purpose) => markup`<th scope="col">${purpose}</th>`);
  const body = rows.map(
    ({ name, receives }) => markup`<tr><th scope="row">${name}</th>${cells(receives)}</tr>`,
  );
  return markup`<div class="record-marks"><table><caption>${caption}</caption><thead><tr><td></td>${heads}</tr></thead><tbody>${body}</tbody></table></div>`;
}
