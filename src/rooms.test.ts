import { readdirSync } from 'node:fs';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { ROOMS, roomRules } from '../eslint.rooms.js';

const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: roomRules });

/** What the rules of the rooms say about a file with this text. */
async function faults(file: string, text: string): Promise<string[]> {
  const results = await eslint.lintText(text, { filePath: file });
  return results.flatMap(({ messages }) => messages.map(({ message }) => message));
}

const importing = (specifier: string) => `import { x } from '${specifier}';\nx();\n`;

describe('the rooms of src', () => {
  it('are its folders, all but the content and what is not built yet', () => {
    const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'content')
      .map(({ name }) => name);
    const planned = ['import', 'law'];
    expect(new Set([...folders, ...planned])).toEqual(new Set(Object.keys(ROOMS)));
  });

  it.each([
    ['src/document/x.ts', '../notices/names.ts'],
    ['src/compare/redline/x.ts', '../../words/shape.ts'],
    ['src/compare/x.ts', '../mdx/source.ts'],
    ['src/words/cy/x.ts', '../../views/versions.ts'],
    ['src/browser/x.ts', '../exports/feeds.ts'],
    ['src/views/x.ts', '../site/settings.ts'],
    ['src/checks/x.ts', 'node:fs'],
    ['src/site/x.ts', 'node:fs'],
    ['src/pages/[...notice]/x.ts', 'node:fs/promises'],
    ['src/exports/x.ts', 'fs'],
    ['src/exports/x.ts', 'astro:content'],
    ['src/site/x.ts', 'virtual:noticeboard/bodies'],
  ])('keep %s from importing %s', async (file, specifier) => {
    expect(await faults(file, importing(specifier))).toHaveLength(1);
  });

  it.each([
    ['src/compare/redline/x.ts', '../words.ts'],
    ['src/compare/redline/x.ts', '../../notices/dates.ts'],
    ['src/site/folder.ts', 'node:fs'],
    ['src/exports/pdf/x.ts', 'node:fs'],
    ['src/exports/cards/x.ts', '../../site/settings.ts'],
    ['src/pages/[...notice]/x.ts', 'astro:content'],
    ['src/document/x.test.ts', '../notices/names.ts'],
  ])('let %s import %s', async (file, specifier) => {
    expect(await faults(file, importing(specifier))).toEqual([]);
  });

  it('keep what only a page has to the browser', async () => {
    const text = 'document.querySelector("p");\n';
    expect(await faults('src/views/x.ts', text)).toHaveLength(1);
    expect(await faults('src/browser/x.ts', text)).toEqual([]);
    expect(await faults('src/views/x.ts', 'export const f = (document) => document.lead;')).toEqual(
      [],
    );
  });
});
