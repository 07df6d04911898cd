import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeTurn } from './turn.ts';

describe('takeTurn', () => {
  let folder: string;
  let lock: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-turn-'));
    lock = path.join(folder, 'lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('waits until the first has ended', async () => {
    const events: string[] = [];
    const endFirst = await takeTurn(lock);
    const second = takeTurn(lock).then((end) => {
      events.push('second began');
      return end;
    });
    await new Promise((resolve) => setTimeout(resolve, 120));
    events.push('first ended');
    endFirst();
    (await second)();
    expect(events).toEqual(['first ended', 'second began']);
    expect(existsSync(lock)).toBe(false);
  });

  it('makes the folder of the lock', async () => {
    (await takeTurn(path.join(folder, 'new', 'lock')))();
    expect(existsSync(path.join(folder, 'new'))).toBe(true);
  });

  it('does not wait for a process that has died', async () => {
    // No process has this number: it is above every system's limit.
    writeFileSync(lock, '999999999');
    const end = await takeTurn(lock);
    expect(existsSync(lock)).toBe(true);
    end();
  });

  it('waits for a process that lives, however long ago it took the lock', async () => {
    const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await new Promise((resolve) => holder.once('spawn', resolve));
    writeFileSync(lock, String(holder.pid));
    const hour = 3_600_000;
    utimesSync(lock, new Date(Date.now() - hour), new Date(Date.now() - hour));
    let isTaken = false;
    const turn = takeTurn(lock).then((end) => {
      isTaken = true;
      return end;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(isTaken).toBe(false);
    const ended = new Promise((resolve) => holder.once('close', resolve));
    holder.kill('SIGKILL');
    await ended;
    (await turn)();
  });

  it.runIf(existsSync('/proc/self/stat'))(
    'does not wait for another process that got the number of one that has died',
    async () => {
      writeFileSync(lock, `${process.ppid} 1`);
      (await takeTurn(lock))();
    },
  );

  it('ends once: ending again does not end a turn of somebody else', async () => {
    const endFirst = await takeTurn(lock);
    endFirst();
    const endSecond = await takeTurn(lock);
    endFirst();
    expect(existsSync(lock)).toBe(true);
    endSecond();
  });
});
