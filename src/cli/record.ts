/** Makes what commands write to the record: entries of the lock, and texts. */
import { anchorsOf } from '../document/walk.ts';
import { textPathOf } from '../record/files.ts';
import type { FileChange } from '../record/journal.ts';
import { isFault, parseLock, writeLock, type Lock, type LockEntry } from '../record/lock.ts';
import { sealed } from '../record/seal.ts';
import type { VersionText } from '../record/texts.ts';
import { hashOfSource, laterFactsOf, sha256 } from '../record/source.ts';
import { lockFileOf, type Folder } from './folder.ts';

/** The lock's entry for a version as it is, without corrections. */
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

/**
 * The change that writes the lock with some entries added or replaced, each with its seal.
 *
 * @throws if the lock could not be read again after writing
 */
export function lockChange(folder: Folder, lock: Lock, entries: Lock['versions']): FileChange {
  const content = writeLock(sealed(lock, entries, folder.today));
  const read = parseLock(content);
  if (isFault(read)) throw new Error(`the new lock ${read.message}`);
  return { file: lockFileOf(folder), content };
}

/** The change that writes the text of a version to the record. */
export const textChange = ({ directory }: Folder, { id, text }: VersionText): FileChange => ({
  file: textPathOf(directory, id),
  content: text,
});
