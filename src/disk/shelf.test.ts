import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShelf, type Shelf } from './shelf.ts';

const SOURCES = ['one', 'other'];

let folder = '';
let made = 0;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shelf-'));
  made = 0;
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const open = (code = 'code'): Shelf => openShelf({ folder, code });

/** Makes something new each time, so that what was made before is seen to be it. */
const make = (): { words: string; list: (number | null)[] } => ({
  words: `grüße ${(made += 1)}`,
  list: [1, null],
});

const fileNames = (): string[] => readdirSync(folder);

describe('what was made', () => {
  it('is on the shelf for the next process, and in memory for this one', () => {
    const shelf = open();
    const first = shelf.made('panes', SOURCES, make);
    expect(shelf.made('panes', SOURCES, make)).toBe(first);
    expect(open().made('panes', SOURCES, make)).toEqual(first);
    expect(made).toBe(1);
    expect(fileNames()).toHaveLength(1);
  });

  it.each([
    ['under another name', 'code', 'feed', SOURCES],
    ['of another source', 'code', 'panes', ['one', 'third']],
    ['of the same in another order', 'code', 'panes', ['other', 'one']],
    ['of one source more', 'code', 'panes', [...SOURCES, 'third']],
    ['of sources that are the same if put together', 'code', 'panes', ['oneo', 'ther']],
    ['by other code', 'edited', 'panes', SOURCES],
  ])('is made anew %s', (_, code, what, sources) => {
    const first = open().made('panes', SOURCES, make);
    expect(open(code).has(what, sources)).toBe(false);
    expect(open(code).made(what, sources, make)).not.toEqual(first);
    // The one does not take the place of the other.
    expect(open().made('panes', SOURCES, make)).toEqual(first);
  });

  it('is there to be asked for without being made', () => {
    expect(open().has('panes', SOURCES)).toBe(false);
    open().made('panes', SOURCES, make);
    expect(open().has('panes', SOURCES)).toBe(true);
    expect(made).toBe(1);
  });

  it.each([false, 0, '', null])('may be %j', (value) => {
    const count = (): typeof value => {
      made += 1;
      return value;
    };
    const shelf = open();
    expect([1, 2].map(() => shelf.made('what', [], count))).toEqual([value, value]);
    expect(open().made('what', [], count)).toBe(value);
    expect(made).toBe(1);
  });
});

describe('a file that is damaged', () => {
  it.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, -3)],
    ['empty', () => Buffer.alloc(0)],
    ['with two bytes swapped', (bytes: Buffer) => bytes.with(-1, bytes.at(-2)!).with(-2, 0)],
    ['of something else', () => Buffer.from('{"words": "something else"}'.repeat(9))],
  ])('is made again, and put right: %s', (_, damage) => {
    const first = open().made('panes', SOURCES, make);
    const [name = ''] = fileNames();
    const file = path.join(folder, name);
    writeFileSync(file, damage(readFileSync(file)));
    const again = open().made('panes', SOURCES, make);
    expect(again).not.toEqual(first);
    expect(open().made('panes', SOURCES, make)).toEqual(again);
    expect(made).toBe(2);
  });
});

describe('nothing is put on disk', () => {
  it('of a draft, which still changes', () => {
    const shelf = open();
    shelf.made('panes', ['one', undefined], make);
    shelf.made('panes', ['one', undefined], make);
    expect(shelf.has('panes', ['one', undefined])).toBe(false);
    expect(made).toBe(2);
    expect(fileNames()).toEqual([]);
  });

  it('without a folder', () => {
    const shelf = openShelf();
    shelf.made('panes', SOURCES, make);
    expect(shelf.has('panes', SOURCES)).toBe(false);
    expect(fileNames()).toEqual([]);
  });

  it('where the folder cannot be written, and memory serves all the same', () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, 'somebody else’s');
    const shelf = openShelf({ folder: file, code: 'code' });
    const first = shelf.made('panes', SOURCES, make);
    expect(shelf.made('panes', SOURCES, make)).toBe(first);
    expect(shelf.has('panes', SOURCES)).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe('somebody else’s');
    expect(fileNames()).toEqual(['a-file']);
  });
});

describe('memory', () => {
  const numbered = (shelf: Shelf, number: number): { number: number } =>
    shelf.made(`${number}`, SOURCES, () => ({ number }));

  it('has what was asked for last, and not all that was ever made', () => {
    const shelf = open();
    const first = numbered(shelf, 0);
    const values = Array.from({ length: 200 }, (_, index) => {
      // It stays for as long as it is asked for.
      expect(numbered(shelf, 0)).toBe(first);
      return numbered(shelf, index + 1);
    });
    const held = values.filter((value) => numbered(shelf, value.number) === value);
    expect(held.length).toBeLessThan(100);
    expect(numbered(open(), 1)).toEqual({ number: 1 });
  });
});
