/** Files for calendars: RFC 5545. */
import type { IsoDate } from '../notices/dates.ts';

/** An event of a whole day, which keeps nobody busy. */
export interface CalendarEvent {
  /** The same in every file that has the event: a calendar replaces what it has by it. */
  uid: string;
  /** The day on which the event was last changed. */
  stamp: IsoDate;
  day: IsoDate;
  summary: string;
  description: string;
  /** A whole address. */
  url?: string | undefined;
  /** An event with a greater number replaces one with a smaller. */
  sequence: number;
  isCancelled?: boolean;
}

/**
 * A file with events.
 *
 * @param name what a calendar that follows the file is called
 */
export const calendarFile = (events: readonly CalendarEvent[], name?: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Noticeboard//Privacy notices//EN',
    // The first is of RFC 7986, the second what most calendars read.
    ...(name === undefined ? [] : [`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`]),
    ...(events.length > 0 ? events.flatMap(linesOf) : NO_EVENT),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');

/** Section 3.6: a calendar has at least one component. */
const NO_EVENT = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];

const linesOf = (event: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(event.uid)}`,
  `DTSTAMP:${dayOf(event.stamp)}T000000Z`,
  `DTSTART;VALUE=DATE:${dayOf(event.day)}`,
  `SUMMARY:${escaped(event.summary)}`,
  `DESCRIPTION:${escaped(event.description)}`,
  ...(event.url === undefined ? [] : [`URL:${event.url}`]),
  `SEQUENCE:${event.sequence}`,
  `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

const dayOf = (day: IsoDate): string => day.replaceAll('-', '');

/** Section 3.3.11. A text has no control characters but tabs, and no half of a character. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\\;,]/g, String.raw`\$&`)
    .replace(/\r\n?|\n/g, String.raw`\n`)
    .replace(/[^\P{Cc}\t]/gu, '');

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
