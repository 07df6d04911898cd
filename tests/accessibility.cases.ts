import path from 'node:path';
import axe from 'axe-core';
import { expect, inject, it } from 'vitest';
import { namesOfFiles } from './setup/build.ts';
import {
  kindOf,
  useBrowser,
  pagesOf,
  sharing,
  urlOf,
  type BuiltSite,
  type Page,
} from './setup/site.ts';

const samples = inject('samples');
const histories = inject('histories');
const sample = samples[0]!;

const openPage = useBrowser();
const pageForAxe = sharing(openPage, { bypassCSP: true });

/** The rules whose answer depends on colours and sizes; that of all others is the same in every look. */
const RULES_OF_LOOKS = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
];

/** What axe finds wrong with a page in each of its looks, as rule and place. */
async function violationsOf(
  site: BuiltSite,
  address: string,
  inLooks: readonly Look[],
): Promise<Record<string, string[]>> {
  const page = await pageForAxe();
  await page.goto(urlOf(site, address));
  await page.evaluate(axe.source);
  const found: Record<string, string[]> = {};
  for (const { mode, width, isPartial = false } of inLooks) {
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
    const { violations, passes } = await page.evaluate(
      (rules) =>
        window.axe.run({
          resultTypes: ['violations'],
          ...(rules && { runOnly: { type: 'rule', values: rules } }),
        }),
      isPartial ? RULES_OF_LOOKS : null,
    );
    expect(passes.length).toBeGreaterThan(isPartial ? 0 : 10);
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

interface Look {
  mode: 'light' | 'dark' | 'forced colours';
  width: number;
  /** Whether only the rules are tried whose answer depends on looks. */
  isPartial?: boolean;
}

/** Every mode in every width. */
export const EVERY_LOOK = (['light', 'dark', 'forced colours'] as const).flatMap((mode) =>
  [320, 768, 1280].map((width): Look => ({ mode, width })),
);
/** Each mode and each width once: every rule at the least and the greatest width. */
export const EACH_LOOK_ONCE = EVERY_LOOK.filter((_, index) => index % 4 === 0).map((look) => ({
  ...look,
  isPartial: look.mode === 'dark',
}));

/** One page of each kind. */
const EXAMPLES = {
  home: '/',
  'notice in force': '/parleyvane/users/',
  'numbered notice': '/harbourlight/customers/',
  'superseded version': '/parleyvane/users/2018-05-25/',
  'scheduled version': '/parleyvane/users/2027-01-11/',
  history: '/parleyvane/users/history/',
  comparison: '/parleyvane/users/compare/2018-05-25/2024-02-05/',
  'comparison side by side': '/parleyvane/users/compare/2024-02-05/2026-02-05/side-by-side/',
  'comparison of any two': '/parleyvane/users/compare/',
  'withdrawn notice': '/larkrise/prize-draw/',
  'withdrawn version': '/larkrise/prize-draw/2024-04-15/',
  'first layer': '/copperwake/website/in-short/',
  'notice with a first layer': '/copperwake/website/',
  'section through time': '/harbourlight/customers/sections/retention/',
  'missing page': '/404.html',
  search: '/search/',
  'what applied on a day': '/parleyvane/users/on/',
};

/** Texts in Welsh, from right to left, and behind their original. */
const IN_LANGUAGES = {
  'notice from right to left': '/qantara/readers/',
  'comparison from right to left': '/qantara/readers/compare/2025-02-01/2026-02-01/',
  'comparison from right to left side by side':
    '/qantara/readers/compare/2025-02-01/2026-02-01/side-by-side/',
  'section from right to left': '/qantara/readers/sections/retention/',
  'translation that lags': '/brightwell/visitors/cy/',
  'history in Welsh': '/afonlas/staff/history/',
  'search in Welsh': '/search/cy/',
  'missing page in two languages': '/404.html',
};

/**
 * Tests that axe finds nothing wrong with a page of each kind.
 *
 * @param longest how many of the longest pages of the real histories are looked at
 */
export function testWithAxe(looks: readonly Look[], longest: number): void {
  it.each(Object.entries(EXAMPLES))('axe finds nothing wrong with the %s', async (_, address) => {
    expect(await violationsOf(sample, address, looks)).toEqual({});
  });

  it.each(Object.entries(IN_LANGUAGES))(
    'axe finds nothing wrong with the %s',
    async (_, address) => {
      expect(await violationsOf(inject('languages'), address, looks)).toEqual({});
    },
  );

  const pages = histories ? longestPages(histories) : [];
  it.runIf(histories).each(pages.slice(0, longest))(
    'axe finds nothing wrong with %s of the real histories',
    async (address) => {
      expect(await violationsOf(histories!, address, looks)).toEqual({});
    },
  );
}

/** The longest version of each notice, and its history. */
function longestPages(site: BuiltSite): string[] {
  const pages = pagesOf(site);
  const versions = pages
    .filter((page) => kindOf(page) === 'version')
    .toSorted((a, b) => b.html.length - a.html.length);
  const byNotice = Map.groupBy(versions, (page) => page.path.replace(/[^/]+\/$/, ''));
  return [...byNotice].flatMap(([notice, [longest]]) => [longest!.path, `${notice}history/`]);
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

/**
 * Every page; of the kinds that a notice has many of, its last version and section and both views
 * of its last comparison.
 */
export function someAddressesOf(site: BuiltSite): string[] {
  const pages = pagesOf(site);
  const isOneOfMany = (page: Page): boolean =>
    ['version', 'comparison', 'section'].includes(kindOf(page));
  const byNotice = Map.groupBy(pages.filter(isOneOfMany), (page) =>
    page.path.replace(/((compare|sections)\/.*|[^/]+\/)$/, kindOf(page)),
  );
  return [
    ...pages.filter((page) => !isOneOfMany(page)),
    ...[...byNotice.values()].flatMap((several) =>
      several.slice(kindOf(several[0]!) === 'comparison' ? -2 : -1),
    ),
  ].map((page) => page.path);
}

/** Every page. */
export const allAddressesOf = (site: BuiltSite): string[] => pagesOf(site).map(({ path }) => path);

/**
 * Tests that no page scrolls sideways on a phone.
 *
 * @param addressesOf the pages to look at
 */
export function testWidth(addressesOf: (site: BuiltSite) => string[]): void {
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
    await page.context().close();
    return beyond;
  }

  it('never scrolls sideways on a page of the sample', async () => {
    const addresses = addressesOf(sample);
    expect(addresses.length).toBeGreaterThan(30);
    expect(await overflowOf(sample, addresses)).toEqual({});
  }, 1_800_000);

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

  it.runIf(histories)(
    'never scrolls sideways on a page of the real histories',
    async () => {
      const addresses = addressesOf(histories!);
      expect(addresses.length).toBeGreaterThan(40);
      expect(await overflowOf(histories!, addresses)).toEqual({});
    },
    1_800_000,
  );
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
