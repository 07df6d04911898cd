/** Runs the real build, the way `npm run build` does, in a process of its own. */
import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const SAMPLE = path.join(ROOT, 'src', 'content', 'notices');
/** Notices in several languages, of which one lags behind, and one runs from right to left. */
export const LANGUAGES = path.join(ROOT, 'tests', 'fixtures', 'languages');
/** Real policies with real histories; not every machine has them. */
export const HISTORIES = path.resolve(ROOT, '../shared/corpus/histories');
/** What Node.js has compiled, which the commands keep as well. */
export const COMPILE_CACHE = path.join(ROOT, '.astro', 'compile-cache');
/** The day that the sites under test are built for. */
export const TODAY = '2026-11-22';

export interface BuildOptions {
  /** Where the site goes. */
  out: string;
  /** The folder of notices; the sample when left out. */
  notices?: string;
  today?: string;
  base?: string;
  drafts?: boolean;
  timeZone?: string;
  /** Kills the build, as a power cut would, as soon as it has printed this with `--verbose`. */
  killAt?: string;
  /** Kills it after so many milliseconds. */
  killAfter?: number;
  /** Whether the site has cards, which take most of the time of a first build. */
  cards?: boolean;
  /** What else stands in the environment. */
  environment?: Record<string, string>;
}

export interface BuildResult {
  code: number | null;
  /** All that was printed, on both streams. */
  output: string;
  seconds: number;
}

/** What a test file's builds came to, to be printed at its end. */
const tally = { builds: 0, seconds: 0 };

export async function build(options: BuildOptions): Promise<BuildResult> {
  const {
    out,
    notices,
    today = TODAY,
    base,
    drafts = false,
    timeZone,
    cards = true,
    killAt,
    killAfter,
  } = options;
  const astro = path.join(ROOT, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const started = performance.now();
  const flags = [
    ...(base ? ['--base', base] : []),
    ...(killAt ? ['--verbose'] : []),
    ...(cards ? [] : ['--config', './tests/setup/plain.config.mjs']),
  ];
  const child = spawn(process.execPath, [astro, 'build', ...flags], {
    cwd: ROOT,
    env: {
      ...ownEnvironment(),
      ASTRO_TELEMETRY_DISABLED: '1',
      // Many builds load the same packages.
      NODE_COMPILE_CACHE: COMPILE_CACHE,
      NO_COLOR: '1',
      OUT_DIR: out,
      NOTICEBOARD_TODAY: today,
      ...(notices !== undefined && { NOTICES_DIR: notices }),
      ...(drafts && { NOTICEBOARD_DRAFTS: '1' }),
      ...(timeZone !== undefined && { TZ: timeZone }),
      ...options.environment,
    },
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed.push(chunk);
      if (killAt !== undefined && chunk.includes(killAt)) child.kill('SIGKILL');
    });
  }
  const timer =
    killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearTimeout(timer);
  const output = Buffer.concat(printed).toString('utf8');
  const seconds = (performance.now() - started) / 1000;
  tally.builds += 1;
  tally.seconds += seconds;
  return { code, output, seconds };
}

export function printTally(): void {
  const { builds, seconds } = tally;
  process.stdout.write(`${builds} builds took ${seconds.toFixed(0)} s.\n`);
}

/** Runs a build that has to succeed. */
export async function buildOrThrow(options: BuildOptions): Promise<BuildResult> {
  const result = await build(options);
  if (result.code !== 0) throw new Error(`the build failed:\n${result.output}`);
  return result;
}

/** The environment without what vitest, or whoever runs the tests, puts into it. */
function ownEnvironment(): Record<string, string | undefined> {
  const foreign =
    /^(VITEST.*|NODE_ENV|NODE_OPTIONS|MODE|DEV|PROD|SSR|BASE_URL|TEST|FORCE_COLOR|NOTICE.*|OUT_DIR)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/** A new empty folder, by its real path: on macOS the one that the system names is a link. */
export function makeFolder(name: string): string {
  return realpathSync(mkdtempSync(path.join(tmpdir(), `noticeboard-${name}-`)));
}

/** Writes files, by their paths within a folder. */
export function writeFiles(folder: string, files: Record<string, string | Uint8Array>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** The path within a folder, with `/`, of every file below it. */
export const namesOfFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
    .map((file) => path.relative(folder, file).split(path.sep).join('/'));

/** Every file below a folder, by its path within it. */
export const readFiles = (folder: string): Map<string, Buffer> =>
  new Map(namesOfFiles(folder).map((file) => [file, readFileSync(path.join(folder, file))]));
