import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { entriesIn } from './list.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-list-'));
const at = (...parts: string[]): string => path.join(folder, ...parts);

beforeAll(() => {
  mkdirSync(at('a/b.mdx/c'), { recursive: true });
  mkdirSync(at('.hidden'));
  for (const file of ['a/one.mdx', 'a/b.mdx/c/two.mdx', '.hidden/x', 'a/.dot']) {
    writeFileSync(at(file), '');
  }
  symlinkSync(at('a'), at('a/loop'), 'junction');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('lists what is in a folder, follows no link, and leaves out hidden names', () => {
  expect(entriesIn(folder).toSorted()).toEqual([
    'a',
    'a/b.mdx',
    'a/b.mdx/c',
    'a/b.mdx/c/two.mdx',
    'a/loop',
    'a/one.mdx',
  ]);
});

it('lists nothing where there is no folder', () => {
  expect(entriesIn(at('none'))).toEqual([]);
  expect(entriesIn(at('a/one.mdx'))).toEqual([]);
});
