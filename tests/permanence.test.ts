import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { isError, type Finding } from '../src/findings/catalogue.ts';
import { terminalReporter } from '../src/findings/report.ts';
import { ROOT } from './setup/build.ts';
import { ALTERING, LEFT_OUT, RESTYLED, RESTYLING } from './setup/changes.ts';
import { all, attribute, one, wordsOf } from './setup/html.ts';
import { idsOf } from './setup/links.ts';
import { onDay, version } from './setup/notices.ts';
import { checkerOfSites, findingsOf } from './setup/record.ts';
import { copyOfSample } from './setup/sample.ts';
import { kindOf, pagesOf, readPage, urlOf, useBrowser, leave } from './setup/site.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at, noticesOf } = useWorkshop('permanence');
const samples = inject('samples');
const corners = inject('corners');
const histories = inject('histories');
const sites = [...samples, corners, ...(histories ? [histories] : [])];

/** Some notices of the sample, in a place where they may be changed. */
function copySample(name: string, ...parts: string[]): string {
  const folder = at(name, 'notices');
  copyOfSample(folder, parts);
  return folder;
}

/** Findings as a terminal shows them. */
const shown = (findings: readonly Finding[]): string =>
  terminalReporter({ colours: false })(findings);

describe('a published version', () => {
  it.each<[string, (folder: string) => void, string]>([
    [
      'removed',
      (folder) => rmSync(path.join(folder, 'harbourlight/customers/2020-11-16.mdx')),
      'the published version harbourlight/customers/2020-11-16 is missing',
    ],
    [
      'in a folder that was renamed',
      (folder) => renameSync(path.join(folder, 'quillmere'), path.join(folder, 'quillmore')),
      'quillmere was renamed from quillmere to quillmore',
    ],
    [
      'followed by one that was slipped in before it',
      (folder) =>
        writeFileSync(
          path.join(folder, 'quillmere/customers/2020-01-01.mdx'),
          version('## About {#about}\n\nWords.', onDay('2020-01-01')),
        ),
      'comes before',
    ],
    [
      'followed by one that is not in the lock',
      (folder) =>
        writeFileSync(
          path.join(folder, 'quillmere/customers/2026-11-20.mdx'),
          version('## About {#about}\n\nWords.', onDay('2026-11-20')),
        ),
      'is not in the lock, so it is not published',
    ],
    [
      'in a lock with the marks of a merge',
      (folder) => {
        mkdirSync(`${folder}.locks/quillmere`, { recursive: true });
        writeFileSync(`${folder}.locks/quillmere/customers.json`, '{\n<<<<<<< ours\n');
      },
      'the conflict markers of an unfinished merge',
    ],
  ])('that is %s is an error that says what to do', async (name, change, message) => {
    const folder = copySample(`change ${name}`, 'harbourlight', 'quillmere');
    expect(await findingsOf(folder)).toEqual([]);
    change(folder);
    const errors = (await findingsOf(folder)).filter(isError);
    expect(shown(errors)).toContain(message);
    expect(errors.filter(({ hint }) => hint === '')).toEqual([]);
  });

  it('may stand without a lock, with one warning', async () => {
    const folder = noticesOf('lockless', { 'shop/2025-01-01.mdx': version('## A {#a}\n\nB.') });
    const text = shown(await findingsOf(folder));
    expect(text).toContain('0 errors, 1 warning');
    expect(text).toContain('npx noticeboard adopt');
  });
});

/** Changes of a built page that alter words: what stands there, and what comes in its place. */
const REWORDED: [what: string, from: string | RegExp, to: string][] = [
  ['a paragraph before the text', '<div class="text">', '<div class="text"><p>New.</p>'],
  ['a paragraph after it', /<\/section>\s*<\/div>/, '<p>We sell it.</p></section></div>'],
  ['another title', /Customer privacy notice(\s*<\/h1>)/, 'Customer privacy notice (copy)$1'],
  ['a summary cut short', /(class="summary">\s*)What /, '$1hat '],
  ['another controller', '<p class="controller">Harbour', '<p class="controller">Arbour'],
  ['a word more', 'Six years', 'Six long years'],
  ['a word less', 'Six years', 'years'],
  ['another number', 'Six years', 'Five years'],
  ['another apostrophe', '’', "'"],
  ['no line break in an address', '1 Example Wharf<br>Reigate', '1 Example WharfReigate'],
  ['another value of a fact', 'ZA000000</a></dd>', '99999991</a></dd>'],
  ['another label of a list', /(<div class="text">.*?)<dl /s, '$1<p>Contact:</p><dl '],
  ['another address of a link', 'mailto:', 'mailto:x'],
  ['a row less', /<tbody><tr>.*?<\/tr>/s, '<tbody>'],
  ['a numbered list instead of one of points', /<ul>(?=<li>)/, '<ol>'],
  ['no text', /<div class="text">.*<\/article>/s, '<div class="text"></div></article>'],
];

/** Changes that alter how a page looks, and what is around the words of a version. */
const RELAID: typeof REWORDED = [
  ['another class', '<article class="notice columns">', '<article class="notice wide"><hr>'],
  ['another sign beside headings', '">#</a>', '">¶</a>'],
  [
    'an element around a section',
    '<section class="level-1">',
    '<section class="level-1 part"><div></div>',
  ],
  ['another name of a fact', '<dt>Controller</dt>', '<dt>Who is responsible</dt>'],
  ['another style sheet', 'rel="stylesheet" href="', 'rel="stylesheet" href="/other.css?'],
];

describe('a built site', () => {
  const [sample] = samples;
  const ID = 'harbourlight/customers/2023-03-06';
  const site = (): string => at('built');
  let findingsIn: (site: string) => Finding[];
  const check = (): Finding[] => findingsIn(site());
  const page = (id = ID): string => path.join(site(), id, 'index.html');
  const edit = (file: string, from: string | RegExp, to: string): void => {
    const before = readFileSync(file, 'utf8');
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    writeFileSync(file, after);
  };

  beforeAll(async () => {
    const notices = copySample('checked', 'harbourlight');
    // The version that is edited, and the one at the address of the notice.
    const files = [`${ID}.mdx`, '/2026-06-19.mdx'];
    findingsIn = await checkerOfSites(notices, sample!.base, files);
  });

  beforeEach(() => {
    rmSync(site(), { recursive: true, force: true });
    cpSync(path.join(sample!.folder, 'harbourlight'), path.join(site(), 'harbourlight'), {
      recursive: true,
      // The pages of versions are checked, not what compares them.
      filter: (from) => !/[\\/](compare|sections)$/.test(from),
    });
  });

  it('passes as it is', async () => {
    expect(check()).toEqual([]);
  });

  it.each(REWORDED)('with %s on the page of a version is refused', (_, from, to) => {
    edit(page(), from, to);
    expect(check().map(({ code }) => code)).toContain('page-changed');
  });

  it('with other words on the page of a notice is refused', () => {
    edit(page('harbourlight/customers'), '<div class="text">', '<div class="text"><p>Sold.</p>');
    expect(check().map(({ code }) => code)).toEqual(['page-changed']);
  });

  it.each(RELAID)('with %s passes', (_, from, to) => {
    edit(page(), from, to);
    expect(check()).toEqual([]);
  });

  it.each(['.txt', '.json'])('with other words in the %s of a version is refused', (ending) => {
    edit(path.join(site(), `${ID}${ending}`), 'Six years', 'Five years');
    const [finding, ...others] = check();
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'page-changed' });
    expect(finding!.file).toMatch(/harbourlight\/customers\/2023-03-06\.mdx$/);
    expect(finding!.message).toContain(`${ID}${ending}`);
  });

  it.each(['.txt', '.json', '/index.html'])('without the %s of a version is refused', (ending) => {
    rmSync(path.join(site(), ID + ending));
    expect(check().map(({ code }) => code)).toEqual(['page-changed']);
  });

  it('without an anchor that was published is refused', () => {
    edit(page(), 'id="retention"', 'id="kept"');
    expect(check().map(({ code }) => code)).toContain('anchor-lost');
  });
});

describe.each(sites)('published versions of the site $name', (site) => {
  it('have the fingerprint of their plain text', () => {
    const pages = pagesOf(site).filter((page) => kindOf(page) === 'version');
    expect(pages.length).toBeGreaterThan(10);
    const wrong = pages.filter((page) => {
      const text = readFileSync(path.join(site.folder, page.path.replace(/\/$/, '.txt')));
      const printed = wordsOf(one(one(page.document, 'details.fingerprint'), 'code'));
      return printed !== createHash('sha256').update(text).digest('hex');
    });
    expect(wrong.map((page) => page.path)).toEqual([]);
  });

  it('have anchors that all exist on the page of the notice', () => {
    const pages = pagesOf(site);
    const lost = pages
      .filter((page) => kindOf(page) === 'notice')
      .flatMap((notice) => {
        const here = new Set(idsOf(notice));
        return pages
          .filter((page) => kindOf(page) === 'version' && isOf(notice.path, page.path))
          .flatMap((page) =>
            all(page.document, 'section')
              .filter((section) => attribute(section, 'class')?.startsWith('level-'))
              .map((section) => {
                const heading = all(section, 'div.heading')[0]!;
                return idsOf({ ...page, document: heading })[0] ?? '';
              })
              .filter((anchor) => !here.has(anchor))
              .map((anchor) => `${page.path}#${anchor}`),
          );
      });
    expect(lost).toEqual([]);
  });
});

const isOf = (notice: string, address: string): boolean =>
  address.startsWith(notice) && !address.slice(notice.length, -1).includes('/');

describe('an old address', () => {
  const openPage = useBrowser();

  it('of a section leads to its successor, or to a line about its removal', () => {
    const page = readPage(corners, '/moved/');
    const heading = all(page.document, 'div.heading')[0]!;
    expect(idsOf({ ...page, document: heading })).toEqual(['retention', 'keep']);
    const gone = one(page.document, 'li#fax');
    expect(wordsOf(gone)).toBe(
      '“Fax” was removed on 1 June 2025. Read it in the version of 1 January 2025',
    );
    const old = readPage(corners, '/moved/2025-01-01/');
    const [kept] = all(old.document, 'p.now');
    expect(attribute(all(kept!, 'a')[0]!, 'href')).toBe('/moved/#retention');
  });

  it('is not needed to find what applied on a day, with a script or without', async () => {
    const [site] = samples;
    const page = await openPage();
    await page.goto(urlOf(site!, '/harbourlight/customers/history/'));
    await page.getByRole('textbox', { name: 'Date' }).fill('2019-07-01');
    await page.getByRole('button', { name: 'Find notice' }).click();
    await page.waitForURL(/\/on\/\?date=2019-07-01/);
    const answer = () => page.locator('.on-answer p').textContent();
    const links = () =>
      page
        .locator('.on-answer a')
        .evaluateAll((found) => found.map((link) => [link.textContent, link.getAttribute('href')]));
    const below = `${site!.base}harbourlight/customers/`;
    expect(await answer()).toBe('On 1 July 2019, the version of 25 May 2018 applied.');
    expect(await links()).toEqual([
      ['Read it', `${below}2018-05-25/`],
      ['Compare with today', `${below}compare/2018-05-25/current/`],
    ]);
    expect(await page.locator('.spans [aria-current]').innerText()).toMatch(
      /^25 May 2018 – .*\n?1 July 2019$/,
    );
    await page.goto(urlOf(site!, '/harbourlight/customers/on/?date=1999-01-01'));
    expect(await answer()).toBe(
      'Nothing was published by 1 January 1999. The first version applied from 25 May 2018.',
    );
    expect(await links()).toEqual([['Read the first version', `${below}2018-05-25/`]]);
    await page.goto(urlOf(site!, '/harbourlight/customers/on/?date=2031-01-01'));
    expect(await answer()).toBe(
      'On 1 January 2031, the version of 19 June 2026 will apply, unless it is replaced before.',
    );
    await page.goto(urlOf(site!, '/harbourlight/customers/on/?date=<b>'));
    expect(await page.locator('.on-answer').textContent()).toContain('This is not a valid date');
    await leave(page);
    const plain = await openPage({ javaScriptEnabled: false });
    await plain.goto(urlOf(site!, '/harbourlight/customers/on/'));
    expect(await plain.locator('.spans li').count()).toBe(5);
    await leave(plain);
  });
});

describe('the changes of the project that the nightly run tries', () => {
  it('are of what its files say', () => {
    const all = [...ALTERING, ...LEFT_OUT, ...RESTYLING, ...RESTYLED];
    const missing = all.filter(([file, from]) => {
      const text = readFileSync(path.join(ROOT, ...file.split('/')), 'utf8');
      return typeof from === 'string' ? !text.includes(from) : !from.test(text);
    });
    expect(missing).toEqual([]);
  });
});
