/**
 * The packages as users get them: packed, installed from nothing, and used in projects of their own.
 * It needs the registry of npm, and takes some minutes.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildOrThrow,
  makeFolder,
  namesOfFiles,
  readFiles,
  ROOT,
  writeFiles,
} from './setup/build.ts';
import { edit, environmentOf, megabytesOf, run } from './setup/user.ts';

const TODAY = '2026-11-27';

/** What an install of the created project may take. */
const MOST_MEGABYTES = 240;
/**
 * What npm installs for Starlight's starter: @astrojs/starlight 0.42.4, astro 7.3.5 and sharp 0.35.5 on
 * 27 November 2026, on Linux: 268 packages in 183 MB.
 */
const PACKAGES_OF_STARLIGHT = 268;

/** What the examples and the sample need beside Noticeboard, in the versions of this repository. */
const BESIDE = ['@astrojs/mdx', '@fontsource/inter', 'satori', 'sharp'];

const ANSWERS = [
  ...['--name', "Acme's notices"],
  ...['--site', 'notices.acme.example'],
  ...['--controller', 'Acme & Sons "Widgets" Limited'],
];

interface Manifest {
  version: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const manifest = (...parts: string[]): Manifest =>
  JSON.parse(readFileSync(path.join(...parts, 'package.json'), 'utf8')) as Manifest;

let workshop = '';
const at = (...parts: string[]): string => path.join(workshop, ...parts);
const tarball = (name: string): string => at(`${name}-${manifest(ROOT).version}.tgz`);
const noticeboard = (folder: string, ...words: string[]): Promise<string> =>
  run(folder, ['npx', '--no', 'noticeboard', ...words], { NOTICEBOARD_TODAY: TODAY });
const build = (folder: string, ...words: string[]): Promise<string> =>
  run(folder, ['npm', 'run', 'build', ...words], { NOTICEBOARD_TODAY: TODAY });

/** Writes what the draft's outline asks for. */
const fillIn = (folder: string): void =>
  edit(path.join(folder, 'src/content/notices/customers/draft.mdx'), (text) =>
    text.replace(/\{\/\*(.*?)\*\/\}/g, '$1'),
  );

const read = (...parts: string[]): string => readFileSync(path.join(...parts), 'utf8');

/** How far the first project got, and when it began. */
const first = { seconds: 0, megabytes: 0, packages: 0 };

beforeAll(async () => {
  workshop = makeFolder('package');
  await run(ROOT, ['npm', 'pack', '--pack-destination', workshop]);
  await run(path.join(ROOT, 'create'), ['npm', 'pack', '--pack-destination', workshop]);
  const began = performance.now();
  const words = ['site', ...ANSWERS, '--noticeboard', `file:${tarball('noticeboard')}`];
  const create = ['npx', '--yes', '--package', tarball('create-noticeboard')];
  await run(workshop, [...create, 'create-noticeboard', ...words], { NOTICEBOARD_TODAY: TODAY });
  first.seconds = (performance.now() - began) / 1000;
  first.megabytes = megabytesOf(at('site/node_modules'));
  first.packages = Object.keys(
    (JSON.parse(read(at('site/node_modules/.package-lock.json'))) as { packages: object }).packages,
  ).length;
  // Node.js looks for packages in the folders above, so that one install serves all projects.
  for (const name of ['node_modules', 'package-lock.json']) renameSync(at('site', name), at(name));
  cpSync(at('site/package.json'), at('package.json'));
  const { dependencies, devDependencies } = manifest(ROOT);
  const versions = { ...dependencies, ...devDependencies };
  const { '@astrojs/sitemap': sitemap } = manifest(ROOT, 'examples/company').dependencies;
  await run(workshop, [
    ...['npm', 'install', '--no-audit', '--no-fund', `@astrojs/sitemap@${sitemap}`],
    ...BESIDE.map((name) => `${name}@${versions[name]}`),
  ]);
  cpSync(path.join(ROOT, 'examples'), at('examples'), {
    recursive: true,
    // What someone left there who tried an example.
    filter: (source) => !/[\\/](node_modules|dist|\.astro)$/.test(source),
  });
});

afterAll(() => {
  process.stdout.write(
    `create-noticeboard took ${first.seconds.toFixed(0)} s: ${first.packages} packages, ${first.megabytes} MB\n`,
  );
  rmSync(workshop, { recursive: true, force: true });
});

describe('a project from npm create noticeboard', () => {
  it('is light', () => {
    expect(first.megabytes).toBeLessThanOrEqual(MOST_MEGABYTES);
    expect(first.packages).toBeLessThan(PACKAGES_OF_STARLIGHT);
  });

  it('shows the first draft in dev', async () => {
    const astro = at('node_modules/astro/bin/astro.mjs');
    const dev = spawn(process.execPath, [astro, 'dev', '--port', '0'], {
      cwd: at('site'),
      env: environmentOf(),
    });
    try {
      const address = await new Promise<string>((resolve, reject) => {
        let output = '';
        const hear = (chunk: Buffer): void => {
          output += chunk.toString();
          const found = /http:\/\/localhost:\d+/.exec(output);
          if (found) resolve(found[0]);
        };
        dev.stdout.on('data', hear);
        dev.stderr.on('data', hear);
        dev.once('close', () => reject(new Error(`dev ended:\n${output}`)));
      });
      const page = await (await fetch(`${address}/customers/draft/`)).text();
      expect(page).toContain('Customer privacy notice');
      expect(page).toContain('Acme &amp; Sons');
    } finally {
      dev.removeAllListeners('close');
      dev.kill();
    }
  });

  it('has the code of threads, without which builds are slow and say nothing of it', () => {
    const integration = at('node_modules/noticeboard/lib/integration');
    expect(namesOfFiles(integration)).toContain('worker.js');
  });

  it('publishes its first notice and builds', async () => {
    fillIn(at('site'));
    await noticeboard(at('site'), 'publish', 'customers', '--yes');
    await build(at('site'));
    const page = read(at('site/dist/customers/index.html'));
    expect(page).toContain('Acme&#39;s notices');
    expect(page).toContain('privacy@acme.example');
    expect(await noticeboard(at('site', 'src', 'content'), 'verify')).toContain(
      '1 version matches',
    );
  });
});

describe('notices in an Astro project that is there', () => {
  it('are added by npm create noticeboard', async () => {
    const folder = at('joined');
    cpSync(at('examples/company'), folder, { recursive: true });
    rmSync(path.join(folder, 'src/content'), { recursive: true });
    edit(path.join(folder, 'package.json'), (text) => text.replace(/,\n.*"noticeboard".*/, ''));
    edit(path.join(folder, 'astro.config.mjs'), (text) =>
      text.replace(/import noticeboard.*\n/, '').replace(/ +noticeboard\(\{[^]*?\n {4}\}\),\n/, ''),
    );
    const words = [...ANSWERS, '--path', '/privacy/', '--no-install'];
    const create = path.join(ROOT, 'create/bin.js');
    const output = await run(folder, [process.execPath, create, ...words]);
    expect(output).toContain('npx noticeboard new customers');
    expect(manifest(folder).dependencies['noticeboard']).toBe(`^${manifest(ROOT).version}`);
    await noticeboard(
      folder,
      ...['new', 'customers', '--title', 'Customer privacy notice'],
      ...['--controller', 'Brackenmill Bakery Limited', '--email', 'privacy@brackenmill.example'],
    );
    fillIn(folder);
    await noticeboard(folder, 'publish', 'customers', '--yes');
    await build(folder);
    expect(read(folder, 'dist/privacy/customers/index.html')).toContain(
      'Brackenmill Bakery Limited',
    );
  });
});

describe('the example', () => {
  const texts = (folder: string): string[] =>
    namesOfFiles(path.join(folder, 'src/content/notices.record')).filter((name) =>
      name.endsWith('.txt'),
    );

  it.each([
    ['minimal', '', ['customers']],
    ['group', '', ['tidewater-homes/tenants', 'tidewater-energy/customers']],
    ['translations', '', ['visitors', 'visitors/cy']],
    ['company', 'privacy', ['customers', 'staff']],
  ])('%s builds', async (name, below, notices) => {
    const folder = at('examples', name);
    const output = await build(folder);
    // A finding, with its line and column.
    expect(output).not.toMatch(/:\d+:\d+ +warning/);
    for (const notice of notices) {
      expect(existsSync(path.join(folder, 'dist', below, notice, 'index.html'))).toBe(true);
    }
    const published = texts(folder);
    expect(published.length).toBeGreaterThan(1);
    for (const text of published) {
      expect(read(folder, 'dist', below, text)).toBe(
        read(folder, 'src/content/notices.record', text),
      );
    }
  });

  it('company has its own pages byte for byte as without notices', async () => {
    const [folder, without] = [at('examples/company'), at('without')];
    cpSync(folder, without, {
      recursive: true,
      filter: (source) => !/[\\/](dist|\.astro)$/.test(source),
    });
    edit(path.join(without, 'astro.config.mjs'), (text) =>
      text.replace(/ +noticeboard\(\{[^]*?\n {4}\}\),\n/, ''),
    );
    await build(without);
    const own = readFiles(path.join(without, 'dist'));
    const both = readFiles(path.join(folder, 'dist'));
    const changed = [...own.keys()].filter((name) => !both.get(name)?.equals(own.get(name)!));
    // Ours come after the company's, and its sitemap has more pages.
    expect(changed).toEqual(['_headers', '_redirects', 'sitemap-0.xml']);
    for (const name of ['_headers', '_redirects']) {
      expect(both.get(name)!.toString().startsWith(own.get(name)!.toString())).toBe(true);
    }
  });

  it('agency builds the sites of all clients with one command', async () => {
    const folder = at('examples/agency');
    await build(folder, '--workspaces');
    for (const [client, notice, domain] of [
      ['alderbank', 'owners', 'privacy.alderbank.example'],
      ['cobblewick', 'audience', 'privacy.cobblewick.example'],
      ['dunmere', 'hirers', 'www.dunmere.example'],
    ] as const) {
      const page = read(folder, 'clients', client, 'dist', notice, 'index.html');
      expect(page).toContain(`https://${domain}/${notice}/`);
      expect(await noticeboard(path.join(folder, 'clients', client), 'verify')).toContain(
        'Verified',
      );
    }
  });
});

describe('the sample of this repository', () => {
  it('is the same site, built from a project of a user', async () => {
    const folder = at('sample');
    // A newer bundler writes the same scripts in other letters.
    const tools = ['astro', 'vite'].map(
      (name) => `${name}@${manifest(ROOT, 'node_modules', name).version}`,
    );
    await run(workshop, ['npm', 'install', '--no-audit', '--no-fund', ...tools]);
    for (const name of ['src/content', 'public', 'src/pages/about.mdx', 'astro.config.mjs']) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
    }
    writeFiles(folder, {
      'package.json': JSON.stringify({ type: 'module', scripts: { build: 'astro build' } }),
    });
    edit(path.join(folder, 'astro.config.mjs'), (text) =>
      text.replace('./src/index.ts', 'noticeboard'),
    );
    edit(path.join(folder, 'src/pages/about.mdx'), (text) =>
      text.replace('../layouts/Prose.astro', 'noticeboard/components/Prose.astro'),
    );
    await buildOrThrow({ out: at('ours'), today: TODAY });
    await build(folder);
    const [ours, theirs] = [readFiles(at('ours')), readFiles(path.join(folder, 'dist'))];
    expect([...theirs.keys()]).toEqual([...ours.keys()]);
    expect([...ours.keys()].filter((name) => !ours.get(name)!.equals(theirs.get(name)!))).toEqual(
      [],
    );
  });
});

describe('pnpm', () => {
  it.each(['10.34.8', '12.21.0'])('%s creates, publishes and builds a project', async (version) => {
    const tools = at(`pnpm-${version}`);
    writeFiles(tools, { 'package.json': '{ "private": true }' });
    await run(tools, ['npm', 'install', '--no-audit', '--no-fund', `pnpm@${version}`]);
    const bin = path.join(tools, 'node_modules/.bin');
    const environment = {
      PATH: `${bin}${path.delimiter}${process.env['PATH']}`,
      NOTICEBOARD_TODAY: TODAY,
      npm_config_user_agent: `pnpm/${version} npm/? node/v24.21.0 linux x64`,
    };
    // Away from the others, whose packages it must not find.
    const away = makeFolder('pnpm');
    try {
      const words = [...ANSWERS, '--noticeboard', `file:${tarball('noticeboard')}`];
      await run(
        away,
        [process.execPath, path.join(ROOT, 'create/bin.js'), 'site', ...words],
        environment,
      );
      const folder = path.join(away, 'site');
      expect(existsSync(path.join(folder, 'pnpm-lock.yaml'))).toBe(true);
      expect(read(folder, '.github/workflows/deploy.yml')).not.toContain('npm ci');
      fillIn(folder);
      const publish = ['noticeboard', 'publish', 'customers', '--yes'];
      await run(folder, ['pnpm', 'exec', ...publish], environment);
      await run(folder, ['pnpm', 'run', 'build'], environment);
      expect(existsSync(path.join(folder, 'dist/customers/index.html'))).toBe(true);
    } finally {
      rmSync(away, { recursive: true, force: true });
    }
  });
});
