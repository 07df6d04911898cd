import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { checkLock } from './check.ts';
import { isLockPath, readLock, readLockedFolder } from './files.ts';
import {
  lockFileOfNotice,
  locksFolderOf,
  oldLockFileOf,
  placesOfEntries,
  readLockFiles,
} from './lock-files.ts';
import { emptyLock, writeLock, type Lock, type LockEntry } from './lock.ts';
import { sealed } from './seal.ts';
import { sha256 } from './source.ts';
import { isUnreadable, readablePart, unreadIn } from './unreadable.ts';

const TODAY = '2026-11-27' as IsoDate;
let whole = '';
beforeEach(() => {
  whole = path.join(mkdtempSync(path.join(tmpdir(), 'locks-')), 'notices');
  mkdirSync(whole);
});
afterEach(() => rmSync(path.dirname(whole), { recursive: true, force: true }));

const entryOf = (day: string): LockEntry => ({
  published: day as IsoDate,
  source: sha256(`source ${day}`),
  text: sha256(`text ${day}`),
  anchors: [],
  later: {},
  errata: [],
});

const [A, B, OTHER] = ['acme/shop/2025-01-01', 'acme/shop/2026-01-01', 'staff/2026-01-01'] as const;
const first = sealed(
  emptyLock(),
  { [A]: entryOf('2025-01-01'), [OTHER]: entryOf('2026-01-01') },
  TODAY,
);
const both = sealed(first, { [B]: entryOf('2026-01-01') }, TODAY);
const { text, source } = both.versions[A]!;
const corrected = sealed(
  both,
  {
    [A]: {
      ...both.versions[A]!,
      text: sha256('corrected'),
      errata: [{ on: TODAY, by: 'A', reason: 'A slip.', text, source }],
    },
  },
  TODAY,
);

/** The file of some entries of a lock. */
const fileOf = ({ versions }: Lock, ...ids: string[]): string =>
  writeLock({ format: 2, versions: Object.fromEntries(ids.map((id) => [id, versions[id]!])) });

function put(file: string, content: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const shop = (): string => lockFileOfNotice(whole, 'acme/shop');
const staff = (): string => lockFileOfNotice(whole, 'staff');
const old = (): string => oldLockFileOf(whole);
const read = () => readLockFiles(whole).lock;

/** What checks find of the lock, the first line of each. */
const found = (): string[] => {
  const root = path.dirname(whole);
  const folder = readLockedFolder(whole, [], { root, publicDirectory: root, today: TODAY });
  return checkLock(folder, true).map(
    ({ code, file, line, message }) => `${code} ${file}:${line} ${message}`,
  );
};

describe('a lock in a file for each notice', () => {
  beforeEach(() => {
    put(shop(), fileOf(both, A, B));
    put(staff(), fileOf(both, OTHER));
  });

  it('is the entries of all files, with the seals that they have in one', () => {
    expect(read()).toEqual(both);
    expect(Object.keys((read() as Lock).versions)).toEqual([A, B, OTHER]);
  });

  it('is none where there is no file of it', () => {
    rmSync(locksFolderOf(whole), { recursive: true });
    expect(read()).toBeUndefined();
    mkdirSync(locksFolderOf(whole));
    expect(read()).toBeUndefined();
  });

  it('says in which file and on which line an entry is, or would be', () => {
    const { files } = readLockFiles(whole);
    const placeOf = placesOfEntries({ lockFiles: files, lockFile: 'notices.locks' });
    expect(placeOf(A)).toEqual({ file: shop(), line: 4, column: 1 });
    expect(placeOf('none/2026-01-01')).toEqual({
      file: 'notices.locks/none.json',
      line: 1,
      column: 1,
    });
  });

  it.each<[string, () => void, string]>([
    [
      'a file of a notice that has the entries of another',
      () => put(staff(), fileOf(both, OTHER, A)),
      'lock-unreadable notices.locks/staff.json:4 the lock has an entry of another notice, acme/shop/2025-01-01',
    ],
    [
      'a file in a place of no notice',
      () => put(lockFileOfNotice(whole, 'acme'), fileOf(both, OTHER)),
      'lock-unreadable notices.locks/acme.json:4 the lock has an entry of another notice, staff/2026-01-01',
    ],
    [
      'a file without entries',
      () => put(staff(), writeLock(emptyLock())),
      'lock-unreadable notices.locks/staff.json:1 the lock has no entries',
    ],
    [
      'a file of format 1',
      () => put(staff(), '{ "format": 1, "versions": {} }'),
      'lock-unreadable notices.locks/staff.json:1 the lock is of format 1, which has all notices in one file',
    ],
    [
      'a file of a newer release',
      () => put(staff(), '{ "format": 3, "versions": {} }'),
      'lock-newer notices.locks/staff.json:1 the lock is of format 3, which a newer release of Noticeboard wrote',
    ],
    [
      'a file that is cut short',
      () => put(staff(), fileOf(both, OTHER).slice(0, 99)),
      'lock-unreadable notices.locks/staff.json:6 the lock is cut short',
    ],
    [
      'a file that was edited',
      () => put(shop(), fileOf(both, A, B).replace('2025-01-01",\n', '2024-01-01",\n')),
      `seal-broken notices.locks/acme/shop.json:4 the entry of ${A} is not what its seal was made from`,
    ],
    [
      'a file that has lost an entry',
      () => put(shop(), fileOf(both, B)),
      `seal-broken notices.locks/acme/shop.json:4 ${B} was recorded after ${A}, which the lock does not have`,
    ],
    [
      'a folder in the place of a file',
      () => {
        rmSync(staff());
        mkdirSync(staff());
      },
      'lock-unreadable notices.locks/staff.json:1 the lock is not a file, or is a broken link',
    ],
    [
      'a file in the place of the folder',
      () => {
        rmSync(locksFolderOf(whole), { recursive: true });
        writeFileSync(locksFolderOf(whole), '');
      },
      'lock-unreadable notices.locks:1 the lock is not a folder, or is a broken link',
    ],
    [
      'a file that is gone, with its text in the record',
      () => {
        rmSync(staff());
        put(path.join(`${whole}.record`, `${OTHER}.txt`), 'text');
      },
      `lock-lost notices.locks/staff.json:1 the lock has no entry for ${OTHER}, but the record has its text`,
    ],
    [
      'a folder that is gone, with the record there',
      () => {
        rmSync(locksFolderOf(whole), { recursive: true });
        put(path.join(`${whole}.record`, `${OTHER}.txt`), 'text');
      },
      'lock-lost notices:1 the lock notices.locks is missing, but the record exists',
    ],
  ])('reports %s', (_, change, expected) => {
    change();
    expect(found()).toContain(expected);
  });

  it('reports every file in conflict', () => {
    for (const file of [shop(), staff()]) writeFileSync(file, '{\n<<<<<<< ours\n');
    expect(found().map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'lock-unreadable notices.locks/acme/shop.json:2',
      'lock-unreadable notices.locks/staff.json:2',
    ]);
    expect(readLock(whole)).toBeUndefined();
  });

  it.skipIf(process.platform === 'win32').each<[string, (file: string) => unknown]>([
    ['a pipe', (file) => execFileSync('mkfifo', [file])],
    ['a link to itself', (file) => symlinkSync(path.basename(file), file)],
    ['a broken link', (file) => symlinkSync('nowhere', file)],
  ])('reports %s in the place of a file, and does not wait for it', (_, make) => {
    rmSync(staff());
    make(staff());
    expect(found()).toContain(
      'lock-unreadable notices.locks/staff.json:1 the lock is not a file, or is a broken link',
    );
  });
});

describe('what to do about a file of the lock', () => {
  /** The hint of the only finding. */
  const hint = (): string => {
    const root = path.dirname(whole);
    const folder = readLockedFolder(whole, [], { root, publicDirectory: root, today: TODAY });
    const findings = checkLock(folder, true);
    expect(findings[0]?.code).toBe('lock-unreadable');
    return findings[0]!.hint;
  };

  it('without entries is to delete it', () => {
    put(shop(), fileOf(both, A, B));
    put(staff(), writeLock(emptyLock()));
    expect(hint()).toBe(
      'delete notices.locks/staff.json: a notice without a published version has no file of the lock',
    );
    rmSync(staff());
    expect(Object.keys((read() as Lock).versions)).toEqual([A, B]);
  });

  it('with the entry of another notice is to move it', () => {
    put(staff(), fileOf(both, OTHER, A, B));
    expect(hint()).toContain('move that entry, unchanged, to the file of its own notice');
    put(staff(), fileOf(both, OTHER));
    put(shop(), fileOf(both, A, B));
    expect(read()).toEqual(both);
  });

  it('of format 1 is to put it where that format was', () => {
    const { seal: _, after: __, recorded: ___, ...unsealed } = both.versions[OTHER]!;
    const format1 = writeLock({ format: 1, versions: { [OTHER]: unsealed } });
    put(staff(), format1);
    expect(hint()).toBe(
      'move its entries to notices.lock.json, and add seals to them: npx noticeboard adopt',
    );
    rmSync(staff());
    put(old(), format1);
    expect(read()).toMatchObject({ format: 1 });
  });

  it('with another entry than that of the notice is to keep one of them', () => {
    put(old(), writeLock(corrected));
    put(shop(), fileOf(both, A, B));
    expect(hint()).toMatch(/^delete that entry here: .*\nIf only the entry here has the last/);
    put(shop(), fileOf(corrected, A, B));
    put(old(), fileOf(corrected, OTHER));
    expect(read()).toEqual(corrected);
  });
});

describe('a lock that an earlier release kept in one file', () => {
  it('is read alone, and with what was recorded since', () => {
    put(old(), writeLock(first));
    expect(read()).toEqual(first);
    put(shop(), fileOf(corrected, A, B));
    expect(read()).toEqual(corrected);
  });

  it('is read with an entry that a branch has added to it', () => {
    put(old(), writeLock(both));
    put(shop(), fileOf(first, A));
    expect(read()).toEqual(both);
  });

  it('is refused where it has another entry than the file of the notice', () => {
    const other = sealed(emptyLock(), { [A]: entryOf('2025-02-02') }, TODAY);
    put(old(), writeLock(other));
    put(shop(), fileOf(corrected, A, B));
    expect(read()).toMatchObject({ kind: 'doubled', file: old(), line: 4 });
  });

  it('is refused where it has a correction that the file of the notice has not', () => {
    put(old(), writeLock(corrected));
    put(shop(), fileOf(both, A, B));
    expect(read()).toMatchObject({ kind: 'doubled', line: 4 });
  });

  it('is refused without seals beside files that have them', () => {
    put(old(), '{ "format": 1, "versions": {} }');
    put(shop(), fileOf(both, A, B));
    expect(read()).toMatchObject({ kind: 'unsealed', file: old() });
  });
});

it.each([
  ['notices.lock.json', true],
  ['notices.locks/staff.json', true],
  ['notices.locks/acme/shop/cy.json', true],
  ['notices.locks/staff.js', false],
  ['notices.locks/~files/a.json', false],
  ['notices.locks/.json', false],
  ['notices.locks/../package.json', false],
  ['package.json', false],
])('knows whether %s is a file of the lock', (file, isOfLock) => {
  expect(isLockPath(whole, path.join(path.dirname(whole), ...file.split('/')))).toBe(isOfLock);
});

describe('a lock of which one file cannot be read', () => {
  const unreadable = (content: string): void => {
    put(shop(), content);
    put(staff(), fileOf(first, OTHER));
  };
  const folderNow = () => {
    const root = path.dirname(whole);
    return readLockedFolder(whole, [], { root, publicDirectory: root, today: TODAY });
  };

  it.each([
    ['conflict markers', `<<<<<<< HEAD\n${fileOf(first, A)}`],
    ['nothing', ''],
    ['entries of another notice', fileOf(first, OTHER)],
  ])('with %s is read for all other notices', (_, content) => {
    unreadable(content);
    const folder = folderNow();
    expect([unreadIn(folder), isUnreadable(folder)('staff')]).toEqual([['acme/shop'], false]);
    expect(Object.keys((readablePart(folder).lock as Lock).versions)).toEqual([OTHER]);
    // That of the others is checked: its version is not in this folder.
    expect(found()[0]).toMatch(/^lock-unreadable notices\.locks\/acme\/shop\.json:/);
    expect(found().slice(1)).toEqual([expect.stringMatching(/^version-removed .*staff/)]);
  });

  it('says nothing of the notice whose record it cannot be compared with', () => {
    unreadable('<<<<<<< HEAD');
    put(path.join(`${whole}.record`, `${A}.txt`), 'text');
    put(path.join(`${whole}.record`, `${A}.before-erratum-1.txt`), 'text');
    expect(found().filter((line) => line.includes('acme/shop/'))).toEqual([]);
  });

  it('is at fault as a whole where that is the one file of before', () => {
    put(old(), '<<<<<<< HEAD');
    put(staff(), fileOf(first, OTHER));
    const folder = folderNow();
    expect([readablePart(folder), unreadIn(folder)]).toEqual([folder, []]);
    expect(found()).toHaveLength(1);
  });

  it('is read in part by what only checks', () => {
    unreadable('<<<<<<< HEAD');
    expect([readLock(whole), read()]).toMatchObject([undefined, { kind: 'merge' }]);
  });

  it('names the parts of a folder as that does', () => {
    put(lockFileOfNotice(whole, 'acme/club'), '<<<<<<< HEAD');
    put(shop(), fileOf(both, A, B));
    const part = path.join(whole, 'acme');
    mkdirSync(part);
    const root = path.dirname(whole);
    const folder = readLockedFolder(part, [], { root, publicDirectory: root, today: TODAY });
    expect(isUnreadable(folder)('club')).toBe(true);
    expect(Object.keys((readablePart(folder).lock as Lock).versions)).toEqual([
      'shop/2025-01-01',
      'shop/2026-01-01',
    ]);
  });
});
