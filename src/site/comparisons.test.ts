import { describe, expect, it } from 'vitest';
import { changesPathOf, comparedPath, comparisonPathsOf, comparisonsOf } from './comparisons.ts';
import { parcels } from './testing.ts';

const body = (number: number): string =>
  `## Keeping {#keeping}\n\nWe keep it for ${number} months.`;
const noticeOf = (...days: string[]) =>
  parcels(Object.fromEntries(days.map((day, number) => [day, body(number)] as const)));
const years = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${2010 + index}-03-01`);

describe('the comparisons of a notice', () => {
  it('are none where there is one version', () => {
    expect(comparisonPathsOf(noticeOf('2020-01-01'))).toEqual([]);
  });

  it('keep their pages when another version comes into force or is scheduled', () => {
    for (const count of [2, 5, 6, 12, 13]) {
      const before = comparisonPathsOf(noticeOf(...years(count)));
      const after = comparisonPathsOf(noticeOf(...years(count + 1), '2027-03-01'));
      expect(after).toEqual(expect.arrayContaining(before));
    }
  });

  it('are of each version with what is current, what takes effect first before the other', () => {
    const notice = noticeOf('2020-01-01', '2021-01-01', '2027-01-01', '2027-06-01');
    const withCurrent = comparisonsOf(notice).filter((each) => each.withCurrent);
    expect(
      withCurrent.map((each) => [comparedPath(each), each.before.name, each.after.name]),
    ).toEqual([
      ['/parcels/compare/2020-01-01/current/', '2020-01-01', '2021-01-01'],
      ['/parcels/compare/2021-01-01/current/', '2021-01-01', '2021-01-01'],
      ['/parcels/compare/2027-01-01/current/', '2021-01-01', '2027-01-01'],
      ['/parcels/compare/2027-06-01/current/', '2021-01-01', '2027-06-01'],
    ]);
  });

  it('show what a version to come changes, at its pair where that has a page', () => {
    const notice = noticeOf(...years(8), '2027-01-01', '2027-06-01');
    const [now, next, last] = notice.versions.slice(-3);
    expect(now && next && changesPathOf(notice, now, next)).toBe(
      '/parcels/compare/2017-03-01/2027-01-01/',
    );
    expect(now && last && changesPathOf(notice, now, last)).toBe(
      '/parcels/compare/2027-06-01/current/',
    );
  });
});
