import { describe, expect, it } from 'vitest';
import { GOOD, put, say, VERSION, check, itFinds, type Mistake } from './testing.ts';

describe('names of files and folders', () => {
  const reserved = (folder: string, notice = folder): Mistake => ({
    what: `a folder called ${folder}${notice === folder ? '' : ` in ${notice}`}`,
    files: { [`${notice}/2024-11-12.mdx`]: GOOD },
    file: `${notice}/2024-11-12.mdx`,
    found: 'error notice-reserved 1:1',
    quotes: `"${folder}"`,
    edit: `${folder.replace(/^_/, '')}-notice`,
  });

  itFinds([
    reserved('history'),
    reserved('compare'),
    reserved('search'),
    reserved('history', 'acme/history'),
    reserved('compare', 'compare/customers'),
    reserved('2024-01-01', 'acme/2024-01-01'),
    reserved('_acme', '_acme/customers'),
    {
      what: 'a folder with a space in its name',
      files: { 'our customers/2024-11-12.mdx': GOOD },
      file: 'our customers/2024-11-12.mdx',
      found: 'error notice-name 1:1',
      quotes: '"our customers"',
      edit: 'rename the folder to our-customers',
    },
    {
      what: 'a folder with accents in its name',
      files: { 'Clients Été/2024-11-12.mdx': GOOD },
      file: 'Clients Été/2024-11-12.mdx',
      found: 'error notice-name 1:1',
      quotes: '"Clients Été"',
      edit: 'rename the folder to clients-ete',
    },
    {
      what: 'a version in no folder',
      files: { '2024-11-12.mdx': GOOD },
      file: '2024-11-12.mdx',
      found: 'error file-misplaced 1:1',
      quotes: 'not in the folder of a notice',
      edit: 'customers/2024-11-12.mdx',
    },
    {
      what: 'a file named for a day that does not exist',
      files: { 'customers/2024-02-30.mdx': GOOD },
      file: 'customers/2024-02-30.mdx',
      found: 'error file-name 1:1',
      quotes: '"2024-02-30.mdx"',
      edit: '2026-01-31.mdx',
    },
    {
      what: 'a file named for no day',
      files: { 'customers/privacy.mdx': GOOD },
      file: 'customers/privacy.mdx',
      found: 'error file-name 1:1',
      quotes: '"privacy.mdx"',
      edit: 'draft.mdx',
    },
    {
      what: 'a third version of a day without a second',
      files: { [VERSION]: GOOD, 'customers/2024-11-12-3.mdx': GOOD },
      file: 'customers/2024-11-12-3.mdx',
      found: 'error file-name 1:1',
      quotes: 'version 3 of 2024-11-12',
      edit: 'rename the file to 2024-11-12-2.mdx',
    },
    ...(['aux', 'clinic/con', 'NUL', 'com1/staff', 'lpt9.old'] as const).map((notice): Mistake => ({
      what: `the folder ${notice}, a device of Windows`,
      files: { [`${notice}/2024-11-12.mdx`]: GOOD },
      file: `${notice}/2024-11-12.mdx`,
      found: 'warning notice-file-name 1:1',
      quotes: 'for a device',
      edit: '-notice',
    })),
    {
      what: 'a folder that ends in a dot',
      files: { 'dotted./2024-11-12.mdx': GOOD },
      file: 'dotted./2024-11-12.mdx',
      found: 'warning notice-file-name 1:1',
      quotes: '"dotted."',
      edit: 'to dotted',
    },
    ...['a:b', 'a|b', 'a?', 'a*', '<a>', 'a"b', 'a\\b', 'a '].map((notice): Mistake => ({
      what: `a folder called ${notice}`,
      files: { [`${notice}/2024-11-12.mdx`]: GOOD },
      file: `${notice}/2024-11-12.mdx`,
      found: 'error notice-name 1:1',
      quotes: `"${notice}"`,
      edit: 'rename the folder to a',
    })),
  ]);

  it('reports a reserved folder once, however many versions it holds', () => {
    const second = GOOD.replaceAll('2024-11-12', '2025-01-01');
    const files = { 'search/2024-11-12.mdx': GOOD, 'search/2025-01-01.mdx': second };
    expect(check(files)).toHaveLength(1);
  });
});

describe('encodings', () => {
  const latin1 = (text: string): Uint8Array =>
    Uint8Array.from(text, (character) => character.charCodeAt(0));

  itFinds([
    {
      what: 'a file saved as Latin-1',
      files: latin1(put(6, '  name: Société Harbourlight')),
      found: 'error not-utf8 6:13',
      quotes: 'not valid UTF-8',
      edit: 'UTF-8',
    },
    {
      what: 'a file saved as UTF-16',
      files: Uint8Array.of(0xff, 0xfe, 0x2d, 0x00, 0x2d, 0x00),
      found: 'error not-utf8 1:1',
      quotes: 'not valid UTF-8',
      edit: 'UTF-8',
    },
    {
      what: 'a file cut off in the middle of a letter',
      files: new TextEncoder().encode(say('Café')).slice(0, -2),
      found: 'error not-utf8 11:4',
      quotes: 'not valid UTF-8',
      edit: 'UTF-8',
    },
  ]);
});
