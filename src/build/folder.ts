/** The folder of notices on disk. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { checkFolder, type CheckedFolder, type FolderFile } from '../checks/folder.ts';
import { finding } from '../checks/findings.ts';
import type { IsoDate } from '../notices/dates.ts';

export interface FolderOptions {
  /** The folder of notices. */
  directory: string;
  /** The folder of files served as they are. */
  publicDirectory: string;
  /** The folder that paths are shown from. */
  root: string;
  /** Whether drafts are looked at. */
  drafts: boolean;
  /** The day on which links must lead somewhere. */
  today: IsoDate;
}

/** Reads the folder and checks every version in it. */
export function readAndCheckFolder(options: FolderOptions): CheckedFolder {
  const { directory, publicDirectory, root, drafts, today } = options;
  const shown = path.relative(root, directory) || '.';
  const place = { file: shown, line: 1, column: 1 };
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    const hint = 'set NOTICES_DIR to the folder that holds your notices';
    const missing = finding('folder-missing', place, `there is no folder "${shown}"`, hint);
    return { versions: [], findings: [missing] };
  }
  const files = versionFiles(directory, drafts).map((file) => readFile(directory, file, root));
  const checked = checkFolder(files, {
    importExists: (specifier, file) => importExists(specifier, path.join(root, file)),
    today,
    publicFileExists: (file) => isFileWithin(publicDirectory, file),
  });
  if (files.length > 0) return checked;
  const hint = 'put a version at <notice>/<date>.mdx in it, such as customers/2026-01-31.mdx';
  const empty = finding('folder-empty', place, `the folder "${shown}" holds no version`, hint);
  return { ...checked, findings: [...checked.findings, empty] };
}

/** The version files of a folder, with `/`, in a steady order. */
export function versionFiles(directory: string, drafts: boolean): string[] {
  return globSync('**/*.mdx', { cwd: directory })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => drafts || path.posix.basename(file) !== 'draft.mdx')
    .toSorted();
}

function readFile(directory: string, file: string, root: string): FolderFile {
  const absolute = path.join(directory, file);
  const shown = path.relative(root, absolute).split(path.sep).join('/');
  return { path: file, file: shown, bytes: readFileSync(absolute) };
}

/** Whether an address from the site's root is that of a file in the public folder. */
function isFileWithin(publicDirectory: string, address: string): boolean {
  const file = path.join(publicDirectory, decode(address));
  const isWithin = !path.relative(publicDirectory, file).startsWith('..');
  return isWithin && existsSync(file) && statSync(file).isFile();
}

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function importExists(specifier: string, file: string): boolean {
  if (/^\.{0,2}\//.test(specifier)) return existsSync(path.resolve(path.dirname(file), specifier));
  if (/^(astro|virtual):/.test(specifier)) return true;
  try {
    createRequire(file).resolve(specifier);
    return true;
  } catch {
    return false;
  }
}
