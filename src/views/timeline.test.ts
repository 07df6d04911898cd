import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import type { VersionSize } from './spark.ts';
import { spreadOut, timelineOf } from './timeline.ts';

const version = (day: string, words?: number): VersionSize => ({
  day: day as IsoDate,
  status: 'superseded',
  ...(words !== undefined && { words }),
});
const today = '2026-11-27' as IsoDate;
const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const someDays = fc.array(anyDay, { minLength: 1, maxLength: 80 }).map((days) => days.toSorted());

describe('the timeline', () => {
  it('places versions by their days, each higher for more words', () => {
    const { bars, months } = timelineOf(
      [version('2018-11-27'), version('2022-11-27', 25), version('2026-11-27', 100)],
      today,
      10,
    );
    expect(months).toBe(0);
    expect(bars.map(({ at }) => Math.round(at))).toEqual([5, 50, 95]);
    expect(bars.map(({ share }) => share)).toEqual([0, 0.5, 1]);
  });

  it('joins the versions of as few months as need be where there are too many', () => {
    const days = ['2024-01-02', '2024-01-20', '2024-03-01', '2024-08-01', '2025-01-01'];
    const by = (most: number) =>
      timelineOf(
        days.map((day) => version(day, 10)),
        today,
        most,
      );
    expect(by(5).months).toBe(0);
    expect(by(4).months).toBe(1);
    expect(by(4).bars.map(({ words }) => words)).toEqual([20, 10, 10, 10]);
    expect(by(3).months).toBe(3);
    expect(by(3).bars.at(-1)?.period).toEqual({ from: '2025-01-01', to: '2025-03-31' });
    expect(by(2).months).toBe(12);
    expect(by(1).bars.map(({ versions }) => versions.length)).toEqual([5]);
  });

  it('has every version once, with room to be touched, between its own years', () => {
    fc.assert(
      fc.property(someDays, fc.constantFrom(12, 24), (days, most) => {
        const line = timelineOf(
          days.map((day) => version(day, 1)),
          today,
          most,
        );
        expect(line.bars.flatMap(({ versions }) => versions.map(({ day }) => day))).toEqual(days);
        const places = line.bars.map(({ at }) => at);
        for (const [index, place] of places.entries()) {
          expect(place).toBeGreaterThanOrEqual(50 / most - 0.02);
          expect(place).toBeLessThanOrEqual(100 - 50 / most + 0.02);
          if (index > 0) expect(place - places[index - 1]!).toBeGreaterThan(100 / most - 0.02);
        }
        expect(line.today).toBeLessThanOrEqual(100);
        if (line.months > 12) return;
        for (const { versions, at } of line.bars) {
          const year = line.years.find((each) => versions[0]!.day.startsWith(`${each.year}`))!;
          expect(at).toBeGreaterThanOrEqual(year.from);
          expect(at).toBeLessThanOrEqual(year.to);
        }
      }),
    );
  });

  it('writes as many years as there is room for', () => {
    const written = (from: string, most: number) =>
      timelineOf([version(from), version('2026-06-01', 1)], today, most)
        .years.filter(({ isWritten }) => isWritten)
        .map(({ year }) => year);
    expect(written('2018-05-25', 24)).toEqual([
      2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ]);
    expect(written('2015-05-25', 12).length).toBeLessThan(9);
  });
});

describe('places that are too near to each other', () => {
  it('are spread around the middle of where they were', () => {
    expect(spreadOut([20, 50, 50, 80], 10)).toEqual([20, 45, 55, 80]);
    expect(spreadOut([0, 0, 0], 10)).toEqual([5, 15, 25]);
    expect(spreadOut([99, 100], 10)).toEqual([85, 95]);
  });
});
