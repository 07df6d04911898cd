import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readSettings } from '../site/settings.ts';
import { copyPublicFiles, filesOfSettings } from './public-files.ts';

const work = mkdtempSync(path.join(tmpdir(), 'public-files-'));
afterAll(() => rmSync(work, { recursive: true }));
const publicDirectory = path.join(work, 'public');
mkdirSync(publicDirectory);
const NAMES = ['/a map.svg', '/a%20map.svg', '/100%.svg', '/map #2.svg'];
for (const name of NAMES) writeFileSync(path.join(publicDirectory, name), name);

it('files are copied by their names, which may look like addresses', () => {
  const site = path.join(work, 'site', 'privacy');
  copyPublicFiles(publicDirectory, site, NAMES);
  expect(NAMES.map((name) => readFileSync(path.join(site, name), 'utf8'))).toEqual(NAMES);
});

it('files that the settings have the addresses of are copied too', () => {
  const settings = readSettings({
    name: 'N',
    accent: { light: '#0b5c75', dark: '#7cc7de' },
    logo: { light: '/a%20map.svg', dark: '/map%20%232.svg' },
  });
  const names = filesOfSettings(settings, publicDirectory);
  expect(names).toEqual(['/a map.svg', '/map #2.svg']);
  copyPublicFiles(publicDirectory, path.join(work, 'other'), names);
  expect(existsSync(path.join(work, 'other', 'map #2.svg'))).toBe(true);
});
