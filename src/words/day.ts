/** A day within a message of the catalogue: as people write it, and as machines read it. */
import type { IsoDate } from '../notices/dates.ts';
import type { Words } from './shape.ts';
import { markup, type Markup } from '../document/markup.ts';

export const dayMarkup = (words: Pick<Words, 'date'>, date: IsoDate): Markup =>
  markup`<time datetime="${date}">${words.date(date)}</time>`;
