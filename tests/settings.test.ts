/** What the settings of a site do not change unless they are set, and what they refuse. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { logoFault } from '../src/exports/cards/logo.ts';
import { missingFrom, readSettings } from '../src/site/settings.ts';
import { namesOfFiles } from './setup/build.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at } = useWorkshop('settings');

describe('optional settings', () => {
  it('have no effect by default', () => {
    const asItIs = inject('samples')[0]!;
    const files = namesOfFiles(asItIs.folder);
    const read = (file: string): string => readFileSync(path.join(asItIs.folder, file), 'utf8');
    expect(files).not.toContain('.well-known/gpc.json');
    expect(files.filter((file) => file.endsWith('.jsonld'))).toEqual([]);
    expect(read('larkrise/members/2019-09-02/index.html')).toContain('noindex');
    // Only those of comparisons.
    const redirects = read('_redirects').trim().split('\n');
    expect(redirects.filter((line) => !line.includes('/compare/'))).toEqual([]);
  });
});

describe('a logo or a font that a site cannot use', () => {
  const settings = readSettings({
    name: 'Notices',
    accent: { light: '#0b5c75', dark: '#7cc7de' },
    logo: '/other.png',
    font: { family: 'A', regular: '/fonts/none.woff2' },
  });

  it('is reported if it is missing, with what to do', () => {
    expect(
      missingFrom(
        settings,
        () => false,
        () => false,
      ),
    ).toEqual([
      'logo: there is no file public/other.png; add it, or remove logo',
      'font.regular: there is no file public/fonts/none.woff2; add it, or remove font',
    ]);
  });

  it.each([
    ['no picture', 'not a picture', 'is not a picture'],
    ['huge', 'x'.repeat(300_000), 'has 293 KB'],
  ])('is reported if it is %s', async (name, content, message) => {
    const file = at(`${name}.png`);
    writeFileSync(file, content);
    expect(await logoFault(file)).toContain(message);
  });
});
