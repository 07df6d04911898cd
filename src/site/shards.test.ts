import { describe, expect, it } from 'vitest';
import type { Notice } from './notices.ts';
import { noticesOfShard, readShard } from './shards.ts';

describe('the name of a shard', () => {
  it('is its number and that of all', () => {
    expect(readShard('2/8')).toEqual({ number: 2, of: 8 });
    expect(readShard('1/1')).toEqual({ number: 1, of: 1 });
    expect(readShard('256/256')).toEqual({ number: 256, of: 256 });
  });

  it.each([
    '0/8',
    '9/8',
    '2',
    'a',
    '2/',
    '/8',
    '-1/8',
    '1.5/8',
    '2/8/9',
    '02/8',
    ' 2/8',
    '1/0',
    '1/1e3',
  ])('is not "%s"', (written) => expect(readShard(written)).toBeUndefined());
});

/** A notice that was first published on a day; '' for one that is only a draft. */
function notice(id: string, day: string, original?: Notice): Notice {
  const made = {
    id,
    published: day === '' ? [] : [{ facts: { published: day } }],
    translations: [],
    ...(original && { original }),
  } as unknown as Notice;
  original?.translations.push(made);
  return made;
}

const dealt = (notices: readonly Notice[], of: number): string[][] =>
  Array.from({ length: of }, (_, index) =>
    noticesOfShard(notices, { number: index + 1, of }).map(({ id }) => id),
  );

describe('the notices of a shard', () => {
  const acme = notice('acme', '2020-01-01');
  const club = notice('club', '2019-01-01');
  const notices = [
    acme,
    notice('acme/cy', '2024-01-01', acme),
    notice('acme/shop', '2021-01-01'),
    club,
    notice('club/cy', '2019-02-01', club),
    notice('new', ''),
  ];

  it.each([1, 2, 3, 4])('are in one of %i shards each, with their translations', (of) => {
    const shards = dealt(notices, of);
    expect(shards.flat().toSorted()).toEqual(notices.map(({ id }) => id).toSorted());
    const ofAcme = shards.find((ids) => ids.includes('acme'));
    expect(ofAcme).toContain('acme/cy');
  });

  it('are dealt in turn', () => {
    expect(dealt(notices, 2)).toEqual([
      ['acme/shop', 'club', 'club/cy'],
      ['acme', 'acme/cy', 'new'],
    ]);
  });

  it('are none where there are more shards than notices', () => {
    expect(dealt(notices, 6).slice(4)).toEqual([[], []]);
  });

  it('stay in it when there is another notice, another version or a translation', () => {
    const more = [...notices, notice('aaa', '2026-01-01'), notice('acme/ga', '2018-01-01', acme)];
    acme.published.push({ facts: { published: '2026-05-05' } } as Notice['published'][number]);
    const before = dealt(notices, 3);
    const after = dealt(more, 3);
    for (const [index, ids] of before.entries()) {
      expect(after[index]).toEqual(expect.arrayContaining(ids.filter((id) => id !== 'new')));
    }
  });
});
