/** Takes turns: makes sure that only one build or command of a project does something at a time. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hasCode, isRunning } from './processes.ts';

/** Ends a turn. Further calls do nothing. */
export type EndTurn = () => void;

/** Locks that this process holds. A lock with its pid that is not here was left by an earlier process. */
const held = new Set<string>();

/**
 * Waits until nobody else holds `lockFile`, and takes it. A lock that was left by a process that
 * has ended is ignored.
 *
 * @returns ends the turn; exiting the process ends it too
 */
export async function takeTurn(lockFile: string): Promise<EndTurn> {
  mkdirSync(path.dirname(lockFile), { recursive: true });
  while (!take(lockFile)) await wait(50);
  held.add(lockFile);
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    held.delete(lockFile);
    rmSync(lockFile, { force: true });
    process.off('exit', end);
  };
  process.once('exit', end);
  return end;
}

/** Takes the lock if it is free. Links an already written file, so the lock never exists without its pid. */
function take(lockFile: string): boolean {
  const signed = `${lockFile}.${process.pid}`;
  writeFileSync(signed, `${process.pid} ${startOf(process.pid)}`);
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

/**
 * Whether the process that holds the lock has ended. However long ago it took it: a command that was
 * suspended goes on where it was.
 */
function isLeftBehind(lockFile: string): boolean {
  try {
    const [pid, start = ''] = readFileSync(lockFile, 'utf8').split(' ');
    const holder = Number(pid);
    if (holder === process.pid && start === startOf(holder)) return !held.has(lockFile);
    return !isRunning(holder) || (start !== '' && start !== startOf(holder));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** When a process began, where the system says so: another may have got its number since. */
function startOf(pid: number): string {
  try {
    // Linux, proc(5): the 22nd field. The name before may hold spaces, but ends with a bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function setAside(lockFile: string, aside: string): void {
  try {
    renameSync(lockFile, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    // Another waiting process was faster.
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}
