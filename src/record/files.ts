/**
 * The lock and the record on disk. Both are beside the folder of notices and named after it, or
 * after the folder around it that it is kept together with.
 */
import { lstatSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckedVersion } from '../checks/file.ts';
import { entriesIn } from '../disk/list.ts';
import { realFolder, withSlashes } from '../disk/paths.ts';
import { readIfThere } from '../disk/read.ts';
import { publicFault, readPublicFile, type Listings } from '../disk/public.ts';
import type { IsoDate } from '../notices/dates.ts';
import { idOfFile } from '../notices/names.ts';
import type { LockedFolder } from './check.ts';
import { lockFileOfNotice, locksFolderOf, oldLockFileOf, readLockFiles } from './lock-files.ts';
import { filesOfEntry, isFault, type Lock, type LockFault } from './lock.ts';
import { sha256 } from './source.ts';

/**
 * Which folder a folder of notices is recorded with: itself, or, if it has neither lock nor record,
 * the nearest folder around it that has. An agency keeps `notices/acme` and `notices/bex` together,
 * and builds a site of each.
 *
 * @returns that folder, without links, and the path of the given folder in it: `acme/`, or nothing
 *   if it is the whole
 */
export function recordedWith(directory: string): { whole: string; part: string } {
  const own = realFolder(directory);
  // Of a folder whose lock is lost, the record shows what it had.
  const hasRecord = (folder: string): boolean =>
    [
      locksFolderOf(folder),
      oldLockFileOf(folder),
      path.join(`${folder}.record`, path.relative(folder, own)),
    ].some((file) => lstatSync(file, { throwIfNoEntry: false }) !== undefined);
  const whole = LEVELS.map((up) => path.resolve(own, '../'.repeat(up))).find(hasRecord) ?? own;
  const inner = withSlashes(path.relative(whole, own));
  return { whole, part: inner === '' ? '' : `${inner}/` };
}

/** How far a part may be inside of the whole: `group/region/acme`. */
const LEVELS = [0, 1, 2, 3];

/** The folder of the lock's files: `notices.locks` beside `notices/`, and beside what a link leads to. */
export const locksPathOf = (directory: string): string =>
  locksFolderOf(recordedWith(directory).whole);

/** The file that the whole lock was in earlier releases: `notices.lock.json`. */
export const oldLockPathOf = (directory: string): string =>
  oldLockFileOf(recordedWith(directory).whole);

/**
 * The file of the lock with the entries of a notice: `notices.locks/acme/customers.json`.
 *
 * @param notice its address in the whole that the folder is recorded with
 */
export const lockPathOf = (directory: string, notice: string): string =>
  lockFileOfNotice(recordedWith(directory).whole, notice);

/** Whether a file has the path of a file of the lock. */
export function isLockPath(directory: string, file: string): boolean {
  const { whole } = recordedWith(directory);
  const notice = withSlashes(path.relative(locksFolderOf(whole), file)).replace(/\.json$/, '');
  return (
    file === oldLockFileOf(whole) ||
    (/^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*$/.test(notice) &&
      file === lockFileOfNotice(whole, notice))
  );
}

/** The lock of a folder of notices; undefined if it is missing or cannot be read. */
export function readLock(directory: string): Lock | undefined {
  const { whole, part } = recordedWith(directory);
  const { lock } = readLockFiles(whole);
  return lock === undefined || isFault(lock) ? undefined : lockOfPart(lock, part);
}

/** A lock with the entries of a part alone, by the addresses that they have in it. */
const lockOfPart = ({ format, versions }: Lock, part: string): Lock => ({
  format,
  versions: Object.fromEntries(
    Object.entries(versions)
      .filter(([id]) => id.startsWith(part))
      .map(([id, entry]) => [id.slice(part.length), entry]),
  ),
});

/**
 * The path of a version's plain text as it was published. It shows the published text if the
 * version's file has changed.
 */
export const textPathOf = (directory: string, id: string): string =>
  path.join(recordPathOf(directory), ...`${recordedWith(directory).part}${id}.txt`.split('/'));

/** The path of a version's text before an erratum; errata are numbered from 1. */
export const oldTextPathOf = (directory: string, id: string, erratum: number): string =>
  textPathOf(directory, `${id}.before-erratum-${erratum}`);

/** The plain text of a version as it was published; undefined if the record does not have it. */
export const readText = (directory: string, id: string): string | undefined =>
  readIfThere(textPathOf(directory, id));

/** The plain text of a version before an erratum; undefined if the record does not have it. */
export const readOldText = (directory: string, id: string, erratum: number): string | undefined =>
  readIfThere(oldTextPathOf(directory, id, erratum));

/** The path of the copy of a public file that a published version shows, named after its SHA-256. */
export const copyPathOf = (directory: string, hash: string): string =>
  path.join(recordPathOf(directory), COPIES, hash);

/** No notice can have this name. */
const COPIES = '~files';

/** Whether a file of the record has the path of a copy. */
export const isCopyPath = (directory: string, file: string): boolean =>
  /^[0-9a-f]{64}$/.test(path.basename(file)) && file === copyPathOf(directory, path.basename(file));

/** The folder of the accounts of imports; no notice can have its name. */
export const importsPathOf = (directory: string): string =>
  path.join(recordPathOf(directory), '~imports');

/** The path of the record: the folder of published texts. */
export const recordPathOf = (directory: string): string =>
  `${recordedWith(directory).whole}.record`;

/**
 * Reads the lock and the names of the record, for the checks.
 *
 * @param versions the versions that could be read
 * @param places the folder that paths in findings are relative to, the folder of public files, and the day
 */
export function readLockedFolder(
  directory: string,
  versions: readonly CheckedVersion[],
  { root, publicDirectory, today }: { root: string; publicDirectory: string; today: IsoDate },
): LockedFolder {
  const show = (file: string): string => withSlashes(path.relative(root, file));
  const { whole: recordedIn, part } = recordedWith(directory);
  const { lock: read, files: lockFiles } = readLockFiles(recordedIn);
  const fault = read && isFault(read) ? shownFault(read, show) : undefined;
  // What can be read of the lock, for the checks of other notices.
  const sound = read && isFault(read) ? read.rest?.lock : read;
  const around = part === '' || sound === undefined ? {} : { around: { part, lock: sound } };
  const ofPart = sound && lockOfPart(sound, part);
  const rest = fault?.rest && ofPart ? { rest: { ...fault.rest, lock: ofPart } } : {};
  const lock = fault ? { ...fault, ...rest } : ofPart;
  const listed = listedIn(ofPart);
  const shown = versions.flatMap(({ files }) => files);
  const listings: Listings = new Map();
  const publicFiles = hashesOf(publicDirectory, [...shown, ...listed], listings);
  return {
    today,
    folder: show(directory) || '.',
    lockFile: show(lockPlaceOf(recordedIn)),
    lockFiles: lockFiles.map((each) => ({ ...each, file: show(each.file) })),
    recordFolder: show(recordPathOf(directory)),
    files: new Map(
      entriesIn(directory)
        .filter((file) => file.endsWith('.mdx'))
        .map((file) => [idOfFile(file), show(path.join(directory, file))]),
    ),
    versions: versions.map((version) => ({
      ...version,
      source: version.source(),
    })),
    lock,
    ...around,
    publicFolder: show(publicDirectory),
    publicFiles,
    unfitFiles: new Map(
      listed
        .filter((name) => !publicFiles.has(name))
        .flatMap((name) => {
          const fault = publicFault(publicDirectory, name, listings);
          return fault ? [[name, fault]] : [];
        }),
    ),
    ...textsAndCopies(directory),
  };
}

/** Where the lock is: in the folder of its files, or where there is none, in the one file of before. */
const lockPlaceOf = (whole: string): string =>
  [locksFolderOf(whole), oldLockFileOf(whole)].find((file) =>
    lstatSync(file, { throwIfNoEntry: false }),
  ) ?? locksFolderOf(whole);

/** A fault, with its files as findings name them. */
const shownFault = (fault: LockFault, show: (file: string) => string): LockFault => ({
  ...fault,
  ...(fault.file !== undefined && { file: show(fault.file) }),
  ...(fault.others && { others: fault.others.map((each) => shownFault(each, show)) }),
});

/** The SHA-256 of public files, without those that are not there. */
function hashesOf(
  publicDirectory: string,
  names: readonly string[],
  listings: Listings,
): Map<string, string> {
  return new Map(
    [...new Set(names)].flatMap((name) => {
      const bytes = readPublicFile(publicDirectory, name, listings);
      return bytes ? [[name, sha256(bytes)]] : [];
    }),
  );
}

/** The names of all files that the entries of a lock list, also those that a correction took out. */
const listedIn = (lock: Lock | undefined): string[] =>
  Object.values(lock?.versions ?? {}).flatMap((entry) => filesOfEntry(entry).map(([name]) => name));

/** What is in the record: texts of versions, texts from before corrections, and copies of files. */
function textsAndCopies(
  directory: string,
): Pick<LockedFolder, 'recorded' | 'beforeErrata' | 'copies'> {
  const entries = entriesIn(recordPathOf(directory));
  const ids = entries
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.replace(/\.txt$/, ''))
    .toSorted();
  const erratumOf = (id: string) => /^(.*)\.before-erratum-(\d+)$/.exec(id);
  return {
    recorded: ids.filter((id) => !erratumOf(id)),
    beforeErrata: ids.flatMap((name) => {
      const [, id, erratum] = erratumOf(name) ?? [];
      return id === undefined ? [] : [{ id, erratum: Number(erratum) }];
    }),
    copies: new Map(
      entries
        .filter((file) => path.posix.dirname(file) === COPIES)
        .map((file) => path.basename(file))
        .filter((name) => isCopyPath(directory, copyPathOf(directory, name)))
        .filter((name) => statSync(copyPathOf(directory, name)).isFile())
        .map((name) => [name, sha256(readFileSync(copyPathOf(directory, name)))]),
    ),
  };
}

/** Writes a file completely or not at all: the old file stays until the new one is complete. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, content, { flush: true });
  renameSync(temporary, file);
}
