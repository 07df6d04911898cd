import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { en } from '../words/en/index.ts';
import {
  describeSpans,
  entryOf,
  shownIn,
  type Entry,
  type SearchTable,
  type TableNotice,
  type TableVersion,
} from './table.ts';

const day = (text: string) => text as IsoDate;
const TODAY = day('2026-11-22');

const version = (
  name: string,
  status: TableVersion['status'],
  from?: string,
  to?: string,
): TableVersion => ({
  name,
  effective: day(name),
  status,
  ...(from && { span: { from: day(from), ...(to && { to: day(to) }) } }),
});

const NOTICE: TableNotice = {
  id: 'acme/staff',
  title: 'Staff notice',
  controller: 'Acme Limited',
  audience: ['staff'],
  language: 'en-GB',
  versions: [
    version('2018-05-01', 'superseded', '2018-05-01', '2020-11-16'),
    version('2020-11-17', 'superseded', '2020-11-17', '2022-01-31'),
    version('2022-02-01', 'superseded', '2022-02-01', '2024-12-31'),
    version('2025-01-01', 'in-force', '2025-01-01', '2026-12-31'),
    version('2027-01-01', 'scheduled', '2027-01-01'),
  ],
};
const TABLE: SearchTable = {
  today: TODAY,
  hasPast: true,
  notices: [NOTICE],
  records: { en_1: [0, 0, 1, 3, 4] },
};

const entry = (...runs: [number, number][]): Entry => ({
  notice: NOTICE,
  runs: runs.map(([from, to]) => ({ from, to })),
});

describe('the entry of a record', () => {
  it('has a notice and ranges of versions', () => {
    expect(entryOf(TABLE, 'en_1')).toEqual(entry([0, 1], [3, 4]));
  });

  it.each(['en_2', 'constructor', '__proto__'])('is undefined for %s', (id) => {
    expect(entryOf(TABLE, id)).toBeUndefined();
  });
});

describe('a found text', () => {
  it.each<[string, [number, number][], Partial<Parameters<typeof shownIn>[1]>, string | undefined]>(
    [
      ['in the version in force', [[0, 4]], {}, '2025-01-01'],
      ['not at all when it is past', [[0, 2]], {}, undefined],
      ['not at all when it is to come', [[4, 4]], {}, undefined],
      [
        'in its last version when past texts are wanted',
        [
          [0, 0],
          [2, 2],
        ],
        { past: true },
        '2022-02-01',
      ],
      ['in the version that is to come, when wanted', [[4, 4]], { past: true }, '2027-01-01'],
      [
        'in the version asked for, though another is in force',
        [[0, 3]],
        { notice: 'acme/staff', version: '2018-05-01' },
        '2018-05-01',
      ],
      [
        'not at all when the version asked for does not have it',
        [[1, 3]],
        { notice: 'acme/staff', version: '2018-05-01', past: true },
        undefined,
      ],
      [
        'not at all for a version that is not there',
        [[0, 4]],
        { notice: 'acme/staff', version: '2019-01-01', past: true },
        undefined,
      ],
      ['not at all when it is of another notice', [[0, 4]], { notice: 'acme' }, undefined],
      ['not at all when it is of another company', [[0, 4]], { controller: 'Acme' }, undefined],
      ['when it is for the audience asked for', [[0, 4]], { audience: 'staff' }, '2025-01-01'],
      ['not at all when it is for another audience', [[0, 4]], { audience: 'users' }, undefined],
    ],
  )('is shown %s', (_, runs, scope, name) => {
    expect(shownIn(entry(...runs), { past: false, ...scope })?.version.name).toBe(name);
  });

  it('is shown with the range that includes the version', () => {
    expect(shownIn(entry([0, 1], [3, 3]), { past: false })?.run).toBe(1);
  });

  it.each<[string, [number, number][], string]>([
    ['In force 1 May 2018 – 16 November 2020', [[0, 0]], 'superseded'],
    ['In force 1 May 2018 – 31 January 2022', [[0, 1]], 'superseded'],
    [
      'In force 1 May 2018 – 16 November 2020 and 1 February 2022 – 31 December 2024',
      [
        [0, 0],
        [2, 2],
      ],
      'superseded',
    ],
    ['In force since 1 May 2018, until 31 December 2026', [[0, 3]], 'in-force'],
    ['In force since 1 May 2018', [[0, 4]], 'in-force'],
    ['Applies from 1 January 2027', [[4, 4]], 'scheduled'],
    [
      'In force 1 May 2018 – 16 November 2020 and again from 1 January 2027',
      [
        [0, 0],
        [4, 4],
      ],
      'superseded',
    ],
  ])('is labelled: %s', (words, runs, state) => {
    expect(describeSpans(entry(...runs), TODAY, en)).toEqual({ words, state });
  });

  it('is labelled as never applied if its only version did not', () => {
    const notice = { ...NOTICE, versions: [version('2020-01-01', 'superseded')] };
    expect(describeSpans({ notice, runs: [{ from: 0, to: 0 }] }, TODAY, en)).toEqual({
      words: 'Never in force',
      state: 'superseded',
    });
  });
});
