import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import sharp from 'sharp';
import { parse as parseYaml } from 'yaml';
import { describe, expect, inject, it } from 'vitest';
import { namesOfFiles, TODAY } from './setup/build.ts';
import { all, attribute, one, wordsOf } from './setup/html.ts';
import { validator } from './setup/schemas.ts';
import { kindOf, pagesOf, readPage, type BuiltSite, type Page } from './setup/site.ts';

const samples = inject('samples');
const histories = inject('histories');
const sites = [...samples, ...(histories ? [histories] : [])];
const ORIGIN = 'https://notices.example';

const readText = ({ folder }: Pick<BuiltSite, 'folder'>, file: string): string =>
  readFileSync(path.join(folder, file), 'utf8');
const readJson = (site: Pick<BuiltSite, 'folder'>, file: string): unknown =>
  JSON.parse(readText(site, file)) as unknown;

/** Where on disk a whole address leads. */
const fileAt = (site: BuiltSite, address: string): string =>
  decodeURI(address.slice((ORIGIN + site.base).length)).replace(/(^|\/)$/, '$1index.html');

const filesOf = (site: BuiltSite, pattern: RegExp): string[] =>
  namesOfFiles(site.folder).filter((file) => pattern.test(file));

describe.each(sites)('the data of the site $name', (site) => {
  const own = (address: string): string => ORIGIN + site.base + address.replace(/^\//, '');

  it('conforms to the published schemas', () => {
    const checks: [RegExp, string][] = [
      [/\/versions\.json$/, 'notice-versions'],
      [/^versions\.json$/, 'site-versions'],
      [/\/\d{4}-\d\d-\d\d[^/]*\.json$/, 'version'],
    ];
    for (const [pattern, name] of checks) {
      const errorsIn = validator(site, name);
      const files = filesOf(site, pattern);
      expect(files.length).toBeGreaterThan(0);
      expect(files.flatMap((file) => errorsIn(readJson(site, file)))).toEqual([]);
    }
  });

  it('links only to existing files', () => {
    const addresses = filesOf(site, /(^|\/)versions\.json$|\.well-known\//).flatMap((file) => [
      ...readText(site, file).matchAll(/"(https?:[^"]*)"/g),
    ]);
    expect(addresses.length).toBeGreaterThan(50);
    const files = new Set(namesOfFiles(site.folder));
    const lost = addresses
      .map(([, address = '']) => address)
      .filter((address) => !files.has(fileAt(site, address)));
    expect(lost).toEqual([]);
  });

  it('has valid feeds, with an entry for each version', () => {
    const feeds = filesOf(site, /[^/]+\/feed\.xml$/);
    expect(feeds.length).toBeGreaterThan(4);
    for (const file of feeds) {
      const feed = parseFeed(readText(site, file));
      const { versions } = readJson(site, file.replace('feed.xml', 'versions.json')) as {
        versions: { url: string; version: string }[];
      };
      expect(feed.meta.type).toBe('atom');
      // What is too much for one feed is in archives, the newest of which has the highest number.
      const archives = filesOf(site, new RegExp(`^${file.replace('.xml', '')}\\.\\d+\\.xml$`))
        .toSorted((a, b) => b.length - a.length || (a < b ? 1 : -1))
        .flatMap((archive) => parseFeed(readText(site, archive)).items);
      const items = [...feed.items, ...archives];
      expect(items.map(({ url }) => url)).toEqual(versions.map(({ url }) => url).toReversed());
      expect(new Set(items.map(({ id }) => id)).size).toBe(versions.length);
      for (const { id, published } of feed.items) {
        expect(id).toMatch(/^tag:notices\.example,\d{4}:/);
        expect(published).toBeInstanceOf(Date);
      }
      const json = readJson(site, file.replace('.xml', '.json')) as {
        version: string;
        items: { id: string; content_html: string }[];
      };
      expect(json.version).toBe('https://jsonfeed.org/version/1.1');
      expect(json.items.map(({ id }) => id)).toEqual(feed.items.map(({ id }) => id));
      const relative = json.items.flatMap(({ content_html: html }) => [
        ...html.matchAll(/\s(?:href|src)="(?!https?:|mailto:|tel:)([^"]*)"/g),
      ]);
      expect(relative.map(([found]) => found)).toEqual([]);
    }
  });

  it('has feeds of sections, with links to them', () => {
    const feeds = filesOf(site, /\/feed\/[^/]+\.xml$/);
    expect(feeds.length).toBeGreaterThan(3);
    for (const file of feeds) {
      const { items } = parseFeed(readText(site, file));
      expect(items.length).toBeGreaterThan(2);
      for (const { url } of items) expect(url).toMatch(/\/\d{4}-\d\d-\d\d[^/]*\/#/);
    }
  });

  it('has a sitemap with dates, and robots.txt names it', () => {
    const urls = [
      ...readText(site, 'sitemap.xml').matchAll(/<loc>([^<]*)<\/loc><lastmod>([^<]*)<\/lastmod>/g),
    ];
    expect(urls.length).toBeGreaterThan(10);
    const files = new Set(namesOfFiles(site.folder));
    for (const [, address = '', day = ''] of urls) {
      expect(files.has(fileAt(site, address))).toBe(true);
      expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
      const page = readPage(site, `/${fileAt(site, address).replace(/index\.html$/, '')}`);
      expect(all(page.document, 'meta').some((meta) => attribute(meta, 'name') === 'robots')).toBe(
        false,
      );
    }
    expect(readText(site, 'robots.txt')).toContain(`Sitemap: ${own('sitemap.xml')}`);
  });

  it('has in each head working links to other versions and formats', () => {
    const files = new Set(namesOfFiles(site.folder));
    const wrong = pagesOf(site)
      .filter((page) => ['notice', 'version'].includes(kindOf(page)))
      .flatMap((page) => {
        const links = all(page.document, 'link').map((link) => ({
          rel: attribute(link, 'rel'),
          href: attribute(link, 'href') ?? '',
        }));
        const rels = links.map(({ rel }) => rel);
        const needed = [
          'canonical',
          'privacy-policy',
          'latest-version',
          'version-history',
          'alternate',
        ];
        const dead = links
          .filter(({ rel, href }) => rel !== 'canonical' && !href.includes('_astro'))
          // Of pages in other languages search engines want the whole address.
          .map(({ href }) => href.replace(/^https:\/\/notices\.example/, ''))
          .map((href) => href.slice(site.base.length))
          .filter((file) => !files.has(file.replace(/(^|\/)$/, '$1index.html')));
        return [...needed.filter((rel) => !rels.includes(rel)), ...dead].map(
          (what) => `${page.path} ${what}`,
        );
      });
    expect(wrong).toEqual([]);
  });

  it('has structured data on every notice and version', () => {
    for (const page of pagesOf(site).filter((each) => kindOf(each) === 'version')) {
      const [, data = ''] =
        /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page.html) ?? [];
      const { '@graph': graph } = JSON.parse(data) as {
        '@graph': { '@type': string; version?: string; publisher?: { legalName: string } }[];
      };
      expect(graph.map((node) => node['@type'])).toEqual(['WebPage', 'BreadcrumbList']);
      expect(page.path).toContain(`/${graph[0]?.version}/`);
      expect(graph[0]?.publisher?.legalName).toBeTruthy();
    }
  });

  it('has each current section as a file, with its version', () => {
    const parts = filesOf(site, /\/parts\/[^/~]+\.html$/);
    expect(parts.length).toBeGreaterThan(50);
    for (const file of parts) {
      const html = readText(site, file);
      expect(html).toMatch(/data-version="\d{4}-\d\d-\d\d[^"]*" data-fingerprint="[0-9a-f]{64}"/);
      expect(html).not.toMatch(/<script|style=/);
      expect(html).toMatch(/^<!doctype html>\n<html lang="[^"]+" data-organisation="\w+">/);
      // Its one sheet is of the site it was taken from.
      const local = [...html.matchAll(/\shref="(?!https?:|mailto:|tel:)([^"]*)"/g)];
      expect(local.map(([, href]) => href)).toEqual([`${site.base}part.css`]);
    }
  });

  it('has what changed last in each notice as a file, empty where that is no news', () => {
    const notices = filesOf(site, /[^/]+\/versions\.json$/);
    const parts = filesOf(site, /\/parts\/~latest-change\.html$/);
    expect(parts.map((file) => file.replace('parts/~latest-change.html', ''))).toEqual(
      notices.map((file) => file.replace('versions.json', '')),
    );
    const files = new Set(namesOfFiles(site.folder));
    const shown = parts.filter((file) => {
      const html = readText(site, file);
      expect(html).not.toMatch(/<script|style=/);
      const [, attributes = '', content = ''] = /<main([^>]*)>([\s\S]*)<\/main>/.exec(html) ?? [];
      const [, until = ''] = /data-until="([^"]+)"/.exec(attributes) ?? [];
      // The day for which these sites are built.
      expect(content.includes('<p')).toBe(until >= TODAY);
      if (until < TODAY) return false;
      expect(attributes).toMatch(/data-version="\d{4}-\d\d-\d\d[^"]*" data-effective="\d{4}-/);
      const links = [...content.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => href);
      expect(links).toHaveLength(1);
      expect(files).toContain(fileAt(site, links[0]!));
      return true;
    });
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(parts.length);
    expect(
      filesOf(site, /^sitemap\.xml$/)
        .map((file) => readText(site, file))
        .join(),
    ).not.toContain('/parts/');
  });

  it('has a TimeMap of every notice, which leads to its versions', () => {
    const maps = filesOf(site, /timemap\.link$/);
    expect(maps.length).toBeGreaterThan(4);
    const files = new Set(namesOfFiles(site.folder));
    for (const file of maps) {
      const links = readText(site, file).trim().split(',\n');
      const mementos = links.filter((link) =>
        /rel="[^"]*memento"; datetime="[^"]* GMT"$/.test(link),
      );
      expect(mementos.length).toBe(links.length - 2);
      const lost = links
        .map((link) => /^<([^>]*)>/.exec(link)?.[1] ?? '')
        .filter((address) => !files.has(fileAt(site, address)));
      expect(lost).toEqual([]);
    }
  });

  it('has the text for the page margins of every printed version', () => {
    for (const page of pagesOf(site).filter((each) => kindOf(each) === 'version')) {
      const html = one(page.document, 'html');
      expect(attribute(html, 'data-paper-name')).toMatch(/ – /);
      expect(attribute(html, 'data-paper-version')).toMatch(/^(?:Version of|Fersiwn) \d/);
      expect(attribute(html, 'data-paper-fingerprint')).toMatch(/^SHA-256 [0-9a-f]{64}$/);
      expect(attribute(html, 'data-paper-address')).toBe(own(page.path).replace('https://', ''));
    }
  });

  it('has the name and the address of every other page for its printed margins', () => {
    for (const page of pagesOf(site).filter((each) => kindOf(each) !== 'version')) {
      const html = one(page.document, 'html');
      const title = attribute(html, 'data-paper-name') ?? '';
      expect([title.length > 3, title.length <= 90]).toEqual([true, true]);
      if (page.path !== '/404.html')
        expect(attribute(html, 'data-paper-address')).toMatch(/^notices\.example\//);
    }
  });

  it('has a citation of every version', () => {
    for (const page of pagesOf(site).filter((each) => kindOf(each) === 'version')) {
      const words = wordsOf(one(page.document, 'p.cite'));
      expect(words).toContain(`, ${own(page.path)} (SHA-256 `);
      expect(words).toMatch(/, (?:version of|fersiwn) \d/);
    }
  });

  it('has the readable source of every version', () => {
    const sources = filesOf(site, /\/\d{4}-\d\d-\d\d[^/]*\.md$/);
    expect(sources.length).toBeGreaterThan(20);
    for (const file of sources) {
      const [, frontmatter = ''] = /^---\n([\s\S]*?)\n---/.exec(readText(site, file)) ?? [];
      expect(parseYaml(frontmatter)).toHaveProperty('controller');
    }
  });
});

describe.each([inject('languages'), ...samples].filter(({ cards }) => cards))(
  'the cards of the site $name',
  (site) => {
    it('are there for every notice and version, named in its head and by comparisons that lead there', async () => {
      // What is a draft, or of one, is not public.
      const isPublic = ({ path: address }: Page): boolean =>
        !/^\/(?:new|imported)\/|\/draft\//.test(address);
      const pages = pagesOf(site).filter(
        (page) => ['notice', 'version', 'comparison'].includes(kindOf(page)) && isPublic(page),
      );
      expect(pages.length).toBeGreaterThan(20);
      const named = pages.map((page) => {
        const [, image] = /<meta property="og:image" content="([^"]*)">/.exec(page.html) ?? [];
        return image === undefined ? page.path : fileAt(site, image);
      });
      const cards = filesOf(site, /(^|\/)card\.png$/);
      expect(new Set(named)).toEqual(new Set(cards));
      const sizes = await Promise.all(
        cards.slice(0, 40).map(async (file) => {
          const { width, height, format } = await sharp(path.join(site.folder, file)).metadata();
          return `${format} ${width}x${height}`;
        }),
      );
      expect(new Set(sizes)).toEqual(new Set(['png 1200x630']));
    });
  },
);
