/** The folder of notices on disk. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { checkFolder, type CheckedFolder, type FolderFile } from '../checks/folder.ts';
import { finding, isError, type Finding, type Place } from '../findings/catalogue.ts';
import { holds, withSlashes } from '../disk/paths.ts';
import type { IsoDate } from '../notices/dates.ts';
import { DRAFT, placeOfFile } from '../notices/names.ts';
import { namesOfPages } from './load-pages.ts';

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
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    const place = placeOf(options);
    const hint = 'set NOTICES_DIR to the folder that holds your notices';
    const missing = finding('folder-missing', place, `there is no folder "${place.file}"`, hint);
    return { versions: [], addresses: new Set(), findings: [missing] };
  }
  const files = listFiles(directory, drafts).map((file) => readFile(directory, file, root));
  const checked = checkFolder(files, {
    importExists: (specifier, file) => importExists(specifier, path.resolve(root, file)),
    today,
    publicFileExists: (file) => isFileWithin(publicDirectory, file),
    isReserved: namesOfPages(),
  });
  return { ...checked, findings: [...checked.findings, ...checkEmpty(files, checked, options)] };
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
    const hint = 'put a version at <notice>/<date>.mdx in it, such as customers/2026-01-31.mdx';
    return [finding('folder-empty', place, `the folder "${place.file}" holds no version`, hint)];
  }
  if (versions.some(({ draft, facts }) => draft || facts.published <= today)) return [];
  const hint = 'a version is shown from the day it is "published" on; correct one, or the day';
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

/** The version files of a folder, with `/`, in a steady order. */
export const versionFiles = (directory: string, drafts: boolean): string[] =>
  listFiles(directory, drafts).filter(isVersionFile);

function listFiles(directory: string, drafts: boolean): string[] {
  return globSync('**/*.*', { cwd: directory })
    .map(withSlashes)
    .filter((file) => drafts || placeOfFile(file).name !== DRAFT || !isVersionFile(file))
    .toSorted();
}

/** Only versions are opened; of other files the name is enough. */
function readFile(directory: string, file: string, root: string): FolderFile {
  const absolute = path.join(directory, file);
  const bytes = isVersionFile(file) ? readFileSync(absolute) : new Uint8Array();
  return { path: file, file: withSlashes(path.relative(root, absolute)), bytes };
}

/** Whether an address from the site's root is that of a file in the public folder. */
export function isFileWithin(publicDirectory: string, address: string): boolean {
  const file = path.join(publicDirectory, decode(address));
  return holds(publicDirectory, file) && existsSync(file) && statSync(file).isFile();
}

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Endings that may be left out of an import. */
const ENDINGS = ['', '.ts', '.js', '.mjs', '.astro', '/index.ts', '/index.js'];

function importExists(specifier: string, file: string): boolean {
  const [bare = ''] = specifier.split('?');
  if (/^\.{0,2}\//.test(bare)) {
    const base = path.resolve(path.dirname(file), bare);
    return ENDINGS.some((ending) => existsSync(base + ending) && statSync(base + ending).isFile());
  }
  if (/^(astro|virtual):/.test(bare)) return true;
  try {
    createRequire(file).resolve(bare);
    return true;
  } catch {
    return false;
  }
}
