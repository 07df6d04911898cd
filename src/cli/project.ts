/** The Astro project that a command is given in. */
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasCode } from '../disk/processes.ts';
import { configurationIn, findProject, notedProject, type Project } from '../site/load-project.ts';
import { during, Refusal } from './terminal.ts';

/**
 * The folder of the project: where the command is given, or around it.
 *
 * @throws Refusal outside of a project
 */
export function rootHere(): string {
  const root = findProject(process.cwd());
  if (root !== undefined) return root;
  throw new Refusal(
    `there is no Astro project in ${process.cwd()}: no astro.config.mjs is there or around it`,
    'go to the folder of your site, or create one: npm create noticeboard',
  );
}

/**
 * What the project's configuration says. If it has changed since Astro last read it, Astro reads it now.
 *
 * @param root absolute path of the project
 * @throws Refusal if Astro cannot read it, or if it does not use Noticeboard
 */
export async function projectAt(root: string): Promise<Project> {
  const noted = notedProject(root);
  if (noted) return noted;
  const file = configurationIn(root) ?? 'astro.config.mjs';
  refuseUnwritable(root, file);
  const output = await during(`Reading ${file}`, () => sync(root));
  const project = notedProject(root);
  if (project) return project;
  // What Astro says comes with its own hint.
  if (output.trim() !== '') throw new Refusal(output.trim());
  throw new Refusal(
    `${file} does not use Noticeboard`,
    `add it to ${file}: integrations: [noticeboard({ name: "…", accent: { light: "#0b5c75", dark: "#7cc7de" } })]`,
  );
}

/**
 * Refuses a project in which Astro cannot write, as it does whenever it reads its configuration.
 *
 * @param file the name of the configuration
 * @throws Refusal naming the folder
 */
function refuseUnwritable(root: string, file: string): void {
  const folder = path.join(root, '.astro');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Refusal(
      `${file} cannot be read, because Astro writes what it reads to ${folder}, which it cannot write`,
      'allow this user to write there, or run npx astro sync as one who may',
    );
  }
}

/** The command of the Astro that a project has installed. */
function astroOf(root: string): string {
  const { resolve } = createRequire(pathToFileURL(path.join(root, 'package.json')));
  try {
    return path.join(path.dirname(resolve('astro/package.json')), 'bin', 'astro.mjs');
  } catch (error) {
    if (!hasCode(error, 'MODULE_NOT_FOUND')) throw error;
    throw new Refusal(`Astro is not installed in ${root}`, 'install it: npm install');
  }
}

/** Has Astro read the configuration. Returns what it said if that failed. */
function sync(root: string): Promise<string> {
  const astro = astroOf(root);
  return new Promise((done) => {
    const child = spawn(process.execPath, [astro, 'sync', '--silent'], {
      cwd: root,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    }
    child.once('error', (error) => done(error.message));
    child.once('close', (code) => done(code === 0 ? '' : output));
  });
}
