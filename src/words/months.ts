/** How a page writes days, for scripts, which have no names of months. */
import type { IsoDate } from '../notices/dates.ts';
import type { Words } from './shape.ts';

/** The 11th of each month of the year 2000, in which a script puts other numbers (views/dated-address.ts). */
export const dayPatterns = (words: Pick<Words, 'date'>): string =>
  Array.from({ length: 12 }, (_, index) =>
    words.date(`2000-${String(index + 1).padStart(2, '0')}-11` as IsoDate),
  ).join('|');
