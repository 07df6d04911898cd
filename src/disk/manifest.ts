/** What a build wrote, kept with the site: whatever else stands there is somebody's own. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withSlashes } from './paths.ts';

/** The list's name in the site: a file a line, sorted. */
const MANIFEST = '.noticeboard';

/** What file managers leave behind wherever somebody looks. */
const OF_THE_SYSTEM = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** Writes the list of all files of a built site into it. */
export function writeManifest(site: string): void {
  writeFileSync(
    path.join(site, MANIFEST),
    `${[...filesIn(site), MANIFEST].toSorted().join('\n')}\n`,
  );
}

/** Whether a folder holds a site that a build of this project wrote. */
export const isBuiltSite = (folder: string): boolean => existsSync(path.join(folder, MANIFEST));

/** Adds files to the list of a built site, before they are written into it. */
export function addToManifest(site: string, files: readonly string[]): void {
  const list = path.join(site, MANIFEST);
  const listed = readFileSync(list, 'utf8').split('\n').filter(Boolean);
  writeFileSync(list, `${[...new Set([...listed, ...files])].toSorted().join('\n')}\n`);
}

/** Files in a folder that no build of this project wrote, in a steady order. */
export function foreignFiles(folder: string): string[] {
  const manifest = path.join(folder, MANIFEST);
  const written = new Set(existsSync(manifest) ? readFileSync(manifest, 'utf8').split('\n') : []);
  return filesIn(folder).filter(
    (file) => !written.has(file) && !OF_THE_SYSTEM.has(path.posix.basename(file)),
  );
}

/** All files within a folder, links and hidden ones too. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => withSlashes(path.relative(folder, path.join(entry.parentPath, entry.name))))
    .toSorted();
}
