/** Makes what commands write to the record: entries of the lock, texts, and copies of files. */
import type { CheckedVersion } from '../checks/file.ts';
import { readPublicFile, type Listings } from '../disk/public.ts';
import { anchorsOf } from '../document/walk.ts';
import { copyPathOf, lockPathOf, oldLockPathOf, textPathOf } from '../record/files.ts';
import { changeTogether, type FileChange } from '../record/journal.ts';
import {
  filesOfEntry,
  isFault,
  parseLock,
  writeLock,
  type Lock,
  type LockEntry,
} from '../record/lock.ts';
import { noticeOfId } from '../notices/names.ts';
import { sealed } from '../record/seal.ts';
import { laterFactsOf, sha256 } from '../record/source.ts';
import type { VersionText } from '../record/texts.ts';
import type { Folder } from './folder.ts';
import { Refusal } from './terminal.ts';

/** The lock's entry for a version as it is, without corrections. */
export function entryOf(folder: Folder, version: CheckedVersion, built: VersionText): LockEntry {
  return {
    published: built.facts.published,
    source: version.source(),
    text: sha256(built.text),
    anchors: [...anchorsOf(built.document)].toSorted(),
    ...filesOf(folder, version),
    later: laterFactsOf(built.facts),
    errata: [],
  };
}

/** The files that a version shows, with their hashes; nothing if it shows none. */
function filesOf({ locked }: Folder, { files }: CheckedVersion): Pick<LockEntry, 'files'> {
  const hashes = files.flatMap((name) => {
    const hash = locked.publicFiles.get(name);
    return hash === undefined ? [] : [[name, hash]];
  });
  return hashes.length === 0 ? {} : { files: Object.fromEntries(hashes) };
}

/**
 * Adds entries to the lock or replaces them, each with its seal, and makes other changes with that.
 * Entries of a lock without seals get theirs, and the files that their versions show. The files of the
 * notices that have new entries are written, and no others.
 *
 * @param isMoving whether the entries that an earlier release kept in one file are all moved
 * @throws Refusal if a file was changed meanwhile
 * @throws if the lock could not be read again
 */
export function recordTogether(
  folder: Folder,
  lock: Lock,
  entries: Lock['versions'],
  changes: readonly FileChange[],
  isMoving = false,
): void {
  const unsealed = folder.versions.flatMap((version) => {
    const id = `${version.notice}/${version.name}`;
    const entry = lock.versions[id];
    return entry && entry.seal === undefined && !version.draft
      ? [[id, { ...(entries[id] ?? entry), ...filesOf(folder, version) }] as const]
      : [];
  });
  const next = sealed(lock, { ...entries, ...Object.fromEntries(unsealed) }, folder.today);
  changeTogether(folder.directory, [
    ...changes,
    ...newCopies(folder, next),
    ...changesOfLock(folder, lock, next, isMoving || lock.format === 1),
  ]);
}

/** The changes that write what is new in the lock, each notice to its own file. */
function changesOfLock(
  { directory, locked }: Pick<Folder, 'directory' | 'locked'>,
  before: Lock,
  next: Lock,
  isMoving: boolean,
): FileChange[] {
  const own = new Set(locked.lockFiles.map(({ notice }) => notice));
  const changed = [...Map.groupBy(Object.entries(next.versions), ([id]) => noticeOfId(id))].filter(
    ([notice, entries]) =>
      entries.some(([id, entry]) => before.versions[id] !== entry) ||
      (isMoving && !own.has(notice)),
  );
  return [
    ...changed.map(([notice, entries]) => ({
      file: lockPathOf(directory, notice),
      content: contentOf({ format: 2, versions: Object.fromEntries(entries) }),
    })),
    ...(isMoving && own.has(undefined) ? [{ file: oldLockPathOf(directory) }] : []),
  ];
}

/**
 * A file of the lock.
 *
 * @throws if it could not be read again
 */
function contentOf(lock: Lock): string {
  const content = writeLock(lock);
  const read = parseLock(content);
  if (isFault(read)) throw new Error(`the new lock ${read.message}`);
  return content;
}

/** The changes that write copies of files which the record does not have. */
function newCopies(
  { directory, publicDirectory, locked }: Folder,
  { versions }: Lock,
): FileChange[] {
  const listed = Object.values(versions).flatMap(filesOfEntry);
  const missing = new Map(
    listed
      .filter(([name, hash]) => locked.publicFiles.get(name) === hash)
      .filter(([, hash]) => locked.copies.get(hash) !== hash)
      .map(([name, hash]) => [hash, name]),
  );
  const listings: Listings = new Map();
  return [...missing].map(([hash, name]) => {
    const content = readPublicFile(publicDirectory, name, listings);
    if (content && sha256(content) === hash) return { file: copyPathOf(directory, hash), content };
    throw new Refusal(`public${name} was changed just now`, 'run the command again');
  });
}

/** The change that writes the text of a version to the record. */
export const textChange = ({ directory }: Folder, { id, text }: VersionText): FileChange => ({
  file: textPathOf(directory, id),
  content: text,
});
