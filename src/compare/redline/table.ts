/** What the printed table of a redline says of itself: its width, its name, how far cells reach. */
import type { Cell } from '../../document/model.ts';
import { attributeOf } from '../../document/print.ts';
import { plainOf } from '../inline.ts';
import type { Part, RowPart, TablePart } from '../model.ts';

/** How far a cell reaches in the version after, where that is not as far as in the redline. */
export const spansAfter = (cell: Cell, after: Cell | undefined): string =>
  (['columns', 'rows'] as const)
    .map((over) => {
      const own = after && after[over] !== cell[over] ? (after[over] ?? 1) : undefined;
      return attributeOf(`data-${over}-after`, own?.toString());
    })
    .join('');

export const widthOf = (rows: readonly RowPart[]): number =>
  rows.reduce((most, { cells }) => {
    const width = cells.reduce((sum, { cell }) => sum + (cell?.columns ?? 1), 0);
    return Math.max(most, width);
  }, 1);

/** What a table is called where its caption cannot be seen: its caption, or its column heads. */
export function nameOf({ caption, head, body }: TablePart): string {
  const wordsOf = (part: Part): string =>
    part.type === 'line'
      ? part.runs
          .map(({ side, content }) =>
            side === 'before' && part.side !== 'before' ? '' : plainOf(content),
          )
          .join('')
      : '';
  if (caption) return wordsOf(caption);
  const cells = (head[0] ?? body[0])?.cells ?? [];
  const words = cells.map(({ parts }) => parts.map(wordsOf).join(' '));
  return words.filter(Boolean).join(', ') || '–';
}
