import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { shareOf, spark, type VersionSize } from './spark.ts';

const size = (day: string, words?: number, status: VersionSize['status'] = 'superseded') => ({
  day: day as IsoDate,
  status,
  ...(words !== undefined && { words }),
});
const to = '2026-01-01' as IsoDate;
const draw = (versions: VersionSize[], options = {}) => spark(versions, { to, ...options }).text;

describe('the drawing of versions', () => {
  it('has a bar for each version at its time, higher for more words', () => {
    const drawn = draw([size('2018-01-01'), size('2022-01-01', 25), size('2026-01-01', 100)]);
    expect(drawn).toContain('<path class="first" d="M2 23v-3"/>');
    expect(drawn).toContain('<path class="change" d="M62 23v-13M118 23v-22"/>');
  });

  it('joins versions that share a place', () => {
    const drawn = draw([size('2018-01-01'), size('2024-01-01', 10), size('2024-01-05', 15)]);
    expect(drawn.match(/M/g)).toHaveLength(3);
  });

  it('tells what is still to come from what was', () => {
    const drawn = draw([size('2018-01-01'), size('2027-01-01', 10, 'scheduled')]);
    expect(drawn).toContain('class="coming" d="M118 ');
  });

  it('begins at an earlier day, so that several are on one line of time', () => {
    const drawn = draw([size('2026-01-01')], { from: '2016-01-01' });
    expect(drawn).toContain('d="M118 23v-3"');
  });
});

describe('the share of a change', () => {
  it('grows with the square root of its words, up to the whole', () => {
    expect([0, 25, 100, 400].map((words) => shareOf(words, 100))).toEqual([0, 0.5, 1, 1]);
    expect(shareOf(0, 0)).toBe(0);
  });
});
