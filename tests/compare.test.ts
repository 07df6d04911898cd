import type { Page as BrowserPage } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import {
  all,
  attribute,
  classesOf,
  elementsIn,
  linksIn,
  one,
  wordsOf,
  type Element,
  type Node,
} from './setup/html.ts';
import { versionsOf } from './setup/sample.ts';
import {
  kindOf,
  pagesOf,
  readPage,
  urlOf,
  useBrowser,
  type BuiltSite,
  type Page,
  leave,
} from './setup/site.ts';

const samples = inject('samples');
const histories = inject('histories');
const USERS = '/parleyvane/users/';
const SIDES = `${USERS}compare/2018-05-25/2021-06-28/side-by-side/`;

const nameOf = (address: string): string => address.split('/').at(-2) ?? '';

/** The addresses of a site's comparisons of two versions in one text. */
const comparisonsOf = (site: Pick<BuiltSite, 'folder'>): string[] =>
  pagesOf(site)
    .filter((page) => kindOf(page) === 'comparison')
    .map((page) => page.path)
    .filter((address) => !address.endsWith('/side-by-side/'));

describe.each(samples)('comparisons at $base', (site) => {
  const open = (address: string): Node => readPage(site, address).document;
  const href = (address: string): string => site.base + address.slice(1);
  const openPage = useBrowser();

  it('exist for neighbours, the first five and with the current notice', () => {
    const expected = [...versionsOf]
      .filter(([, versions]) => versions.length > 1)
      .flatMap(([notice, versions]) =>
        versions.flatMap((from, before) =>
          [
            ...versions.filter(
              (to, after) => after === before + 1 || (to !== from && before < 5 && after < 5),
            ),
            '/current/',
          ].map((to) => `${notice}compare/${nameOf(from)}/${nameOf(to)}/`),
        ),
      );
    // Of the one translation of the sample there are two versions.
    const [first, second] = ['2026-06-19', '2026-10-01'];
    const translated = [
      `${first}/${second}`,
      `${second}/${first}`,
      `${first}/current`,
      `${second}/current`,
    ].map((pair) => `/copperwake/website/cy/compare/${pair}/`);
    expect(comparisonsOf(site).toSorted()).toEqual([...expected, ...translated].toSorted());
    // The current notice is not different from itself.
    const isOne = (address: string): boolean =>
      wordsOf(one(open(address), 'h1')).startsWith('What changed since');
    expect(expected.filter((address) => isOne(address) && !address.endsWith('/current/'))).toEqual(
      [],
    );
  });

  it('exist side by side for a version and the one before it alone', () => {
    const expected = [...versionsOf].flatMap(([notice, versions]) =>
      versions.slice(1).map((to, before) => {
        const pair = `${nameOf(versions[before] ?? '')}/${nameOf(to)}`;
        return `${notice}compare/${pair}/side-by-side/`;
      }),
    );
    const translated = '/copperwake/website/cy/compare/2026-06-19/2026-10-01/side-by-side/';
    const pages = pagesOf(site)
      .map(({ path }) => path)
      .filter((address) => address.endsWith('/side-by-side/'));
    expect(pages.toSorted()).toEqual([...expected, translated].toSorted());
    for (const address of pages) expect(all(open(address), 'div.sides').length).toBe(1);
  });

  it('with the current notice are the same comparison, and link to that of the two', () => {
    const moving = open(`${USERS}compare/2018-05-25/current/`);
    const lasting = open(`${USERS}compare/2018-05-25/2026-06-19/`);
    expect(wordsOf(one(moving, 'div.redline'))).toBe(wordsOf(one(lasting, 'div.redline')));
    const note = one(one(moving, 'header.title'), 'p.meta');
    expect(wordsOf(note)).toMatch(/^This page always compares with the current notice\./);
    expect(linksIn(note)).toEqual([href(`${USERS}compare/2018-05-25/2026-06-19/`)]);
    expect(linksIn(one(moving, 'nav.views'))).toEqual([
      href(`${USERS}compare/2018-05-25/current/`),
      href(`${USERS}compare/?from=2018-05-25&to=2026-06-19&view=side-by-side`),
    ]);
    expect(linksIn(one(moving, 'ul.ways'))).toEqual([
      href(`${USERS}compare/2026-06-19/2018-05-25/`),
      '#~choose',
    ]);
    // What is to come is compared with what it will replace.
    const coming = open(`${USERS}compare/2027-01-11/current/`);
    expect(wordsOf(one(coming, 'h1'))).toBe(
      'What changed between 19 June 2026 and 11 January 2027',
    );
    const itself = open(`${USERS}compare/2026-06-19/current/`);
    expect(wordsOf(one(itself, 'p.counts'))).toBe('Nothing has changed since this version.');
  });

  it('name the two versions and link to both and to the other views', () => {
    const document = open(`${USERS}compare/2018-05-25/2024-02-05/`);
    expect(wordsOf(one(document, 'h1'))).toBe(
      'What changed between 25 May 2018 and 5 February 2024',
    );
    const dates = one(one(document, 'div.walk'), 'p.dates');
    expect(wordsOf(dates)).toBe('Before 25 May 2018 → After 5 February 2024');
    expect(linksIn(dates)).toEqual([href(`${USERS}2018-05-25/`), href(`${USERS}2024-02-05/`)]);
    expect(linksIn(one(document, 'nav.views'))).toEqual([
      href(`${USERS}compare/2018-05-25/2024-02-05/`),
      href(`${USERS}compare/?from=2018-05-25&to=2024-02-05&view=side-by-side`),
    ]);
    expect(linksIn(one(document, 'ul.ways'))).toEqual([
      href(`${USERS}compare/2024-02-05/2018-05-25/`),
      '#~choose',
    ]);
  });

  it('in reverse show additions as removals, and a banner', () => {
    const insertions = (from: string, to: string, tag: string): string[] =>
      all(one(open(`${USERS}compare/${from}/${to}/`), 'div.redline'), tag).map(ownWords);
    const [there, back] = [
      insertions('2026-02-05', '2026-06-19', 'ins'),
      insertions('2026-06-19', '2026-02-05', 'del'),
    ];
    expect(there.length).toBeGreaterThan(3);
    expect(back.join(' ')).toContain(there.toSorted((a, b) => b.length - a.length)[0]);
    const banner = (address: string): string[] =>
      all(one(open(address), 'article'), 'p.banner').map((line) => wordsOf(line));
    expect(banner(`${USERS}compare/2026-06-19/2026-02-05/`)).toEqual([
      'You are comparing backwards: the newer version is shown as “Before”.',
    ]);
    expect(banner(`${USERS}compare/2026-02-05/2026-06-19/`)).toEqual([]);
  });

  it('have a list in which every change links to its place in the text and is counted', () => {
    for (const address of comparisonsOf(site)) {
      const document = open(address);
      const [list] = all(document, 'section.changes-made');
      const ids = new Set(elementsIn(document).map((element) => attribute(element, 'id')));
      const items = list ? all(list, 'li') : [];
      const targets = items.map((item) => attribute(item, 'id') ?? linksIn(item)[0]?.slice(1));
      expect(targets.filter((target) => !ids.has(target))).toEqual([]);
      expect(new Set(targets).size).toBe(targets.length);
      const counts = list ? all(list, 'b').map((count) => Number(wordsOf(count))) : [];
      const counted = counts.filter(Number.isInteger).reduce((sum, count) => sum + count, 0);
      expect([address, items.length]).toEqual([address, counted]);
    }
  });

  it('have lists by section, with one numbering in the order of the text', () => {
    const document = open(`${USERS}compare/2018-05-25/2024-02-05/`);
    const list = one(document, 'section.changes-made');
    const numbers = all(list, 'ol').flatMap((each) =>
      all(each, 'li').map((_, index) => Number(attribute(each, 'start') ?? 1) + index),
    );
    expect(numbers.length).toBeGreaterThan(15);
    expect(numbers).toEqual(numbers.map((_, position) => position + 1));
    const listed = all(list, 'ol').flatMap(linksIn);
    const places = elementsIn(one(document, 'div.redline'))
      .map((element) => `#${attribute(element, 'id')}`)
      .filter((place) => listed.includes(place));
    expect(listed).toEqual(places);
    expect(all(list, 'summary').map((heading) => wordsOf(heading))).toContainEqual(
      expect.stringMatching(/^Recordings and transcripts added \d+$/),
    );
  });

  it('have a bar that leads to each change, follows the reader and opens the list', async () => {
    const page = await openPage({ width: 1280 });
    await page.goto(urlOf(site, `${USERS}compare/2018-05-25/2024-02-05/`));
    const count = page.locator('.walk .steps > span').first();
    const total = await page.locator('.changes-made ol li').count();
    expect(await count.innerText()).toBe(`${total} changes`);
    // Where it is seen: a click by its name scrolls to the place that it has without sticking.
    const press = async (name: string): Promise<void> => {
      const box = await page.getByRole('button', { name }).boundingBox();
      await page.mouse.click(box!.x + box!.width / 2, box!.y + box!.height / 2);
    };
    await page.getByRole('button', { name: 'Next change' }).scrollIntoViewIfNeeded();
    for (const place of [1, 2, 3]) {
      await press('Next change');
      await expect.poll(() => count.innerText()).toBe(`${place} of ${total}`);
    }
    await page.mouse.move(640, 600);
    await page.mouse.wheel(0, 60);
    await page.waitForTimeout(200);
    expect(await count.innerText()).toBe(`3 of ${total}`);
    const other = page.locator('.walk .views a:not([aria-current])');
    const led = new URL(page.url()).hash;
    expect(await other.getAttribute('href')).toMatch(new RegExp(`side-by-side/?${led}$`));
    await press('Previous change');
    await expect.poll(() => count.innerText()).toBe(`2 of ${total}`);
    const last = await page.locator('.changes-made ol a').last().getAttribute('href');
    await page.evaluate(
      (id) => document.getElementById(id)?.scrollIntoView(),
      last?.slice(1) ?? '',
    );
    await expect.poll(() => count.innerText()).toBe(`${total} of ${total}`);
    const current = page.locator('.changes-made [aria-current]');
    expect(await current.count()).toBe(1);
    expect(await current.isVisible()).toBe(true);
    expect(await page.evaluate(() => history.length)).toBe(2);
    await leave(page);
  });

  it('have a list of changes that can be reached by keyboard', async () => {
    const page = await openPage();
    await page.goto(urlOf(site, `${USERS}compare/2024-02-05/2026-02-05/`));
    await page.locator('.changes-made summary').last().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    expect(focused).toMatch(/^#~c/);
    await leave(page);
  });

  it('include the publisher’s notes on all versions in between', () => {
    const document = open(`${USERS}compare/2018-05-25/2024-02-05/`);
    const said = one(document, 'section.said');
    expect(all(said, 'h3').map((heading) => wordsOf(heading))).toEqual([
      'Version of 28 June 2021',
      // And again where the rest is folded.
      'Version of 28 June 2021',
      'Version of 5 February 2024',
    ]);
    expect(all(said, 'span.change').length).toBe(7 + 6);
  });

  it('fold unchanged passages, and keep every heading', () => {
    const document = open(`${USERS}compare/2026-02-05/2026-06-19/`);
    const text = one(document, 'div.redline');
    const folds = all(text, 'details.fold');
    expect(folds.length).toBeGreaterThan(5);
    expect(folds.flatMap((fold) => all(fold, 'h3'))).toEqual([]);
    const headings = all(text, 'h3').map((heading) => attribute(heading, 'id'));
    const whole = all(one(open(`${USERS}2026-06-19/`), 'div.text'), 'h2');
    expect(headings).toEqual(whole.map((heading) => attribute(heading, 'id')));
  });

  it('are linked from history, version and notice pages', () => {
    expect(linksIn(one(open(USERS), 'section.version-block'))).toContain(
      href(`${USERS}compare/2026-02-05/2026-06-19/`),
    );
    expect(linksIn(one(open(`${USERS}2021-06-28/`), 'section.comparisons'))).toEqual([
      href(`${USERS}compare/2018-05-25/2021-06-28/`),
      href(`${USERS}compare/2021-06-28/current/`),
    ]);
    expect(linksIn(one(open(`${USERS}2027-01-11/`), 'section.comparisons'))).toEqual([
      href(`${USERS}compare/2027-01-11/current/`),
    ]);
    expect(linksIn(one(open(`${USERS}history/`), 'ol.versions'))).toContain(
      href(`${USERS}compare/2024-02-05/2026-02-05/`),
    );
  });

  it('are summed up in the history, by kind and section', () => {
    const entry = one(open(`${USERS}history/`), 'li#2024-02-05');
    const real = one(entry, 'div.real');
    expect(wordsOf(one(real, 'span.tally'))).toMatch(
      /^\d+ wording changes · .*\d+ moves? · .*[\d,]+ words added · [\d,]+ words removed$/,
    );
    const sections = all(real, 'li').map((item) => wordsOf(item));
    expect(sections).toContain('Recordings and transcripts added');
    expect(sections.some((words) => /^How we protect your data .*moved/.test(words))).toBe(true);
  });

  describe('the page to compare any two', () => {
    it('links to every comparison without JavaScript', async () => {
      const page = await openPage({ javaScriptEnabled: false });
      await page.goto(urlOf(site, `${USERS}compare/?from=2018-05-25&to=2024-02-05`));
      const links = await page
        .locator('.pick td a')
        .evaluateAll((found) => found.map((link) => link.getAttribute('href')));
      await leave(page);
      const itself = `${USERS}compare/2026-06-19/current/`;
      const pages = comparisonsOf(site).filter(
        (address) => address.startsWith(USERS) && address !== itself,
      );
      expect(links.toSorted()).toEqual(pages.map(href).toSorted());
    });

    it.each([
      ['2018-05-25', '2024-02-05', 'inline'],
      ['2026-06-19', '2018-05-25', 'inline'],
      ['2026-06-19', '2027-01-11', 'side-by-side'],
    ])('shows the same for %s and %s as their own page (%s)', async (from, to, view) => {
      const page = await openPage();
      const complaints = listen(page);
      const query = `?from=${from}&to=${to}${view === 'inline' ? '' : `&view=${view}`}`;
      await page.goto(urlOf(site, `${USERS}compare/${query}`));
      await page.waitForSelector('.redline');
      const shown = await viewOf(page);
      expect(await page.title()).toMatch(/^What changed from .* · [^·]+$/);
      expect(await page.locator('[role=status]').innerText()).toMatch(
        /^\d+ changes? between \d+ \w+ \d{4} and \d+ \w+ \d{4}\.$/,
      );
      const focused = await page.evaluate(() => document.activeElement?.tagName);
      expect(focused).toBe('H1');
      const own = `${USERS}compare/${from}/${to}/${view === 'inline' ? '' : `${view}/`}`;
      await page.goto(urlOf(site, own));
      expect(await viewOf(page)).toBe(shown);
      expect(complaints).toEqual([]);
      await leave(page);
    });

    it('opens from the form with the chosen versions, which a phone folds', async () => {
      const page = await openPage();
      await page.goto(urlOf(site, `${USERS}history/`));
      expect(await page.getByLabel('From').isVisible()).toBe(true);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.getByLabel('From').isVisible()).toBe(false);
      await page.getByText('Compare versions, or find a date').click();
      await page.getByLabel('From').selectOption('2018-05-25');
      await page.getByLabel('To').selectOption('2021-06-28');
      await page.getByRole('button', { name: 'Compare' }).click();
      await page.waitForSelector('.redline');
      expect(new URL(page.url()).search).toBe('?from=2018-05-25&to=2021-06-28');
      expect(await page.locator('h1').innerText()).toBe(
        'What changed between 25 May 2018 and 28 June 2021',
      );
      expect(await page.getByRole('radio', { name: 'From 25 May 2018' }).isChecked()).toBe(true);
      expect(await page.getByRole('radio', { name: 'To 28 June 2021' }).isChecked()).toBe(true);
      await leave(page);
    });

    it.each([
      ['one version twice', '?from=2018-05-25&to=2018-05-25', /^Choose two different versions\.$/],
      [
        'a version that is not there',
        '?from=2018-05-25&to=1999-01-01',
        /^This address does not name two versions/,
      ],
      ['one version alone', '?from=2018-05-25', /^This address does not name two versions/],
      [
        'a script',
        `?from=${encodeURIComponent('<img src=x onerror=alert(1)>')}&to=2018-05-25`,
        /^This address does not name two versions/,
      ],
      [
        'a way out',
        '?from=..%2f..%2fquillmere&to=__proto__',
        /^This address does not name two versions/,
      ],
    ])('shows an error for %s, and runs no code', async (_, query, words) => {
      const page = await openPage();
      const complaints = listen(page);
      await page.goto(urlOf(site, `${USERS}compare/${query}`), { waitUntil: 'networkidle' });
      expect(await page.locator('[role=status]').innerText()).toMatch(words);
      expect(await page.locator('h1').innerText()).toBe('Compare versions');
      expect(await page.locator('article img').count()).toBe(0);
      expect(complaints).toEqual([]);
      await leave(page);
    });

    it('proposes the last version and the one before it, and keeps what was chosen', async () => {
      const page = await openPage();
      const chosen = (): Promise<string[]> =>
        page
          .locator('.pick :checked')
          .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
      await page.goto(urlOf(site, `${USERS}compare/`));
      expect(await chosen()).toEqual(['2027-01-11', '2026-06-19']);
      await page.goto(urlOf(site, `${USERS}compare/?from=2024-02-05&to=2024-02-05`));
      expect(await page.locator('[role=status]').innerText()).toBe(
        'Choose two different versions.',
      );
      expect(await chosen()).toEqual(['2024-02-05', '2024-02-05']);
      await leave(page);
    });

    it('shows an error if a version cannot be loaded', async () => {
      const page = await openPage();
      await page.route('**/*.json', (route) => route.abort());
      await page.goto(urlOf(site, `${USERS}compare/?from=2018-05-25&to=2021-06-28`));
      await page.waitForFunction(() =>
        document.querySelector('[role=status]')?.textContent?.includes('could not be loaded'),
      );
      await leave(page);
    });

    it.for([
      ['rows are', SIDES, '.pair'],
      ['long tables are', `${USERS}compare/2018-05-25/2026-06-19/`, '.redline .long tr'],
    ] as const)(
      'keeps the place of its reader over a reload, although %s laid out late',
      async ([, address, rows]) => {
        const page = await openPage({ height: 600 });
        await page.goto(urlOf(site, address));
        const row = page.locator(rows).nth(5);
        expect(
          await row.evaluate(
            (each) => getComputedStyle(each.closest('.table') ?? each).contentVisibility,
          ),
        ).toBe('auto');
        const placeOf = (): Promise<number> =>
          row.evaluate((each) => Math.round(each.getBoundingClientRect().top));
        await row.evaluate((each) => each.scrollIntoView());
        await page.waitForFunction(() => history.state !== null);
        const before = await placeOf();
        expect(before).toBeLessThan(600);
        await page.reload();
        // What is less than a pixel is left as it is.
        await expect.poll(async () => Math.abs((await placeOf()) - before)).toBeLessThan(2);
        await leave(page);
      },
    );

    it('finds and prints words of rows that were not laid out yet', async () => {
      const rows = all(one(open(SIDES), 'div.sides'), 'div.pair');
      const words = wordsOf(rows.at(-1)!).split(' ').slice(0, 6).join(' ');
      const page = await openPage({ height: 600 });
      await page.goto(urlOf(site, SIDES));
      const last = page.locator('.pair').last();
      expect(
        await page.evaluate(
          (text) => (window as unknown as { find: (text: string) => boolean }).find(text),
          words,
        ),
      ).toBe(true);
      await expect
        .poll(() => last.evaluate((row) => row.getBoundingClientRect().top < innerHeight))
        .toBe(true);
      await page.emulateMedia({ media: 'print' });
      expect(await last.evaluate((row) => getComputedStyle(row).contentVisibility)).toBe('visible');
      await page.context().close();
    });

    it('scrolls to the change that the address names', async () => {
      const [first] = linksIn(
        one(open(`${USERS}compare/2018-05-25/2021-06-28/`), 'section.changes-made'),
      );
      const page = await openPage();
      await page.goto(urlOf(site, `${USERS}compare/?from=2018-05-25&to=2021-06-28${first}`));
      await page.waitForSelector('.redline :target');
      expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(300);
      await leave(page);
    });
  });
});

/** The words of a change, without those of the display. */
function ownWords(element: Element): string {
  return wordsOf(element, (inner) => attribute(inner, 'data-diff-ui') !== undefined);
}

const viewOf = (page: BrowserPage): Promise<string> =>
  page.locator('.compared-view').evaluate((view) => view.innerHTML);

/** All that goes wrong on a page from now on. */
function listen(page: BrowserPage): string[] {
  const complaints: string[] = [];
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

describe('a notice with changes of links and formatting and incomplete notes', () => {
  const openPage = useBrowser();
  const site = inject('corners');
  const open = (address: string): Node => readPage(site, address).document;

  it('lists and counts them separately', () => {
    const list = one(open('/lamps/compare/2025-01-01/2025-06-01/'), 'section.changes-made');
    expect(all(list, 'summary').map((heading) => wordsOf(heading))).toEqual([
      'List of changes (1)',
      'Keeping 1',
      'Link addresses 1',
      'Formatting or punctuation 1',
    ]);
  });

  it('hides them by checkboxes, without JavaScript', async () => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(urlOf(site, '/lamps/compare/2025-01-01/2025-06-01/'));
    const looks = (): Promise<(boolean | string)[]> =>
      page.locator('article').evaluate((article) => {
        const style = (selector: string): CSSStyleDeclaration =>
          getComputedStyle(article.querySelector(selector)!);
        return [
          style('[data-diff=link]').textDecorationStyle,
          style('.was').display !== 'none',
          style(`del[data-kind=format]`).display !== 'none',
          style('.changes-made [data-kind=link]').display !== 'none',
          style('.changes-made [data-kind=format]').display !== 'none',
        ];
      });
    expect(await looks()).toEqual(['dotted', true, true, true, true]);
    await page.locator('.walk .options summary').click();
    await page.getByLabel('Hide 1 link change', { exact: true }).check();
    expect((await looks()).slice(1)).toEqual([false, true, false, true]);
    expect((await looks())[0]).not.toBe('dotted');
    await page.getByLabel('Hide 1 formatting change').check();
    expect((await looks()).slice(1)).toEqual([false, false, false, false]);
    await leave(page);
  });

  it('has a history that names missing and superfluous notes', () => {
    const amiss = (name: string): string[] =>
      all(one(open('/lamps/history/'), `li#${name}`), 'p.amiss').map((line) => wordsOf(line));
    // Of links and form a note may tell.
    expect(amiss('2025-06-01')).toEqual(['Also changed, but not mentioned above: “Keeping”.']);
    expect(amiss('2025-09-01')).toEqual([
      'Also changed, but not mentioned above: “Keeping”.',
      'Mentioned above, but the text is the same: “Who we are”.',
    ]);
    expect(amiss('2025-10-01')).toEqual([]);
  });

  it('has a history that distinguishes them from edits', () => {
    const entry = one(open('/lamps/history/'), 'li#2025-06-01');
    expect(all(one(entry, 'div.real'), 'li').map((item) => wordsOf(item))).toEqual([
      'Who we are formatting only',
      'Sharing link addresses only',
      'Keeping edited',
    ]);
  });

  it('says that two versions have the same text', () => {
    const document = open('/lamps/compare/2025-09-01/2025-10-01/');
    expect(wordsOf(one(document, 'p.counts'))).toBe('These two versions have the same text.');
    expect(all(document, 'section.changes-made')).toEqual([]);
    expect(all(document, 'ins').concat(all(document, 'del'))).toEqual([]);
  });

  it('has a comparison of its draft with the last version, in a preview', () => {
    const preview = inject('languages');
    const href = (address: string): string => preview.base + address.slice(1);
    const inPreview = (address: string): Node => readPage(preview, address).document;
    const document = inPreview('/lamps/compare/2025-10-01/draft/');
    expect(wordsOf(one(document, 'h1'))).toBe('What changed between 1 October 2025 and the draft');
    // The last version is in force: what the draft changes of it is what it will change.
    const moving = '/lamps/compare/draft/current/';
    const [link] = linksIn(one(inPreview('/lamps/draft/'), 'section.comparisons'));
    expect(link).toBe(href(moving));
    expect(wordsOf(one(inPreview(moving), '.redline'))).toBe(wordsOf(one(document, '.redline')));
  });
});

describe.runIf(histories)('comparisons of the real histories', () => {
  const site = histories!;
  const openPage = useBrowser();

  it('exist for each version with its predecessor and with the current one', () => {
    const addresses = new Set(comparisonsOf(site));
    const names = pagesOf(site)
      .filter((page) => kindOf(page) === 'version' && page.path.startsWith('/basecamp/'))
      .map((page) => nameOf(page.path));
    expect(names.length).toBe(30);
    names.forEach((name, index) => {
      if (index === 0) return;
      expect(addresses).toContain(`/basecamp/compare/${names[index - 1]}/${name}/`);
    });
    for (const name of names) expect(addresses).toContain(`/basecamp/compare/${name}/current/`);
    // Neighbours, the other two of each of the first five, and each with the current notice.
    expect([...addresses].filter((address) => address.startsWith('/basecamp/')).length).toBe(
      29 + (20 - 4) + 30,
    );
  });

  it('in reverse are made in the browser', async () => {
    const { document } = readPage(site, '/basecamp/compare/');
    const names = all(one(document, 'form.pick'), 'input')
      .filter((box) => attribute(box, 'name') === 'from')
      .map((box) => attribute(box, 'value') ?? '');
    const page = await openPage();
    const complaints = listen(page);
    await page.goto(urlOf(site, `/basecamp/compare/?from=${names[0]}&to=${names[5]}`));
    await page.waitForSelector('.redline');
    const back = await page
      .locator('.views a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(back[1]).toBe(`/basecamp/compare/?from=${names[0]}&to=${names[5]}&view=side-by-side`);
    expect(await page.locator('article .banner').innerText()).toMatch(
      /^You are comparing backwards/,
    );
    expect(complaints).toEqual([]);
    await leave(page);
  });

  it('link from removed sentences to the version that had the target', () => {
    const isAway = (link: Element): boolean =>
      /^\/.*\/\d{4}-\d{2}-\d{2}\/#/.test(attribute(link, 'href') ?? '') &&
      !classesOf(link).includes('anchor');
    const hasOneAway = ({ document }: Page): boolean =>
      all(document, 'div.redline').some((text) => all(text, 'a').some(isAway));
    const comparisons = pagesOf(site).filter((page) => kindOf(page) === 'comparison');
    expect(comparisons.some(hasOneAway)).toBe(true);
  });
});
