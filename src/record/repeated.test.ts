import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { idOfFile, parseVersionName, placeOfFile } from '../notices/names.ts';
import { plainText } from '../notices/text.ts';
import { readVersion } from '../mdx/read.ts';
import { checkLock, type HashedVersion } from './check.ts';
import { emptyLock, type LockEntry } from './lock.ts';
import { sealed } from './seal.ts';
import { hashOfSource, laterFactsOf, sha256 } from './source.ts';

interface Written {
  published?: string;
  title?: string;
  summary?: string;
  more?: string;
}

/** The content of a file for a day. */
const source = (
  day: string,
  words: string,
  { published = day, title = 'Notice', summary, more = '' }: Written = {},
): string => `---
title: ${title}
published: "${published}"
effective: "${day}"
${more}${summary === undefined ? '' : `changes:\n  - { kind: changed, section: a, summary: ${summary} }\n`}controller:
  name: A Limited
  contact:
    email: a@a.example
---

## A {#a}

${words}
`;

function versionAt(file: string, written: string): HashedVersion & { text: string } {
  const place = placeOfFile(file);
  const named = parseVersionName(place.name);
  const bytes = new TextEncoder().encode(written);
  const { facts, document } = readVersion({ file, bytes }, place.translation?.language);
  if (!named || !facts || !document) throw new Error(`${file} cannot be read`);
  return {
    ...{ ...named, ...place, file: `notices/${file}`, draft: false, facts, document, files: [] },
    source: hashOfSource(written),
    text: plainText(facts, document()),
  };
}

type Contents = Record<string, string>;

/** What is found in a folder, some files of which are published. */
function foundIn(published: Contents, now: Contents): { code: string; text: string }[] {
  const entries = Object.entries(published).map(([file, written]): [string, LockEntry] => {
    const { facts, source: hash, text } = versionAt(file, written);
    const common = { published: facts.published, source: hash, text: sha256(text) };
    return [idOfFile(file), { ...common, anchors: [], later: laterFactsOf(facts), errata: [] }];
  });
  return checkLock(
    {
      today: '2026-11-27' as IsoDate,
      folder: 'notices',
      lockFile: 'notices.locks',
      recordFolder: 'notices.record',
      publicFolder: 'public',
      publicFiles: new Map(),
      unfitFiles: new Map(),
      copies: new Map(),
      files: new Map(Object.keys(now).map((file) => [idOfFile(file), `notices/${file}`])),
      versions: Object.entries(now).map(([file, written]) => versionAt(file, written)),
      lock: sealed(emptyLock(), Object.fromEntries(entries), '2026-11-27' as IsoDate),
      lockFiles: [],
      recorded: [],
      beforeErrata: [],
    },
    true,
  ).map(({ code, message, hint }) => ({ code, text: `${message} ${hint}` }));
}

const FIRST = source('2024-01-01', 'Six years.');
const SECOND = source('2025-01-01', 'Five years.', { summary: 'Less.' });
const SHOP = { 'shop/2024-01-01.mdx': FIRST, 'shop/2025-01-01.mdx': SECOND };

describe('a new version that says the same as a published one', () => {
  it.each<[string, Contents, string]>([
    [
      'the last one, for another day',
      { 'shop/2026-11-27.mdx': source('2026-11-27', 'Five years.', { published: '2025-01-01' }) },
      'says the same as shop/2025-01-01',
    ],
    [
      'the last one, with changes of its own',
      { 'shop/2026-11-27.mdx': source('2026-11-27', 'Five years.', { summary: 'Nothing.' }) },
      'says the same as shop/2025-01-01',
    ],
    [
      'the first one, for a day before it',
      { 'shop/2023-01-01.mdx': source('2023-01-01', 'Six years.') },
      'says the same as shop/2024-01-01',
    ],
    [
      'an earlier one, with the day on which that was published',
      { 'shop/2026-11-27.mdx': source('2026-11-27', 'Six years.', { published: '2024-01-01' }) },
      'says the same as shop/2024-01-01',
    ],
    ['one of another notice', { 'store/2024-01-01.mdx': FIRST }, "from: '/store/', to: '/shop/'"],
    [
      'one of another notice, for another day',
      { 'store/2026-11-27.mdx': source('2026-11-27', 'Six years.') },
      'says the same as shop/2024-01-01',
    ],
    [
      'its original, as if it were a translation',
      { 'shop/2024-01-01.en-GB.mdx': FIRST },
      'says the same as shop/2024-01-01',
    ],
  ])('is an error if it repeats %s', (_, added, text) => {
    const found = foundIn(SHOP, { ...SHOP, ...added });
    expect(found.map(({ code }) => code)).toEqual(['version-repeated']);
    expect(found[0]?.text).toContain(text);
    expect(found[0]?.text).not.toContain('adopt');
  });

  it('is an error if it is the file of a published one, renamed and with another date', () => {
    const { 'shop/2025-01-01.mdx': _, ...left } = SHOP;
    const renamed = source('2025-02-02', 'Five years.', { summary: 'Less.' });
    const found = foundIn(SHOP, { ...left, 'shop/2025-02-02.mdx': renamed });
    expect(found.map(({ code }) => code)).toEqual(['version-removed', 'version-repeated']);
    expect(found[1]?.text).toContain(
      'shop/2025-01-01, which is published and whose file is missing',
    );
    expect(found[1]?.text).not.toContain('adopt');
  });

  it.each<[string, Contents]>([
    [
      'goes back to an earlier text',
      { 'shop/2026-11-27.mdx': source('2026-11-27', 'Six years.', { summary: 'As before.' }) },
    ],
    ['has other words', { 'store/2024-01-01.mdx': source('2024-01-01', 'One year.') }],
    [
      'has another title',
      { 'store/2024-01-01.mdx': source('2024-01-01', 'Six years.', { title: 'Store' }) },
    ],
  ])('may be published if it %s', (_, added) => {
    expect(foundIn(SHOP, { ...SHOP, ...added }).map(({ code }) => code)).toEqual([
      'version-unlocked',
    ]);
  });

  it('may be published after one that was called off', () => {
    const more = 'calledOff: { on: "2026-11-01", by: A, reason: B }\n';
    const off = source('2026-12-01', 'One year.', {
      published: '2026-10-01',
      summary: 'Less.',
      more,
    });
    const published = { ...SHOP, 'shop/2026-12-01.mdx': off };
    const next = source('2026-12-02', 'One year.', { published: '2026-11-27', summary: 'Less.' });
    const found = foundIn(published, { ...published, 'shop/2026-12-02.mdx': next });
    expect(found.map(({ code }) => code)).toEqual(['version-unlocked']);
  });

  it('is not a published one itself', () => {
    expect(foundIn(SHOP, SHOP)).toEqual([]);
    const twice = { ...SHOP, 'store/2024-01-01.mdx': FIRST };
    expect(foundIn(twice, twice)).toEqual([]);
  });
});
