import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDocument } from '../document/index.ts';
import type { IsoDate } from '../notices/dates.ts';
import { parseVersionName } from '../notices/names.ts';
import { renderSections, renderBlocks, withBase } from '../document/print.ts';
import { frontmatterSchema } from '../notices/schema.ts';
import { checkLock, type HashedVersion, type LockedFolder } from './check.ts';
import { editFacts, writeAnchors } from '../mdx/edit.ts';
import {
  changeTogether,
  clearLeftovers,
  describeUnfinished,
  finishPublishing,
  journalPathOf,
  originOf,
} from './journal.ts';
import { copyPathOf, lockPathOf } from './files.ts';
import { emptyLock, isFault, parseLock, writeLock, type Lock, type LockEntry } from './lock.ts';
import { faultOfPage } from './page.ts';
import { sealed } from './seal.ts';
import { hashOfSource, sha256 } from './source.ts';
import { withoutLater } from '../mdx/split.ts';
import { describeDifferences, differencesOf } from './words.ts';

const SOURCE = `---
title: Notice
published: "2024-01-01"
effective: "2024-01-01"
controller:
  name: A Limited
  contact:
    email: a@a.example
---

## Who we are

Words.
`;

const entry = (more: Partial<LockEntry> = {}): LockEntry => ({
  published: '2024-01-01' as IsoDate,
  source: hashOfSource(SOURCE),
  text: sha256('text'),
  anchors: ['who-we-are'],
  later: {},
  errata: [],
  ...more,
});

describe('the hash of a file', () => {
  it.each([
    ['a byte-order mark', `\uFEFF${SOURCE}`],
    ['line ends of Windows', SOURCE.replaceAll('\n', '\r\n')],
    [
      'a review that was added',
      SOURCE.replace('controller:', 'reviewed: "2025-01-01"\ncontroller:'),
    ],
    ['a call-off', editFacts(SOURCE, { calledOff: '{ on: "2023-12-01", by: "A", reason: "B" }' })],
    [
      'facts that were added last, over several lines',
      SOURCE.replace(
        /---\n\n/,
        'notified:\n  - { by: email, on: "2024-02-01" }\n  - { by: post, on: "2024-02-02" }\n---\n\n',
      ),
    ],
  ])('is the same with %s', (_, source) => {
    expect(hashOfSource(source)).toBe(hashOfSource(SOURCE));
  });

  it('is another for every other character that is changed', () => {
    fc.assert(
      fc.property(
        fc.nat(SOURCE.length - 1),
        fc.constantFrom('x', ' ', '7', 'é'),
        (at, character) => {
          const edited = SOURCE.slice(0, at) + character + SOURCE.slice(at + 1);
          expect(hashOfSource(edited) === hashOfSource(SOURCE)).toBe(edited === SOURCE);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps the body as it is', () => {
    expect(withoutLater(SOURCE)).toBe(SOURCE);
    expect(withoutLater('no frontmatter')).toBe('no frontmatter');
  });
});

describe('a lock', () => {
  const lock = sealed(
    emptyLock(),
    { 'b/2024-01-01': entry(), 'a/2024-01-01': entry({ anchors: ['z', 'a'] }) },
    '2024-01-01' as IsoDate,
  );

  it('is written sorted, a fact a line, and read again', () => {
    const text = writeLock(lock);
    expect(text.indexOf('"a/2024')).toBeLessThan(text.indexOf('"b/2024'));
    expect(text.indexOf('"a"')).toBeLessThan(text.indexOf('"z"'));
    const read = parseLock(text);
    expect(isFault(read)).toBe(false);
    expect(writeLock(read as Lock)).toBe(text);
  });

  it.each([
    ['empty', '', 'is empty'],
    ['cut short', writeLock(lock).slice(0, 200), 'is cut short'],
    ['not JSON', 'format: 1 }', 'is not valid JSON'],
    [
      'with a version twice',
      writeLock(lock).replace('"versions": {', `"versions": {"a/2024-01-01": null,`),
      'has a key twice',
    ],
    [
      'with a version named as objects are made',
      writeLock(lock).replace(`"a/2024-01-01"`, '"__proto__"'),
      'invalid',
    ],
    [
      'in conflict',
      writeLock(lock).replace('    "b/', '<<<<<<< ours\n    "b/'),
      'contains the conflict markers of an unfinished merge',
    ],
    [
      'edited by hand',
      writeLock(lock).replace(/"source": "../, '"source": "xx'),
      'has an invalid value',
    ],
    ['of no format', '{"format":0,"versions":{}}', 'has an invalid value'],
    [
      'of a newer release',
      '{ "format": 3, "versions": {}, "notices": [] }',
      'is of format 3, which a newer release of Noticeboard wrote',
    ],
  ])('that is %s is reported as such', (_, text, message) => {
    const read = parseLock(text);
    expect(isFault(read) && read.message).toContain(message);
  });
});

const version = (
  name: string,
  source = SOURCE,
  more: Record<string, unknown> = {},
): HashedVersion => {
  const facts = frontmatterSchema.parse({
    title: 'Notice',
    published: '2024-01-01',
    effective: name,
    controller: { name: 'A', contact: { email: 'a@a.example' } },
    ...more,
  });
  return {
    ...parseVersionName(name)!,
    notice: 'shop',
    file: `shop/${name}.mdx`,
    draft: false,
    facts,
    document: () => ({ facts, lead: [], sections: [] }),
    source: hashOfSource(source),
    files: [],
  };
};

const folder = (versions: HashedVersion[], lock: LockedFolder['lock']): LockedFolder => ({
  today: '2024-06-01' as IsoDate,
  folder: 'notices',
  lockFile: 'notices.locks',
  recordFolder: 'notices.record',
  publicFolder: 'public',
  publicFiles: new Map(),
  unfitFiles: new Map(),
  copies: new Map(),
  files: new Map(versions.map(({ notice, name, file }) => [`${notice}/${name}`, file])),
  versions,
  lock,
  lockFiles: [],
  recorded: [],
  beforeErrata: [],
});

const locked = (entries: Lock['versions']): Lock =>
  sealed(emptyLock(), entries, '2024-01-01' as IsoDate);
const codes = (given: LockedFolder, isStrict = true): string[] =>
  checkLock(given, isStrict).map(({ code }) => code);

describe('a folder against its lock', () => {
  const NAME = '2024-01-01';
  const ID = `shop/${NAME}`;

  it('is sound when every version is what was published', () => {
    expect(codes(folder([version(NAME)], locked({ [ID]: entry() })))).toEqual([]);
  });

  it('warns once if there is no lock', () => {
    const findings = checkLock(folder([version(NAME), version('2025-01-01')], undefined), true);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['lock-missing', 'warning'],
    ]);
  });

  it('is refused without a lock where there is a record of what was published', () => {
    expect(codes({ ...folder([version(NAME)], undefined), recorded: [ID] })).toEqual(['lock-lost']);
  });

  it('reports a version that is in the record but neither in the lock nor in the folder', () => {
    expect(codes({ ...folder([], emptyLock()), recorded: [ID] })).toEqual(['lock-lost']);
  });

  const erratum = (on: string) => ({
    on: on as IsoDate,
    by: 'Office manager',
    reason: 'A slip.',
    text: sha256('before'),
  });

  it('says what else to delete where every version is gone', () => {
    const names = ['2024-01-01', '2025-01-01'];
    const lock = locked(Object.fromEntries(names.map((name) => [`shop/${name}`, entry()])));
    const findings = checkLock(folder([], lock), true);
    expect(findings.map(({ code }) => code)).toEqual(['version-removed']);
    expect(findings[0]?.hint).toContain('notices.locks, notices.record');
  });

  it('reports a correction that was taken out of the lock', () => {
    const given = folder([version(NAME)], locked({ [ID]: entry() }));
    expect(codes({ ...given, beforeErrata: [{ id: ID, erratum: 1 }] })).toEqual([
      'erratum-changed',
    ]);
    // Even if nothing else is left of its version.
    expect(codes({ ...folder([], emptyLock()), beforeErrata: [{ id: ID, erratum: 1 }] })).toEqual([
      'erratum-changed',
    ]);
    const errata = [erratum('2024-02-01')];
    const whole = folder([version(NAME)], locked({ [ID]: entry({ errata }) }));
    expect(codes({ ...whole, beforeErrata: [{ id: ID, erratum: 1 }] })).toEqual([]);
    expect(
      codes({ ...whole, beforeErrata: [1, 2].map((number) => ({ id: ID, erratum: number })) }),
    ).toEqual(['erratum-changed']);
  });

  it.each([
    ['before its version', ['2023-12-31']],
    ['before an earlier one', ['2024-03-01', '2024-02-01']],
  ])('reports a correction that is dated %s', (_, days) => {
    const errata = days.map(erratum);
    expect(codes(folder([version(NAME)], locked({ [ID]: entry({ errata }) })))).toEqual([
      'erratum-changed',
    ]);
  });

  it('reports a lock with another day of publication than the file', () => {
    const other = entry({ published: '2001-01-01' as IsoDate });
    expect(codes(folder([version(NAME)], locked({ [ID]: other })))).toEqual(['version-changed']);
  });

  it('is refused with a lock that cannot be read', () => {
    const fault = { kind: 'cut', line: 3, message: 'is cut short' } as const;
    expect(codes(folder([version(NAME)], fault))).toEqual(['lock-unreadable']);
  });

  it('asks for an update where a newer release wrote the lock', () => {
    const newer = parseLock('{ "format": 3, "versions": {} }');
    const [found, ...others] = checkLock(folder([version(NAME)], newer), true);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'lock-newer', file: 'notices.locks', line: 1 });
    expect(found?.hint).toContain('npm install noticeboard@latest');
  });

  it.each<[string, HashedVersion[], Lock['versions'], string[]]>([
    [
      'a changed version',
      [version(NAME, SOURCE.replace('Words', 'Other'))],
      { [ID]: entry() },
      ['version-changed'],
    ],
    ['a version that is gone', [], { [ID]: entry() }, ['version-removed']],
    [
      'a version slipped in before another',
      [version('2023-01-01', `${SOURCE}a`), version(NAME)],
      { [ID]: entry() },
      ['version-slipped-in'],
    ],
    ['a version that is not in the lock', [version(NAME)], {}, ['version-unlocked']],
    [
      'a review that was taken back',
      [version(NAME)],
      { [ID]: entry({ later: { reviewed: '2025-01-01' as IsoDate } }) },
      ['fact-withdrawn'],
    ],
    [
      'a review that is not recorded yet',
      [version(NAME, SOURCE, { reviewed: '2025-01-01' })],
      { [ID]: entry() },
      ['fact-unrecorded'],
    ],
    [
      'a later review',
      [version(NAME, SOURCE, { reviewed: '2026-01-01' })],
      { [ID]: entry({ later: { reviewed: '2025-01-01' as IsoDate } }) },
      ['fact-unrecorded'],
    ],
    [
      'a withdrawal on another day',
      [version(NAME, SOURCE, { withdrawn: '2026-01-01' })],
      { [ID]: entry({ later: { withdrawn: '2025-01-01' as IsoDate } }) },
      ['fact-withdrawn'],
    ],
  ])('reports %s', (_, versions, entries, found) => {
    expect(codes(folder(versions, locked(entries)))).toEqual(found);
  });

  describe('with a scheduled version', () => {
    const scheduled = entry({ published: '2024-05-01' as IsoDate });
    const found = (effective: string, published: string): string[] =>
      codes(
        folder(
          [
            version(effective, `${SOURCE}a`, { published }),
            version('2024-09-01', SOURCE, { published: '2024-05-01' }),
          ],
          locked({ 'shop/2024-09-01': scheduled }),
        ),
      );

    it.each([
      ['is new', '2024-07-01', '2024-06-01'],
      ['was published on the same day', '2024-07-01', '2024-05-01'],
      ['applies from today', '2024-06-01', '2024-06-01'],
    ])('takes another before it that %s', (_, effective, published) => {
      expect(found(effective, published)).toEqual(['version-unlocked']);
    });

    it.each([
      ['applies from a day that is past', '2024-05-31', '2024-05-31'],
      ['says that it was published before the scheduled one', '2024-07-01', '2024-04-30'],
      ['applied before it was published', '2024-07-01', '2024-08-01'],
    ])('takes none before it that %s', (_, effective, published) => {
      expect(found(effective, published)).toEqual(['version-slipped-in']);
    });
  });

  describe('with a version that was called off', () => {
    const calledOff = { on: '2023-12-01' as IsoDate, by: 'A', reason: 'B' };
    const has = (now: Record<string, unknown>, recorded: LockEntry['later']): string[] =>
      codes(folder([version(NAME, SOURCE, now)], locked({ [ID]: entry({ later: recorded }) })));

    it('is sound if the lock says so too', () => {
      expect(has({ calledOff }, { calledOff })).toEqual([]);
    });

    it.each<[string, Record<string, unknown>, LockEntry['later'], string[]]>([
      ['by hand', { calledOff }, {}, ['call-off-unrecorded']],
      ['no more', {}, { calledOff }, ['fact-withdrawn']],
      [
        'for another reason',
        { calledOff: { ...calledOff, reason: 'C' } },
        { calledOff },
        ['fact-withdrawn'],
      ],
      [
        'on another day',
        { calledOff: { ...calledOff, on: '2023-12-02' } },
        { calledOff },
        ['fact-withdrawn'],
      ],
    ])('is refused if it is %s', (_, now, recorded, expected) => {
      expect(has(now, recorded)).toEqual(expected);
    });
  });

  it('lets a version that is not in the lock be built where no one publishes', () => {
    expect(codes(folder([version(NAME)], emptyLock()), false)).toEqual([]);
  });
});

describe('the differences of two texts', () => {
  it('are described section by section, word by word', () => {
    const before =
      'title: A\n\n## Keep {#keep}\n\nFor six years.\n\n## Share {#share}\n\nNo one.\n';
    const after = before.replace('six years', 'seven years').replace('title: A', 'title: B');
    expect(describeDifferences(differencesOf(before, after))).toEqual([
      'in the facts or the introduction: “A” became “B”',
      'in “Keep”: “six years” became “seven years”',
    ]);
  });

  it('are empty for the same text', () => {
    expect(differencesOf('title: A\n\nWords.\n', 'title: A\n\nWords.\n')).toEqual([]);
  });
});

describe('a page', () => {
  const html =
    '<p>Hello <b>you</b>, see <a href="/staff/#a">this</a>.</p><h2 id="a">One</h2><ol><li>a</li><li>b</li></ol><table><tr><td>c</td><td>d</td></tr></table>';
  const document = parseDocument(html);
  const facts = frontmatterSchema.parse({
    title: 'Our notice',
    summary: 'What we do.',
    published: '2024-01-01',
    effective: '2024-01-01',
    controller: { name: 'A Limited', contact: { email: 'a@a.example' } },
  });
  const options = {
    addressOf: (address: string) => withBase(address, '/privacy/'),
    labelOf: () => 'Label',
    besideHeading: () => '<span id="old"></span><a class="anchor">#</a>',
    belowHeading: () => '<p class="now">See today.</p>',
  };
  const page = `<body><article class="notice"><p class="controller">A Limited</p><h1>Our notice</h1><p class="summary">What we do.</p><section class="facts-card"><dl><dt>Who</dt><dd>A Limited</dd><dt>Mail</dt><dd><a href="mailto:a@a.example">a<wbr>@a.example</a></dd></dl></section><div class="text">${renderBlocks(document.lead, options)}${renderSections(document.sections, options)}</div></article></body>`;
  const fault = (changed: string) => faultOfPage(changed, facts, document, '/privacy/');

  it('says what its version says', () => {
    expect(fault(page)).toBeUndefined();
  });

  it.each([
    ['glues words together', page.replace('</td><td>', ''), 'text'],
    ['puts words in', page.replace('<li>a', '<li>And a'), 'text'],
    ['leaves words out', page.replace('Hello ', ''), 'text'],
    ['strikes words out', page.replace('<b>you</b>', '<del>you</del>'), 'text'],
    ['leads elsewhere', page.replace('/staff/#a', '/staff/#b'), 'text'],
    ['does not count', page.replace('<ol>', '<ul>').replace('</ol>', '</ul>'), 'text'],
    [
      'puts a note of its own into words',
      page.replace('<li>a', '<li><p class="now">Or not.</p>a'),
      'text',
    ],
    ['has another title', page.replace('<h1>Our', '<h1>The'), 'title'],
    ['leaves out the summary', page.replace('<p class="summary">What we do.</p>', ''), 'summary'],
    ['names another company', page.replace('controller">A', 'controller">B'), 'controller'],
    ['has another fact', page.replace('a<wbr>@', 'b<wbr>@'), 'facts'],
    ['leads a fact elsewhere', page.replace('mailto:a@', 'mailto:b@'), 'facts'],
    ['has no text', page.replace('class="text"', ''), 'text'],
  ])('that %s is found', (_, changed, part) => {
    expect(fault(changed)?.part).toBe(part);
  });

  it('is reported with the first words that differ', () => {
    expect(fault(page.replace('<li>b', '<li>bee'))).toEqual({
      part: 'text',
      expected: 'b',
      found: 'bee',
    });
  });

  it.each([
    ['in other classes', page.replace('<ol>', '<ol class="new">')],
    [
      'in other elements around it',
      page.replace('<ol>', '<div class="new"><ol>').replace('</ol>', '</ol></div>'),
    ],
    ['with other labels', page.replace('<dt>Mail', '<dt>E-mail')],
  ])('that says the same %s is not', (_, changed) => {
    expect(fault(changed)).toBeUndefined();
  });
});

describe('edits of a file', () => {
  it('replace a fact in its place, add one after the day, and take one out', () => {
    const edited = editFacts(SOURCE, {
      published: '"2025-05-05"',
      changes: '[]',
      controller: undefined,
    });
    expect(edited).toBe(
      SOURCE.replace('"2024-01-01"\neffective', '"2025-05-05"\neffective')
        .replace('effective: "2024-01-01"\n', 'effective: "2024-01-01"\nchanges: []\n')
        .replace(/controller:[\s\S]*?---/, '---'),
    );
  });

  it('write out the anchors that headings have', () => {
    const source = `${SOURCE}\n## Keep {#keep}\n\n### Who we are ##\n\n\`\`\`\n## code\n\`\`\`\n`;
    expect(writeAnchors(source)).toBe(
      source
        .replace('## Who we are\n', '## Who we are {#who-we-are}\n')
        .replace('### Who we are ##', '### Who we are {#who-we-are-1}'),
    );
  });
});

describe('the anchors that are written into a published file', () => {
  it.each([
    ['## § 1 Terms', '{#1-terms}'],
    ['## Keep[^1] it[^1]', '{#keep-it}'],
    ['## Cafe\u0301', '{#caf\u00e9}'],
    ['## {"Keep"} it', '{#keep-it}'],
  ])('are those that its page has: %s', (heading, anchor) => {
    const source = `${SOURCE}\n${heading}\n\nText[^1].\n\n[^1]: A note.\n`;
    expect(writeAnchors(source)).toContain(`${heading} ${anchor}\n`);
  });
});

describe('changes of several files', () => {
  let place: string;
  let directory: string;
  beforeEach(() => {
    place = mkdtempSync(path.join(tmpdir(), 'noticeboard-journal-'));
    directory = path.join(place, 'notices');
    mkdirSync(directory);
    writeFileSync(path.join(directory, 'old.mdx'), 'old');
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it('are all made', () => {
    changeTogether(directory, [
      { file: path.join(directory, 'new', 'a.mdx'), content: 'new' },
      { file: path.join(directory, 'old.mdx') },
    ]);
    expect(readFileSync(path.join(directory, 'new', 'a.mdx'), 'utf8')).toBe('new');
    expect(existsSync(path.join(directory, 'old.mdx'))).toBe(false);
    expect(existsSync(journalPathOf(directory))).toBe(false);
  });

  it('may be of bytes: a copy of a file, named after what is in it', () => {
    const bytes = new Uint8Array([0, 255, 10, 13]);
    const copy = copyPathOf(directory, sha256(bytes));
    changeTogether(directory, [{ file: copy, content: bytes }]);
    expect([...readFileSync(copy)]).toEqual([...bytes]);
    const other = path.join(path.dirname(copy), 'map.png');
    expect(() => {
      changeTogether(directory, [{ file: other, content: bytes }]);
    }).toThrow(/was not written by the noticeboard command/);
    expect(existsSync(other)).toBe(false);
  });

  it('are the same through a link to the folder', () => {
    const link = path.join(place, 'elsewhere', 'link');
    mkdirSync(path.dirname(link));
    symlinkSync(directory, link, 'junction');
    expect(journalPathOf(link)).toBe(journalPathOf(directory));
    changeTogether(link, [
      { file: path.join(link, 'a.mdx'), content: 'new' },
      { file: lockPathOf(link, 'shop'), content: '{}' },
      { file: path.join(link, 'old.mdx') },
    ]);
    expect(readdirSync(directory)).toEqual(['a.mdx']);
    expect(readdirSync(path.dirname(link))).toEqual(['link']);
    const changes = [{ file: 'notices/b.mdx', content: 'new' }];
    const journal = JSON.stringify({ of: originOf(directory), changes, end: true });
    writeFileSync(journalPathOf(directory), journal);
    writeFileSync(`${directory}.lock.json.99999999.tmp`, 'cut');
    expect(finishPublishing(link)).toBe(true);
    clearLeftovers(link);
    expect(readdirSync(directory)).toEqual(['a.mdx', 'b.mdx']);
    expect(readdirSync(place).toSorted()).toEqual(['elsewhere', 'notices', 'notices.locks']);
  });

  it('are finished by whoever finds the journal of one that was killed', () => {
    const changes = [{ file: 'notices/a.mdx', content: 'new' }, { file: 'notices/old.mdx' }];
    const of = originOf(directory);
    expect(describeUnfinished(directory)).toBeUndefined();
    writeFileSync(journalPathOf(directory), JSON.stringify({ of, changes, end: true }));
    expect(describeUnfinished(directory)?.hint).toContain('run that command again');
    expect(existsSync(path.join(directory, 'a.mdx'))).toBe(false);
    expect(finishPublishing(directory)).toBe(true);
    expect(readFileSync(path.join(directory, 'a.mdx'), 'utf8')).toBe('new');
    expect(existsSync(path.join(directory, 'old.mdx'))).toBe(false);
    expect(finishPublishing(directory)).toBe(false);
  });

  it.each([
    ['was written on another machine', 'notices/a.mdx', 'another'],
    ['reaches out of the folder through a link', 'notices/link/a.mdx', undefined],
    ['reaches out of the folder', 'notices/../../a.mdx', undefined],
  ])('are not made if the journal %s', (_, file, of = originOf(directory)) => {
    const outside = path.join(place, 'outside');
    mkdirSync(outside);
    symlinkSync(outside, path.join(directory, 'link'), 'junction');
    const changes = [{ file, content: 'new' }, { file: 'notices/old.mdx' }];
    writeFileSync(journalPathOf(directory), JSON.stringify({ of, changes, end: true }));
    expect(() => finishPublishing(directory)).toThrow(/was not written by the noticeboard command/);
    expect(describeUnfinished(directory)?.message).toContain('was not written by');
    expect(existsSync(path.join(directory, 'old.mdx'))).toBe(true);
    expect(readdirSync(outside)).toEqual([]);
  });

  it('do not happen at all if one of them cannot be written', () => {
    writeFileSync(path.join(directory, 'file'), '');
    expect(() =>
      changeTogether(directory, [
        { file: path.join(directory, 'old.mdx'), content: 'changed' },
        { file: path.join(directory, 'file', 'b.mdx'), content: 'new' },
      ]),
    ).toThrow();
    expect(readFileSync(path.join(directory, 'old.mdx'), 'utf8')).toBe('old');
    expect(existsSync(journalPathOf(directory))).toBe(false);
  });
});
