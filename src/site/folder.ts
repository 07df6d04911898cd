/** The folder of notices on disk. */
import { existsSync, lstatSync, readFileSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { FolderFile } from '../checks/file.ts';
import { checkFolder, type CheckedFolder } from '../checks/folder.ts';
import {
  finding,
  inReadingOrder,
  isError,
  type Finding,
  type Place,
} from '../findings/catalogue.ts';
import { keyOf } from '../disk/kept.ts';
import { entriesIn } from '../disk/list.ts';
import { withSlashes } from '../disk/paths.ts';
import { publicFile, type Listings } from '../disk/public.ts';
import type { IsoDate } from '../notices/dates.ts';
import { DRAFT, placeOfFile } from '../notices/names.ts';
import { reservedBy } from '../notices/reserved.ts';
import { recordedWith } from '../record/files.ts';
import { addressesOfPages } from './load-pages.ts';
import { readerOf, type Kept } from './load-readings.ts';

export interface FolderOptions {
  /** The folder of notices. */
  directory: string;
  /** The folder of files served as they are. */
  publicDirectory: string;
  /** The folder that paths are shown from. */
  root: string;
  /** Whether drafts are looked at. */
  drafts: boolean;
  /** The files of the site's pages, by their path within the folder of pages. */
  pages: readonly string[];
  /** The day on which links must lead somewhere. */
  today: IsoDate;
  /** What is kept of earlier readings; undefined to read every file anew. */
  kept?: Kept;
}

/**
 * Reads the folder and checks every version in it.
 *
 * @param earlier files that were read before: those that are the same are not read again
 */
export async function readAndCheckFolder(
  options: FolderOptions,
  earlier: readonly FolderFile[] = [],
): Promise<CheckedFolder> {
  const { directory } = options;
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    const place = placeOf(options);
    const hint =
      'create the first notice: npx noticeboard new customers\nIf your notices are elsewhere, set NOTICES_DIR to their folder';
    const isLink = lstatSync(directory, { throwIfNoEntry: false })?.isSymbolicLink();
    const message = `there is no folder "${place.file}"${isLink ? ': it is a broken link' : ''}`;
    const missing = finding('folder-missing', place, message, hint);
    return { files: [], versions: [], addresses: new Set(), findings: [missing] };
  }
  const read = readFiles(options, earlier);
  const unreadable = read.filter((each) => 'code' in each);
  const files = read.filter((each): each is FolderFile => !('code' in each));
  const checked = await checkFiles(files, options, unreadable);
  return { ...checked, findings: inReadingOrder([...unreadable, ...checked.findings]) };
}

/** The files of a folder that is there, each version with its bytes; a finding for what is no file. */
function readFiles(
  { directory, root, drafts }: FolderOptions,
  earlier: readonly FolderFile[],
): (FolderFile | Finding)[] {
  const known = new Map(earlier.map((file) => [file.path, file]));
  return listFiles(directory, drafts).map((name) => {
    const file = readFile(directory, name, root);
    const before = known.get(name);
    // What is known of a file is kept by its object.
    return before && !('code' in file) && hashes.get(file) === hashes.get(before) ? before : file;
  });
}

/**
 * Checks files as those of a folder, whether or not they stand in it yet.
 *
 * @param unreadable what was found while they were read
 */
export async function checkFiles(
  files: readonly FolderFile[],
  options: FolderOptions,
  unreadable: readonly Finding[] = [],
): Promise<CheckedFolder> {
  const { directory, publicDirectory, pages, today, kept } = options;
  const listings: Listings = new Map();
  const surroundings = {
    today,
    publicFile: (address: string) => publicFile(publicDirectory, address, listings),
    ownPages: addressesOfPages(pages),
    isReserved: reservedBy(pages),
    part: recordedWith(directory).part,
  };
  const checked = checkFolder(files, surroundings, await readerOf(files, kept));
  const empty = unreadable.length > 0 ? [] : checkEmpty(files, checked, options);
  return { ...checked, findings: [...checked.findings, ...empty] };
}

/** A site without a notice is a slip, and would take the place of the last good one. */
function checkEmpty(
  files: readonly FolderFile[],
  { versions, findings }: CheckedFolder,
  options: FolderOptions,
): Finding[] {
  if (findings.some(isError)) return [];
  const { today } = options;
  const place = placeOf(options);
  if (!files.some(({ path: file }) => isVersionFile(file))) {
    const hint =
      'create the first notice: npx noticeboard new customers\nIf there is a draft, publish it: npx noticeboard publish <notice>\nA version that was published before goes to <notice>/<date>.mdx, such as customers/2026-01-31.mdx';
    const message = `the folder "${place.file}" contains no versions`;
    return [finding('folder-empty', place, message, hint)];
  }
  if (versions.some(({ draft, facts }) => draft || facts.published <= today)) return [];
  const hint =
    'a version is public from its published date on; correct that date, or NOTICEBOARD_TODAY';
  return [
    finding('folder-empty', place, `no version in "${place.file}" is public on ${today}`, hint),
  ];
}

/** The folder itself, as findings name it. */
const placeOf = ({ directory, root }: FolderOptions): Place => ({
  file: withSlashes(path.relative(root, directory)) || '.',
  line: 1,
  column: 1,
});

const isVersionFile = (file: string): boolean => file.endsWith('.mdx');

/** The files of the folder, with `/`, in a steady order. */
function listFiles(directory: string, drafts: boolean): string[] {
  return entriesIn(directory)
    .filter((file) => path.posix.basename(file).includes('.'))
    .filter((file) => drafts || placeOfFile(file).name !== DRAFT || !isVersionFile(file))
    .toSorted();
}

/**
 * Only versions are opened; of other files the name is enough. What is no file is not opened: a pipe
 * would be waited for without end, and a device read without end.
 */
function readFile(directory: string, file: string, root: string): FolderFile | Finding {
  const absolute = path.join(directory, file);
  const shown = withSlashes(path.relative(root, absolute));
  if (!isVersionFile(file)) return { path: file, file: shown, bytes: new Uint8Array() };
  const place = { file: shown, line: 1, column: 1 };
  const name = path.basename(file);
  try {
    const stats = statSync(absolute);
    if (stats.isFile()) return onDisk({ path: file, file: shown }, absolute);
    const hint = stats.isDirectory()
      ? `rename the folder, for example to ${name.replace(/\.mdx$/, '')}, or move it out of the folder of notices`
      : 'put a file in its place, or move it out of the folder of notices';
    return finding('file-unreadable', place, `"${name}" is ${kindOf(stats)}, not a file`, hint);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const [reason, hint] = REASONS[code ?? ''] ?? [
      `cannot be read: ${code ?? String(error)}`,
      'put a file that can be read in its place',
    ];
    return finding('file-unreadable', place, `"${name}" ${reason}`, hint);
  }
}

/** What files on disk hashed to when they were last read. Those that are no versions have no hash. */
const hashes = new WeakMap<FolderFile, string>();

/** A file whose bytes are read when they are asked for: those of thousands are more than memory holds. */
function onDisk(place: Omit<FolderFile, 'bytes'>, absolute: string): FolderFile {
  const read = (): Uint8Array => {
    const bytes = readFileSync(absolute);
    hashes.set(file, keyOf(bytes));
    return bytes;
  };
  const file = {
    ...place,
    get bytes() {
      return read();
    },
  };
  read();
  return file;
}

const kindOf = (stats: Stats): string =>
  stats.isDirectory()
    ? 'a folder'
    : stats.isFIFO()
      ? 'a pipe'
      : stats.isSocket()
        ? 'a socket'
        : 'a device';

/** Why a file cannot be read, and the edit to make, by the codes of Node. */
const REASONS: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  ELOOP: ['is a link that leads back to itself', 'put the file itself in its place'],
  ENOENT: ['is a link to a file that does not exist', 'put the file itself in its place'],
  EACCES: ['may not be read by this user', 'allow it, for example with: chmod u+r'],
  EPERM: ['may not be read by this user', 'allow it, for example with: chmod u+r'],
};
