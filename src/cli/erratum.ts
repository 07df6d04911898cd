/**
 * `erratum`: the only way to change a published version. The author corrects its file first; this
 * command records the correction, keeps the text before it, and the page shows it in place.
 */
import { isDeepStrictEqual } from 'node:util';
import type { IsoDate } from '../notices/dates.ts';
import type { Finding } from '../findings/catalogue.ts';
import { factLines } from '../notices/text.ts';
import { changedFiles } from '../record/check-files.ts';
import { checkLock } from '../record/check.ts';
import { noticeOfId } from '../notices/names.ts';
import { oldTextPathOf, readText } from '../record/files.ts';
import type { Erratum, Lock, LockEntry } from '../record/lock.ts';
import { sha256 } from '../record/source.ts';
import { describeDifferences, differencesOf } from '../record/words.ts';
import type { CheckedVersion } from '../checks/file.ts';
import { reread, textOf, type VersionText } from '../record/texts.ts';
import { idOf, lockOf, readSoundFolder, refusePart, type Folder } from './folder.ts';
import { entryOf, recordTogether, textChange } from './record.ts';
import {
  paint,
  print,
  printClock,
  refuseControls,
  Refusal,
  refuseAll,
  reported,
  type Reason,
} from './terminal.ts';

/**
 * Records the correction of a version's text.
 *
 * @param written the id of the version, as it was typed
 * @param by the role of the person who corrected it
 * @throws Refusal if anything but words has changed, or nothing has
 */
export async function erratum(
  written: string,
  { by, reason }: { by: string; reason: string },
): Promise<void> {
  refuseControls({ by, reason });
  refusePart('erratum', [written]);
  const id = idOf(written);
  const folder = await readSoundFolder({ usesKept: false, notices: [noticeOfId(id)] });
  const lock = lockOf(folder);
  const entry = lock.versions[id];
  const version = folder.versions.find(({ notice, name }) => `${notice}/${name}` === id);
  if (!entry || !version) {
    throw new Refusal(`there is no published version "${id}"`, 'name it like customers/2026-01-31');
  }
  if (by.trim() === '' || reason.trim() === '') {
    throw new Refusal(
      'an erratum names who corrected the version and why',
      'give both --by and --reason',
    );
  }
  const faults = faultsBefore(folder, lock, version);
  if (faults.length > 0) throw new Refusal(reported(faults), 'fix these first');
  const before = readText(folder.directory, id);
  if (before === undefined || sha256(before) !== entry.text) {
    throw new Refusal(
      `the record does not have the text of ${id} as it was published`,
      'put the folder of the record back, for example with git checkout',
    );
  }
  const corrected = textOf(version);
  refuseAll(reasonsAgainst(version, corrected, before));
  if (version.source() === entry.source) {
    const differences = describeDifferences(differencesOf(before, corrected.text));
    throw new Refusal(reported([reread(version.file, differences)]), 'nothing was recorded');
  }
  const fresh = entryOf(folder, version, corrected);
  const lost = entry.anchors.filter((anchor) => !fresh.anchors.includes(anchor));
  if (lost.length > 0) {
    throw new Refusal(
      `links to ${lost.map((anchor) => `#${anchor}`).join(', ')} would break`,
      'keep the anchors of the version as they are',
    );
  }
  const given = { on: folder.today, by: by.trim(), reason: reason.trim() };
  const errata = [...entry.errata, { ...given, ...replacedBy(fresh, entry) }];
  const { published, later } = entry;
  refuseAll(reasonsAgainstDay(folder.today, published, lock));
  recordTogether(folder, lock, { [id]: { ...fresh, published, later, errata } }, [
    { file: oldTextPathOf(folder.directory, id, errata.length), content: before },
    textChange(folder, corrected),
  ]);
  for (const line of describeDifferences(differencesOf(before, corrected.text), 20)) print(line);
  printClock(folder.today);
  print(`Recorded as erratum ${errata.length} of ${id}. Fingerprint ${fresh.text}`);
  print('Now commit the folder with its lock and record, build the site and deploy it.');
  for (const { file, line } of slipsLeft(folder, version, before, corrected.text)) {
    print(`${paint('yellow', 'warning')}  ${file} still says “${line}”: correct it there too`);
  }
}

/** What is wrong with the record that a correction would be added to. */
function faultsBefore({ locked }: Folder, lock: Lock, { file, files }: CheckedVersion): Finding[] {
  // A picture that the correction takes out may be gone.
  const showsChanged = changedFiles(locked, lock).some(({ name }) => files.includes(name));
  return checkLock(locked, false).filter(
    ({ code, file: at }) =>
      (code.startsWith('fact-') && at === file) ||
      code === 'seal-broken' ||
      code === 'erratum-changed' ||
      (code === 'file-changed' && showsChanged),
  );
}

/** What an entry had before a correction: its seals are made from it. */
function replacedBy(
  fresh: LockEntry,
  { text, source, anchors, files, seal }: LockEntry,
): Pick<Erratum, 'text' | 'source' | 'anchors' | 'files'> {
  return {
    text,
    source,
    ...(!isDeepStrictEqual(anchors, fresh.anchors) && { anchors }),
    // Nobody knows what an entry without a seal had.
    ...(seal !== undefined && !isDeepStrictEqual(files, fresh.files) && { files: files ?? {} }),
  };
}

/**
 * Lines that were corrected and that the draft and later versions of the notice still have: they
 * were copied before the correction.
 */
function slipsLeft(
  { versions }: Folder,
  { notice, file: corrected }: CheckedVersion,
  before: string,
  after: string,
): { file: string; line: string }[] {
  const kept = new Set(after.split('\n'));
  const slips = before.split('\n').filter((line) => line.trim() !== '' && !kept.has(line));
  return versions
    .filter((version) => version.notice === notice && version.file !== corrected)
    .flatMap((version) => {
      const lines = new Set(textOf(version).text.split('\n'));
      return slips
        .filter((line) => lines.has(line))
        .map((line) => ({ file: version.file, line: line.trim() }));
    });
}

/**
 * The clock may be behind: no correction comes before its version, or before a correction that has
 * been recorded, of whichever version.
 */
function reasonsAgainstDay(today: IsoDate, published: IsoDate, { versions }: Lock): Reason[] {
  const days = Object.values(versions).flatMap(({ errata }) => errata.map(({ on }) => on));
  const last = days.toSorted().at(-1) ?? published;
  const hint = 'correct the clock, or NOTICEBOARD_TODAY';
  const clock = `today is ${today} by the clock, but`;
  if (today < published) {
    return [{ message: `${clock} the version was published on ${published}`, hint }];
  }
  return today < last ? [{ message: `${clock} the last correction is of ${last}`, hint }] : [];
}

/** The reasons to refuse a correction: nothing changed, or facts did. */
function reasonsAgainst(version: CheckedVersion, corrected: VersionText, before: string): Reason[] {
  const { file, notice, facts } = version;
  if (corrected.text === before) {
    return [
      {
        message: `${corrected.id} still has the text that was published`,
        hint: `correct its text in ${file} first, then run this command again`,
      },
    ];
  }
  if (before.slice(0, before.indexOf('\n\n')) === factLines(facts).join('\n')) return [];
  return [
    {
      message: 'an erratum cannot change facts or dates',
      hint: `put them back, and change them in a new version: npx noticeboard revise ${notice}`,
    },
  ];
}
