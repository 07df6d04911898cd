import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forget, keep, keyOf, readKept } from './kept.ts';

const foreign = vi.hoisted(() => ({ is: false }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const utimesSync: typeof fs.utimesSync = (...given) => {
    if (foreign.is) throw new Error('EPERM: operation not permitted, utime');
    fs.utimesSync(...given);
  };
  return { ...fs, utimesSync };
});

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kept-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const KEY = keyOf('a text');
const file = (): string => path.join(folder, KEY);

describe('what is kept', () => {
  it('comes back byte for byte', () => {
    expect(readKept(folder, KEY)).toBeUndefined();
    keep(folder, KEY, 'Grüße\n');
    expect(readKept(folder, KEY)?.toString()).toBe('Grüße\n');
    keep(folder, KEY, new Uint8Array([0, 255]));
    expect([...(readKept(folder, KEY) ?? [])]).toEqual([0, 255]);
    expect(readdirSync(folder)).toEqual([KEY]);
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['empty', () => Buffer.alloc(0)],
    ['changed in one byte', (bytes: Buffer) => Buffer.from([...bytes.subarray(0, -1), 1])],
    ['another file', () => Buffer.from('{"hello": "world"}'.repeat(10))],
  ])('is not believed if it is %s', (_, damage) => {
    keep(folder, KEY, 'words');
    writeFileSync(file(), damage(readFileSync(file())));
    expect(readKept(folder, KEY)).toBeUndefined();
  });

  it('is not believed under the name of something else', () => {
    keep(folder, KEY, 'words');
    const other = keyOf('another text');
    copyFileSync(file(), path.join(folder, other));
    expect(readKept(folder, other)).toBeUndefined();
    expect(readKept(folder, KEY)?.toString()).toBe('words');
  });

  it('is nothing where the folder cannot be written', () => {
    writeFileSync(file(), '');
    const within = path.join(file(), 'below a file');
    expect(() => {
      keep(within, KEY, 'words');
    }).not.toThrow();
    expect(readKept(within, KEY)).toBeUndefined();
  });

  it('is thrown away when nothing has used it for long', () => {
    keep(folder, KEY, 'used');
    keep(folder, keyOf('another'), 'not used');
    const longAgo = new Date(Date.now() - 100 * 86_400_000);
    for (const name of readdirSync(folder)) utimesSync(path.join(folder, name), longAgo, longAgo);
    readKept(folder, KEY);
    forget(folder, 90);
    expect(readdirSync(folder)).toEqual([KEY]);
    expect(() => {
      forget(path.join(folder, 'nowhere'), 90);
    }).not.toThrow();
  });
});

describe('a folder that others write as well', () => {
  const longAgo = new Date(Date.now() - 100 * 86_400_000);

  it('gives what is kept, though its time may not be set', () => {
    keep(folder, KEY, 'words');
    utimesSync(file(), longAgo, longAgo);
    foreign.is = true;
    const value = readKept(folder, KEY)?.toString();
    foreign.is = false;
    expect(value).toBe('words');
  });

  it('keeps folders inside, and loses the files that nobody uses', () => {
    mkdirSync(path.join(folder, 'a folder'));
    keep(folder, KEY, 'words');
    for (const name of readdirSync(folder)) utimesSync(path.join(folder, name), longAgo, longAgo);
    expect(() => {
      forget(folder, 90);
    }).not.toThrow();
    expect(readdirSync(folder)).toEqual(['a folder']);
  });
});

describe('a key', () => {
  it('is another for other sources, wherever one ends and the next begins', () => {
    const keys = [keyOf('ab', 'c'), keyOf('a', 'bc'), keyOf('abc'), keyOf('c', 'ab'), keyOf()];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keyOf(new TextEncoder().encode('ab'), 'c')).toBe(keys[0]);
  });
});
