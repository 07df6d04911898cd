import axe from 'axe-core';
import { describe, expect, inject, it } from 'vitest';
import { all, attribute, elementsIn, type Element } from './setup/html.ts';
import {
  kindOf,
  useBrowser,
  pagesOf,
  urlOf,
  type BuiltSite,
  type Page,
  usePages,
} from './setup/site.ts';

const samples = inject('samples');
const histories = inject('histories');
const sites = [...samples, ...(histories ? [histories] : [])];
const sample = samples[0]!;

const openPage = useBrowser();

/** What axe finds wrong with a page in each of its looks, as rule and place. */
async function violationsOf(
  site: BuiltSite,
  address: string,
  inLooks: readonly Look[] = looks,
): Promise<Record<string, string[]>> {
  const page = await openPage({ bypassCSP: true });
  await page.goto(urlOf(site, address));
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
  await page.context().close();
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
}

const everyLook = (['light', 'dark', 'forced colours'] as const).flatMap((mode) =>
  [320, 768, 1280].map((width): Look => ({ mode, width })),
);
/** Each mode and each width once; all of each with all in `npm run test:long`. */
const looks =
  import.meta.env.MODE === 'long' ? everyLook : everyLook.filter((_, index) => index % 4 === 0);

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

describe('in light, dark and forced colours, at 320, 768 and 1280 px', () => {
  it.each(Object.entries(EXAMPLES))('axe finds nothing wrong with the %s', async (_, address) => {
    expect(await violationsOf(sample, address)).toEqual({});
  });

  it.each(Object.entries(IN_LANGUAGES))(
    'axe finds nothing wrong with the %s',
    async (_, address) => {
      expect(await violationsOf(inject('languages'), address)).toEqual({});
    },
  );

  // The first of them here, the others in `npm run test:long`.
  const longest = histories ? longestPages(histories) : [];
  it.runIf(histories).each(import.meta.env.MODE === 'long' ? longest : longest.slice(0, 1))(
    'axe finds nothing wrong with %s of the real histories',
    async (address) => {
      expect(await violationsOf(histories!, address)).toEqual({});
    },
  );
});

/** The longest version of each notice, and its history. */
function longestPages(site: BuiltSite): string[] {
  const pages = pagesOf(site);
  const versions = pages
    .filter((page) => kindOf(page) === 'version')
    .toSorted((a, b) => b.html.length - a.html.length);
  const byNotice = Map.groupBy(versions, (page) => page.path.replace(/[^/]+\/$/, ''));
  return [...byNotice].flatMap(([notice, [longest]]) => [longest!.path, `${notice}history/`]);
}

// Hundreds of pages: `npm run test:long`.
describe.runIf(import.meta.env.MODE === 'long')('every comparison', () => {
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
});

describe('a phone 320 px wide', () => {
  /** How much of each page lies beyond the edge of the window. */
  async function overflowOf(site: BuiltSite, addresses: string[]): Promise<Record<string, number>> {
    const page = await openPage({ width: 320, height: 640 });
    const beyond: Record<string, number> = {};
    for (const address of addresses) {
      await page.goto(urlOf(site, address));
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

  /**
   * Every page; of the kinds that a notice has many of, its last version and section and both views
   * of its last comparison. All of them in `npm run test:long`.
   */
  function addressesOf(site: BuiltSite): string[] {
    const pages = pagesOf(site);
    if (import.meta.env.MODE === 'long') return pages.map((page) => page.path);
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

  it('never scrolls sideways on a page of the sample', async () => {
    const addresses = addressesOf(sample);
    expect(addresses.length).toBeGreaterThan(30);
    expect(await overflowOf(sample, addresses)).toEqual({});
  }, 1_800_000);

  it.runIf(histories)(
    'never scrolls sideways on a page of the real histories',
    async () => {
      const addresses = addressesOf(histories!);
      expect(addresses.length).toBeGreaterThan(40);
      expect(await overflowOf(histories!, addresses)).toEqual({});
    },
    1_800_000,
  );

  it('shows the words of a wide table by scrolling the table alone', async () => {
    const page = await openPage({ width: 320, height: 640 });
    await page.goto(urlOf(sample, '/parleyvane/users/'));
    const boxes = await page.locator('.text .table').evaluateAll((tables) =>
      tables.map((table) => ({
        scrolls: ['auto', 'scroll'].includes(getComputedStyle(table).overflowX),
        canBeFocused: (table as HTMLElement).tabIndex === 0,
        fits: table.getBoundingClientRect().right <= document.documentElement.clientWidth,
      })),
    );
    expect(boxes.length).toBeGreaterThan(0);
    expect(boxes).toEqual(boxes.map(() => ({ scrolls: true, canBeFocused: true, fits: true })));
    await page.context().close();
  });
});

describe('the keyboard', () => {
  it('goes from the skip link through header, trail and contents to the text', async () => {
    const page = await openPage();
    await page.goto(urlOf(sample, '/parleyvane/users/'));
    const stops: string[] = [];
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const place = await page.evaluate(() => {
        const places =
          '.skip, header.site, .trail, .answers, .contents, .facts-card, .text, .neighbours, footer.site';
        return (
          document.activeElement?.closest(places)?.className || document.activeElement?.tagName
        );
      });
      if (place && place !== stops.at(-1)) stops.push(place);
    }
    const known = ['skip', 'site', 'trail', 'answers', 'contents', 'card', 'text'];
    expect(stops.map((stop) => stop.split(' ')[0]).filter((stop) => known.includes(stop!))).toEqual(
      known,
    );
    await page.context().close();
  });

  it.each(looks)('shows where it is, in $mode at $width px', async ({ mode, width }) => {
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
});

// That a site stands below a base changes none of this: `npm run test:long`.
const read = import.meta.env.MODE === 'long' ? sites : sites.filter((site) => site !== samples[1]);

describe.each(read)('on every page of the site $name', (site) => {
  const { all: pages, wrong: pagesWith } = usePages(site);

  it('there is one h1 and one main', () => {
    const isWrong = ({ document }: Page): boolean =>
      all(document, 'h1').length !== 1 || all(document, 'main').length !== 1;
    expect(pagesWith(isWrong)).toEqual([]);
  });

  it('headings never skip a level and never are empty', () => {
    const isWrong = ({ document }: Page): boolean => {
      const levels = elementsIn(document)
        .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
        .map(({ tagName }) => Number(tagName[1]));
      return levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1);
    };
    expect(pagesWith(isWrong)).toEqual([]);
  });

  it('the language of the page is said, and it has a title of its own', () => {
    const isWrong = ({ document }: Page): boolean =>
      all(document, 'html').some((html) => !attribute(html, 'lang')) ||
      all(document, 'title').length !== 1;
    expect(pagesWith(isWrong)).toEqual([]);
    const titles = pages().map(({ html }) => /<title>(.*?)<\/title>/s.exec(html)?.[1]);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('every picture has an alternative, if an empty one', () => {
    const isWrong = (image: Element): boolean => attribute(image, 'alt') === undefined;
    expect(pagesWith(({ document }) => all(document, 'img').some(isWrong))).toEqual([]);
  });
});
