/**
 * A build is made on a stage of its own and put in place when it is whole, so that one that
 * fails or is killed leaves the last good site as it was, and two at once do not meet.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { hasCode, isRunning } from '../disk/processes.ts';

export interface Stage {
  /** Where the site is built. */
  directory: string;
  /** Where the build keeps what it needs on the way. */
  cache: string;
  /** Puts the built site in place of the old one. */
  replace: () => void;
}

/**
 * Sets up a stage, and clears away what killed builds left behind.
 *
 * @param destination where the site is to stand in the end
 * @param workshop a folder for stages. Astro keeps a build's own modules beside it only when it
 *   is inside the project; elsewhere all builds would share one place for them.
 */
export function openStage(destination: string, workshop: string): Stage {
  // A destination that is a link keeps being one: what it leads to is replaced.
  const target = existsSync(destination) ? realpathSync(destination) : path.resolve(destination);
  const stage = path.join(workshop, String(process.pid));
  // Beside the destination, so that putting it in place is a renaming and no copying.
  const incoming = `${target}.${process.pid}.incoming`;
  const previous = `${target}.${process.pid}.previous`;
  mkdirSync(path.dirname(target), { recursive: true });
  mkdirSync(workshop, { recursive: true });
  clearStages(workshop);
  recover(target);
  process.once('exit', () => {
    for (const left of [stage, incoming]) rmSync(left, { recursive: true, force: true });
  });
  const directory = path.join(stage, 'site');
  return {
    directory,
    cache: path.join(stage, 'cache'),
    replace: () => {
      move(directory, incoming);
      if (existsSync(target)) renameSync(target, previous);
      try {
        renameSync(incoming, target);
      } catch (error) {
        if (existsSync(previous)) renameSync(previous, target);
        throw error;
      }
      rmSync(previous, { recursive: true, force: true });
    },
  };
}

/** Renames, or copies where the destination is on another file system. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!hasCode(error, 'EXDEV')) throw error;
    cpSync(from, to, { recursive: true });
  }
}

/** Stages of builds that are no longer running. */
function clearStages(workshop: string): void {
  for (const entry of readdirSync(workshop)) {
    if (!/^\d+$/.test(entry) || isOthers(Number(entry))) continue;
    rmSync(path.join(workshop, entry), { recursive: true, force: true });
  }
}

/** What a killed build left beside the destination: a site that it set aside goes back. */
function recover(target: string): void {
  const parent = path.dirname(target);
  const prefix = `${path.basename(target)}.`;
  for (const entry of readdirSync(parent)) {
    const left = /^(\d+)\.(incoming|previous)$/.exec(entry.slice(prefix.length));
    if (!entry.startsWith(prefix) || !left || isOthers(Number(left[1]))) continue;
    const leftover = path.join(parent, entry);
    if (left[2] === 'previous' && !existsSync(target)) renameSync(leftover, target);
    else rmSync(leftover, { recursive: true, force: true });
  }
}

/**
 * Whether another running build left something. What carries this process's own number is of one
 * that had it before: in a container every build may be process 1.
 */
const isOthers = (pid: number): boolean => pid !== process.pid && isRunning(pid);
