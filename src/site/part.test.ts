/** A folder of notices that is a part of one with a lock and a record for all its parts. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import {
  locksPathOf,
  readLock,
  readLockedFolder,
  readText,
  recordedWith,
} from '../record/files.ts';
import { finishPublishing, journalPathOf, originOf } from '../record/journal.ts';
import { checkRecord } from '../record/texts.ts';
import { readAndCheckFolder } from './folder.ts';
import { loadSite } from './load.ts';
import { readSettings } from './settings.ts';

const SAMPLE = path.resolve('src/content/notices');
const today = '2026-11-27' as IsoDate;
let root = '';
const at = (file: string): string => path.join(root, file);
const optionsFor = (directory: string) => ({
  ...{ root, directory, publicDirectory: path.resolve('public'), pages: [], drafts: false, today },
  settings: readSettings({ name: 'N', accent: { light: '#0b5c75', dark: '#7cc7de' } }),
  base: '/',
});

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'part-'));
  for (const end of ['', '.locks', '.record']) {
    cpSync(`${SAMPLE}${end}`, at(`notices${end}`), { recursive: true });
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** What a build of a part finds before it renders anything. */
async function found(part = 'larkrise'): Promise<string[]> {
  const options = optionsFor(at(`notices/${part}`));
  const { versions, findings } = await readAndCheckFolder(options);
  const locked = readLockedFolder(options.directory, versions, options);
  const record = checkRecord(locked, versions, options.directory, true);
  return [...record, ...findings.filter(({ code }) => code.startsWith('link-'))].map(
    ({ code, file, line }) => `${code} ${file}:${line}`,
  );
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(at(file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(at(file), text.replace(from, to));
}

const lockOf = (id: string): string => `notices.locks/${path.dirname(id)}.json`;
const lineOf = (key: string): number =>
  readFileSync(at(lockOf(key)), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(`"${key}": {`)) + 1;

describe('the record of a part', () => {
  it.each(['larkrise', 'quillmere'])(
    'has the entries and texts of %s, and nothing is found',
    async (part) => {
      const whole = readLock(at('notices'))?.versions ?? {};
      const own = readLock(at(`notices/${part}`))?.versions ?? {};
      const ids = Object.keys(whole).filter((id) => id.startsWith(`${part}/`));
      expect(Object.keys(own).map((id) => `${part}/${id}`)).toEqual(ids);
      for (const [id, entry] of Object.entries(own)) {
        expect(entry).toEqual(whole[`${part}/${id}`]);
        const text = readText(at('notices'), `${part}/${id}`);
        expect(readText(at(`notices/${part}`), id)).toBe(text);
      }
      expect(await found(part)).toEqual([]);
    },
  );

  it('is its own as soon as it has one', () => {
    writeFileSync(at('notices/larkrise.lock.json'), '{}');
    expect(recordedWith(at('notices/larkrise'))).toMatchObject({ part: '' });
    expect(locksPathOf(at('notices/quillmere'))).toBe(locksPathOf(at('notices')));
  });

  it('is found a few folders around it, and not without end', () => {
    mkdirSync(at('notices/a/b/c/d'), { recursive: true });
    expect(recordedWith(at('notices/a/b/c')).part).toBe('a/b/c/');
    expect(recordedWith(at('notices/a/b/c/d')).part).toBe('');
  });

  it('is written from one journal, which a build of a part finishes', () => {
    const file = 'notices.record/quillmere/a.txt';
    const journal = { of: originOf(at('notices')), changes: [{ file, content: 'A' }], end: true };
    writeFileSync(journalPathOf(at('notices')), JSON.stringify(journal));
    expect(finishPublishing(at('notices/larkrise'))).toBe(true);
    expect(readFileSync(at(file), 'utf8')).toBe('A');
  });
});

describe('a build of a part', () => {
  const members = 'larkrise/members/2022-04-11';
  const customers = 'quillmere/customers/2024-11-12';
  it.each<[string, () => void, () => string[]]>([
    [
      'a version that is gone',
      () => rmSync(at(`notices/${members}.mdx`)),
      () => [`version-removed ${lockOf(members)}:${lineOf(members)}`],
    ],
    [
      'a changed version',
      () => edit(`notices/${members}.mdx`, '\n## ', '\nMore.\n\n## '),
      () => [`version-changed notices/${members}.mdx:1`],
    ],
    [
      'a changed text of the record',
      () => edit(`notices.record/${members}.txt`, 'Larkrise', 'Larkfall'),
      () => [`record-changed notices/${members}.mdx:1`],
    ],
    [
      'an entry of another part that was edited',
      () => edit(lockOf(customers), '"published": "2024-11-12"', '"published": "2024-11-11"'),
      () => [`seal-broken ${lockOf(customers)}:${lineOf(customers)}`],
    ],
    [
      'a lock that cannot be read',
      () => edit(lockOf(customers), '{', '<<<<<<< ours\n{'),
      () => [`lock-unreadable ${lockOf(customers)}:1`],
    ],
    [
      'a lock that is gone, but not its record',
      () => rmSync(at('notices.locks'), { recursive: true }),
      () => ['lock-lost notices/larkrise:1'],
    ],
    [
      'a version that is not in the lock',
      () =>
        cpSync(at('notices/larkrise/members'), at('notices/larkrise/guests'), { recursive: true }),
      () =>
        ['02', '04', '06'].map(
          () => expect.stringMatching(/^version-repeated notices\/larkrise\/guests/) as string,
        ),
    ],
  ])('refuses %s', async (_, change, expected) => {
    change();
    const faults = await found();
    expect(faults).toEqual(expected());
  });

  it('refuses a part that was renamed, instead of beginning a record of its own', async () => {
    cpSync(at('notices/larkrise'), at('notices/lark'), { recursive: true });
    expect(
      new Set(
        (await found('lark'))
          .map((each) => each.split(' ')[0])
          .filter((code) => !code?.startsWith('link')),
      ),
    ).toEqual(new Set(['version-unlocked']));
  });

  it.each(['quillmere', 'copperwake'])('ignores the files of %s', async (other) => {
    rmSync(at(`notices/${other}`), { recursive: true });
    expect(await found()).toEqual([]);
  });
});

describe('a link between notices of a part', () => {
  const write = (file: string, link: string): void => {
    const date = path.basename(file, '.mdx');
    const facts = `title: T\npublished: "${date}"\neffective: "${date}"\ncontroller: { name: L, contact: { email: a@l.example } }`;
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), `---\n${facts}\n---\n\nSee [this](${link}).\n`);
  };

  it('may be written as in the site of the whole, with an anchor that is checked', async () => {
    write('notices/larkrise/shop/2026-11-27.mdx', '/larkrise/members/#marketing');
    write('notices/larkrise/club/2026-11-27.mdx', '/larkrise/members/#none');
    write('notices/larkrise/pool/2026-11-27.mdx', '/quillmere/customers/');
    expect((await found()).filter((each) => each.startsWith('link'))).toEqual([
      'link-anchor-missing notices/larkrise/club/2026-11-27.mdx:8',
      'link-target-missing notices/larkrise/pool/2026-11-27.mdx:8',
    ]);
  });

  it('is redirected to where the notice is in the site of the part', async () => {
    const redirectsOf = async (directory: string) => {
      const options = optionsFor(at(directory));
      return loadSite(options, await readAndCheckFolder(options)).settings.redirects;
    };
    expect(await redirectsOf('notices')).toEqual([]);
    expect(
      (await redirectsOf('notices/larkrise')).toSorted((a, b) => (a.to < b.to ? -1 : 1)),
    ).toEqual([
      { from: '/larkrise/members/', to: '/members/' },
      { from: '/larkrise/prize-draw/', to: '/prize-draw/' },
    ]);
  });
});
