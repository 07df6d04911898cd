import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { archiveSubject } from './history-archive.ts';
import { historyOfFile, openBundle, openRepository, type Repository } from './history-git.ts';
import type { IsoDate } from '../notices/dates.ts';
import { sourceOf } from './history-testing.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-git-'));
const bundle = path.join(folder, 'notice.bundle');
const marker = path.join(folder, 'ran');

const run = (words: string[], date = '2020-01-01T00:00:00Z'): void => {
  execFileSync(
    'git',
    ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@b.example', ...words],
    {
      env: {
        PATH: process.env['PATH'] ?? '',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      },
      stdio: 'pipe',
    },
  );
};
const out = (words: string[], input = ''): string =>
  execFileSync('git', ['-C', folder, ...words], { input, encoding: 'utf8' });
const commit = (name: string, text: string, date: string, subject = text): void => {
  writeFileSync(path.join(folder, name), text);
  run(['add', name]);
  run(['commit', '--quiet', '--message', subject], date);
};
const lines = (text: string): string => `${text}\n${'The same line.\n'.repeat(9)}`;

beforeAll(() => {
  run(['init', '--quiet', '--initial-branch=main']);
  commit(
    'old.md',
    lines('one'),
    '2020-01-01T23:30:00+01:00',
    '0123456789012345678901234567890123456789',
  );
  run(['checkout', '--quiet', '-b', 'branch']);
  commit('old.md', lines('step'), '2020-02-01T00:00:00Z');
  commit('old.md', lines('two'), '2020-02-02T00:00:00Z');
  run(['checkout', '--quiet', 'main']);
  commit('beside.md', 'else', '2020-02-03T00:00:00Z');
  run(['merge', '--quiet', '--no-ff', '--message', 'Merge it', 'branch'], '2020-02-04T00:00:00Z');
  run(['mv', 'old.md', 'new.md']);
  run(['commit', '--quiet', '--message', 'Rename'], '2020-02-03T00:00:00Z');
  run(['rm', '--quiet', 'new.md']);
  run(['commit', '--quiet', '--message', 'Delete'], '2020-03-01T00:00:00Z');
  run(['bundle', 'create', '--quiet', bundle, 'main']);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const statesIn = (repository: Repository | { refused: string }): string[] => {
  if ('refused' in repository) throw new Error(repository.refused);
  const history = historyOfFile(repository, 'new.md', sourceOf);
  if ('refused' in history) throw new Error(history.refused);
  const states = history.states.map(({ day, name, subject = '', source }) => {
    const read = source();
    const text = 'refused' in read ? read.refused : (read.text.split('\n')[0] ?? '');
    return [day, name.slice(13), subject.slice(0, 8), text].join(' | ');
  });
  repository.close();
  return states;
};

const STATES = [
  '2020-01-01 | old.md | 01234567 | one',
  '2020-02-04 | old.md | Merge it | two',
  '2020-02-04 | new.md | Rename | two',
  '2020-03-01 | new.md | Delete | the commit deleted the file',
];

it('follows a file along first parents and through renames, by the days of its authors', () => {
  expect(statesIn(openRepository(folder))).toEqual(STATES);
});

it('reads a file of a folder of the repository', () => {
  const below = path.join(folder, 'site', 'legal pages');
  mkdirSync(below, { recursive: true });
  const repository = openRepository(below);
  expect(repository).toMatchObject({ prefix: 'site/legal pages/' });
  expect(statesIn(repository)).toEqual(STATES);
});

it('reads a bundle as the repository that it is', () => {
  expect(statesIn(openBundle(bundle))).toEqual(STATES);
});

it('takes no day that is still to come, and says that a clone is shallow', () => {
  const clone = path.join(folder, 'a shallow clone');
  run(['clone', '--quiet', '--bare', '--depth', '3', `file://${folder}`, clone]);
  const repository = openRepository(clone);
  if ('refused' in repository) throw new Error(repository.refused);
  const history = historyOfFile(repository, 'new.md', sourceOf, '2020-02-20' as IsoDate);
  if ('refused' in history) throw new Error(history.refused);
  expect(history.states.map(({ day }) => day)).toEqual(['2020-02-04', '2020-02-04', '2020-02-20']);
  expect(history.remarks.map(({ code }) => code)).toEqual([
    'commit-out-of-order',
    'commit-ahead',
    'shallow',
  ]);
});

it('runs nothing that a repository asks for', () => {
  // A signed commit, for which git would run gpg, and a text that git would have fetched.
  const signed = out(['cat-file', 'commit', 'HEAD']).replace(
    '\n\n',
    '\ngpgsig -----BEGIN PGP SIGNATURE-----\n x\n -----END PGP SIGNATURE-----\n\n',
  );
  run(['update-ref', 'HEAD', out(['hash-object', '-t', 'commit', '-w', '--stdin'], signed).trim()]);
  const blob = out(['rev-parse', 'HEAD~1:new.md']).trim();
  rmSync(path.join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
  const program = path.join(folder, 'program.sh');
  writeFileSync(program, `#!/bin/sh\ntouch '${marker}'\ncat\n`);
  chmodSync(program, 0o755);
  appendFileSync(
    path.join(folder, '.git/config'),
    `[core]\n fsmonitor = ${program}\n hooksPath = ${folder}\n pager = ${program}\n sshCommand = ${program}\n attributesFile = ${path.join(folder, 'attributes')}
[diff]\n external = ${program}\n[diff "x"]\n textconv = ${program}\n command = ${program}
[filter "x"]\n smudge = ${program}\n clean = ${program}\n process = ${program}\n required = true
[log]\n showSignature = true\n[gpg]\n program = ${program}
[protocol "ext"]\n allow = always\n[remote "origin"]\n url = ext::${program}\n promisor = true\n[extensions]\n partialClone = origin\n`,
  );
  writeFileSync(path.join(folder, 'attributes'), '* filter=x diff=x\n');
  writeFileSync(path.join(folder, '.git/info/attributes'), '* filter=x diff=x\n');
  const gone = STATES.map((line) =>
    line.replace(
      '| two',
      '| git has not got its text: clone all of the repository, without --filter',
    ),
  );
  expect(statesIn(openRepository(folder))).toEqual(gone);
  expect(existsSync(marker)).toBe(false);
});

it('says why there is nothing to read', () => {
  const plain = mkdtempSync(path.join(folder, 'plain-'));
  rmSync(path.join(folder, '.git/config'));
  expect(openRepository(tmpdir())).toEqual({ refused: 'it is not a git repository' });
  expect(openBundle(path.join(plain, 'none.bundle'))).toHaveProperty('refused');
  const repository = openRepository(folder);
  if ('refused' in repository) throw new Error(repository.refused);
  expect(historyOfFile(repository, '--output=x', sourceOf)).toEqual({
    refused: 'no commit has a file --output=x',
  });
});

it.each([
  ['First record of Brightquay Privacy Policy', 'recorded'],
  ['Record new changes of Brightquay Privacy Policy', 'recorded'],
  ['Apply technical or declaration upgrade on Brightquay Privacy Policy', 'technical'],
  ['Refilter Brightquay Privacy Policy', 'technical'],
  ['Start tracking Brightquay Privacy Policy', 'recorded'],
  ['Update Brightquay Privacy Policy', 'recorded'],
  ['Update the privacy policy', undefined],
])('reads the subject of a commit of an archive: %s', (subject, read) => {
  expect(archiveSubject(subject, 'Brightquay/Privacy Policy.md')).toBe(read);
});
