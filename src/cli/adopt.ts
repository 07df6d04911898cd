/** `adopt`: adds versions that were published before there was a lock to the lock, as they are. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { FindingCode } from '../findings/catalogue.ts';
import { counted } from '../findings/report.ts';
import { hashOfNotice } from '../import/notice-hash.ts';
import { DRAFT } from '../notices/names.ts';
import { checkLock } from '../record/check.ts';
import { readText } from '../record/files.ts';
import { movedImport, readImport } from '../record/imports.ts';
import type { FileChange } from '../record/journal.ts';
import { filesOfEntry, type Lock, type LockEntry } from '../record/lock.ts';
import { laterFactsOf, sha256 } from '../record/source.ts';
import type { CheckedVersion } from '../checks/file.ts';
import { textOf, type VersionText } from '../record/texts.ts';
import { idOf, inTurn, lockOf, readSoundFolder, refusePart, type Folder } from './folder.ts';
import { openOfImport } from './import-open.ts';
import { entryOf, recordTogether, textChange } from './record.ts';
import { confirmed, print, Refusal, reported } from './terminal.ts';

/** What must be put right by hand first: to adopt it would make it look as if it had been recorded so. */
const FAULTS: readonly FindingCode[] = [
  'version-changed',
  'version-removed',
  'version-repeated',
  'fact-withdrawn',
  'call-off-unrecorded',
  'erratum-changed',
  'seal-broken',
  'file-changed',
];

/** How versions are added. */
export interface AdoptOptions {
  /** Whether versions are added in spite of what an import left open in them, without asking. */
  yes?: boolean;
}

/**
 * Adds versions to the lock, and their texts to the record. For a version that is already in the
 * lock, only facts that are added later are updated, and a lost text is restored. A lock without
 * seals is sealed, and one that an earlier release kept in one file is moved to a file for each notice.
 * What an import left open in a version is shown first: a person is asked, and a program needs `yes`.
 *
 * @param ids the versions to add; all versions if empty
 * @throws Refusal if a version does not exist, has changed or has another text in the record
 */
export async function adopt(
  ids: readonly string[],
  { yes = false }: AdoptOptions = {},
): Promise<void> {
  refusePart('adopt', ids);
  // The turn ends before anyone is asked: others must not wait for a person.
  const leftOut = new Set<string>();
  const open = await inTurn(() => tryToAdopt(ids, yes, leftOut));
  if (open.length === 0) return;
  open.forEach((warning) => print(warning));
  if (yes) return;
  if (!(await confirmed('Record them in spite of these warnings? This cannot be undone.'))) {
    throw new Refusal(
      'nothing was recorded: an import left these places open, and recording cannot be undone',
      `edit the files, or record them as they are: ${['npx noticeboard adopt', ...ids, '--yes'].join(' ')}`,
    );
  }
  await inTurn(() => tryToAdopt(ids, true, leftOut));
}

/**
 * Adds the versions, unless an import left something open that nobody has agreed to.
 *
 * @param leftOut drafts that were reported as left out, to which others are added
 * @returns warnings about what is open, as text for the terminal
 */
async function tryToAdopt(
  ids: readonly string[],
  isAgreed: boolean,
  leftOut: Set<string>,
): Promise<string[]> {
  const folder = await readSoundFolder({ usesKept: false, notices: [], leftOut });
  const lock = lockOf(folder);
  const wanted = ids.map(idOf);
  const published = folder.versions.filter(({ draft }) => !draft);
  const known = new Set(published.map(({ notice, name }) => `${notice}/${name}`));
  const missing = wanted.filter((id) => !known.has(id));
  if (missing.length > 0) throw new Refusal(`there is no version "${missing.join('", "')}"`);
  const retaken = published.filter((version) => isRetaken(version, lock, wanted));
  const faults = checkLock(folder.locked, false).filter(
    ({ code, file }) =>
      FAULTS.includes(code) &&
      !(code === 'version-changed' && retaken.some((version) => version.file === file)),
  );
  if (faults.length > 0) throw new Refusal(reported(faults), 'undo these changes first');

  const chosen = published.filter(
    ({ notice, name }) => wanted.length === 0 || wanted.includes(`${notice}/${name}`),
  );
  const open = openIn(folder, lock, chosen);
  if (open.length > 0 && !isAgreed) return open;
  const entries: Lock['versions'] = {};
  const changes = chosen.flatMap((version) => {
    const text = textOf(version);
    const entry = lock.versions[text.id];
    const adopted = entry ? updated(folder, version, text, entry) : fresh(folder, version, text);
    if (!adopted) return [];
    entries[text.id] = adopted.entry;
    return [
      ...(adopted.isTextNew ? [textChange(folder, text)] : []),
      ...(entry ? [] : renamedImport(folder, version)),
    ];
  });
  const count = Object.keys(entries).length;
  const unsealed = lock.format === 1 ? Object.keys(lock.versions).length : 0;
  const isMoving = wanted.length === 0 && hasOldFile(folder);
  if (count === 0 && unsealed === 0 && !isMoving) {
    print('Nothing to adopt: every version is already in the lock.');
    return open;
  }
  recordTogether(folder, lock, entries, changes, isMoving);
  for (const id of Object.keys(entries)) print(`${id}  ${entries[id]?.text ?? ''}`);
  if (count > 0) print(`Recorded ${versionsIn(count)} in the lock.`);
  if (unsealed > 0) print(`Sealed the lock, which had ${versionsIn(unsealed)}.`);
  if (isMoving)
    print('Moved the lock to a file for each notice: commit them, and the removed file.');
  return open;
}

/** So many warnings are printed: a history may have thousands. */
const MOST_WARNINGS = 12;

/** Warnings about what an import left open in versions that are not in the lock yet. */
function openIn(folder: Folder, lock: Lock, versions: readonly CheckedVersion[]): string[] {
  const warnings = versions.flatMap((version) => {
    if (lock.versions[textOf(version).id]) return [];
    const name = accountNameOf(folder, version);
    return openOfImport(folder.directory, version, name);
  });
  const more = warnings.length - MOST_WARNINGS;
  return more > 0
    ? [...warnings.slice(0, MOST_WARNINGS), `and ${counted(more, 'more warning')} of this kind`]
    : warnings;
}

/** The name of the account of a version: its own, or that of the draft which it was. */
const accountNameOf = ({ directory }: Folder, { notice, name }: CheckedVersion): string =>
  readImport(directory, notice, name) ? name : DRAFT;

/** Whether an earlier release has left entries in one file. */
const hasOldFile = ({ locked }: Folder): boolean =>
  locked.lockFiles.some(({ notice }) => notice === undefined);

const versionsIn = (count: number): string => `${count} ${count === 1 ? 'version' : 'versions'}`;

/**
 * Whether the file of a version may be taken into the lock again although it has changed: its text
 * is what was published, somebody names it, and its entry has no seal yet.
 */
function isRetaken(version: CheckedVersion, lock: Lock, wanted: readonly string[]): boolean {
  const { id, text, facts } = textOf(version);
  const entry = lock.versions[id];
  return (
    entry?.seal === undefined &&
    entry?.text === sha256(text) &&
    entry.published === facts.published &&
    wanted.includes(id)
  );
}

/** The result of adopting a version. */
interface Adopted {
  entry: LockEntry;
  /** Whether its text is written to the record. */
  isTextNew: boolean;
}

/** Updates a version of the lock: facts that were added later, and what the record has lost of it. */
function updated(
  { directory, locked }: Folder,
  { source }: CheckedVersion,
  { id, facts, text }: VersionText,
  entry: LockEntry,
): Adopted | undefined {
  const updates = { ...entry, later: laterFactsOf(facts), source: source() };
  const isLost = sha256(text) === entry.text && readText(directory, id) !== text;
  const isSame = isDeepStrictEqual(updates, entry) && hasCopies(entry, locked);
  return isLost || !isSame ? { entry: updates, isTextNew: isLost } : undefined;
}

/** Whether the record has what it can have: a file that is gone or has changed is put back first. */
const hasCopies = (entry: LockEntry, { copies, publicFiles }: Folder['locked']): boolean =>
  filesOfEntry(entry).every(
    ([name, hash]) => copies.get(hash) === hash || publicFiles.get(name) !== hash,
  );

/** The changes that give a version the account of the draft which it was: an imported one that was renamed. */
function renamedImport({ directory }: Folder, version: CheckedVersion): FileChange[] {
  const { notice, name } = version;
  const account = readImport(directory, notice, DRAFT);
  const hasDraft = existsSync(path.join(directory, ...notice.split('/'), `${DRAFT}.mdx`));
  return !hasDraft && account?.notice.sha256 === hashOfNotice(version.document())
    ? movedImport(directory, notice, name)
    : [];
}

/** Adds a version that is not in the lock. */
function fresh(folder: Folder, version: CheckedVersion, text: VersionText): Adopted {
  const { id } = text;
  const kept = readText(folder.directory, id);
  const isCorrected = folder.locked.beforeErrata.some((each) => each.id === id);
  if (isCorrected || (kept !== undefined && kept !== text.text)) {
    const what = isCorrected ? 'the text before a correction of' : 'a different text of';
    throw new Refusal(
      `the record has ${what} ${id}: it was published before and has changed since`,
      'put the lock and the file back as they were, for example with git checkout',
    );
  }
  return { entry: entryOf(folder, version, text), isTextNew: true };
}
