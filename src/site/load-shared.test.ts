import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { shareNotices } from './load-shared.ts';
import { readSettings } from './settings.ts';
import { sharedNotices, type SharedNotices } from './shared.ts';
import type { Site } from './site.ts';

const root = mkdtempSync(path.join(tmpdir(), 'shared-'));
const directory = path.join(root, 'notices');
afterAll(() => rmSync(root, { recursive: true }));

function write(name: string, words: string): void {
  const lines = ['title: Parcels', `published: "${name}"`, `effective: "${name}"`];
  const controller = ['controller:', '  name: P', '  contact:', '    email: p@parcels.example'];
  const text = ['---', ...lines, ...controller, '---', '', words, ''].join('\n');
  writeFileSync(path.join(directory, 'parcels', `${name}.mdx`), text);
}

let notices: SharedNotices;

beforeEach(() => {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(path.join(directory, 'parcels'), { recursive: true });
  write('2025-01-01', 'Good words.');
  write('2026-01-01', 'Other words.');
  notices = shareNotices({
    root,
    directory,
    publicDirectory: path.join(root, 'public'),
    drafts: true,
    pages: [],
    today: '2026-11-27' as IsoDate,
    settings: readSettings({ name: 'Parcels', accent: { light: '#0b5c75', dark: '#7cc7de' } }),
    base: '/',
  });
});

it('gives everything in the process the same folder and the same site', async () => {
  const found = sharedNotices(root);
  const [folder, site, again, siteAgain] = await Promise.all([
    notices.folder(),
    notices.site(),
    found.folder(),
    found.site(),
  ]);
  expect(again).toBe(folder);
  expect(siteAgain).toBe(site);
  expect(site.notices.map(({ id }) => id)).toEqual(['parcels']);
});

it('names the project that has no notices to share', () => {
  expect(() => sharedNotices('/elsewhere')).toThrow('/elsewhere lack noticeboard()');
});

it('reads again what has changed, and only that', async () => {
  const before = await notices.folder();
  const documents = before.versions.map(({ document }) => document());
  write('2026-01-01', 'Better words.');
  expect(await notices.folder()).toBe(before);
  notices.forget();
  const after = await notices.folder();
  expect(after.files.map((file, index) => file === before.files[index])).toEqual([true, false]);
  expect(after.versions.map(({ document }, at) => document() === documents[at])).toEqual([
    true,
    false,
  ]);
  expect(after.versions[1]?.text()).toContain('Better words.');
});

it('hands each site that is made to those who follow it', async () => {
  const made: Site[] = [];
  notices.follow((site) => void made.push(site));
  const first = await notices.site();
  await notices.site();
  notices.forget();
  expect(made).toEqual([first]);
  const second = await notices.site();
  expect(second).not.toBe(first);
  expect(made).toEqual([first, second]);
});

it('hands on no site of notices that have changed while it was made', async () => {
  const made: Site[] = [];
  notices.follow((site) => void made.push(site));
  const before = notices.site();
  notices.forget();
  const after = await notices.site();
  await before;
  expect(made).toEqual([after]);
});
