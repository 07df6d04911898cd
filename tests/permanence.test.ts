import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { readAndCheckFolder } from '../src/site/folder.ts';
import { isError } from '../src/findings/catalogue.ts';
import type { IsoDate } from '../src/notices/dates.ts';
import { checkLock } from '../src/record/check.ts';
import { readLockedFolder } from '../src/record/files.ts';
import {
  build,
  buildOrThrow,
  namesOfFiles,
  readFiles,
  ROOT,
  SAMPLE,
  TODAY,
} from './setup/build.ts';
import { notices } from './setup/commands.ts';
import { all, attribute, one, wordsOf } from './setup/html.ts';
import { onDay, version } from './setup/notices.ts';
import { copyProject, type Project } from './setup/project.ts';
import { idsOf } from './setup/links.ts';
import { copyNotices, copyOfSample } from './setup/sample.ts';
import { kindOf, pagesOf, readPage, urlOf, useBrowser } from './setup/site.ts';
import { useWorkshop } from './setup/workshop.ts';

const isLong = import.meta.env.MODE === 'long';
const { at, noticesOf } = useWorkshop('permanence');
const samples = inject('samples');
const histories = inject('histories');
const sites = [...samples, ...(histories ? [histories] : [])];

/** Numbers that look random and are the same every time (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Some notices of the sample, in a place where they may be changed. */
function copySample(name: string, ...parts: string[]): string {
  const folder = at(name, 'notices');
  copyOfSample(folder, parts);
  return folder;
}

/** What a build says of a folder before it renders anything. */
function faultsOf(directory: string): string[] {
  const { versions, findings } = readAndCheckFolder({
    directory,
    publicDirectory: path.join(ROOT, 'public'),
    root: ROOT,
    drafts: false,
    today: TODAY as IsoDate,
  });
  const locked = readLockedFolder(directory, versions, ROOT);
  return [...findings, ...checkLock(locked, true)].filter(isError).map(({ code }) => code);
}

describe('a published version', () => {
  it('cannot be changed by a character without notice', () => {
    const folder = at('tamper', 'notices');
    if (isLong) copyNotices(SAMPLE, folder);
    else copyOfSample(folder, ['larkrise', 'quillmere']);
    expect(faultsOf(folder)).toEqual([]);
    const files = namesOfFiles(folder).filter((file) => file.endsWith('.mdx'));
    const below = seeded(7);
    const missed: string[] = [];
    for (let turn = 0; turn < (isLong ? 200 : 30); turn += 1) {
      const file = path.join(folder, files[below(files.length)]!);
      const text = readFileSync(file, 'utf8');
      const place = below(text.length);
      const signs = 'abcxyz0189 .,-#"\'{}()<>é\n';
      const sign = signs[below(signs.length)]!;
      const way = below(3);
      const edited =
        text.slice(0, place) + (way === 0 ? '' : sign) + text.slice(place + (way === 2 ? 0 : 1));
      if (edited === text) continue;
      writeFileSync(file, edited);
      if (faultsOf(folder).length === 0) missed.push(`${file}:${place} ${JSON.stringify(sign)}`);
      writeFileSync(file, text);
    }
    expect(missed).toEqual([]);
    expect(faultsOf(folder)).toEqual([]);
  });

  it('is told with its section and its words when a build finds it changed', async () => {
    const folder = copySample('told', 'harbourlight');
    const out = at('told', 'dist');
    cpSync(samples[0]!.folder, out, { recursive: true });
    const before = readFiles(out);
    const file = path.join(folder, 'harbourlight/customers/2023-03-06.mdx');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('Six years', 'Five years'));
    const result = await build({ notices: folder, out });
    expect(result.code).toBe(1);
    expect(result.output).toContain('harbourlight/customers/2023-03-06.mdx');
    expect(result.output).toMatch(
      /in “How long do we keep your information\?”: “Six.*” became “Five/,
    );
    expect(result.output).not.toMatch(/\n\s+at /);
    expect(readFiles(out)).toEqual(before);
  });

  it.each<[string, (folder: string) => void, string]>([
    [
      'removed',
      (folder) => rmSync(path.join(folder, 'harbourlight/customers/2020-11-16.mdx')),
      'the published version harbourlight/customers/2020-11-16 is missing',
    ],
    [
      'in a folder that was renamed',
      (folder) => renameSync(path.join(folder, 'quillmere'), path.join(folder, 'quillmore')),
      'is now quillmore/customers/',
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
          path.join(folder, 'quillmere/customers/2026-11-01.mdx'),
          version('## About {#about}\n\nWords.', onDay('2026-11-01')),
        ),
      'is not in the lock, so it is not published',
    ],
    [
      'in a lock with the marks of a merge',
      (folder) => writeFileSync(`${folder}.lock.json`, '{\n<<<<<<< ours\n'),
      'the conflict markers of an unfinished merge',
    ],
  ])('that is %s stops the build, with what to do', async (name, change, message) => {
    const folder = copySample(`change ${name}`, 'harbourlight', 'quillmere');
    change(folder);
    const result = await build({ notices: folder, out: at(`change ${name}`, 'dist') });
    expect(result.code).toBe(1);
    expect(result.output).toContain(message);
    expect(result.output).toContain('→');
  });

  it('is built without a lock as well, with one warning', async () => {
    const folder = noticesOf('lockless', { 'shop/2025-01-01.mdx': version('## A {#a}\n\nB.') });
    const result = await build({ notices: folder, out: at('lockless', 'dist') });
    expect(result.code).toBe(0);
    expect(result.output).toContain('0 errors, 1 warning');
    expect(result.output).toContain('npm run notices -- adopt');
  });
});

/** Changes of the project that alter words; those past the first few in `npm run test:long`. */
const ALTERING: [file: string, from: string | RegExp, to: string][] = [
  [
    'src/document/print.ts',
    "content === '' ? content : `<p>${content}</p>\\n`",
    "content === '' ? content : `<p>Note: ${content}</p>\\n`",
  ],
  [
    'src/components/notice/VersionArticle.astro',
    "corrected('') +",
    "(isNoticePage ? '<p>We sell it.</p>' : '') + corrected('') +",
  ],
  [
    'src/notices/facts.ts',
    "entry('icoRegistration', controller.icoRegistration",
    "entry('icoRegistration', controller.companyNumber",
  ],
  ['src/components/notice/VersionArticle.astro', '{facts.title}', '{facts.title} (copy)'],
  ['src/components/notice/VersionArticle.astro', '{facts.summary}\n', '{facts.summary.slice(1)}\n'],
  [
    'src/components/notice/VersionArticle.astro',
    "corrected('') +",
    "'<p>New.</p>' + corrected('') +",
  ],
  [
    'src/components/notice/VersionArticle.astro',
    'renderSections(document.sections, options)',
    'renderSections(document.sections.slice(1), options)',
  ],
  [
    'src/document/print.ts',
    'return escapeHtml(inline.value);',
    'return escapeHtml(inline.value.toUpperCase());',
  ],
  [
    'src/document/print.ts',
    'return escapeHtml(inline.value);',
    "return escapeHtml(inline.value.replaceAll('we', 'they'));",
  ],
  [
    'src/document/print.ts',
    'return escapeHtml(inline.value);',
    'return escapeHtml(inline.value.replaceAll("’", "\'"));',
  ],
  ['src/document/print.ts', "return '<br>';", "return '';"],
  ['src/document/print.ts', 'block.items.map((item) =>', 'block.items.slice(1).map((item) =>'],
  ['src/document/print.ts', 'table.body.length > 0', 'table.body.length > 99'],
  ['src/document/parse-inline.ts', /value: /, "value: 'x' + "],
  [
    'src/components/authors/Facts.astro',
    /<Fragment set:html=\{|set:html=\{/,
    'set:html={"<p>Contact:</p>" + ',
  ],
  ['src/notices/facts.ts', 'formatPhone(phone))', 'phone)'],
  ['src/mdx/syntax.ts', 'gfm: true', 'gfm: false'],
  [
    'src/document/print.ts',
    'escapeHtml(addressOf(element.href))',
    "escapeHtml(addressOf(element.href.replace('privacy@', 'x@')))",
  ],
  ['src/document/print.ts', "const tag = block.ordered ? 'ol' : 'ul';", "const tag = 'ul';"],
  [
    'src/components/notice/FactsCard.astro',
    'renderInline(value, { addressOf: href })',
    "renderInline(value, { addressOf: href }).replace('privacy@', 'nobody@')",
  ],
  ['src/pages/[...notice]/[version]/index.astro', '[...notice.versions, ', '['],
  [
    'src/pages/[...notice]/[version].json.ts',
    'sequenceOf(notice).map',
    'sequenceOf(notice).slice(1).map',
  ],
];

/** Words of the sample that a component could as well leave out. */
const LEFT_OUT =
  'we you data the and six years keep share law contract email name address order payment rights complain change notice information customer account tax consent website supplier month'
    .split(' ')
    .map((word): (typeof ALTERING)[number] => [
      'src/document/print.ts',
      'return escapeHtml(inline.value);',
      `return escapeHtml(inline.value.replaceAll(/\\b${word}/gi, ''));`,
    ]);

/** Changes that alter how the site looks and what is around a text. */
const RESTYLING: typeof ALTERING = [
  [
    'src/styles/tokens.css',
    '--ink: light-dark(#1b1f23, #e4e6e7)',
    '--ink: light-dark(#222222, #eeeeee)',
  ],
  [
    'src/components/notice/VersionArticle.astro',
    '<article class="notice">',
    '<article class="notice wide"><hr />',
  ],
  ['src/document/print.ts', 'return `<blockquote>', 'return `<blockquote class="quote">'],
  ['src/words/en/site.ts', 'This site sets no cookies', 'No cookies here'],
  ['src/words/en/common.ts', "name: 'Controller'", "name: 'Who is responsible'"],
  ['src/words/en/common.ts', "email: 'E-mail'", "email: 'Email'"],
  ['src/words/en/notice.ts', "heading: 'This version'", "heading: 'About this version'"],
  [
    'src/components/notice/VersionArticle.astro',
    'aria-label="${label}">#</a>',
    'aria-label="${label}">¶</a>',
  ],
  [
    'src/document/print.ts',
    '<section class="level-${section.level}">',
    '<section class="level-${section.level} part"><div class="inner"></div>',
  ],
  ['src/site.config.ts', "name: 'Noticeboard'", "name: 'Notices of ours'"],
];

/** Other sizes, and other classes and colours. */
const RESTYLED: typeof ALTERING = Array.from({ length: 40 }, (_, index) =>
  index % 2 === 0
    ? ['src/styles/tokens.css', '--measure: 38rem', `--measure: ${50 + index}rem`]
    : [
        'src/components/notice/VersionArticle.astro',
        '<article class="notice">',
        `<article class="notice look-${index}">`,
      ],
);

describe('a change of the project', () => {
  let project: Project;
  /** Two notices are enough for the few changes that are tried here. */
  let tried: string | undefined;
  beforeAll(() => {
    project = copyProject(at('project'));
    if (!isLong) tried = copySample('project-notices', 'larkrise');
  });

  const withChange = async ([file, from, to]: (typeof ALTERING)[number]) => {
    const text = project.change(file, from, to);
    try {
      return await project.build(tried);
    } finally {
      project.restore(file, text);
    }
  };

  // Most of them are made in the long run alone, and must not be found wanting there.
  it('has a place for each that is tried', () => {
    const all = [...ALTERING, ...LEFT_OUT, ...RESTYLING, ...RESTYLED];
    const missing = all.filter(([file, from]) => {
      const text = readFileSync(path.join(project.folder, ...file.split('/')), 'utf8');
      return typeof from === 'string' ? !text.includes(from) : !from.test(text);
    });
    expect(missing).toEqual([]);
  });

  it.each(isLong ? [...ALTERING, ...LEFT_OUT] : ALTERING.slice(0, 1))(
    'of %s that alters words is refused: %s',
    async (...change) => {
      const { code, output } = await withChange(change);
      expect(output).toMatch(/version-changed|page-changed/);
      expect(code).toBe(1);
    },
    120_000,
  );

  it.each(isLong ? [...RESTYLING, ...RESTYLED] : RESTYLING.slice(0, 1))(
    'of %s that alters none passes: %s',
    async (...change) => {
      const { code, output } = await withChange(change);
      expect(output).not.toMatch(/version-changed|page-changed/);
      expect(code).toBe(0);
    },
    120_000,
  );
});

describe.each(sites)('on the site $name', (site) => {
  it('the fingerprint of every version is that of its plain text', () => {
    const pages = pagesOf(site).filter((page) => kindOf(page) === 'version');
    expect(pages.length).toBeGreaterThan(20);
    const wrong = pages.filter((page) => {
      const text = readFileSync(path.join(site.folder, page.path.replace(/\/$/, '.txt')));
      const printed = wordsOf(one(one(page.document, 'dd.fingerprint'), 'code'));
      return printed !== createHash('sha256').update(text).digest('hex');
    });
    expect(wrong.map((page) => page.path)).toEqual([]);
  });

  it('every anchor that was ever published answers at the address of its notice', () => {
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

describe('an anchor that left a notice', () => {
  const openPage = useBrowser();

  it('leads to the section that came of its own, or to a line that says when it went', async () => {
    const folder = noticesOf('anchors', {
      'shop/2025-01-01.mdx': version(
        '## How long we keep it {#keep}\n\nWe keep your orders for six years after the last of them.\n\n## Fax {#fax}\n\nYou can send us a fax at any hour of the day.',
      ),
      'shop/2025-06-01.mdx': version(
        '## Retention of orders {#retention}\n\nWe keep your orders for six years after the last of them.',
        onDay('2025-06-01'),
      ),
    });
    const out = at('anchors', 'dist');
    await buildOrThrow({ notices: folder, out });
    const page = readPage({ folder: out }, '/shop/');
    const heading = all(page.document, 'div.heading')[0]!;
    expect(idsOf({ ...page, document: heading })).toEqual(['retention', 'keep']);
    const gone = one(page.document, 'li#fax');
    expect(wordsOf(gone)).toBe(
      '“Fax” was removed on 1 June 2025. Read it in the last version that has it, of 1 January 2025',
    );
    const old = readPage({ folder: out }, '/shop/2025-01-01/');
    const [kept] = all(old.document, 'p.now');
    expect(attribute(all(kept!, 'a')[0]!, 'href')).toBe('/shop/#retention');
  });

  it('is answered on the day page: what applied, with a script and without', async () => {
    const [site] = samples;
    const page = await openPage();
    await page.goto(urlOf(site!, '/harbourlight/customers/history/'));
    await page.getByLabel('What applied on').fill('2019-07-01');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL(/\/on\/\?date=2019-07-01/);
    expect(await page.locator('.on-answer').textContent()).toBe(
      'On 1 July 2019 the version of 25 May 2018 applied.',
    );
    await page.goto(urlOf(site!, '/harbourlight/customers/on/?date=1999-01-01'));
    expect(await page.locator('.on-answer').textContent()).toBe(
      'On 1 January 1999 there was no version yet.',
    );
    await page.goto(urlOf(site!, '/harbourlight/customers/on/?date=<b>'));
    expect(await page.locator('.on-answer').textContent()).toContain('This is not a day');
    await page.context().close();
    const plain = await openPage({ javaScriptEnabled: false });
    await plain.goto(urlOf(site!, '/harbourlight/customers/on/'));
    expect(await plain.locator('.spans li').count()).toBe(5);
    await plain.context().close();
  });
});

// One in fifty is killed in between, and each takes seconds: `npm run test:long`.
describe.runIf(isLong)('a publication that is killed at any moment', () => {
  it('has happened whole, or not at all', async () => {
    const DRAFT = version('## About {#about}\n\nBetter words.', onDay('2026-12-01')).replace(
      'controller:',
      'changes:\n  - { kind: changed, section: about, summary: Better. }\ncontroller:',
    );
    const group = 'killed';
    const folder = noticesOf(group, {
      'shop/2025-01-01.mdx': version('## About {#about}\n\nGood words.'),
    });
    expect((await notices(['adopt'], { notices: folder })).code).toBe(0);
    const before = new Map([
      ...readFiles(at(group)),
      ['notices/shop/draft.mdx', Buffer.from(DRAFT)] as const,
    ]);
    const after = await (async () => {
      writeFileSync(path.join(folder, 'shop/draft.mdx'), DRAFT);
      expect((await notices(['publish', 'shop'], { notices: folder })).code).toBe(0);
      return readFiles(at(group));
    })();
    const below = seeded(11);
    const states = { before: 0, after: 0 };
    for (let turn = 0; turn < 50; turn += 1) {
      rmSync(at(group), { recursive: true });
      for (const [file, bytes] of before) {
        mkdirSync(path.dirname(at(group, file)), { recursive: true });
        writeFileSync(at(group, file), bytes);
      }
      await notices(['publish', 'shop'], { notices: folder, killAfter: 300 + below(3500) });
      // Whoever comes next finds it whole, and clears away what was left lying about.
      await notices(['status'], { notices: folder });
      const now = [...readFiles(at(group))].toSorted(([a], [b]) => (a < b ? -1 : 1));
      const same = (state: ReadonlyMap<string, Buffer>): boolean =>
        JSON.stringify(now.map(([file, bytes]) => [file, bytes.toString()])) ===
        JSON.stringify(
          [...state]
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([file, bytes]) => [file, bytes.toString()]),
        );
      if (same(before)) states.before += 1;
      else if (same(after)) states.after += 1;
      else throw new Error(`half a state: ${now.map(([file]) => file).join(', ')}`);
    }
    process.stdout.write(`Killed: ${states.before} before, ${states.after} after.\n`);
    expect(existsSync(at(group))).toBe(true);
  }, 600_000);
});

// One that is killed at the worst of them is among the tests of the build.
describe.runIf(isLong)('a build that is killed at any moment', () => {
  it('leaves the last good site whole', async () => {
    const out = at('killed-build', 'dist');
    const good = version('## About {#about}\n\nGood words.');
    await buildOrThrow({ notices: noticesOf('good', { 'shop/2025-01-01.mdx': good }), out });
    const before = readFiles(out);
    const other = noticesOf('other', { 'jobs/2025-01-01.mdx': good });
    await buildOrThrow({ notices: other, out: at('other-site') });
    const after = readFiles(at('other-site'));
    const below = seeded(13);
    for (let turn = 0; turn < 50; turn += 1) {
      await build({ notices: other, out, killAfter: 200 + below(2500) });
      const now = readFiles(out);
      expect([before, after]).toContainEqual(now);
      if (now.has('jobs/index.html')) {
        rmSync(out, { recursive: true });
        await buildOrThrow({ notices: at('good', 'notices'), out });
      }
    }
  }, 900_000);
});

describe('the same inputs', () => {
  // Of the sample in `npm run test:long`.
  const site = isLong ? samples[0]! : inject('languages');

  it('give the same bytes in another folder, time zone, language and home', async () => {
    const folder = at('elsewhere', 'a folder', 'notices');
    copyNotices(site.notices, folder);
    const out = at('elsewhere', 'out');
    await buildOrThrow({
      notices: folder,
      out,
      base: site.base,
      timeZone: 'Asia/Kathmandu',
      environment: {
        LANG: 'de_DE.UTF-8',
        LC_ALL: 'tr_TR.UTF-8',
        HOME: at('elsewhere'),
        USER: 'ann',
      },
    });
    expect(readFiles(out)).toEqual(readFiles(site.folder));
  }, 120_000);
});
