/** The folder of notices, as commands use it. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { environment } from '../site/environment.ts';
import { withSlashes } from '../disk/paths.ts';
import { takeTurn } from '../disk/turn.ts';
import { rolesFor, type ApprovalRules } from '../site/approval.ts';
import { pagesOfSite } from '../site/load-pages.ts';
import { keptOf } from '../site/load-readings.ts';
import { checkFiles, readAndCheckFolder } from '../site/folder.ts';
import type { CheckedVersion, FolderFile } from '../checks/file.ts';
import type { CheckedFolder } from '../checks/folder.ts';
import { finding, isError, type Finding, type FindingCode } from '../findings/catalogue.ts';
import { isIsoDate, type IsoDate } from '../notices/dates.ts';
import { DRAFT, placeOfFile } from '../notices/names.ts';
import { datesOf, isCalledOff, placeAll, type Dated, type Placed } from '../notices/timeline.ts';
import { checkLock, hintForFault, type LockedFolder } from '../record/check.ts';
import { readLockedFolder, recordedWith } from '../record/files.ts';
import {
  clearLeftovers,
  describeUnfinished,
  finishPublishing,
  journalPathOf,
} from '../record/journal.ts';
import { emptyLock, isFault, type Lock } from '../record/lock.ts';
import { withoutProven } from '../record/settled.ts';
import { projectAt, rootHere } from './project.ts';
import { Refusal, reported, printAside } from './terminal.ts';

export interface Folder extends CheckedFolder {
  /** The folder of the project. */
  root: string;
  /** The folder of notices. */
  directory: string;
  /** The folder of files that the site serves as they are. */
  publicDirectory: string;
  /** The files of the site's pages. */
  pages: readonly string[];
  today: IsoDate;
  locked: LockedFolder;
  /** Who has to approve drafts; nobody if undefined. */
  approval: ApprovalRules | undefined;
}

/** How the folder is read. */
interface Reading {
  /** Whether earlier readings are used. What proves the record, or takes a file into it, reads anew. */
  usesKept?: boolean;
}

/**
 * Reads and checks the folder. Changes that a killed command left are reported, and not finished:
 * commands that only read change nothing.
 *
 * @throws Refusal if a newer release wrote the lock
 */
export async function readFolder({ usesKept = true }: Reading = {}): Promise<Folder> {
  const root = rootHere();
  const { noticesDirectory: directory, today } = environment(root);
  const { publicDirectory, pagesDirectory, approval } = await projectAt(root);
  const places = { root, directory, publicDirectory, pages: pagesOfSite(pagesDirectory), today };
  const options = { ...places, drafts: true };
  const checked = await readAndCheckFolder({
    ...options,
    ...(usesKept && { kept: keptOf(root) }),
  });
  const locked = readLockedFolder(directory, checked.versions, options);
  // What a newer release wrote explains whatever else this one finds.
  if (locked.lock && isFault(locked.lock) && locked.lock.kind === 'newer') lockOf({ locked });
  const findings = [...unfinishedIn(places), ...withoutProven(checked.findings, locked)];
  return { ...checked, ...places, findings, locked, approval };
}

function unfinishedIn({ directory, root }: Pick<Folder, 'directory' | 'root'>): Finding[] {
  const unfinished = describeUnfinished(directory);
  if (!unfinished) return [];
  const file = withSlashes(path.relative(root, journalPathOf(directory)));
  const { message, hint } = unfinished;
  return [finding('journal-unfinished', { file, line: 1, column: 1 }, message, hint)];
}

/** The absolute path of a file that a finding names. */
export const absolute = ({ root }: Folder, file: string): string => path.resolve(root, file);

/**
 * Checks the folder as it would be with other files. Nothing is written.
 *
 * @param change takes the files of the folder and returns those that it would have
 */
export const folderWith = (
  { root, directory, publicDirectory, pages, today, files }: Folder,
  change: (files: readonly FolderFile[]) => FolderFile[],
): Promise<CheckedFolder> =>
  checkFiles(change(files), { root, directory, publicDirectory, pages, today, drafts: true });

/**
 * Runs work that changes the folder or the record while no other command does: two at once would
 * overwrite each other's changes. What a killed command left is finished first.
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const root = rootHere();
  const { noticesDirectory } = environment(root);
  const turns = path.join(root, '.astro', 'turns');
  const name = createHash('sha256').update(recordedWith(noticesDirectory).whole).digest('hex');
  const end = await takeTurn(path.join(turns, name.slice(0, 16)));
  try {
    clearLeftovers(noticesDirectory);
    if (finishPublishing(noticesDirectory)) {
      printAside('Finished the changes of an interrupted command.');
    }
    return await work();
  } finally {
    end();
  }
}

/**
 * Refuses to record anything of a part of a folder that is recorded as a whole: links and repeated
 * texts have to be checked in the whole, where the versions are published too.
 *
 * @param command its name, and the notice or version that it is given
 * @throws Refusal with the command for the whole
 */
export function refusePart(command: string, ids: readonly string[]): void {
  const { noticesDirectory } = environment(rootHere());
  const { whole, part } = recordedWith(noticesDirectory);
  if (part === '') return;
  const shown = (folder: string): string => withSlashes(path.relative('.', folder)) || '.';
  const words = [command, ...ids.map((id) => part + idOf(id))].join(' ');
  throw new Refusal(
    `${shown(noticesDirectory)} is a part of ${shown(whole)}, which has one lock for all its parts`,
    `run it for the whole folder: NOTICES_DIR=${shown(whole)} npx noticeboard ${words}`,
  );
}

/** What a command is for. */
interface Concern {
  /** The notices whose drafts it reads. */
  notices: readonly string[];
  /** The drafts that it has reported as left out, by their files: one that reads twice reports each once. */
  leftOut?: Set<string>;
}

/**
 * Reads the folder and checks that it has no errors. Those in the drafts of notices that the command
 * is not for are none of its business: such drafts are left out, as if they were not there.
 *
 * @throws Refusal if it has others
 */
export async function readSoundFolder({
  usesKept = true,
  ...concern
}: Reading & Concern): Promise<Folder> {
  const folder = await withoutBrokenDrafts(await readFolder({ usesKept }), concern);
  refuseErrors(folder);
  return folder;
}

/** Findings of a folder that checking its files again does not find again. */
const OF_FOLDER: ReadonlySet<FindingCode> = new Set(['file-unreadable', 'journal-unfinished']);

/**
 * A folder without the drafts of other notices that have errors, and what is found in the rest. What
 * links to such a draft is found there: a link may rely on nothing that cannot be read.
 */
export async function withoutBrokenDrafts(
  folder: Folder,
  { notices, leftOut = new Set() }: Concern,
): Promise<Folder> {
  const { directory, root } = folder;
  const broken = new Set<string>();
  const pathOf = (file: string): string =>
    withSlashes(path.relative(directory, path.resolve(root, file)));
  const isOther = (found: Finding): boolean => {
    const { name, notice } = placeOfFile(pathOf(found.file));
    // A name that two notices want concerns both.
    return name === DRAFT && !notices.includes(notice) && !found.code.startsWith('notice-');
  };
  for (let sound = folder; ;) {
    const found = sound.findings.filter((each) => isError(each) && isOther(each));
    if (found.length === 0) return sound;
    for (const { file } of found) {
      if (!leftOut.has(file))
        printAside(`Left out ${file}, which has errors: npx noticeboard status`);
      leftOut.add(file);
      broken.add(file);
    }
    const checked = await folderWith(folder, (files) =>
      files.filter((each) => !broken.has(each.file)),
    );
    const others = folder.findings.filter(
      ({ code, file }) => OF_FOLDER.has(code) && !broken.has(file),
    );
    sound = { ...folder, ...checked, findings: [...others, ...checked.findings] };
  }
}

const isOfRemoved = ({ code }: Finding): boolean =>
  code === 'version-removed' || code === 'file-changed';

/**
 * Refuses a folder that has errors.
 *
 * @throws Refusal with a report of the errors
 */
export function refuseErrors({
  findings,
  locked,
}: Pick<CheckedFolder, 'findings'> & Partial<Pick<Folder, 'locked'>>): void {
  // A missing version or file explains the other errors.
  const missing = locked ? checkLock(locked, false).filter(isOfRemoved) : [];
  const errors = missing.length > 0 && findings.some(isError) ? missing : findings.filter(isError);
  if (errors.length > 0) throw new Refusal(reported(errors), 'fix the errors above first');
}

/**
 * The lock; an empty one if nothing has been published yet.
 *
 * @throws Refusal if the lock cannot be read
 */
export function lockOf({ locked }: Pick<Folder, 'locked'>): Lock {
  const { lock, lockFile } = locked;
  if (lock && isFault(lock)) {
    const { file = lockFile, line, message } = lock;
    throw new Refusal(`${file}:${line}  the lock ${message}`, hintForFault(lock, file));
  }
  return lock ?? emptyLock();
}

/** The id of a notice, which may be typed with slashes around it. */
export const idOf = (written: string): string => written.replace(/^\/+|\/+$/g, '');

/**
 * The versions of a notice in order, and its draft.
 *
 * @throws Refusal if there is no such notice
 */
export function noticeIn(
  { versions }: Folder,
  written: string,
): { id: string; published: CheckedVersion[]; draft?: CheckedVersion } {
  const id = idOf(written);
  const own = versions.filter(({ notice }) => notice === id);
  const draft = own.find((version) => version.draft);
  if (own.length === 0) {
    const known = [...new Set(versions.map(({ notice }) => notice))];
    throw new Refusal(
      `there is no notice "${id}"`,
      known.length > 0 ? `choose one of: ${known.join(', ')}` : 'create one: npx noticeboard new',
    );
  }
  return { id, published: own.filter((version) => !version.draft), ...(draft && { draft }) };
}

/** The versions of a notice that apply, applied or will apply. */
export const notCalledOff = (
  published: readonly CheckedVersion[],
  today: IsoDate,
): CheckedVersion[] => published.filter(({ facts }) => !isCalledOff(facts, today));

/**
 * The version that a draft starts from and is compared with: the one that applies until its day,
 * scheduled or not, since that is what the draft follows.
 *
 * @param before the day from which the draft applies; the end of time if absent
 * @param from the name of another version, as it was typed
 * @throws Refusal if there is no version of that name
 */
export function baseOf(
  id: string,
  published: readonly CheckedVersion[],
  {
    today,
    before,
    from,
  }: { today: IsoDate; before?: IsoDate | undefined; from?: string | undefined },
): CheckedVersion | undefined {
  if (from === undefined) {
    return notCalledOff(published, today).findLast(
      ({ facts }) => before === undefined || facts.effective < before,
    );
  }
  const version = published.find(({ name }) => name === from.replace(/^.*\//, ''));
  if (version) return version;
  throw new Refusal(
    `${id} has no version "${from}"`,
    `choose one of: ${published.map(({ name }) => name).join(', ')}`,
  );
}

/**
 * Reads a day that was typed.
 *
 * @throws Refusal if it is not a day
 */
export function dayFrom(written: string): IsoDate {
  if (isIsoDate(written)) return written;
  throw new Refusal(`"${written}" is not a day`, 'write it like --effective 2026-01-31');
}

/** The command that calls a version off. */
export const callOffCommand = (id: string): string =>
  `npx noticeboard call-off ${id} --by <role> --reason <why>`;

/** The roles that have to approve a draft before it is published. */
export const approversOf = (
  { approval, directory }: Pick<Folder, 'approval' | 'directory'>,
  { notice, translation }: Pick<CheckedVersion, 'notice' | 'translation'>,
): readonly string[] =>
  approval
    ? rolesFor(approval, recordedWith(directory).part + notice, translation !== undefined)
    : [];

/** A hint that names the command which creates the draft of a notice. */
export function draftHint(id: string, [first]: readonly CheckedVersion[]): string {
  const words = first?.translation
    ? `translate ${first.translation.of} ${first.translation.language}`
    : `revise ${id}`;
  return `create one: npx noticeboard ${words}`;
}

/** The public versions of a notice on the folder's day, each with its status. */
export function placed(
  { versions, today }: Pick<Folder, 'versions' | 'today'>,
  notice: string,
): Placed<CheckedVersion & Dated>[] {
  const published = versions.filter(({ draft }) => !draft);
  const dated = published.map((version) => ({ ...version, ...datesOf(version.facts) }));
  return placeAll(dated, today).get(notice) ?? [];
}
