/**
 * Changes of several files as one: they are written down whole in a journal first, and done from
 * there. Whoever finds a journal left by a command that was killed finishes it; without one
 * nothing has happened yet.
 */
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isRunning } from '../disk/processes.ts';
import { holds } from '../disk/paths.ts';
import { lockPathOf, recordPathOf, writeWhole } from './files.ts';

/** A file to be written with a content, or to be removed without one. */
export interface FileChange {
  /** Absolute, or from the folder of the journal. */
  file: string;
  content?: string;
}

const journalSchema = z.strictObject({
  changes: z.array(z.strictObject({ file: z.string(), content: z.string().optional() })),
  /** The journal itself is complete when this is there. */
  end: z.literal(true),
});

/** `notices.journal.json` beside `notices/`. */
export const journalPathOf = (directory: string): string =>
  `${path.resolve(directory)}.journal.json`;

/**
 * Makes all changes, or none of them.
 *
 * @param directory the folder of notices
 * @throws when there is no room or no right to write a file; then nothing has changed. What fails
 *   after that is finished by the next command or build
 */
export function changeTogether(directory: string, changes: readonly FileChange[]): void {
  const beside = path.dirname(path.resolve(directory));
  const told = changes.map(({ file, content }) => ({
    file: path.relative(beside, path.resolve(file)).split(path.sep).join('/'),
    ...(content !== undefined && { content }),
  }));
  tryRoom(changes);
  // From here on the changes are decided: the journal is put in place in one step.
  writeWhole(journalPathOf(directory), `${JSON.stringify({ changes: told, end: true })}\n`);
  finishPublishing(directory);
}

/**
 * Does what a journal says, if there is one, and takes it away. Doing it twice does no harm.
 *
 * @returns whether there was one
 */
export function finishPublishing(directory: string): boolean {
  const journal = journalPathOf(directory);
  if (!existsSync(journal)) return false;
  const { data } = journalSchema.safeParse(parse(readFileSync(journal, 'utf8')));
  const beside = path.dirname(path.resolve(directory));
  const targets = (data?.changes ?? []).map(({ file, content }) => ({
    target: path.resolve(beside, ...file.split('/')),
    content,
  }));
  // A journal may come from elsewhere, as any file of a repository may.
  const foreign = targets.find(({ target }) => !isOfTheRecord(directory, target));
  if (!data || foreign) {
    throw new JournalError(
      `${journal} is not one that the notices command wrote${foreign ? `: it names ${foreign.target}` : ''}`,
    );
  }
  for (const { target, content } of targets) {
    if (content === undefined) rmSync(target, { force: true });
    else writeWhole(target, content);
  }
  rmSync(journal, { force: true });
  return true;
}

/** A journal that must not be followed. */
export class JournalError extends Error {}

/** Whether a file is one of those that commands change: a version, a recorded text, the lock. */
function isOfTheRecord(directory: string, file: string): boolean {
  const isWithin = (folder: string, ending: string): boolean =>
    holds(path.resolve(folder), file) && file.endsWith(ending);
  return (
    file === lockPathOf(directory) ||
    isWithin(directory, '.mdx') ||
    isWithin(recordPathOf(directory), '.txt')
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Clears away what killed commands left beside and in the folder of notices: files that were not
 * whole yet, and copies of the folder.
 */
export function clearLeftovers(directory: string): void {
  const folder = path.resolve(directory);
  const beside = path.dirname(folder);
  const name = path.basename(folder);
  const found = [
    ...globSync([`${name}.*.tmp`, `${name}.*.trial`], { cwd: beside }),
    ...[name, `${name}.record`].flatMap((each) =>
      globSync(['**/*.tmp', '**/*.trial'], { cwd: path.join(beside, each) }).map((file) =>
        path.join(each, file),
      ),
    ),
  ];
  for (const file of found) {
    const pid = /\.(\d+)\.(?:tmp|trial)$/.exec(file);
    const number = Number(pid?.[1]);
    if (!pid || number === process.pid || isRunning(number)) continue;
    rmSync(path.join(beside, file), { recursive: true, force: true });
  }
}

/** Writes every new file beside its place and takes it away, so that a full disk is met before anything changes. */
function tryRoom(changes: readonly FileChange[]): void {
  const tried: string[] = [];
  try {
    for (const { file, content } of changes) {
      if (existsSync(file) && !statSync(file).isFile())
        throw new JournalError(`${file} is no file`);
      mkdirSync(path.dirname(file), { recursive: true });
      const trial = `${file}.${process.pid}.trial`;
      tried.push(trial);
      writeFileSync(trial, content ?? '', { flush: true });
    }
  } finally {
    for (const trial of tried) rmSync(trial, { force: true });
  }
}
