/** What a user of the packages does: programs in folders of their own, outside of this repository. */
import { spawn } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Vitest's own variables, and those of the npm that started it, would reach what is tested. */
const FOREIGN =
  /^(VITEST.*|NODE_ENV|NODE_OPTIONS|MODE|DEV|PROD|SSR|BASE_URL|TEST|FORCE_COLOR|NOTICE.*|OUT_DIR|INIT_CWD|npm_(?!config_(cache|registry)$).*)$/i;

export const environmentOf = (more: Record<string, string> = {}): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      FOREIGN.test(name) || value === undefined ? [] : [[name, value]],
    ),
  ),
  ASTRO_TELEMETRY_DISABLED: '1',
  NO_COLOR: '1',
  ...more,
});

/**
 * Runs a program to its end.
 *
 * @returns everything it printed
 * @throws Error with what it printed, if it fails
 */
export async function run(
  folder: string,
  [program = '', ...words]: readonly string[],
  environment: Record<string, string> = {},
): Promise<string> {
  const child = spawn(program, words, {
    cwd: folder,
    env: environmentOf(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return output;
  throw new Error(`${program} ${words.join(' ')} in ${folder} failed (${code}):\n${output}`);
}

/** What a folder takes on the disk in megabytes, as `du -sm` counts them. */
export function megabytesOf(folder: string): number {
  const sizes = new Map<number, number>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    // A file with several names is there once.
    const { ino, blocks } = lstatSync(path.join(folder, name));
    sizes.set(ino, blocks * 512);
  }
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return Math.ceil(bytes / 1024 / 1024);
}

export const edit = (file: string, change: (text: string) => string): void => {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file} has not what should change`);
  writeFileSync(file, after);
};
