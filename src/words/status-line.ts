import type { Markup } from '../document/markup.ts';

/** What a line says: a status, shown as a mark, and what comes after it. */
export interface StatusLine {
  mark: string;
  since?: Markup;
}
