/**
 * `erratum`: the one way to change a published version. Its file is corrected first; this records
 * the correction, keeps the text before it, and has the page tell it in place.
 */
import { factLines } from '../notices/text.ts';
import { checkLock } from '../record/check.ts';
import { oldTextPathOf, readText } from '../record/files.ts';
import { changeTogether } from '../record/journal.ts';
import { sha256 } from '../record/source.ts';
import { describeDifferences, differencesOf } from '../record/words.ts';
import { absolute, idOf, lockOf, readSoundFolder, withTexts } from './folder.ts';
import { entryOf, lockChange, readFile, textChange, withEntries } from './record.ts';
import { print, Refusal, reported } from './terminal.ts';

export async function erratum(
  written: string,
  { by, reason }: { by: string; reason: string },
): Promise<void> {
  const folder = readSoundFolder();
  const lock = lockOf(folder);
  const id = idOf(written);
  const entry = lock.versions[id];
  const version = folder.versions.find(({ notice, name }) => `${notice}/${name}` === id);
  if (!entry || !version) {
    throw new Refusal(`there is no published version "${id}"`, 'name it like customers/2026-01-31');
  }
  if (by.trim() === '' || reason.trim() === '') {
    throw new Refusal(
      'an erratum says who corrected it and why',
      'give --by and --reason in words',
    );
  }
  const faults = checkLock(folder.locked, false).filter(
    ({ code, file }) => code.startsWith('fact-') && file === version.file,
  );
  if (faults.length > 0) throw new Refusal(reported(faults), 'see to these first');
  const before = readText(folder.directory, id);
  if (before === undefined || sha256(before) !== entry.text) {
    throw new Refusal(
      `the record does not have the text of ${id} as it was published`,
      'put the folder of the record back, such as by git checkout',
    );
  }
  const day = version.facts.published > folder.today ? version.facts.published : folder.today;
  await withTexts(
    folder.directory,
    (texts) => {
      const built = texts(id);
      if (!built) throw new Refusal(`the text of ${id} could not be read`);
      if (built.text === before) {
        throw new Refusal(
          `${id} says what it said when it was published`,
          `correct its words in ${version.file} first, then give this command again; what is not words stays as it was published`,
        );
      }
      if (before.slice(0, before.indexOf('\n\n')) !== factLines(built.facts).join('\n')) {
        throw new Refusal(
          'an erratum cannot change facts or dates',
          `put them back, and change them in a new version: npm run notices -- revise ${version.notice}`,
        );
      }
      const fresh = entryOf(built, readFile(absolute(version.file)));
      const lost = entry.anchors.filter((anchor) => !fresh.anchors.includes(anchor));
      if (lost.length > 0) {
        throw new Refusal(
          `links to ${lost.map((anchor) => `#${anchor}`).join(', ')} would lead nowhere`,
          'keep the anchors of the version as they are',
        );
      }
      const errata = [
        ...entry.errata,
        { on: folder.today, by: by.trim(), reason: reason.trim(), text: entry.text },
      ];
      const { published, later } = entry;
      const entries = { [id]: { ...fresh, published, later, errata } };
      changeTogether(folder.directory, [
        { file: oldTextPathOf(folder.directory, id, errata.length), content: before },
        textChange(folder, built),
        lockChange(folder, withEntries(lock, entries)),
      ]);
      for (const line of describeDifferences(differencesOf(before, built.text), 20)) print(line);
      print(`Recorded as erratum ${errata.length} of ${id}. Fingerprint ${fresh.text}`);
    },
    day,
  );
}
