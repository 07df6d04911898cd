// @ts-check
/** The package manager that runs this: what installs, and what its commands are called. */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { Refusal } from './refusal.js';

/**
 * @typedef {object} PackageManager
 * @property {string} name
 * @property {string[]} install what installs the dependencies of a project
 * @property {string} frozen what installs exactly what the lockfile says, in continuous integration
 * @property {string} run what a script of the project is run with
 * @property {string} exec what a command of a dependency is run with
 * @property {Record<string, string>} [files] what else a project needs for it
 * @property {string} [setup] what GitHub's machines need before they can install
 */

/** @type {Record<string, PackageManager>} */
const MANAGERS = {
  npm: {
    name: 'npm',
    install: ['install', '--no-audit', '--no-fund'],
    frozen: 'npm ci',
    run: 'npm run',
    exec: 'npx',
  },
  pnpm: {
    name: 'pnpm',
    install: ['install'],
    frozen: 'pnpm install --frozen-lockfile',
    run: 'pnpm run',
    exec: 'pnpm exec',
    // Since pnpm 11, an install fails where it is not said which packages may run scripts.
    files: {
      'pnpm-workspace.yaml':
        '# Its binary is a package of its own, and needs no script.\nallowBuilds:\n  esbuild: false\n',
    },
    setup: '- uses: pnpm/action-setup@v4\n        with:\n          version: latest',
  },
  yarn: {
    name: 'yarn',
    install: ['install'],
    frozen: 'yarn install --frozen-lockfile',
    run: 'yarn run',
    exec: 'yarn',
    // Astro looks for packages in node_modules, which yarn 2 and later make only when asked to.
    files: { '.yarnrc.yml': 'nodeLinker: node-modules\n' },
  },
  bun: {
    name: 'bun',
    install: ['install'],
    frozen: 'bun install --frozen-lockfile',
    run: 'bun run',
    exec: 'bunx',
    setup: '- uses: oven-sh/setup-bun@v2',
  },
};

/**
 * @param {string | undefined} userAgent such as `pnpm/10.34.8 npm/? node/v24.21.0 linux x64`
 * @returns {PackageManager} npm where another or none is named
 */
export function packageManager(userAgent) {
  const name = userAgent?.split('/')[0] ?? '';
  return MANAGERS[name] ?? /** @type {PackageManager} */ (MANAGERS['npm']);
}

/**
 * Installs the dependencies of a project.
 *
 * @param {PackageManager} manager
 * @param {string} folder
 * @throws Refusal if that failed
 */
export async function install({ name, install: words }, folder) {
  // On Windows it is a script, which only a shell finds; what it is given is known.
  const { code, output } =
    process.platform === 'win32'
      ? await run([name, ...words].join(' '), [], folder, true)
      : await run(name, words, folder);
  if (code === 0) return;
  throw new Refusal(
    `${output.trim()}\n${name} could not install. Run ${name} install in ${folder}.`,
  );
}

/**
 * Runs a program.
 *
 * @param {string} program
 * @param {string[]} words
 * @param {string} folder
 * @param {boolean} [shell] whether it is found by a shell, as npm.cmd is
 * @returns {Promise<{ code: number | null, output: string }>} what it printed, and its exit code
 */
export function run(program, words, folder, shell = false) {
  return new Promise((done) => {
    const child = spawn(program, words, { cwd: folder, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => (output += String(chunk)));
    }
    child.once('error', (error) => done({ code: 1, output: error.message }));
    child.once('close', (code) => done({ code, output }));
  });
}
