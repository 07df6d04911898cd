import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readLock } from '../src/record/files.ts';
import { originOf } from '../src/record/journal.ts';
import { namesOfFiles, readFiles } from './setup/build.ts';
import {
  codesInOneProcess,
  notices,
  noticesProcess,
  type CommandResult,
} from './setup/commands.ts';
import { onDay, version } from './setup/notices.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at, noticesOf } = useWorkshop('commands');

const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));

describe('a notice with a scheduled version', () => {
  const folder = (): string => at('scheduled', 'notices');
  const draft = (): string => path.join(folder(), 'shop', 'draft.mdx');
  const run = (words: string): Promise<CommandResult> =>
    notices(words.split(' '), { notices: folder(), today: '2026-02-01' });
  const years = (number: string): string =>
    `## How long {#keep}\n\nWe keep your orders for ${number} years after the last of them.\n\n## Who {#who}\n\nWe are Example Limited of Reigate.`;
  const CHANGES = 'changes:\n  - { kind: changed, section: keep, summary: Another time. }\n';
  const later = (day: string, text: string): string =>
    version(text, onDay(day)).replace('controller:', `${CHANGES}controller:`);

  beforeAll(async () => {
    noticesOf('scheduled', {
      'shop/2025-01-01.mdx': version(years('six')),
      'shop/2026-06-01.mdx': later('2026-06-01', years('four')).replace(
        /^published: .*$/m,
        'published: "2026-01-15"',
      ),
    });
    expect(await run('adopt')).toMatchObject({ code: 0, err: '' });
  });

  it('is revised from the scheduled version, and compared with it', async () => {
    expect((await run('revise shop')).out).toContain('2026-06-01.mdx');
    expect(readFileSync(draft(), 'utf8')).toContain('four years');
    expect((await run('diff shop')).out).toContain('compared with 2026-06-01\nNo differences.');
    expect((await run('diff shop --from 2025-01-01')).out).toMatch(/- six[\s\S]*\+ four/);
    expect((await run('diff shop --from 2020-01-01')).err).toContain('no version "2020-01-01"');
  });

  it('is not published in words that take back the scheduled ones, unless with --yes', async () => {
    rmSync(draft());
    expect((await run('revise shop --from 2025-01-01')).code).toBe(0);
    edit(draft(), (text) =>
      text.replace('changes: []', CHANGES.trimEnd()).replace('of Reigate.', 'of Dorking.'),
    );
    edit(draft(), (text) =>
      text.replace(
        'Another time. }',
        'Six. }\n  - { kind: changed, section: who, summary: Moved. }',
      ),
    );
    const before = readFiles(folder());
    const refused = await run('publish shop');
    expect(refused.code).toBe(1);
    expect(refused.out).toContain(
      'the draft takes back what shop/2026-06-01 changed in “How long”: “four years” becomes “six years” again',
    );
    expect(refused.err).toContain('publish shop --yes');
    expect(readFiles(folder())).toEqual(before);
    const published = await run('publish shop --yes');
    expect(published.code).toBe(0);
    expect(published.out).toContain('takes back');
  });
});

describe('a version that is scheduled', () => {
  const folder = (): string => at('called-off', 'notices');
  const draft = (): string => path.join(folder(), 'shop', 'draft.mdx');
  const run = (words: string, today: string): Promise<CommandResult> =>
    notices(words.split(' '), { notices: folder(), today });
  const CHANGES = 'changes:\n  - { kind: changed, section: keep, summary: Another time. }';
  const years = (number: string): string =>
    `## How long {#keep}\n\nWe keep your orders for ${number} years after the last of them.`;

  beforeAll(async () => {
    noticesOf('called-off', { 'shop/2026-01-05.mdx': version(years('six'), onDay('2026-01-05')) });
    expect((await run('adopt', '2026-01-05')).code).toBe(0);
    expect((await run('revise shop --effective 2027-01-11', '2026-11-20')).code).toBe(0);
    edit(draft(), (text) => text.replace('changes: []', CHANGES).replace('orders', 'parcels'));
    expect((await run('publish shop', '2026-11-20')).code).toBe(0);
  });

  it('is preceded by one that is urgent, and publish says what becomes of that', async () => {
    const status = await run('status', '2026-11-27');
    expect(status.out).toContain('call-off shop/2027-01-11');
    expect(status.out).toMatch(/Coming up[^]*11 January 2027 +shop\/2027-01-11: applies from/);
    const taken = await run('revise shop --effective 2027-01-11', '2026-11-27');
    expect(taken.err).toContain('call-off shop/2027-01-11');
    const revised = await run('revise shop --effective 2026-12-01', '2026-11-27');
    expect(revised.out).toContain('a copy of');
    edit(draft(), (text) => text.replace('changes: []', CHANGES).replace('six', 'four'));
    expect((await run('diff shop', '2026-11-27')).out).toContain('compared with 2026-01-05');
    const warned = await run('publish shop', '2026-11-27');
    expect(warned.code).toBe(1);
    expect(warned.out).toContain('shop/2027-01-11 is scheduled, and was written without');
    expect(warned.out).toContain('“four years” becomes “six years” again');
    expect(warned.out).toContain('revise shop --from 2027-01-11 --effective 2027-01-11');
    expect((await run('publish shop', '2026-11-19')).err).toContain('by the clock');
    expect((await run('publish shop --yes', '2026-11-27')).code).toBe(0);
    expect((await run('verify', '2026-11-27')).code).toBe(0);
    expect((await run('status', '2027-01-11')).out).toMatch(/2027-01-11 +In force/);
  });

  it('is in a file for calendars, and in JSON for programs', async () => {
    const { code, out } = await run('status --ics', '2026-11-27');
    expect(code).toBe(0);
    expect(out).toMatch(/^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR\r\n$/);
    expect(out).toContain('UID:applies/shop/2027-01-11@notices.example\r\n');
    const read = JSON.parse((await run('status --json', '2026-11-27')).out) as unknown;
    const coming = { id: 'applies/shop/2027-01-11', day: '2027-01-11', overdue: false };
    expect(read).toMatchObject({ comingUp: [{ day: '2026-12-01' }, coming] });
    expect((await run('status --ics --json', '2026-11-27')).code).toBe(2);
  });

  it('is called off before it begins, for good, and its day is free again', async () => {
    const words = [
      'call-off',
      'shop/2027-01-11',
      '--by',
      'Privacy manager',
      '--reason',
      'Not "yet".',
    ];
    const callOff = (today: string) => notices(words, { notices: folder(), today });
    expect((await callOff('2027-01-11')).err).toContain('has begun cannot be called off');
    const file = path.join(folder(), 'shop', '2027-01-11.mdx');
    edit(file, (text) =>
      text.replace('controller:', 'calledOff: { on: "2026-11-21", by: A, reason: B }\ncontroller:'),
    );
    expect((await run('adopt', '2026-11-28')).err).toContain('written by hand');
    expect((await callOff('2026-11-28')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('by: "Privacy manager"');
    expect((await callOff('2026-11-28')).err).toContain('already called off');
    expect((await run('verify', '2026-11-28')).code).toBe(0);
    expect((await run('status --ics', '2026-11-28')).out).not.toContain('2027-01-11');
    expect((await run('log', '2026-11-28')).out).toContain('called off 2026-11-28 by Privacy');
    expect((await run('status', '2027-02-01')).out).toMatch(/2027-01-11 +Called off +never/);
    expect((await run('revise shop --effective 2027-01-11', '2026-11-29')).code).toBe(0);
    edit(draft(), (text) => text.replace('changes: []', CHANGES).replace('four', 'three'));
    expect((await run('publish shop', '2026-11-29')).out).toContain('shop/2027-01-11-2');
    expect((await run('status', '2027-02-01')).out).toMatch(/2027-01-11-2 +In force/);
    const gone = readFileSync(file, 'utf8').replace(/^calledOff.*\n/m, '');
    writeFileSync(file, gone);
    expect(
      (await run('verify', '2026-11-29')).err + (await run('verify', '2026-11-29')).out,
    ).toContain('`calledOff` was');
  });
});

describe('a call-off that cannot be recorded as it is', () => {
  const scheduled = version('## How long {#keep}\n\nSix years.', onDay('2027-01-11', '2026-11-20'));
  const inBraces = `---
{ title: Shop, published: "2026-11-20", effective: "2027-01-11",
  controller: { name: Shop Limited, contact: { email: a@shop.example } } }
---

## How long {#keep}

Six years.
`;
  it.each<[what: string, file: string, today: string, reason: string, message: string]>([
    ['the clock is behind', scheduled, '2026-11-19', 'No launch.', 'by the clock'],
    ['no feed can have its reason', scheduled, '2026-11-28', 'not\uFFFE launched', '\\ufffe'],
    ['facts are in braces', inBraces, '2026-11-28', 'No launch.', 'cannot be written into'],
  ])('changes nothing: %s', async (what, file, today, reason, message) => {
    const folder = noticesOf(`refused-${what}`, {
      'shop/2027-01-11.mdx': file,
      'club/2025-01-01.mdx': version('## Who {#who}\n\nWe are a club.'),
    });
    expect(await notices(['adopt'], { notices: folder, today: '2026-11-20' })).toMatchObject({
      code: 0,
    });
    const before = readFiles(path.dirname(folder));
    const words = ['call-off', 'shop/2027-01-11', '--by', 'Owner', '--reason', reason];
    const refused = await notices(words, { notices: folder, today });
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(message);
    expect(readFiles(path.dirname(folder))).toEqual(before);
  });
});

describe('a draft with warnings', () => {
  it('is published only with --yes where nobody can be asked, and lists them', async () => {
    const folder = noticesOf('warned', {
      'shop/draft.mdx': version(
        '## About {#about}\n\nSee <span lang="cy" class="x">hwn</span>.',
        onDay('2026-12-01'),
      ),
    });
    const refused = await notices(['publish', 'shop'], { notices: folder });
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.out).toContain('draft.mdx:');
    expect(refused.out).toContain('0 errors, 1 warning');
    expect(namesOfFiles(folder)).toEqual(['shop/draft.mdx']);
    expect((await notices(['publish', 'shop', '--yes'], { notices: folder })).code).toBe(0);
    // Nobody can act on it any more: it is counted, and listed on request.
    const status = await notices(['status'], { notices: folder });
    expect(status).toMatchObject({ code: 0 });
    expect(status.out).toContain('1 warning about published versions');
    expect(status.out).not.toContain('0 errors');
    expect((await notices(['status', '--all'], { notices: folder })).out).toContain('1 warning');
  });
});

describe('a draft with a gap of its template', () => {
  it('is published only once that is filled, or with --yes', async () => {
    const folder = noticesOf('gap', {
      'shop/draft.mdx': version(
        '## Post {#post}\n\nWrite to [your address here] with questions.',
        onDay('2026-12-01'),
      ),
    });
    const refused = await notices(['publish', 'shop'], { notices: folder });
    expect(refused.code).toBe(1);
    expect(refused.err + refused.out).toContain('your address here');
    expect(existsSync(path.join(folder, 'shop', 'draft.mdx'))).toBe(true);
  });
});

describe('the life of a notice', () => {
  const folder = (): string => at('life', 'notices');
  const draft = (): string => path.join(folder(), 'shop', 'draft.mdx');
  const file = (name: string): string => path.join(folder(), 'shop', `${name}.mdx`);
  const run = (words: string, today = '2026-01-31'): Promise<CommandResult> =>
    notices(words.split(' '), { notices: folder(), today });

  beforeAll(() => {
    noticesOf('life', {});
  });

  it('begins with a draft that is valid and has an outline', async () => {
    const made = await notices(
      [
        'new',
        'shop',
        '--title',
        'Shop notice',
        '--controller',
        'Example: Limited',
        '--email',
        'a@a.example',
      ],
      { notices: folder(), today: '2026-01-31' },
    );
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(draft(), 'utf8')).toContain('## How long we keep it {#retention}');
    expect((await run('new shop --title x --controller y --email z@z.example')).code).toBe(1);
    expect((await run('status')).out).toMatch(/shop\s+draft\s+Draft/);
  });

  it('is not published while its sections have no text', async () => {
    const refused = await run('publish shop');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('these sections have no text: “What we collect”');
    expect(existsSync(draft())).toBe(true);
  });

  it('is published whole: its file, the lock and the record', async () => {
    edit(draft(), (text) =>
      text.replace(/\{\/\*.*\*\/\}/g, 'Something is said here.\n\n### A point'),
    );
    edit(draft(), (text) => text.replaceAll('### A point', 'And more.'));
    edit(draft(), (text) => text.replace('## Your rights {#rights}', '## Your rights'));
    const published = await run('publish shop');
    expect(published).toMatchObject({ code: 0, err: '' });
    expect(namesOfFiles(at('life'))).toEqual([
      'notices.locks/shop.json',
      'notices.record/shop/2026-01-31.txt',
      'notices/shop/2026-01-31.mdx',
    ]);
    expect(readFileSync(file('2026-01-31'), 'utf8')).toContain('## Your rights {#your-rights}');
    expect((await run('verify')).code).toBe(0);
  });

  it('is revised, compared and published again', async () => {
    expect((await run('revise shop', '2026-03-01')).code).toBe(0);
    expect((await run('revise shop', '2026-03-01')).err).toContain('already has a draft');
    expect((await run('diff shop', '2026-03-01')).out).toContain('No differences');
    expect((await run('publish shop', '2026-03-01')).err).toContain(
      'there is nothing to publish: the draft says the same as',
    );

    edit(draft(), (text) => text.replace('{#retention}\n\nSomething', '{#retention}\n\nNothing'));
    const shown = await run('diff shop', '2026-03-01');
    expect(shown.out).toContain('How long we keep it  edited');
    expect(shown.out).toContain('- Something');
    expect(shown.out).toContain('+ Nothing');
    const unmentioned = await run('publish shop', '2026-03-01');
    expect(unmentioned.code).toBe(1);
    expect(unmentioned.err).toContain('are not mentioned in `changes`: “How long we keep it”');
    expect(unmentioned.err).toContain('section: retention');

    edit(draft(), (text) =>
      text.replace(
        'changes: []',
        'changes:\n  - { kind: changed, section: retention, summary: Less. }',
      ),
    );
    expect((await run('publish shop --effective 2026-01-31')).err).toContain(
      'is not after the last version',
    );
    expect((await run('publish shop --effective 2026-02-15', '2026-03-01')).err).toContain(
      'before anyone could read it',
    );
    expect((await run('publish shop --effective 2026-02-30')).err).toContain('is not a day');
    expect((await run('publish shop --effective 2026-04-01', '2026-01-01')).err).toContain(
      'today is 2026-01-01 by the clock',
    );
    const before = readFileSync(file('2026-01-31'), 'utf8');
    expect((await run('publish shop --effective 2026-04-01', '2026-03-01')).code).toBe(0);
    expect(existsSync(draft())).toBe(false);
    expect(readFileSync(file('2026-01-31'), 'utf8')).toBe(before);
    expect(readFileSync(file('2026-04-01'), 'utf8')).toMatch(
      /published: "2026-03-01"\neffective: "2026-04-01"/,
    );
    expect((await run('publish shop', '2026-03-02')).err).toContain('has no draft');
  });

  it('is corrected only by an erratum', async () => {
    const ID = 'shop/2026-04-01';
    const reason = ['--reason', 'A slip & a <pen>.', '--by', 'Data protection officer'];
    const erratum = () =>
      notices(['erratum', ID, ...reason], { notices: folder(), today: '2026-05-01' });
    expect((await erratum()).err).toContain('still has the text that was published');

    const published = readFileSync(file('2026-04-01'), 'utf8');
    edit(file('2026-04-01'), (text) =>
      text.replace('name: "Example: Limited"', 'name: Other Limited'),
    );
    expect((await erratum()).err).toContain('an erratum cannot change facts or dates');
    writeFileSync(file('2026-04-01'), published);

    edit(file('2026-04-01'), (text) => text.replace('Nothing is said', 'Nothing was said'));
    const verified = await run('verify', '2026-05-01');
    expect(verified.code).toBe(1);
    expect(verified.out).toContain('in “How long we keep it”: “is” became “was”');
    expect((await erratum()).code).toBe(0);

    // No correction is dated by a clock that is behind, also not one of another version.
    for (const [name, today, message] of [
      ['2026-04-01', '2026-02-28', 'the version was published on 2026-03-01'],
      ['2026-04-01', '2026-04-30', 'the last correction is of 2026-05-01'],
      ['2026-01-31', '2026-04-30', 'the last correction is of 2026-05-01'],
    ] as const) {
      const sound = readFileSync(file(name), 'utf8');
      edit(file(name), (text) => text.replace('And more.', 'And much more.'));
      const refused = await run(`erratum shop/${name} --reason x`, today);
      expect(refused.err).toContain(`today is ${today} by the clock, but ${message}`);
      writeFileSync(file(name), sound);
    }
  });

  it('has a status, for people and for programs', async () => {
    expect((await run('status', '2026-05-01')).out).toMatch(/shop +2026-04-01 +In force/);
    expect(JSON.parse((await run('status --json', '2026-05-01')).out)).toMatchObject({
      today: '2026-05-01',
      versions: [
        { notice: 'shop', version: '2026-01-31', status: 'superseded', to: '2026-03-31' },
        { notice: 'shop', version: '2026-04-01', status: 'in-force', locked: true },
      ],
      errors: 0,
      findings: [],
    });
  });

  it('is in the log, for people and for programs', async () => {
    expect((await run('log', '2026-05-01')).out).toContain('changed #retention: Less.');
    const { out } = await run('log --json', '2026-05-01');
    const entries = JSON.parse(out) as { version: string; fingerprint: string; errata: string[] }[];
    expect(entries.map(({ version: name }) => name)).toEqual(['2026-01-31', '2026-04-01']);
    expect(entries[1]?.errata).toEqual([
      '2026-05-01 by Data protection officer: A slip & a <pen>.',
    ]);
    expect(entries[0]?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const csv = (await run('log --csv', '2026-05-01')).out;
    expect(csv.split('\r\n')[0]).toMatch(/^notice,version,title,/);
    expect(csv.split('\r\n')).toHaveLength(3);
  });
});

describe('a command', () => {
  const shop = { 'shop/2025-01-01.mdx': version('## About {#about}\n\nGood words.') };
  const lockOf = (folder: string) =>
    readLock(folder) as { versions: Record<string, { later: unknown }> };

  beforeAll(async () => {
    const folder = noticesOf('adopted', shop);
    expect((await notices(['adopt'], { notices: folder })).code).toBe(0);
  });

  /** A shop whose version is in its lock. */
  function adoptedShop(name: string): string {
    cpSync(at('adopted'), at(name), { recursive: true });
    return at(name, 'notices');
  }

  it('adds versions that were published before there was a lock to the lock', async () => {
    const folder = noticesOf('adopt', {
      ...shop,
      'shop/2025-06-01.mdx': version('## About {#about}\n\nBetter words.', onDay('2025-06-01')),
    });
    expect((await notices(['adopt', 'shop/2025-01-01'], { notices: folder })).code).toBe(0);
    expect((await notices(['adopt'], { notices: folder })).out).toContain(
      'Recorded 1 version in the lock',
    );
    expect((await notices(['adopt'], { notices: folder })).out).toContain('Nothing to adopt');
    expect((await notices(['adopt', 'shop/1999-01-01'], { notices: folder })).code).toBe(1);
    // A review is recorded, and cannot be taken back.
    const file = path.join(folder, 'shop/2025-06-01.mdx');
    const before = readFileSync(file, 'utf8');
    edit(file, (text) => text.replace('controller:', 'reviewed: "2026-01-01"\ncontroller:'));
    expect((await notices(['adopt'], { notices: folder })).code).toBe(0);
    const { later } = lockOf(folder).versions['shop/2025-06-01'] ?? {};
    expect(later).toEqual({ reviewed: '2026-01-01' });
    writeFileSync(file, before);
    expect((await notices(['verify'], { notices: folder })).out).toContain('fact-withdrawn');
    const { out, code } = await notices(['verify', '--json'], { notices: folder });
    expect([code, JSON.parse(out)]).toMatchObject([
      1,
      { findings: [{ code: 'fact-withdrawn', explain: 'npx noticeboard explain fact-withdrawn' }] },
    ]);
  });

  it.each([
    ['nothing it knows', ['burn'], 2],
    ['a flag it does not know', ['status', '--hard'], 2],
    ['a notice that is not there', ['diff', 'nowhere'], 1],
    [
      'an invalid name',
      ['new', 'History/compare', '--title', 'x', '--controller', 'y', '--email', 'z@z.example'],
      1,
    ],
    [
      'an invalid address',
      ['new', 'staff', '--title', 'x', '--controller', 'y', '--email', 'no'],
      1,
    ],
    ['a title left out where no one can be asked', ['new', 'staff'], 1],
    ['help', ['--help'], 0],
  ])('that is given %s explains why it is refused, and changes nothing', async (_, words, code) => {
    const folder = noticesOf(`words ${words.join(' ')}`.replaceAll('/', '-'), shop);
    const before = readFiles(folder);
    const result = await notices(words, { notices: folder });
    expect(result.code).toBe(code);
    expect(result.out + result.err).not.toMatch(/\n\s+at /);
    expect(result.out + result.err).not.toBe('');
    expect(readFiles(folder)).toEqual(before);
  });

  it('lets no option act on a terminal or a page', async () => {
    const folder = adoptedShop('escapes');
    const words = ['erratum', 'shop/2025-01-01', '--by', 'x\x1b[2J\n::error::y', '--reason', 'z'];
    const result = await notices(words, { notices: folder });
    expect(result).toMatchObject({ code: 1 });
    expect(result.err).toContain('--by has characters that are not seen: x\\x1b[2J\\x0a::error::y');

    expect(result.out + result.err).not.toMatch(/[\0-\x08\x0b-\x1f]/);
  });

  it('refuses a new notice that would apply from a past day', async () => {
    const folder = noticesOf('past', {});
    const words = ['new', 'shop', '--title', 'x', '--controller', 'y', '--email', 'z@z.example'];
    const result = await notices([...words, '--effective', '2020-01-01'], { notices: folder });
    expect(result).toMatchObject({ code: 1 });
    expect(result.err).toContain('shop/2020-01-01.mdx');
    expect(existsSync(path.join(folder, 'shop'))).toBe(false);
  });

  /** Every verb, with the code it exits with. */
  const VERBS: [words: string[], code: number][] = [
    [['status'], 0],
    [['verify'], 0],
    [['log'], 0],
    [['diff', 'shop'], 1],
    [['publish', 'none'], 1],
    [['revise', 'none'], 1],
    [['translate', 'none', 'cy'], 1],
    [['erratum', 'none', '--reason', 'x'], 1],
    [['adopt', 'none'], 1],
    [['call-off', 'none', '--by', 'x', '--reason', 'x'], 1],
    [['new', 'a//b', '--title', 'x', '--controller', 'y', '--email', 'z@z.example'], 1],
    [['nothing'], 2],
  ];

  // Tests compile what they import; Node.js loads the files as they are.
  it('loads the code of each verb without a compiler', async () => {
    const codes = await codesInOneProcess(
      VERBS.map(([words]) => words),
      adoptedShop('verbs'),
    );
    expect(codes).toEqual(VERBS.map(([, code]) => code));
  });

  it('ends its process with that code', async () => {
    const [words, code] = VERBS.at(-1)!;
    const result = await noticesProcess(words, { notices: adoptedShop(`exit-${words[0]}`) });
    expect(result.code, result.err).toBe(code);
  });

  it.each(['broken-link', 'broken-link/notices', 'a-file'])(
    'creates no notice below %s, and says why',
    async (name) => {
      noticesOf('no-folder', shop);
      symlinkSync(at('nowhere'), at('no-folder', 'broken-link'));
      writeFileSync(at('no-folder', 'a-file'), '');
      const words = ['new', 'x', '--title', 'T', '--controller', 'C', '--email', 'a@a.example'];
      const { code, err } = await notices(words, { notices: at('no-folder', name) });
      rmSync(at('no-folder'), { recursive: true });
      expect(code).toBe(1);
      expect(err).toMatch(/no-folder\/[\w-]+ is (?:a link that leads to no folder|not a folder)/);
      expect(err).toContain('put a folder in its place');
    },
  );

  it('takes turns with another: neither overwrites what the other published', async () => {
    const draft = version('## About {#about}\n\nGood words.', onDay('2026-12-01'));
    const other = draft.replace('Good', 'Other');
    const folder = noticesOf('turns', { 'one/draft.mdx': draft, 'two/draft.mdx': other });
    const both = ['one', 'two'].map((name) =>
      noticesProcess(['publish', name], { notices: folder }),
    );
    expect((await Promise.all(both)).map(({ code }) => code)).toEqual([0, 0]);
    const published = ['one/2026-12-01', 'two/2026-12-01'];
    expect(Object.keys(lockOf(folder).versions)).toEqual(published);
    expect(namesOfFiles(`${folder}.record`)).toEqual(published.map((id) => `${id}.txt`));
  });

  it('never reaches through a link into the folder it rehearses for', async () => {
    const folder = adoptedShop('linked');
    noticesOf('linked', {
      'shop/draft.mdx': version('## About {#about}\n\nBetter words.', onDay('2026-12-01')),
    });
    const before = readFiles(folder);
    const link = at('linked', 'link');
    symlinkSync(folder, link, 'junction');
    cpSync(`${folder}.locks`, `${link}.locks`, { recursive: true });
    cpSync(`${folder}.record`, `${link}.record`, { recursive: true });
    expect((await notices(['publish', 'shop'], { notices: link })).err).toContain(
      'are not mentioned in `changes`',
    );
    expect(readFiles(folder)).toEqual(before);
  });

  it('reports what an interrupted command left, and only a command that writes finishes it', async () => {
    const folder = adoptedShop('unfinished');
    const changes = [{ file: 'notices/shop/new.mdx', content: 'new' }];
    const of = originOf(folder);
    writeFileSync(`${folder}.journal.json`, JSON.stringify({ of, changes, end: true }));
    const before = readFiles(at('unfinished'));
    for (const words of [['status'], ['verify'], ['diff', 'shop'], ['log']]) {
      const { out, err } = await notices(words, { notices: folder });
      expect(out + err).toContain('a command was interrupted before it had made all its changes');
      expect(readFiles(at('unfinished'))).toEqual(before);
    }
    expect((await notices(['verify'], { notices: folder })).code).toBe(1);
    expect((await notices(['revise', 'shop'], { notices: folder })).err).toContain('Finished');
    expect(readFileSync(path.join(folder, 'shop/new.mdx'), 'utf8')).toBe('new');
  });

  it('ignores a journal that changes files elsewhere', async () => {
    const folder = noticesOf('journal', shop);
    const precious = at('journal', 'precious.txt');
    writeFileSync(precious, 'keep');
    const changes = [{ file: 'precious.txt' }, { file: '../planted.txt', content: 'x' }];
    const of = originOf(folder);
    writeFileSync(`${folder}.journal.json`, JSON.stringify({ of, changes, end: true }));
    const status = await notices(['status'], { notices: folder });
    expect(status.out).toContain('was not written by the noticeboard command');
    const result = await notices(['adopt'], { notices: folder });
    expect(result.code).toBe(1);
    expect(result.err).toContain('was not written by the noticeboard command');
    expect(readFileSync(precious, 'utf8')).toBe('keep');
    expect(existsSync(at('planted.txt'))).toBe(false);
  });

  it('reports a file in its way without a stack trace, and changes nothing', async () => {
    const folder = noticesOf('in-the-way', {
      'shop/draft.mdx': version('## About {#about}\n\nGood words.', onDay('2026-12-01')),
    });
    writeFileSync(`${folder}.record`, 'a file');
    const before = readFiles(path.dirname(folder));
    const refused = await notices(['publish', 'shop'], { notices: folder });
    expect(refused.code).toBe(1);
    expect(refused.err).not.toMatch(/\n\s+at |ReferenceError/);
    expect(readFiles(path.dirname(folder))).toEqual(before);
  });

  it.each(
    [
      ['new', 'staff', '--title', 'A', '--controller', 'B', '--email', 'a@b.example'],
      ['revise', 'shop'],
      ['translate', 'shop', 'cy'],
      ['diff', 'shop'],
      ['publish', 'shop', '--yes'],
      ['status'],
      ['status', '--json'],
      ['verify'],
      ['adopt'],
      ['erratum', 'shop/2025-01-01', '--reason', 'A slip.'],
      ['call-off', 'shop/2025-01-01', '--by', 'Office manager', '--reason', 'Not now.'],
      ['log'],
    ].map((words) => [words.slice(0, 2).join(' '), words] as const),
  )('%s asks for an update where a newer release wrote the lock', async (name, words) => {
    const folder = adoptedShop(`newer ${name.replace('/', ' ')}`);
    edit(`${folder}.locks/shop.json`, (text) => text.replace('"format": 2', '"format": 3'));
    const before = readFiles(path.dirname(folder));
    const { code, out, err } = await notices(words, { notices: folder });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/notices\.locks\/shop\.json:1 .*is of format 3, which a newer release/);
    expect(err).toContain('npm install noticeboard@latest');
    expect(readFiles(path.dirname(folder))).toEqual(before);
  });

  it('says how to begin where there are no notices yet', async () => {
    const folder = noticesOf('nothing yet', { '.keep': '' });
    expect(await notices(['status'], { notices: folder })).toEqual({
      code: 0,
      out: 'No notices yet. Create the first: npx noticeboard new customers\n',
      err: '',
    });
    expect((await notices(['log'], { notices: folder })).err).toBe('No versions yet.\n');
    // A folder that somebody named and that is not there is a slip.
    const missing = await notices(['status'], { notices: `${folder} too` });
    expect([missing.code, missing.out]).toEqual([1, expect.stringContaining('folder-missing')]);
  });

  it('seals a lock of format 1, and takes a file again whose words are the same', async () => {
    const folder = adoptedShop('unsealed');
    renameSync(`${folder}.locks/shop.json`, `${folder}.lock.json`);
    edit(`${folder}.lock.json`, (text) =>
      text
        .replace('"format": 2', '"format": 1')
        .replace(/,\s*"after": \{\},\s*"seal": "\w+"/, '')
        .replace(/\s*"recorded": "[\d-]+",/, ''),
    );
    const file = path.join(folder, 'shop/2025-01-01.mdx');
    edit(file, (text) => text.replace('Good words.', '{/* A note. */}\n\nGood words.'));
    expect((await notices(['adopt'], { notices: folder })).err).toContain('version-changed');
    const { code, out } = await notices(['adopt', 'shop/2025-01-01'], { notices: folder });
    expect([code, out]).toEqual([0, expect.stringContaining('Sealed the lock')]);
    expect(await notices(['verify'], { notices: folder })).toMatchObject({ code: 0 });
    // Sealed, the file stays as it is.
    edit(file, (text) => text.replace('A note.', 'Another.'));
    expect((await notices(['adopt', 'shop/2025-01-01'], { notices: folder })).code).toBe(1);
  });

  it('seals all of a lock of format 1 when it records something, with the files that are shown', async () => {
    const folder = noticesOf('older', {
      'shop/2025-01-01.mdx': version('## About {#about}\n\nGod words, ![a sign](/favicon.svg).'),
      'staff/2025-01-01.mdx': version('## About {#about}\n\n[A sign](/favicon.svg).'),
    });
    expect((await notices(['adopt'], { notices: folder })).code).toBe(0);
    const bare = Object.entries(lockOf(folder).versions).map(([id, entry]) => {
      const without = ['after', 'seal', 'recorded', 'files'];
      return [
        id,
        Object.fromEntries(Object.entries(entry).filter(([key]) => !without.includes(key))),
      ];
    });
    const old = { format: 1, versions: Object.fromEntries(bare) as unknown };
    writeFileSync(`${folder}.lock.json`, JSON.stringify(old, null, 2));
    rmSync(`${folder}.locks`, { recursive: true });
    rmSync(`${folder}.record/~files`, { recursive: true });
    expect((await notices(['verify'], { notices: folder })).out).toContain('lock-unsealed');
    edit(path.join(folder, 'shop/2025-01-01.mdx'), (text) => text.replace('God', 'Good'));
    const words = ['erratum', 'shop/2025-01-01', '--reason', 'A letter.'];
    expect((await notices(words, { notices: folder })).code).toBe(0);
    expect(lockOf(folder).versions).toMatchObject({
      'shop/2025-01-01': { files: { '/favicon.svg': expect.any(String) as unknown } },
      'staff/2025-01-01': { files: { '/favicon.svg': expect.any(String) as unknown } },
    });
    expect(namesOfFiles(`${folder}.record/~files`)).toHaveLength(1);
    const verified = await notices(['verify'], { notices: folder });
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.out).not.toContain('warning');
  });

  it('records nothing over a lock whose seals do not fit', async () => {
    const folder = adoptedShop('broken');
    noticesOf('broken', {
      'shop/draft.mdx': version('## About {#about}\n\nBetter words.', onDay('2026-12-01')),
    });
    edit(`${folder}.locks/shop.json`, (text) =>
      text.replace(/"recorded": "[\d-]+"/, '"recorded": "2025-02-01"'),
    );
    const before = readFiles(at('broken'));
    for (const words of ['adopt', 'publish shop', 'erratum shop/2025-01-01 --reason x']) {
      const refused = await notices(words.split(' '), { notices: folder });
      expect(refused).toMatchObject({ code: 1 });
      expect(refused.err).toContain('seal-broken');
    }
    expect(readFiles(at('broken'))).toEqual(before);
    expect((await notices(['verify'], { notices: folder })).out).toContain('git checkout --');
  });

  it('neither adopts nor publishes a text that another notice has published', async () => {
    const folder = adoptedShop('copied');
    const copy = path.join(folder, 'store', '2025-01-01.mdx');
    cpSync(path.join(folder, 'shop'), path.join(folder, 'store'), { recursive: true });
    expect((await notices(['adopt'], { notices: folder })).err).toContain('version-repeated');
    renameSync(copy, path.join(folder, 'store', 'draft.mdx'));
    const words = ['publish', 'store', '--effective', '2026-11-27', '--yes'];
    const { code, err } = await notices(words, { notices: folder, today: '2026-11-27' });
    expect(code).toBe(1);
    expect(err).toContain(
      'there is nothing to publish: the draft says the same as shop/2025-01-01',
    );
  });

  it('does not adopt a version that changed after it was published, even if the lock is lost', async () => {
    const folder = adoptedShop('evidence');
    rmSync(`${folder}.locks`, { recursive: true });
    edit(path.join(folder, 'shop/2025-01-01.mdx'), (text) => text.replace('Good', 'Bad'));
    expect((await notices(['verify'], { notices: folder })).out).toContain('lock-lost');
    const refused = await notices(['adopt'], { notices: folder });
    expect(refused.err).toContain('the record has a different text of shop/2025-01-01');
    expect(readFileSync(`${folder}.record/shop/2025-01-01.txt`, 'utf8')).toContain('Good words');
  });

  it.each([
    ['empty', ''],
    ['cut short', '{"format":1,"versions":{'],
    ['in conflict', '{\n<<<<<<< ours\n}'],
  ])('refuses to publish over a lock that is %s', async (name, lock) => {
    const folder = noticesOf(`lock ${name}`, {
      ...shop,
      'shop/draft.mdx': version('## About {#about}\n\nBetter words.', onDay('2025-06-01')),
    });
    mkdirSync(`${folder}.locks`);
    writeFileSync(`${folder}.locks/shop.json`, lock);
    const before = readFiles(path.dirname(folder));
    const refused = await notices(['publish', 'shop'], { notices: folder });
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(
      name === 'in conflict' ? 'npx noticeboard resolve' : 'git checkout --',
    );
    expect(readFiles(path.dirname(folder))).toEqual(before);
  });

  // Root may write everywhere.
  it.skipIf(process.getuid?.() === 0)(
    'loses nothing in a folder that cannot be written',
    async () => {
      const folder = noticesOf('read-only', {
        'shop/draft.mdx': version('## About {#about}\n\nGood words.', onDay('2026-12-01')),
      });
      chmodSync(path.join(folder, 'shop'), 0o500);
      const before = readFiles(folder);
      const refused = await notices(['publish', 'shop'], { notices: folder });
      expect(refused.code).toBe(1);
      expect(refused.err).toContain('Nothing else has changed');
      expect(readFiles(folder)).toEqual(before);
      chmodSync(path.join(folder, 'shop'), 0o700);
    },
  );
});
