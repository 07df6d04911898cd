/**
 * How fast `npm run dev` is: until it is ready, a page is there, and an edit shows.
 *
 *   npm run bench:dev -- [folder of notices]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '..');
const EDITS = 5;
/** The most milliseconds that each may take. */
const LIMITS = { ready: 3000, page: 300, edit: 500 };

const source = [process.argv[2], '../shared/corpus/histories', 'src/content/notices']
  .filter((candidate) => candidate !== undefined)
  .map((candidate) => path.resolve(root, candidate))
  .find((candidate) => existsSync(candidate));
if (source === undefined) throw new Error('there is no folder of notices to show');

const work = mkdtempSync(path.join(tmpdir(), 'noticeboard-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const notices = path.join(work, 'notices');
cpSync(source, notices, { recursive: true });

const files = globSync('**/[0-9]*.mdx', { cwd: notices }).toSorted();
const published = files.filter((file) => !/\.[a-z-]+\.mdx$/i.test(file)).at(-1) ?? '';
const notice = path.posix.dirname(published.replaceAll(path.sep, '/'));
const draft = path.join(notices, notice, 'draft.mdx');
writeFileSync(
  draft,
  readFileSync(path.join(notices, published), 'utf8')
    .replace(/^published: .*$/m, 'published: "2098-01-01"')
    .replace(/^effective: .*$/m, 'effective: "2099-01-01"'),
);

const started = performance.now();
const server = spawn(
  process.execPath,
  [path.join(root, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'dev', '--port', '0'],
  {
    cwd: root,
    env: { ...process.env, NOTICES_DIR: notices, NO_COLOR: '1', ASTRO_DEV_BACKGROUND: '0' },
  },
);
process.on('exit', () => server.kill('SIGKILL'));
const origin = await addressOf();
show(`ready, with ${files.length} versions`, [performance.now() - started], LIMITS.ready);

const name = path.basename(published, '.mdx');
const pages = [
  `/${notice}/`,
  `/${notice}/${name}/`,
  `/${notice}/draft/`,
  `/${notice}/history/`,
  '/',
];
for (const [visit, when] of ['first', 'second'].entries()) {
  const times: number[] = [];
  for (const page of pages) times.push(await timeOf(() => get(page)));
  const title = `a page, ${when} visit`;
  if (visit === 0) show('the first page of all', times.splice(0, 1), LIMITS.page);
  show(title, times, LIMITS.page);
}
show('an edit of a draft', await edits(draft, `/${notice}/draft/`), LIMITS.edit);
const edited = path.join(notices, published);
show('an edit of a version', await edits(edited, `/${notice}/${name}/`), LIMITS.edit);
server.kill('SIGKILL');
await once(server, 'close');

/** The address that the server prints when it is ready. */
function addressOf(): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const [address] = /http:\/\/localhost:\d+/.exec(printed) ?? [];
      if (address !== undefined) resolve(address);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('close', () => reject(new Error(`the dev server ended:\n${printed}`)));
  });
}

async function get(page: string): Promise<string> {
  const answer = await fetch(origin + page);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${page} is ${answer.status}:\n${text.slice(0, 500)}`);
  return text;
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

/** How long each of some edits takes from when the file is written to when the page has it. */
async function edits(file: string, page: string): Promise<number[]> {
  const before = readFileSync(file, 'utf8');
  const times: number[] = [];
  for (let edit = 0; edit < EDITS; edit += 1) {
    const word = `zebra${edit}`;
    writeFileSync(file, `${before.trimEnd()} And a ${word}.\n`);
    const shown = async (): Promise<void> => {
      while (!(await get(page)).includes(word)) await wait(20);
    };
    times.push(await timeOf(shown));
    // The reports of one edit are not to slow down the next.
    await wait(500);
  }
  return times;
}

function show(what: string, times: readonly number[], limit: number): void {
  const sorted = times.toSorted((a, b) => a - b);
  const [median = 0, most = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  const slowest = sorted.length > 1 ? `, slowest ${Math.round(most)} ms` : '';
  process.stdout.write(
    `${what.padEnd(28)} ${Math.round(median)} ms${slowest} (limit ${limit} ms)\n`,
  );
}
