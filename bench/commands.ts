/**
 * How much processor time the commands take on the sample.
 *
 *   npm run bench:commands
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const work = mkdtempSync(path.join(tmpdir(), 'noticeboard-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const TURNS = 7;
const NOTICE = 'harbourlight/customers';

/** The folder beside the sample's lock and record, as it is at the start of each run. */
function freshFolder(): string {
  const folder = path.join(work, 'content');
  rmSync(folder, { recursive: true, force: true });
  cpSync(path.join(root, 'src', 'content'), folder, { recursive: true });
  return path.join(folder, 'notices');
}

/** Runs a command. Returns the seconds of processor time, of all its threads. */
function run(notices: string, words: readonly string[]): number {
  const timeFile = path.join(work, 'time');
  const tellTime =
    `import{writeFileSync as w}from'node:fs';process.on('exit',()=>{` +
    `const{user,system}=process.cpuUsage();w(${JSON.stringify(timeFile)},String(user+system))})`;
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      `--import=data:text/javascript,${encodeURIComponent(tellTime)}`,
      path.join(root, 'src', 'cli', 'index.ts'),
      ...words,
    ],
    {
      env: { ...process.env, NOTICES_DIR: notices, NOTICEBOARD_TODAY: '2026-11-22' },
      encoding: 'utf8',
    },
  );
  // `status` exits with 1 when there are warnings.
  if (status !== 0 && !(words[0] === 'status' && status === 1)) {
    throw new Error(`${words.join(' ')} failed:\n${stderr}`);
  }
  return Number(readFileSync(timeFile, 'utf8')) / 1e6;
}

/** Changes a file: the part found becomes another. */
function edit(file: string, found: RegExp, put: string): void {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(found, put);
  if (after === before) throw new Error(`${file} has nothing like ${found.source}`);
  writeFileSync(file, after);
}

/** Starts a draft that differs from the version in force, and says what it changes. */
function draft(notices: string): void {
  run(notices, ['revise', NOTICE]);
  const file = path.join(notices, NOTICE, 'draft.mdx');
  const change =
    'changes:\n  - kind: changed\n    section: changes\n    summary: A sentence at the end.';
  edit(file, /^changes: \[\]$/m, change);
  edit(file, /\n*$/, ' This sentence is new.\n');
}

/** Each command, and what has to be done before it. */
const COMMANDS: Record<string, (notices: string) => readonly string[]> = {
  status: () => ['status'],
  verify: () => ['verify'],
  diff: (notices) => {
    draft(notices);
    return ['diff', NOTICE];
  },
  publish: (notices) => {
    draft(notices);
    return ['publish', NOTICE];
  },
  erratum: (notices) => {
    edit(path.join(notices, NOTICE, '2018-05-25.mdx'), /\n*$/, ' A sentence was missing.\n');
    return ['erratum', `${NOTICE}/2018-05-25`, '--reason', 'a sentence was missing'];
  },
};

for (const [name, prepare] of Object.entries(COMMANDS)) {
  const times = Array.from({ length: TURNS }, () => {
    const notices = freshFolder();
    return run(notices, prepare(notices));
  }).toSorted((a, b) => a - b);
  const [fastest = Number.NaN] = times;
  const median = times[Math.floor(TURNS / 2)] ?? Number.NaN;
  process.stdout.write(
    `${name.padEnd(8)} ${median.toFixed(2)} s of processor time (fastest ${fastest.toFixed(2)} s)\n`,
  );
}
