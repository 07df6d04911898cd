/** A folder of notices against its lock, as far as the files tell. */
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import { canonicalTag } from '../checks/translations.ts';
import type { CheckedVersion } from '../checks/folder.ts';
import {
  compareVersionNames,
  fileOfVersion,
  parseVersionName,
  placeOfFile,
} from '../notices/names.ts';
import { LATER_FACTS } from '../notices/text.ts';
import { isFault, type Lock, type LockEntry, type LockFault } from './lock.ts';
import { laterFactsOf } from './source.ts';

/** A version that could be read, and the hash of its file. */
export interface HashedVersion extends Pick<
  CheckedVersion,
  'notice' | 'name' | 'translation' | 'date' | 'sequence' | 'file' | 'draft' | 'facts'
> {
  source: string;
}

export interface LockedFolder {
  /** The folder, the lock, and every file of a version, as people are shown them. */
  folder: string;
  lockFile: string;
  /** By address, also of versions that could not be read. */
  files: ReadonlyMap<string, string>;
  versions: readonly HashedVersion[];
  /** Nothing when there is none. */
  lock: Lock | LockFault | undefined;
  lockText: string;
  /** The versions whose texts are in the record: they were published. */
  recorded: readonly string[];
}

/** The command that is told to publishers. */
const command = (words: string): string => `npm run notices -- ${words}`;

const idOf = ({ notice, name }: Pick<HashedVersion, 'notice' | 'name'>): string =>
  `${notice}/${name}`;

/**
 * What was published must still be there as it was, and what is new must come after it.
 *
 * @param isStrict whether a version that is not in the lock is an error: in builds for the public
 */
export function checkLock(folder: LockedFolder, isStrict: boolean): Finding[] {
  const { lock, lockFile } = folder;
  if (lock === undefined) {
    const place = { file: folder.folder, line: 1, column: 1 };
    if (folder.recorded.length > 0) {
      const hint = `put it back, such as by: git checkout -- ${lockFile}`;
      return [
        finding('lock-lost', place, `the lock ${lockFile} is gone, and the record is there`, hint),
      ];
    }
    if (!folder.versions.some(({ draft }) => !draft)) return [];
    const message = 'there is no lock: a published version could change and no one would notice';
    return [finding('lock-missing', place, message, command('adopt'))];
  }
  if (isFault(lock)) {
    const place = { file: lockFile, line: lock.line, column: 1 };
    const hint =
      lock.kind === 'merge'
        ? `take one side whole, and then in what the other has published:\ngit checkout --ours -- ${lockFile}\n${command('adopt')}`
        : `put back the last good one, such as by: git checkout -- ${lockFile}`;
    return [finding('lock-unreadable', place, `the lock ${lock.message}`, hint)];
  }
  const published = folder.versions.filter(({ draft }) => !draft);
  return [
    ...removedFrom(folder, lock, published),
    ...forgottenBy(folder, lock),
    ...published.flatMap((version) => {
      const entry = lock.versions[idOf(version)];
      if (entry) return [...changedSince(version, entry), ...laterThan(version, entry)];
      return newIn(version, lock, isStrict);
    }),
  ];
}

/** Versions of the lock that the folder has no file for. */
function removedFrom(
  { folder, files, lockFile, lockText }: LockedFolder,
  { versions: locked }: Lock,
  published: readonly HashedVersion[],
): Finding[] {
  const lines = lockText.split('\n');
  const bySource = new Map(published.map((version) => [version.source, version]));
  return Object.entries(locked).flatMap(([id, { source }]) => {
    if (files.has(id)) return [];
    const line = lines.findIndex((each) => each.includes(`"${id}"`)) + 1;
    const place = { file: lockFile, line: Math.max(line, 1), column: 1 };
    const twin = bySource.get(source);
    // The same text under a name that the lock does not know: it was renamed.
    if (twin && !(idOf(twin) in locked)) {
      const message = `the published version ${id} is now ${idOf(twin)}: links to its address would be dead`;
      const hint = `rename ${twin.file} back. To have another address as well, let your host redirect it to /${id}/`;
      return [finding('version-removed', place, message, hint)];
    }
    const message = `the published version ${id} is not there any more`;
    const hint = `put its file back, such as by: git checkout -- ${folder}/${fileOfLocked(id, locked)}\nWhat no longer applies is withdrawn, not deleted: add withdrawn: "<day>" to its facts`;
    return [finding('version-removed', place, message, hint)];
  });
}

/** The file that a version had: the lock knows addresses alone, and a translation's is a file's of its original. */
function fileOfLocked(id: string, locked: Lock['versions']): string {
  const [name = '', language = '', ...folders] = id.split('/').toReversed();
  const of = folders.toReversed().join('/');
  return `${of}/${name}` in locked && canonicalTag(language) === language
    ? fileOfVersion({ notice: `${of}/${language}`, name, translation: { language, of } })
    : `${id}.mdx`;
}

/** Versions that the record has the text of, and the lock no entry. */
const forgottenBy = ({ recorded, lockFile }: LockedFolder, { versions: locked }: Lock): Finding[] =>
  recorded
    .filter((id) => !(id in locked))
    .map((id) => {
      const place = { file: lockFile, line: 1, column: 1 };
      const message = `the lock has no entry for ${id}, which the record has the text of`;
      const hint = `put the lock back, such as by: git checkout -- ${lockFile}\nIf its file is what was published: ${command(`adopt ${id}`)}`;
      return finding('lock-lost', place, message, hint);
    });

const startOf = ({ file }: HashedVersion): Place => ({ file, line: 1, column: 1 });

/** Whether the file is the one that was published. */
function changedSince(version: HashedVersion, { source }: LockEntry): Finding[] {
  if (version.source === source) return [];
  return [changed(version.file, idOf(version), [])];
}

/** The finding for a version that is not as it was published; what differs, as far as is known. */
export function changed(file: string, id: string, words: readonly string[], line = 1): Finding {
  const told = words.length > 0 ? `:\n    ${words.join('\n    ')}` : '';
  // New words of a translation come with those of its original.
  const isTranslation = placeOfFile(file).translation !== undefined;
  return finding(
    'version-changed',
    { file, line, column: 1 },
    `this version is published, and ${words.length > 0 ? 'does not say what it said' : 'its file is not what it was'}${told}`,
    `undo the change${isTranslation ? '' : `; put new words in a draft (${command(`revise ${id.slice(0, id.lastIndexOf('/'))}`)})`}, or correct a slip with: ${command(`erratum ${id} --by <role> --reason <why>`)}`,
  );
}

/** Facts that are added later may be added and moved on, and not taken back. */
function laterThan(version: HashedVersion, { later: recorded }: LockEntry): Finding[] {
  const now = laterFactsOf(version.facts);
  const taken = LATER_FACTS.filter((fact) => !goesOn(recorded, now, fact));
  if (taken.length > 0) {
    const [fact] = taken;
    const was = fact && JSON.stringify(recorded[fact]);
    return [
      finding(
        'fact-withdrawn',
        startOf(version),
        `${fact} was recorded as ${was}, and is not so any more`,
        `write it as it was: ${fact}: ${was}`,
      ),
    ];
  }
  if (JSON.stringify(now) === JSON.stringify(recorded)) return [];
  const message = 'facts were added to this version that the lock does not have';
  return [finding('fact-unrecorded', startOf(version), message, command(`adopt ${idOf(version)}`))];
}

function goesOn(
  before: LockEntry['later'],
  now: LockEntry['later'],
  fact: (typeof LATER_FACTS)[number],
): boolean {
  if (before[fact] === undefined) return true;
  if (fact === 'notified') {
    const told = (now.notified ?? []).map((each) => JSON.stringify(each));
    return (before.notified ?? []).every((each) => told.includes(JSON.stringify(each)));
  }
  // A review goes on from day to day; a withdrawal stays where it is.
  if (fact === 'withdrawn') return now.withdrawn === before.withdrawn;
  return (now[fact] ?? '') >= (before[fact] ?? '');
}

/** What the draft of a version's notice is called. */
const draftOf = ({ translation }: HashedVersion): string =>
  translation ? `draft.${translation.language}.mdx` : 'draft.mdx';

/** A version that is not in the lock: new, or slipped in among those that are. */
function newIn(version: HashedVersion, { versions: locked }: Lock, isStrict: boolean): Finding[] {
  const prefix = `${version.notice}/`;
  // What is translated may be translated in any order: its original is in the record.
  const later = Object.keys(locked)
    .filter((id) => id.startsWith(prefix) && !id.slice(prefix.length).includes('/'))
    .flatMap((id) => parseVersionName(id.slice(prefix.length)) ?? [])
    .filter((name) => compareVersionNames(name, version) > 0);
  const [last] = later.toSorted((a, b) => compareVersionNames(b, a));
  if (last && !version.translation) {
    const message = `this version is not in the lock, and would stand before ${last.name}, which is published`;
    const hint = `date it after ${last.name}; if it really was published then, take it into the record with: ${command(`adopt ${idOf(version)}`)}`;
    return [finding('version-slipped-in', startOf(version), message, hint)];
  }
  if (!isStrict) return [];
  const message = 'this version is not in the lock, so it is not published';
  const hint = `to publish it as it stands: ${command(`adopt ${idOf(version)}`)}\nor make it a ${draftOf(version)} and publish that: ${command(`publish ${version.notice}`)}`;
  return [finding('version-unlocked', startOf(version), message, hint)];
}
