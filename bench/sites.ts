/** For the benches: builds in processes of their own. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

/** What a build took. */
export interface Run {
  seconds: number;
  /** Of processor time, of all threads. */
  processor: number;
  peakMebibytes: number;
}

/** Runs a program of Node, and measures it. */
export function run(
  directory: string,
  command: readonly string[],
  environment: Record<string, string> = {},
): Run {
  const measuredIn = path.join(directory, '.measured');
  const tell =
    `import{writeFileSync as w}from'node:fs';process.on('exit',()=>{const u=process.resourceUsage();` +
    `w(${JSON.stringify(measuredIn)},JSON.stringify([u.userCPUTime+u.systemCPUTime,u.maxRSS]))})`;
  const started = performance.now();
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [`--import=data:text/javascript,${encodeURIComponent(tell)}`, ...command],
    {
      cwd: directory,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    },
  );
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${command.join(' ')} failed:\n${stdout}${stderr}`);
  const measured = JSON.parse(readFileSync(measuredIn, 'utf8')) as [number, number];
  rmSync(measuredIn);
  return { seconds, processor: measured[0] / 1e6, peakMebibytes: measured[1] / 1024 };
}

const ASTRO = path.join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');

/** Builds the site of a project. */
export const build = (directory: string): Run => run(directory, [ASTRO, 'build', '--silent']);

/** Builds the site of this repository, with every output, for a folder of notices. */
export const buildOwn = (notices: string, out: string): Run =>
  run(root, [ASTRO, 'build', '--silent'], { NOTICES_DIR: notices, OUT_DIR: out });

const kept = path.join(root, '.astro', 'kept');

/** Has the next build find nothing that is kept. */
export const forgetKept = (): void => rmSync(kept, { recursive: true, force: true });

/** Puts what is kept here aside until the bench is done. */
export function putKeptAside(): void {
  const aside = `${kept}.aside`;
  if (existsSync(kept)) renameSync(kept, aside);
  process.on('exit', () => {
    forgetKept();
    if (existsSync(aside)) renameSync(aside, kept);
  });
}

/** The least Astro site that shows every version of its folder `content` as a page. */
export function makePlainSite(directory: string): string {
  write(directory, {
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
  });
  return path.join(directory, 'content');
}

function write(directory: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(directory, { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(directory, 'node_modules'), 'junction');
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
    writeFileSync(path.join(directory, file), text);
  }
}

/** Of several runs, the middle of each measure. */
export function medianOf(runs: readonly Run[]): Run {
  const middle = (key: keyof Run): number => {
    const sorted = runs.map((each) => each[key]).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  return {
    seconds: middle('seconds'),
    processor: middle('processor'),
    peakMebibytes: middle('peakMebibytes'),
  };
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`);
