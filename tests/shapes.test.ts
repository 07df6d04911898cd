/** What notices in the shape of real histories come to: see `setup/shapes.ts`. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { readVersionFile } from '../src/checks/file.ts';
import { compareDocuments, type Comparison } from '../src/compare/index.ts';
import { GERMAN_DAYS, SHAPES } from './setup/shapes.ts';

const corners = inject('corners');

const documentOf = (file: string) =>
  readVersionFile(
    {
      path: file,
      file,
      bytes: new TextEncoder().encode(SHAPES[file]),
    },
    String,
  ).version!.document();

const compare = (notice: string, before: string, after: string): Comparison =>
  compareDocuments(
    documentOf(`shapes/${notice}/${before}.mdx`),
    documentOf(`shapes/${notice}/${after}.mdx`),
  );

const told = ({ changes }: Comparison): string[] =>
  changes
    .filter(({ kind }) => kind !== 'facts')
    .map(({ kind, removed, added }) => `${kind}: ${removed} → ${added}`);

describe('a comparison of short texts', () => {
  it('in Japanese names the words that changed, not the whole sentence', () => {
    expect(told(compare('japanese', '2022-04-01', '2023-04-01'))).toEqual([
      'wording:  → と利用日',
      'wording: 三 → 二',
    ]);
  });

  it('in Chinese names words within a sentence, and tells a number of months as a number', () => {
    expect(told(compare('chinese', '2021-09-01', '2022-09-01'))).toEqual([
      'wording: 和手机号码 → 、手机号码和电子邮箱',
      'number: 12 → 6',
    ]);
  });

  it('in Arabic tells a number of days as a number', () => {
    expect(told(compare('arabic', '2022-03-01', '2023-03-01'))).toEqual(['number: ٣٠ → ٦٠']);
  });

  it('of a list of processors tells a row added, a row removed and a cell changed', () => {
    expect(told(compare('processors', '2019-02-01', '2020-02-01'))).toHaveLength(1);
    expect(told(compare('processors', '2021-02-01', '2022-02-01'))).toHaveLength(1);
    expect(told(compare('processors', '2022-02-01', '2024-02-01'))).toEqual([
      'wording: Portugal → Spain',
    ]);
  });
});

describe('a notice with many versions', () => {
  const fileOf = (...names: string[]): string =>
    path.join(corners.folder, 'shapes', 'german', ...names);

  it('has feeds and a history that a phone can open', () => {
    for (const name of ['feed.xml', 'feed.json', 'history/index.html']) {
      expect(statSync(fileOf(name)).size, name).toBeLessThan(1_000_000);
    }
  });

  it('keeps the page of each version, and of its comparison with the one before', () => {
    GERMAN_DAYS.forEach((day, index) => {
      const page = readFileSync(fileOf(day, 'index.html'), 'utf8');
      expect(page).toContain('Speicherdauer');
      const before = GERMAN_DAYS[index - 1];
      if (before === undefined) return;
      expect(readFileSync(fileOf('compare', before, day, 'index.html'), 'utf8')).toContain('<ins');
    });
  });
});
