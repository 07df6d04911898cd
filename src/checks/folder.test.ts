import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isError } from '../findings/catalogue.ts';
import { readVersionFile, type FolderFile } from './file.ts';
import { checkFolder, type CheckedFolder, type Surroundings } from './folder.ts';
import { PAGES } from './testing.ts';
import { reservedBy } from '../notices/reserved.ts';
import type { IsoDate } from '../notices/dates.ts';

const version = (effective: string, ...body: string[]): string =>
  [
    '---',
    'title: Customer privacy notice',
    `published: "${effective}"`,
    `effective: "${effective}"`,
    'controller:',
    '  name: Harbourlight IT Limited',
    '  contact: { phone: 01632 960123 }',
    '---',
    '',
    '## Who we are {#who-we-are}',
    '',
    ...body,
    '',
  ].join('\n');

/** A site without anything of its own. */
const SURROUNDINGS: Surroundings = {
  today: '2026-11-22' as IsoDate,
  publicFile: () => undefined,
  isReserved: reservedBy(PAGES),
  ownPages: new Set(),
};

function check(files: Record<string, string>): CheckedFolder {
  return checkFolder(
    Object.entries(files).map(([name, text]) => ({
      path: name,
      file: `notices/${name}`,
      bytes: new TextEncoder().encode(text),
    })),
    SURROUNDINGS,
    (file) => readVersionFile(file, String),
  );
}

/** What a folder says, with all that can be asked for. */
const contentOf = ({ versions, addresses, findings }: CheckedFolder) => ({
  versions: versions.map(({ document, text, digest, source, fingerprint, ids, ...version }) => ({
    ...version,
    asked: [document, text, digest, source, fingerprint, ids].map((ask) => ask()),
  })),
  addresses,
  findings,
});

/** "code file:line:column" of each finding. */
const places = ({ findings }: CheckedFolder): string[] =>
  findings.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`);

describe('the versions of a folder', () => {
  it('are sorted by notice and effective date, with the draft last', () => {
    const { versions } = check({
      'staff/2024-01-01.mdx': version('2024-01-01'),
      'customers/draft.mdx': version('2023-01-01'),
      'customers/2024-11-12-2.mdx': version('2024-11-12'),
      'customers/2024-11-12.mdx': version('2024-11-12'),
      'customers/2022-05-01.mdx': version('2022-05-01'),
    });
    expect(versions.map(({ notice, name }) => `${notice} ${name}`)).toEqual([
      'customers 2022-05-01',
      'customers 2024-11-12',
      'customers 2024-11-12-2',
      'customers draft',
      'staff 2024-01-01',
    ]);
  });

  it('have normalised facts and their frontmatter as written', () => {
    const { versions } = check({ 'acme/customers/2024-11-12.mdx': version('2024-11-12') });
    expect(versions).toMatchObject([
      {
        notice: 'acme/customers',
        name: '2024-11-12',
        date: '2024-11-12',
        sequence: 1,
        draft: false,
        file: 'notices/acme/customers/2024-11-12.mdx',
        facts: { language: 'en-GB', controller: { contact: { phone: '+441632960123' } } },
        frontmatter: { controller: { contact: { phone: '01632 960123' } } },
      },
    ]);
  });

  it('exclude a version whose facts cannot be read', () => {
    const broken = version('2024-11-12').replace('title:', 'titel:');
    const { versions } = check({
      'customers/2024-11-12.mdx': broken,
      'customers/2023-11-12.mdx': version('2023-11-12'),
    });
    expect(versions.map(({ name }) => name)).toEqual(['2023-11-12']);
  });

  it('are an empty list for an empty folder', () => {
    expect(check({})).toMatchObject({ versions: [], findings: [] });
  });
});

describe('the findings of a folder', () => {
  it('are reported together, in reading order', () => {
    const files = {
      'staff/2024-01-01.mdx': version('2024-01-01', '[x](#gone)', '', '<Controler />'),
      'customers/2024-11-12.mdx': version('2024-11-11', '[x](www.company.example) {name}'),
      'customers/2023-11-12.mdx': 'No frontmatter',
      'acme/history/2024-01-01.mdx': version('2024-01-01', '[x](/nowhere/)').replace(
        'title:',
        'titel:',
      ),
    };
    expect(places(check(files))).toEqual([
      'notice-reserved notices/acme/history/2024-01-01.mdx:1:1',
      'key-unknown notices/acme/history/2024-01-01.mdx:2:1',
      'link-target-missing notices/acme/history/2024-01-01.mdx:12:1',
      'frontmatter-missing notices/customers/2023-11-12.mdx:1:1',
      'effective-not-file-name notices/customers/2024-11-12.mdx:4:12',
      'link-relative notices/customers/2024-11-12.mdx:12:1',
      'expression-unknown-name notices/customers/2024-11-12.mdx:12:26',
      'link-anchor-missing notices/staff/2024-01-01.mdx:12:1',
      'component-unknown notices/staff/2024-01-01.mdx:14:1',
    ]);
  });

  it('do not depend on the order in which files are read', () => {
    const files = {
      'customers/2024-11-12.mdx': version('2024-11-12', '[x](#gone) [y](/staff/#gone)'),
      'staff/2024-01-01.mdx': version('2024-01-01', '{name}'),
      'staff/2024-02-01.mdx': version('2024-02-01', '![x](/x.png)'),
    };
    const reversed = Object.fromEntries(Object.entries(files).toReversed());
    expect(contentOf(check(reversed))).toEqual(contentOf(check(files)));
  });

  it('do not report a link to an existing version whose facts are wrong', () => {
    const broken = version('2024-01-01').replace('title:', 'titel:');
    const linking = version('2024-11-12', '[x](/staff/#who-we-are) [y](/staff/2024-01-01/)');
    const files = { 'staff/2024-01-01.mdx': broken, 'customers/2024-11-12.mdx': linking };
    expect(places(check(files))).toEqual(['key-unknown notices/staff/2024-01-01.mdx:2:1']);
  });

  it('do not report a link to a section of a version that cannot be parsed', () => {
    const linking = version('2024-11-12', '[x](/staff/#anything)');
    const files = {
      'staff/2024-01-01.mdx': version('2024-01-01', '<div>'),
      'customers/2024-11-12.mdx': linking,
    };
    expect(places(check(files))).toEqual(['mdx-syntax notices/staff/2024-01-01.mdx:12:1']);
  });
});

describe('drafts', () => {
  it('need no date in their name', () => {
    expect(places(check({ 'customers/draft.mdx': version('2027-01-01') }))).toEqual([]);
  });

  it('are checked like any version', () => {
    const draft = version('2027-02-30', '[x](#gone)');
    expect(places(check({ 'customers/draft.mdx': draft }))).toEqual([
      'date-impossible notices/customers/draft.mdx:3:12',
      'date-impossible notices/customers/draft.mdx:4:12',
      'link-anchor-missing notices/customers/draft.mdx:12:1',
    ]);
  });

  it('may have the effective date of a published version', () => {
    const files = {
      'customers/2024-11-12.mdx': version('2024-11-12'),
      'customers/draft.mdx': version('2024-11-12'),
    };
    expect(places(check(files))).toEqual([]);
  });

  it('must be in the folder of a notice', () => {
    expect(places(check({ 'draft.mdx': version('2027-01-01') }))).toEqual([
      'file-misplaced notices/draft.mdx:1:1',
    ]);
  });
});

describe('other files', () => {
  it('are ignored', () => {
    const files = {
      'notices.lock.json': '{',
      'customers/README.md': 'Not a version.',
      'customers/search/notes.txt': '',
      'history/logo.svg': '<svg',
    };
    expect(check(files)).toMatchObject({ versions: [], findings: [] });
  });
});

describe('how a file was saved', () => {
  const faulty = version('2024-11-12', '[x](#gone)', '', '{name} <Controler />').replace(
    'phone:',
    'fone:',
  );
  const good = version('2024-11-12', 'We are Harbourlight.');
  const asSaved: [string, (text: string) => string][] = [
    ['a byte-order mark', (text) => `\uFEFF${text}`],
    ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['both', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['old Macintosh line ends', (text) => text.replaceAll('\n', '\r')],
  ];
  const one = (text: string) => check({ 'customers/2024-11-12.mdx': text });

  it.each(asSaved)('does not change a fact: %s', (_name, save) => {
    expect(contentOf(one(save(good)))).toEqual(contentOf(one(good)));
  });

  it.each(asSaved)('does not change the place or the words of a finding: %s', (_name, save) => {
    expect(places(one(faulty))).toHaveLength(5);
    expect(one(save(faulty)).findings).toEqual(one(faulty).findings);
  });
});

const histories = path.resolve(import.meta.dirname, '../../../shared/corpus/histories');
const hasHistories = existsSync(histories);
if (!hasHistories) {
  process.stdout.write('Skipped: the real histories are not in ../shared/corpus/histories\n');
}

describe.runIf(hasHistories)('the real histories', () => {
  const files = globSync('{basecamp,telegram}/*.mdx', { cwd: histories }).map(
    (name): FolderFile => ({
      path: name.split(path.sep).join('/'),
      file: name,
      bytes: readFileSync(path.join(histories, name)),
    }),
  );

  it('have no errors, and are returned in full', { timeout: 30_000 }, () => {
    const { versions, findings } = checkFolder(files, SURROUNDINGS, (file) =>
      readVersionFile(file, String),
    );
    expect(findings.filter(isError)).toEqual([]);
    expect(versions).toHaveLength(files.length);
    expect(files.length).toBeGreaterThan(40);
  });
});
