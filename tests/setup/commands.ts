/** Runs the `notices` command, the way `npm run notices` does, in a process of its own. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT, TODAY } from './build.ts';

export interface CommandResult {
  code: number | null;
  out: string;
  err: string;
}

export interface CommandOptions {
  notices: string;
  today?: string;
  /** Kills the command, and all that it started, after so many milliseconds. */
  killAfter?: number;
}

export async function notices(
  words: readonly string[],
  { notices: folder, today = TODAY, killAfter }: CommandOptions,
): Promise<CommandResult> {
  const child = spawn(process.execPath, [path.join(ROOT, 'src/cli/index.ts'), ...words], {
    cwd: ROOT,
    // A group of its own, to be killed with everything in it.
    detached: true,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NO_COLOR: '1',
      NOTICES_DIR: folder,
      NOTICEBOARD_TODAY: today,
    },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const timer =
    killAfter === undefined
      ? undefined
      : setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), killAfter);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearTimeout(timer);
  return { code, out, err };
}
