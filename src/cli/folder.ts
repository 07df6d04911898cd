/** The folder of notices as commands work on it. */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { environment } from '../site/environment.ts';
import { takeTurn } from '../disk/turn.ts';
import { pagesOfProject } from '../site/load-pages.ts';
import { checkFiles, readAndCheckFolder, readFiles, type FolderOptions } from '../site/folder.ts';
import type { CheckedFolder, CheckedVersion, FolderFile } from '../checks/folder.ts';
import { isError, type Finding } from '../findings/catalogue.ts';
import type { IsoDate } from '../notices/dates.ts';
import { datesOf, placeAll, type Dated, type Placed } from '../notices/timeline.ts';
import { checkLock, type LockedFolder } from '../record/check.ts';
import { lockPathOf, readLockedFolder } from '../record/files.ts';
import { clearLeftovers, finishPublishing } from '../record/journal.ts';
import { emptyLock, isFault, type Lock } from '../record/lock.ts';
import { Refusal, reported, tell } from './terminal.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The place on disk of a file as findings name it. */
export const absolute = (file: string): string => path.resolve(ROOT, file);

export interface Folder extends CheckedFolder {
  directory: string;
  today: IsoDate;
  locked: LockedFolder;
}

/** Reads and checks the folder; finishes first what a killed command began. */
export function readFolder(): Folder {
  const { noticesDirectory: directory, today } = environment(ROOT);
  clearLeftovers(directory);
  if (finishPublishing(directory)) tell('Finished what a command that was stopped had begun.');
  const checked = readAndCheckFolder(optionsOf(directory, today));
  const locked = readLockedFolder(directory, checked.versions, ROOT);
  return { ...checked, directory, today, locked };
}

const optionsOf = (directory: string, today: IsoDate): FolderOptions => ({
  directory,
  publicDirectory: path.join(ROOT, 'public'),
  root: ROOT,
  pages: pagesOfProject(ROOT),
  drafts: true,
  today,
});

/**
 * The folder as it would be with other files in it: nothing is written.
 *
 * @param change gives the files that would be there
 */
export const folderWith = (
  { directory, today }: Folder,
  change: (files: FolderFile[]) => FolderFile[],
): CheckedFolder => {
  const options = optionsOf(directory, today);
  return checkFiles(change(readFiles(options)), options);
};

/** Does what changes the record when no other command does: two would forget each other's work. */
export async function inTurn<T>(work: () => T): Promise<T> {
  const { noticesDirectory } = environment(ROOT);
  const turns = path.join(ROOT, '.astro', 'turns');
  mkdirSync(turns, { recursive: true });
  const name = createHash('sha256').update(path.resolve(noticesDirectory)).digest('hex');
  const end = await takeTurn(path.join(turns, name.slice(0, 16)));
  try {
    return work();
  } finally {
    end();
  }
}

/** The folder, when nothing in it is wrong. */
export function readSoundFolder(): Folder {
  const folder = readFolder();
  refuseErrors(folder);
  return folder;
}

const isOfRemoved = ({ code }: Finding): boolean => code === 'version-removed';

export function refuseErrors({
  findings,
  locked,
}: Pick<CheckedFolder, 'findings'> & Partial<Pick<Folder, 'locked'>>): void {
  // A version that is gone explains what else is wrong.
  const gone = locked ? checkLock(locked, false).filter(isOfRemoved) : [];
  const errors = gone.length > 0 && findings.some(isError) ? gone : findings.filter(isError);
  if (errors.length > 0) throw new Refusal(reported(errors), 'fix the errors above first');
}

/** The lock, which must be there and whole unless nothing was ever published. */
export function lockOf({ locked }: Folder): Lock {
  const { lock, lockFile } = locked;
  if (lock && isFault(lock)) {
    throw new Refusal(
      `${lockFile}:${lock.line}  the lock ${lock.message}`,
      `put back the last good one, such as by: git checkout -- ${lockFile}`,
    );
  }
  return lock ?? emptyLock();
}

export const lockFileOf = ({ directory }: Folder): string => lockPathOf(directory);

/** The id of a notice as people may write it: with or without slashes around it. */
export const idOf = (written: string): string => written.replace(/^\/+|\/+$/g, '');

/** The versions of a notice in their order, and its draft. */
export function noticeIn(
  { versions }: Folder,
  written: string,
): { id: string; published: CheckedVersion[]; draft?: CheckedVersion } {
  const id = idOf(written);
  const own = versions.filter(({ notice }) => notice === id);
  const draft = own.find((version) => version.draft);
  if (own.length === 0) {
    const known = [...new Set(versions.map(({ notice }) => notice))];
    throw new Refusal(
      `there is no notice "${id}"`,
      known.length > 0 ? `choose one of: ${known.join(', ')}` : 'make one: npm run notices -- new',
    );
  }
  return { id, published: own.filter((version) => !version.draft), ...(draft && { draft }) };
}

/** How the draft of a notice is made. */
export function draftHint(id: string, [first]: readonly CheckedVersion[]): string {
  const words = first?.translation
    ? `translate ${first.translation.of} ${first.translation.language}`
    : `revise ${id}`;
  return `make one: npm run notices -- ${words}`;
}

/** The public versions of a notice on the day, each with its status. */
export function placed(
  { versions, today }: Pick<Folder, 'versions' | 'today'>,
  notice: string,
): Placed<CheckedVersion & Dated>[] {
  const published = versions.filter(({ draft }) => !draft);
  const dated = published.map((version) => ({ ...version, ...datesOf(version.facts) }));
  return placeAll(dated, today).get(notice) ?? [];
}
