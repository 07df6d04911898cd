import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { notices } from './setup/commands.ts';
import { onDay, version } from './setup/notices.ts';
import { readLock } from '../src/record/files.ts';
import { writeLock, type Lock } from '../src/record/lock.ts';

// Each runs a dozen commands and as many of git.
vi.setConfig({ testTimeout: 120_000 });

let root = '';
const at = (file: string): string => path.join(root, file);
const read = (file: string): string => readFileSync(at(file), 'utf8');

function put(file: string, content: string): void {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), content);
}

/** Runs git as a person does, with nothing of this machine's settings. */
const git = (...words: string[]): string =>
  execFileSync('git', ['-C', root, '-c', 'user.name=A', '-c', 'user.email=a@b.example', ...words], {
    encoding: 'utf8',
    stdio: 'pipe',
    env: {
      PATH: process.env['PATH'] ?? '',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_EDITOR: 'true',
    },
  });

const TODAY = '2026-11-27';
const run = (words: readonly string[], today = TODAY) =>
  notices(words, { notices: at('notices'), today });

async function done(words: string, today = TODAY): Promise<string> {
  const { code, out, err } = await run(words.split(' '), today);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

function commit(message: string): void {
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', message);
}

/** Whether a plain merge went without a conflict. */
function merged(branch: string): boolean {
  try {
    git('merge', '--no-edit', branch);
    return true;
  } catch {
    return false;
  }
}

const draftOf = (day: string, words: string, changes = ''): string =>
  version(
    `## About {#about}\n\nWe are Example Limited of Reigate.\n\n## How long {#keep}\n\nWe keep ${words} and then delete all of it.`,
    onDay(day).replace('controller:', `${changes}controller:`),
  );
const CHANGED = 'changes:\n  - { kind: changed, section: keep, summary: Another time. }\n';

/** Publishes a version of a notice. */
async function publish(
  notice: string,
  day: string,
  words: string,
  changes = '',
  today = TODAY,
): Promise<void> {
  put(`notices/${notice}/draft.mdx`, draftOf(day, words, changes));
  await done(`publish ${notice} --yes`, today);
}

/** Does something in a branch of its own from here, and comes back. */
async function inBranch(name: string, work: () => Promise<unknown>): Promise<void> {
  const [from] = git('rev-parse', '--abbrev-ref', 'HEAD').split('\n');
  git('checkout', '--quiet', '-b', name);
  await work();
  commit(name);
  git('checkout', '--quiet', from ?? '');
}

const lock = (): Lock['versions'] => readLock(at('notices'))?.versions ?? {};

/** That everything is as it was published, and nothing is left unmerged. */
async function expectSound(count: number): Promise<void> {
  const { code, out } = await run(['verify']);
  expect({ code, out }).toMatchObject({ code: 0 });
  expect(out).toContain(`${count} versions match`);
  expect(git('diff', '--name-only', '--diff-filter=U')).toBe('');
}

beforeEach(async () => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'merge-')));
  git('init', '--quiet', '--initial-branch=main');
  put('README.md', 'Notices.\n');
  put('.gitattributes', '* text=auto eol=lf\n');
  commit('Begin');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Two notices, each with a version. */
async function begin(): Promise<void> {
  await publish('shop', '2026-11-27', 'orders for one year');
  await publish('staff', '2026-11-27', 'files for two years');
  commit('Two notices');
}

describe('a plain git merge of two branches', () => {
  it('that publish in two notices has no conflict, and is sound', async () => {
    await begin();
    await inBranch('one', () => publish('shop', '2026-12-01', 'orders for three years', CHANGED));
    await inBranch('two', () => publish('staff', '2026-12-01', 'files for four years', CHANGED));
    expect([merged('one'), merged('two')]).toEqual([true, true]);
    await expectSound(4);
  });

  it('that publish two new notices in a repository without a lock', async () => {
    await inBranch('one', () => publish('shop', TODAY, 'orders for one year'));
    await inBranch('two', () => publish('staff', TODAY, 'files for two years'));
    expect([merged('one'), merged('two')]).toEqual([true, true]);
    await expectSound(2);
  });

  it('that publish in two notices whose lock is still in one file', async () => {
    await begin();
    const old = { format: 2, versions: lock() };
    put('notices.lock.json', `${JSON.stringify(old, null, 2)}\n`);
    rmSync(at('notices.locks'), { recursive: true });
    commit('As an earlier release wrote it');
    await inBranch('one', () => publish('shop', '2026-12-01', 'orders for three years', CHANGED));
    await inBranch('two', () => publish('staff', '2026-12-01', 'files for four years', CHANGED));
    expect([merged('one'), merged('two')]).toEqual([true, true]);
    await expectSound(4);
    expect(await done('adopt')).toContain('a file for each notice');
    expect(existsSync(at('notices.lock.json'))).toBe(false);
    await expectSound(4);
  });

  it('that adopt one notice, correct a second and translate a third', async () => {
    await begin();
    await publish('club', TODAY, 'names for five years');
    put('notices/old/2020-01-01.mdx', draftOf('2020-01-01', 'letters for six years'));
    commit('Another, and an old one');
    await inBranch('one', () => done('adopt'));
    await inBranch('two', async () => {
      put(
        'notices/shop/2026-11-27.mdx',
        read('notices/shop/2026-11-27.mdx').replace('one year', '1 year'),
      );
      rmSync(at('notices/old'), { recursive: true });
      await done('erratum shop/2026-11-27 --by Manager --reason Figures.');
      git('checkout', '--quiet', '--', 'notices/old');
    });
    await inBranch('three', async () => {
      rmSync(at('notices/old'), { recursive: true });
      await done('translate club cy');
      const draft = 'notices/club/draft.cy.mdx';
      put(
        draft,
        read(draft)
          .replace('Shop privacy', 'Preifatrwydd siop')
          .replace('We are', 'Ni yw')
          .replace('We keep', 'Cadwn')
          .replace('About', 'Amdanom')
          .replace('How long', 'Am ba hyd'),
      );
      await done('publish club/cy --yes');
      git('checkout', '--quiet', '--', 'notices/old');
    });
    expect([merged('one'), merged('two'), merged('three')]).toEqual([true, true, true]);
    await expectSound(5);
  });
});

describe('resolve', () => {
  it('joins versions of two days, and says that one may not tell of the other', async () => {
    await begin();
    put('notices/shop/draft.mdx', draftOf('2026-12-01', 'orders for three years', CHANGED));
    commit('A draft');
    const before = lock();
    await inBranch('one', () => publish('shop', '2026-12-01', 'orders for three years', CHANGED));
    await inBranch('two', () => publish('shop', '2027-01-15', 'orders for nine years', CHANGED));
    expect([merged('one'), merged('two')]).toEqual([true, false]);
    expect((await run(['status'])).out).toContain('npx noticeboard resolve');
    const out = await done('resolve');
    expect(out).toContain('shop/2026-12-01  published in ours');
    expect(out).toContain('shop/2027-01-15  published in theirs');
    expect(out).toContain('shop/2026-12-01 and shop/2027-01-15 were published apart');
    expect(out).toContain('Resolved 1 notice');
    await expectSound(4);
    expect(existsSync(at('notices/shop/draft.mdx'))).toBe(false);
    expect(lock()['shop/2026-11-27']).toEqual(before['shop/2026-11-27']);
    commit('Merge');
    // Whoever publishes next follows both.
    await publish('shop', '2027-02-01', 'orders for ten years', CHANGED);
    expect(Object.keys(lock()['shop/2027-02-01']?.after ?? {})).toEqual([
      'shop/2026-12-01',
      'shop/2027-01-15',
    ]);
    await expectSound(5);
  });

  it('joins a version that was published later, for an earlier day', async () => {
    await begin();
    const before = 'notices/shop/2026-12-01.mdx';
    await inBranch('one', () => {
      const moved = CHANGED.replace('section: keep', 'section: about');
      const draft = draftOf('2027-01-15', 'orders for one year', moved);
      put('notices/shop/draft.mdx', draft.replace('Reigate', 'Dorking'));
      return done('publish shop --yes');
    });
    await inBranch('two', () =>
      publish('shop', '2026-12-01', 'orders for three years', CHANGED, '2026-11-29'),
    );
    expect([merged('one'), merged('two')]).toEqual([true, false]);
    const { code, out } = await run(['resolve'], '2026-11-29');
    expect({ code, out }).toMatchObject({ code: 0 });
    expect(out).toContain('shop/2026-12-01 and shop/2027-01-15 were published apart');
    expect(out).toContain('shop/2027-01-15 takes back what shop/2026-12-01 changed');
    expect(read(before)).toContain('published: "2026-11-29"');
    await expectSound(4);
    expect((await run(['status'], '2026-11-29')).out).not.toContain('error');
  });

  it('leaves a draft that one side went on writing while the other published it', async () => {
    await begin();
    put('notices/shop/draft.mdx', draftOf('2026-12-01', 'orders for three years', CHANGED));
    commit('A draft');
    await inBranch('one', () => done('publish shop --yes'));
    await inBranch('two', () => {
      put('notices/shop/draft.mdx', draftOf('2026-12-01', 'orders for nine years', CHANGED));
      return Promise.resolve();
    });
    merged('one');
    // Git sees a file that was renamed, and puts the words of the draft into what was published.
    merged('two');
    await done('resolve');
    expect(read('notices/shop/2026-12-01.mdx')).toContain('three years');
    expect(read('notices/shop/draft.mdx')).toContain('nine years');
    await expectSound(3);
  });

  it('decides nothing where one day was published twice, and keeps both texts', async () => {
    await begin();
    await inBranch('one', () => publish('shop', '2026-12-01', 'orders for three years', CHANGED));
    await inBranch('two', () => publish('shop', '2026-12-01', 'orders for nine years', CHANGED));
    expect([merged('one'), merged('two')]).toEqual([true, false]);
    const status = git('status', '--porcelain');
    const { code, out } = await run(['resolve']);
    expect(code).toBe(1);
    expect(out).toContain('shop/2026-12-01  was published twice');
    expect(out).toContain('npx noticeboard resolve shop --keep theirs');
    expect(git('status', '--porcelain')).toBe(status);

    expect(await done('resolve shop --keep theirs')).toContain(
      'the text of ours is the draft again',
    );
    expect(read('notices/shop/2026-12-01.mdx')).toContain('nine years');
    expect(read('notices/shop/draft.mdx')).toContain('three years');
    await expectSound(3);
    commit('Merge');
    await done('publish shop --effective 2027-01-01 --yes');
    await expectSound(4);
  });

  it('takes a correction of one side beside a version and a review of the other', async () => {
    await begin();
    const file = 'notices/shop/2026-11-27.mdx';
    await inBranch('one', () => {
      put(file, read(file).replace('one year', '1 year'));
      return done('erratum shop/2026-11-27 --by Manager --reason Figures.');
    });
    await inBranch('two', async () => {
      put(file, read(file).replace('controller:', 'reviewed: "2026-11-27"\ncontroller:'));
      await done('adopt shop/2026-11-27');
      await publish('shop', '2026-12-01', 'orders for nine years', CHANGED);
    });
    expect([merged('one'), merged('two')]).toEqual([true, false]);
    const out = await done('resolve');
    expect(out).toContain('shop/2026-11-27  corrected in ours');
    expect(out).toContain('shop/2026-11-27  reviewed added in theirs');
    expect(lock()['shop/2026-11-27']).toMatchObject({
      later: { reviewed: '2026-11-27' },
      errata: [{ by: 'Manager' }],
    });
    await expectSound(3);
  });

  it('asks which correction stays where both sides corrected one version', async () => {
    await begin();
    const file = 'notices/shop/2026-11-27.mdx';
    const correct = (words: string, reason: string) => () => {
      put(file, read(file).replace('one year', words));
      return done(`erratum shop/2026-11-27 --by Manager --reason ${reason}`);
    };
    await inBranch('one', correct('1 year', 'Figures.'));
    await inBranch('two', correct('a year', 'Words.'));
    expect([merged('one'), merged('two')]).toEqual([true, false]);
    expect((await run(['resolve'])).out).toContain('was corrected on both sides');
    const out = await done('resolve --keep ours');
    expect(out).toContain('noticeboard erratum shop/2026-11-27 --by "Manager" --reason "Words."');
    expect(read(file)).toContain('1 year');
    await expectSound(2);
  });

  it('has nothing to do where git joined an adoption and a publication by itself', async () => {
    await begin();
    put('notices/shop/2020-01-01.mdx', draftOf('2020-01-01', 'orders for six years'));
    commit('An old version');
    await inBranch('one', () => done('adopt'));
    await inBranch('two', async () => {
      rmSync(at('notices/shop/2020-01-01.mdx'));
      await publish('shop', '2026-12-01', 'orders for nine years', CHANGED);
      git('checkout', '--quiet', '--', 'notices/shop/2020-01-01.mdx');
    });
    expect([merged('one'), merged('two')]).toEqual([true, true]);
    await expectSound(4);
    expect(await done('resolve')).toContain('Resolved 1 notice');
    await expectSound(4);
  });

  it('joins what both sides adopted, each on its day, and what one published after it', async () => {
    put('notices/shop/2020-01-01.mdx', draftOf('2020-01-01', 'orders for six years'));
    commit('An old version');
    await inBranch('one', () => done('adopt', '2026-11-26'));
    await inBranch('two', async () => {
      await done('adopt');
      await publish('shop', '2026-12-01', 'orders for nine years', CHANGED);
    });
    expect([merged('one'), merged('two')]).toEqual([true, false]);
    expect(await done('resolve')).toContain('shop/2026-12-01  sealed again');
    await expectSound(2);
  });

  it('joins two branches in a rebase, and moves a lock that an earlier release wrote to', async () => {
    await begin();
    await inBranch('one', () => publish('shop', '2026-12-01', 'orders for three years', CHANGED));
    await inBranch('two', () => publish('shop', '2027-01-15', 'orders for nine years', CHANGED));
    expect(merged('one')).toBe(true);
    git('checkout', '--quiet', 'two');
    expect(() => git('rebase', 'main')).toThrow();
    expect(await done('resolve')).toContain('git rebase --continue');
    git('rebase', '--continue');
    await expectSound(4);
  });

  /** A merge that has stopped: both sides have published a draft, each for a day of its own. */
  async function stopMerge(): Promise<void> {
    await begin();
    put('notices/shop/draft.mdx', draftOf('2026-12-01', 'orders for three years', CHANGED));
    commit('A draft');
    await inBranch('one', () => publish('shop', '2026-12-01', 'orders for three years', CHANGED));
    await inBranch('two', () => publish('shop', '2027-01-15', 'orders for nine years', CHANGED));
    expect([merged('one'), merged('two')]).toEqual([true, false]);
  }

  it('keeps a draft and a publication that came after the merge was committed', async () => {
    await stopMerge();
    await done('resolve');
    commit('Merge');
    await done('resolve');
    await done('revise shop');
    const drafted = read('notices/shop/draft.mdx');
    const afterDraft = await run(['resolve']);
    expect(afterDraft.code).toBe(1);
    expect(afterDraft.err).toContain(
      'the merge is committed, but these files are not: notices/shop/draft.mdx',
    );
    expect(read('notices/shop/draft.mdx')).toBe(drafted);
    await publish('shop', '2027-05-01', 'orders for ten years', CHANGED);
    const recorded = read('notices.locks/shop.json');
    const { code, err } = await run(['resolve']);
    expect(code).toBe(1);
    for (const file of [
      'notices.locks/shop.json',
      'notices.record/shop/2027-05-01.txt',
      'notices/shop/2027-05-01.mdx',
    ])
      expect(err).toContain(file);
    expect(read('notices.locks/shop.json')).toBe(recorded);
    await expectSound(5);
    // Nor once it is staged, or only the index is another.
    git('add', '--all');
    expect((await run(['resolve'])).code).toBe(1);
    await expectSound(5);
  });

  it('keeps a draft and a publication that came before the merge is committed', async () => {
    await stopMerge();
    await done('resolve');
    put('notices/shop/draft.mdx', 'A draft of my own.\n');
    const { code, err } = await run(['resolve']);
    expect(code).toBe(1);
    expect(err).toContain('neither side has, and would be written over: notices/shop/draft.mdx');
    expect(read('notices/shop/draft.mdx')).toBe('A draft of my own.\n');
    await publish('shop', '2027-05-01', 'orders for ten years', CHANGED);
    expect((await run(['resolve'])).err).toContain('written over: notices.locks/shop.json');
    await expectSound(5);
  });

  it('keeps a draft that was written while git is waiting, and writes nothing at all', async () => {
    await stopMerge();
    put('notices/shop/draft.mdx', 'A draft of my own.\n');
    const before = git('status', '--porcelain');
    const locked = read('notices.locks/shop.json');
    const { code, err } = await run(['resolve']);
    expect(code).toBe(1);
    expect(err).toContain('move them aside');
    expect(git('status', '--porcelain')).toBe(before);
    expect(read('notices.locks/shop.json')).toBe(locked);
    rmSync(at('notices/shop/draft.mdx'));
    await done('resolve');
    await expectSound(4);
  });

  it('takes the line ends of Windows for those that git has', async () => {
    await stopMerge();
    await done('resolve');
    put('.gitattributes', '* text=auto eol=crlf\n');
    commit('Merge');
    git('rm', '--quiet', '--cached', '-r', '.');
    git('reset', '--quiet', '--hard');
    expect(read('notices.locks/shop.json')).toContain('\r\n');
    expect((await run(['resolve'])).err).not.toContain('these files');
  });

  /** Both sides write on in a draft, each another words for some of it. */
  async function mergeDrafts(one: string, other: string): Promise<boolean[]> {
    const draft = 'notices/shop/draft.mdx';
    await begin();
    put(draft, draftOf('2026-12-01', 'orders for three years', CHANGED));
    commit('A draft');
    const write = (words: string) => () =>
      Promise.resolve(put(draft, read(draft).replace(...(words.split('|') as [string, string]))));
    await inBranch('one', write(one));
    await inBranch('two', write(other));
    return [merged('one'), merged('two')];
  }

  it('keeps a draft that git has merged, and ends with it', async () => {
    expect(await mergeDrafts('Reigate|Dorking', 'three|nine')).toEqual([true, true]);
    const draft = read('notices/shop/draft.mdx');
    const out = await done('resolve');
    expect(out).not.toContain('left');
    expect(out).toContain('Resolved 1 notice');
    expect(read('notices/shop/draft.mdx')).toBe(draft);
    expect(draft).toMatch(/Dorking[^]*nine years/);
  });

  const APPROVED = 'notices/club/draft.mdx';

  /** Two roles approve one draft, each in a branch, and git cannot merge it. */
  async function mergeApprovals(): Promise<void> {
    put(APPROVED, draftOf('2027-01-15', 'orders for six years'));
    commit('draft');
    const approve = async (by: string): Promise<void> => {
      expect(await run(['approve', 'club', '--by', by])).toMatchObject({ code: 0, err: '' });
    };
    await inBranch('one', () => approve('Head of legal'));
    await inBranch('two', () => approve('Auditor'));
    expect([merged('one'), merged('two')]).toEqual([true, false]);
  }

  it('joins what two roles have approved, each in a branch, of the same draft', async () => {
    await mergeApprovals();
    expect((await run(['status'])).out).toContain('the file has the conflict markers');
    const out = await done('resolve');
    expect(out).toContain('club/draft.mdx  has the approvals of both sides');
    expect(read('notices/club/draft.mdx')).toMatch(
      /approved:\n.*by: "Head of legal".*\n.*by: "Auditor".*\n/,
    );
    expect(git('diff', '--name-only', '--diff-filter=U')).toBe('');
    expect((await run(['status'])).out).not.toContain('approval-void');
  });

  it.each<[what: string, edit: (text: string) => string]>([
    ['its markers', (text) => text.replace(/^(?:[<=>]{7}.*|.*Auditor.*)\n/gm, '')],
    ['some words only', (text) => text],
  ])('leaves a draft in conflict in which a person has edited %s', async (_, edit) => {
    await mergeApprovals();
    const edited = edit(read(APPROVED)).replace('delete all of it.', 'delete it. A new sentence.');
    put(APPROVED, edited);
    const { code, out } = await run(['resolve']);
    expect(code).toBe(1);
    expect(out).toContain(`${APPROVED}  left: both sides have written it`);
    expect(out).not.toContain('has the approvals of both sides');
    expect(read(APPROVED)).toBe(edited);
    expect(git('diff', '--name-only', '--diff-filter=U')).toContain(APPROVED);
  });

  it('leaves a draft that git could not merge, and ends once a person has', async () => {
    expect(await mergeDrafts('three|five', 'three|nine')).toEqual([true, false]);
    const { code, out } = await run(['resolve']);
    expect(code).toBe(1);
    expect(out).toContain('notices/shop/draft.mdx  left: both sides have written it');
    expect(out).not.toContain('Resolved');
    const draft = draftOf('2026-12-01', 'orders for seven years', CHANGED);
    put('notices/shop/draft.mdx', draft);
    git('add', '--all');
    expect(await done('resolve')).toContain('Resolved 1 notice');
    expect(read('notices/shop/draft.mdx')).toBe(draft);
  });

  it('has not resolved what it asks about, though git has merged it', async () => {
    await begin();
    await inBranch('one', () => publish('shop', '2026-12-01', 'orders for three years', CHANGED));
    await inBranch('two', () => publish('shop', '2026-12-01', 'orders for nine years', CHANGED));
    expect([merged('one'), merged('two')]).toEqual([true, false]);
    git('checkout', '--quiet', '--theirs', '.');
    commit('Merge');
    const { code, out } = await run(['resolve']);
    expect(code).toBe(1);
    expect(out).toContain('shop/2026-12-01  was published twice');
    expect(out).not.toContain('Resolved');
  });

  it('resolves in a repository whose ids are SHA-256', async () => {
    rmSync(at('.git'), { recursive: true });
    git('init', '--quiet', '--initial-branch=main', '--object-format=sha256');
    commit('Begin');
    await stopMerge();
    await done('resolve');
    await expectSound(4);
  });

  it.each<[string, () => void]>([
    ['git is busy', () => put('.git/index.lock', '')],
    [
      'a file cannot be written',
      () => {
        rmSync(at('notices.locks/shop.json'));
        mkdirSync(at('notices.locks/shop.json'));
      },
    ],
  ])('writes and marks nothing if %s', async (_, prevent) => {
    await stopMerge();
    prevent();
    const state = (): string[] => [
      git('ls-files', '--stage'),
      ...readdirSync(at('notices/shop')),
      ...readdirSync(at('notices.record/shop')),
    ];
    const before = state();
    expect((await run(['resolve'])).code).not.toBe(0);
    expect(state()).toEqual(before);
  });

  /** Writes the lock into one file, as an earlier release did. */
  function writeOldLock(): void {
    put('notices.lock.json', writeLock({ format: 2, versions: lock() }));
    rmSync(at('notices.locks'), { recursive: true, force: true });
  }

  /** A merge that has stopped at the lock of an earlier release, with two notices that both sides have. */
  async function stopMergeOfOldLock(secondOfStaff: () => Promise<void>): Promise<void> {
    await begin();
    writeOldLock();
    commit('As an earlier release wrote it');
    await inBranch('one', async () => {
      await publish('shop', '2026-12-01', 'orders for three years', CHANGED);
      await publish('staff', '2026-12-01', 'files for three years', CHANGED);
      writeOldLock();
    });
    await inBranch('two', async () => {
      await publish('shop', '2027-01-15', 'orders for nine years', CHANGED);
      await secondOfStaff();
      writeOldLock();
    });
    expect([merged('one'), merged('two')]).toEqual([true, false]);
    expect(git('diff', '--name-only', '--diff-filter=U')).toContain('notices.lock.json');
  }

  it('keeps the entries of all notices when it resolves one of a lock in one file', async () => {
    await stopMergeOfOldLock(() => publish('staff', '2027-01-15', 'files for nine years', CHANGED));
    expect(await done('resolve shop')).toContain(
      'notices.locks/staff.json has the joined entries of a notice that is not resolved yet',
    );
    expect(Object.keys(lock())).toEqual(
      ['shop', 'staff'].flatMap((notice) =>
        ['2026-11-27', '2026-12-01', '2027-01-15'].map((day) => `${notice}/${day}`),
      ),
    );
    expect(existsSync(at('notices.lock.json'))).toBe(false);
    await expectSound(6);
    await done('resolve staff');
    await expectSound(6);
  });

  it('leaves a lock in one file to the notice in it that both sides have published', async () => {
    await stopMergeOfOldLock(() => publish('staff', '2026-12-01', 'files for nine years', CHANGED));
    const before = read('notices.lock.json');
    const { code, out } = await run(['resolve', 'shop']);
    expect({ code, out }).toMatchObject({ code: 1 });
    expect(out).toContain('Left to you, as git shows it: notices.lock.json');
    expect(out).not.toContain('Resolved');
    expect(read('notices.lock.json')).toBe(before);
    await done('resolve staff --keep theirs');
    await expectSound(5);
  });

  it('refuses outside a merge, and in a revert', async () => {
    await begin();
    expect((await run(['resolve'])).err).toContain('there is no merge to resolve');
    expect((await run(['resolve', '--keep', 'mine'])).err).toContain(
      '"mine" is no side of a merge',
    );
  });

  it('takes nothing from a side whose lock was edited', async () => {
    await begin();
    await inBranch('one', () => publish('shop', '2026-12-01', 'orders for three years', CHANGED));
    await inBranch('two', async () => {
      await publish('shop', '2027-01-15', 'orders for nine years', CHANGED);
      const file = 'notices.locks/shop.json';
      put(file, read(file).replace('"published": "2026-11-27"', '"published": "2026-11-26"'));
    });
    expect([merged('one'), merged('two')]).toEqual([true, false]);
    const before = git('status', '--porcelain');
    const { code, err } = await run(['resolve']);
    expect(code).toBe(1);
    expect(err).toMatch(
      /theirs: notices\.locks\/shop\.json:\d+ {2}the entry of shop\/2026-\d\d-\d\d is not what its seal/,
    );
    expect(git('status', '--porcelain')).toBe(before);
  });

  it('runs no filter that a repository names', async () => {
    await begin();
    git('config', 'filter.bad.clean', `touch ${at('ran')}; cat`);
    put('.gitattributes', '*.json filter=bad\n');
    git('-c', 'filter.bad.clean=cat', 'add', '--all');
    git('-c', 'filter.bad.clean=cat', 'commit', '--quiet', '--message', 'Attributes');
    git('config', 'filter.bad.clean', 'cat');
    await inBranch('one', () => publish('shop', '2026-12-01', 'orders for three years', CHANGED));
    await inBranch('two', () => publish('shop', '2027-01-15', 'orders for nine years', CHANGED));
    expect([merged('one'), merged('two')]).toEqual([true, false]);
    git('config', 'filter.bad.clean', `touch ${at('ran')}; cat`);
    rmSync(at('ran'), { force: true });
    await done('resolve');
    expect(existsSync(at('ran'))).toBe(false);
  });
});
