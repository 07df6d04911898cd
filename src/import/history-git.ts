/** The states of a file in a git repository, from its first commit to its last. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isIsoDate, type IsoDate } from '../notices/dates.ts';
import { archiveSubject, isArchive } from './history-archive.ts';
import { git, isRefused } from './git.ts';
import type { History, State } from './history-model.ts';
import type { Refusal, Remark, Source } from './model.ts';

/** Turns bytes into a source. */
export type ToSource = (name: string, bytes: Uint8Array, day?: IsoDate) => Source | Refusal;

/** A repository to read: opened, and a commit whose past is its history. */
export interface Repository {
  folder: string;
  head: string;
  /** Where the folder that was given is in it: empty or with a slash at its end. */
  prefix: string;
  /** Removes what was unpacked. */
  close: () => void;
}

/** More commits than this are of no notice. */
const MOST_COMMITS = 10_000;

/** The most that a text may have. */
const LARGEST = 20 * 1024 * 1024;

const NOTHING = (): void => undefined;

/** Opens the repository that a folder is in. */
export function openRepository(folder: string): Repository | Refusal {
  const places = git(folder, ['rev-parse', '--show-prefix', '--show-cdup']);
  if (isRefused(places)) return places;
  const [prefix = '', up = ''] = places.toString().split('\n');
  const head = headOf(folder);
  if (isRefused(head)) return head;
  // From its root: git takes the path of a file from the folder in which it runs.
  return { folder: path.join(folder, up), ...head, prefix, close: NOTHING };
}

/** Unpacks a bundle, which is a repository in a file, into a folder of its own. */
export function openBundle(file: string): Repository | Refusal {
  const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-bundle-'));
  const close = (): void => rmSync(folder, { recursive: true, force: true });
  const refuse = (refusal: Refusal): Refusal => {
    close();
    return refusal;
  };
  const made = git(folder, ['init', '--quiet', '--bare', '--template=']);
  if (isRefused(made)) return refuse(made);
  const unpacked = git(folder, ['bundle', 'unbundle', path.resolve(file)]);
  if (isRefused(unpacked)) return refuse(unpacked);
  const heads = new Map(
    unpacked
      .toString()
      .split('\n')
      .flatMap((line): [string, string][] => {
        const [, hash = '', ref = ''] = /^([0-9a-f]{40,64}) (.+)$/.exec(line) ?? [];
        return hash === '' ? [] : [[ref, hash]];
      }),
  );
  const ref = preferred([...heads.keys()]);
  const head = ref === undefined ? undefined : heads.get(ref);
  if (head === undefined) return refuse({ refused: 'the bundle has no branch' });
  return { folder, head, prefix: '', close };
}

/** Whether a file is a bundle of git. */
export const isBundle = (bytes: Uint8Array): boolean =>
  /^# v[23] git bundle\n/.test(Buffer.from(bytes.subarray(0, 16)).toString('latin1'));

/** The commit that is checked out; where there is none, as in a clone of a bundle, that of its main branch. */
function headOf(folder: string): { head: string } | Refusal {
  const head = git(folder, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  if (!isRefused(head)) return { head: head.toString().trim() };
  const refs = git(folder, ['for-each-ref', '--format=%(objectname) %(refname)']);
  if (isRefused(refs)) return refs;
  const heads = new Map(
    refs
      .toString()
      .split('\n')
      .filter((line) => line !== '')
      .map((line): [string, string] => [
        line.slice(line.indexOf(' ') + 1),
        line.split(' ')[0] ?? '',
      ]),
  );
  const ref = preferred([...heads.keys()]);
  const hash = ref === undefined ? undefined : heads.get(ref);
  return hash === undefined ? { refused: 'the repository has no commit yet' } : { head: hash };
}

/** The branch to read: the one that is checked out, main or master, or the first. */
const preferred = (refs: readonly string[]): string | undefined =>
  ['HEAD', 'heads/main', 'heads/master', 'origin/HEAD', 'origin/main', 'origin/master']
    .map((end) => refs.find((ref) => ref === end || ref.endsWith(`/${end}`)))
    .find((ref) => ref !== undefined) ?? refs.find((ref) => /^refs\/(?:heads|remotes)\//.test(ref));

/** A commit that changed the file. */
interface Commit {
  hash: string;
  day: IsoDate | undefined;
  committed: IsoDate | undefined;
  subject: string;
  /** Its content after the commit; absent where it was deleted or is no file. */
  blob?: string;
  path: string;
}

/**
 * The states of a file: what each commit left, along the first parents, so that merged branches are
 * one step, and through renames.
 *
 * @param file its path in the repository
 * @param today no commit was made after this day
 */
export function historyOfFile(
  { folder, head }: Repository,
  file: string,
  toSource: ToSource,
  today?: IsoDate,
): History | Refusal {
  const logged = git(folder, [
    ...['log', '--first-parent', '-m', '--follow', '-z', '--raw', '--no-abbrev', '--no-color'],
    ...['--no-ext-diff', '--no-textconv', '--no-show-signature', `--max-count=${MOST_COMMITS + 1}`],
    ...['--format=%H%x00%aI%x00%cI%x00%s', '--end-of-options', head, '--', file],
  ]);
  if (isRefused(logged)) return logged;
  const commits = commitsIn(logged.toString());
  if (commits.length === 0) return { refused: `no commit has a file ${file}` };
  if (commits.length > MOST_COMMITS) {
    return { refused: `more than ${MOST_COMMITS} commits changed ${file}` };
  }
  const subjects = commits.map(({ subject, path: name }) => archiveSubject(subject, name));
  const kind = isArchive(subjects) ? 'archive' : 'git';
  const blobs = blobsOf(folder, commits);
  const { days, remarks } = daysOf(commits, today);
  if (isShallow(folder)) remarks.push({ code: 'shallow' });
  const states = commits.map((commit, index): State => {
    const day = days[index] as IsoDate;
    return {
      day,
      name: `${commit.hash.slice(0, 12)}:${commit.path}`,
      subject: commit.subject,
      ...(kind === 'archive' && subjects[index] === 'technical' && { isTechnical: true }),
      source: () => {
        if (commit.blob === undefined) return { refused: 'the commit deleted the file' };
        const bytes = blobs(commit.blob);
        if (isRefused(bytes)) return bytes.refused === NO_TEXT ? { refused: CLONE_ALL } : bytes;
        return toSource(path.posix.basename(commit.path), bytes, day);
      },
    };
  });
  return { kind, states, others: [], remarks };
}

/** Whether a repository was cloned without its older commits. */
function isShallow(folder: string): boolean {
  const said = git(folder, ['rev-parse', '--is-shallow-repository']);
  return !isRefused(said) && said.toString().trim() === 'true';
}

/** Commits as git lists them, oldest first. */
function commitsIn(logged: string): Commit[] {
  const tokens = logged.split('\0');
  const commits: Commit[] = [];
  for (let at = 0; at + 3 < tokens.length;) {
    const [hash = '', written = '', committed = '', subject = ''] = tokens.slice(at, at + 4);
    at += 4;
    let name = '';
    let blob: string | undefined;
    for (;;) {
      const raw = /^\n?:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) ([A-Z])/.exec(tokens[at] ?? '');
      if (!raw) break;
      const [, mode = '', after = '', status = ''] = raw;
      const paths = status === 'R' || status === 'C' ? 2 : 1;
      name = tokens[at + paths] ?? '';
      // Links and modules are no files.
      blob = mode.startsWith('100') ? after : undefined;
      at += paths + 1;
    }
    if (name === '') continue;
    commits.push({
      hash,
      day: dayIn(written),
      committed: dayIn(committed),
      subject: subject.slice(0, 200),
      path: name,
      ...(blob !== undefined && { blob }),
    });
  }
  return commits.reverse();
}

/** The day on which a commit was made, where it was made. */
const dayIn = (instant: string): IsoDate | undefined => {
  const day = instant.slice(0, 10);
  return isIsoDate(day) ? day : undefined;
};

/**
 * The day of each commit: that of its author, as long as days do not go back or are still to come. A
 * branch that was rebased has older days than what it was put on, and the clock of a computer may be
 * wrong: there the day of the commit counts.
 */
function daysOf(
  commits: readonly Commit[],
  today = '9999-12-31' as IsoDate,
): { days: IsoDate[]; remarks: Remark[] } {
  let last = '1970-01-01' as IsoDate;
  const remarks: Remark[] = [];
  const days = commits.map(({ day, committed, hash }) => {
    const isPossible = (one: IsoDate | undefined): boolean =>
      one !== undefined && one >= last && one <= today;
    const isAhead = day !== undefined && day > today;
    if (!isPossible(day)) {
      const code = isAhead ? 'commit-ahead' : 'commit-out-of-order';
      remarks.push({ code, detail: hash.slice(0, 12) });
    }
    last = [day, committed].find(isPossible) ?? (isAhead ? today : last);
    return last;
  });
  return { days, remarks };
}

/** Why a content cannot be read that a commit names and the repository lacks. */
export const NO_TEXT = 'git has not got its text';

const CLONE_ALL = `${NO_TEXT}: clone all of the repository, without --filter`;

/** How many contents are read at once. */
const AT_ONCE = 200;

/** Reads contents by their hashes, the next ones of the history along with the one that is asked for. */
function blobsOf(
  folder: string,
  commits: readonly Commit[],
): (hash: string) => Uint8Array | Refusal {
  const order = [...new Set(commits.flatMap(({ blob }) => blob ?? []))];
  const place = new Map(order.map((hash, index) => [hash, index]));
  let read = new Map<string, Uint8Array | Refusal>();
  return (hash) => {
    const found = read.get(hash);
    if (found) return found;
    const from = place.get(hash) ?? 0;
    read = readBlobs(folder, order.slice(from, from + AT_ONCE));
    return read.get(hash) ?? { refused: NO_TEXT };
  };
}

/**
 * Reads contents, but those that are too large, and no more together than the memory holds.
 *
 * @param options of git itself, before the command
 */
export function readBlobs(
  folder: string,
  hashes: readonly string[],
  options: readonly string[] = [],
): Map<string, Uint8Array | Refusal> {
  const blobs = new Map<string, Uint8Array | Refusal>();
  const listed = git(folder, [...options, 'cat-file', '--batch-check'], hashes.join('\n'));
  if (isRefused(listed)) return new Map(hashes.map((hash) => [hash, listed]));
  let sum = 0;
  const wanted: string[] = [];
  for (const line of listed.toString().split('\n')) {
    const [hash = '', type, size] = line.split(' ');
    if (type !== 'blob') {
      if (hash !== '') blobs.set(hash, { refused: NO_TEXT });
    } else if (Number(size) > LARGEST) {
      blobs.set(hash, { refused: 'it has more than 20 MB' });
    } else if (sum + Number(size) <= LARGEST * 4) {
      sum += Number(size);
      wanted.push(hash);
    }
  }
  const output = git(folder, [...options, 'cat-file', '--batch'], wanted.join('\n'));
  if (isRefused(output)) return new Map(hashes.map((hash) => [hash, output]));
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    if (end < 0) break;
    const [hash = '', , size = '0'] = output.toString('latin1', at, end).split(' ');
    at = end + 1 + Number(size) + 1;
    blobs.set(hash, output.subarray(end + 1, end + 1 + Number(size)));
  }
  return blobs;
}
