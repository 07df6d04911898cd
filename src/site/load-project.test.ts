import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  configurationIn,
  findProject,
  noteProject,
  notedProject,
  type Project,
} from './load-project.ts';

const work = realpathSync(mkdtempSync(path.join(tmpdir(), 'project-')));
afterAll(() => rmSync(work, { recursive: true }));

/** A folder with files, each with these bytes. */
function folderWith(name: string, files: Readonly<Record<string, string>>): string {
  const folder = path.join(work, name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  return folder;
}

const projectIn = (root: string): Project => ({
  publicDirectory: path.join(root, 'public'),
  pagesDirectory: path.join(root, 'src', 'pages'),
  outDirectory: path.join(root, 'dist'),
  path: '/',
  base: '/',
  language: 'en-GB',
});

describe('the configuration of a project', () => {
  it('is the one that Astro reads where there are several', () => {
    const root = folderWith('several', { 'astro.config.js': '', 'astro.config.mjs': '' });
    expect(configurationIn(root)).toBe('astro.config.mjs');
  });

  it('is not a file that Astro does not read', () => {
    const root = folderWith('old', { 'astro.config.cjs': '', 'astro.config.json': '' });
    expect(configurationIn(root)).toBeUndefined();
  });

  it('is looked for in the folders around', () => {
    const root = folderWith('around', { 'astro.config.ts': '' });
    expect(findProject(path.join(root, 'src', 'content'))).toBe(root);
  });
});

describe('what is noted of a project', () => {
  const root = folderWith('noted', { 'astro.config.mjs': 'export default {}' });
  noteProject(root, projectIn(root));

  it('is known as long as its configuration stays', () => {
    expect(notedProject(root)).toEqual(projectIn(root));
    expect(notedProject(root + path.sep)).toEqual(projectIn(root));
    const changed = folderWith('changed', { 'astro.config.mjs': 'export default {}' });
    noteProject(changed, projectIn(changed));
    folderWith('changed', { 'astro.config.mjs': 'export default { publicDir: "static" }' });
    expect(notedProject(changed)).toBeUndefined();
  });

  it.each([
    'import settings from "./settings.mjs";',
    "import { name } from './settings.mjs';",
    "import settings from './settings.json' with { type: 'json' };",
    "const settings = await import('./settings');",
  ])('is not known once a file that is imported has changed: %s', (configuration) => {
    const name = `imports-${configuration.length}`;
    const settings = ['settings.mjs', 'settings.json', 'settings.ts'];
    const withSettings = (text: string): string =>
      folderWith(name, Object.fromEntries(settings.map((file) => [file, text])));
    const importing = withSettings('1');
    folderWith(name, { 'astro.config.mjs': configuration });
    noteProject(importing, projectIn(importing));
    expect(notedProject(importing)).toBeDefined();
    withSettings('2');
    expect(notedProject(importing)).toBeUndefined();
  });

  it('is not known of its copy, which has its own folders', () => {
    const copy = path.join(work, 'copy');
    cpSync(root, copy, { recursive: true });
    expect(notedProject(copy)).toBeUndefined();
  });
});
