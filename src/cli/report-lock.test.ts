import { describe, expect, it } from 'vitest';
import type { LockFile } from '../record/lock-files.ts';
import type { LockedFolder } from '../record/check.ts';
import { lockOfFiles } from '../record/lock-files.ts';
import { writeLock, type LockEntry } from '../record/lock.ts';
import { sealed } from '../record/seal.ts';
import type { IsoDate } from '../notices/dates.ts';
import { compareLocks, erasedVersions } from './report-lock.ts';

const ID = 'shop/2025-01-01';
const hash = (sign: string): string => sign.repeat(64);
const ENTRY: LockEntry = {
  published: '2025-01-01' as IsoDate,
  source: hash('a'),
  text: hash('b'),
  anchors: ['keep'],
  later: {},
  errata: [],
};
const erratum = (text: string, source: string): LockEntry['errata'][number] => ({
  ...{ on: '2025-02-01' as IsoDate, by: 'Publisher', reason: 'A slip.' },
  ...{ text, source },
});

/** The file of the lock with this entry, sealed as a command seals it. */
function fileOf(entry: LockEntry): LockFile {
  const lock = sealed({ format: 2, versions: {} }, { [ID]: entry }, '2025-01-01' as IsoDate);
  return { file: 'notices.locks/shop.json', text: writeLock(lock), notice: 'shop' };
}

/** What the report says of an entry that was one thing at the commit, and is another now. */
function compared(before: LockEntry, after: LockEntry) {
  const lockFiles = [fileOf(after)];
  const locked = { lock: lockOfFiles(lockFiles).lock, lockFile: 'notices.locks', lockFiles };
  return compareLocks([fileOf(before)], locked, { ref: 'main', commit: 'c'.repeat(40) });
}

describe('an entry of the lock that a branch changed', () => {
  it('is sound where a correction keeps what it replaced', () => {
    const after = { ...ENTRY, text: hash('d'), source: hash('e') };
    const made = { ...after, errata: [erratum(ENTRY.text, ENTRY.source)] };
    expect(compared(ENTRY, made)).toMatchObject({ findings: [], changes: [{ kind: 'changed' }] });
  });

  it.each<[what: string, after: LockEntry]>([
    ['text', { ...ENTRY, text: hash('d') }],
    ['text', { ...ENTRY, text: hash('d'), errata: [erratum(hash('f'), hash('f'))] }],
    ['file', { ...ENTRY, text: hash('d'), errata: [erratum(ENTRY.text, hash('f'))] }],
    ['day of publication', { ...ENTRY, published: '2024-12-01' as IsoDate }],
    ['list of anchors', { ...ENTRY, anchors: ['other'] }],
  ])('is rewritten if another %s is in it that no correction explains', (what, after) => {
    const [found] = compared(ENTRY, after).findings;
    expect(found?.message).toContain(`the lock has another ${what} of ${ID} than at main`);
    expect(found?.hint).toContain('git checkout cccccccccccc -- notices.locks/shop.json');
  });

  it('is rewritten if a correction before is gone, even where a new one is there', () => {
    const before = { ...ENTRY, errata: [erratum(hash('1'), hash('2'))] };
    const after = {
      ...ENTRY,
      errata: [erratum(hash('3'), hash('4')), erratum(hash('b'), hash('a'))],
    };
    expect(compared(before, after).findings[0]?.message).toContain('another list of corrections');
  });

  describe('and that was corrected twice', () => {
    const [first, last] = [
      { ...ENTRY, text: hash('1'), source: hash('2') },
      { ...ENTRY, text: hash('3'), source: hash('4'), anchors: ['keep', 'new'] },
    ];
    const errata = [
      erratum(ENTRY.text, ENTRY.source),
      {
        ...erratum(first.text, first.source),
        ...{ on: '2025-03-01' as IsoDate, by: 'Office manager', reason: 'A figure.' },
        anchors: ENTRY.anchors,
      },
    ];

    it('is sound where the two lead from what it was to what it is', () => {
      const { changes, findings } = compared(ENTRY, { ...last, errata });
      expect(findings).toEqual([]);
      expect(changes).toMatchObject([
        {
          kind: 'changed',
          corrections: [
            { on: '2025-02-01', by: 'Publisher', reason: 'A slip.' },
            { on: '2025-03-01', by: 'Office manager', reason: 'A figure.' },
          ],
        },
      ]);
    });

    it('is rewritten where an anchor changed that neither of them replaced', () => {
      const made = errata.map(({ on, by, reason, text, source }) => ({
        ...{ on, by, reason, text, source },
      }));
      const [found] = compared(ENTRY, { ...last, errata: made }).findings;
      expect(found?.message).toContain('another list of anchors');
    });
  });

  it('says which later facts were taken out', () => {
    const before = { ...ENTRY, later: { withdrawn: '2026-01-01' as IsoDate } };
    expect(compared(before, ENTRY).changes).toMatchObject([
      { what: expect.arrayContaining(['`withdrawn` taken out']) as string[] },
    ]);
  });
});

it('puts back what was erased, and nothing else', () => {
  const locked = {
    ...{ files: new Map(), lockFile: 'notices.locks', lockFiles: [], folder: 'our notices' },
    recordFolder: 'our notices.record',
  } as unknown as LockedFolder;
  const since = { ref: 'main', commit: 'c'.repeat(40), lockFiles: [fileOf(ENTRY)] };
  const [found] = erasedVersions([{ id: ID, kind: 'removed', what: [] }], locked, since);
  expect(found?.hint).toContain(
    'git checkout cccccccccccc -- "our notices/shop/2025-01-01.mdx" notices.locks/shop.json "our notices.record/shop/2025-01-01.txt"\n',
  );
});
