/**
 * The files of a lock: one for each notice, so that people who publish different notices change
 * different files. Earlier releases kept all entries in one file, which is still read and never added
 * to: a notice that has a file of its own goes on in that.
 */
import { lstatSync, statSync } from 'node:fs';
import path from 'node:path';
import { entriesIn } from '../disk/list.ts';
import { readIfThere } from '../disk/read.ts';
import type { Place } from '../findings/catalogue.ts';
import { noticeOfId } from '../notices/names.ts';
import {
  isFault,
  lineOfKey,
  parseLock,
  type Lock,
  type LockEntry,
  type LockFault,
} from './lock.ts';
import { sealsOf } from './seal.ts';

/** A file of the lock that is there. */
export interface LockFile {
  /** Its path: absolute, or as findings name it. */
  file: string;
  text: string;
  /** The notice whose entries it has; undefined if it is the one file of an earlier release. */
  notice?: string;
}

/** The lock as it is read from its files. */
export interface ReadLock {
  /** Undefined if there is no file of it. */
  lock: Lock | LockFault | undefined;
  files: LockFile[];
}

/** The folder of a lock's files: `notices.locks` beside `notices`. */
export const locksFolderOf = (whole: string): string => `${whole}.locks`;

/** The one file that a lock was in earlier releases: `notices.lock.json`. */
export const oldLockFileOf = (whole: string): string => `${whole}.lock.json`;

/** The file of the entries of a notice: `notices.locks/acme/customers.json`. */
export const lockFileOfNotice = (whole: string, notice: string): string =>
  path.join(locksFolderOf(whole), ...`${notice}.json`.split('/'));

/**
 * Reads the lock of a folder: the entries of all its files together.
 *
 * @param whole the folder that has a lock, without links
 * @returns the lock, or every fault of its files. What writes takes no lock in part; checks go on with
 *   the notices whose files can be read
 */
export const readLockFiles = (whole: string): ReadLock =>
  lockOfFiles([...ownFiles(whole), ...oldFile(whole)]);

/** The lock that files are together, wherever they were read; as above. */
export function lockOfFiles(found: readonly (LockFile | LockFault)[]): ReadLock {
  const files = found.filter((each) => 'text' in each);
  const parsed = files.map((file) => ({ ...file, lock: parseLock(file.text) }));
  const faults: LockFault[] = [
    ...found.filter((each) => 'kind' in each),
    ...parsed.flatMap(({ lock, file, notice }) =>
      isFault(lock) ? [{ ...lock, file, ...(notice !== undefined && { notice }) }] : [],
    ),
    ...parsed.flatMap((each) => misplacedIn(each)),
  ];
  const faulty = new Set(faults.map(({ file }) => file));
  const sound = parsed.flatMap(({ lock, ...file }) =>
    isFault(lock) || faulty.has(file.file) ? [] : [{ ...file, lock }],
  );
  const [first, ...others] = faults;
  if (first) return { lock: { ...first, others, ...restOf(sound, faults) }, files };
  return { lock: files.length === 0 ? undefined : joined(sound), files };
}

/** The entries of all other notices, where every fault is in the own file of one. */
function restOf(
  sound: readonly (LockFile & { lock: Lock })[],
  faults: readonly LockFault[],
): Pick<LockFault, 'rest'> {
  const unread = faults.flatMap(({ notice }) => notice ?? []);
  if (unread.length < faults.length) return {};
  const lock = joined(sound);
  if (isFault(lock)) return {};
  const known = Object.entries(lock.versions).filter(([id]) => !unread.includes(noticeOfId(id)));
  return { rest: { lock: { ...lock, versions: Object.fromEntries(known) }, unread } };
}

function ownFiles(whole: string): (LockFile | LockFault)[] {
  const folder = locksFolderOf(whole);
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats?.isDirectory() !== true) {
    return lstatSync(folder, { throwIfNoEntry: false })
      ? [{ ...NO_FILE, file: folder, message: 'is not a folder, or is a broken link' }]
      : [];
  }
  const names = entriesIn(folder);
  const folders = new Set(names.map((name) => path.posix.dirname(name)));
  return names
    .filter((name) => name.endsWith('.json') && !folders.has(name))
    .map((name) => ({
      ...readFile(path.join(folder, ...name.split('/'))),
      notice: name.replace(/\.json$/, ''),
    }));
}

function oldFile(whole: string): (LockFile | LockFault)[] {
  const file = oldLockFileOf(whole);
  return lstatSync(file, { throwIfNoEntry: false }) ? [readFile(file)] : [];
}

const NO_FILE = { kind: 'no-file', line: 1 } as const;

function readFile(file: string): LockFile | LockFault {
  const text = isReadable(file) ? readIfThere(file) : undefined;
  return text === undefined
    ? { ...NO_FILE, file, message: 'is not a file, or is a broken link' }
    : { file, text };
}

/** A link that leads back to itself cannot even be asked about. */
function isReadable(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** The faults of a notice's own file that has something else than entries of that notice. */
function misplacedIn({
  lock,
  file,
  text,
  notice,
}: LockFile & { lock: Lock | LockFault }): LockFault[] {
  if (notice === undefined || isFault(lock)) return [];
  const fault = (kind: LockFault['kind'], message: string, line = 1): LockFault[] => [
    { kind, line, message, file, notice },
  ];
  if (lock.format === 1) {
    return fault('old-format', 'is of format 1, which has all notices in one file');
  }
  const ids = Object.keys(lock.versions);
  if (ids.length === 0) return fault('no-entries', 'has no entries');
  const foreign = ids.find((id) => noticeOfId(id) !== notice);
  return foreign === undefined
    ? []
    : fault('misplaced', `has an entry of another notice, ${foreign}`, lineOfKey(text)(foreign));
}

/** All entries as one lock. An entry of the old file may have been continued in the notice's own. */
function joined(files: readonly (LockFile & { lock: Lock })[]): Lock | LockFault {
  const own = files.filter(({ notice }) => notice !== undefined);
  const old = files.find(({ notice }) => notice === undefined);
  const entries = new Map(own.flatMap(({ lock }) => Object.entries(lock.versions)));
  if (old) {
    const { file, text, lock } = old;
    if (lock.format === 1 && own.length > 0) {
      const message = 'is of format 1, which has no seals, beside files that have';
      return { kind: 'unsealed', line: 1, message, file };
    }
    for (const [id, entry] of Object.entries(lock.versions)) {
      const now = entries.get(id);
      if (now && !continues(id, entry, now)) {
        const message = `has another entry of ${id} than the file of that notice`;
        return { kind: 'doubled', line: lineOfKey(text)(id), message, file };
      }
      if (!now) entries.set(id, entry);
    }
  }
  const sorted = [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { format: old?.lock.format ?? 2, versions: Object.fromEntries(sorted) };
}

/** Whether an entry is another as it was then, or after corrections. */
const continues = (id: string, before: LockEntry, now: LockEntry): boolean =>
  before.seal !== undefined && sealsOf(id, now).includes(before.seal);

/**
 * Finds where the entry of a version is, or would be: the file of the lock, and the line on which it
 * begins, 1 if it has none there. Files are read for lines once, when the first is asked for.
 *
 * @param locked the files that are there, and how findings name the lock as a whole
 */
export function placesOfEntries({
  lockFiles,
  lockFile,
}: {
  lockFiles: readonly LockFile[];
  lockFile: string;
}): (id: string) => Place {
  const own = new Map(lockFiles.map((each) => [each.notice ?? '', each]));
  const old = own.get('');
  const lines = new Map<LockFile, (id: string) => number>();
  const lineIn = (file: LockFile, id: string): number => {
    const lineOf = lines.get(file) ?? lineOfKey(file.text);
    lines.set(file, lineOf);
    return lineOf(id);
  };
  const isOneFile = old !== undefined && own.size === 1;
  return (id) => {
    const notice = noticeOfId(id);
    const found = [own.get(notice), old].find((file) => file && lineIn(file, id) > 0);
    const file = found?.file ?? (isOneFile ? old.file : `${lockFile}/${notice}.json`);
    return { file, line: found ? lineIn(found, id) : 1, column: 1 };
  };
}
