/** `report`: says what a branch changes, for whoever reviews it. */
import path from 'node:path';
import { realFolder, withSlashes } from '../disk/paths.ts';
import { isError, inReadingOrder, type Finding } from '../findings/catalogue.ts';
import { checkLock } from '../record/check.ts';
import { environment } from '../site/environment.ts';
import { readFolder, type Folder } from './folder.ts';
import { rootHere } from './project.ts';
import { openBase, type Base } from './report-base.ts';
import { compareLocks, erasedVersions } from './report-lock.ts';
import { asMarkdown } from './report-markdown.ts';
import { CHARACTERS } from './report-words.ts';
import { describeCorrection } from './report-events.ts';
import { errorsOf, type ChangedVersion, type LockChange, type Report } from './report-model.ts';
import { asAnnotations, asJson } from './report-print.ts';
import { changedVersions } from './report-versions.ts';
import { print } from './terminal.ts';

export type ReportFormat = 'markdown' | 'github' | 'json';

export interface ReportOptions {
  /** A branch, a tag or a commit. */
  since: string;
  format: ReportFormat;
  /** The address of the notices in a deployed preview. */
  preview?: string | undefined;
  /** The most characters of Markdown. */
  limit?: number | undefined;
}

/**
 * Prints what a branch changes.
 *
 * @returns whether nothing stops publishing
 * @throws Refusal if git has not got the commit
 */
export async function report({ since, format, preview, limit }: ReportOptions): Promise<boolean> {
  // What is most often wrong is found first: reading a folder takes longer.
  const root = rootHere();
  const base = openBase(environment(root).noticesDirectory, since);
  const made = await reportOf(await readFolder(), base, preview);
  if (format === 'json') print(asJson(made));
  else if (format === 'github') print(asAnnotations(made, inRepository(base.top, root)));
  else print(asMarkdown(made, limit ?? CHARACTERS.usual).trimEnd());
  return errorsOf(made) === 0;
}

/** Gives the path within a repository of a file that is named from the folder of the project. */
const inRepository =
  (top: string, root: string) =>
  (file: string): string => {
    const absolute = path.resolve(realFolder(root), file);
    const folder = realFolder(path.dirname(absolute));
    return withSlashes(path.relative(top, path.join(folder, path.basename(absolute))));
  };

async function reportOf(folder: Folder, base: Base, preview: string | undefined): Promise<Report> {
  const { ref, commit } = base;
  const { files, ...changed } = await changedVersions(folder, base, preview);
  const lock = base.hasLock
    ? compareLocks(base.lockFiles, folder.locked, base)
    : {
        changes: [],
        findings: [],
        note: 'The lock is in another repository, and was not compared.',
      };
  const all = [
    ...folder.findings,
    ...checkLock(folder.locked, true),
    ...lock.findings,
    ...erasedVersions(lock.changes, folder.locked, base),
  ];
  const { lockFile, lockFiles } = folder.locked;
  const isOfLock = (file: string): boolean =>
    file === lockFile || lockFiles.some((each) => each.file === file);
  const isNews = (each: Finding): boolean =>
    isError(each) || files.has(each.file) || (isOfLock(each.file) && lock.changes.length > 0);
  const project = path.relative(base.top, realFolder(folder.root));
  return {
    since: { ref, commit },
    today: folder.today,
    // A folder of notices may be in another repository than the project.
    project: project.startsWith('..') ? '' : withSlashes(project),
    ...changed,
    versions: changed.versions.map((version) => withCorrections(version, lock.changes)),
    lock: lock.changes,
    findings: inReadingOrder(all.filter(isNews)),
    otherWarnings: all.filter((each) => !isNews(each)).length,
    notes: [...changed.notes, ...(lock.note ? [lock.note] : [])],
  };
}

/** A version with its corrections, which its file does not have: they are in the lock alone. */
const withCorrections = (
  version: ChangedVersion,
  changes: readonly LockChange[],
): ChangedVersion => {
  const { corrections = [] } = changes.find(({ id }) => id === version.id) ?? {};
  return { ...version, events: [...version.events, ...corrections.map(describeCorrection)] };
};
