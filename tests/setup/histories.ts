/** A part of the real histories that is built in seconds and leaves no kind of text out. */
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { HISTORIES } from './build.ts';

/** The notice with most versions, whole: more than have a page for every two. */
const WHOLE = 'basecamp';
/** Of every other notice, so many of its last versions. */
const RECENT = 2;

/** Writes one history whole and the last versions of the others, and gives the folder's path. */
export function writeRecentHistories(folder: string): string {
  for (const notice of readdirSync(HISTORIES)) {
    const files = readdirSync(path.join(HISTORIES, notice)).toSorted();
    mkdirSync(path.join(folder, notice), { recursive: true });
    for (const file of notice === WHOLE ? files : files.slice(-RECENT)) {
      cpSync(path.join(HISTORIES, notice, file), path.join(folder, notice, file));
    }
  }
  return folder;
}
