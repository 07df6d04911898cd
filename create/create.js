// @ts-check
/** Asks, writes, installs, creates the first draft, and says what comes next. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { intro, log, note, outro, spinner } from '@clack/prompts';
import { addressOf, agree, answer, isTerminal, likelyEmail } from './answers.js';
import { namesSite } from './config.js';
import { HELP, readOptions } from './options.js';
import { install, packageManager, run } from './package-manager.js';
import { addToProject, configurationIn, filesIn, refuseOldAstro, writeProject } from './project.js';
import { Refusal } from './refusal.js';

/** @typedef {import('./options.js').Options} Options */
/** @typedef {{ name: string, controller: string, email: string }} Facts */

/** The first notice, which nearly everyone needs. */
const FIRST = { notice: 'customers', title: 'Customer privacy notice' };

/**
 * @param {string[]} words what is written after the command
 * @throws Refusal if something is wrong; then nothing is written
 */
export async function create(words) {
  const options = readOptions(words);
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  const here = process.cwd();
  const file = configurationIn(path.resolve(options.folder ?? '.'));
  const folder = path.resolve(
    options.folder ?? (filesIn(here).length > 0 && !file ? 'notices' : '.'),
  );
  intro('Noticeboard');
  if (file && (await joins(options, file))) await join(folder, file, options);
  else await start(file && !options.folder ? path.join(here, 'notices') : folder, options);
}

/**
 * Whether notices go into the Astro project at hand.
 *
 * @param {Options} options
 * @param {string} file
 */
async function joins({ path: below, yes, folder }, file) {
  if (yes || below !== undefined) return true;
  if (isTerminal()) {
    const message = `There is an Astro project here (${file}). Where do the notices go?`;
    return agree(message, 'Into this project', 'Into a site of their own');
  }
  if (folder !== undefined) return false;
  throw new Refusal(
    `There is an Astro project here. Add --path /privacy/ to put notices into it, or name a folder for a site of its own.`,
  );
}

/**
 * Starts a site of its own.
 *
 * @param {string} folder
 * @param {Options} options
 */
async function start(folder, options) {
  const shown = path.relative('.', folder) || '.';
  if (options.path !== undefined) {
    throw new Refusal(`--path is for an Astro project, and ${shown} has no astro.config.mjs.`);
  }
  if (filesIn(folder).length > 0)
    throw new Refusal(`${shown} holds files. Name a folder that is new or empty.`);
  const name = await answer('name', options.name);
  const address = /** @type {{ site: string, base: string }} */ (
    addressOf(await answer('site', options.site))
  );
  const controller = await answer('controller', options.controller);
  const facts = {
    name,
    controller,
    email: await answer('email', options.email ?? likelyEmail(address.site)),
  };
  const manager = managerOf();
  writeProject(folder, { name, ...address }, manager, specOf(options));
  log.success(`Wrote ${shown === '.' ? 'the project' : shown}`);
  await finish(folder, facts, options, `${address.base}${FIRST.notice}/draft/`);
}

/**
 * Adds notices to the Astro project at hand.
 *
 * @param {string} folder
 * @param {string} file its configuration
 * @param {Options} options
 */
async function join(folder, file, options) {
  const source = readFileSync(path.join(folder, file), 'utf8');
  if (source.includes('noticeboard')) {
    throw new Refusal(
      `${file} names noticeboard already. Create a notice with: ${managerOf().exec} noticeboard new customers`,
    );
  }
  refuseOldAstro(folder, file);
  const name = await answer('name', options.name);
  const address = namesSite(source) ? undefined : addressOf(await answer('site', options.site));
  const controller = await answer('controller', options.controller);
  const below = await answer('path', options.path ?? (isTerminal() ? undefined : '/privacy/'));
  const known = address?.site ?? /site:\s*['"]([^'"]+)/.exec(source)?.[1];
  const likely = known && URL.canParse(known) ? likelyEmail(known) : undefined;
  const email = await answer('email', options.email ?? likely);
  const addition = { name, path: below, ...(address ? { site: address.site } : {}) };
  const lines = addToProject(folder, file, addition, specOf(options));
  log.success(
    lines === undefined ? `Added Noticeboard to ${file}` : 'Added Noticeboard to package.json',
  );
  if (lines !== undefined) {
    note(lines, `Add to ${file}, which was left as it is`);
    // The command reads what the configuration says.
    await finish(folder, { name, controller, email }, { ...options, install: false }, '');
    return;
  }
  await finish(folder, { name, controller, email }, options, `${below}${FIRST.notice}/draft/`);
}

/**
 * Installs, creates the first draft, and says what comes next.
 *
 * @param {string} folder
 * @param {Facts} facts
 * @param {Options} options
 * @param {string} address of the draft in dev
 */
async function finish(folder, facts, options, address) {
  const manager = managerOf();
  const shown = path.relative('.', folder);
  const next = shown === '' ? [] : [`cd ${/\s/.test(shown) ? `"${shown}"` : shown}`];
  const draft = [
    'new',
    FIRST.notice,
    '--title',
    FIRST.title,
    '--controller',
    facts.controller,
    '--email',
    facts.email,
  ];
  if (options.install) {
    await during(`Installing with ${manager.name}`, () => install(manager, folder));
    await during('Creating the first draft', () => createDraft(folder, draft));
    log.message(
      `The notice is src/content/notices/${FIRST.notice}/draft.mdx: write what is missing. For questions it names ${facts.email}: if that is not your address, change it there.`,
    );
  } else {
    const words = draft.map((word) => (/[^\w@./-]/.test(word) ? JSON.stringify(word) : word));
    next.push(`${manager.name} install`, `${manager.exec} noticeboard ${words.join(' ')}`);
  }
  next.push(`${manager.run} dev`);
  outro(
    `Next:\n\n   ${next.join('\n   ')}\n\n   ${address === '' ? '' : `and open http://localhost:4321${address}`}`.trimEnd(),
  );
}

/**
 * @param {string} folder
 * @param {string[]} words
 */
async function createDraft(folder, words) {
  const command = path.join(folder, 'node_modules/noticeboard/bin/noticeboard.js');
  const { code, output } = await run(process.execPath, [command, ...words], folder);
  if (code !== 0) throw new Refusal(output.trim());
}

/**
 * Does what takes a while, and says so.
 *
 * @param {string} message
 * @param {() => Promise<void>} work
 */
async function during(message, work) {
  if (!isTerminal()) {
    await work();
    log.success(message);
    return;
  }
  const shown = spinner();
  shown.start(message);
  try {
    await work();
    shown.stop(message);
  } catch (error) {
    shown.error(message);
    throw error;
  }
}

const managerOf = () => packageManager(process.env['npm_config_user_agent']);

/** @param {Options} options */
const specOf = ({ noticeboard }) => noticeboard ?? process.env['NOTICEBOARD_PACKAGE'];
