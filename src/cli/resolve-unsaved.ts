/** What `resolve` would lose: files of the folder with something in them that git does not have. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Merge } from './resolve-sides.ts';
import { Refusal } from './terminal.ts';
import { isBlob } from '../import/git-tree.ts';

/** What is in a file; undefined if there is none. */
export const contentAt = (file: string): Buffer | undefined =>
  existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;

/**
 * Refuses to join again after the merge was committed while there is something newer in the folder: what
 * was published or drafted since is on neither side, and would be taken for what both have removed.
 *
 * @param isOwn whether a file, by its path in the repository, is one that may be written
 * @throws Refusal naming the files that are not as HEAD has them
 */
export function refuseUncommitted(
  { isCommitted, top, head, index, untracked }: Merge,
  isOwn: (file: string) => boolean,
): void {
  if (!isCommitted) return;
  const files = new Set([...head.keys(), ...index.keys(), ...untracked]);
  const changed = [...files].filter(isOwn).filter((file) => {
    const blob = head.get(file);
    return index.get(file) !== blob || !isOneOf(contentAt(path.join(top, file)), [blob]);
  });
  if (changed.length === 0) return;
  throw new Refusal(
    `the merge is committed, but these files are not: ${changed.toSorted().join(', ')}`,
    'check first whether anything is left to resolve: npx noticeboard verify\nIf so, commit or stash them first: git commit --all --amend, or git stash --include-untracked',
  );
}

/**
 * Refuses to write over what a person has in the folder and git does not have on any side.
 *
 * @param files those that would be written or removed, by their paths in the repository
 * @throws Refusal naming them
 */
export function refuseUnsaved(merge: Merge, files: readonly string[]): void {
  const { top, trees, head, automatic, unmerged } = merge;
  const known = [head, trees.ours, trees.theirs, trees.base, automatic];
  // What both sides have removed may be unmerged too, but git leaves no file there.
  const isConflict = (file: string): boolean =>
    unmerged.includes(file) && (trees.ours.has(file) || trees.theirs.has(file));
  const unsaved = files.filter((file) => {
    const now = contentAt(path.join(top, file));
    return (
      now !== undefined &&
      !isConflict(file) &&
      !isOneOf(
        now,
        known.map((tree) => tree.get(file)),
      )
    );
  });
  if (unsaved.length === 0) return;
  throw new Refusal(
    `these files have something in them that neither side has, and would be written over: ${unsaved.toSorted().join(', ')}`,
    unmerged.length > 0
      ? 'move them aside, run the command again, and write what is missing in again'
      : 'commit or stash them first: git commit, and run the command again right after it',
  );
}

/** Whether a file is one of those that git has, by their ids; undefined is that there is none. */
const isOneOf = (content: Buffer | undefined, blobs: readonly (string | undefined)[]): boolean =>
  blobs.some((blob) =>
    content === undefined || blob === undefined ? content === blob : isBlob(content, blob),
  );

/**
 * Whether a file in conflict is as a person has written it, and not as git left it: with its markers, or as
 * a side has it. Git leaves a file wherever a side has one.
 *
 * @param now what is in the folder; undefined if somebody has removed it
 * @param sides what each side has
 * @param automatic what git put there when it stopped; undefined if it does not keep that, as after `git
 *   stash pop`: then a file that still has markers is taken for that
 */
export function isByHand(
  now: Buffer | undefined,
  sides: readonly (Buffer | undefined)[],
  automatic: Buffer | undefined,
): boolean {
  if (now === undefined) return true;
  const [text, ...known] = [now, ...sides, automatic].map((each) => each && asLeft(each));
  if (known.includes(text)) return false;
  return automatic !== undefined || !hasMarkers(now.toString());
}

/** A file without what differs each time that git writes its conflict: line ends, and what it calls the sides. */
const asLeft = (content: Buffer): string =>
  content
    .toString('latin1')
    .replaceAll('\r\n', '\n')
    .replace(/^([<>|])\1{6}(?: .*)?$/gm, (line) => line.slice(0, 7));

const hasMarkers = (text: string): boolean =>
  /^<{7}(?: |\r?$)/m.test(text) && /^>{7}(?: |\r?$)/m.test(text);
