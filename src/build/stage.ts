/**
 * A build is made on a stage beside its destination and put in place when it is whole, so that
 * one that fails or is killed leaves the last good site as it was.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

export interface Stage {
  /** Where the site is built. */
  directory: string;
  /** Where the build keeps what it needs on the way. */
  cache: string;
  /** Puts the built site in place of the old one. */
  replace: () => void;
}

/** Sets up a stage beside `destination`, and clears away what killed builds left behind. */
export function openStage(destination: string): Stage {
  const target = path.resolve(destination);
  const parent = path.dirname(target);
  const name = path.basename(target);
  mkdirSync(parent, { recursive: true });
  recover(parent, name);
  const directory = path.join(parent, `${name}.${process.pid}.building`);
  const cache = path.join(parent, `${name}.${process.pid}.cache.building`);
  const clear = (): void => {
    for (const left of [directory, cache]) rmSync(left, { recursive: true, force: true });
  };
  process.once('exit', clear);
  return {
    directory,
    cache,
    replace: () => {
      const previous = path.join(parent, `${name}.${process.pid}.previous`);
      if (existsSync(target)) renameSync(target, previous);
      renameSync(directory, target);
      rmSync(previous, { recursive: true, force: true });
    },
  };
}

/** Leftovers of builds that are no longer running; a site that was set aside goes back. */
function recover(parent: string, name: string): void {
  for (const entry of readdirSync(parent)) {
    if (!entry.startsWith(`${name}.`)) continue;
    const left = /^(\d+)\.(?:cache\.)?(building|previous)$/.exec(entry.slice(name.length + 1));
    if (!left?.[1] || isRunning(Number(left[1]))) continue;
    const leftover = path.join(parent, entry);
    if (left[2] === 'previous' && !existsSync(path.join(parent, name))) {
      renameSync(leftover, path.join(parent, name));
    } else {
      rmSync(leftover, { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
