/**
 * What was made before, kept on disk by the hash of what it was made from, so that it is not made
 * again. A file that is damaged or missing costs time and nothing else.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';

/** Where a project keeps what was made: `.astro` holds what can be thrown away at any time. */
export const keptFolder = (root: string): string => path.join(root, '.astro', 'kept');

const DAY = 24 * 60 * 60 * 1000;

/** What a file begins with. The key is in it, so that a file under the name of another is not believed. */
const digestOf = (key: string, bytes: Uint8Array): Buffer =>
  createHash('sha256').update(`${key}:`).update(bytes).digest();

/** The key of what is made from these: strings, and bytes. */
export function keyOf(...sources: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  // The length keeps ['ab', 'c'] and ['a', 'bc'] apart.
  for (const source of sources) hash.update(`${source.length}:`).update(source);
  return hash.digest('hex');
}

/** What is kept under a key; undefined if nothing is, or if it is not what was put there. */
export function readKept(folder: string, key: string): Buffer | undefined {
  const file = path.join(folder, key);
  try {
    const bytes = readFileSync(file);
    const value = bytes.subarray(32);
    if (!digestOf(key, value).equals(bytes.subarray(0, 32))) return undefined;
    markUsed(file);
    return value;
  } catch {
    return undefined;
  }
}

/** Says that a file is used today: what is forgotten is what nobody uses. */
function markUsed(file: string): void {
  const now = Date.now();
  try {
    if (now - statSync(file).mtimeMs > DAY) utimesSync(file, now / 1000, now / 1000);
  } catch {
    // Only the owner of a file may set its time: what is in it is as good.
  }
}

/** Keeps bytes under a key. Returns whether they are kept: they are not where the folder cannot be written. */
export function keep(folder: string, key: string, value: string | Uint8Array): boolean {
  const file = path.join(folder, key);
  // Whole or not at all: two builds may share the folder.
  const fresh = `${file}.${process.pid}-${threadId}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
    const bytes = typeof value === 'string' ? Buffer.from(value) : value;
    writeFileSync(fresh, Buffer.concat([digestOf(key, bytes), bytes]));
    renameSync(fresh, file);
    return true;
  } catch {
    if (existsSync(fresh)) rmSync(fresh);
    return false;
  }
}

/** Throws away what has not been used for so many days. */
export function forget(folder: string, days: number): void {
  const oldest = Date.now() - days * DAY;
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const file = path.join(folder, name);
    try {
      const stats = lstatSync(file);
      if (stats.isFile() && stats.mtimeMs < oldest) rmSync(file);
    } catch {
      // Another build may be at it as well, and what cannot be deleted does no harm.
    }
  }
}
