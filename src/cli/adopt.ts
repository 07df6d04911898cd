/** `adopt`: adds versions that were published before there was a lock to the lock, as they are. */
import { checkLock } from '../record/check.ts';
import { readText } from '../record/files.ts';
import { changeTogether } from '../record/journal.ts';
import type { Lock, LockEntry } from '../record/lock.ts';
import { laterFactsOf, sha256 } from '../record/source.ts';
import type { CheckedVersion } from '../checks/file.ts';
import { textOf, type VersionText } from '../record/texts.ts';
import { idOf, lockOf, readSoundFolder, type Folder } from './folder.ts';
import { entryOf, lockChange, textChange, withEntries } from './record.ts';
import { print, Refusal, reported } from './terminal.ts';

/**
 * Adds versions to the lock, and their texts to the record. For a version that is already in the
 * lock, only facts that are added later are updated, and a lost text is restored.
 *
 * @param ids the versions to add; all versions if empty
 * @throws Refusal if a version does not exist, has changed or has another text in the record
 */
export async function adopt(ids: readonly string[]): Promise<void> {
  const folder = await readSoundFolder({ usesKept: false });
  const lock = lockOf(folder);
  const wanted = ids.map(idOf);
  const published = folder.versions.filter(({ draft }) => !draft);
  const known = new Set(published.map(({ notice, name }) => `${notice}/${name}`));
  const missing = wanted.filter((id) => !known.has(id));
  if (missing.length > 0) throw new Refusal(`there is no version "${missing.join('", "')}"`);
  const faults = checkLock(folder.locked, false).filter(({ code }) =>
    ['version-changed', 'version-removed', 'fact-withdrawn'].includes(code),
  );
  if (faults.length > 0) throw new Refusal(reported(faults), 'undo these changes first');

  const entries: Lock['versions'] = {};
  const changes = published
    .filter(({ notice, name }) => wanted.length === 0 || wanted.includes(`${notice}/${name}`))
    .flatMap((version) => {
      const text = textOf(version);
      const entry = lock.versions[text.id];
      const adopted = entry ? updated(folder, text, entry) : fresh(folder, version, text);
      if (!adopted) return [];
      entries[text.id] = adopted.entry;
      return adopted.isTextNew ? [textChange(folder, text)] : [];
    });
  const count = Object.keys(entries).length;
  if (count === 0) {
    print('Nothing to adopt: every version is already in the lock.');
    return;
  }
  changeTogether(folder.directory, [...changes, lockChange(folder, withEntries(lock, entries))]);
  for (const id of Object.keys(entries)) print(`${id}  ${entries[id]?.text ?? ''}`);
  print(`Recorded ${count} ${count === 1 ? 'version' : 'versions'} in the lock.`);
}

/** The result of adopting a version. */
interface Adopted {
  entry: LockEntry;
  /** Whether its text is written to the record. */
  isTextNew: boolean;
}

/** Updates a version of the lock: facts that were added later, and its text if the record lost it. */
function updated(folder: Folder, text: VersionText, entry: LockEntry): Adopted | undefined {
  const later = laterFactsOf(text.facts);
  const isLost =
    sha256(text.text) === entry.text && readText(folder.directory, text.id) !== text.text;
  const isSame = JSON.stringify(later) === JSON.stringify(entry.later);
  return isLost || !isSame ? { entry: { ...entry, later }, isTextNew: isLost } : undefined;
}

/** Adds a version that is not in the lock. */
function fresh(folder: Folder, { text: source }: CheckedVersion, text: VersionText): Adopted {
  const kept = readText(folder.directory, text.id);
  if (kept !== undefined && kept !== text.text) {
    throw new Refusal(
      `the record has a different text of ${text.id}: it was published before and has changed since`,
      'put the lock and the file back as they were, for example with git checkout',
    );
  }
  return { entry: entryOf(text, source), isTextNew: true };
}
