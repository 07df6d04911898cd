/** When a text that was found applied, in words. */
import type { IsoDate } from '../notices/dates.ts';
import { spansOf, type Applied, type Entry } from '../search/table.ts';
import type { SearchWords } from '../words/index.ts';

/** When a text applies, as far as a day is concerned. */
export interface Applying {
  state: 'in-force' | 'scheduled' | 'superseded';
  /** "In force since 1 May 2018", "In force 1 May 2018 – 16 November 2020". */
  words: string;
}

/** When a text applied, applies or will apply. */
export function describeSpans(entry: Entry, today: IsoDate, { search }: SearchWords): Applying {
  const spans = spansOf(entry);
  const shown = spans
    .filter(({ from }) => from <= today)
    .map((span): Applied => ({ ...span, isOver: span.to !== undefined && span.to < today }));
  const next = spans.find(({ from }) => from > today);
  if (shown.length === 0) {
    return next
      ? { state: 'scheduled', words: search.appliesFrom(next.from) }
      : { state: 'superseded', words: search.neverInForce };
  }
  return {
    state: shown.some(({ isOver }) => !isOver) ? 'in-force' : 'superseded',
    words: search.inForce(shown, next?.from),
  };
}
