/** A deployed list of versions that says of a version what its lock does not, or not what it does. */
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import type { Lock, LockEntry } from './lock.ts';
import { faultsOfList } from './version-list.ts';

const day = (written: string): IsoDate => written as IsoDate;
const CALL_OFF = { on: day('2024-01-15'), by: 'Data officer', reason: 'Not ready.' };
const entry: LockEntry = {
  published: day('2024-01-01'),
  source: 'a',
  text: 'b',
  anchors: [],
  later: {},
  errata: [],
};
const calledOff: LockEntry = { ...entry, later: { calledOff: CALL_OFF } };

const listed = (more: object = {}, version = '2024-02-01') => ({
  ...{ version, published: '2024-01-01', notified: [], errata: [], fingerprint: 'b' },
  ...more,
});
const faultsOf = (
  versions: readonly object[],
  locked: Lock['versions'],
  originals = new Map<string, string>(),
  notice = 'shop',
): string[] => faultsOfList(JSON.stringify({ notice, versions }), { locked, originals }, notice);

describe('what a list says of a version that was called off', () => {
  const locked = { 'shop/2024-02-01': calledOff };

  it('is what the lock says', () => {
    expect(faultsOf([listed({ calledOff: CALL_OFF })], locked)).toEqual([]);
    // The order of its parts is of no matter.
    const { on, by, reason } = CALL_OFF;
    expect(faultsOf([listed({ calledOff: { reason, by, on } })], locked)).toEqual([]);
  });

  it.each([
    ['nothing', {}],
    ['another day', { calledOff: { ...CALL_OFF, on: '2024-01-16' } }],
    ['another role', { calledOff: { ...CALL_OFF, by: 'Nobody' } }],
    ['another reason', { calledOff: { ...CALL_OFF, reason: 'Too dear.' } }],
  ])('is a fault with %s', (_, more) => {
    expect(faultsOf([listed(more)], locked)).toMatchObject([
      expect.stringContaining('differs from the lock in calledOff of shop/2024-02-01'),
    ]);
  });

  it('is a fault where the lock says nothing of it', () => {
    expect(faultsOf([listed({ calledOff: CALL_OFF })], { 'shop/2024-02-01': entry })).toMatchObject(
      [expect.stringContaining('the lock none')],
    );
  });

  it('is that of the original in a translation', () => {
    const both = { ...locked, 'siop/2024-02-01': entry };
    const originals = new Map([['siop', 'shop']]);
    expect(faultsOf([listed({ calledOff: CALL_OFF })], both, originals, 'siop')).toEqual([]);
    expect(faultsOf([listed()], both, originals, 'siop')).toHaveLength(1);
  });
});

describe('a list that has a version more than once', () => {
  it('has one fault for it', () => {
    const locked = { 'shop/2024-02-01': entry };
    expect(faultsOf([listed(), listed(), listed()], locked)).toEqual([
      'lists shop/2024-02-01 twice',
    ]);
  });
});
