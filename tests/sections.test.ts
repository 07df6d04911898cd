/** Sections through time: their own pages, the map of them, and the line of a notice's life. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { sectionsOf, type Section } from '../src/document/model.ts';
import { textIn } from '../src/compare/leaves.ts';
import { all, attribute, classesOf, one, wordsOf } from './setup/html.ts';
import { kindOf, pagesOf, readPage, type BuiltSite } from './setup/site.ts';

const histories = inject('histories');
const sites = [...inject('samples'), ...(histories ? [histories] : [])];

interface VersionData {
  document: { sections: Section[] };
}
const dataOf = ({ folder }: BuiltSite, version: string): VersionData =>
  JSON.parse(readFileSync(path.join(folder, `${version}.json`), 'utf8')) as VersionData;
const plain = (text: string): string => text.replace(/[\s\u00ad\u200b\u2060]+/g, '');

describe.each(sites)('sections of the site $name', (site) => {
  const sections = pagesOf(site).filter((page) => kindOf(page) === 'section');

  it('have a page for every anchor they ever had', () => {
    const versions = pagesOf(site).filter(
      (page) => kindOf(page) === 'version' && !page.path.endsWith('/draft/'),
    );
    const wanted = versions.flatMap((page) => {
      const notice = page.path.replace(/[^/]+\/$/, '');
      const { document } = dataOf(site, page.path.slice(0, -1));
      return [...sectionsOf(document)].map(({ anchor }) => `${notice}sections/${anchor}/`);
    });
    expect(new Set(sections.map((page) => page.path))).toEqual(new Set(wanted));
    expect(sections.length).toBeGreaterThan(50);
  });

  it('can be opened on a phone, with a list of dates that leads to each text', () => {
    for (const page of sections) {
      const elements = page.html.match(/<[a-z]/gi)?.length ?? 0;
      expect([page.path, page.html.length < 600_000, elements < 15_000]).toEqual([
        page.path,
        true,
        true,
      ]);
      const entries = all(page.document, 'li.version').map((entry) => attribute(entry, 'id'));
      const [dates] = all(page.document, 'nav.dates-list');
      const shown = dates ? all(dates, 'a').map((link) => attribute(link, 'href')!.slice(1)) : [];
      if (entries.length > 1) expect(shown).toEqual(expect.arrayContaining(entries.slice(0, 1)));
    }
  });

  it('show the text of each version besides the removed words', () => {
    let compared = 0;
    for (const page of sections) {
      for (const entry of all(page.document, 'li.version')) {
        const [link] = all(entry, 'a');
        const address = attribute(link!, 'href')!.slice(site.base.length);
        const [version = '', anchor = ''] = address.split('#');
        const section = [...sectionsOf(dataOf(site, version.slice(0, -1)).document)].find(
          (each) => each.anchor === decodeURIComponent(anchor),
        );
        // What is shown of a page that is no words of the notice.
        const isExtra = (element: Parameters<typeof classesOf>[0]): boolean =>
          element.tagName === 'del' ||
          ['del', 'gone'].includes(attribute(element, 'data-diff') ?? '') ||
          attribute(element, 'data-diff-ui') !== undefined ||
          attribute(element, 'data-moved-to') !== undefined ||
          element.tagName === 'dt';
        const words = wordsOf(one(entry, 'div.redline'), isExtra);
        // Labels of facts and picture texts are the page's own.
        if (!section || /"type":"(facts|image|definitions)"/.test(JSON.stringify(section.blocks)))
          continue;
        expect([page.path, plain(words)]).toEqual([page.path, plain(textIn(section.blocks))]);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('are linked from their headings, with the date of their last change', () => {
    const known = new Set(sections.map((page) => site.base + page.path.slice(1)));
    const notices = pagesOf(site).filter((page) => kindOf(page) === 'notice');
    const links = notices.flatMap((page) =>
      all(page.document, 'p.changed').map((line) => ({
        words: wordsOf(line),
        to: decodeURI(attribute(one(line, 'a'), 'href') ?? ''),
      })),
    );
    expect(links.length).toBeGreaterThan(20);
    for (const { words, to } of links) {
      expect(words).toMatch(
        /^(Last changed|Unchanged since|Newidiwyd ddiwethaf|Heb newid ers) \d{1,2} [A-Z][a-z]+ \d{4}$/,
      );
      expect(known).toContain(to);
    }
  });
});

describe.each(inject('samples'))('the history at $base', (site) => {
  const history = () => readPage(site, '/harbourlight/customers/history/').document;

  it('shows a timeline of labelled links', () => {
    const marks = all(one(history(), 'svg.life'), 'a');
    expect(marks.map((mark) => attribute(mark, 'aria-label'))).toEqual([
      '25 May 2018: first version',
      expect.stringMatching(/^16 November 2020: \d+ words? changed$/),
      expect.stringMatching(/^1 February 2021: \d+ words? changed$/),
      expect.stringMatching(/^6 March 2023: \d+ words? changed$/),
      expect.stringMatching(/^19 June 2026: \d+ words? changed, in force$/),
    ]);
    const places = all(one(history(), 'svg.life'), 'rect')
      .filter((rect) => classesOf(rect).includes('amount'))
      .map((rect) => Number.parseFloat(attribute(rect, 'x') ?? ''));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('has a map of sections in the order of the newest version, which comes first', () => {
    const map = one(history(), 'div.map');
    const rows = all(one(map, 'tbody'), 'tr');
    expect(wordsOf(one(rows[0]!, 'th'))).toBe('Who is responsible for your information?');
    expect(all(one(map, 'thead'), 'th')).toHaveLength(6);
    for (const row of rows) expect(all(row, 'td')).toHaveLength(5);
    const retention = rows.find((row) => wordsOf(one(row, 'th')).startsWith('How long do we keep'));
    const cells = all(retention!, 'td').map((cell) => wordsOf(cell));
    expect(cells).toEqual(['edited', 'edited', 'unchanged', 'unchanged', 'unchanged']);
    const complain = rows.find((row) => wordsOf(one(row, 'th')).startsWith('How do you complain'));
    expect(
      all(complain!, 'td')
        .flatMap((cell) => all(cell, 'a'))
        .map((link) => wordsOf(link)),
    ).toContain('added');
  });
});

describe.each(inject('samples'))('the first layer at $base', (site) => {
  it('has its own address, linked from and to the notice', () => {
    const short = readPage(site, '/copperwake/website/in-short/').document;
    const full = readPage(site, '/copperwake/website/').document;
    const ways = [short, full].map((page) =>
      all(one(page, 'nav.layers'), 'a').map((link) => [
        wordsOf(link),
        attribute(link, 'href'),
        attribute(link, 'aria-current'),
      ]),
    );
    const own = `${site.base}copperwake/website/`;
    expect(ways).toEqual([
      [
        ['In short', `${own}in-short/`, 'page'],
        ['In full', own, undefined],
      ],
      [
        ['In short', `${own}in-short/`, undefined],
        ['In full', own, 'page'],
      ],
    ]);
  });

  it('shows each section in short with a link to the whole', () => {
    const page = readPage(site, '/copperwake/website/in-short/').document;
    const retention = all(page, 'section').find((section) =>
      wordsOf(section).startsWith('How long'),
    );
    expect(wordsOf(retention!)).toContain('Orders for six years');
    expect(attribute(all(retention!, 'a')[0]!, 'href')).toBe(
      `${site.base}copperwake/website/#retention`,
    );
  });

  it('does not exist if its author wrote none', () => {
    const notices = pagesOf(site).filter((page) => kindOf(page) === 'short');
    expect(notices.map((page) => page.path)).toEqual([
      '/copperwake/website/cy/in-short/',
      '/copperwake/website/in-short/',
    ]);
    expect(readPage(site, '/harbourlight/customers/').html).not.toContain('class="layers"');
  });

  it('comes with links to common questions above long contents', () => {
    const page = readPage(site, '/copperwake/website/').document;
    expect(all(one(page, 'ul.chips'), 'a').map((link) => attribute(link, 'href'))).toEqual([
      '#who-we-are',
      '#collect',
      '#use',
      '#access',
      '#retention',
      '#opt-out',
      '#complaints',
    ]);
  });
});
