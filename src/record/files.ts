/** The lock and the record on disk: beside the folder of notices, under its name. */
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { CheckedVersion } from '../checks/folder.ts';
import { withSlashes } from '../disk/paths.ts';
import { idOfFile } from '../notices/names.ts';
import type { LockedFolder } from './check.ts';
import { isFault, parseLock, type Lock } from './lock.ts';
import { hashOfSource } from './source.ts';

/** The lock of a folder of notices: `notices.lock.json` beside `notices/`. */
export const lockPathOf = (directory: string): string => `${path.resolve(directory)}.lock.json`;

/** The lock of a folder of notices; nothing when there is none, or when it cannot be read. */
export function readLock(directory: string): Lock | undefined {
  const text = readIfThere(lockPathOf(directory));
  const read = text === undefined ? undefined : parseLock(text);
  return read === undefined || isFault(read) ? undefined : read;
}

/**
 * Where the plain text of a version is kept as it was published. It shows what a version said
 * when its file does not say so any more.
 */
export const textPathOf = (directory: string, id: string): string =>
  path.join(recordPathOf(directory), ...`${id}.txt`.split('/'));

/** The text before an erratum, which is the first, the second and so on of its version. */
export const oldTextPathOf = (directory: string, id: string, erratum: number): string =>
  textPathOf(directory, `${id}.before-erratum-${erratum}`);

/** The plain text of a version as it was published; nothing when it is not there. */
export const readText = (directory: string, id: string): string | undefined =>
  readIfThere(textPathOf(directory, id));

/** The plain text of a version before an erratum. */
export const readOldText = (directory: string, id: string, erratum: number): string | undefined =>
  readIfThere(oldTextPathOf(directory, id, erratum));

const readIfThere = (file: string): string | undefined =>
  existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : undefined;

/** The folder of the texts as they were published. */
export const recordPathOf = (directory: string): string => `${path.resolve(directory)}.record`;

/**
 * The folder with its lock, ready to be checked.
 *
 * @param versions those that could be read
 * @param root the folder that paths are shown from
 */
export function readLockedFolder(
  directory: string,
  versions: readonly CheckedVersion[],
  root: string,
): LockedFolder {
  const show = (file: string): string => withSlashes(path.relative(root, file));
  const lockFile = lockPathOf(directory);
  const lockText = existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : undefined;
  return {
    folder: show(directory) || '.',
    lockFile: show(lockFile),
    files: new Map(
      globSync('**/*.mdx', { cwd: directory }).map((file) => [
        idOfFile(withSlashes(file)),
        show(path.join(directory, file)),
      ]),
    ),
    versions: versions.map((version) => ({
      ...version,
      source: hashOfSource(version.text),
    })),
    lock: lockText === undefined ? undefined : parseLock(lockText),
    lockText: lockText ?? '',
    recorded: globSync('**/*.txt', { cwd: recordPathOf(directory) })
      .map((file) => withSlashes(file).replace(/\.txt$/, ''))
      .filter((id) => !/\.before-erratum-\d+$/.test(id))
      .toSorted(),
  };
}

/** Writes a file whole or not at all: what was there stays until the new one is complete. */
export function writeWhole(file: string, content: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, content, { flush: true });
  renameSync(temporary, file);
}
