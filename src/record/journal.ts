/**
 * Changes several files as one. All changes are written to a journal first and carried out from it.
 * The next command or build finishes a journal that a killed command left; without a journal
 * nothing has been changed.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { entriesIn } from '../disk/list.ts';
import { isRunning } from '../disk/processes.ts';
import { holds, realFolder } from '../disk/paths.ts';
import { readIfThere } from '../disk/read.ts';
import {
  importsPathOf,
  isCopyPath,
  isLockPath,
  recordedWith,
  recordPathOf,
  writeWhole,
} from './files.ts';

/** A file to write, or to remove if it has no content. */
export interface FileChange {
  /** Absolute, or relative to the folder of the journal. */
  file: string;
  content?: string | Uint8Array;
}

const journalSchema = z.strictObject({
  /** The machine and the folder that it was written on: it is not carried out anywhere else. */
  of: z.string(),
  changes: z.array(
    z.strictObject({
      file: z.string(),
      content: z.string().optional(),
      /** Of a file that is no text. */
      base64: z.base64().optional(),
    }),
  ),
  /** Written last: the journal is complete. */
  end: z.literal(true),
});

/** The path of a folder's journal: `notices.journal.json`, beside the lock. */
export const journalPathOf = (directory: string): string =>
  `${recordedWith(directory).whole}.journal.json`;

/** The path of a file without the link that the folder of notices may be: others may come without it. */
function withoutLink(directory: string, file: string): string {
  const [folder, absolute] = [path.resolve(directory), path.resolve(file)];
  return holds(folder, absolute)
    ? path.join(realFolder(directory), path.relative(folder, absolute))
    : absolute;
}

/**
 * Makes all changes, or none of them.
 *
 * @param directory the folder of notices
 * @throws if the disk is full or a file cannot be written; then nothing has changed. If something
 *   fails later, the next command or build finishes it
 */
export function changeTogether(directory: string, changes: readonly FileChange[]): void {
  const beside = path.dirname(recordedWith(directory).whole);
  const entries = changes.map(({ file, content }) => ({
    file: path.relative(beside, withoutLink(directory, file)).split(path.sep).join('/'),
    ...(typeof content === 'string' && { content }),
    ...(content instanceof Uint8Array && { base64: Buffer.from(content).toString('base64') }),
  }));
  tryRoom(changes);
  // The journal appears in one step, and from then on the changes are final.
  writeWhole(
    journalPathOf(directory),
    `${JSON.stringify({ of: originOf(directory), changes: entries, end: true })}\n`,
  );
  finishPublishing(directory);
}

/**
 * Carries out the changes of a journal, if there is one, and removes it. Doing it twice is harmless.
 *
 * @returns whether there was a journal
 * @throws JournalError if the journal is damaged or changes other files than commands do
 */
export function finishPublishing(directory: string): boolean {
  const journal = journalPathOf(directory);
  if (!existsSync(journal)) return false;
  for (const { target, content } of readJournal(directory)) {
    if (content === undefined) rmSync(target, { force: true });
    else writeWhole(target, content);
  }
  rmSync(journal, { force: true });
  return true;
}

/** What a command that only reads says of a journal; undefined if there is none. */
export function describeUnfinished(
  directory: string,
): { message: string; hint: string } | undefined {
  const journal = journalPathOf(directory);
  if (!existsSync(journal)) return undefined;
  try {
    readJournal(directory);
    return {
      message: 'a command was interrupted before it had made all its changes',
      hint: 'run that command again, or build the site: both finish it first',
    };
  } catch (error) {
    if (!(error instanceof JournalError)) throw error;
    const { message, hint } = error;
    return { message, hint };
  }
}

/** The changes of the journal that is there, with absolute paths. */
function readJournal(
  directory: string,
): { target: string; content: string | Uint8Array | undefined }[] {
  const journal = journalPathOf(directory);
  const { data } = journalSchema.safeParse(parse(readIfThere(journal) ?? ''));
  const beside = path.dirname(recordedWith(directory).whole);
  const targets = (data?.changes ?? []).map(({ file, content, base64 }) => ({
    target: path.resolve(beside, ...file.split('/')),
    content: base64 === undefined ? content : Buffer.from(base64, 'base64'),
  }));
  // A journal may come from somebody else, like any file of a repository.
  const foreign = targets.find(({ target }) => !isOfTheRecord(directory, target));
  if (!data || foreign || data.of !== originOf(directory)) {
    throw new JournalError(
      `${journal} was not written by the noticeboard command on this machine${foreign ? `: it changes ${foreign.target}` : ''}`,
      'delete it, and check the last version with git',
    );
  }
  return targets;
}

/** A journal that must not be carried out, or a file that cannot be changed. */
export class JournalError extends Error {
  /** What to do; empty where the message says it. */
  readonly hint: string;

  constructor(message: string, hint = '') {
    super(message);
    this.hint = hint;
  }
}

/**
 * This machine and a folder of notices on it. A journal that comes with a repository is of another.
 */
export const originOf = (directory: string): string =>
  createHash('sha256')
    .update(JSON.stringify([hostname(), realPathOf(recordedWith(directory).whole)]))
    .digest('hex');

/** The path without links, also of a file that is not there yet. */
function realPathOf(file: string): string {
  if (existsSync(file)) return realpathSync(file);
  const parent = path.dirname(file);
  return parent === file ? file : path.join(realPathOf(parent), path.basename(file));
}

/** Whether commands change this file: a version, a recorded text or copy, an account of an import, the lock. */
function isOfTheRecord(directory: string, file: string): boolean {
  const isWithin = (folder: string, ending: string): boolean =>
    holds(path.resolve(folder), file) &&
    holds(realPathOf(path.resolve(folder)), realPathOf(file)) &&
    file.endsWith(ending);
  return (
    (isLockPath(directory, file) && isWithin(path.dirname(recordedWith(directory).whole), '')) ||
    isWithin(recordedWith(directory).whole, '.mdx') ||
    isWithin(recordPathOf(directory), '.txt') ||
    isWithin(importsPathOf(directory), '.json') ||
    (isCopyPath(directory, file) && isWithin(recordPathOf(directory), ''))
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
 * Removes incomplete files and trial files that killed commands left in and beside the folder of
 * notices.
 */
export function clearLeftovers(directory: string): void {
  const folder = recordedWith(directory).whole;
  const beside = path.dirname(folder);
  const name = path.basename(folder);
  const found = [
    ...(existsSync(beside) ? readdirSync(beside) : []).filter((file) =>
      file.startsWith(`${name}.`),
    ),
    ...[name, `${name}.record`, `${name}.locks`].flatMap((each) => entriesIn(beside, each)),
  ].filter((file) => /\.(?:tmp|trial)$/.test(file));
  for (const file of found) {
    const pid = /\.(\d+)\.(?:tmp|trial)$/.exec(file);
    const number = Number(pid?.[1]);
    if (!pid || number === process.pid || isRunning(number)) continue;
    rmSync(path.join(beside, file), { recursive: true, force: true });
  }
}

/** Writes and removes a trial copy of every file, so that a full disk is noticed before anything changes. */
function tryRoom(changes: readonly FileChange[]): void {
  const tried: string[] = [];
  try {
    for (const { file, content } of changes) {
      if (existsSync(file) && !statSync(file).isFile())
        throw new JournalError(`${file} is not a file`);
      mkdirSync(path.dirname(file), { recursive: true });
      const trial = `${file}.${process.pid}.trial`;
      tried.push(trial);
      writeFileSync(trial, content ?? '', { flush: true });
    }
  } finally {
    for (const trial of tried) rmSync(trial, { force: true });
  }
}
