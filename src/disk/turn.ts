/** Taking turns: what several builds of one project may not do at the same time. */
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { hasCode, isRunning } from './processes.ts';

/** Ends the turn; further calls do nothing. */
export type EndTurn = () => void;

/** Locks that this process holds: a lock with its number that is not here is an earlier one's. */
const held = new Set<string>();

/** No turn lasts this long: a lock that is older was left behind. In milliseconds. */
const LONGEST_TURN = 60_000;

/**
 * Waits until no other build holds `lockFile`, and takes it. A lock that was left by a process
 * that is gone counts for nothing.
 */
export async function takeTurn(lockFile: string): Promise<EndTurn> {
  while (!take(lockFile)) await wait(50);
  held.add(lockFile);
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    held.delete(lockFile);
    rmSync(lockFile, { force: true });
  };
  process.once('exit', end);
  return end;
}

/** Takes the lock if it is free. It comes to be signed: linking a file is all or nothing. */
function take(lockFile: string): boolean {
  const signed = `${lockFile}.${process.pid}`;
  writeFileSync(signed, String(process.pid));
  try {
    linkSync(signed, lockFile);
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    if (isLeftBehind(lockFile)) setAside(lockFile, `${signed}.stale`);
    return false;
  } finally {
    rmSync(signed, { force: true });
  }
}

function isLeftBehind(lockFile: string): boolean {
  try {
    const holder = Number(readFileSync(lockFile, 'utf8'));
    if (Date.now() - statSync(lockFile).mtimeMs > LONGEST_TURN) return true;
    return holder === process.pid ? !held.has(lockFile) : !isRunning(holder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

function setAside(lockFile: string, aside: string): void {
  try {
    renameSync(lockFile, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    // Another build that waits was quicker.
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}
