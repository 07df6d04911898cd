/** Notices in several languages: Welsh pages, translations that lead to each other, texts from right to left. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { englishOn, languageOf } from './setup/english.ts';
import { all, attribute, elementsIn, linksIn, one, wordsOf } from './setup/html.ts';
import {
  kindOf,
  pagesOf,
  readPage,
  urlOf,
  useBrowser,
  usePages,
  type BuiltSite,
  type Page,
  leave,
} from './setup/site.ts';

const site = inject('languages');
const samples = inject('samples');
const openPage = useBrowser();

describe('pages around a notice', () => {
  const { all: pages } = usePages(site);

  it('are in its language if there are words for it, and in that of the site otherwise', () => {
    const spoken = (path: string): string | undefined => languageOf(readPage(site, path));
    expect(spoken('/')).toBe('en-GB');
    expect(spoken('/afonlas/staff/')).toBe('cy');
    expect(spoken('/afonlas/staff/en-GB/')).toBe('en-GB');
    expect(spoken('/brightwell/visitors/cy/')).toBe('cy');
    expect(spoken('/qantara/readers/')).toBe('en-GB');
  });

  it('have no English words if they are Welsh', () => {
    const welsh = pages().filter((page) => languageOf(page) === 'cy');
    expect(new Set(welsh.map(kindOf))).toEqual(
      new Set([
        ...['notice', 'version', 'history', 'on', 'section', 'comparison', 'compare', 'search'],
        'check',
      ]),
    );
    expect(welsh.flatMap((page) => englishOn(page).map((text) => `${page.path}: ${text}`))).toEqual(
      [],
    );
    // The same looks for words that are there.
    expect(englishOn(readPage(site, '/brightwell/visitors/history/'))).toContain(
      'History of this notice',
    );
  });

  it('are entirely Welsh in the sample too, with its first layer', () => {
    for (const sample of samples) {
      const welsh = pagesOf(sample).filter((page) => languageOf(page) === 'cy');
      expect(welsh.map(kindOf)).toContain('short');
      expect(welsh.flatMap(englishOn)).toEqual([]);
    }
  });
});

/** The pages of one text in other languages, as a page's head names them. */
const alternates = ({ document }: Page): Map<string, string> =>
  new Map(
    all(document, 'link').flatMap((link) => {
      const language = attribute(link, 'hreflang');
      return language === undefined ? [] : [[language, attribute(link, 'href') ?? '']];
    }),
  );

describe.each([...samples, site])('translations of the site $name', (each: BuiltSite) => {
  const { all: pages } = usePages(each);
  const pathOf = (address: string): string =>
    `/${new URL(address).pathname.slice(each.base.length)}`;

  it('name each other and themselves by absolute addresses', () => {
    const translated = pages().filter((page) => alternates(page).size > 0);
    expect(translated.length).toBeGreaterThan(5);
    for (const page of translated) {
      const named = alternates(page);
      const languages = [...named].filter(([language]) => language !== 'x-default');
      expect(languages.map(([, address]) => pathOf(address))).toContain(page.path);
      for (const [language, address] of languages) {
        const other = readPage(each, pathOf(address));
        expect([...alternates(other)]).toEqual([...named]);
        expect(languageOf(other)).toBe(language);
      }
    }
  });

  it('are linked by names in their own languages, with the current one marked', () => {
    const bars = pages().flatMap((page) => all(page.document, 'nav.languages'));
    expect(bars.length).toBeGreaterThan(5);
    for (const bar of bars) {
      const links = all(bar, 'a');
      expect(links.map((link) => [attribute(link, 'lang'), wordsOf(link)])).toEqual(
        expect.arrayContaining([['cy', 'Cymraeg']]),
      );
      expect(links.filter((link) => attribute(link, 'aria-current') === 'page')).toHaveLength(1);
    }
  });

  it('are listed with their original on the home page', () => {
    const { document } = readPage(each, '/');
    const names = all(document, 'div.name').map((name) =>
      all(name, 'a').map((link) => attribute(link, 'hreflang')),
    );
    expect(names.filter((links) => links.some(Boolean)).length).toBeGreaterThan(0);
    const titles = names.length;
    const originals = pages().filter(
      (page) => kindOf(page) === 'notice' && !/\/(cy|en-GB)\/$/.test(page.path),
    );
    expect(titles).toBe(originals.length);
  });
});

describe('every kind of page of a notice', () => {
  it('links to the same page in other languages', () => {
    const below = '/copperwake/website/';
    const isOf = (folder: string) => (page: Page) => page.path.startsWith(folder);
    const [sample] = samples;
    const href = (address: string): string => sample!.base + address.slice(1);
    const pages = pagesOf(sample!).filter(isOf(below));
    const welsh = pages.filter(isOf(`${below}cy/`));
    expect(new Set(welsh.map(kindOf)).size).toBe(8);
    for (const page of welsh) {
      const address = page.path.replace('/cy/', '/');
      const bar = one(page.document, 'nav.languages');
      expect(all(bar, 'a').map((link) => attribute(link, 'href'))).toEqual(
        [address, page.path].map(href),
      );
      const original = pages.find((each) => each.path === address);
      const back = original && one(original.document, 'nav.languages');
      expect(back && all(back, 'a').map((link) => attribute(link, 'href'))).toContain(
        href(page.path),
      );
    }
    const older = readPage(sample!, `${below}compare/2018-05-01/2021-01-01/`);
    expect(all(older.document, 'nav.languages')).toEqual([]);
  });
});

describe('a search', () => {
  it('from a Welsh page is in Welsh, and marks English results', async () => {
    const page = await openPage();
    await page.goto(urlOf(site, '/afonlas/staff/'));
    await page.getByRole('searchbox').fill('"Afonlas"');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL(/\/privacy\/search\/cy\/\?q=/);
    expect(new URL(page.url()).searchParams.get('in')).toBe('afonlas/staff');
    await page.goto(urlOf(site, '/search/cy/?q=%22Afonlas%22'));
    await page.locator('.result').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('cy');
    expect(await page.locator('.search-status').innerText()).toMatch(/ganlyniad/);
    const languages = await page
      .locator('.result h2 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('lang')));
    expect(new Set(languages)).toEqual(new Set([null, 'en-GB']));
    expect(await page.locator('.appearances td a').first().innerText()).toMatch(
      /^\d+ (Ionawr|Chwefror) 20\d\d$/,
    );
    await page.getByRole('searchbox').fill('Afonlas');
    await page.waitForURL(/\?q=Afonlas$/);
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(/\/privacy\/search\/\?q=Afonlas$/);
    await leave(page);
  });

  it('is offered in each language on the page for missing addresses', () => {
    const { document } = readPage(site, '/404.html');
    const boxes = all(one(document, 'article.missing'), 'form');
    expect(boxes.map((box) => attribute(box, 'action'))).toEqual([
      '/privacy/search/',
      '/privacy/search/cy/',
    ]);
    const [, welsh] = all(one(document, 'article.missing'), 'section');
    expect(welsh && attribute(welsh, 'lang')).toBe('cy');
    expect(welsh && all(welsh, 'h2').map((heading) => wordsOf(heading))).toEqual([
      'Ni chafwyd hyd i’r dudalen',
    ]);
    expect(welsh && linksIn(one(welsh, 'ul'))).toEqual(
      [
        'afonlas/staff/',
        'afonlas/staff/compare/',
        'brightwell/gala/cy/',
        'brightwell/visitors/cy/',
      ].map((address) => `/privacy/${address}`),
    );
    expect(boxes.map((box) => attribute(box, 'aria-label'))).toEqual([
      'Search all notices',
      'Chwilio pob hysbysiad',
    ]);
  });

  it.runIf(inject('histories'))('is in one language if all notices are', () => {
    const paths = pagesOf(inject('histories')!).map(({ path: address }) => address);
    expect(paths.filter((address) => address.includes('/search/'))).toEqual(['/search/']);
  });
});

describe('an outdated translation', () => {
  const page = readPage(site, '/brightwell/visitors/cy/');

  it('shows its last text below a banner that links to the current one', () => {
    const [banner] = all(page.document, 'p.banner');
    expect(banner && wordsOf(banner)).toContain(
      'Nid yw’r hysbysiad cyfredol, mewn grym ers 1 Mawrth 2026,',
    );
    const links = banner ? all(banner, 'a').map((link) => attribute(link, 'href')) : [];
    expect(links[0]).toBe(`${site.base}brightwell/visitors/`);
    expect(wordsOf(one(page.document, 'h1'))).toBe('Hysbysiad preifatrwydd i ymwelwyr');
    expect(page.html).toContain('ddeg diwrnod ar hugain');
  });

  it('has no banner if it is up to date', () => {
    const { document } = readPage(site, '/afonlas/staff/en-GB/');
    expect(all(document, 'p.past')).toEqual([]);
  });

  it('announces an untranslated upcoming version, with its language', () => {
    const { document } = readPage(site, '/afonlas/staff/en-GB/');
    const banner = one(document, 'p.coming');
    expect(wordsOf(banner)).toBe(
      'A new version applies from 1 February 2027. Read it now (Cymraeg) or see what will change (Cymraeg)',
    );
    expect(all(banner, 'a').map((link) => attribute(link, 'href'))).toEqual([
      `${site.base}afonlas/staff/2027-02-01/`,
      `${site.base}afonlas/staff/compare/2026-02-01/2027-02-01/`,
    ]);
    expect(all(banner, 'a').map((link) => attribute(link, 'hreflang'))).toEqual(['cy', 'cy']);
  });

  it('lists what applied on a day without a translation, with its language', () => {
    const { document } = readPage(site, '/brightwell/visitors/cy/on/');
    const links = all(one(document, 'ol.spans'), 'a').map((link) => [
      attribute(link, 'href'),
      attribute(link, 'hreflang'),
    ]);
    expect(links).toEqual([
      [`${site.base}brightwell/visitors/2026-03-01/`, 'en-GB'],
      [`${site.base}brightwell/visitors/cy/2024-01-15/`, undefined],
    ]);
  });

  it('and its original name each other for machines', () => {
    const read = (file: string): unknown =>
      JSON.parse(readFileSync(path.join(site.folder, file), 'utf8'));
    expect(read('brightwell/visitors/cy/versions.json')).toMatchObject({
      translationOf: 'brightwell/visitors',
      versions: [{ version: '2024-01-15', language: 'cy', status: 'superseded' }],
    });
    expect(read('brightwell/visitors/versions.json')).toMatchObject({
      translations: [{ language: 'cy', notice: 'brightwell/visitors/cy' }],
      latest: '2026-03-01',
    });
    const feed = readFileSync(path.join(site.folder, 'feed.xml'), 'utf8');
    expect(feed).toContain('/brightwell/visitors/2024-01-15/');
    expect(feed).not.toContain('/brightwell/visitors/cy/');
  });
});

describe('a translation of a withdrawn notice', () => {
  it('says so on its page and for machines', () => {
    const page = readPage(site, '/brightwell/gala/cy/');
    expect(wordsOf(one(page.document, 'p.banner'))).toContain(
      'Cafodd yr hysbysiad hwn ei dynnu’n ôl ar 1 Medi 2024',
    );
    const versions = readFileSync(
      path.join(site.folder, 'brightwell/gala/cy/versions.json'),
      'utf8',
    );
    expect(JSON.parse(versions)).toMatchObject({ versions: [{ withdrawn: '2024-09-01' }] });
  });

  it('is called the first of its notice only if its original is', () => {
    const historyOf = (notice: string): string => readPage(site, `${notice}history/`).html;
    expect(historyOf('/brightwell/gala/cy/')).toContain('Fersiwn cyntaf yr hysbysiad hwn.');
    expect(historyOf('/afonlas/staff/en-GB/')).not.toContain('The first version of this notice');
  });
});

describe('a right-to-left text', () => {
  const pages = pagesOf(site).filter(({ path: address }) => address.startsWith('/qantara/'));

  it('is marked everywhere, and the words of the page are not', () => {
    expect(new Set(pages.map(kindOf))).toEqual(
      new Set([
        ...['notice', 'version', 'history', 'on', 'section', 'short', 'comparison', 'compare'],
        'check',
      ]),
    );
    for (const { document, path: address } of pages) {
      const marked = elementsIn(document).filter((element) => attribute(element, 'lang') === 'ar');
      const isRight = marked.every(
        (element) => attribute(element, 'dir') === 'rtl' || ['a', 'span'].includes(element.tagName),
      );
      expect([address, isRight]).toEqual([address, true]);
    }
    const { document } = readPage(site, '/qantara/readers/');
    const labels = all(one(document, 'div.text'), 'dt');
    expect(labels.length).toBeGreaterThan(3);
    for (const label of labels) {
      expect([attribute(label, 'lang'), attribute(label, 'dir')]).toEqual(['en-GB', 'ltr']);
    }
  });

  it('never overflows a window 320, 390 or 1280 px wide', async () => {
    const page = await openPage();
    const beyond: string[] = [];
    // The first of each kind: by night all of them at 320 px.
    const chosen = [...Map.groupBy(pages, kindOf).values()].flatMap(([first]) => first ?? []);
    for (const { path: address } of chosen) {
      await page.goto(urlOf(site, address));
      for (const width of [320, 390, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const over = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth - clientWidth;
        });
        if (over > 0) beyond.push(`${address} at ${width} px: ${over}`);
      }
    }
    expect(beyond).toEqual([]);
    await leave(page);
  });

  it('is aligned right, with its bullets and rows', async () => {
    const page = await openPage({ width: 1280 });
    await page.goto(urlOf(site, '/qantara/readers/'));
    const place = await page.evaluate(() => {
      const text = document.querySelector('.text')!.getBoundingClientRect();
      const edge = (selector: string): number =>
        Math.round(text.right - document.querySelector(selector)!.getBoundingClientRect().right);
      const [first, second] = [...document.querySelectorAll('.text tbody tr:first-child > *')].map(
        (cell) => cell.getBoundingClientRect().left,
      );
      return { heading: edge('.text h2'), isFirstRight: first! > second! };
    });
    expect(place).toEqual({ heading: 0, isFirstRight: true });
    await leave(page);
  });

  it('has telephone numbers from left to right', async () => {
    const page = await openPage({ width: 1280 });
    await page.goto(urlOf(site, '/qantara/readers/'));
    const [code, number] = await page.evaluate(() => {
      const { firstChild } = document.querySelector('.text a[href^="tel:"]')!;
      return [0, 6].map((start) => {
        const range = document.createRange();
        range.setStart(firstChild!, start);
        range.setEnd(firstChild!, start + 5);
        return range.getBoundingClientRect().left;
      });
    });
    expect(code).toBeLessThan(number!);
    await leave(page);
  });

  it('has column names above their columns', async () => {
    const page = await openPage({ width: 1280 });
    await page.goto(urlOf(site, '/qantara/readers/compare/2025-02-01/2026-02-01/side-by-side/'));
    const places = await page.evaluate(() =>
      ['.walk .dates span', '.redline del'].map((selector) => {
        const { left, right } = document.querySelector(selector)!.getBoundingClientRect();
        return (left + right) / 2 > innerWidth / 2;
      }),
    );
    expect(places).toEqual([true, true]);
    await leave(page);
  });
});
