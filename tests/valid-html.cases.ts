import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, it } from 'vitest';
import { namesOfFiles } from './setup/build.ts';
import type { BuiltSite } from './setup/site.ts';

/**
 * Tests that the pages of a site are valid HTML.
 *
 * @param every one of so many pages is looked at, in the order of their names
 */
export function testValidHtml(site: BuiltSite, every: number): void {
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
    const chosen = pages.filter((_, index) => index % every === 0);
    for (const file of chosen)
      expect(await faultsIn(readFileSync(path.join(site.folder, file), 'utf8'), file)).toEqual([]);
  });
}
