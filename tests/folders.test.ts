import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import type { IsoDate } from '../src/notices/dates.ts';
import { readAndCheckFolder } from '../src/site/folder.ts';
import { readFiles, ROOT, TODAY } from './setup/build.ts';
import { LINKS, linking } from './setup/corners.ts';
import { all, attribute, factsOf, linksIn, one, textOf, wordsOf } from './setup/html.ts';
import { danglingLinks, deadLinks, idsOf, linksOf } from './setup/links.ts';
import { useWorkshop } from './setup/workshop.ts';
import { pagesOf, readPage, type BuiltSite } from './setup/site.ts';

const { noticesOf } = useWorkshop('folders');

const published = inject('corners');
const preview = inject('languages');

describe('the day of the build', () => {
  it('is the first day of a version that takes effect on it', () => {
    const entries = all(readPage(published, '/days/history/').document, 'li.version');
    expect(entries.map((entry) => wordsOf(one(entry, '.status')))).toEqual([
      'Scheduled',
      'In force',
      'Replaced',
    ]);
    expect(textOf(readPage(published, '/days/').document)).toContain('The second');
  });
});

describe('a folder with everything in it', () => {
  const site = published;

  it('has a page for every notice, nested ones below their parents', () => {
    expect(textOf(readPage(site, '/acme/').document)).toContain('The parent.');
    expect(textOf(readPage(site, '/acme/shop/').document)).toContain('The afternoon text.');
    expect(textOf(readPage(site, '/acme/shop/2025-01-01/').document)).toContain('morning');
    expect(textOf(readPage(site, '/acme/shop/2025-01-01-2/').document)).toContain('afternoon');
  });

  it('reads a literal in braces as its value', () => {
    expect(textOf(readPage(site, '/acme/shop/deep/').document)).toContain('Note: Mind the <step>.');
  });

  it('keeps special characters of HTML, and footnotes', () => {
    const text = textOf(readPage(site, '/acme/shop/deep/').document);
    expect(text).toContain('Über uns – wer, wo & “wie”?');
    expect(text).toContain('Second, with 1 < 2 & "quotes" and {braces}.');
    expect(text).toContain('The words of the note.');
  });

  it('has no broken link and no duplicate id', () => {
    const pages = pagesOf(site);
    const links = pages.flatMap((page) => linksOf(site, page));
    expect(links.some(({ written }) => written === '/acme/shop/#about')).toBe(true);
    expect(deadLinks(site, links)).toEqual([]);
    expect(danglingLinks(site, pages, links)).toEqual([]);
    const repeated = pages.flatMap((page) => {
      const ids = idsOf(page);
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    });
    expect(repeated).toEqual([]);
  });

  it('prints all values of the facts where an author puts a component', () => {
    const text = one(readPage(site, '/facts/').document, '.text');
    const printed = Object.fromEntries(
      all(text, 'dl').map((list) => [
        attribute(list, 'data-facts'),
        [...factsOf(list).values()].flat(),
      ]),
    );
    expect(printed).toEqual({
      controller: [
        'Example Limited',
        'Example Shop',
        'Example Club',
        '99999991',
        'Scotland',
        '1 Example Wharf Reigate RH2 9ZZ',
        '1000000',
        'ZA000000',
      ],
      contact: ['privacy@example.example'],
      dpo: ['Data Protection Officer', 'dpo@example.example', '01632 960001'],
      complaints: ['example.example/complain'],
    });
    expect(linksIn(text)).toEqual(
      expect.arrayContaining([
        'mailto:privacy@example.example',
        'mailto:dpo@example.example',
        'tel:+441632960001',
        'https://example.example/complain',
      ]),
    );
  });

  it('marks the language of a notice that is not the site’s', () => {
    const { document } = readPage(site, '/facts/');
    expect(attribute(one(document, '.text'), 'lang')).toBe('ga');
    expect(attribute(one(document, 'h1'), 'lang')).toBe('ga');
    expect(attribute(one(document, 'html'), 'lang')).toBe('en-GB');
  });
});

describe('a link', () => {
  const check = async (links: typeof LINKS): Promise<string[]> => {
    const directory = noticesOf('links', linking(links));
    const { findings } = await readAndCheckFolder({
      directory,
      publicDirectory: path.join(ROOT, 'public'),
      root: path.dirname(directory),
      pages: [],
      drafts: false,
      today: TODAY as IsoDate,
    });
    return findings.map(
      ({ file, line, column, severity }) => `${file}:${line}:${column} ${severity}`,
    );
  };

  it('to a page or section that is not published is an error', async () => {
    const refused = LINKS.filter(({ passes }) => !passes);
    expect(await check(LINKS)).toEqual(
      refused.map(({ id }) => `notices/linking/${id}/2025-01-01.mdx:13:5 error`),
    );
  });

  it.each(LINKS.filter(({ passes }) => passes))('to $what works', ({ id, url }) => {
    const links = linksOf(published, readPage(published, `/linking/${id}/`));
    expect(links.filter(({ written }) => written === url)).not.toEqual([]);
    expect(deadLinks(published, links)).toEqual([]);
    expect(danglingLinks(published, pagesOf(published), links)).toEqual([]);
  });
});

describe('unpublished versions', () => {
  const filesWith = (site: Pick<BuiltSite, 'folder'>, words: string): string[] =>
    [...readFiles(site.folder)]
      .filter(([file, bytes]) => file.includes(words) || bytes.includes(words))
      .map(([file]) => file);

  it.each([
    ['a version whose day of publication is to come', 'nightingale'],
    ['a notice whose only version is to come', 'goldfinch'],
    ['a draft', 'kingfisher'],
    ['a notice that is a draft alone', 'cormorant'],
  ])('leave no trace of %s', (_, words) => {
    expect(filesWith(published, 'second').length).toBeGreaterThan(2);
    expect(filesWith(published, words)).toEqual([]);
  });

  it('leave no trace of their address or date', () => {
    const pages = (words: string) => {
      // A hash may have the digits of a year.
      const apart = new RegExp(`(?<![0-9a-f])${words}(?![0-9a-f])`);
      return (
        filesWith(published, words)
          .filter((file) => apart.test(readFileSync(path.join(published.folder, file), 'latin1')))
          // A JSON Schema names the draft of JSON Schema that it is written in.
          .filter((file) => !/\.(css|js)$|^schemas\//.test(file))
      );
    };
    expect(pages('2029')).not.toEqual([]);
    expect(pages('2027')).toEqual([]);
    expect(pages('2028')).toEqual([]);
    expect(pages('draft')).toEqual([]);
    expect(pagesOf(published).map((page) => page.path)).not.toContain('/autumn/');
  });

  it('are shown in a preview if they are drafts, with a banner', () => {
    const { document } = readPage(preview, '/birds/draft/');
    expect(textOf(document)).toContain('These are the words of the kingfisher.');
    expect(wordsOf(one(document, 'p.banner'))).toMatch(/^Draft/);
    expect(textOf(readPage(preview, '/new/draft/').document)).toContain('cormorant');
  });

  it('have a page of their checklist in a preview, as the version in force has, and else none', () => {
    const { document } = readPage(preview, '/birds/draft/check/');
    expect(wordsOf(one(document, 'h1'))).toBe('What the law asks for');
    expect(wordsOf(one(document, 'article'))).toContain('This is not legal advice.');
    // A row for each duty, and the heads.
    expect(all(one(document, 'table.check-duties'), 'tr')).toHaveLength(19);
    const links = all(one(document, 'table.check-duties'), 'a').map((a) => attribute(a, 'href'));
    expect(links.every((href) => href?.includes('/birds/draft/#'))).toBe(true);
    const [home] = all(readPage(preview, '/birds/').document, 'p.banner');
    expect(all(home!, 'a').map((a) => attribute(a, 'href')?.replace(/^.*\/birds/, ''))).toEqual([
      '/draft/',
      '/draft/check/',
      expect.stringMatching(/^\/\d{4}-\d\d-\d\d\/check\/$/),
    ]);
    expect(pagesOf(published).filter(({ path: address }) => address.includes('check'))).toEqual([]);
    // The style sheet of a page is written even where there is no such page, and no page links to it.
    const [sheet = '', ...others] = filesWith(published, 'check-duties');
    expect(others).toEqual([]);
    const linking = filesWith(published, path.basename(sheet)).filter((f) => f.endsWith('.html'));
    expect([path.extname(sheet), linking]).toEqual(['.css', []]);
  });

  it('come after the last version if they are drafts', () => {
    const { document } = readPage(preview, '/birds/draft/');
    const neighbours = all(document, 'nav.neighbours').flatMap((nav) => all(nav, 'a'));
    expect(neighbours.map((link) => [attribute(link, 'rel'), attribute(link, 'href')])).toEqual([
      ['prev', `${preview.base}birds/2026-01-01/`],
    ]);
    expect(wordsOf(one(document, 'header.title'))).toContain('Previous version 1 January 2026');
    expect(wordsOf(one(document, 'header.title'))).not.toContain('Next version');
  });

  it.each(['/birds/', '/new/'])('are linked from %s in a preview if they are drafts', (notice) => {
    const links = pagesOf(preview)
      .filter((page) => page.path === '/' || page.path === notice)
      .flatMap((page) => linksIn(one(page.document, 'main')));
    expect(links).toContain(`${preview.base}${notice.slice(1)}draft/`);
  });

  it('are not in a preview if they are not drafts', () => {
    expect(filesWith(preview, 'nightingale')).toEqual([]);
    expect(filesWith(preview, 'goldfinch')).toEqual([]);
  });
});

describe('the encoding of a file', () => {
  it('does not matter: a byte-order mark and CRLF give the same text and document', () => {
    const read = (name: string): string =>
      readFileSync(path.join(published.folder, 'saved', name), 'utf8');
    const documentOf = (name: string): unknown =>
      (JSON.parse(read(name)) as { document: unknown }).document;
    expect(read('there/2025-01-01.txt')).toBe(read('here/2025-01-01.txt'));
    expect(documentOf('there/2025-01-01.json')).toEqual(documentOf('here/2025-01-01.json'));
  });
});
