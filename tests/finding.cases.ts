/** Searches of which there may be few or thousands. */
import type { BuiltSite } from './setup/site.ts';
import { describe, expect, it } from 'vitest';
import {
  all,
  attribute,
  classesOf,
  elementsIn,
  wordsOf,
  type Element,
  type Node,
} from './setup/html.ts';
import { addressOf, answered, searcher, statusOf } from './setup/search.ts';
import { kindOf, pagesOf, useBrowser } from './setup/site.ts';

const openPage = useBrowser();
const { search } = searcher(openPage);

/** What can be kept from a search, a file of each kind, and what else the search is asked for. */
export const BLOCKED: [files: string, asked: Record<string, string>][] = [
  ['**/table.json', {}],
  ['**/*.pagefind', {}],
  ['**/*.pf_index', {}],
  ['**/*.pf_fragment', {}],
  ['**/pagefind.js', {}],
  ['**/pagefind/past/**', { past: '1' }],
];

/** Tests what the search says while files do not come, and after they do. */
export function testBlocked(sample: BuiltSite, blocked: typeof BLOCKED): void {
  describe('the search', () => {
    it.each(blocked)(
      'shows an error while %s is blocked, and recovers afterwards',
      async (files, asked) => {
        const page = await openPage();
        await page.route(files, (route) => route.abort());
        await page.goto(addressOf(sample, { q: 'retention', ...asked }));
        await answered(page);
        expect(await statusOf(page)).toContain('Search could not be loaded');
        await page.unroute(files);
        await page.getByRole('button', { name: 'Search' }).click();
        // A browser keeps a script that failed to load for as long as the page is open.
        if (files !== '**/pagefind.js') {
          await expect.poll(() => statusOf(page)).toContain('for “retention”');
        }
        await page.context().close();
      },
    );
  });
}

/** Ways to write words as a query. */
export const WAYS: [string, (words: string) => string][] = [
  ['as they are', (words) => words],
  ['in quotes', (words) => `"${words.replaceAll('"', '')}"`],
];

/** The elements of some tags within a node. */
const tagged = (node: Node, tags: RegExp): Element[] =>
  elementsIn(node).filter(({ tagName }) => tags.test(tagName));

/** Five words of each section in force, as they stand on the page of its notice. */
function fiveWordsOf(site: BuiltSite, every: number): { href: string; words: string }[] {
  return pagesOf(site)
    .filter((page) => kindOf(page) === 'notice')
    .flatMap(({ path: address, document }) =>
      tagged(document, /^section$/)
        .filter((section) => attribute(section, 'class')?.startsWith('level-'))
        .flatMap((section) => {
          const heading = tagged(all(section, 'div.heading')[0]!, /^h[2-6]$/)[0]!;
          const within = tagged(section, /^section$/).flatMap((inner) =>
            tagged(inner, /^(p|li|td|dd)$/),
          );
          const inner = new Set(within);
          const texts = tagged(section, /^(p|li|td|dd)$/)
            .filter((element) => !inner.has(element) && !classesOf(element).includes('now'))
            .filter((element) => tagged(element, /^(p|li|td|dd)$/).length === 0)
            .map((element) => wordsOf(element).split(/\s+/))
            .filter((words) => words.length >= 5);
          return texts
            .filter((_, index) => every === 1 || index === Math.floor(texts.length / every))
            .map((words) => {
              const at = Math.floor((words.length - 5) / 2);
              const href = `${site.base}${address.slice(1)}#${attribute(heading, 'id') ?? ''}`;
              return { href, words: words.slice(at, at + 5).join(' ') };
            });
        }),
    );
}

export interface Asked {
  ways: typeof WAYS;
  /** 1 asks for every paragraph, item and cell; 2 for the middle one of each section. */
  every: number;
  /** One of so many of those is asked for. */
  step: number;
}

/** Tests that sections are found by words of theirs. */
export function testFinding(site: BuiltSite, { ways, every, step }: Asked): void {
  describe(`in the site ${site.name}`, () => {
    it.each(ways)(
      'five words of a section find it %s, at its anchor',
      async (_, quote) => {
        const asked = fiveWordsOf(site, every).filter((_, index) => index % step === 0);
        expect(asked.length).toBeGreaterThan(30);
        const page = await search(site, { q: 'a' });
        const missed: string[] = [];
        for (const { href, words } of asked) {
          const isFound = await page.evaluate(
            async ([query, wanted]) => {
              const box = document.querySelector<HTMLInputElement>('form.search input')!;
              const state = document.querySelector<HTMLElement>('.search-page')!.dataset;
              const more = document.querySelector<HTMLButtonElement>('.more')!;
              const pause = () => new Promise((next) => setTimeout(next, 1));
              box.value = query;
              box.form!.requestSubmit();
              while (state['state'] === 'searching') await pause();
              for (;;) {
                const results = document.querySelectorAll('.result');
                const links = [...results].map((result) => result.querySelector('a')!);
                const addresses = links.map((link) => link.getAttribute('href')!.split(':~:')[0]!);
                if (addresses.some((address) => decodeURI(address) === wanted)) return true;
                if (more.hidden) return false;
                more.click();
                while (document.querySelector('.result') === results[0]) await pause();
              }
            },
            [quote(words), href] as const,
          );
          if (!isFound) missed.push(`${href}: ${words}`);
        }
        process.stdout.write(`${asked.length} sections or lines of ${site.name} looked for.\n`);
        expect(missed).toEqual([]);
      },
      1_800_000,
    );
  });
}
