/** The list of files that a build wrote, kept with the site: any other file there belongs to somebody else. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withSlashes } from './paths.ts';

/** The name of the list: one file per line, sorted. */
export const MANIFEST = '.noticeboard';

/** Files that file managers leave in every folder that somebody opens. */
const OF_THE_SYSTEM = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** Writes the list of all files of a built site into the site. */
export function writeManifest(site: string): void {
  writeFileSync(
    path.join(site, MANIFEST),
    `${[...filesIn(site), MANIFEST].toSorted().join('\n')}\n`,
  );
}

/** Whether a folder contains a site that a build of this project wrote. */
export const isBuiltSite = (folder: string): boolean => existsSync(path.join(folder, MANIFEST));

/** Adds files to the list of a built site, before they are written into it. */
export function addToManifest(site: string, files: readonly string[]): void {
  const list = path.join(site, MANIFEST);
  const listed = readFileSync(list, 'utf8').split('\n').filter(Boolean);
  writeFileSync(list, `${[...new Set([...listed, ...files])].toSorted().join('\n')}\n`);
}

/** The files that a build wrote into a folder, as its list says. */
function listedIn(folder: string): string[] {
  const manifest = path.join(folder, MANIFEST);
  return existsSync(manifest) ? readFileSync(manifest, 'utf8').split('\n') : [];
}

/**
 * Files in a folder that no build of this project wrote, sorted.
 *
 * @param listed those that one wrote
 */
export function foreignFiles(folder: string, listed = listedIn(folder)): string[] {
  const written = new Set(listed);
  return filesIn(folder).filter(
    (file) => !written.has(file) && !OF_THE_SYSTEM.has(path.posix.basename(file)),
  );
}

/** All files in a folder and its subfolders, including links and hidden files, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => withSlashes(path.relative(folder, path.join(entry.parentPath, entry.name))))
    .toSorted();
}
