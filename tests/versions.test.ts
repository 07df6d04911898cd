import { describe, expect, inject, it } from 'vitest';
import {
  all,
  attribute,
  classesOf,
  headingOf,
  linksIn,
  one,
  textOf,
  wordsOf,
  type Element,
  type Node,
} from './setup/html.ts';
import { longDate, sources, versionsOf } from './setup/sample.ts';
import { useBrowser, readPage, urlOf, leave } from './setup/site.ts';

describe.each(inject('samples'))('versions at $base', (site) => {
  const open = (address: string): Node => readPage(site, address).document;
  /** An address on the site, as links write it. */
  const href = (address: string): string => site.base + address.slice(1);
  const openPage = useBrowser();

  describe('a superseded version', () => {
    const past = [...versionsOf].flatMap(([notice, versions]) => {
      const today = notice === '/larkrise/prize-draw/' ? undefined : '2026-11-22';
      const due = versions.filter((address) => sources.get(address)!.effective <= (today ?? ''));
      return due.slice(0, -1).map((version) => ({ version, notice }));
    });

    it('exists in five notices', () => {
      expect(new Set(past.map(({ notice }) => notice)).size).toBe(5);
    });

    it.each(past)('$version links from each section to the current one', ({ version, notice }) => {
      const now = open(notice);
      const anchorsNow = all(one(now, '.text'), 'section').map((section) =>
        attribute(headingOf(section), 'id'),
      );
      const sections = all(one(open(version), '.text'), 'section');
      const shown = sections.map((section) => {
        const line = section.childNodes.find(
          (child): child is Element => 'attrs' in child && classesOf(child).includes('now'),
        );
        return [attribute(headingOf(section), 'id'), line && wordsOf(line), line && linksIn(line)];
      });
      expect(shown).toEqual(
        sections.map((section) => {
          const anchor = attribute(headingOf(section), 'id');
          return anchorsNow.includes(anchor)
            ? [anchor, 'This section today', [href(`${notice}#${anchor}`)]]
            : [
                anchor,
                'This section is not in the current notice. Read the current notice',
                [href(notice)],
              ];
        }),
      );
    });

    it.each(past)('$version shows at the top when it applied', ({ version, notice }) => {
      const banner = one(open(version), 'p.banner');
      expect(wordsOf(banner)).toMatch(
        /^This version was replaced. It applied from \d+ \w+ \d{4} to \d+ \w+ \d{4}. Current notice What has changed since All \d versions On this page$/,
      );
      expect(linksIn(banner)).toEqual([
        href(notice),
        href(`${notice}compare/${version.slice(notice.length)}current/`),
        href(`${notice}history/`),
        '#~contents',
      ]);
    });

    it.each([
      [320, 568],
      [1280, 800],
    ])('keeps its banner visible at a section, at %i px', async (width, height) => {
      const page = await openPage({ width, height });
      await page.goto(urlOf(site, '/harbourlight/customers/2018-05-25/#your-rights'));
      const banner = await page.locator('.banner').boundingBox();
      const heading = await page.locator('#your-rights').boundingBox();
      expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(500);
      expect(banner!.y).toBeGreaterThanOrEqual(0);
      expect(banner!.y + banner!.height).toBeLessThan(height / 3);
      // The heading that was asked for is neither behind the banner nor below the window.
      expect(heading!.y).toBeGreaterThanOrEqual(banner!.y + banner!.height);
      expect(heading!.y + heading!.height).toBeLessThan(height);
      await leave(page);
    });

    it('is not indexed by search engines, unlike the notice itself', () => {
      const robots = (address: string): Element[] =>
        all(open(address), 'meta').filter((meta) => attribute(meta, 'name') === 'robots');
      expect(robots('/harbourlight/customers/2018-05-25/').length).toBe(1);
      expect(robots('/harbourlight/customers/').length).toBe(0);
    });
  });

  describe('the scheduled version', () => {
    it('has a page that shows when it applies and links to the current one', () => {
      const document = open('/parleyvane/users/2027-01-11/');
      const banner = one(document, 'p.banner');
      expect(wordsOf(banner)).toBe(
        'Not in force yet. This version applies from 11 January 2027. Current notice All 6 versions On this page',
      );
      expect(linksIn(banner)).toEqual([
        href('/parleyvane/users/'),
        href('/parleyvane/users/history/'),
        '#~contents',
      ]);
      expect(textOf(document)).not.toBe(textOf(open('/parleyvane/users/')));
    });

    it('says what will change, and offers its day to calendars', () => {
      const document = open('/parleyvane/users/2027-01-11/');
      const notes = all(one(document, 'section.will-change'), 'li').map((note) => wordsOf(note));
      const { changes } = sources.get('/parleyvane/users/2027-01-11/')!;
      expect(notes).toHaveLength(changes!.length);
      changes!.forEach(({ summary }, index) => expect(notes[index]).toContain(summary));
      expect(linksIn(one(document, 'section.will-change'))).toEqual([
        href('/parleyvane/users/compare/2026-06-19/2027-01-11/'),
      ]);
      const calendar = href('/parleyvane/users/2027-01-11.ics');
      expect(linksIn(one(document, 'section.version-block'))).toContain(calendar);
      // In force, or replaced, there is nothing to wait for.
      expect(linksIn(one(open('/parleyvane/users/'), 'section.version-block'))).not.toContain(
        href('/parleyvane/users/2026-06-19.ics'),
      );
    });
  });

  describe('links from version to version', () => {
    it.each([...versionsOf])('of %s go through all versions in order and back', (_, versions) => {
      const links = versions.map((address) => {
        const neighbours = all(open(address), 'nav.neighbours').flatMap((nav) => all(nav, 'a'));
        // The same near the top, where the version is not in force.
        const top = all(one(open(address), 'header.title'), 'a').filter((link) =>
          attribute(link, 'rel'),
        );
        if (top.length > 0)
          expect(top.map((link) => wordsOf(link))).toEqual(neighbours.map((link) => wordsOf(link)));
        return Object.fromEntries(
          neighbours.map((link) => [attribute(link, 'rel'), attribute(link, 'href')]),
        );
      });
      expect(links).toEqual(
        versions.map((_address, index) => ({
          ...(index > 0 && { prev: href(versions[index - 1]!) }),
          ...(index < versions.length - 1 && { next: href(versions[index + 1]!) }),
        })),
      );
    });
  });

  describe('the history', () => {
    it.each([...versionsOf])('of %s lists every version, the newest first', (notice, versions) => {
      const entries = all(open(`${notice}history/`), 'li.version');
      expect(entries.map((entry) => linksIn(one(entry, 'h2'))[0])).toEqual(
        versions.toReversed().map(href),
      );
      const words = entries.map((entry) => wordsOf(entry));
      versions.toReversed().forEach((version, index) => {
        expect(words[index]).toContain(longDate(sources.get(version)!.published));
        expect(words[index]).toContain(longDate(sources.get(version)!.effective));
      });
    });

    it.each([...versionsOf])(
      'of %s lists the changes of each version, with reasons',
      (notice, versions) => {
        const entries = all(open(`${notice}history/`), 'li.version').toReversed();
        versions.forEach((version, index) => {
          const shown = all(entries[index]!, 'ul.changes').flatMap((list) => all(list, 'li'));
          // Notes that say the same of several sections are one.
          const notes = [
            ...Map.groupBy(sources.get(version)!.changes ?? [], ({ kind, summary, reason }) =>
              JSON.stringify([kind, summary, reason]),
            ).values(),
          ].map(([note]) => note!);
          expect(shown.map((change) => wordsOf(one(change, 'span.change')).toLowerCase())).toEqual(
            notes.map(({ kind }) => kind),
          );
          notes.forEach(({ summary, reason }, number) => {
            const words = wordsOf(shown[number]!);
            expect(words).toContain(summary);
            if (reason !== undefined) expect(words).toContain(`Why: ${reason}`);
          });
        });
      },
    );

    it.each([...versionsOf])('of %s links each change to its section', (notice, versions) => {
      const entries = all(open(`${notice}history/`), 'li.version').toReversed();
      versions.forEach((version, index) => {
        const sections = (sources.get(version)!.changes ?? []).flatMap(
          ({ section }) => section ?? [],
        );
        const targets = all(entries[index]!, 'a.where').map((link) => attribute(link, 'href'));
        const wanted = sections.map((section) => {
          const own = [version, versions[index - 1]].flatMap((address) =>
            address && all(open(address), `#${section}`).length > 0 ? [address] : [],
          );
          return `${href(own[0]!)}#${section}`;
        });
        expect(targets.toSorted()).toEqual(wanted.toSorted());
      });
    });

    it('shows the status of each version', () => {
      const statuses = all(open('/parleyvane/users/history/'), 'li.version').map((entry) =>
        wordsOf(one(entry, '.status')),
      );
      expect(statuses).toEqual([
        'Scheduled',
        'In force',
        'Replaced',
        'Replaced',
        'Replaced',
        'Replaced',
      ]);
    });
  });

  describe('a withdrawn notice', () => {
    it('shows when it was withdrawn, and links to its last version and its history', () => {
      const document = open('/larkrise/prize-draw/');
      expect(wordsOf(one(document, 'p.banner'))).toBe(
        'This notice was withdrawn on 31 January 2025. It applied from 1 March 2024 to 30 January 2025. Read the last version',
      );
      const links = linksIn(one(document, 'main'));
      expect(links).toContain(href('/larkrise/prize-draw/2024-04-15/'));
      expect(links).toContain(href('/larkrise/prize-draw/history/'));
      expect(all(document, '.text')).toEqual([]);
    });

    it('keeps its versions, with the day each ended', () => {
      const banners = ['2024-03-01', '2024-04-15'].map((version) => {
        const document = open(`/larkrise/prize-draw/${version}/`);
        expect(textOf(document).length).toBeGreaterThan(500);
        return wordsOf(one(document, 'p.banner'));
      });
      expect(banners).toEqual([
        'This version was replaced. It applied from 1 March 2024 to 14 April 2024. No version of this notice is in force All 2 versions On this page',
        'This notice was withdrawn. This version applied from 15 April 2024 to 30 January 2025. No version of this notice is in force All 2 versions On this page',
      ]);
    });
  });
});
