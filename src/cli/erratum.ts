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
import type { CheckedVersion } from '../checks/folder.ts';
import { textOf, type VersionText } from '../record/texts.ts';
import { idOf, lockOf, readSoundFolder } from './folder.ts';
import { entryOf, lockChange, textChange, withEntries } from './record.ts';
import { print, Refusal, refuseAll, reported, type Reason } from './terminal.ts';

export function erratum(written: string, { by, reason }: { by: string; reason: string }): void {
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
  const corrected = textOf(version);
  refuseAll(reasonsAgainst(version, corrected, before));
  const fresh = entryOf(corrected, version.text);
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
  changeTogether(folder.directory, [
    { file: oldTextPathOf(folder.directory, id, errata.length), content: before },
    textChange(folder, corrected),
    lockChange(folder, withEntries(lock, { [id]: { ...fresh, published, later, errata } })),
  ]);
  for (const line of describeDifferences(differencesOf(before, corrected.text), 20)) print(line);
  print(`Recorded as erratum ${errata.length} of ${id}. Fingerprint ${fresh.text}`);
}

/** Only words may be corrected, and there must be some. */
function reasonsAgainst(version: CheckedVersion, corrected: VersionText, before: string): Reason[] {
  const { file, notice, facts } = version;
  if (corrected.text === before) {
    return [
      {
        message: `${corrected.id} still has the text that was published`,
        hint: `correct its words in ${file} first, then run this command again; anything but words stays as it was published`,
      },
    ];
  }
  if (before.slice(0, before.indexOf('\n\n')) === factLines(facts).join('\n')) return [];
  return [
    {
      message: 'an erratum cannot change facts or dates',
      hint: `put them back, and change them in a new version: npm run notices -- revise ${notice}`,
    },
  ];
}
