/**
 * Each build writes to a stage of its own, which replaces the site when it is complete. A build that
 * fails or is killed leaves the previous site as it was, and two builds at once do not interfere.
 */
import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { hasCode, isRunning } from '../disk/processes.ts';

export interface Stage {
  /** Where the site is built. */
  directory: string;
  /** Where the build keeps temporary files. */
  cache: string;
  /** Replaces the old site with the built one. */
  replace: () => void;
}

/**
 * Sets up a stage, and removes what killed builds left behind.
 *
 * @param destination the final folder of the site
 * @param workshop a folder for stages. It must be inside the project: otherwise Astro keeps the
 *   modules of all builds in one place.
 */
export function openStage(destination: string, workshop: string): Stage {
  // If the destination is a symbolic link, its target is replaced and the link stays.
  const target = existsSync(destination) ? realpathSync(destination) : path.resolve(destination);
  const stage = path.join(workshop, String(process.pid));
  mkdirSync(path.dirname(target), { recursive: true });
  mkdirSync(workshop, { recursive: true });
  clearStages(workshop);
  recoverAll(target, workshop);
  process.once('exit', () => rmSync(stage, { recursive: true, force: true }));
  const directory = path.join(stage, 'site');
  return {
    directory,
    cache: path.join(stage, 'cache'),
    replace: () => {
      const id = randomUUID();
      const note = path.join(workshop, `${process.pid}.${id}.replacing`);
      const { beside, incoming, previous } = besideOf(target, id);
      // Whoever finds the folder after a crash can tell by the note that it is ours.
      writeFileSync(note, target);
      mkdirSync(beside);
      try {
        move(directory, incoming);
        if (existsSync(target)) renameSync(target, previous);
        renameSync(incoming, target);
      } finally {
        recover(target, id, note);
      }
    },
  };
}

/** For a site that somebody else puts in its place. */
export const noStage = (destination: string): Stage => ({
  directory: destination,
  cache: destination,
  replace: () => undefined,
});

/** Renames a folder, or copies it if the destination is on another file system. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!hasCode(error, 'EXDEV')) throw error;
    cpSync(from, to, { recursive: true });
  }
}

/** Removes the stages of builds that are no longer running. */
function clearStages(workshop: string): void {
  for (const entry of readdirSync(workshop)) {
    if (!/^\d+$/.test(entry) || isOthers(Number(entry))) continue;
    rmSync(path.join(workshop, entry), { recursive: true, force: true });
  }
}

/**
 * The folder beside a site while a build replaces it, with the new site and the old one: so the last
 * step is a rename and not a copy.
 */
function besideOf(
  target: string,
  id: string,
): { beside: string; incoming: string; previous: string } {
  const beside = `${target}.${id}.replacing`;
  return {
    beside,
    incoming: path.join(beside, 'incoming'),
    previous: path.join(beside, 'previous'),
  };
}

/**
 * Cleans up beside the destination after killed builds. Only folders that a build of this project
 * has noted: `site.20241112.previous` may be somebody's backup.
 */
function recoverAll(target: string, workshop: string): void {
  for (const entry of readdirSync(workshop)) {
    const [, pid, id] = /^(\d+)\.(.+)\.replacing$/.exec(entry) ?? [];
    if (id === undefined || isOthers(Number(pid))) continue;
    const note = path.join(workshop, entry);
    // One of a site elsewhere is left to the next build of that.
    if (readFileSync(note, 'utf8') === target) recover(target, id, note);
  }
}

/** Removes the folder beside a site, and restores the site if it was moved there. */
function recover(target: string, id: string, note: string): void {
  const { beside, previous } = besideOf(target, id);
  if (existsSync(previous) && !existsSync(target)) renameSync(previous, target);
  rmSync(beside, { recursive: true, force: true });
  rmSync(note);
}

/**
 * Whether a pid belongs to another running build. Files with this process's own pid were left by an
 * earlier process with the same pid: in a container every build may be process 1.
 */
const isOthers = (pid: number): boolean => pid !== process.pid && isRunning(pid);
