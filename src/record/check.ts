/** Checks the files of a folder of notices against its lock. */
import { shellWord } from '../findings/shell.ts';
import type { PublicFault } from '../disk/public.ts';
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import type { CheckedVersion } from '../checks/file.ts';
import {
  compareVersionNames,
  parseVersionName,
  placeOfFile,
  idOfVersion,
  noticeOfId,
} from '../notices/names.ts';
import type { IsoDate } from '../notices/dates.ts';
import { isInBetween } from '../notices/timeline.ts';
import { LATER_FACTS } from '../notices/text.ts';
import { checkFiles } from './check-files.ts';
import { checkSeals } from './check-seals.ts';
import { placesOfEntries, type LockFile } from './lock-files.ts';
import { isFault, type Lock, type LockEntry, type LockFault } from './lock.ts';
import { readablePart } from './unreadable.ts';
import { removedFrom } from './removed.ts';
import { checkRepeated } from './repeated.ts';
import { laterFactsOf } from './source.ts';

/** A version that could be read, and the hash of its file. */
export interface HashedVersion extends Pick<
  CheckedVersion,
  | 'notice'
  | 'name'
  | 'translation'
  | 'date'
  | 'sequence'
  | 'file'
  | 'draft'
  | 'facts'
  | 'document'
  | 'files'
> {
  source: string;
}

export interface LockedFolder {
  today: IsoDate;
  /** The path of the folder, of the lock and of every version's file, as findings name them. */
  folder: string;
  /** The folder of the lock's files, or the one file that it was in earlier releases. */
  lockFile: string;
  /** The files of the lock that are there and can be read as text. */
  lockFiles: readonly LockFile[];
  recordFolder: string;
  publicFolder: string;
  /** The SHA-256 of the public files that versions show, by their names; those that are there. */
  publicFiles: ReadonlyMap<string, string>;
  /** Why files of the lock that are there cannot be read or shown, by their names. */
  unfitFiles: ReadonlyMap<string, PublicFault>;
  /** The copies of files in the record: the hash that each is named after, and the one it has. */
  copies: ReadonlyMap<string, string>;
  /** Every version's file by its address, including versions that could not be read. */
  files: ReadonlyMap<string, string>;
  versions: readonly HashedVersion[];
  /** Undefined if there is no lock. */
  lock: Lock | LockFault | undefined;
  /** Only of a part of a folder that is recorded as a whole: its path in that, and the whole lock. */
  around?: { part: string; lock: Lock };
  /** The ids of the versions whose texts are in the record; of a part, those of the whole. */
  recorded: readonly string[];
  /** The corrections whose text before them is in the record, numbered from 1; as above. */
  beforeErrata: readonly { id: string; erratum: number }[];
}

/** A command for a hint. */
const command = (words: string): string => `npx noticeboard ${words}`;

/**
 * Reports published versions that changed or disappeared, and new ones that come before them.
 *
 * @param isStrict whether a version that is not in the lock is an error, as in public builds
 */
export function checkLock(folder: LockedFolder, isStrict: boolean): Finding[] {
  const { lock, lockFile } = folder;
  if (lock === undefined) {
    const place = { file: folder.folder, line: 1, column: 1 };
    if (folder.recorded.length + folder.beforeErrata.length + folder.copies.size > 0) {
      const hint = `put it back, for example with: git checkout -- ${shellWord(lockFile)}`;
      return [
        finding('lock-lost', place, `the lock ${lockFile} is missing, but the record exists`, hint),
      ];
    }
    if (!folder.versions.some(({ draft }) => !draft)) return [];
    const message = 'there is no lock, so nobody would notice if a published version changed';
    const hint = `${command('adopt')}\nIf there was one, put it back together with the record: git checkout -- ${shellWord(lockFile)} ${folder.recordFolder}`;
    return [finding('lock-missing', place, message, hint)];
  }
  if (isFault(lock)) {
    const others = lock.rest ? checkLock(readablePart(folder), isStrict) : [];
    return [...faultsOfLock(lock, lockFile), ...others];
  }
  const published = folder.versions.filter(({ draft }) => !draft);
  const removed = removedFrom(folder, lock, published);
  // A lock is sound as a whole or not at all.
  const whole = folder.around?.lock ?? lock;
  return [
    ...checkSeals(whole, folder),
    ...checkFiles(folder, lock),
    ...removed.findings,
    ...missingFromLock(folder, whole),
    ...erasedErrata(folder, whole),
    ...wrongErrata(folder, whole),
    ...published.flatMap((version) => {
      const entry = lock.versions[idOfVersion(version)];
      if (entry) {
        return [
          ...changedSince(version, entry),
          ...publishedOtherwise(version, entry),
          ...laterThan(version, entry),
        ];
      }
      if (removed.isRenamed(idOfVersion(version))) return [];
      const repeated = checkRepeated(version, folder, lock.versions);
      return repeated.length > 0 ? repeated : newIn(version, folder, isStrict);
    }),
  ];
}

/** Reports why a lock cannot be read, for each of its files that cannot. */
const faultsOfLock = (fault: LockFault, lockFile: string): Finding[] =>
  [fault, ...(fault.others ?? [])].map((each) => {
    const { file = lockFile, line, kind, message } = each;
    const code = kind === 'newer' ? 'lock-newer' : 'lock-unreadable';
    return finding(
      code,
      { file, line, column: 1 },
      `the lock ${message}`,
      hintForFault(each, file),
    );
  });

/** What to do about a lock that cannot be read. */
export function hintForFault({ kind }: LockFault, lockFile: string): string {
  if (kind === 'newer') {
    return 'install what package-lock.json names: npm ci\nor update Noticeboard: npm install noticeboard@latest';
  }
  if (kind === 'merge') {
    return `join what both sides recorded: ${command('resolve')}`;
  }
  const edit = editForFault(kind, lockFile);
  if (edit !== undefined) return edit;
  const last = `put back the last valid lock, for example with: git checkout -- ${shellWord(lockFile)}`;
  return kind === 'unsealed'
    ? `${last}\nAfter a merge with a branch whose lock had no seals, add what it published: ${command('adopt')}`
    : last;
}

/** The edit for a file of the lock whose entries are sound, but not where they belong; it may be in no commit. */
function editForFault(kind: LockFault['kind'], lockFile: string): string | undefined {
  if (kind === 'no-entries') {
    return `delete ${lockFile}: a notice without a published version has no file of the lock`;
  }
  if (kind === 'misplaced') {
    return 'move that entry, unchanged, to the file of its own notice; if it is there already, delete it here';
  }
  if (kind === 'old-format') {
    const old = lockFile.replace(/\.locks\/.*$/s, '.lock.json');
    return `move its entries to ${old}, and add seals to them: ${command('adopt')}`;
  }
  if (kind === 'doubled') {
    return 'delete that entry here: the notice is continued in its own file\nIf only the entry here has the last correction, put it in the place of the other first';
  }
  return undefined;
}

/** Reports versions whose text is in the record but which have no entry in the lock. */
function missingFromLock(folder: LockedFolder, { versions: locked }: Lock): Finding[] {
  const placeOf = placesOfEntries(folder);
  return folder.recorded
    .filter((id) => !(id in locked))
    .map((id) => {
      const place = placeOf(id);
      const message = `the lock has no entry for ${id}, but the record has its text`;
      const adopting = `\nIf the file is what was published: ${command(`adopt ${id}`)}`;
      const hint = `${putBack(place)}${folder.files.has(id) ? adopting : ''}`;
      return finding('lock-lost', place, message, hint);
    });
}

const putBack = ({ file }: Place): string =>
  `put the lock back, for example with: git checkout -- ${shellWord(file)}`;

/** Reports corrections that the record knows of and the lock does not: they were taken back. */
function erasedErrata(folder: LockedFolder, { versions: locked }: Lock): Finding[] {
  const placeOf = placesOfEntries(folder);
  return folder.beforeErrata
    .filter(({ id, erratum }) => (locked[id]?.errata.length ?? 0) < erratum)
    .map(({ id, erratum }) => {
      const place = placeOf(id);
      const message = `the lock does not have erratum ${erratum} of ${id}, but the record has the text before it`;
      return finding(
        'erratum-changed',
        place,
        message,
        `a correction stays on record: ${putBack(place)}`,
      );
    });
}

/** Reports corrections before the version that they correct, or out of order. */
function wrongErrata(folder: LockedFolder, { versions: locked }: Lock): Finding[] {
  const placeOf = placesOfEntries(folder);
  return Object.entries(locked).flatMap(([id, { published, errata }]) =>
    errata.flatMap(({ on }, index) => {
      const earliest = errata[index - 1]?.on ?? published;
      if (on >= earliest) return [];
      const place = placeOf(id);
      const after = index === 0 ? 'the version was published' : `erratum ${index}`;
      const message = `erratum ${index + 1} of ${id} is dated ${on}, before ${after}, ${earliest}`;
      return [finding('erratum-changed', place, message, putBack(place))];
    }),
  );
}

const startOf = ({ file }: HashedVersion): Place => ({ file, line: 1, column: 1 });

/** Reports a lock whose day of publication is not the one in the file, which cannot change. */
function publishedOtherwise(version: HashedVersion, { published, source }: LockEntry): Finding[] {
  if (version.source !== source || version.facts.published === published) return [];
  const message = `the lock says that this version was published on ${published}, its file on ${version.facts.published}`;
  const hint = 'put the lock back, for example with git checkout';
  return [finding('version-changed', startOf(version), message, hint)];
}

/** Reports a file that is not the one that was published. */
function changedSince(version: HashedVersion, { source }: LockEntry): Finding[] {
  if (version.source === source) return [];
  return [changed(version.file, idOfVersion(version), [])];
}

/**
 * The finding for a published version that has changed.
 *
 * @param differences a line for each difference; empty if only the file is known to differ
 * @param line of the file, counting from 1, on which the first difference is
 */
export function changed(
  file: string,
  id: string,
  differences: readonly string[],
  line = 1,
): Finding {
  const what =
    differences.length > 0
      ? `the text of this published version has changed:\n    ${differences.join('\n    ')}`
      : 'the file of this published version has changed';
  // A translation gets new text when its original does.
  const isTranslation = placeOfFile(file).translation !== undefined;
  return finding(
    'version-changed',
    { file, line, column: 1 },
    what,
    `undo the change${isTranslation ? '' : `; write new text in a draft (${command(`revise ${noticeOfId(id)}`)})`}, or correct a mistake with: ${command(`erratum ${id} --by <role> --reason <why>`)}`,
  );
}

/** Facts added after publication may be added or moved to a later day, never removed. */
function laterThan(version: HashedVersion, { later: recorded }: LockEntry): Finding[] {
  const now = laterFactsOf(version.facts);
  const removed = LATER_FACTS.filter((fact) => !continues(recorded, now, fact));
  if (removed.length > 0) {
    const [fact] = removed;
    const was = fact && JSON.stringify(recorded[fact]);
    return [
      finding(
        'fact-withdrawn',
        startOf(version),
        `\`${fact}\` was ${was} when recorded and has been changed or removed`,
        `put it back: ${fact}: ${was}`,
      ),
    ];
  }
  if (now.calledOff && !recorded.calledOff) {
    const message = '`calledOff` was written by hand, so nothing shows that it was there in time';
    const hint = `delete it, and if the version has not begun: ${command(`call-off ${idOfVersion(version)} --by <role> --reason <why>`)}`;
    return [finding('call-off-unrecorded', startOf(version), message, hint)];
  }
  if (JSON.stringify(now) === JSON.stringify(recorded)) return [];
  const message = 'facts were added to this version but are not in the lock';
  return [
    finding('fact-unrecorded', startOf(version), message, command(`adopt ${idOfVersion(version)}`)),
  ];
}

/** Whether a fact is unchanged, or was changed in a way that is allowed after publication. */
function continues(
  before: LockEntry['later'],
  now: LockEntry['later'],
  fact: (typeof LATER_FACTS)[number],
): boolean {
  if (before[fact] === undefined) return true;
  if (fact === 'notified') {
    const entries = (now.notified ?? []).map((each) => JSON.stringify(each));
    return (before.notified ?? []).every((each) => entries.includes(JSON.stringify(each)));
  }
  // A waiver ends, or is taken back: it was never part of what people read.
  if (fact === 'waived') return true;
  if (fact === 'calledOff') return JSON.stringify(now[fact]) === JSON.stringify(before[fact]);
  // A review can move to a later day; a withdrawal cannot move.
  if (fact === 'withdrawn') return now.withdrawn === before.withdrawn;
  return (now[fact] ?? '') >= (before[fact] ?? '');
}

/** The name of the file for a draft of this version's notice. */
const draftOf = ({ translation }: HashedVersion): string =>
  translation ? `draft.${translation.language}.mdx` : 'draft.mdx';

/** Reports a version that is not in the lock: a new one, or one dated before a published one. */
function newIn(
  version: HashedVersion,
  { lock, today }: LockedFolder,
  isStrict: boolean,
): Finding[] {
  // Versions may be translated in any order: their originals are in the record.
  const last = version.translation ? undefined : slippedBefore(version, lock, today);
  if (last !== undefined) {
    const message = `this version is not in the lock and comes before ${last}, which is published`;
    const hint = `rename it to ${draftOf(version)} and publish it for a day on which ${last} has not begun: ${command(`publish ${version.notice} --effective <day>`)}\nIf it really was published then, add it to the record with: ${command(`adopt ${idOfVersion(version)}`)}`;
    return [finding('version-slipped-in', startOf(version), message, hint)];
  }
  if (!isStrict) return [];
  const message = 'this version is not in the lock, so it is not published';
  const hint = `to publish it as it is: ${command(`adopt ${idOfVersion(version)}`)}\nor rename it to ${draftOf(version)} and publish that: ${command(`publish ${version.notice}`)}`;
  return [finding('version-unlocked', startOf(version), message, hint)];
}

/**
 * The last published version that a new one comes before, without having been published in between:
 * after that one, and while neither had begun.
 */
function slippedBefore(
  version: HashedVersion,
  lock: LockedFolder['lock'],
  today: IsoDate,
): string | undefined {
  if (!lock || isFault(lock)) return undefined;
  const prefix = `${version.notice}/`;
  const { facts } = version;
  return Object.entries(lock.versions)
    .flatMap(([id, { published }]) => {
      const name = id.startsWith(prefix) && parseVersionName(id.slice(prefix.length));
      return name ? [{ ...name, published, effective: name.date }] : [];
    })
    .filter((later) => compareVersionNames(later, version) > 0)
    .filter(
      (later) =>
        facts.effective < today || facts.published > facts.effective || !isInBetween(facts, later),
    )
    .toSorted(compareVersionNames)
    .at(-1)?.name;
}
