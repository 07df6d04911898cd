/**
 * The folder of notices as it was at a commit, read out of git: nothing is checked out or built, and
 * nothing that the repository asks for is run.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { holds, realFolder, withSlashes } from '../disk/paths.ts';
import { shellWord } from '../findings/shell.ts';
import { git, isRefused, NOT_INSTALLED } from '../import/git.ts';
import { filesAt, revisionIn, type Ask, type TreeFile } from '../import/git-tree.ts';
import { NO_TEXT, readBlobs } from '../import/history-git.ts';
import { recordedWith } from '../record/files.ts';
import { locksFolderOf, oldLockFileOf, type LockFile } from '../record/lock-files.ts';
import { Refusal } from './terminal.ts';

/** A folder of notices at a commit. */
export interface Base {
  /** As it was typed: `origin/main`. */
  ref: string;
  /** The commit that is compared with: where this branch left the ref. */
  commit: string;
  /** The folder of the repository, without links. */
  top: string;
  /** The hashes of the version files, by their paths within the folder of notices. */
  files: ReadonlyMap<string, string>;
  /** Files that are links or modules, and are not read. */
  unread: readonly string[];
  /** The files of the lock as they were. */
  lockFiles: readonly LockFile[];
  /** Whether the lock is in the same repository. */
  hasLock: boolean;
  /** Reads files by their paths within the folder of notices. */
  read: (files: readonly string[]) => Map<string, Uint8Array | { refused: string }>;
}

/**
 * Opens the repository that a folder of notices is in, at the commit from which this branch began.
 *
 * @param directory the folder of notices, which may be gone
 * @param ref a branch, a tag or a commit
 * @throws Refusal if there is no git, no repository or no such commit
 */
export function openBase(directory: string, ref: string): Base {
  const folder = realFolder(directory);
  const ask = askIn(nearest(folder));
  const top = realFolder(topOf(ask, folder));
  if (!holds(top, folder)) throw new Refusal(`${shown(folder)} is not in the repository ${top}`);
  const commit = commitOf(ask, ref, shown(folder));
  const prefix = withSlashes(path.relative(top, folder));
  const listed = treeOf(ask, commit, prefix);
  const { whole } = recordedWith(folder);
  const hasLock = holds(top, path.dirname(whole));
  const start = prefix === '' ? 0 : prefix.length + 1;
  const versions = listed
    .map((entry) => ({ ...entry, name: entry.name.slice(start) }))
    .filter(({ name }) => name.endsWith('.mdx') && !/(?:^|\/)\./.test(name));
  const files = new Map(
    versions.filter(({ isFile }) => isFile).map(({ name, blob }) => [name, blob]),
  );
  return {
    ref,
    commit,
    top,
    files,
    unread: versions.filter(({ isFile }) => !isFile).map(({ name }) => name),
    lockFiles: hasLock ? lockFilesOf(ask, top, commit, whole) : [],
    hasLock,
    read: (names) => readFiles(top, files, names),
  };
}

/** The lock at a commit: a file for each notice, and the one file of earlier releases. */
function lockFilesOf(ask: Ask, top: string, commit: string, whole: string): LockFile[] {
  const locate = (file: string): string => withSlashes(path.relative(top, file));
  const [folder, old] = [locate(locksFolderOf(whole)), locate(oldLockFileOf(whole))];
  const entries = [...treeOf(ask, commit, folder), ...treeOf(ask, commit, old)].filter(
    ({ name, isFile }) => isFile && name.endsWith('.json'),
  );
  const files = new Map(entries.map(({ name, blob }) => [name, blob]));
  return [...readFiles(top, files, [...files.keys()])].map(([file, bytes]) => {
    if (isRefused(bytes)) throw unreadable(file, commit.slice(0, 12), bytes.refused);
    const notice = file.slice(folder.length + 1).replace(/\.json$/, '');
    const text = Buffer.from(bytes).toString('utf8');
    return { file, text, ...(file !== old && { notice }) };
  });
}

/**
 * Whoever runs a command in a project has its configuration run already, so that its owner need not
 * be this user, as in a container of CI. Of git, only commands that read are run.
 */
const TRUST = ['-c', 'safe.directory=*'];

const askIn =
  (folder: string): Ask =>
  (...words) =>
    git(folder, [...TRUST, ...words]);

const shown = (folder: string): string => withSlashes(path.relative('.', folder)) || '.';

/** The folder, or the nearest around it that is there: a branch may delete all notices. */
function nearest(folder: string): string {
  return existsSync(folder) || path.dirname(folder) === folder
    ? folder
    : nearest(path.dirname(folder));
}

function topOf(ask: Ask, folder: string): string {
  const top = ask('rev-parse', '--show-toplevel');
  if (!isRefused(top)) return top.toString().replace(/\n$/, '');
  if (top.refused === NOT_INSTALLED) {
    throw new Refusal('git is not installed', 'install it: https://git-scm.com');
  }
  throw new Refusal(
    `${shown(folder)} is in no git repository that can be read: ${top.refused}`,
    'run the report in a clone of the repository that holds the notices',
  );
}

/** The commit from which this branch began; of two histories that share nothing, the ref itself. */
function commitOf(ask: Ask, ref: string, folder: string): string {
  const isShallow = answerOf(ask('rev-parse', '--is-shallow-repository')) === 'true';
  const tip = revisionIn(ask, ref);
  if (tip === undefined) {
    throw new Refusal(`git knows no commit "${ref}"`, hintForUnknown(ask, ref, isShallow, folder));
  }
  const head = revisionIn(ask, 'HEAD');
  if (head === undefined) return tip;
  const begun = answerOf(ask('merge-base', tip, head));
  if (begun !== undefined && begun !== '') return begun.split('\n')[0] ?? tip;
  if (!isShallow) return tip;
  throw new Refusal(
    `this clone is shallow, and ends before the commit where this branch left "${ref}"`,
    FETCH_ALL,
  );
}

const FETCH_IN_CI =
  'fetch the whole history: fetch-depth: 0 for actions/checkout, GIT_DEPTH: 0 in GitLab CI';
const FETCH_ALL = `${FETCH_IN_CI}, or git fetch --unshallow origin`;

function hintForUnknown(ask: Ask, ref: string, isShallow: boolean, folder: string): string {
  if (revisionIn(ask, `origin/${ref}`) !== undefined) return `write --since origin/${ref}`;
  const around = answerOf(ask('rev-parse', '--show-superproject-working-tree'));
  if (around !== undefined && around !== '') {
    return `${folder} is a submodule with a history of its own: name a commit or a branch of that`;
  }
  const fetching = fetchOf(ask, ref, isShallow);
  return isShallow
    ? `this clone is shallow. ${FETCH_IN_CI.replace(/^f/, 'F')}\nHere: ${fetching}`
    : `fetch it: ${fetching}`;
}

const ALL_BRANCHES = '+refs/heads/*:refs/remotes/origin/*';

/**
 * The command that brings a ref. A clone of one branch fetches nothing else, so the place of another has
 * to be named.
 */
function fetchOf(ask: Ask, ref: string, isShallow: boolean): string {
  const depth = isShallow ? '--unshallow ' : '';
  // Servers know a commit by its whole hash only. The start of one may also be the name of a branch.
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(ref)) return `git fetch ${depth}origin ${ref}`;
  if (/^[0-9a-f]{7,}$/i.test(ref)) return `git fetch ${depth}origin ${shellWord(ALL_BRANCHES)}`;
  const name = ref.replace(/^refs\/(?:heads|remotes)\//, '');
  const remotes = (answerOf(ask('remote')) ?? '').split('\n').filter(Boolean);
  const remote = remotes.find((each) => name.startsWith(`${each}/`));
  const branch = remote === undefined ? name : name.slice(remote.length + 1);
  const from = remote ?? remotes[0] ?? 'origin';
  const known = `${from}/${branch}`;
  const command = `git fetch ${depth}${from} ${shellWord(`+refs/heads/${branch}:refs/remotes/${known}`)}`;
  return ref === known ? command : `${command}\nThen name it so: --since ${shellWord(known)}`;
}

const answerOf = (answer: Buffer | { refused: string }): string | undefined =>
  isRefused(answer) ? undefined : answer.toString().trim();

/** The files at a path of a commit, those in the folders below it too. */
function treeOf(ask: Ask, commit: string, at: string): TreeFile[] {
  const files = filesAt(ask, commit, at ? [at] : []);
  if (isRefused(files)) throw unreadable(at, commit.slice(0, 12), files.refused);
  return files;
}

function readFiles(
  top: string,
  files: ReadonlyMap<string, string>,
  names: readonly string[],
): Map<string, Uint8Array | { refused: string }> {
  const hashes = names.flatMap((name) => files.get(name) ?? []);
  const blobs = new Map<string, Uint8Array | { refused: string }>();
  // One answer holds a limited number of bytes: what is left over is asked for again.
  for (let wanted = [...new Set(hashes)]; wanted.length > 0;) {
    const read = readBlobs(top, wanted, TRUST);
    if (read.size === 0) break;
    for (const [hash, bytes] of read) blobs.set(hash, bytes);
    wanted = wanted.filter((hash) => !blobs.has(hash));
  }
  return new Map(
    names.map((name) => [name, blobs.get(files.get(name) ?? '') ?? { refused: NO_TEXT }]),
  );
}

/** What git says of a folder that a commit names and the repository lacks. */
const NO_FOLDER = /^git says: (?:could not read [0-9a-f]+|not a tree object)$/i;

const unreadable = (file: string, ref: string, why: string): Refusal =>
  new Refusal(
    `${file || 'the folder'} could not be read at ${ref}: ${why}`,
    why === NO_TEXT || NO_FOLDER.test(why) ? FETCH_ALL : '',
  );
