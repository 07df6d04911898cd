/**
 * Packs the package as it is published, and checks what users get of it: that every export is in it
 * and has types that resolve. `npm run check` does that.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Components are compiled by whoever uses them, so that no types are beside them. */
const SOURCES = ['components/Prose.astro'];

/** Runs a command in the repository. What it wrote is shown only if it fails. */
function run(command: string, words: readonly string[]): void {
  const { status, stdout, error } = spawnSync(command, words, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    // npm is a script on Windows.
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  process.stdout.write(stdout);
  throw new Error(`${command} ${words.join(' ')} failed`, { cause: error });
}

const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-package-'));
try {
  run('npm', ['pack', '--silent', '--pack-destination', folder]);
  const [tarball = ''] = globSync('*.tgz', { cwd: folder });
  const file = path.join(folder, tarball);
  run('npx', ['publint', 'run', file, '--strict']);
  run('npx', ['attw', file, '--profile', 'esm-only', '--exclude-entrypoints', ...SOURCES]);
  process.stdout.write('The package has what its exports name, with types that resolve.\n');
} finally {
  rmSync(folder, { recursive: true });
}
