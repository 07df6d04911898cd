/** What commands put into the record: an entry of the lock, and the text it stands for. */
import { anchorsOf } from '../document/walk.ts';
import { textPathOf } from '../record/files.ts';
import type { FileChange } from '../record/journal.ts';
import { isFault, parseLock, writeLock, type Lock, type LockEntry } from '../record/lock.ts';
import type { VersionText } from '../record/texts.ts';
import { hashOfSource, laterFactsOf, sha256 } from '../record/source.ts';
import { lockFileOf, type Folder } from './folder.ts';

/** The entry of a version as it stands, without corrections. */
export function entryOf(built: VersionText, source: string): LockEntry {
  return {
    published: built.facts.published,
    source: hashOfSource(source),
    text: sha256(built.text),
    anchors: [...anchorsOf(built.document)].toSorted(),
    later: laterFactsOf(built.facts),
    errata: [],
  };
}

/** A lock with some entries put in or replaced. */
export const withEntries = (lock: Lock, entries: Lock['versions']): Lock => ({
  ...lock,
  versions: { ...lock.versions, ...entries },
});

/** @throws when the lock could not be read again as it is written */
export function lockChange(folder: Folder, lock: Lock): FileChange {
  const content = writeLock(lock);
  const read = parseLock(content);
  if (isFault(read)) throw new Error(`the lock that is to be written ${read.message}`);
  return { file: lockFileOf(folder), content };
}

export const textChange = ({ directory }: Folder, { id, text }: VersionText): FileChange => ({
  file: textPathOf(directory, id),
  content: text,
});
