/** The status of a version with its dates, as a line of labels or as sentences. */
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
  calledOff?: { on: IsoDate; reason: string };
}

/**
 * The status of a version and its dates, as labels: "Replaced", "Applied from … to …".
 *
 * @param isShort whether the day on which it ended is enough
 */
export const statusLine = (version: InTime, words: Words, isShort = false): Markup =>
  print(version, lineOf(version, words, isShort));

/** The same as sentences, for the banner above the text of a version that is not in force. */
export const statusSentence = (version: InTime, words: Words): Markup =>
  print(version, sentenceOf(version, words));

function print({ status }: InTime, { mark, since }: StatusLine): Markup {
  const marked = markup`<span class="status ${status}">${mark}</span>`;
  // Two elements: a page may set them apart.
  return since ? markup`${marked} <span class="since">${since}</span>` : marked;
}

function lineOf(
  { status, span, facts, calledOff }: InTime,
  words: Words,
  isShort: boolean,
): StatusLine {
  const lines = words.notice.statusLine;
  const day = (date: IsoDate): Markup => dayMarkup(words, date);
  if (status === 'draft') return lines.draft;
  if (status === 'in-force') return lines[status](day(facts.effective));
  if (status === 'scheduled') {
    return lines.scheduled[isShort ? 'bare' : 'applies'](day(facts.effective));
  }
  if (status === 'called-off') return lines[status](day(calledOff?.on ?? facts.effective));
  const over = lines[status];
  if (isShort) return span?.to ? over.ended(day(dayAfter(span.to))) : over.bare;
  return span?.to ? over.applied(day(span.from), day(span.to)) : over.never;
}

function sentenceOf(version: InTime, words: Words): StatusLine {
  const { status, span, facts, calledOff } = version;
  const day = (date: IsoDate): Markup => dayMarkup(words, date);
  if (status === 'draft' || status === 'in-force') return lineOf(version, words, false);
  const sentences = words.notice.statusSentence;
  if (status === 'scheduled') return sentences.scheduled(day(facts.effective));
  if (status === 'called-off') {
    return sentences[status](day(calledOff?.on ?? facts.effective), calledOff?.reason ?? '');
  }
  const over = sentences[status];
  return span?.to ? over.applied(day(span.from), day(span.to)) : over.never;
}
