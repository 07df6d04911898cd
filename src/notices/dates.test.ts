import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayBefore,
  daysAfter,
  formatDate,
  guessDate,
  isIsoDate,
  londonDay,
  type IsoDate,
} from './dates.ts';

const day = (text: string): IsoDate => text as IsoDate;

describe('isIsoDate', () => {
  it.each(['2024-11-12', '2024-02-29', '2000-02-29', '1999-12-31', '0001-01-01'])(
    'accepts %s',
    (text) => {
      expect(isIsoDate(text)).toBe(true);
    },
  );

  it.each([
    ['2026-02-30', 'February has no 30th'],
    ['2023-02-29', '2023 is no leap year'],
    ['1900-02-29', 'a century is a leap year only every 400 years'],
    ['2024-04-31', 'April has 30 days'],
    ['2024-13-01', 'there is no thirteenth month'],
    ['2024-00-10', 'there is no month before January'],
    ['2024-01-00', 'there is no day before the first'],
    ['2024-1-5', 'month and day have two digits'],
    ['24-11-12', 'the year has four digits'],
    ['12/11/2024', 'the order is year, month, day'],
    ['2024-11-12T00:00:00Z', 'a day is not an instant'],
    [' 2024-11-12', 'nothing stands before it'],
    ['2024-11-12\n', 'nothing stands after it'],
    ['', 'there must be something'],
  ])('rejects %j: %s', (text) => {
    expect(isIsoDate(text)).toBe(false);
  });

  it('accepts exactly the days that Date can represent', () => {
    const number = (max: number) => fc.integer({ min: 0, max });
    const two = (value: number) => String(value).padStart(2, '0');
    fc.assert(
      fc.property(number(9999), number(14), number(33), (year, month, date) => {
        const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
        const made = new Date(0);
        made.setUTCFullYear(year, month - 1, date);
        const kept =
          made.getUTCFullYear() === year &&
          made.getUTCMonth() === month - 1 &&
          made.getUTCDate() === date;
        expect(isIsoDate(text)).toBe(kept);
      }),
    );
  });
});

describe('formatDate', () => {
  it.each([
    ['2018-05-01', '1 May 2018'],
    ['2024-12-31', '31 December 2024'],
    ['2026-01-09', '9 January 2026'],
  ])('writes %s as %s', (date, words) => {
    expect(formatDate(day(date))).toBe(words);
  });
});

describe('dayBefore', () => {
  it.each([
    ['2024-11-12', '2024-11-11'],
    ['2024-11-01', '2024-10-31'],
    ['2024-03-01', '2024-02-29'],
    ['2023-03-01', '2023-02-28'],
    ['2025-01-01', '2024-12-31'],
  ])('returns for %s the day %s', (date, before) => {
    expect(dayBefore(day(date))).toBe(before);
  });

  it('is right on the days when the clocks change', () => {
    expect([day('2026-03-30'), day('2026-10-26')].map(dayBefore)).toEqual([
      '2026-03-29',
      '2026-10-25',
    ]);
  });

  it('always returns an earlier day that exists', () => {
    const days = fc
      .date({ min: new Date('1000-01-02'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => day(date.toISOString().slice(0, 10)));
    fc.assert(
      fc.property(days, (date) => {
        expect(isIsoDate(dayBefore(date)) && dayBefore(date) < date).toBe(true);
      }),
    );
  });
});

describe('londonDay', () => {
  it.each([
    ['2026-01-31T23:59:59Z', '2026-01-31', 'in winter London keeps universal time'],
    ['2026-02-01T00:00:00Z', '2026-02-01', 'in winter a day begins at midnight'],
    ['2026-06-30T22:59:59Z', '2026-06-30', 'in summer the day ends at 23:00Z'],
    ['2026-06-30T23:30:00Z', '2026-07-01', 'in summer it is half past midnight already'],
    ['2026-03-29T00:30:00Z', '2026-03-29', 'before the clocks go forward'],
    ['2026-10-24T23:30:00Z', '2026-10-25', 'before the clocks go back'],
    ['2026-10-25T23:30:00Z', '2026-10-25', 'after the clocks have gone back'],
    ['2025-12-31T23:30:00Z', '2025-12-31', 'the year turns at midnight'],
  ])('%s is %s: %s', (instant, date) => {
    expect(londonDay(new Date(instant))).toBe(date);
  });
});

describe('the guess of a date in another form', () => {
  it.each([
    ['20/03/2025', '2025-03-20'],
    ['20-3-2025', '2025-03-20'],
    ['2025-3-1', '2025-03-01'],
    ['2025/03/20', '2025-03-20'],
    ['1 March 2025', '2025-03-01'],
    ['1st Mar 2025', '2025-03-01'],
    ['‘2025-03-20’', '2025-03-20'],
  ])('is for %s the date %s', (written, date) => {
    expect(guessDate(written)).toBe(date);
  });

  it.each(['30/02/2025', 'soon', '3 Smarch 2025', '2025', ''])('is undefined for %j', (written) => {
    expect(guessDate(written)).toBeUndefined();
  });
});

it('counts days over months, leap days and years', () => {
  expect(daysAfter(day('2026-12-01'), 30)).toBe('2026-12-31');
  expect(daysAfter(day('2028-02-01'), 30)).toBe('2028-03-02');
  expect(daysAfter(day('2026-12-15'), 30)).toBe('2027-01-14');
  expect(daysAfter(day('2026-01-01'), -1)).toBe('2025-12-31');
});
