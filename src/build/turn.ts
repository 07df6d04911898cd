/** Taking turns: what several builds of one project may not do at the same time. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { hasCode, isRunning } from './processes.ts';

/** Ends the turn; further calls do nothing. */
export type EndTurn = () => void;

/**
 * Waits until no other running process holds `lockFile`, and takes it. A lock that was left by
 * a process that is gone counts for nothing.
 */
export async function takeTurn(lockFile: string): Promise<EndTurn> {
  while (!take(lockFile)) await wait(50);
  let isOver = false;
  const end = (): void => {
    if (!isOver) rmSync(lockFile, { force: true });
    isOver = true;
  };
  process.once('exit', end);
  return end;
}

function take(lockFile: string): boolean {
  try {
    const lock = openSync(lockFile, 'wx');
    writeSync(lock, String(process.pid));
    closeSync(lock);
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  const holder = readHolder(lockFile);
  // An empty lock was made this moment, and its maker is about to sign it.
  if (holder !== undefined && holder !== '' && !isRunning(Number(holder))) {
    rmSync(lockFile, { force: true });
  }
  return false;
}

function readHolder(lockFile: string): string | undefined {
  try {
    return readFileSync(lockFile, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
