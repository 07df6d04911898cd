import path from 'node:path';
import axe from 'axe-core';
import { expect, inject, it } from 'vitest';
import { namesOfFiles } from './setup/build.ts';
import { answered } from './setup/search.ts';
import {
  kindOf,
  leave,
  useBrowser,
  pagesOf,
  sharing,
  urlOf,
  type BuiltSite,
} from './setup/site.ts';

const sample = inject('samples')[0]!;

const openPage = useBrowser();
const pageForAxe = sharing(openPage, { bypassCSP: true });

/** What axe finds wrong with a page in each of its looks, as rule and place. */
async function violationsOf(
  site: BuiltSite,
  address: string,
  inLooks: readonly Look[],
): Promise<Record<string, string[]>> {
  const page = await pageForAxe();
  await page.goto(urlOf(site, address));
  if (address.includes('?q=')) await answered(page);
  await page.evaluate(axe.source);
  const found: Record<string, string[]> = {};
  for (const { mode, width } of inLooks) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({
      colorScheme: mode === 'dark' ? 'dark' : 'light',
      forcedColors: mode === 'forced colours' ? 'active' : 'none',
      reducedMotion: 'reduce',
    });
    // What is folded is read as well.
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = true;
    });
    const { violations, passes } = await page.evaluate(() =>
      window.axe.run({ resultTypes: ['violations'] }),
    );
    expect(passes.length).toBeGreaterThan(10);
    const places = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
    if (places.length > 0) found[`${mode} at ${width} px`] = places;
  }
  return found;
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

export interface Look {
  mode: 'light' | 'dark' | 'forced colours';
  width: number;
}

/** Every mode in every width. */
export const EVERY_LOOK = (['light', 'dark', 'forced colours'] as const).flatMap((mode) =>
  [320, 768, 1280].map((width): Look => ({ mode, width })),
);
/** Each mode and each width once. */
export const EACH_LOOK_ONCE = EVERY_LOOK.filter((_, index) => index % 4 === 0);

type Example = [name: string, address: string];

/** A page of each kind of those that differ most. */
export const EXAMPLES: readonly Example[] = [
  ['home', '/'],
  ['notice with a first layer', '/copperwake/website/'],
  ['scheduled version', '/parleyvane/users/2027-01-11/'],
  ['history', '/parleyvane/users/history/'],
  ['comparison', '/larkrise/members/compare/2019-09-02/2022-04-11/'],
  ['comparison side by side', '/larkrise/members/compare/2019-09-02/2022-04-11/side-by-side/'],
  ['comparison of any two', '/parleyvane/users/compare/'],
  ['section through time', '/harbourlight/customers/sections/retention/'],
  ['search with results', '/search/?q=%22six+years%22&past=1&in=harbourlight%2Fcustomers'],
  ['what applied on a day', '/parleyvane/users/on/'],
];

/** The others, of which the parts are on those. */
export const MORE_EXAMPLES: readonly Example[] = [
  ['notice in force', '/parleyvane/users/'],
  ['withdrawn notice', '/larkrise/prize-draw/'],
  ['search', '/search/'],
  ['numbered notice', '/harbourlight/customers/'],
  ['superseded version', '/parleyvane/users/2018-05-25/'],
  ['long comparison', '/parleyvane/users/compare/2018-05-25/2024-02-05/'],
  ['long comparison side by side', '/parleyvane/users/compare/2024-02-05/2026-02-05/side-by-side/'],
  ['withdrawn version', '/larkrise/prize-draw/2024-04-15/'],
  ['first layer', '/copperwake/website/in-short/'],
  ['missing page', '/404.html'],
  ['search for a word', '/search/?q=retention'],
  ['search that finds nothing', '/search/?q=xyzzy&past=1&in=harbourlight%2Fcustomers'],
];

/** Texts in Welsh, from right to left, and behind their original. */
export const IN_LANGUAGES: readonly Example[] = [
  ['notice from right to left', '/qantara/readers/'],
  ['missing page in two languages', '/404.html'],
  ['checklist in Welsh', '/afonlas/staff/2026-02-01/check/'],
  ['account of an import', '/imported/draft/import/'],
];

export const MORE_IN_LANGUAGES: readonly Example[] = [
  [
    'comparison from right to left side by side',
    '/qantara/readers/compare/2025-02-01/2026-02-01/side-by-side/',
  ],
  ['translation that lags', '/brightwell/visitors/cy/'],
  ['comparison from right to left', '/qantara/readers/compare/2025-02-01/2026-02-01/'],
  ['section from right to left', '/qantara/readers/sections/retention/'],
  ['history in Welsh', '/afonlas/staff/history/'],
  ['search in Welsh', '/search/cy/'],
];

/**
 * Tests that axe finds nothing wrong with pages.
 *
 * @param looksOf the looks in which the page with a number is looked at
 */
export function testWithAxe(
  site: BuiltSite,
  examples: readonly Example[],
  looksOf: (index: number) => readonly Look[],
): void {
  it.each(examples.map((example, index) => [...example, looksOf(index)] as const))(
    'axe finds nothing wrong with the %s',
    async (_, address, looks) => {
      expect(await violationsOf(site, address, looks)).toEqual({});
    },
  );
}

/** The longest version of each notice, and its history. */
export function longestPages(site: BuiltSite): Example[] {
  const pages = pagesOf(site);
  const versions = pages
    .filter((page) => kindOf(page) === 'version')
    .toSorted((a, b) => b.html.length - a.html.length);
  const byNotice = Map.groupBy(versions, (page) => page.path.replace(/[^/]+\/$/, ''));
  return [...byNotice].flatMap(([notice, [longest]]): Example[] => [
    [`longest version of ${notice}`, longest!.path],
    [`history of ${notice}`, `${notice}history/`],
  ]);
}

/** Tests that axe finds nothing wrong with any comparison, of which there are hundreds. */
export function testComparisonsWithAxe(sites: readonly BuiltSite[]): void {
  it.each(sites.map((site) => ({ name: site.name, site })))(
    'of the site $name is clean for axe',
    async ({ site }) => {
      const comparisons = pagesOf(site).filter((page) => kindOf(page) === 'comparison');
      expect(comparisons.length).toBeGreaterThan(50);
      const found: Record<string, unknown> = {};
      for (const { path } of comparisons) {
        const violations = await violationsOf(site, path, [{ mode: 'light', width: 1280 }]);
        if (Object.keys(violations).length > 0) found[path] = violations;
      }
      expect(found).toEqual({});
    },
    3_600_000,
  );
}

/** Of each kind of page that with most in it. */
export function someAddressesOf(site: BuiltSite): string[] {
  const byKind = Map.groupBy(pagesOf(site), kindOf);
  return [...byKind.values()].map(
    (pages) => pages.toSorted((a, b) => b.html.length - a.html.length)[0]!.path,
  );
}

/** Every page. */
export const allAddressesOf = (site: BuiltSite): string[] => pagesOf(site).map(({ path }) => path);

/**
 * Tests that no page scrolls sideways on a phone.
 *
 * @param addressesOf the pages to look at
 */
export function testWidth(
  sites: readonly BuiltSite[],
  addressesOf: (site: BuiltSite) => string[],
): void {
  /** How much of each page lies beyond the edge of the window. */
  async function overflowOf(site: BuiltSite, addresses: string[]): Promise<Record<string, number>> {
    const page = await openPage({ width: 320, height: 640 });
    const beyond: Record<string, number> = {};
    for (const address of addresses) {
      await page.goto(urlOf(site, address));
      if (address.includes('?q=')) await page.locator('.result').first().waitFor();
      const pixels = await page.evaluate(() => {
        window.scrollTo(10_000, 0);
        const { scrollWidth, clientWidth } = document.documentElement;
        return Math.max(window.scrollX, scrollWidth - clientWidth);
      });
      if (pixels > 0) beyond[address] = pixels;
    }
    await leave(page);
    return beyond;
  }

  it.each(sites)(
    'never scrolls sideways on a page of the site $name',
    async (site) => {
      const addresses = addressesOf(site);
      expect(addresses.length).toBeGreaterThan(10);
      expect(await overflowOf(site, addresses)).toEqual({});
    },
    1_800_000,
  );

  it('never scrolls sideways because of a long word or address', async () => {
    const corners = inject('corners');
    const addresses = [
      ...namesOfFiles(path.join(corners.folder, 'long'))
        .filter((file) => file.endsWith('.html'))
        .map((file) => `/long/${file.replace(/(^|\/)index\.html$/, '$1')}`),
      ...['/', '/search/', '/search/?q=auskunft', '/search/?q=auskunft&past=1'],
    ];
    expect(addresses).toContain('/long/parts/auskunft.html');
    expect(addresses.length).toBeGreaterThan(10);
    expect(await overflowOf(corners, addresses)).toEqual({});
  });
}

/** Tests that the focus can be seen wherever it is. */
export function testFocus(looks: readonly Look[]): void {
  it.each(looks)('shows a focus ring, in $mode at $width px', async ({ mode, width }) => {
    const page = await openPage({ width, colorScheme: mode === 'dark' ? 'dark' : 'light' });
    await page.emulateMedia({ forcedColors: mode === 'forced colours' ? 'active' : 'none' });
    await page.goto(urlOf(sample, '/parleyvane/users/'));
    for (let presses = 0; presses < 25; presses += 1) {
      await page.keyboard.press('Tab');
      const ring = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
        return { outlineStyle, outlineWidth, element: document.activeElement!.outerHTML };
      });
      expect(ring).not.toMatchObject({ outlineStyle: 'none' });
      expect(Number.parseFloat(ring.outlineWidth)).toBeGreaterThanOrEqual(2);
    }
    await page.context().close();
  });
}
