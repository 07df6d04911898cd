import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { checkLock } from './check.ts';
import { readLock, readLockedFolder } from './files.ts';
import { describeUnfinished } from './journal.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'files-'));
  mkdirSync(path.join(root, 'notices'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const pipe = (file: string): unknown => execFileSync('mkfifo', [file]);
const loop = (file: string): void => symlinkSync(path.basename(file), file);
const isWindows = process.platform === 'win32';

describe.skipIf(isWindows).each<[string, (file: string) => unknown]>([
  ['a folder', mkdirSync],
  ['a pipe', pipe],
  ['a link to itself', loop],
])('a lock that is %s', (_, make) => {
  it('is reported, and not waited for', () => {
    const directory = path.join(root, 'notices');
    make(`${directory}.lock.json`);
    const today = '2026-11-27' as IsoDate;
    const folder = readLockedFolder(directory, [], { root, publicDirectory: root, today });
    expect(checkLock(folder, true)).toMatchObject([
      {
        code: 'lock-unreadable',
        file: 'notices.lock.json',
        message: expect.stringMatching(/not a/),
      },
    ]);
    expect(readLock(directory)).toBeUndefined();
  });
});

describe.skipIf(isWindows)('what is no file in the place of one', () => {
  it('is no journal', () => {
    const directory = path.join(root, 'notices');
    pipe(`${directory}.journal.json`);
    expect(describeUnfinished(directory)?.hint).toContain('delete it');
  });

  it('is no copy of the record', () => {
    const directory = path.join(root, 'notices');
    const copies = path.join(root, 'notices.record', '~files');
    mkdirSync(copies, { recursive: true });
    pipe(path.join(copies, 'a'.repeat(64)));
    const today = '2026-11-27' as IsoDate;
    const folder = readLockedFolder(directory, [], { root, publicDirectory: root, today });
    expect(folder.copies.size).toBe(0);
  });
});
