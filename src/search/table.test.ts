import { describe, expect, it } from 'vitest';
import { entryOf, shownIn, type SearchTable } from './table.ts';
import { entry, NOTICE, TODAY } from './testing.ts';

const TABLE: SearchTable = {
  today: TODAY,
  hasPast: true,
  notices: [NOTICE],
  records: { en_1: [0, 0, 1, 3, 4] },
};

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
});
