/** A project that was made with the release before builds with this one, and says the same words. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFiles, ROOT, SAMPLE, TODAY, writeFiles } from './setup/build.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at } = useWorkshop('upgrade');

/** The first commit that builds as a package: the release before, as long as there is no tag. */
const FIRST_PACKAGE = '266c7552135c6e4bca8e7b620ce60f718a5c6c6a';

/** The commit of the release before; undefined in a clone that does not have it. */
function commitBefore(): string | undefined {
  const git = (...words: string[]): string =>
    execFileSync('git', words, {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  try {
    const [newest = FIRST_PACKAGE] = git('tag', '--list', 'v*', '--sort=-v:refname').split(/\s+/);
    return git('rev-parse', '--verify', `${newest || FIRST_PACKAGE}^{commit}`).trim();
  } catch {
    return undefined;
  }
}

const before = commitBefore();
if (before === undefined) {
  process.stdout.write('Upgrades are not tested: this clone has no release before this one.\n');
}

const ENVIRONMENT = { ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', NOTICEBOARD_TODAY: TODAY };

/** Runs a command of npm as a user does. Throws what it said if it fails. */
function run(folder: string, command: 'npm' | 'npx', ...words: string[]): string {
  const { PATH, HOME, npm_config_cache } = process.env;
  const env = { PATH, HOME, ...(npm_config_cache && { npm_config_cache }), ...ENVIRONMENT };
  return execFileSync(command, words, {
    cwd: folder,
    encoding: 'utf8',
    env,
    shell: process.platform === 'win32',
  });
}

/** Packs what is in a folder. Returns the tarball. */
function pack(sources: string, to: string, ...options: string[]): string {
  mkdirSync(to, { recursive: true });
  run(sources, 'npm', 'pack', '--silent', '--pack-destination', to, ...options);
  const [tarball] = globSync('*.tgz', { cwd: to });
  return path.join(to, tarball!);
}

/** Packs a commit. It is compiled with the packages that are installed here, and installed with its own. */
function packCommit(commit: string): string {
  const folder = at('sources');
  mkdirSync(folder, { recursive: true });
  execFileSync('git', ['archive', '--output', at('sources.tar'), commit], { cwd: ROOT });
  execFileSync('tar', ['-xf', at('sources.tar'), '-C', folder]);
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  // A package that has gone since has no types here: the code is written all the same.
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  spawnSync(process.execPath, [tsc, '-p', 'tsconfig.lib.json'], { cwd: folder });
  return pack(folder, at('before'), '--ignore-scripts');
}

/** A project with notices of the sample, without a lock, and with a package to install. */
function projectWith(tarball: string): string {
  const { devDependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const folder = at('project');
  const dependencies = { astro: devDependencies['astro'], noticeboard: `file:${tarball}` };
  writeFiles(folder, {
    'package.json': JSON.stringify({ private: true, type: 'module', dependencies }),
    'astro.config.mjs': `import noticeboard from 'noticeboard';
export default {
  site: 'https://notices.example',
  integrations: [noticeboard({ name: 'Acme', accent: { light: '#0b5c75', dark: '#7cc7de' } })],
};
`,
  });
  for (const name of ['copperwake', 'larkrise']) {
    cpSync(path.join(SAMPLE, name), path.join(folder, 'src/content/notices', name), {
      recursive: true,
    });
  }
  return folder;
}

describe.skipIf(before === undefined)('an update from the release before', () => {
  it('keeps every published text, the lock and the record', () => {
    const project = projectWith(packCommit(before!));
    const texts = (): Map<string, Buffer> =>
      new Map([...readFiles(path.join(project, 'dist'))].filter(([name]) => name.endsWith('.txt')));
    const kept = (): Map<string, Buffer> =>
      new Map([...readFiles(path.join(project, 'src/content'))]);
    run(project, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline');
    run(project, 'npx', 'noticeboard', 'adopt');
    run(project, 'npx', 'astro', 'build');
    const [published, record] = [texts(), kept()];
    expect(published.size).toBeGreaterThan(10);

    const now = pack(ROOT, at('now'));
    run(project, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', now);
    expect(run(project, 'npx', 'noticeboard', 'verify')).not.toMatch(/error|warning/);
    run(project, 'npx', 'astro', 'build');
    expect(texts()).toEqual(published);
    expect(kept()).toEqual(record);
  });
});
