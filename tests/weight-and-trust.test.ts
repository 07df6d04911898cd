import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page as BrowserPage } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { namesOfFiles } from './setup/build.ts';
import { all, attribute, classesOf, elementsIn, textOf, wordsOf } from './setup/html.ts';
import {
  kindOf,
  sharing,
  useBrowser,
  pagesOf,
  urlOf,
  type BuiltSite,
  type Page,
  usePages,
  leave,
} from './setup/site.ts';

const samples = inject('samples');
const histories = inject('histories');
const sites = [...samples, ...(histories ? [histories] : [])];

const hasScript = (page: Page): boolean =>
  ['compare', 'comparison', 'search', 'on', 'missing', 'history'].includes(kindOf(page)) ||
  // The home page of many notices.
  all(page.document, 'p.filter').length > 0;

describe.each(sites)('every page of the site $name', (site) => {
  const { all: pages, wrong: pagesWith } = usePages(site);

  it('has no script unless it searches, filters, compares versions, finds a date or leads to a comparison', () => {
    expect(
      pagesWith(
        (page) => !hasScript(page) && /<script(?! type="application\/ld\+json")/i.test(page.html),
      ),
    ).toEqual([]);
    const scripts = pages()
      .filter(hasScript)
      .flatMap(({ document }) => all(document, 'script'));
    const running = scripts.filter((script) => !/json$/.test(attribute(script, 'type') ?? ''));
    expect(running.length).toBeGreaterThan(0);
    expect(running.map((script) => attribute(script, 'type'))).toEqual(running.map(() => 'module'));
    expect(
      running.filter(
        (script) =>
          !attribute(script, 'src')?.startsWith(`${site.base}_astro/`) || wordsOf(script) !== '',
      ),
    ).toEqual([]);
  });

  it('has no inline style', () => {
    expect(
      pagesWith(({ document }) =>
        elementsIn(document).some(
          (element) => element.tagName === 'style' || attribute(element, 'style') !== undefined,
        ),
      ),
    ).toEqual([]);
  });

  it('has no event handler and no javascript: address', () => {
    expect(
      pagesWith(({ document }) =>
        elementsIn(document).some(({ attrs }) =>
          attrs.some(
            ({ name, value }) => /^on/i.test(name) || /^\s*(javascript|data):/i.test(value),
          ),
        ),
      ),
    ).toEqual([]);
  });

  it('has one strict content security policy, before anything it governs', () => {
    expect(
      pagesWith((page) => {
        const elements = elementsIn(page.document);
        const policies = elements.filter(
          (element) =>
            attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy',
        );
        const [policy] = policies;
        const content = (policy && attribute(policy, 'content')) ?? '';
        const firstLoaded = elements.findIndex(({ tagName }) => /^(link|img|style)$/.test(tagName));
        return (
          policies.length !== 1 ||
          !content.split(';').some((directive) => directive.trim() === "default-src 'none'") ||
          // Nothing may run or be fetched but on the pages that have a script.
          /script-src/.test(content) !== hasScript(page) ||
          !/connect-src 'self'(;|$)/.test(content) ||
          // The search engine is WebAssembly; nothing else is allowed that is made on the page.
          /'wasm-unsafe-eval'/.test(content) !== (kindOf(page) === 'search') ||
          /unsafe(?<!'wasm-unsafe)|\*|https?:|data:/.test(content) ||
          (policy !== undefined && firstLoaded < elements.indexOf(policy))
        );
      }),
    ).toEqual([]);
  });

  it('has only forms that send a GET request to this site', () => {
    const forms = pages().flatMap(({ document }) => all(document, 'form'));
    expect(forms.length).toBeGreaterThan(0);
    expect(
      forms.filter(
        (form) =>
          attribute(form, 'method') !== 'get' || !attribute(form, 'action')?.startsWith(site.base),
      ),
    ).toEqual([]);
  });

  it('embeds nothing, and loads only pictures and style sheets', () => {
    const embedding = /^(iframe|object|embed|video|audio|base|frame)$/;
    expect(
      pagesWith(({ document }) =>
        elementsIn(document).some(({ tagName }) => embedding.test(tagName)),
      ),
    ).toEqual([]);
    const loaded = pages().flatMap(({ document }) => [
      ...all(document, 'img').map((image) => attribute(image, 'src')),
      ...all(document, 'source').map((source) => attribute(source, 'srcset')),
      ...all(document, 'link')
        .filter((link) => /^(stylesheet|icon)$/.test(attribute(link, 'rel') ?? ''))
        .map((link) => attribute(link, 'href')),
    ]);
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.filter((address) => !address?.startsWith(site.base))).toEqual([]);
  });
});

describe.each(sites)('the files of the site $name', (site) => {
  it('are of known kinds, with thirteen scripts', () => {
    const files = namesOfFiles(site.folder);
    // The list by which the next build knows the files of this one.
    const own = files.filter((file) => file !== '.noticeboard' && !file.startsWith('pagefind/'));
    const forHosts = own.filter(
      (file) => path.extname(file) === '' || file.startsWith('.hosting/'),
    );
    expect(forHosts.toSorted()).toEqual([
      '.hosting/Caddyfile',
      '.hosting/nginx.conf',
      '_headers',
      '_redirects',
    ]);
    const kinds = own.filter((file) => !forHosts.includes(file)).map((file) => path.extname(file));
    expect(new Set(kinds)).toEqual(
      new Set([
        ...['.html', '.css', '.svg', '.json', '.txt', '.md', '.xml', '.link', '.ics', '.js'],
        ...(site.cards ? ['.png'] : []),
      ]),
    );
    // For the seven kinds of pages, what two or three of them use, the words of records and dates.
    expect(kinds.filter((kind) => kind === '.js').length).toBe(13);
    const indexed = files.filter((file) => file.startsWith('pagefind/'));
    expect(new Set(indexed.map((file) => path.extname(file)))).toEqual(
      new Set(['.js', '.json', '.pagefind', '.pf_meta', '.pf_index', '.pf_fragment']),
    );
    expect(indexed.filter((file) => file.endsWith('.js'))).toEqual(['pagefind/pagefind.js']);
  });
});

/**
 * 14 KB: what a server sends before it waits for the first answer. The longest histories, of some
 * twenty versions with a hundred sections, may take a second round: they are drawn twice, for a phone and a desk.
 */
const BUDGET = { notice: 14 * 1024, version: 14 * 1024, history: 21 * 1024 } as const;

describe.each(sites)('the weight of the site $name', (site) => {
  it.each(['notice', 'version', 'history'] as const)(
    'is at most 14 KB (21 KB for a history) beyond the words of the notice on each %s page',
    (kind) => {
      const weights = pagesOf(site)
        .filter((page) => kindOf(page) === kind)
        .map((page) => ({ path: page.path, bytes: weightOf(site, page) }))
        .toSorted((a, b) => b.bytes - a.bytes);
      const [worst] = weights;
      if (!worst) throw new Error(`the site has no ${kind} page`);
      process.stdout.write(
        `Heaviest ${kind} page of ${site.name}: ${(worst.bytes / 1024).toFixed(2)} KB, ${worst.path}\n`,
      );
      expect(weights.filter(({ bytes }) => bytes > BUDGET[kind])).toEqual([]);
    },
  );
});

/** The compressed page and its style sheets, less the notice's own words compressed alone. */
function weightOf({ base, folder }: BuiltSite, { html, document }: Page): number {
  const sheets = all(document, 'link')
    .filter((link) => attribute(link, 'rel') === 'stylesheet')
    .map((link) => path.join(folder, (attribute(link, 'href') ?? '').slice(base.length)));
  expect(sheets.length).toBeGreaterThan(0);
  expect(sheets.filter((sheet) => !existsSync(sheet))).toEqual([]);
  const delivered = [html, ...sheets.map((sheet) => readFileSync(sheet))];
  // In a history, the notice's own words are what its author wrote of the changes.
  const changes = all(document, 'ul.changes').map((list) => wordsOf(list));
  // And the names of its sections.
  const names = all(document, 'div.map').map((map) => wordsOf(map));
  // And what changed most, where nobody wrote of it, with the sections that changed.
  const found = all(document, 'p').filter((line) => classesOf(line).includes('largest'));
  const sections = all(document, 'div.real').flatMap((real) => all(real, 'li'));
  const real = [...found, ...sections].map((element) => wordsOf(element));
  const own = [textOf(document), ...changes, ...names, ...real].join(' ');
  return sum(delivered.map(compressed)) - compressed(own);
}

const compressed = (content: string | Buffer): number => gzipSync(content).length;
const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

/** One page of each kind. */
const EXAMPLES = {
  home: '/',
  'notice in force': '/parleyvane/users/',
  'superseded version': '/parleyvane/users/2018-05-25/',
  history: '/parleyvane/users/history/',
  'withdrawn notice': '/larkrise/prize-draw/',
  'missing page': '/nothing/here/',
};

describe('in a browser', () => {
  const openPage = useBrowser();
  const withScripts = sharing(openPage);
  const withoutScripts = sharing(openPage, { javaScriptEnabled: false });

  const pagesSeen = samples.flatMap((site) =>
    Object.entries(EXAMPLES).map(([name, address]) => ({ name, address, site, base: site.base })),
  );

  it.each(pagesSeen)(
    'the $name at $base sends no request elsewhere and stores nothing',
    async (seen) => {
      const { name, address, site } = seen;
      const status = name === 'missing page' ? 404 : 200;
      const page = await openPage();
      const requests: { url: string; type: string }[] = [];
      const complaints: string[] = [];
      page.on('request', (request) =>
        requests.push({ url: request.url(), type: request.resourceType() }),
      );
      page.on('requestfailed', (request) => complaints.push(request.url()));
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));

      const response = await page.goto(urlOf(site, address), { waitUntil: 'networkidle' });

      expect(response?.status()).toBe(status);
      expect(requests.filter(({ url }) => !url.startsWith(urlOf(site, '/')))).toEqual([]);
      const icon = urlOf(site, '/favicon.svg');
      const kinds = (): Set<string> =>
        new Set(requests.filter(({ url }) => url !== icon).map(({ type }) => type));
      // The mark of the house is asked for when the page is laid out, which may be after a lull.
      const loaded = ['document', 'stylesheet', 'image'];
      // A missing comparison is looked for elsewhere, and a timeline is walked with arrow keys.
      const hasScript = status === 404 || name === 'history';
      await expect.poll(kinds).toEqual(new Set(hasScript ? [...loaded, 'script'] : loaded));
      // Chromium reports the missing page itself; that is no fault of the page.
      expect(complaints.filter((text) => !(status === 404 && /status of 404/.test(text)))).toEqual(
        [],
      );
      expect(await page.context().cookies()).toEqual([]);
      expect(
        await page.evaluate(async () => [
          localStorage.length,
          sessionStorage.length,
          (await indexedDB.databases()).length,
          (await caches.keys()).length,
          (await navigator.serviceWorker.getRegistrations()).length,
        ]),
      ).toEqual([0, 0, 0, 0, 0]);
      await leave(page);
    },
  );

  // Only the last of these has a script: it may not change how the page looks.
  it.each(
    pagesSeen
      .slice(0, Object.keys(EXAMPLES).length)
      .filter(({ name }) => ['notice in force', 'missing page'].includes(name)),
  )('the $name looks the same without JavaScript', async ({ address, site }) => {
    const look = async (page: BrowserPage): Promise<[string, Buffer]> => {
      await page.goto(urlOf(site, address));
      // The logo comes after the words.
      await expect
        .poll(() => page.evaluate(() => [...document.images].every((each) => each.complete)))
        .toBe(true);
      return [await page.content(), await page.screenshot()];
    };
    const [contentWith, pictureWith] = await look(await withScripts());
    const [contentWithout, pictureWithout] = await look(await withoutScripts());
    expect(contentWithout).toBe(contentWith);
    expect(pictureWithout.equals(pictureWith)).toBe(true);
  });
});
