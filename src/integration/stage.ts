/**
 * Each build writes to a stage of its own, which replaces the site when it is complete. A build that
 * fails or is killed leaves the previous site as it was, and two builds at once do not interfere.
 */
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
  // Beside the destination, so that the last step is a rename and not a copy.
  const { incoming, previous } = besideOf(target, process.pid);
  const note = noteOf(workshop, process.pid);
  mkdirSync(path.dirname(target), { recursive: true });
  mkdirSync(workshop, { recursive: true });
  clearStages(workshop);
  recover(target, workshop);
  process.once('exit', () => {
    for (const left of [stage, incoming, note]) rmSync(left, { recursive: true, force: true });
  });
  const directory = path.join(stage, 'site');
  return {
    directory,
    cache: path.join(stage, 'cache'),
    replace: () => {
      // Whoever finds these folders after a crash can tell by this that they are ours.
      writeFileSync(note, target);
      move(directory, incoming);
      if (existsSync(target)) renameSync(target, previous);
      try {
        renameSync(incoming, target);
      } catch (error) {
        if (existsSync(previous)) renameSync(previous, target);
        throw error;
      }
      rmSync(previous, { recursive: true, force: true });
      rmSync(note, { force: true });
    },
  };
}

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

/** The folders beside a site while a build replaces it. */
const besideOf = (target: string, pid: number): { incoming: string; previous: string } => ({
  incoming: `${target}.${pid}.incoming`,
  previous: `${target}.${pid}.previous`,
});

/** The file that names the site which a build is replacing. */
const noteOf = (workshop: string, pid: number): string => path.join(workshop, `${pid}.replacing`);

/**
 * Cleans up beside the destination after killed builds, and restores a site that one moved away.
 * Only folders that a build of this project has noted: `site.20241112.previous` may be somebody's
 * backup.
 */
function recover(target: string, workshop: string): void {
  for (const entry of readdirSync(workshop)) {
    const pid = Number(/^(\d+)\.replacing$/.exec(entry)?.[1]);
    if (Number.isNaN(pid) || isOthers(pid)) continue;
    const note = noteOf(workshop, pid);
    // One of a site elsewhere is left to the next build of that.
    if (readFileSync(note, 'utf8') !== target) continue;
    const { incoming, previous } = besideOf(target, pid);
    if (existsSync(previous) && !existsSync(target)) renameSync(previous, target);
    for (const left of [incoming, previous]) rmSync(left, { recursive: true, force: true });
    rmSync(note);
  }
}

/**
 * Whether a pid belongs to another running build. Files with this process's own pid were left by an
 * earlier process with the same pid: in a container every build may be process 1.
 */
const isOthers = (pid: number): boolean => pid !== process.pid && isRunning(pid);
