import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { calendarFile, type CalendarEvent } from './icalendar.ts';
import { readCalendar } from './testing.ts';

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'review/shop/2026-01-31@notices.example',
  stamp: '2026-11-28' as IsoDate,
  day: '2027-01-31' as IsoDate,
  summary: 'Shop: review due',
  description: 'Look again.',
  sequence: 3,
  ...more,
});

/** What a calendar makes of a text: line ends of one kind, no control characters, no half characters. */
const shown = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '');

describe('a file for calendars', () => {
  it('has an event of a whole day', () => {
    const { events } = readCalendar(calendarFile([event()]));
    expect(Object.fromEntries(events[0]?.properties ?? [])).toEqual({
      UID: 'review/shop/2026-01-31@notices.example',
      DTSTAMP: '20261128T000000Z',
      'DTSTART;VALUE=DATE': '20270131',
      SUMMARY: 'Shop: review due',
      DESCRIPTION: 'Look again.',
      SEQUENCE: '3',
      STATUS: 'CONFIRMED',
      TRANSP: 'TRANSPARENT',
    });
  });

  it('has its name where it is followed', () => {
    const { calendar } = readCalendar(calendarFile([event()], 'Notices, all; of us'));
    expect(calendar.get('NAME')).toBe('Notices, all; of us');
    expect(calendar.get('X-WR-CALNAME')).toBe('Notices, all; of us');
  });

  it('is a calendar without events where there are none', () => {
    expect(readCalendar(calendarFile([])).events).toEqual([]);
  });

  it('keeps every text whole, and lets none add a line of its own', () => {
    const unit = fc.constantFrom(
      '\r',
      '\n',
      '\\',
      ';',
      ',',
      ':',
      '"',
      '\t',
      '\0',
      'ŵ',
      '🏳️‍🌈',
      '\u2028',
      '\uD800',
      'END:VEVENT',
      ' ',
    );
    const text = fc.string({ unit: fc.oneof(unit, fc.string({ unit: 'binary', maxLength: 40 })) });
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const { events } = readCalendar(calendarFile([event({ summary, description })]));
        expect(events).toHaveLength(1);
        const { properties } = events[0]!;
        expect(properties.get('SUMMARY')).toBe(shown(summary));
        expect(properties.get('DESCRIPTION')).toBe(shown(description));
      }),
      { examples: [['a\r\nEND:VEVENT\r\nBEGIN:VALARM', 'ŵ'.repeat(200)]] },
    );
  });
});
