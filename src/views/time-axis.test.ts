import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { lanesOf, radiusOf, timeAxis } from './time-axis.ts';

const days = (...all: string[]) => all as IsoDate[];
const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as IsoDate);

describe('the time axis', () => {
  it('places days proportionally, in any order', () => {
    const { at } = timeAxis(days('2026-01-01', '2018-01-01', '2022-01-01'));
    expect(at('2018-01-01' as IsoDate)).toBe(6);
    expect(at('2026-01-01' as IsoDate)).toBe(94);
    expect(at('2022-01-01' as IsoDate)).toBeCloseTo(50, 1);
  });

  it('labels as many years as fit', () => {
    const years = (from: string, to: string) =>
      timeAxis(days(from, to)).years.map(({ year }) => year);
    expect(years('2024-03-01', '2026-11-22')).toEqual([2025, 2026]);
    expect(years('2018-05-25', '2026-11-22')).toEqual([2020, 2022, 2024, 2026]);
    expect(years('1999-05-25', '2026-11-22')).toEqual([2000, 2005, 2010, 2015, 2020, 2025]);
    expect(years('2026-03-01', '2026-11-22')).toEqual([]);
  });

  it('has a place for a single day', () => {
    expect(timeAxis(days('2026-01-01')).at('2026-01-01' as IsoDate)).toBe(50);
  });

  it('keeps days in order and within its ends', () => {
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 2, maxLength: 20 }), (some) => {
        const { at, years } = timeAxis(some);
        const places = some.toSorted().map(at);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        for (const place of [...places, ...years.map((year) => year.at)]) {
          expect(place).toBeGreaterThanOrEqual(6);
          expect(place).toBeLessThanOrEqual(94);
        }
      }),
    );
  });
});

describe('a mark', () => {
  it('is larger for more words, within limits', () => {
    expect([0, 10, 100, 1000, 100_000].map(radiusOf)).toEqual([4, 5, 7, 12, 12]);
  });
});

describe('marks on the time axis', () => {
  it('are on it if they fit, and above each other if not', () => {
    expect(lanesOf([0, 10, 12, 13, 30], 8)).toEqual([0, 0, 1, 2, 0]);
    expect(lanesOf([50, 50, 50], 8)).toEqual([0, 1, 2]);
    expect(lanesOf([], 8)).toEqual([]);
  });

  it('never overlap at one height unless there are too many', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 40 }), (some) => {
        const places = some.map((each) => each / 10).toSorted((a, b) => a - b);
        const lanes = lanesOf(places, 8);
        for (const [index, lane] of lanes.entries()) {
          const before = lanes.lastIndexOf(lane, index - 1);
          if (index > 0 && before >= 0 && lane < 5) {
            expect(places[index]! - places[before]!).toBeGreaterThanOrEqual(8);
          }
        }
      }),
    );
  });
});
