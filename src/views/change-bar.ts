/** How many words came and went, as a bar: it stands beside words that say so. */
import { markup, type Markup } from '../document/markup.ts';
import { shareOf } from './spark.ts';

/** The size of the longest bar, in pixels. */
const WIDTH = 96;
const HEIGHT = 8;

/** The words that a change added and removed. */
export interface WordCounts {
  added: number;
  removed: number;
}

/**
 * A bar as long as a change is large: first what was added, filled, then what was removed, outlined.
 *
 * @param most the words of the largest change it is compared with
 * @returns nothing where no word came or went
 */
export function changeBar({ added, removed }: WordCounts, most: number): Markup | undefined {
  const all = added + removed;
  if (all === 0) return undefined;
  const length = Math.max(4, Math.round(shareOf(all, most) * WIDTH));
  const split = Math.round((added / all) * length);
  const parts = [
    split > 0 && markup`<rect class="added" width="${split}" height="${HEIGHT}"/>`,
    length > split &&
      markup`<rect class="removed" x="${split + 0.5}" y="0.5" width="${length - split}" height="${HEIGHT - 1}"/>`,
  ];
  return markup`<svg class="change-bar" width="${length + 1}" height="${HEIGHT}" aria-hidden="true">${parts}</svg>`;
}
