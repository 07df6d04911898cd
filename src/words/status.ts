/** The line that says whether a version applies, since when, or when it ended. */
import { dayAfter, type IsoDate } from '../notices/dates.ts';
import type { Span, Status } from '../notices/timeline.ts';
import type { Words } from './shape.ts';
import type { StatusLine } from './status-line.ts';
import { dayMarkup } from './day.ts';
import { markup, type Markup } from '../document/markup.ts';

/** A version as far as its time is concerned. */
interface InTime {
  status: Status | 'draft';
  span?: Span;
  facts: { effective: IsoDate };
}

/** @param isShort whether the day on which it ended is enough */
export function statusLine(version: InTime, words: Words, isShort = false): Markup {
  const { mark, since } = lineOf(version, words, isShort);
  const marked = markup`<span class="status ${version.status}">${mark}</span>`;
  // Two elements: a page may set them apart.
  return since ? markup`${marked} <span class="since">${since}</span>` : marked;
}

function lineOf({ status, span, facts }: InTime, words: Words, isShort: boolean): StatusLine {
  const lines = words.notice.statusLine;
  const day = (date: IsoDate): Markup => dayMarkup(words, date);
  if (status === 'draft') return lines.draft;
  if (status === 'in-force' || status === 'scheduled') return lines[status](day(facts.effective));
  const over = lines[status];
  if (isShort) return span?.to ? over.ended(day(dayAfter(span.to))) : over.bare;
  return span?.to ? over.applied(day(span.from), day(span.to)) : over.never;
}
