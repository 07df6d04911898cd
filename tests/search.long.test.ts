import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page as BrowserPage, Response } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { all, attribute, elementsIn, type Element, type Node } from './setup/html.ts';
import { addressOf, answered, searcher, statusOf } from './setup/search.ts';
import { kindOf, pagesOf, readPage, urlOf, useBrowser, leave } from './setup/site.ts';

const samples = inject('samples');
const histories = inject('histories');
const sites = [...samples, ...(histories ? [histories] : [])];
const sample = samples[0]!;

const openPage = useBrowser();
const { sharedPage, search } = searcher(openPage);

/** The elements of some tags within a node. */
const tagged = (node: Node, tags: RegExp): Element[] =>
  elementsIn(node).filter(({ tagName }) => tags.test(tagName));

interface Seen {
  heading: string;
  href: string;
  of: string;
  when: string;
  excerpt: string;
  marked: string[];
}

const resultsOf = (page: BrowserPage): Promise<Seen[]> =>
  page.locator('.result').evaluateAll((results) =>
    results.map((result) => {
      const text = (selector: string) => result.querySelector(selector)?.textContent ?? '';
      return {
        heading: text('h2'),
        href: result.querySelector('h2 a')?.getAttribute('href') ?? '',
        of: text('.of'),
        when: text('.when').trim(),
        excerpt: text('.excerpt'),
        marked: [...result.querySelectorAll('mark')].map((mark) => mark.textContent),
      };
    }),
  );

const withoutDirective = (href: string): string => href.replace(/:~:.*$/, '');

describe.each(samples)('the search page at $base', (site) => {
  const href = (address: string): string => site.base + address.slice(1);

  it('finds current sections, with their notice and date', async () => {
    const page = await search(site, { q: 'six years' });
    const results = await resultsOf(page);
    expect(results.length).toBeGreaterThan(3);
    const harbourlight = results.find(({ of }) => of.includes('Harbourlight'));
    expect(harbourlight).toMatchObject({
      heading: 'How long do we keep your information?',
      of: 'Customer privacy notice, Harbourlight IT Limited',
      when: 'Unchanged since 19 June 2026',
    });
    expect(withoutDirective(harbourlight!.href)).toBe(href('/harbourlight/customers/#retention'));
    expect(harbourlight!.marked).toContain('Six years');
    expect(results.filter(({ when }) => !when.startsWith('Unchanged since'))).toEqual([]);
    expect(await statusOf(page)).toBe(`${results.length} results for “six years”.`);
  });

  it('links to the section, with the words highlighted by the browser', async () => {
    const page = await search(site, { q: 'six years', in: 'harbourlight/customers' });
    await page.locator('.result h2 a').first().click();
    await page.waitForLoadState();
    const { pathname, hash } = new URL(page.url());
    expect(pathname + hash).toMatch(/harbourlight\/customers\/#retention/);
    await expect
      .poll(() =>
        page.getByText('Six years from the end of the financial year').evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return top >= 0 && bottom <= window.innerHeight;
        }),
      )
      .toBe(true);
  });

  it('includes earlier and upcoming texts on request, each once with its dates', async () => {
    const asked = { q: 'how long we keep', past: '1' };
    const page = await search(site, asked);
    while (await page.locator('.more').isVisible()) {
      const count = await page.locator('.result').count();
      await page.locator('.more').click();
      await expect
        .poll(
          async () =>
            (await page.locator('.result').count()) > count ||
            !(await page.locator('.more').isVisible()),
        )
        .toBe(true);
    }
    const results = await resultsOf(page);
    const texts = results.map(({ heading, of, excerpt }) => `${of} ${heading} ${excerpt}`);
    expect(new Set(texts).size).toBe(texts.length);
    const past = results.filter(({ when }) => /In force .* – /.test(when));
    expect(past.length).toBeGreaterThan(0);
    for (const { href: to } of past) expect(to).toMatch(/\/\d{4}-\d{2}-\d{2}\/#/);
    expect(results.some(({ when }) => when.startsWith('Unchanged since'))).toBe(true);
  });

  it('shows when a phrase first and last appeared in each notice', async () => {
    const page = await search(site, { q: '"six years"' });
    const rows = await page
      .locator('.appearances tbody tr')
      .evaluateAll((found) =>
        found.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
      );
    expect(rows).toContainEqual([
      'Customer privacy noticeHarbourlight IT Limited',
      '6 March 2023',
      '19 June 2026 In force',
    ]);
    const [first] = await page
      .locator('.appearances tr:has-text("Harbourlight") a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(withoutDirective(first!)).toBe(href('/harbourlight/customers/2023-03-06/#retention'));
    // Until then it was another period.
    const before = readPage(site, '/harbourlight/customers/2021-02-01/').html;
    expect(before).not.toMatch(/six years/i);
  });

  it('finds a quoted phrase only word for word', async () => {
    const page = await search(site, { q: '"six year"', past: '1' });
    expect(await statusOf(page)).toBe('No results for “six year” in all versions.');
  });

  it('searches the notice that it was opened from, with a link to search all', async () => {
    const page = await openPage();
    await page.goto(urlOf(site, '/harbourlight/customers/'));
    await page.getByRole('searchbox', { name: 'Search this notice' }).fill('cookie');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search/);
    await answered(page);
    const results = await resultsOf(page);
    expect(results.length).toBeGreaterThan(0);
    expect(results.filter(({ of }) => !of.includes('Harbourlight'))).toEqual([]);
    const within = page.locator('.within');
    expect(await within.textContent()).toContain('Searching Customer privacy notice, Harbourlight');
    await within.getByRole('link', { name: 'Search all notices' }).click();
    await answered(page);
    expect(await within.isVisible()).toBe(false);
    expect((await resultsOf(page)).some(({ of }) => !of.includes('Harbourlight'))).toBe(true);
    await leave(page);
  });

  it('searches the old version that it was opened from, with links to search more', async () => {
    const page = await openPage();
    await page.goto(urlOf(site, '/harbourlight/customers/2018-05-25/'));
    await page.getByRole('searchbox', { name: 'Search this version' }).fill('keep');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL(/search/);
    await answered(page);
    const results = await resultsOf(page);
    expect(results.length).toBeGreaterThan(0);
    const other = results.filter(
      ({ href: to }) => !to.startsWith(href('/harbourlight/customers/2018-05-25/')),
    );
    expect(other).toEqual([]);
    expect(await page.locator('.within').textContent()).toContain('version of 25 May 2018');
    await page.getByRole('link', { name: 'Search the current notice' }).click();
    await answered(page);
    expect((await resultsOf(page)).map(({ href: to }) => to).join()).not.toContain('2018-05-25');
    await leave(page);
  });

  it('filters by notice, organisation and audience, and keeps the filter in the address', async () => {
    const page = await search(site, { q: 'data' });
    await page.getByLabel('Organisation').selectOption('Larkrise Leisure Limited');
    await expect.poll(() => page.url()).toContain('controller=Larkrise+Leisure+Limited');
    await answered(page);
    const narrowed = await resultsOf(page);
    expect(narrowed.filter(({ of }) => !of.includes('Larkrise'))).toEqual([]);

    const again = await openPage();
    await again.goto(page.url());
    await answered(again);
    expect(await resultsOf(again)).toEqual(narrowed);
    await page.goBack();
    await answered(page);
    await expect
      .poll(async () => (await resultsOf(page)).length)
      .toBeGreaterThan(narrowed.length - 1);
    await leave(again);
  });

  it('shows results while typing', async () => {
    const page = await openPage();
    await page.goto(urlOf(site, '/search/'));
    await page.getByRole('searchbox').pressSequentially('complain');
    await answered(page);
    await expect.poll(() => statusOf(page)).toContain('for “complain');
    expect(new URL(page.url()).searchParams.get('q')).toBe('complain');
    await leave(page);
  });

  it('has a history entry for each query but not for links within the page', async () => {
    const page = await search(site, { q: 'retention' });
    await page.getByRole('searchbox').fill('cookies');
    await page.keyboard.press('Enter');
    await expect.poll(() => statusOf(page)).toContain('for “cookies”');
    await page.getByRole('link', { name: 'Skip to main content' }).press('Enter');
    expect(new URL(page.url()).hash).toBe('#~main');
    expect(await page.locator('.result').count()).toBeGreaterThan(0);
    await page.goBack();
    await page.goBack();
    await expect.poll(() => statusOf(page)).toContain('for “retention”');
    expect(await page.getByRole('searchbox').inputValue()).toBe('retention');
    expect(await page.title()).toMatch(/^retention – Search · /);
  });

  it('reports missing words within its scope', async () => {
    const page = await search(site, { q: 'complain website', in: 'larkrise/members' });
    expect(await statusOf(page)).toMatch(
      /^No current section contains all of these words\. \d+ sections/,
    );
  });

  it('does not find a phrase across two lines', async () => {
    const page = await search(site, { q: '"we are Copperwake Systems"', past: '1' });
    expect(await statusOf(page)).toContain('No results for “we are');
    expect(await page.locator('.appearances table').count()).toBe(0);
  });

  it('finds nothing for random letters', async () => {
    const page = await search(site, { q: 'zzyzxq' });
    expect(await statusOf(page)).toBe('No results for “zzyzxq”.');
  });

  it('has keyboard shortcuts, which can be turned off', async () => {
    const page = await search(site, { q: 'retention' });
    const focused = () =>
      page.evaluate(() => {
        const results = [...document.querySelectorAll('.result h2 a')];
        const place = results.findIndex((link) => link === document.activeElement);
        return place >= 0 ? place : document.activeElement?.getAttribute('name');
      });
    await page.keyboard.press('/');
    expect(await focused()).toBe('q');
    expect(await page.getByRole('searchbox').inputValue()).toBe('retention');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(0);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(1);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('q');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('q');
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    expect(await page.locator('.result').count()).toBe(0);

    await page.getByRole('checkbox', { name: 'Shortcuts: / search' }).click();
    await page.keyboard.press('/');
    expect(await focused()).not.toBe('q');
    expect(page.url()).toContain('keys=off');
  });

  it('lists each shortcut once, and none on a phone', async () => {
    const page = await search(site, { q: 'retention' });
    const keys = page.locator('.keys');
    expect(await keys.locator('kbd').allTextContents()).toEqual(['/', 'Esc', '↑', '↓']);
    expect(await keys.isVisible()).toBe(true);

    const phone = await openPage({ isMobile: true, hasTouch: true });
    await phone.goto(addressOf(site, { q: 'retention' }));
    await answered(phone);
    expect(await phone.locator('.keys').isVisible()).toBe(false);
    await leave(phone);
  });

  it('says in which versions it searched', async () => {
    const page = await search(site, { q: 'retention', past: '1' });
    expect(await statusOf(page)).toMatch(/^\d+ results for “retention” in all versions\.$/);
    await page.goto(addressOf(site, { q: 'keep', in: 'harbourlight/customers/2018-05-25' }));
    await answered(page);
    expect(await statusOf(page)).toMatch(/^\d+ results? for “keep” in this version\.$/);
  });

  it('reports synonyms used and words that no text has', async () => {
    const page = await search(site, { q: 'DPO' });
    expect(await page.locator('.synonyms').textContent()).toContain('“data protection officer”');
    await page.goto(addressOf(site, { q: 'order xyzzy' }));
    await answered(page);
    expect(await statusOf(page)).toContain('No current section contains “xyzzy”');
  });

  it('offers other searches if nothing is found', async () => {
    const page = await search(site, { q: 'xyzzy', in: 'harbourlight/customers' });
    expect(await statusOf(page)).toBe('No results for “xyzzy”.');
    const ways = page.locator('.nothing a');
    expect(await page.locator('.nothing p').first().textContent()).toContain('Filters kept');
    expect(await ways.allTextContents()).toEqual([
      'Search all notices',
      'including earlier and upcoming versions',
      'in the list from A to Z',
    ]);
  });

  it.each([
    ['nothing', '', ''],
    ['signs alone', '!?… <>', 'Enter at least one letter'],
    ['an emoji', '🦊', 'Enter at least one letter'],
    ['a letter', 'k', 'for “k'],
    ['markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['script', '"</script><script>alert(1)</script>"', 'No results for'],
    ['a quote without its partner', '"six years', 'for “"six years'],
    ['Welsh letters', 'tŷ', ''],
    ['ten thousand letters', 'keep '.repeat(2000), 'for “keep keep'],
  ])('accepts %s as a query', async (_, q, said) => {
    const page = await sharedPage();
    const complaints: string[] = [];
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    // One page for all of them: what one query leaves behind may not spoil the next.
    if (!page.url().startsWith(urlOf(site, '/search/'))) await page.goto(urlOf(site, '/search/'));
    await page.getByRole('searchbox').fill(q);
    await page.getByRole('searchbox').press('Enter');
    if (said !== '') await expect.poll(() => statusOf(page)).toContain(said);
    await page.waitForTimeout(100);
    expect(await page.locator('.search-page :is(script, img)').count()).toBe(0);
    expect(complaints).toEqual([]);
    for (const event of ['dialog', 'console', 'pageerror']) page.removeAllListeners(event);
  });

  it('cuts a long query from an address, and says so', async () => {
    const page = await sharedPage();
    await page.goto(addressOf(site, { q: 'keep '.repeat(2000) }));
    await answered(page);
    expect(await statusOf(page)).toContain('Only the first 300 characters of the query');
  });

  it('lists every current section from A to Z without JavaScript', async () => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(addressOf(site, { q: 'retention' }));
    expect(await page.locator('noscript').textContent()).toContain('Search needs JavaScript');
    const listed = await page
      .locator('.a-to-z section a')
      .evaluateAll((links) => links.map((link) => decodeURI(link.getAttribute('href') ?? '')));
    const expected = pagesOf(site)
      // Each search page lists those in its own language.
      .filter((each) => kindOf(each) === 'notice' && !each.path.endsWith('/cy/'))
      .flatMap((each) =>
        all(each.document, 'div.heading').map(
          (heading) =>
            `${href(each.path)}#${attribute(tagged(heading, /^h[2-6]$/)[0]!, 'id') ?? ''}`,
        ),
      );
    expect(expected.length).toBeGreaterThan(50);
    expect(listed.toSorted()).toEqual(expected.toSorted());
    await leave(page);
  });

  it('transfers at most 150 KB for the first query and answers the next within 300 ms', async () => {
    for (const q of ['personal data']) {
      const page = await openPage();
      const bodies: Promise<Buffer>[] = [];
      const note = (response: Response): void => void bodies.push(response.body());
      page.on('response', note);
      await page.goto(addressOf(site, { q }));
      await answered(page);
      page.off('response', note);
      // As hosts serve them; what is compressed already grows by it, and is served as it is.
      const bytes = (await Promise.all(bodies))
        .map((body) => Math.min(body.length, gzipSync(body).length))
        .reduce((sum, size) => sum + size, 0);
      process.stdout.write(`First query at ${site.base}, ${q}: ${(bytes / 1024).toFixed(0)} KB\n`);
      expect(bytes).toBeLessThanOrEqual(150 * 1024);
      const times = await page.evaluate(async () => {
        const box = document.querySelector<HTMLInputElement>('form.search input')!;
        const state = document.querySelector<HTMLElement>('.search-page')!.dataset;
        const taken: number[] = [];
        for (const word of ['rights', 'order', 'share', 'email', 'law']) {
          const begun = performance.now();
          box.value = word;
          box.form!.requestSubmit();
          while (state['state'] === 'searching') await new Promise((next) => setTimeout(next, 1));
          taken.push(performance.now() - begun);
        }
        return taken.toSorted((a, b) => a - b);
      });
      expect(times[2]).toBeLessThan(300);
      await page.context().close();
    }
  });
});

describe('a search within a sentence without spaces, and in other spellings', () => {
  it.each([
    ['電話番号', '安全管理', ['電話番号']],
    ['番号', '安全管理', ['番号']],
    ['鍵のかかる棚', '安全管理', ['鍵のかかる棚']],
    ['"二年後"', '安全管理', ['二年後']],
    ['裁断 配達', '安全管理', ['配達', '裁断']],
    ['strasse', 'Straße', ['Straße', 'Straße;']],
    ['سجلات', 'Straße', ['والسجلات']],
  ])('finds %s', async (q, heading, marked) => {
    const page = await search(inject('corners'), { q });
    const [result] = await resultsOf(page);
    expect(result).toMatchObject({ heading, marked });
    if (heading === '安全管理') {
      expect(result?.excerpt).toBe(
        '当店は配達先の電話番号を鍵のかかる棚に保管し、二年後に裁断します。',
      );
    }
  });

  it.each(['番電', '管棚', '年二'])('does not find letters in another order: %s', async (q) => {
    const page = await search(inject('corners'), { q });
    expect(await resultsOf(page)).toEqual([]);
  });
});

describe('a missing index', () => {
  it('is reported, and the list from A to Z remains', async () => {
    const page = await openPage();
    await page.route('**/pagefind-entry.json*', (route) => route.fulfill({ status: 404 }));
    await page.goto(addressOf(sample, { q: 'retention' }));
    await answered(page);
    expect(await statusOf(page)).toContain('Search could not be loaded');
    expect(await page.locator('.a-to-z section a').count()).toBeGreaterThan(50);
    await page.context().close();
  });
});

describe.each(sites)('the index of the site $name', (site) => {
  it('has each text once, with all its versions', () => {
    const table = JSON.parse(
      readFileSync(path.join(site.folder, 'pagefind', 'table.json'), 'utf8'),
    ) as { records: Record<string, number[]>; notices: { versions: unknown[] }[] };
    const records = Object.values(table.records);
    expect(records.length).toBeGreaterThan(100);
    // Every version of every notice has texts, and most texts are of several versions.
    const places = records.flatMap(([notice, ...runs]) =>
      runs.flatMap((from, index) =>
        index % 2 === 0
          ? Array.from(
              { length: runs[index + 1]! - from + 1 },
              (_, step) => `${notice} ${from + step}`,
            )
          : [],
      ),
    );
    const versions = table.notices.flatMap(({ versions: own }, notice) =>
      own.map((_, index) => `${notice} ${index}`),
    );
    expect(new Set(places)).toEqual(new Set(versions));
    expect(records.length).toBeLessThan(places.length / 1.5);
  });

  it('leaves no source page in the site', () => {
    expect(() => readFileSync(path.join(site.folder, 'search', 'records.json'))).toThrow('ENOENT');
  });
});
