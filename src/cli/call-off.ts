/** `call-off`: keeps a scheduled version from ever applying. It stays on record, with the reason. */
import { isDeepStrictEqual } from 'node:util';
import type { CheckedVersion } from '../checks/file.ts';
import { editFacts } from '../mdx/edit.ts';
import { formatDate } from '../notices/dates.ts';
import { fileOfVersion, noticeOfId } from '../notices/names.ts';
import { isCalledOff } from '../notices/timeline.ts';
import { checkLock } from '../record/check.ts';
import type { Lock, LockEntry } from '../record/lock.ts';
import { hashOfSource, laterFactsOf } from '../record/source.ts';
import { isError } from '../findings/catalogue.ts';
import { clockRefused } from './days.ts';
import {
  absolute,
  callOffCommand,
  folderWith,
  idOf,
  lockOf,
  notCalledOff,
  readSoundFolder,
  refuseErrors,
  refusePart,
  type Folder,
} from './folder.ts';
import { recordTogether } from './record.ts';
import { paint, print, refuseAll, refuseControls, Refusal, reported } from './terminal.ts';

/**
 * Records that a version was called off: in its file and in the lock. Its text stays as it is.
 *
 * @param written the id of the version, as it was typed
 * @param by the role of the person who called it off
 * @throws Refusal if it has begun, is not published or was called off before
 */
export async function callOff(
  written: string,
  given: { by: string; reason: string },
): Promise<void> {
  refuseControls(given);
  refusePart('call-off', [written]);
  const [by, reason] = [given.by.trim(), given.reason.trim()];
  if (by === '' || reason === '') {
    throw new Refusal('the record says who called a version off and why', 'give --by and --reason');
  }
  const id = idOf(written);
  const folder = await readSoundFolder({ usesKept: false, notices: [noticeOfId(id)] });
  const lock = lockOf(folder);
  const version = scheduledIn(folder, lock, id);
  const entry = lock.versions[id];
  if (!entry) {
    throw new Refusal(`${id} is not published`, 'a version that is not in the lock can be deleted');
  }
  // What was written by hand is replaced.
  const faults = checkLock(folder.locked, true).filter(
    (each) => isError(each) && each.code !== 'call-off-unrecorded',
  );
  if (faults.length > 0) throw new Refusal(reported(faults), 'do what stands above first');
  refuseAll(clockRefused(recordedOf(folder, version), folder.today));
  const calledOff = { on: folder.today, by, reason };
  const fact = `{ on: "${calledOff.on}", by: ${JSON.stringify(by)}, reason: ${JSON.stringify(reason)} }`;
  const content = editFacts(version.text(), { calledOff: fact });
  const next = { ...entry, later: { ...entry.later, calledOff } };
  await rehearse(folder, version, content, next);
  recordTogether(folder, lock, { [id]: next }, [{ file: absolute(folder, version.file), content }]);
  print(`Called off ${id}: it never applies, and stays at its address with the reason.`);
  print('Now commit the folder with its lock and record, build the site and deploy it.');
  for (const { file } of writtenAfter(folder, version)) {
    print(
      `${paint('yellow', 'warning')}  ${file} applies later and may contain its changes: check it, and call it off too if it does`,
    );
  }
}

/** The published versions of the same notice, without what was written by hand and is replaced. */
const recordedOf = ({ versions }: Folder, called: CheckedVersion): CheckedVersion[] =>
  versions
    .filter(({ notice, draft }) => notice === called.notice && !draft)
    .map((each) =>
      each === called ? { ...each, facts: { ...each.facts, calledOff: undefined } } : each,
    );

/**
 * Checks the folder as it would be. The file has to say what the lock will: no command changes a
 * fact that was recorded.
 *
 * @throws Refusal if the folder would have errors, or file and lock would differ
 */
async function rehearse(
  folder: Folder,
  version: CheckedVersion,
  content: string,
  { source, later }: LockEntry,
): Promise<void> {
  const file = fileOfVersion(version);
  const bytes = new TextEncoder().encode(content);
  const rehearsed = await folderWith(folder, (files) =>
    files.map((each) => (each.path === file ? { ...each, bytes } : each)),
  );
  const written = rehearsed.versions.find((each) => fileOfVersion(each) === file);
  // Other facts may still be unrecorded.
  const expected = { ...laterFactsOf(version.facts), calledOff: later.calledOff };
  const isAsExpected = written && isDeepStrictEqual(laterFactsOf(written.facts), expected);
  if (!isAsExpected || hashOfSource(content) !== source) {
    throw new Refusal(
      `\`calledOff\` cannot be written into ${version.file}: its facts are not on lines of their own`,
      `publish a new version for the day after instead: npx noticeboard revise ${version.notice} --effective <day>`,
    );
  }
  refuseErrors(rehearsed);
}

/** The versions and the draft of the same notice that may have been written from a version. */
const writtenAfter = (
  { versions, today }: Folder,
  { notice, facts: { effective } }: CheckedVersion,
): CheckedVersion[] =>
  notCalledOff(versions, today).filter(
    (each) => each.notice === notice && each.facts.effective > effective,
  );

/**
 * A version that can be called off.
 *
 * @throws Refusal if it does not exist, is a translation, has begun or was called off before
 */
function scheduledIn({ versions, today }: Folder, lock: Lock, id: string): CheckedVersion {
  const version = versions.find(({ notice, name, draft }) => !draft && `${notice}/${name}` === id);
  if (!version) {
    throw new Refusal(`there is no published version "${id}"`, 'name it like customers/2026-01-31');
  }
  const { effective } = version.facts;
  if (version.translation) {
    throw new Refusal(
      `${id} is a translation: it is called off with its original`,
      callOffCommand(`${version.translation.of}/${version.name}`),
    );
  }
  if (effective <= today) {
    throw new Refusal(
      `${id} has applied since ${formatDate(effective)}: a version that has begun cannot be called off`,
      `publish a new version: npx noticeboard revise ${version.notice}\nor end the notice: add withdrawn: "<day>" to its facts, and adopt it`,
    );
  }
  if (isCalledOff(version.facts, today) && lock.versions[id]?.later.calledOff) {
    throw new Refusal(
      `${id} was already called off`,
      `to publish another version for that day: npx noticeboard revise ${version.notice} --effective ${effective}`,
    );
  }
  return version;
}
