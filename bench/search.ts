/**
 * What the search index weighs for each word of a collection, beside an index of every version's
 * page, which is what one gets by pointing Pagefind at a built site.
 *
 *   npm run bench:search -- [folder of notices]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as pagefind from 'pagefind';

const root = path.resolve(import.meta.dirname, '..');
const candidates = [process.argv[2], '../shared/corpus/histories', 'src/content/notices'];
const notices = candidates
  .filter((candidate) => candidate !== undefined)
  .map((candidate) => path.resolve(root, candidate))
  .find((candidate) => existsSync(candidate));
if (notices === undefined) throw new Error('there is no folder of notices to index');

const site = mkdtempSync(path.join(tmpdir(), 'noticeboard-bench-'));
process.on('exit', () => rmSync(site, { recursive: true, force: true }));
const astro = path.join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
const built = spawnSync(process.execPath, [astro, 'build'], {
  cwd: root,
  env: { ...process.env, NOTICES_DIR: notices, OUT_DIR: path.join(site, 'site') },
  encoding: 'utf8',
});
if (built.status !== 0) throw new Error(`the build failed:\n${built.stdout}${built.stderr}`);

const VERSION_PAGES = '**/[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*/index.html';
const pages = globSync(VERSION_PAGES, { cwd: path.join(site, 'site') }).filter(
  (file) => !file.includes('compare'),
);
const words = pages
  .map((file) => readFileSync(path.join(site, 'site', file), 'utf8'))
  .map((html) => html.replace(/^[\s\S]*<main|<[^>]*>/g, ' '))
  .reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0), 0);

const own = path.join(site, 'site', 'pagefind');
const rows: [string, number, number][] = [];
const files = globSync('**/*', { cwd: own })
  .map((file) => path.join(own, file))
  .filter((file) => statSync(file).isFile());
rows.push(['each distinct text once', ...weigh(files.map((file) => [file, statSync(file).size]))]);

const { index } = await pagefind.createIndex({ rootSelector: 'main', forceLanguage: 'en' });
if (!index) throw new Error('Pagefind made no index');
for (const file of pages) {
  const content = readFileSync(path.join(site, 'site', file), 'utf8');
  await index.addHTMLFile({ sourcePath: file, content });
}
const all = (await index.getFiles()).files;
await pagefind.close();
rows.push(['every version’s page', ...weigh(all.map((file) => [file.path, file.content.length]))]);

print(`${words} words on ${pages.length} pages of versions in ${path.relative(root, notices)}`);
for (const [name, indexed, loaded] of rows) {
  const [all, first] = [indexed + loaded, indexed].map((bytes) => (bytes / words).toFixed(2));
  print(
    `${name.padEnd(24)} ${all} bytes a word, ${first} of them in what queries are answered from`,
  );
}

/** The bytes of indexes, and those of texts that are loaded one by one; scripts do not count. */
function weigh(all: [name: string, bytes: number][]): [indexed: number, loaded: number] {
  const sum = (pattern: RegExp): number =>
    all.filter(([name]) => pattern.test(name)).reduce((total, [, bytes]) => total + bytes, 0);
  return [sum(/\.pf_(?:index|meta|filter)$|table\.json$/), sum(/\.pf_fragment$/)];
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
