/** What git knows of a merge that has stopped, read without running anything of the repository. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { git, isRefused } from '../import/git.ts';
import { filesAt, revisionIn, type Ask } from '../import/git-tree.ts';
import { withSlashes } from '../disk/paths.ts';
import type { Side } from '../record/join.ts';
import { Refusal } from './terminal.ts';

/** The files of one side, by their paths in the repository: the id of what each has. */
export type Tree = ReadonlyMap<string, string>;

export interface Merge {
  /** The folder of the repository. */
  top: string;
  trees: Readonly<Record<Side | 'base', Tree>>;
  /** What each side is, as git names it: `HEAD 1a2b3c4`. */
  names: Readonly<Record<Side, string>>;
  /** The paths that git could not merge, of the whole repository. */
  unmerged: readonly string[];
  /** The commit that is checked out: of a merge that has stopped it is ours, afterwards the merge. */
  head: Tree;
  /** What git put into the folder when it stopped; empty if it did not stop, or does not keep it. */
  automatic: Tree;
  /** What is staged, without the conflicts. */
  index: Tree;
  /** The files of the areas that git does not know. */
  untracked: readonly string[];
  /** Whether the merge is committed, so that what is not committed has come after it. */
  isCommitted: boolean;
  /** What a file has, by its id. */
  read: (blob: string) => Buffer;
}

const NO_MERGE = 'there is no merge to resolve';
const WHEN = 'run it when git merge, rebase or cherry-pick has stopped, or right after a merge';

/**
 * Reads the sides of the merge that is going on, or was made last.
 *
 * @param folder one within the repository
 * @param areas the files and folders that are looked at
 * @throws Refusal if there is none, or git cannot be run
 */
export function openMerge(folder: string, areas: readonly string[]): Merge {
  const top = lineOf(folder, ['rev-parse', '--show-toplevel']);
  const paths = areas.map((area) => withSlashes(path.relative(top, area)));
  if (paths.some((each) => each.startsWith('..'))) {
    throw new Refusal(`the notices are not in the repository ${top}`, WHEN);
  }
  if (revision(top, 'REVERT_HEAD') !== undefined) {
    throw new Refusal(
      'a revert would take back what is on record',
      'end it: git revert --abort\nA version that has not begun can be called off: npx noticeboard call-off',
    );
  }
  const staged = stagesOf(top);
  const unmerged = [...new Set(staged.filter(({ stage }) => stage > 0).map(({ file }) => file))];
  const { ours, theirs, base, isCommitted } = revisionsOf(top, unmerged.length > 0);
  const within = (file: string): boolean =>
    paths.some((each) => file === each || file.startsWith(`${each}/`));
  const own = staged.filter(({ file }) => within(file));
  const treeAt = (rev: string | undefined): Tree =>
    rev === undefined ? new Map() : treeOf(top, rev, paths);
  const kept = new Map<string, Buffer>();
  return {
    top,
    trees: {
      ours: treeAt(ours),
      theirs: theirs === undefined ? stageOf(own, 3) : treeAt(theirs.rev),
      base: theirs === undefined ? stageOf(own, 1) : treeAt(base),
    },
    names: { ours: `HEAD ${ours.slice(0, 7)}`, theirs: theirs?.name ?? 'what is applied' },
    unmerged,
    head: treeAt(revision(top, 'HEAD')),
    automatic: treeAt(automaticIn(top)),
    index: stageOf(own, 0),
    untracked: untrackedIn(top, paths),
    isCommitted,
    read: (blob) => {
      const known = kept.get(blob) ?? answer(top, ['cat-file', 'blob', blob]);
      kept.set(blob, known);
      return known;
    },
  };
}

function answer(folder: string, words: readonly string[], input = ''): Buffer {
  const said = git(folder, words, input);
  if (isRefused(said)) throw new Refusal(`${NO_MERGE}: ${said.refused}`, WHEN);
  return said;
}

const lineOf = (folder: string, words: readonly string[]): string =>
  answer(folder, words).toString().trim();

const askIn =
  (top: string): Ask =>
  (...words) =>
    git(top, words);

const revision = (top: string, name: string, kind?: string): string | undefined =>
  revisionIn(askIn(top), name, kind);

/** The tree that git wrote into the folder when it stopped, with the marks of conflicts. */
const automaticIn = (top: string): string | undefined => revision(top, 'AUTO_MERGE', 'tree');

/** The files that git does not know, also those that it is told to ignore. */
const untrackedIn = (top: string, paths: readonly string[]): string[] =>
  answer(top, ['ls-files', '--others', '-z', '--full-name', '--', ...paths])
    .toString()
    .split('\0')
    .filter((file) => file !== '');

interface Revisions {
  ours: string;
  /** Undefined where git has kept only what it has applied, as after `git stash pop`. */
  theirs?: { rev: string; name: string };
  base?: string | undefined;
  isCommitted: boolean;
}

/** The two commits that are merged, and the one from which both come. */
function revisionsOf(top: string, isStopped: boolean): Revisions {
  const head = revision(top, 'HEAD');
  if (head === undefined) throw new Refusal(NO_MERGE, WHEN);
  const merged = revision(top, 'MERGE_HEAD');
  if (merged !== undefined) {
    return { ...mergeOf(top, head, merged, 'MERGE_HEAD'), isCommitted: false };
  }
  if (isStopped) {
    for (const name of ['CHERRY_PICK_HEAD', 'REBASE_HEAD']) {
      const rev = revision(top, name);
      if (rev === undefined) continue;
      const theirs = { rev, name: `${name} ${rev.slice(0, 7)}` };
      return { ours: head, theirs, base: revision(top, `${name}^`), isCommitted: false };
    }
    return { ours: head, isCommitted: false };
  }
  const [first, second] = ['HEAD^1', 'HEAD^2'].map((name) => revision(top, name));
  if (first === undefined || second === undefined) throw new Refusal(NO_MERGE, WHEN);
  return { ...mergeOf(top, first, second, 'HEAD^2'), isCommitted: true };
}

/** The command that ends what git has stopped at. */
export function commandToEnd(top: string): string {
  const isThere = (name: string): boolean => revision(top, name) !== undefined;
  if (isThere('MERGE_HEAD')) return 'git commit';
  if (isThere('REBASE_HEAD')) return 'git rebase --continue';
  return isThere('CHERRY_PICK_HEAD') ? 'git cherry-pick --continue' : 'git commit';
}

function mergeOf(
  top: string,
  ours: string,
  rev: string,
  name: string,
): Omit<Revisions, 'isCommitted'> {
  const said = git(top, ['merge-base', ours, rev]);
  const base = isRefused(said) ? undefined : said.toString().trim().split('\n')[0];
  return { ours, theirs: { rev, name: `${name} ${rev.slice(0, 7)}` }, base };
}

interface Staged {
  file: string;
  mode: string;
  blob: string;
  stage: number;
}

/** Everything in git's index: what is merged is of stage 0, and of a conflict each side has its own. */
const stagesOf = (top: string): Staged[] =>
  answer(top, ['ls-files', '--stage', '-z', '--full-name'])
    .toString()
    .split('\0')
    .flatMap((line) => {
      const [, mode = '', blob = '', stage = '', file = ''] =
        /^(\d+) ([0-9a-f]+) (\d)\t(.*)$/s.exec(line) ?? [];
      return isFileMode(mode) ? [{ file, mode, blob, stage: Number(stage) }] : [];
    });

/** Links and modules are no files. */
const isFileMode = (mode: string): boolean => mode.startsWith('100');

function stageOf(staged: readonly Staged[], stage: number): Tree {
  const conflicts = new Set(staged.filter((each) => each.stage > 0).map(({ file }) => file));
  return new Map(
    staged
      .filter((each) => each.stage === (conflicts.has(each.file) ? stage : 0))
      .map(({ file, blob }) => [file, blob]),
  );
}

function treeOf(top: string, rev: string, paths: readonly string[]): Tree {
  const files = filesAt(askIn(top), rev, paths);
  if (isRefused(files)) throw new Refusal(`${NO_MERGE}: ${files.refused}`, WHEN);
  return new Map(files.filter(({ isFile }) => isFile).map(({ name, blob }) => [name, blob]));
}

/**
 * Marks files as resolved, as `git add` does, but without the filters that a repository may name.
 *
 * @param files by their paths in the repository: what each has; undefined if it is removed
 * @returns what marks them as they were before
 * @throws Refusal if git cannot; then all are marked as before
 */
export function markResolved(
  { top }: Pick<Merge, 'top'>,
  files: ReadonlyMap<string, Buffer | undefined>,
): () => void {
  const none = '0'.repeat(lineOf(top, ['rev-parse', 'HEAD']).length);
  const removed = [...files.keys()].map((file) => `0 ${none}\t${file}\0`);
  const before = stagesOf(top)
    .filter(({ file }) => files.has(file))
    .map(({ file, mode, blob, stage }) => `${mode} ${blob} ${stage}\t${file}\0`);
  const after = [...files].flatMap(([file, content]) =>
    content ? [`100644 ${keptBlob(top, content)} 0\t${file}\0`] : [],
  );
  mark(top, [...removed, ...after]);
  return () => mark(top, [...removed, ...before]);
}

/** Has git keep a content, and returns its id. */
const keptBlob = (top: string, content: Buffer): string =>
  marked(git(top, ['hash-object', '-w', '--no-filters', '--stdin'], content))
    .toString()
    .trim();

/** Writes the index with no file in sight: git would hold one that is as new as the index through a filter. */
function mark(top: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const index = marked(git(top, ['rev-parse', '--absolute-git-dir']))
    .toString()
    .trim();
  const empty = mkdtempSync(path.join(tmpdir(), 'noticeboard-'));
  try {
    const nowhere = [`--git-dir=${index}`, `--work-tree=${empty}`];
    marked(git(empty, [...nowhere, 'update-index', '-z', '--index-info'], lines.join('')));
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
}

function marked(said: ReturnType<typeof git>): Buffer {
  if (!isRefused(said)) return said;
  throw new Refusal(
    `nothing was resolved: git cannot mark the files as resolved (${said.refused})`,
    'end what else uses git in this repository, and run the command again',
  );
}
