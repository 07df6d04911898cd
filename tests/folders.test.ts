import { beforeAll, describe, expect, it } from 'vitest';
import { build, buildOrThrow, readFiles } from './setup/build.ts';
import { all, attribute, factsOf, linksIn, one, textOf, wordsOf } from './setup/html.ts';
import { danglingLinks, deadLinks, idsOf, linksOf } from './setup/links.ts';
import { FRONTMATTER, onDay, version } from './setup/notices.ts';
import { useWorkshop } from './setup/workshop.ts';
import { pagesOf, readPage, type BuiltSite } from './setup/site.ts';

/** A place of its own for each group: notices in, sites out. */
const { at, noticesOf } = useWorkshop('folders');

describe('the day of the build', () => {
  // The day before a change and the day of it; more days in `npm run test:long`.
  const DAYS: [string, string[], string][] = [
    ['2026-02-28', ['Scheduled', 'In force', 'Replaced'], 'second'],
    ['2026-03-01', ['In force', 'Replaced', 'Replaced'], 'third'],
    ['2026-01-15', ['Scheduled', 'In force'], 'first'],
    ['2026-02-01', ['In force', 'Replaced'], 'second'],
  ];
  it.each(import.meta.env.MODE === 'long' ? DAYS : DAYS.slice(0, 2))(
    'makes of the same folder on %s %j',
    async (today, statuses, inForce) => {
      const notices = noticesOf('days', {
        'shop/2025-01-01.mdx': version('## About {#about}\n\nThe first text.'),
        'shop/2026-02-01.mdx': version(
          '## About\n\nThe second.',
          onDay('2026-02-01', '2026-01-01'),
        ),
        'shop/2026-03-01.mdx': version('## About\n\nThe third.', onDay('2026-03-01', '2026-02-15')),
      });
      const site = { folder: at('days', today) };
      await buildOrThrow({ notices, out: site.folder, today });
      const entries = all(readPage(site, '/shop/history/').document, 'li.version');
      expect(entries.map((entry) => wordsOf(one(entry, '.status')))).toEqual(statuses);
      expect(textOf(readPage(site, '/shop/').document)).toContain(`The ${inForce}`);
    },
  );
});

describe('a folder with everything in it', () => {
  const site = { base: '/privacy/', folder: '' };

  const everything = `${FRONTMATTER}
  tradingNames: [Example Shop, Example Club]
  companyNumber: "99999991"
  registeredIn: scotland
  registeredOffice: { lines: [1 Example Wharf], town: Reigate, postcode: RH2 9ZZ }
  icoRegistration: ZA000000
  charityNumber: "1000000"
dpo: { role: Data Protection Officer, email: dpo@example.example, phone: "01632 960001" }
complaints: { form: https://example.example/complain }
language: ga`;

  beforeAll(async () => {
    const notices = noticesOf('everything', {
      'acme/2025-01-01.mdx': version('## About {#about}\n\nThe parent.'),
      'acme/shop/2025-01-01.mdx': version('## About {#about}\n\nThe morning text.'),
      'acme/shop/2025-01-01-2.mdx': version('## About {#about}\n\nThe afternoon text.'),
      'acme/shop/deep/2025-01-01.mdx': version(`import Note from './Note.astro';

<Note words="Mind the step." />

## Über uns – wer, wo & “wie”?

Words with a note.[^1] See [there](#twice-1), [the shop](/acme/shop/#about) or [all](/).

## Twice

First.

## Twice

Second, with 1 < 2 & "quotes" and \\{braces}.

[^1]: The words of the note.
`),
      'acme/shop/deep/Note.astro':
        '---\nconst { words } = Astro.props;\n---\n<p>Note: {words}</p>\n',
      'facts/2025-01-01.mdx': version(
        '## Who {#who}\n\n<Controller />\n\n## Reach us {#reach}\n\n<Contact />\n\n## DPO {#dpo}\n\n<Dpo />\n\n## Complain {#complain}\n\n<Complaints />',
        everything,
      ),
    });
    site.folder = at('everything', 'dist');
    await buildOrThrow({ notices, out: site.folder, base: '/privacy' });
  });

  it('gives every notice its place, nested ones below their parents', () => {
    expect(textOf(readPage(site, '/acme/').document)).toContain('The parent.');
    expect(textOf(readPage(site, '/acme/shop/').document)).toContain('The afternoon text.');
    expect(textOf(readPage(site, '/acme/shop/2025-01-01/').document)).toContain('morning');
    expect(textOf(readPage(site, '/acme/shop/2025-01-01-2/').document)).toContain('afternoon');
  });

  it('builds what a version imports from beside it', () => {
    expect(textOf(readPage(site, '/acme/shop/deep/').document)).toContain('Note: Mind the step.');
  });

  it('keeps signs that mean something in HTML, and footnotes', () => {
    const text = textOf(readPage(site, '/acme/shop/deep/').document);
    expect(text).toContain('Über uns – wer, wo & “wie”?');
    expect(text).toContain('Second, with 1 < 2 & "quotes" and {braces}.');
    expect(text).toContain('The words of the note.');
  });

  it('has no link that leads nowhere and no id twice, under a base without its last slash', () => {
    const pages = pagesOf(site);
    const links = pages.flatMap((page) => linksOf(site, page));
    expect(links.some(({ written }) => written === '/privacy/acme/shop/#about')).toBe(true);
    expect(deadLinks(site, links)).toEqual([]);
    expect(danglingLinks(site, pages, links)).toEqual([]);
    const repeated = pages.flatMap((page) => {
      const ids = idsOf(page);
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    });
    expect(repeated).toEqual([]);
  });

  it('prints the facts where an author puts a component, each with all its values', () => {
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

describe('a link that the checks let pass', () => {
  const others = {
    'club/2025-01-01.mdx': version('## Kept {#kept}\n\nText.\n\n## Dropped {#dropped}\n\nText.'),
    'club/2026-01-01.mdx': version('## Kept {#kept}\n\nText.', onDay('2026-01-01')),
    'club/2027-06-01.mdx': version('## Kept {#kept}\n\nText.', onDay('2027-06-01')),
    'later/2027-06-01.mdx': version('## Kept {#kept}\n\nText.', onDay('2027-06-01')),
    'past/2025-01-01.mdx': version(
      '## Kept {#kept}\n\nText.',
      `${FRONTMATTER}\nwithdrawn: "2026-01-01"`,
    ),
  };

  /** Each link in a notice of its own: one build says which are let pass. */
  const LINKS = [
    ['a version that is not published yet', 'a', '/club/2027-06-01/'],
    ['a notice that is not published yet', 'b', '/later/'],
    ['the history of a notice that is not published yet', 'c', '/later/history/'],
    ['a section that the version in force no longer has', 'd', '/club/#dropped'],
    ['a section of a notice that was withdrawn', 'e', '/past/#kept'],
  ] as const;
  const noticesWith = (name: string, links: readonly (typeof LINKS)[number][]): string =>
    noticesOf(`links ${name}`, {
      ...others,
      ...Object.fromEntries(
        links.map(([, id, url]) => [
          `shop/${id}/2025-01-01.mdx`,
          version(`## About {#about}\n\nSee [there](${url}).`),
        ]),
      ),
    });
  const isRefused = (output: string, id: string): boolean =>
    output.includes(`shop/${id}/2025-01-01.mdx:13:5  error`);

  it('leads somewhere in the built site', async () => {
    const refused = await build({ notices: noticesWith('all', LINKS), out: at('links', 'all') });
    expect(refused.code).toBe(1);
    const passed = LINKS.filter(([, id]) => !isRefused(refused.output, id));
    expect(passed).not.toEqual([]);
    const site = { base: '/', folder: at('links', 'passed') };
    await buildOrThrow({ notices: noticesWith('passed', passed), out: site.folder });
    const pages = pagesOf(site);
    const links = pages.flatMap((page) => linksOf(site, page));
    expect(deadLinks(site, links)).toEqual([]);
    expect(danglingLinks(site, pages, links)).toEqual([]);
  });
});

describe('what is not public', () => {
  const inPublic = { folder: '' };
  const inPreview = { folder: '' };

  const saying = (words: string, effective: string, published = effective): string =>
    version(
      `## About ${words} {#about}\n\nThese are the words of the ${words}.`,
      onDay(effective, published).replace('Shop', words),
    );

  beforeAll(async () => {
    const notices = noticesOf('unpublished', {
      'shop/2025-01-01.mdx': saying('first', '2025-01-01'),
      'shop/2026-01-01.mdx': saying('second', '2026-01-01'),
      'shop/2027-06-01.mdx': saying('nightingale', '2027-06-01', '2027-05-01'),
      'shop/draft.mdx': saying('kingfisher', '2028-01-01'),
      'later/2027-06-01.mdx': saying('goldfinch', '2027-06-01', '2027-05-01'),
      'new/draft.mdx': saying('cormorant', '2028-01-01'),
    });
    inPublic.folder = at('public');
    inPreview.folder = at('preview');
    await buildOrThrow({ notices, out: inPublic.folder });
    await buildOrThrow({ notices, out: inPreview.folder, drafts: true });
  });

  const filesWith = (site: Pick<BuiltSite, 'folder'>, words: string): string[] =>
    [...readFiles(site.folder)]
      .filter(([file, bytes]) => file.includes(words) || bytes.includes(words))
      .map(([file]) => file);

  it.each([
    ['a version whose day of publication is to come', 'nightingale'],
    ['a notice whose only version is to come', 'goldfinch'],
    ['a draft', 'kingfisher'],
    ['a notice that is a draft alone', 'cormorant'],
  ])('leaves no trace of %s', (_, words) => {
    expect(filesWith(inPublic, 'second').length).toBeGreaterThan(2);
    expect(filesWith(inPublic, words)).toEqual([]);
  });

  it('leaves no trace of its address or its date', () => {
    const pages = (words: string) =>
      // A JSON Schema names the draft of JSON Schema that it is written in.
      filesWith(inPublic, words).filter((file) => !/\.(css|js)$|^schemas\//.test(file));
    expect(pages('2027')).toEqual([]);
    expect(pages('draft')).toEqual([]);
    expect(pagesOf(inPublic).map((page) => page.path)).not.toContain('/later/');
  });

  it('shows drafts in a preview, and says that they are', () => {
    const { document } = readPage(inPreview, '/shop/draft/');
    expect(textOf(document)).toContain('These are the words of the kingfisher.');
    expect(wordsOf(one(document, 'p.banner'))).toMatch(/^Draft/);
    expect(textOf(readPage(inPreview, '/new/draft/').document)).toContain('cormorant');
  });

  it('places a draft after the last version', () => {
    const { document } = readPage(inPreview, '/shop/draft/');
    const neighbours = all(document, 'nav.neighbours').flatMap((nav) => all(nav, 'a'));
    expect(neighbours.map((link) => [attribute(link, 'rel'), attribute(link, 'href')])).toEqual([
      ['prev', '/shop/2026-01-01/'],
    ]);
    const facts = factsOf(one(document, 'section.version-block'));
    expect(facts.get('Previous version')).toEqual(['1 January 2026']);
    expect(facts.has('Next version')).toBe(false);
  });

  it.each(['/shop/', '/new/'])('leads from %s to its draft in a preview', (notice) => {
    const links = pagesOf(inPreview)
      .filter((page) => page.path === '/' || page.path === notice)
      .flatMap((page) => linksIn(one(page.document, 'main')));
    expect(links).toContain(`${notice}draft/`);
  });

  it('keeps what is not published yet out of a preview too', () => {
    expect(filesWith(inPreview, 'nightingale')).toEqual([]);
    expect(filesWith(inPreview, 'goldfinch')).toEqual([]);
  });
});
