/** Runs the `noticeboard` command: in this process, or as `npx noticeboard` does in its own. */
import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { run } from '../../src/cli/program.ts';
import { ROOT, TODAY } from './build.ts';

export interface CommandResult {
  code: number | null;
  out: string;
  err: string;
}

export interface CommandOptions {
  notices: string;
  today?: string;
}

/** Runs the command by a call of its function. Only one at a time: it writes to this process's streams. */
export async function notices(
  words: readonly string[],
  { notices: folder, today = TODAY }: CommandOptions,
): Promise<CommandResult> {
  const restoreEnvironment = setEnvironment({
    NO_COLOR: '1',
    NOTICES_DIR: folder,
    NOTICEBOARD_TODAY: today,
  });
  const streams = { out: process.stdout, err: process.stderr };
  const written = { out: '', err: '' };
  const restore = (['out', 'err'] as const).map((name) => {
    const write = streams[name].write;
    streams[name].write = (chunk: string | Uint8Array) => {
      written[name] += chunk.toString();
      return true;
    };
    return () => (streams[name].write = write);
  });
  try {
    return { code: await run(words), ...written };
  } finally {
    for (const put of restore) put();
    restoreEnvironment();
  }
}

/** Sets variables of this process's environment, and returns what puts back the values before. */
function setEnvironment(variables: Record<string, string>): () => void {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  };
}

/**
 * Runs the command in a process of its own.
 *
 * @param killWhen is asked again and again; once it says so, the command and all that it started is
 *   killed. The code of a killed command is null.
 */
export async function noticesProcess(
  words: readonly string[],
  {
    notices: folder,
    today = TODAY,
    killWhen,
  }: CommandOptions & { killWhen?: (milliseconds: number) => boolean },
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
  const started = performance.now();
  const watch = (): void => {
    if (child.exitCode !== null || child.pid === undefined) return;
    if (killWhen?.(performance.now() - started)) process.kill(-child.pid, 'SIGKILL');
    else setTimeout(watch, 1);
  };
  if (killWhen) watch();
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, out, err };
}

/** Runs commands one after the other in a process of their own, and returns their exit codes. */
export async function codesInOneProcess(
  commands: readonly (readonly string[])[],
  folder: string,
): Promise<unknown> {
  const program = pathToFileURL(path.join(ROOT, 'src/cli/program.ts')).href;
  const script = `
    const { run } = await import(${JSON.stringify(program)});
    const codes = [];
    for (const words of ${JSON.stringify(commands)}) codes.push(await run(words));
    console.log('\\n' + JSON.stringify(codes));
  `;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', script],
    {
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        NO_COLOR: '1',
        NOTICES_DIR: folder,
        NOTICEBOARD_TODAY: TODAY,
      },
    },
  );
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
}
