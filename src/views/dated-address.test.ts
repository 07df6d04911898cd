import { describe, expect, it } from 'vitest';
import { appliedOn, datedAddress, spokenDay, type ListedVersion } from './dated-address.ts';

describe('the address of a version that does not exist', () => {
  it.each([
    ['/acme/staff/2019-05-05/', '/acme/staff/', '2019-05-05'],
    ['/privacy/staff/2019-05-05-2', '/privacy/staff/', '2019-05-05'],
    ['/staff/2019-05-05.txt', '/staff/', '2019-05-05'],
  ])('%s names a notice and a day', (path, folder, day) => {
    expect(datedAddress(path)).toEqual({ folder, day });
  });

  it.each([
    '/staff/2019-13-05/',
    '/staff/2026-02-31/',
    '/staff/',
    '/staff/2019-05-05/more/',
    '/staff/compare/x/',
  ])('%s names no day', (path) => {
    expect(datedAddress(path)).toBeUndefined();
  });
});

describe('the version that applied on a day', () => {
  const versions: ListedVersion[] = [
    {
      version: '2018-05-01',
      status: 'superseded',
      effective: '2018-05-01',
      appliedUntil: '2020-12-31',
    },
    { version: '2019-01-01', status: 'called-off', effective: '2019-01-01' },
    { version: '2021-01-01', status: 'superseded', effective: '2021-01-01' },
    { version: '2021-01-01-2', status: 'in-force', effective: '2021-01-01' },
    { version: '2027-01-01', status: 'scheduled', effective: '2027-01-01' },
  ];
  it.each([
    ['2018-04-30', undefined],
    ['2019-05-05', '2018-05-01'],
    ['2020-12-31', '2018-05-01'],
    ['2024-02-29', '2021-01-01-2'],
    ['2027-05-05', undefined],
  ])('%s is %s', (day, expected) => {
    expect(appliedOn(versions, day, '2026-11-27')?.version).toBe(expected);
  });
});

describe('a day in words', () => {
  it('is written as the page writes days of its month', () => {
    const patterns = ['11 Ionawr 2000', '11 Chwefror 2000'];
    expect(spokenDay('2019-02-05', patterns)).toBe('5 Chwefror 2019');
  });
});
