/** What `report` says of a branch, read out of git. */
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { notices, type CommandResult } from './setup/commands.ts';
import { onDay, version } from './setup/notices.ts';
import { commitAll, git, write } from './setup/repository.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at } = useWorkshop('report');

const years = (number: string): string =>
  `## How long {#keep}\n\nWe keep your orders for ${number} years after the last of them.\n\n## Who {#who}\n\nWe are Example Limited of Reigate.`;
const CHANGES = 'changes:\n  - { kind: changed, section: keep, summary: Another time. }\n';
const draftOf = (text: string): string =>
  version(text, onDay('2026-03-01')).replace('controller:', `${CHANGES}controller:`);

const run = (repository: string, words: string, below = ''): Promise<CommandResult> =>
  notices(words.split(' '), {
    notices: at(repository, below, 'notices'),
    today: '2026-02-01',
  });
const report = (repository: string, words = '', below = ''): Promise<CommandResult> =>
  run(repository, `report --since main${words && ` ${words}`}`, below);

/** A copy of the repository that has two published notices, on a branch of its own. */
function branch(name: string, below = ''): string {
  cpSync(at('start'), at(name, below), { recursive: true });
  if (below !== '') {
    rmSync(at(name, below, '.git'), { recursive: true });
    commitAll(at(name));
  }
  git(at(name), 'checkout', '--quiet', '-b', 'work');
  return at(name, below, 'notices');
}

beforeAll(async () => {
  write(at('start'), 'notices/shop/2025-01-01.mdx', version(years('six')));
  write(at('start'), 'notices/club/2025-01-01.mdx', version('## About {#about}\n\nA club.'));
  expect(await run('start', 'adopt')).toMatchObject({ code: 0, err: '' });
  commitAll(at('start'));
});

describe('a report', () => {
  it('has one line where nothing changed', async () => {
    branch('same');
    const { code, out } = await report('same');
    expect(code).toBe(0);
    expect(out).toMatch(/## Notices\n\nNo notice has changed since `main` \(`[0-9a-f]{7}`\)\.\n$/);
    expect((await report('same', '--format github')).out).toBe(
      '::notice title=Notices::No notice has changed since main\n',
    );
  });

  it('says what a draft changes of the version that it follows', async () => {
    const folder = branch('draft');
    write(
      folder,
      'shop/draft.mdx',
      draftOf(years('five')).replace('name: Example', 'name: Exemplar'),
    );
    const { code, out, err } = await report('draft', '--preview https://p.example/privacy');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('1 draft new or changed since `main`');
    expect(out).toContain('### `shop/draft`: new draft, applies from 1 March 2026');
    expect(out).toContain('Compared with `2025-01-01`, the current notice:');
    expect(out).toContain('(https://p.example/privacy/shop/draft/)');
    expect(out).toContain('(https://p.example/privacy/shop/compare/2025-01-01/draft/)');
    expect(out).toMatch(/\*\*Facts and records\*\*\n\n- .*Exemplar Limited/);
    expect(out).toContain('**What it says of its changes**\n\n- changed `keep`: Another time.\n');
    expect(out).toContain(
      '#### How long\n\n<em>edited</em>\n\n- We keep your orders for <del>six years</del> <ins>five years</ins> after',
    );
    expect(out).not.toContain('Reigate');
  });

  it('says what a branch has changed of a draft that was there', async () => {
    cpSync(at('draft'), at('again'), { recursive: true });
    git(at('again'), 'checkout', '--quiet', 'main');
    commitAll(at('again'));
    git(at('again'), 'checkout', '--quiet', '-b', 'more');
    write(
      at('again', 'notices'),
      'shop/draft.mdx',
      draftOf(years('five').replace('Reigate', 'Dorking')),
    );
    const { out } = await report('again');
    expect(out).toContain('`shop/draft`: draft, changed');
    expect(out).toMatch(/In this branch the draft has .*1 section.*1 word added.*“Who”/);
    expect(out).toContain('<del>six years</del> <ins>five years</ins>');
  });

  it('tells what stops publishing, and has the exit code 1', async () => {
    const folder = branch('stopped');
    write(folder, 'shop/draft.mdx', version(years('five'), onDay('2026-03-01')));
    const { code, out } = await report('stopped');
    expect(code).toBe(1);
    expect(out).toContain('**Stops publishing**\n\n- these sections changed but are not mentioned');
    const { out: lines } = await report('stopped', '--format github');
    expect(lines).toContain(
      '::error file=notices/shop/draft.mdx,line=1,title=This draft cannot be',
    );
    const data = JSON.parse((await report('stopped', '--json')).out) as Record<string, unknown>;
    expect(data).toMatchObject({
      stopsPublishing: 1,
      versions: [{ id: 'shop/draft', fate: 'draft-new', against: { name: '2025-01-01' } }],
    });
  });

  it('names what was published, withdrawn, corrected and recorded', async () => {
    const folder = branch('record');
    write(folder, 'shop/draft.mdx', draftOf(years('five')));
    expect(await run('record', 'publish shop --yes')).toMatchObject({ code: 0 });
    const club = path.join(folder, 'club/2025-01-01.mdx');
    const edit = (from: string, to: string): void =>
      writeFileSync(club, readFileSync(club, 'utf8').replace(from, to));
    edit('controller:', 'withdrawn: "2026-06-30"\ncontroller:');
    expect(await run('record', 'adopt')).toMatchObject({ code: 0 });
    edit('A club.', 'A cricket club.');
    const correct = (...words: string[]) =>
      notices(['erratum', 'club/2025-01-01', ...words], {
        notices: folder,
        today: '2026-02-01',
      });
    expect(await correct('--by', 'Office manager', '--reason', 'Slip')).toMatchObject({ code: 0 });
    edit('A cricket club.', 'A cricket club in Reigate.');
    expect(await correct('--reason', 'Where')).toMatchObject({ code: 0 });
    const { code, out } = await report('record');
    expect(code).toBe(0);
    expect(out).toContain('1 version published and 1 published version changed since `main`');
    expect(out).toContain('`shop/2026-03-01`: published, applies from 1 March 2026');
    expect(out).toContain('- withdrawn from 30 June 2026');
    expect(out).toContain('Compared with itself before');
    expect(out).toContain('<ins>cricket club in Reigate</ins>');
    expect(out).toMatch(/- `club\/2025-01-01`: 2 corrections, withdrawn/);
    expect(out).toContain(
      '- corrected on 1 February 2026 by Office manager: Slip\n- corrected on 1 February 2026 by the publisher: Where\n',
    );
    expect(out).toContain('- `shop/2026-03-01` added');
  });

  it('says of a version that was called off in the same branch that it never applies', async () => {
    const folder = branch('called-off');
    write(folder, 'shop/draft.mdx', draftOf(years('five')));
    expect(await run('called-off', 'publish shop --yes')).toMatchObject({ code: 0 });
    const words = ['call-off', 'shop/2026-03-01', '--by', 'Board', '--reason', 'Too early'];
    expect(
      await notices(words, { notices: at('called-off', 'notices'), today: '2026-02-01' }),
    ).toMatchObject({ code: 0 });
    const { code, out } = await report('called-off');
    expect(code).toBe(0);
    expect(out).toContain('1 version published and called off since `main`');
    expect(out).toContain('### `shop/2026-03-01`: published and called off, never applies\n');
    expect(out).toContain('- called off on 1 February 2026 by Board: Too early');
    expect((await report('called-off', '--format github')).out).toContain(
      '2 words added, 2 words removed%0Acalled off on 1 February 2026 by Board: Too early',
    );
  });

  it('reports a notice that is deleted with all that was recorded of it', async () => {
    const folder = branch('deleted');
    rmSync(path.join(folder, 'club'), { recursive: true });
    rmSync(`${folder}.record/club`, { recursive: true });
    rmSync(`${folder}.locks/club.json`);
    const { code, out } = await report('deleted');
    expect(code).toBe(1);
    expect(out).toContain('- `club`: the whole notice was deleted, with 1 version');
    expect(out).toContain('club/2025-01-01 was published at main, and is gone with its entry');
    expect(out).toContain('- `club/2025-01-01` removed');
  });

  it('shows the errors of a draft, and still reports the others', async () => {
    const folder = branch('broken');
    write(folder, 'club/draft.mdx', draftOf('## About {#about}\n\n<b>open'));
    write(folder, 'shop/draft.mdx', draftOf(years('five')));
    const { code, out } = await report('broken');
    expect(code).toBe(1);
    expect(out).toMatch(/\*\*Errors\*\*\n\n- `[^`]*notices\/club\/draft\.mdx:\d+:\d+` /);
    expect(out).toContain('`club/draft`: new draft');
    expect(out).toContain('It has errors, so it was not compared');
    expect(out).toContain('<del>six years</del> <ins>five years</ins>');
  });

  it('names files by their paths in the repository', async () => {
    const folder = branch('below', 'sites/a, b');
    write(folder, 'shop/draft.mdx', draftOf(years('five')));
    const { out, err } = await report('below', '--format github', 'sites/a, b');
    expect(err).toBe('');
    expect(out).toContain('::notice file=sites/a%2C b/notices/shop/draft.mdx,line=1,');
  });

  it('runs nothing that the repository asks for', async () => {
    const folder = branch('hostile');
    write(folder, 'shop/draft.mdx', draftOf(years('five')));
    const [program, marker] = [at('hostile', 'program.sh'), at('hostile', 'ran')];
    writeFileSync(program, `#!/bin/sh\ntouch '${marker}'\ncat\n`);
    chmodSync(program, 0o755);
    appendFileSync(
      at('hostile', '.git/config'),
      `[core]\n fsmonitor = ${program}\n pager = ${program}\n hooksPath = ${at('hostile')}\n[diff]\n external = ${program}\n[filter "x"]\n smudge = ${program}\n clean = ${program}\n`,
    );
    write(at('hostile'), '.gitattributes', '* filter=x diff=x\n');
    expect((await report('hostile')).out).toContain('<ins>five years</ins>');
    expect(existsSync(marker)).toBe(false);
  });
});

describe('a report that cannot be made', () => {
  const said = async (repository: string, words: string): Promise<[number | null, string]> => {
    const { code, err } = await run(repository, words);
    return [code, err];
  };

  it('names what to do about a ref that git does not know', async () => {
    expect(await said('start', 'report --since nope')).toEqual([
      1,
      'git knows no commit "nope"\n    → fetch it: git fetch origin +refs/heads/nope:refs/remotes/origin/nope\n      Then name it so: --since origin/nope\n',
    ]);
    git(at(), 'clone', '--quiet', at('draft'), at('clone'));
    expect((await said('clone', 'report --since main'))[1]).toContain('write --since origin/main');
    const [code, err] = await said('start', 'report --since --all');
    expect([code, err]).toEqual([2, expect.stringContaining('name a branch, a tag or a commit')]);
    expect((await said('start', 'report'))[0]).toBe(2);
    expect((await said('start', 'report --since main --limit 10'))[0]).toBe(2);
    expect((await said('start', 'report --since main --preview javascript:x'))[0]).toBe(2);
  });

  it('names a command that brings a branch called like a hash, and a commit by the start of its own', async () => {
    for (const hash of ['a'.repeat(40), 'B'.repeat(64)]) {
      const [, hint] = await said('start', `report --since ${hash}`);
      expect(hint).toMatch(new RegExp(`→ fetch it: git fetch origin ${hash}\n$`));
    }
    const folder = branch('hex');
    git(at('hex'), 'branch', 'deadbeef', 'main');
    write(folder, 'shop/draft.mdx', draftOf(years('five')));
    commitAll(at('hex'));
    const main = git(at('hex'), 'rev-parse', '--short=10', 'main').trim();
    for (const [index, ref] of ['deadbeef', main].entries()) {
      const clone = `hex-${index}`;
      const words = ['--depth=1', '--single-branch', '--branch=work', `file://${at('hex')}`];
      git(at(), 'clone', '--quiet', ...words, at(clone));
      const [, command = ''] =
        /Here: git (fetch .*)/.exec((await said(clone, `report --since ${ref}`))[1]) ?? [];
      git(at(clone), ...command.replaceAll('"', '').split(' '));
      if (ref === 'deadbeef') {
        expect((await said(clone, 'report --since deadbeef'))[1]).toContain(
          'write --since origin/deadbeef',
        );
      } else {
        expect((await run(clone, `report --since ${ref}`)).out).toContain('<ins>five years</ins>');
      }
    }
  });

  it('says how to fetch what a shallow clone lacks', async () => {
    const folder = branch('long');
    write(folder, 'shop/draft.mdx', draftOf(years('five')));
    git(at('long'), 'add', '--all');
    git(at('long'), 'commit', '--quiet', '--message', 'Draft');
    const from = `file://${at('long')}`;
    git(at(), 'clone', '--quiet', '--depth=1', '--branch=work', from, at('shallow'));
    const [code, unknown] = await said('shallow', 'report --since origin/main');
    expect(code).toBe(1);
    expect(unknown).toContain('this clone is shallow. Fetch the whole history: fetch-depth: 0');
    // A clone of one branch, in which fetching all of it brings no other.
    const [, command = ''] = /Here: git (fetch .*)/.exec(unknown) ?? [];
    git(at(), 'clone', '--quiet', '--depth=1', '--branch=work', from, at('one'));
    git(at('one'), ...command.split(' '));
    expect((await run('one', 'report --since origin/main')).out).toContain('<ins>five years</ins>');
    git(at('shallow'), 'fetch', '--quiet', '--depth=1', 'origin', 'main:refs/remotes/origin/main');
    const [, cut] = await said('shallow', 'report --since origin/main');
    expect(cut).toContain(
      'this clone is shallow, and ends before the commit where this branch left',
    );
    git(at('shallow'), 'fetch', '--quiet', '--unshallow', 'origin');
    expect((await run('shallow', 'report --since origin/main')).out).toContain(
      '<ins>five years</ins>',
    );
  });

  it('advises to fetch the history only where git lacks something of it', async () => {
    const lock = 'notices.locks/shop.json';
    for (const [name, object, why] of [
      ['textless', lock, 'git has not got its text'],
      ['folderless', 'notices.locks', 'git says: Could not read'],
    ] as const) {
      branch(name);
      const hash = git(at(name), 'rev-parse', `HEAD:${object}`).trim();
      rmSync(at(name, '.git', 'objects', hash.slice(0, 2), hash.slice(2)));
      const [, lacking] = await said(name, 'report --since main');
      expect(lacking).toContain(`${object} could not be read at `);
      expect(lacking).toContain(why);
      expect(lacking).toContain('fetch the whole history');
    }

    branch('large');
    writeFileSync(
      at('large', lock),
      `${readFileSync(at('large', lock), 'utf8')}${' '.repeat(20 * 1024 * 1024)}`,
    );
    commitAll(at('large'));
    const [code, large] = await said('large', 'report --since HEAD');
    expect([code, large]).toEqual([1, expect.stringContaining('it has more than 20 MB')]);
    expect(large).not.toContain('fetch');
  });

  it('names the folder that is in no repository, and the git that is not there', async () => {
    cpSync(at('start', 'notices'), at('bare', 'notices'), { recursive: true });
    // The tests may be within a repository themselves: nothing around the folder counts.
    const plain = await said('bare', 'report --since main');
    expect(plain).toEqual([
      1,
      expect.stringMatching(/in no git repository|git knows no commit "main"|could not be read/),
    ]);
    const before = process.env['PATH'];
    process.env['PATH'] = at('nothing');
    try {
      expect(await said('start', 'report --since main')).toEqual([
        1,
        'git is not installed\n    → install it: https://git-scm.com\n',
      ]);
    } finally {
      process.env['PATH'] = before;
    }
  });

  it('reads a submodule by its own history', async () => {
    write(at('outer'), 'README.md', 'x');
    commitAll(at('outer'));
    git(at('outer'), 'submodule', '--quiet', 'add', at('start'), 'inner');
    commitAll(at('outer'));
    git(at('outer'), 'tag', 'before');
    const at1 = (words: string) => run('outer', words, 'inner');
    expect((await at1('report --since before')).err).toContain(
      'is a submodule with a history of its own',
    );
    write(at('outer', 'inner', 'notices'), 'shop/draft.mdx', draftOf(years('five')));
    expect((await at1('report --since origin/main')).out).toContain('<ins>five years</ins>');
  });
});
