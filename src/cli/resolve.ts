/** `resolve`: ends the conflicts of a git merge in which both branches recorded something of one notice. */
import path from 'node:path';
import { withSlashes } from '../disk/paths.ts';
import { isError } from '../findings/catalogue.ts';
import { counted } from '../findings/report.ts';
import {
  lockPathOf,
  locksPathOf,
  oldLockPathOf,
  recordedWith,
  recordPathOf,
} from '../record/files.ts';
import { changeTogether } from '../record/journal.ts';
import type { Side } from '../record/join.ts';
import { isFault, parseLock, type Lock } from '../record/lock.ts';
import { checkRecord } from '../record/texts.ts';
import { noticeOfId } from '../notices/names.ts';
import { environment } from '../site/environment.ts';
import { idOf, readFolder, refusePart } from './folder.ts';
import { mergedFile, type MergedFile } from './resolve-places.ts';
import { joinLock, joinNotice, type MergedNotice, type MergedResult } from './resolve-notice.ts';
import { linesOf, linesOfContradictions, writtenApart } from './resolve-print.ts';
import { commandToEnd, markResolved, openMerge, type Merge, type Tree } from './resolve-sides.ts';
import { contentAt, refuseUncommitted, refuseUnsaved } from './resolve-unsaved.ts';
import { rootHere } from './project.ts';
import { print, Refusal, reported } from './terminal.ts';

/** The folder of notices with its lock and record, as a merge sees them. */
interface Place {
  directory: string;
  /** The folder that the lock and the record are beside. */
  whole: string;
  merge: Merge;
}

/**
 * Joins what two branches have recorded of the same notices, writes it, and marks it as resolved for git.
 * What both published under one address is decided by nobody but a person.
 *
 * @param written the id of the only notice to resolve, as it was typed
 * @param keep which text stays where both published one for the same address
 * @returns whether nothing is left to do
 * @throws Refusal outside a merge, if the lock of a side is not sound, and if something would be lost that
 *   git does not have; then nothing is written
 */
export async function resolve(
  written: string | undefined,
  keep: string | undefined,
): Promise<boolean> {
  refusePart('resolve', written === undefined ? [] : [written]);
  const kept = sideFrom(keep);
  const root = rootHere();
  const { noticesDirectory: directory } = environment(root);
  const { whole } = recordedWith(directory);
  const areas = [whole, locksPathOf(directory), oldLockPathOf(directory), recordPathOf(directory)];
  const place = { directory, whole, merge: openMerge(path.dirname(whole), areas) };
  const wanted = written === undefined ? undefined : idOf(written);
  const contested = contestedIn(place);
  const notices = contested.filter(
    ({ notice }) => wanted === undefined || `${notice}/`.startsWith(`${wanted}/`),
  );
  if (notices.length === 0) return printNothing(wanted, place);
  refuseUncommitted(place.merge, isOfNotices(place));
  const { ours, theirs } = place.merge.names;
  print(`Ours is ${ours}, theirs is ${theirs}.`);
  const results = notices.map((merged) => ({ merged, result: joinNotice(merged, kept) }));
  const isOpen = ({ result }: { result: MergedResult }): boolean =>
    result.joined.contradictions.length > 0 && kept === undefined;
  const settled = results.filter((each) => !isOpen(each));
  const moved = results.some(isOpen)
    ? undefined
    : movedFromOld(
        place,
        contested.filter((each) => !notices.includes(each)),
      );
  const outcomes = new Map(settled.flatMap(({ result }) => [...result.outcomes]));
  for (const [file, content] of moved ?? []) outcomes.set(file, content);
  write(place, outcomes);
  for (const { merged, result } of settled)
    linesOf(merged, result, kept).forEach((line) => print(line));
  for (const { merged, result } of results.filter(isOpen)) {
    linesOfContradictions(merged, result).forEach((line) => print(line));
  }
  for (const [file, content] of moved ?? [])
    if (content) print(`${file} has the joined entries of a notice that is not resolved yet.`);
  const isSound = (await printRest(place, settled, outcomes)) && !results.some(isOpen);
  if (isSound) printDone(place, settled.length);
  return isSound;
}

function sideFrom(keep: string | undefined): Side | undefined {
  if (keep === undefined || keep === 'ours' || keep === 'theirs') return keep;
  throw new Refusal(`"${keep}" is no side of a merge`, 'write --keep ours or --keep theirs');
}

function printNothing(wanted: string | undefined, { merge: { unmerged } }: Place): boolean {
  print(
    wanted === undefined
      ? 'Nothing to resolve: no notice was changed on both sides.'
      : `Nothing to resolve: ${wanted} was not changed on both sides.`,
  );
  printUnmerged(unmerged);
  return unmerged.length === 0;
}

function printUnmerged(unmerged: readonly string[]): void {
  if (unmerged.length === 0) return;
  print(`Left to you, as git shows it: ${unmerged.join(', ')}`);
}

/** Finds what a file of the repository is by its path; undefined if it belongs to no notice. */
function kindsIn({ whole, merge: { top } }: Place): (file: string) => MergedFile | undefined {
  const within = path.relative(top, path.dirname(whole));
  return (file) => mergedFile(withSlashes(path.relative(within, file)), path.basename(whole));
}

/** Whether a file of the repository is one of a notice, or of the lock. */
function isOfNotices(place: Place): (file: string) => boolean {
  const whatIs = kindsIn(place);
  const old = withSlashes(path.relative(place.merge.top, oldLockPathOf(place.directory)));
  return (file) => file === old || whatIs(file) !== undefined;
}

/** The notices that both sides have changed, each with its files. */
function contestedIn(place: Place): MergedNotice[] {
  const { directory, merge } = place;
  const { top, trees } = merge;
  const shown = (file: string): string => withSlashes(path.relative(top, file));
  const contentIn = (tree: Tree, file: string): Buffer | undefined => {
    const blob = tree.get(file);
    return blob === undefined ? undefined : merge.read(blob);
  };
  const whatIs = kindsIn(place);
  const oldLockFile = shown(oldLockPathOf(directory));
  const files = new Set(Object.values(trees).flatMap((tree) => [...tree.keys()]));
  const byNotice = Map.groupBy(
    [...files].flatMap((file) => {
      const what = whatIs(file);
      return what ? [{ file, what }] : [];
    }),
    ({ what }) => what.notice,
  );
  const isChanged = (side: Side, file: string): boolean =>
    trees[side].get(file) !== trees.base.get(file);
  const inOld = (['ours', 'theirs'] as const).every((side) => isChanged(side, oldLockFile))
    ? noticesInOld(merge, oldLockFile)
    : new Set<string>();
  for (const notice of inOld) if (!byNotice.has(notice)) byNotice.set(notice, []);
  return [...byNotice]
    .filter(
      ([notice, own]) =>
        inOld.has(notice) ||
        (['ours', 'theirs'] as const).every((side) =>
          own.some(({ file }) => isChanged(side, file)),
        ),
    )
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([notice, own]) => ({
      notice,
      files: new Map(own.map(({ file, what }) => [file, what])),
      lockFile: shown(lockPathOf(directory, notice)),
      oldLockFile,
      isInOld: inOld.has(notice),
      content: (side, file) => contentIn(trees[side], file),
      automatic: (file) => contentIn(merge.automatic, file),
      current: (file) => contentAt(path.join(top, file)),
      isUnmerged: (file) => merge.unmerged.includes(file),
    }));
}

/** The notices in the one file of an earlier release that both sides have changed. */
function noticesInOld({ trees, read }: Merge, oldLockFile: string): Set<string> {
  return new Set(
    Object.values(trees).flatMap((tree) => {
      const blob = tree.get(oldLockFile);
      const lock: Lock | undefined = blob === undefined ? undefined : soundOrNone(read(blob));
      return Object.keys(lock?.versions ?? {}).map(noticeOfId);
    }),
  );
}

function soundOrNone(content: Buffer): Lock | undefined {
  const lock = parseLock(content.toString());
  return isFault(lock) ? undefined : lock;
}

/**
 * What becomes of the one file of earlier releases when it is in conflict: once every notice in it has a file
 * of its own, it is not needed.
 *
 * @param others the notices that are not resolved now
 * @returns the own files of those, and the removed one; undefined if it has to stay
 */
function movedFromOld(
  { directory, merge }: Place,
  others: readonly MergedNotice[],
): [file: string, content: Buffer | undefined][] | undefined {
  const old = withSlashes(path.relative(merge.top, oldLockPathOf(directory)));
  if (!merge.unmerged.includes(old)) return undefined;
  const own = others.filter(({ isInOld }) => isInOld).map(joinLock);
  const files = own.filter((each) => each !== undefined).flat();
  return own.includes(undefined) ? undefined : [...files, [old, undefined]];
}

/** Writes what was joined, all of it or nothing, and marks it as resolved. */
function write(
  { directory, merge }: Place,
  outcomes: ReadonlyMap<string, Buffer | undefined>,
): void {
  const changes = [...outcomes].filter(([file, content]) => {
    const now = contentAt(path.join(merge.top, file));
    return now === undefined || content === undefined ? now !== content : !now.equals(content);
  });
  refuseUnsaved(
    merge,
    changes.map(([file]) => file),
  );
  const isToMark = ([file]: [string, unknown]): boolean =>
    merge.unmerged.includes(file) || changes.some(([changed]) => changed === file);
  const unmark = markResolved(merge, new Map([...outcomes].filter(isToMark)));
  if (changes.length === 0) return;
  try {
    changeTogether(
      directory,
      changes.map(([file, content]) => ({
        file: path.join(merge.top, file),
        ...(content && { content: content.toString() }),
      })),
    );
  } catch (error) {
    unmark();
    throw error;
  }
}

/** Prints what is left to a person, and what is wrong with the folder as it is now. */
async function printRest(
  { merge: { unmerged } }: Place,
  settled: readonly { merged: MergedNotice; result: MergedResult }[],
  outcomes: ReadonlyMap<string, unknown>,
): Promise<boolean> {
  const rest = unmerged.filter((file) => !outcomes.has(file));
  printUnmerged(rest);
  const folder = await readFolder({ usesKept: false });
  for (const { merged, result } of settled) {
    writtenApart(folder, merged.notice, result).forEach((line) => print(line));
  }
  const { findings, locked, versions, directory } = folder;
  const faults = [...findings.filter(isError), ...checkRecord(locked, versions, directory, true)];
  if (faults.length > 0) print(`\n${reported(faults)}`);
  return !faults.some(isError) && rest.length === 0;
}

function printDone({ merge: { top } }: Place, count: number): void {
  print(
    `Resolved ${counted(count, 'notice')}. Look at it, then end the merge in ${path.basename(top)}: ${commandToEnd(top)}`,
  );
}
