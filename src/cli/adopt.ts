/** `adopt`: takes versions that were published before there was a lock into it, as they stand. */
import { checkLock } from '../record/check.ts';
import { readText } from '../record/files.ts';
import { changeTogether } from '../record/journal.ts';
import type { Lock } from '../record/lock.ts';
import { laterFactsOf, sha256 } from '../record/source.ts';
import { absolute, idOf, lockOf, readSoundFolder, withTexts } from './folder.ts';
import { entryOf, lockChange, readFile, textChange, withEntries } from './record.ts';
import { print, Refusal, reported } from './terminal.ts';

/**
 * @param ids the versions to take; all that are not in the lock when none is named. What is in
 *   the lock stays as it is there, but for facts that were added later.
 */
export async function adopt(ids: readonly string[]): Promise<void> {
  const folder = readSoundFolder();
  const lock = lockOf(folder);
  const wanted = ids.map(idOf);
  const published = folder.versions.filter(({ draft }) => !draft);
  const known = new Set(published.map(({ notice, name }) => `${notice}/${name}`));
  const missing = wanted.filter((id) => !known.has(id));
  if (missing.length > 0) throw new Refusal(`there is no version "${missing.join('", "')}"`);
  const faults = checkLock(folder.locked, false).filter(({ code }) =>
    ['version-changed', 'version-removed', 'fact-withdrawn'].includes(code),
  );
  if (faults.length > 0) throw new Refusal(reported(faults), 'put these back first');

  // Versions that are to be published later have a text as well.
  const last = published
    .map(({ facts }) => facts.published)
    .toSorted()
    .at(-1);
  const day = last && last > folder.today ? last : folder.today;
  await withTexts(
    folder.directory,
    (texts) => {
      const entries: Lock['versions'] = {};
      const changes = published.flatMap((version) => {
        const id = `${version.notice}/${version.name}`;
        if (wanted.length > 0 && !wanted.includes(id)) return [];
        const entry = lock.versions[id];
        const built = texts(id);
        if (!built) throw new Refusal(`the text of ${id} could not be read`);
        if (entry) {
          const later = laterFactsOf(version.facts);
          if (JSON.stringify(later) !== JSON.stringify(entry.later)) {
            entries[id] = { ...entry, later };
          }
          // A text that was lost from the record is made again, when it is the one.
          const isLost = readText(folder.directory, id) !== built.text;
          if (!isLost || sha256(built.text) !== entry.text) return [];
          entries[id] = { ...entry, later };
          return [textChange(folder, built)];
        }
        const kept = readText(folder.directory, id);
        if (kept !== undefined && kept !== built.text) {
          throw new Refusal(
            `the record has another text of ${id}: it was published before, and has changed since`,
            'put the lock and the file back as they were, such as by git checkout',
          );
        }
        entries[id] = entryOf(built, readFile(absolute(version.file)));
        return [textChange(folder, built)];
      });
      const count = Object.keys(entries).length;
      if (count === 0) {
        print('Nothing to take in: every version is in the lock.');
        return;
      }
      changeTogether(folder.directory, [
        ...changes,
        lockChange(folder, withEntries(lock, entries)),
      ]);
      for (const id of Object.keys(entries)) print(`${id}  ${entries[id]?.text ?? ''}`);
      print(
        `${count} ${count === 1 ? 'version is' : 'versions are'} in the lock now, as they stand.`,
      );
    },
    day,
  );
}
