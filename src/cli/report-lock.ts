/** What a branch changed in the lock: entries of versions that were published, corrected or erased. */
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import { counted } from '../findings/report.ts';
import { shellWord } from '../findings/shell.ts';
import { noticeOfId } from '../notices/names.ts';
import { isFault, type Lock, type LockEntry } from '../record/lock.ts';
import { firstStateOf } from '../record/seal.ts';
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
 * @param since the commit, and as it was typed
 */
export function compareLocks(
  lockFiles: readonly LockFile[],
  locked: Pick<LockedFolder, 'lock' | 'lockFile' | 'lockFiles' | 'around'>,
  { ref, commit }: { ref: string; commit: string },
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
      const place = placeOf(id, locked);
      return [
        finding(
          'version-changed',
          place,
          `the lock has another ${rewritten} of ${id} than at ${ref}, and no correction says why`,
          `put the entry back: ${putBack(commit, [place.file])}\nTo correct a published text: npx noticeboard erratum ${id}`,
        ),
      ];
    }),
  };
}

/** Reports versions that were in the lock at the commit, and have neither an entry nor a file now. */
export const erasedVersions = (
  changes: readonly LockChange[],
  locked: Pick<
    LockedFolder,
    'files' | 'lockFile' | 'lockFiles' | 'folder' | 'recordFolder' | 'around'
  >,
  { ref, commit, lockFiles }: { ref: string; commit: string; lockFiles: readonly LockFile[] },
): Finding[] =>
  changes
    .filter(({ id, kind }) => kind === 'removed' && !locked.files.has(id))
    .map(({ id }) => {
      const whole = (locked.around?.part ?? '') + id;
      const notice = noticeOfId(whole);
      const hadOwn = lockFiles.some((each) => each.notice === notice);
      const gone = [
        `${locked.folder}/${id}.mdx`,
        hadOwn ? `${locked.lockFile}/${notice}.json` : locked.lockFile,
        `${locked.recordFolder}/${whole}.txt`,
      ];
      return finding(
        'version-removed',
        placeOf(id, locked),
        `${id} was published at ${ref}, and is gone with its entry in the lock`,
        `put back what is gone: ${putBack(commit, gone)}\nTo end a notice, withdraw it instead of deleting it: add withdrawn: "<day>" to its facts`,
      );
    });

/** The command for some files alone: others of the branch may have been edited since. */
const putBack = (commit: string, files: readonly string[]): string =>
  ['git', 'checkout', commit.slice(0, 12), '--', ...files.map(shellWord)].join(' ');

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
  if (!after) return before && { id, kind: 'removed', what: [] };
  const what = before ? differencesOf(before, after) : [];
  if (before && what.length === 0) return undefined;
  const made = after.errata
    .slice(before?.errata.length ?? 0)
    .map(({ on, by, reason }) => ({ on, by, reason }));
  const kind = before ? 'changed' : 'added';
  return { id, kind, what, ...(made.length > 0 && { corrections: made }) };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What of an entry is different, in words. */
function differencesOf(before: LockEntry, after: LockEntry): string[] {
  const corrections = after.errata.length - before.errata.length;
  const taken = new Set(takenFrom(before, after));
  const later = [...new Set([...Object.keys(before.later), ...Object.keys(after.later)])]
    .filter((name) => !same(valueOf(before.later, name), valueOf(after.later, name)))
    .map((name) => (taken.has(name) ? `\`${name}\` taken out` : `\`${name}\``));
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

/** What of an entry must never change without a correction that says so, and did. */
function rewrittenIn(before: LockEntry, after: LockEntry): string | undefined {
  if (!same(after.errata.slice(0, before.errata.length), before.errata)) {
    return 'list of corrections';
  }
  if (before.published !== after.published) return 'day of publication';
  const made = after.errata.slice(before.errata.length);
  // Each correction keeps what it replaced, so all of them together tell what was there before the first.
  const was = firstStateOf({ ...after, errata: made });
  if (before.text !== was.text) return 'text';
  // In a lock without seals, a correction keeps the text alone.
  const keepsText = before.seal === undefined && made.some(({ source }) => source === undefined);
  return keepsText ? undefined : rewrittenBeside(before, was);
}

/** What of an entry is different beside its text, that is no fact added later. */
function rewrittenBeside(
  before: LockEntry,
  was: Pick<LockEntry, 'source' | 'anchors' | 'files'>,
): string | undefined {
  if (before.source !== was.source) return 'file';
  if (!same(before.anchors, was.anchors)) return 'list of anchors';
  // A lock without seals lists no files; it gets them with its seals.
  const isListed = before.seal !== undefined && !same(before.files ?? {}, was.files ?? {});
  return isListed ? 'list of files' : undefined;
}

/** Facts that were added later, and are gone or others: a withdrawal cannot be taken back unseen. */
function takenFrom(before: LockEntry, after: LockEntry): string[] {
  return Object.keys(before.later).filter((name) => {
    const [was, is] = [valueOf(before.later, name), valueOf(after.later, name)];
    if (Array.isArray(was))
      return !Array.isArray(is) || was.some((each) => !is.some((one) => same(one, each)));
    return is === undefined;
  });
}
