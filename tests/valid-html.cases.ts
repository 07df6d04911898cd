import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, it } from 'vitest';
import { namesOfFiles } from './setup/build.ts';
import { kindOf, type BuiltSite } from './setup/site.ts';

/** The page of a file; parts for pages of other sites are a kind of their own. */
const kindOfFile = (file: string): string =>
  file.includes('/parts/')
    ? 'part'
    : kindOf({ path: `/${file.replace(/(^|\/)index\.html$/, '$1')}` });

/** So many of some files, spread over all of them. */
const spread = (files: readonly string[], most: number): string[] =>
  files.filter(
    (_, index) =>
      Math.floor((index * most) / files.length) !== Math.floor(((index - 1) * most) / files.length),
  );

/**
 * Tests that the pages of a site are valid HTML.
 *
 * @param most so many pages of each kind are looked at
 */
export function testValidHtml(site: BuiltSite, most = Infinity): void {
  it('is valid HTML to a validator', { timeout: 1_800_000 }, async () => {
    const validator = new HtmlValidate(
      new StaticConfigLoader({ extends: ['html-validate:standard'] }),
    );
    const faultsIn = async (html: string, name: string): Promise<string[]> => {
      const { results } = await validator.validateString(html, name);
      return results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${name}:${line} ${ruleId}: ${message}`),
      );
    };
    expect(await faultsIn('<p id="a"></p><p id="a"></p>', 'broken')).not.toEqual([]);
    const pages = namesOfFiles(site.folder).filter((file) => file.endsWith('.html'));
    const kinds = [...Map.groupBy(pages, kindOfFile).values()];
    const chosen = kinds.flatMap((files) => spread(files, Math.min(most, files.length)));
    expect(kinds.length).toBeGreaterThan(8);
    expect(chosen.length).toBeGreaterThanOrEqual(kinds.length);
    for (const file of chosen)
      expect(await faultsIn(readFileSync(path.join(site.folder, file), 'utf8'), file)).toEqual([]);
  });
}
