import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAndCheckFolder } from './folder.ts';
import type { CheckedFolder } from '../checks/folder.ts';
import type { IsoDate } from '../notices/dates.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'folder-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  const absolute = path.join(root, file);
  mkdirSync(path.dirname(absolute), { recursive: true });
  writeFileSync(absolute, text);
}

const check = (drafts = false): Promise<CheckedFolder> =>
  readAndCheckFolder({
    directory: path.join(root, 'notices'),
    today: '2026-11-22' as IsoDate,
    publicDirectory: path.join(root, 'public'),
    root,
    pages: [],
    drafts,
  });

const version = (effective: string, ...body: string[]): string =>
  [
    '---',
    'title: Customer privacy notice',
    `published: "${effective}"`,
    `effective: "${effective}"`,
    'controller: { name: Harbourlight, contact: { email: privacy@harbourlight.example } }',
    '---',
    '',
    ...body,
    '',
  ].join('\n');

describe('what has the name of a version and is no file', async () => {
  const found = async () =>
    (await check()).findings.map(({ code, file, message }) => `${code} ${file}: ${message}`);

  beforeEach(() => {
    write('notices/customers/2026-01-31.mdx', version('2026-01-31', 'Text.'));
  });

  it('is reported if it is a folder, also one that holds versions', async () => {
    write('notices/customers/2026-02-01.mdx/.keep', '');
    write('notices/acme.mdx/2026-01-31.mdx', version('2026-01-31', 'Text.'));
    expect(await found()).toEqual([
      'file-unreadable notices/acme.mdx: "acme.mdx" is a folder, not a file',
      'file-unreadable notices/customers/2026-02-01.mdx: "2026-02-01.mdx" is a folder, not a file',
    ]);
  });

  it.skipIf(process.platform === 'win32')('is reported if it is a pipe or a device', async () => {
    const folder = path.join(root, 'notices/customers');
    execFileSync('mkfifo', [path.join(folder, '2026-02-01.mdx')]);
    symlinkSync('/dev/zero', path.join(folder, '2026-02-02.mdx'));
    expect(await found()).toEqual([
      'file-unreadable notices/customers/2026-02-01.mdx: "2026-02-01.mdx" is a pipe, not a file',
      'file-unreadable notices/customers/2026-02-02.mdx: "2026-02-02.mdx" is a device, not a file',
    ]);
  });

  it.skipIf(process.platform === 'win32')(
    'is reported if it is a link that leads nowhere',
    async () => {
      const folder = path.join(root, 'notices/customers');
      symlinkSync('2026-02-01.mdx', path.join(folder, '2026-02-01.mdx'));
      symlinkSync('nothing.mdx', path.join(folder, '2026-02-02.mdx'));
      symlinkSync('..', path.join(folder, 'up'));
      expect(await found()).toEqual([
        'file-unreadable notices/customers/2026-02-01.mdx: "2026-02-01.mdx" is a link that leads back to itself',
        'file-unreadable notices/customers/2026-02-02.mdx: "2026-02-02.mdx" is a link to a file that does not exist',
      ]);
    },
  );

  it('is the only finding in a folder without versions', async () => {
    rmSync(path.join(root, 'notices'), { recursive: true });
    write('notices/customers/2026-02-01.mdx/.keep', '');
    expect((await check()).findings.map(({ code }) => code)).toEqual(['file-unreadable']);
  });
});

describe('the folder of notices', () => {
  it('is reported if it is missing', async () => {
    expect(await check()).toMatchObject({
      versions: [],
      findings: [
        {
          code: 'folder-missing',
          severity: 'error',
          file: 'notices',
          line: 1,
          column: 1,
          message: 'there is no folder "notices"',
          hint: expect.stringContaining('npx noticeboard new customers'),
        },
      ],
    });
  });

  it('is reported if it is a link that leads nowhere', async () => {
    symlinkSync(path.join(root, 'nowhere'), path.join(root, 'notices'));
    expect((await check()).findings).toMatchObject([
      { code: 'folder-missing', message: expect.stringContaining('a broken link') },
    ]);
  });

  it('is reported if it is a file', async () => {
    write('notices', 'not a folder');
    expect((await check()).findings).toMatchObject([{ code: 'folder-missing', file: 'notices' }]);
  });

  it('is reported if it is empty', async () => {
    write('notices/README.md', 'No version.');
    expect(await check()).toMatchObject({
      versions: [],
      findings: [
        {
          code: 'folder-empty',
          severity: 'error',
          file: 'notices',
          line: 1,
          column: 1,
          message: 'the folder "notices" contains no versions',
          hint: expect.stringContaining('npx noticeboard new customers'),
        },
      ],
    });
  });

  it('is reported as empty if it holds only a draft', async () => {
    write('notices/customers/draft.mdx', version('2027-01-01', 'Text.'));
    expect((await check(false)).findings).toMatchObject([{ code: 'folder-empty' }]);
  });

  it('may hold versions, which are named by their path from the project', async () => {
    write('notices/acme/customers/2024-11-12.mdx', version('2024-11-12', 'Text.'));
    const { versions, findings } = await check();
    expect(findings).toEqual([]);
    expect(versions.map(({ notice, file }) => [notice, file])).toEqual([
      ['acme/customers', 'notices/acme/customers/2024-11-12.mdx'],
    ]);
  });
});

describe('drafts', () => {
  it.each([
    [false, ['2024-11-12']],
    [true, ['2024-11-12', 'draft']],
  ])('are read if requested: %s', async (drafts, names) => {
    write('notices/customers/2024-11-12.mdx', version('2024-11-12', 'Text.'));
    write('notices/customers/draft.mdx', version('2027-01-01', 'Text.'));
    expect((await check(drafts)).versions.map(({ name }) => name)).toEqual(names);
  });

  it('with errors are reported only if requested', async () => {
    write('notices/customers/2024-11-12.mdx', version('2024-11-12', 'Text.'));
    write('notices/customers/draft.mdx', 'No frontmatter');
    expect([await check(false), await check(true)].map(({ findings }) => findings.length)).toEqual([
      0, 1,
    ]);
  });
});

describe('files of the site', () => {
  it('may be link targets and pictures if they exist', async () => {
    write('public/files/form one.pdf', '');
    write('public/images/map.png', '');
    write(
      'notices/customers/2024-11-12.mdx',
      version('2024-11-12', '[form](/files/form%20one.pdf) ![map](/images/map.png)'),
    );
    expect((await check()).findings).toEqual([]);
  });

  it('are reported if they do not exist', async () => {
    write('notices/customers/2024-11-12.mdx', version('2024-11-12', '![map](/images/map.png)'));
    expect((await check()).findings).toMatchObject([
      { code: 'link-target-missing', line: 8, message: 'there is no image "/images/map.png"' },
    ]);
  });
});
