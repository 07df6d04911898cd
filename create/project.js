// @ts-check
/** Writes a project of its own, or adds notices to the Astro project at hand. */
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { linesToAdd, quoted, withNoticeboard } from './config.js';
import { Refusal } from './refusal.js';

/** @typedef {import('./package-manager.js').PackageManager} PackageManager */

/** Where the project to write is: in the package, or beside it in the repository. */
const TEMPLATE =
  ['template', '../template']
    .map((place) => path.join(import.meta.dirname, place))
    .find((place) => existsSync(place)) ?? '';

const VERSION = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'package.json'), 'utf8'),
).version;

/** What of a folder may be there before a project is written into it. */
const MAY_BE_THERE = ['.git', '.DS_Store'];

/**
 * @param {string} folder
 * @returns {string[]} the files in it, apart from those that are no matter
 */
export function filesIn(folder) {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) throw new Refusal(`${folder} is a file. Name a folder.`);
  return readdirSync(folder).filter((name) => !MAY_BE_THERE.includes(name));
}

/**
 * @param {string} folder
 * @returns {string | undefined} the name of the Astro configuration in it
 */
export const configurationIn = (folder) =>
  ['mjs', 'js', 'ts', 'mts']
    .map((end) => `astro.config.${end}`)
    .find((name) => existsSync(path.join(folder, name)));

/**
 * Refuses a project that has an Astro which Noticeboard does not work with.
 *
 * @param {string} folder
 * @param {string} file the name of its configuration
 * @throws Refusal
 */
export function refuseOldAstro(folder, file) {
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) throw new Refusal(`There is no package.json beside ${file}.`);
  const { astro } = packageIn(manifest).dependencies ?? {};
  const [, major] = /(\d+)/.exec(String(astro)) ?? [];
  if (Number(major) < 7) {
    throw new Refusal(
      `This project has Astro ${astro}. Update it to 7 first: npx @astrojs/upgrade`,
    );
  }
}

/**
 * Writes a project of its own.
 *
 * @param {string} folder
 * @param {{ name: string, site: string, base: string }} facts
 * @param {PackageManager} manager
 * @param {string} [spec] another version of Noticeboard
 */
export function writeProject(folder, { name, site, base }, manager, spec = `^${VERSION}`) {
  cpSync(TEMPLATE, folder, { recursive: true });
  const unpacked = path.join(folder, 'gitignore');
  if (existsSync(unpacked)) renameSync(unpacked, path.join(folder, '.gitignore'));
  const below = base === '/' ? '' : `\n  base: ${quoted(base)},`;
  edit(path.join(folder, 'astro.config.mjs'), [
    ["site: 'https://notices.example',", `site: ${quoted(site)},${below}`],
    ["name: 'Privacy notices'", `name: ${quoted(name)}`],
  ]);
  edit(path.join(folder, 'README.md'), [['# Privacy notices', `# ${name}`]]);
  editPackage(folder, (json) => ({
    ...json,
    name: packageNameOf(folder),
    dependencies: { ...json.dependencies, noticeboard: spec },
  }));
  for (const [file, text] of Object.entries(manager.files ?? {})) {
    writeFileSync(path.join(folder, file), text);
  }
  if (manager.name !== 'npm') {
    for (const file of [
      'README.md',
      '.github/workflows/pull-request.yml',
      '.github/workflows/deploy.yml',
    ]) {
      rename(path.join(folder, file), manager);
    }
  }
}

/**
 * Adds notices to an Astro project: the dependency, the configuration if its shape is known, and
 * the line ends of what is published.
 *
 * @param {string} folder
 * @param {string} file the name of its configuration
 * @param {import('./config.js').Addition} addition
 * @param {string} [spec] another version of Noticeboard
 * @returns {string | undefined} the lines to add to the configuration, if that was not done
 */
export function addToProject(folder, file, addition, spec = `^${VERSION}`) {
  const configuration = path.join(folder, file);
  const edited = withNoticeboard(readFileSync(configuration, 'utf8'), addition);
  editPackage(folder, (json) => ({
    ...json,
    dependencies: { ...json.dependencies, noticeboard: spec },
  }));
  const attributes = path.join(folder, '.gitattributes');
  const before = existsSync(attributes) ? readFileSync(attributes, 'utf8') : '';
  const lines = readFileSync(path.join(TEMPLATE, '.gitattributes'), 'utf8');
  // Folders of notices alone: the rest of the project is as its makers want it.
  const added = lines.replaceAll('src/content/**', 'src/content/notices*/**');
  if (!before.includes('src/content/notices')) {
    writeFileSync(
      attributes,
      before === '' || before.endsWith('\n') ? before + added : `${before}\n${added}`,
    );
  }
  if (edited === undefined) return linesToAdd(addition);
  writeFileSync(configuration, edited);
  return undefined;
}

/**
 * @param {string} file
 * @param {[from: string, to: string][]} changes
 */
function edit(file, changes) {
  let text = readFileSync(file, 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    text = text.replace(from, () => to);
  }
  writeFileSync(file, text);
}

/**
 * @param {string} folder
 * @param {(json: any) => object} change
 * @throws Refusal if package.json cannot be read
 */
function editPackage(folder, change) {
  const file = path.join(folder, 'package.json');
  const indent = /^[^\S\n]+/m.exec(readFileSync(file, 'utf8'))?.[0] ?? '  ';
  writeFileSync(file, `${JSON.stringify(change(packageIn(file)), undefined, indent)}\n`);
}

/**
 * @param {string} file
 * @returns {any}
 * @throws Refusal if it cannot be read
 */
function packageIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Refusal(
      `package.json cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/**
 * @param {string} folder
 * @returns {string} a name that package.json may have
 */
const packageNameOf = (folder) =>
  path
    .basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9._~-]+/g, '-')
    .replace(/^[._-]+|-+$/g, '') || 'notices';

/**
 * Names the commands of another package manager than npm in a file.
 *
 * @param {string} file
 * @param {PackageManager} manager
 */
function rename(file, { frozen, run, exec, setup }) {
  const text = readFileSync(file, 'utf8')
    .replaceAll('npm ci', frozen)
    .replaceAll('npm run', run)
    .replaceAll('npx', exec);
  const node = '- uses: actions/setup-node';
  writeFileSync(
    file,
    setup === undefined ? text : text.replaceAll(node, `${setup}\n      ${node}`),
  );
}
