/**
 * Compares the time of a build, and of reading all documents, with a plain Astro site of the same
 * MDX. They run in turns: on shared machines, times mean little and ratios hold.
 *
 *   npm run bench:build -- [folder of notices]
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const TURNS = 5;

interface Run {
  seconds: number;
  peakMebibytes: number;
}

const candidates = [process.argv[2], '../shared/corpus/histories', 'src/content/notices'];
const notices = candidates
  .filter((candidate) => candidate !== undefined)
  .map((candidate) => path.resolve(root, candidate))
  .find((candidate) => existsSync(candidate));
if (notices === undefined) throw new Error('there is no folder of notices to build');

const work = mkdtempSync(path.join(tmpdir(), 'noticeboard-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const plain = makePlainSite(path.join(work, 'plain'), notices);
const versions = globSync('**/*.mdx', { cwd: notices }).length;

// In turns, so that a busy machine slows both alike; the first of each only warms caches.
const runs: Record<'plain' | 'noticeboard' | 'reading', Run[]> = {
  plain: [],
  noticeboard: [],
  reading: [],
};
for (let turn = 0; turn <= TURNS; turn += 1) {
  const plainRun = build(plain, {});
  const ownRun = build(root, { NOTICES_DIR: notices, OUT_DIR: path.join(work, 'site') });
  const readingRun = run(root, [path.join(import.meta.dirname, 'reading.ts'), notices], {});
  if (turn === 0) continue;
  runs.plain.push(plainRun);
  runs.noticeboard.push(ownRun);
  runs.reading.push(readingRun);
}

const plainTime = median(runs.plain, 'seconds');
print(`${versions} versions in ${path.relative(root, notices)}, median of ${TURNS} builds each`);
for (const [name, list] of [
  ['plain Astro', runs.plain],
  ['Noticeboard', runs.noticeboard],
  ['reading documents', runs.reading],
] as const) {
  const seconds = median(list, 'seconds');
  const perVersion = ((1000 * seconds) / versions).toFixed(1);
  const peak = Math.round(median(list, 'peakMebibytes'));
  const ratio = (seconds / plainTime).toFixed(2);
  print(
    `${name.padEnd(18)} ${seconds.toFixed(2)} s, ${perVersion} ms a version, peak ${peak} MiB, ratio ${ratio}`,
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function median(list: readonly Run[], key: keyof Run): number {
  const sorted = list.map((run) => run[key]).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Builds a site in a process of its own. */
function build(directory: string, environment: Record<string, string>): Run {
  const astro = path.join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
  return run(directory, [astro, 'build', '--silent'], environment);
}

/** Runs a program of Node. */
function run(
  directory: string,
  command: readonly string[],
  environment: Record<string, string>,
): Run {
  const peakFile = path.join(work, 'peak');
  const tellPeak =
    `import{writeFileSync as w}from'node:fs';` +
    `process.on('exit',()=>w(${JSON.stringify(peakFile)},String(process.resourceUsage().maxRSS)))`;
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [`--import=data:text/javascript,${encodeURIComponent(tellPeak)}`, ...command],
    {
      cwd: directory,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
      encoding: 'utf8',
    },
  );
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${command[0]} failed in ${directory}:\n${stderr}`);
  return { seconds, peakMebibytes: Number(readFileSync(peakFile, 'utf8')) / 1024 };
}

/** The least Astro site that shows every version of the folder as a page. */
function makePlainSite(directory: string, source: string): string {
  mkdirSync(path.join(directory, 'src', 'pages'), { recursive: true });
  cpSync(source, path.join(directory, 'content'), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(directory, 'node_modules'), 'junction');
  const files = {
    'package.json': '{ "name": "plain", "type": "module" }',
    'astro.config.mjs': `
      import mdx from '@astrojs/mdx';
      import { satteri } from '@astrojs/markdown-satteri';
      export default {
        integrations: [mdx()],
        markdown: {
          syntaxHighlight: false,
          processor: satteri({ features: { headingAttributes: true, smartPunctuation: false } }),
        },
      };`,
    'src/content.config.ts': `
      import { defineCollection } from 'astro:content';
      import { glob } from 'astro/loaders';
      const loader = glob({ base: './content', pattern: '**/*.mdx', generateId: ({ entry }) => entry.slice(0, -4) });
      export const collections = { notices: defineCollection({ loader }) };`,
    'src/components/Nothing.astro': '---\n---\n',
    'src/pages/[...id].astro': `---
      import { getCollection, render } from 'astro:content';
      import Nothing from '../components/Nothing.astro';
      export const getStaticPaths = async () =>
        (await getCollection('notices')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));
      const { entry } = Astro.props;
      const { Content } = await render(entry);
      const components = { Controller: Nothing, Contact: Nothing, Dpo: Nothing, Complaints: Nothing };
      ---
      <html lang="en">
        <head><title>{entry.data.title}</title></head>
        <body><main><h1>{entry.data.title}</h1><Content components={components} /></main></body>
      </html>`.replace(/^ {6}/gm, ''),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
    writeFileSync(path.join(directory, file), text);
  }
  return directory;
}
