/**
 * The Astro project that the notices are in, as its configuration says. Only Astro can read that, in
 * a second or more, so whatever it last said is noted for commands, which are to be quick.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { keyOf } from '../disk/kept.ts';
import { realFolder } from '../disk/paths.ts';
import { approvalRules } from './approval.ts';

const projectSchema = z.object({
  /** The folder of files that are served as they are, absolute. */
  publicDirectory: z.string(),
  /** The folder of the project's own pages that are beside the notices, absolute. */
  pagesDirectory: z.string(),
  /** The folder that the site is built into, absolute. */
  outDirectory: z.string(),
  /** The folder of the site that the notices are below, with a slash at both ends. */
  path: z.string(),
  /** The path below which the whole site is: Astro's own `base`. */
  base: z.string(),
  /** The language of pages that are of no notice. */
  language: z.string(),
  /** The address of the site, without a path. */
  url: z.string().optional(),
  /** Who has to approve drafts; nobody if absent. */
  approval: approvalRules.optional(),
});

export type Project = z.infer<typeof projectSchema>;

const noteSchema = z.object({ configuration: z.string(), project: projectSchema });

/** The names that Astro looks for, in its order. */
const CONFIGURATIONS = ['mjs', 'js', 'ts', 'mts'].map((ending) => `astro.config.${ending}`);

/** The file that configures Astro in a folder; undefined if there is none. */
export const configurationIn = (folder: string): string | undefined =>
  CONFIGURATIONS.find((name) => existsSync(path.join(folder, name)));

/**
 * The folder of the project that a folder is in: the nearest one with a configuration of Astro.
 *
 * @returns undefined if there is none up to the root of the disk
 */
export function findProject(folder: string): string | undefined {
  if (configurationIn(folder) !== undefined) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : findProject(parent);
}

const noteIn = (root: string): string => path.join(root, '.astro', 'noticeboard.json');

/** An import of a file of the project: `from './settings.mjs'`. */
const IMPORT = /\b(?:from|import)\s*\(?\s*(["'])(\.{1,2}\/.+?)\1/g;

/** The configuration and the files that it imports, where settings may be, as absolute paths; none without one. */
export function filesOfConfiguration(root: string): string[] {
  const name = configurationIn(root);
  if (name === undefined) return [];
  const file = path.join(root, name);
  const imported = [...readFileSync(file, 'utf8').matchAll(IMPORT)]
    .flatMap(([, , module = '']) => ['', '.ts', '.js'].map((ending) => module + ending))
    .map((module) => path.join(root, module))
    .filter((each) => statSync(each, { throwIfNoEntry: false })?.isFile());
  return [file, ...imported];
}

/** Made from those, and from where they are: a copied project has the paths of its original in its note. */
const keyOfConfiguration = (root: string): string =>
  keyOf(realFolder(root), ...filesOfConfiguration(root).map((file) => readFileSync(file)));

/** Notes what the configuration says, for commands. Where nothing can be written, nothing is noted. */
export function noteProject(root: string, project: Project): void {
  try {
    const note = {
      configuration: keyOfConfiguration(root),
      project: projectSchema.parse(project),
    };
    mkdirSync(path.dirname(noteIn(root)), { recursive: true });
    writeFileSync(noteIn(root), JSON.stringify(note));
  } catch {
    // The next command asks Astro itself.
  }
}

/** What is noted of a project; undefined if nothing is, or if its configuration has changed since. */
export function notedProject(root: string): Project | undefined {
  try {
    const note = noteSchema.parse(JSON.parse(readFileSync(noteIn(root), 'utf8')));
    return note.configuration === keyOfConfiguration(root) ? note.project : undefined;
  } catch {
    return undefined;
  }
}
