import { describe, expect, inject, it } from 'vitest';
import {
  all,
  attribute,
  classesOf,
  factsOf,
  headingOf,
  linksIn,
  one,
  textOf,
  wordsOf,
  type Node,
} from './setup/html.ts';
import { longDate, sources, versionsOf } from './setup/sample.ts';
import { useBrowser, readPage, urlOf, leave } from './setup/site.ts';

describe.each(inject('samples'))('pages at $base', (site) => {
  const open = (address: string): Node => readPage(site, address).document;
  /** An address on the site, as links write it. */
  const href = (address: string): string => site.base + address.slice(1);
  const openPage = useBrowser();

  describe('the frame of a page', () => {
    const brandOn = (address: string): string[] => {
      const brand = one(open(address), 'a.brand');
      return [wordsOf(brand), attribute(one(brand, 'img'), 'src') ?? ''];
    };

    it('has the name and the mark of the organisation, or else of the site', () => {
      expect(brandOn('/copperwake/website/')).toEqual(['Copperwake', href('/copperwake.svg')]);
      expect(brandOn('/quillmere/customers/history/')[0]).toBe('Quillmere');
      expect(brandOn('/')).toEqual(['Noticeboard', href('/logo.svg')]);
    });

    it('names Noticeboard at its foot, in the language of the page', () => {
      const foot = (address: string): string => wordsOf(one(open(address), 'footer.site'));
      expect(foot('/copperwake/website/')).toContain('Kept with Noticeboard');
      expect(foot('/copperwake/website/cy/')).toContain('Cedwir gyda Noticeboard');
    });
  });

  describe('home', () => {
    it('lists notices by their organisations, in alphabetical order', () => {
      const groups = all(open('/'), 'section.controller-group').map((group) => [
        wordsOf(one(group, 'h3')),
        namesIn(group),
      ]);
      expect(groups).toEqual([
        ['Copperwake Systems Limited', ['Website privacy notice']],
        ['Harbourlight IT Limited', ['Customer privacy notice']],
        ['Larkrise Leisure Limited', ['Member privacy notice', 'Spring prize draw privacy notice']],
        ['Parleyvane Limited', ['Privacy notice for users']],
        ['Quillmere Lead Services Limited', ['Customer privacy notice']],
      ]);
    });

    it('leads to every notice and to its history', () => {
      const links = linksIn(one(open('/'), 'main'));
      for (const notice of versionsOf.keys()) {
        expect(links).toContain(href(notice));
        expect(links).toContain(href(`${notice}history/`));
      }
    });

    it('shows since when each notice is current, and a status only if it is not', () => {
      const row = rowOf(open('/'), 'Privacy notice for users');
      expect(row).toContain('Current since 19 June 2026 Changes on 11 January 2027');
      expect(row).not.toContain('In force');
      expect(rowOf(open('/'), 'Spring prize draw privacy notice')).toContain(
        'Withdrawn on 31 January 2025',
      );
    });

    it('says what changed last in each notice, and leads there', () => {
      const row = all(open('/'), 'li').find((each) => namesIn(each)[0] === 'Member privacy notice');
      const [last] = row ? all(row, 'p.last') : [];
      expect(last && wordsOf(last)).toBe(
        'You now have a right to complain to us first, and the notice says what we then do and by … What changed of Member privacy notice, Larkrise Leisure Limited',
      );
      expect(last && linksIn(last)).toEqual([
        href('/larkrise/members/compare/2022-04-11/2026-06-19/'),
      ]);
    });

    it('lists upcoming and recent changes with their dates', () => {
      const news = all(one(open('/'), 'div.news'), 'section').map((section) => ({
        heading: wordsOf(one(section, 'h2')),
        lines: all(section, 'li').map((line) => wordsOf(line)),
        links: linksIn(section),
      }));
      expect(news).toEqual([
        {
          heading: 'Upcoming changes',
          lines: ['11 January 2027 Privacy notice for users, Parleyvane Limited'],
          links: [href('/parleyvane/users/2027-01-11/')],
        },
        {
          heading: 'Recent changes',
          lines: expect.arrayContaining([
            '1 October 2026 Website privacy notice, Copperwake Systems Limited',
            '16 November 2026 Customer privacy notice, Quillmere Lead Services Limited',
          ]),
          links: expect.arrayContaining([
            href('/copperwake/website/compare/2026-06-19/2026-10-01/'),
          ]),
        },
      ]);
    });

    it('filters by audience without a script', async () => {
      const page = await openPage({ javaScriptEnabled: false });
      await page.goto(urlOf(site, '/'));
      const shown = () =>
        page
          .locator('.controller-group .name > a:first-child')
          .filter({ visible: true })
          .allInnerTexts();
      expect(await shown()).toHaveLength(6);
      await page.getByRole('link', { name: 'For members (2)' }).click();
      expect(await shown()).toEqual(['Member privacy notice', 'Spring prize draw privacy notice']);
      await page.getByRole('link', { name: 'All 6 notices' }).click();
      expect(await shown()).toHaveLength(6);
      await leave(page);
    });
  });

  describe('the notice page', () => {
    it.each([
      ['/copperwake/website/', '2026-10-01'],
      ['/harbourlight/customers/', '2026-06-19'],
      ['/larkrise/members/', '2026-06-19'],
      ['/parleyvane/users/', '2026-06-19'],
      ['/quillmere/customers/', '2026-11-16'],
    ])('%s shows the text of %s, the version in force', (notice, version) => {
      const text = textOf(open(notice));
      expect(text.length).toBeGreaterThan(2000);
      expect(text).toBe(textOf(open(`${notice}${version}/`)));
    });

    it('shows since when it applies, and how to follow, cite and download it', () => {
      const block = one(open('/harbourlight/customers/'), 'section.version-block');
      expect([...factsOf(block)]).toEqual([
        ['Published', ['5 June 2026']],
        ['Next review due', ['19 June 2027']],
        ['Type of change', ['Major change']],
      ]);
      expect(wordsOf(one(block, 'p.state'))).toBe('In force since 19 June 2026');
      expect(linksIn(block)).toEqual(
        [
          'compare/2023-03-06/2026-06-19/',
          // All that changed since the first version.
          'compare/2018-05-25/2026-06-19/',
          'history/',
          'on/',
          'feed.xml',
          'feed.json',
          // Of the fingerprint, and among the downloads.
          '2026-06-19.txt',
          '2026-06-19.txt',
          '2026-06-19.md',
          '2026-06-19.json',
        ].map((file) => href(`/harbourlight/customers/${file}`)),
      );
      expect(wordsOf(one(block, 'p.cite'))).toMatch(
        /^Harbourlight IT Limited, Customer privacy notice, version of 19 June 2026, https:\/\/notices\.example\S+\/2026-06-19\/ \(SHA-256 [0-9a-f]{12}…\)$/,
      );
    });

    it('shows whom to reach first, and all other facts on demand', () => {
      const card = one(open('/harbourlight/customers/'), 'section.facts-card');
      const more = one(card, 'details.more-facts');
      const [first, all_] = [factsOf(card), factsOf(more)];
      expect([...first.keys()].slice(0, 3)).toEqual(['Controller', 'Contact', 'How to complain']);
      expect(first.get('Controller')).toEqual(['Harbourlight IT Limited']);
      expect([...all_.keys()]).toContain('Data protection officer');
    });

    it('shows the controller, with links to the registers', () => {
      const card = one(open('/harbourlight/customers/'), 'section.facts-card');
      const facts = factsOf(card);
      expect(facts.get('Company number')).toEqual(['99999991']);
      expect([...facts.keys()]).toEqual(
        expect.arrayContaining(['Contact', 'Data protection officer', 'How to complain']),
      );
      const links = linksIn(card);
      expect(links).toContain(
        'https://find-and-update.company-information.service.gov.uk/company/99999991',
      );
      const [reference] = facts.get('ICO registration') ?? [];
      expect(reference).toMatch(/^Z[A-Z]?\d{6,7}$/);
      expect(links).toContain(`https://ico.org.uk/ESDWebPages/Entry/${reference}`);
    });

    it('announces the scheduled version with its date and a link', () => {
      const banner = one(open('/parleyvane/users/'), 'p.coming');
      expect(wordsOf(banner)).toBe(
        'A new version applies from 11 January 2027. Read it now or see what will change',
      );
      expect(linksIn(banner)).toEqual([
        href('/parleyvane/users/2027-01-11/'),
        href('/parleyvane/users/compare/2026-06-19/2027-01-11/'),
      ]);
    });
  });

  describe('every notice and version page', () => {
    const addresses = [...versionsOf.keys(), ...sources.keys()].filter(
      (address) => address !== '/larkrise/prize-draw/',
    );

    it.each(addresses)('%s has a contents list that links to its sections in order', (address) => {
      const document = open(address);
      const contents = one(document, 'nav.contents');
      const sections = all(one(document, '.text'), 'section').filter((section) =>
        ['level-1', 'level-2'].some((level) => classesOf(section).includes(level)),
      );
      const headings = sections.map(headingOf);
      expect(headings.length).toBeGreaterThan(3);
      expect(
        all(all(contents, 'ol')[0]!, 'a').map((link) => [attribute(link, 'href'), wordsOf(link)]),
      ).toEqual(headings.map((heading) => [`#${attribute(heading, 'id')}`, wordsOf(heading)]));
    });

    it.each(addresses)('%s has a labelled link beside each heading', (address) => {
      for (const section of all(one(open(address), '.text'), 'section')) {
        const heading = headingOf(section);
        const link = all(section, 'a.anchor')[0]!;
        expect(attribute(link, 'href')).toBe(`#${attribute(heading, 'id')}`);
        expect(attribute(link, 'aria-label')).toBe(`Link to “${wordsOf(heading)}”`);
      }
    });

    it.each([...sources])('%s shows when it was published and reviewed', (address, source) => {
      const facts = factsOf(one(open(address), 'section.version-block'));
      expect(facts.get('Published')).toEqual([longDate(source.published)]);
      expect(facts.get('Last reviewed')).toEqual(source.reviewed && [longDate(source.reviewed)]);
    });

    it('has the notice and the date in its title', () => {
      const titles = [...sources].map(([address, { title, effective }]) => ({
        shown: wordsOf(one(open(address), 'title')),
        expected: `${title}, version of ${longDate(effective)} – `,
      }));
      expect(titles.filter(({ shown, expected }) => !shown.startsWith(expected))).toEqual([]);
    });
  });

  describe('the anchor links', () => {
    it.each([320, 1280])('are visible and large enough at %i px', async (width) => {
      const page = await openPage({ width });
      await page.goto(urlOf(site, '/harbourlight/customers/'));
      const anchors = await page.locator('a.anchor').all();
      expect(anchors.length).toBeGreaterThan(10);
      for (const anchor of anchors) {
        const box = await anchor.boundingBox();
        expect(box?.width).toBeGreaterThanOrEqual(24);
        expect(box?.height).toBeGreaterThanOrEqual(24);
        expect(await anchor.isVisible()).toBe(true);
      }
      await leave(page);
    });
  });

  describe('the numbers of sections', () => {
    /** What stands in the text's headings of the first level, generated numbers included. */
    const headingsSeen = async (address: string): Promise<string[]> => {
      const page = await openPage();
      await page.goto(urlOf(site, address));
      const session = await page.context().newCDPSession(page);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      await leave(page);
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      const wordsIn = (id: string): string => {
        const node = byId.get(id);
        if (node?.role?.value === 'StaticText') return String(node.name?.value);
        return (node?.childIds ?? []).map(wordsIn).join('');
      };
      return nodes
        .filter(({ role }) => role?.value === 'heading')
        .filter(({ properties = [] }) =>
          properties.some(({ name, value }) => name === 'level' && value.value === 2),
        )
        .map(({ nodeId }) => wordsIn(nodeId))
        .filter((words) => !['Contents', 'Key facts', 'This version'].includes(words));
    };

    it('are shown if the author asks for them', async () => {
      const headings = await headingsSeen('/harbourlight/customers/');
      expect(headings.length).toBeGreaterThan(8);
      expect(headings[0]).toBe('1. Who is responsible for your information?');
      expect(headings.map((heading) => Number.parseInt(heading))).toEqual(
        headings.map((_, index) => index + 1),
      );
    });

    it('are the same in the contents list', () => {
      const document = open('/harbourlight/customers/');
      const links = all(all(one(document, 'nav.contents'), 'ol')[0]!, 'a').map((link) =>
        wordsOf(link),
      );
      const numbers = links.filter((words) => /^\d+\. /.test(words));
      expect(numbers.map((words) => Number.parseInt(words))).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
      ]);
    });

    it('are not shown otherwise', async () => {
      const headings = await headingsSeen('/larkrise/members/');
      expect(headings.length).toBeGreaterThan(5);
      expect(headings.filter((heading) => /^\d/.test(heading))).toEqual([]);
    });
  });

  describe('a missing page', () => {
    it('is answered with a page that links to every notice', async () => {
      const page = await openPage();
      const response = await page.goto(urlOf(site, '/harbourlight/customers/1999-01-01/'));
      expect(response?.status()).toBe(404);
      expect(await page.locator('h1').innerText()).toBe('Page not found');
      const answer = page.locator('.missing .banner:visible');
      await answer.waitFor();
      expect(await answer.innerText()).toBe(
        'No version is dated 1 January 1999. See what applied on that day.',
      );
      await page.goto(urlOf(site, '/harbourlight/customers/2019-05-05/'));
      await answer.waitFor();
      expect(await answer.innerText()).toBe(
        'No version is dated 5 May 2019. On that day the version of 25 May 2018 applied.',
      );
      expect(await answer.locator('a').getAttribute('href')).toBe(
        href('/harbourlight/customers/2018-05-25/'),
      );
      await page.goto(urlOf(site, '/copperwake/website/cy/2019-05-05/'));
      expect(await page.locator('.missing section').first().getAttribute('lang')).toBe('cy');
      await leave(page);
      const links = all(one(open('/404.html'), 'main'), 'ul').flatMap((list) => linksIn(list));
      const [comparisons, notices] = [true, false].map((is) =>
        links.filter((link) => link.endsWith('/compare/') === is),
      );
      // Those in Welsh a second time, in Welsh.
      const everyNotice = [...versionsOf.keys(), '/copperwake/website/cy/'];
      expect(notices).toEqual(everyNotice.map(href));
      expect(comparisons).toContain(href('/parleyvane/users/compare/'));
    });
  });

  describe('the skip link', () => {
    it('is the first stop of the keyboard and skips the header', async () => {
      const page = await openPage();
      await page.goto(urlOf(site, '/harbourlight/customers/'));
      const focused = (): Promise<string> =>
        page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('Skip to main content');
      expect(await page.locator('.skip').boundingBox()).toMatchObject({ x: expect.any(Number) });
      expect((await page.locator('.skip').boundingBox())!.y).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(
        true,
      );
      await leave(page);
    });
  });
});

/** The names of notices in the list of the home page. */
const namesIn = (node: Node): string[] =>
  all(node, 'div.name').map((name) => all(name, 'a').map((link) => wordsOf(link))[0] ?? '');

const rowOf = (home: Node, title: string): string => {
  const row = all(home, 'li').find((each) => namesIn(each)[0] === title);
  return row ? wordsOf(row) : '';
};
