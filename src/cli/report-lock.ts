/** What a branch changed in the lock: entries of versions that were published, corrected or erased. */
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import { counted } from '../findings/report.ts';
import { noticeOfId } from '../notices/names.ts';
import { isFault, type Lock, type LockEntry } from '../record/lock.ts';
import { lockOfFiles, type LockFile } from '../record/lock-files.ts';
import type { LockedFolder } from '../record/check.ts';
import type { LockChange } from './report-model.ts';

export interface LockComparison {
  changes: LockChange[];
  findings: Finding[];
  /** Why the locks could not be compared. */
  note?: string;
}

/**
 * Compares the lock with that of a commit. What a lock and its seals cannot show, only its past does:
 * that an entry was erased, or written anew with other fingerprints.
 *
 * @param lockFiles the files of the lock at the commit
 * @param ref the commit, as it was typed
 */
export function compareLocks(
  lockFiles: readonly LockFile[],
  locked: Pick<LockedFolder, 'lock' | 'lockFile' | 'lockFiles' | 'around'>,
  ref: string,
): LockComparison {
  const { lock, around } = locked;
  const before = lockOfFiles(lockFiles).lock;
  if (before && isFault(before)) {
    const note = `The lock at ${ref} ${before.message}, so it was not compared.`;
    return { changes: [], findings: [], note };
  }
  // One that cannot be read now is an error of its own.
  if (lock && isFault(lock)) return { changes: [], findings: [] };
  const [old, now] = [entriesOf(before, around?.part), lock?.versions ?? {}];
  const ids = [...new Set([...Object.keys(old), ...Object.keys(now)])].toSorted();
  const changes = ids.flatMap((id) => changeOf(id, old[id], now[id]) ?? []);
  return {
    changes,
    findings: ids.flatMap((id) => {
      const rewritten = old[id] && now[id] && rewrittenIn(old[id], now[id]);
      if (!rewritten) return [];
      return [
        finding(
          'version-changed',
          placeOf(id, locked),
          `the lock has another ${rewritten} of ${id} than at ${ref}, and no correction says why`,
          `put the entry back: git checkout ${ref} -- ${locked.lockFile}\nTo correct a published text: npx noticeboard erratum ${id}`,
        ),
      ];
    }),
  };
}

/** Reports versions that were in the lock at the commit, and have neither an entry nor a file now. */
export const erasedVersions = (
  changes: readonly LockChange[],
  locked: Pick<LockedFolder, 'files' | 'lockFile' | 'lockFiles' | 'folder' | 'around'>,
  { ref, commit }: { ref: string; commit: string },
): Finding[] =>
  changes
    .filter(({ id, kind }) => kind === 'removed' && !locked.files.has(id))
    .map(({ id }) =>
      finding(
        'version-removed',
        placeOf(id, locked),
        `${id} was published at ${ref}, and is gone with its entry in the lock`,
        `put back what is gone: git checkout ${commit.slice(0, 12)} -- ${locked.folder} ${locked.lockFile}\nTo end a notice, withdraw it instead of deleting it: add withdrawn: "<day>" to its facts`,
      ),
    );

/** The file of the lock that has, or would have, an entry; the lock where that is gone. */
function placeOf(
  id: string,
  { lockFile, lockFiles, around }: Pick<LockedFolder, 'lockFile' | 'lockFiles' | 'around'>,
): Place {
  const notice = (around?.part ?? '') + noticeOfId(id);
  const file = lockFiles.find((each) => each.notice === notice)?.file ?? lockFile;
  return { file, line: 1, column: 1 };
}

/** The entries of a part of a folder by the ids that they have in it; all, if it is the whole. */
const entriesOf = (lock: Lock | undefined, part = ''): Record<string, LockEntry> =>
  Object.fromEntries(
    Object.entries(lock?.versions ?? {})
      .filter(([id]) => id.startsWith(part))
      .map(([id, entry]) => [id.slice(part.length), entry]),
  );

function changeOf(
  id: string,
  before: LockEntry | undefined,
  after: LockEntry | undefined,
): LockChange | undefined {
  if (!before) return after && { id, kind: 'added', what: [] };
  if (!after) return { id, kind: 'removed', what: [] };
  const what = differencesOf(before, after);
  return what.length === 0 ? undefined : { id, kind: 'changed', what };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What of an entry is different, in words. */
function differencesOf(before: LockEntry, after: LockEntry): string[] {
  const corrections = after.errata.length - before.errata.length;
  const later = [...new Set([...Object.keys(before.later), ...Object.keys(after.later)])]
    .filter((name) => !same(valueOf(before.later, name), valueOf(after.later, name)))
    .map((name) => `\`${name}\``);
  return [
    ...(corrections > 0 ? [counted(corrections, 'correction')] : []),
    ...(corrections < 0 ? [`${counted(-corrections, 'correction')} taken out`] : []),
    ...(corrections === 0 && !same(before.errata, after.errata) ? ['its corrections'] : []),
    ...later,
    ...(before.text !== after.text ? ['its text'] : []),
    ...(before.source !== after.source && before.text === after.text ? ['its file'] : []),
    ...(same(before.anchors, after.anchors) ? [] : ['its anchors']),
    ...(same(before.files ?? {}, after.files ?? {}) ? [] : ['its pictures and files']),
    ...(before.published === after.published && before.recorded === after.recorded
      ? []
      : ['the day it was recorded']),
    ...(before.seal === undefined && after.seal !== undefined ? ['its first seal'] : []),
    ...(before.seal !== undefined && before.seal !== after.seal ? ['its seal'] : []),
  ];
}

const valueOf = (later: object, name: string): unknown => new Map(Object.entries(later)).get(name);

/** What of an entry must never change without a correction, and did. */
function rewrittenIn(before: LockEntry, after: LockEntry): string | undefined {
  if (after.errata.length > before.errata.length) return undefined;
  if (before.text !== after.text) return 'text';
  if (before.source !== after.source) return 'file';
  if (after.errata.length < before.errata.length) return 'list of corrections';
  return undefined;
}
