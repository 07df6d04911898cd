/** What an announcement overwrites, and what it keeps. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeAnnouncement } from './announce-files.ts';

const LIST = '.noticeboard-announce.json';

let folder = '';
const at = (name: string): string => path.join(folder, name);
const read = (name: string): string => readFileSync(at(name), 'utf8');
const write = (text: string, isForced = false): void =>
  writeAnnouncement(
    folder,
    new Map(['a.txt', 'b.txt', 'c.txt'].map((name) => [name, `${text} ${name}`])),
    isForced,
  );

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'announce-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('knows its own texts after it was stopped between them', () => {
  write('First');
  // The second text cannot be written: its place is taken until then.
  const taken = at(`b.txt.${process.pid}.tmp`);
  for (const text of ['Second', 'Third']) {
    mkdirSync(taken);
    expect(() => write(text)).toThrow();
    expect([read('a.txt'), read('b.txt')]).toEqual([`${text} a.txt`, 'First b.txt']);
    rmSync(taken, { recursive: true });
  }
  write('Fourth');
  expect(['a.txt', 'b.txt', 'c.txt'].map(read)).toEqual([
    'Fourth a.txt',
    'Fourth b.txt',
    'Fourth c.txt',
  ]);
});

it('keeps an edit that was to be overwritten when it was stopped', () => {
  write('First');
  writeFileSync(at('c.txt'), 'Mine');
  const taken = at(`b.txt.${process.pid}.tmp`);
  mkdirSync(taken);
  expect(() => write('Second', true)).toThrow();
  rmSync(taken, { recursive: true });
  expect(() => write('Third')).toThrow('somebody has edited');
  expect(read('c.txt')).toBe('Mine');
});

it.each(['{"name": "ours"}', 'not JSON', '[]', ''])(
  'overwrites no file of another kind that has the name of its list: %s',
  (text) => {
    writeFileSync(at(LIST), text);
    for (const isForced of [false, true]) expect(() => write('First', isForced)).toThrow(LIST);
    expect(read(LIST)).toBe(text);
  },
);

it('leaves a file written.json alone', () => {
  writeFileSync(at('written.json'), '{"by": "somebody else"}');
  write('First');
  expect(read('written.json')).toBe('{"by": "somebody else"}');
});
