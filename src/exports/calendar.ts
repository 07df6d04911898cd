/** The day from which a version applies, as a file for calendars: RFC 5545. */
import type { IsoDate } from '../notices/dates.ts';
import type { Notice, Version } from '../site/notices.ts';
import { tagOf, type FollowedSite } from './feeds.ts';

/**
 * Whether a version has a file for calendars: it was announced before its day. The file stays after
 * that, and where the version was called off it cancels the event.
 */
export const hasCalendar = ({ status, facts }: Version): boolean =>
  status !== 'draft' && facts.published < facts.effective;

/** An event of a whole day: the version applies from it. */
export function calendarOf(site: FollowedSite, notice: Notice, version: Version): string {
  const { facts, calledOff } = version;
  const said = notice.words.notice.calendar;
  const notes = new Set(facts.changes.map(({ summary }) => summary));
  const address = site.locate(version.path);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Noticeboard//Privacy notices//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(tagOf(site.url, notice, version.name))}`,
    `DTSTAMP:${dayOf(facts.published)}T000000Z`,
    `DTSTART;VALUE=DATE:${dayOf(facts.effective)}`,
    `SUMMARY:${escaped(said.summary(facts.title, facts.controller.name))}`,
    `DESCRIPTION:${escaped([...(calledOff ? [said.calledOff] : notes), address].join('\n'))}`,
    `URL:${address}`,
    // An event with a greater number replaces the one that a calendar has.
    ...(calledOff ? ['SEQUENCE:1', 'STATUS:CANCELLED'] : ['SEQUENCE:0', 'STATUS:CONFIRMED']),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}

const dayOf = (day: IsoDate): string => day.replaceAll('-', '');

/** Section 3.3.11. */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);

/** The longest line, in bytes. */
const LONGEST = 75;

/** Section 3.1: a long line goes on after a space, and no character is cut through. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const character of line) {
    if (Buffer.byteLength(current + character) > LONGEST) {
      lines.push(current);
      current = ' ';
    }
    current += character;
  }
  return [...lines, current].join('\r\n');
}
