/** What git has of a commit: its files and their contents by their ids. Nothing is checked out. */
import { createHash } from 'node:crypto';
import { isRefused } from './git.ts';
import type { Refusal } from './model.ts';

/** Runs git in a repository: its words, and what it wrote or why it could not. */
export type Ask = (...words: string[]) => Buffer | Refusal;

/** A file of a commit. */
export interface TreeFile {
  /** Its path from the root of the repository. */
  name: string;
  /** The id of its content. */
  blob: string;
  /** Bytes; undefined of a submodule, and where git lacks the content. */
  size?: number;
  /** Whether it is a file, and no link or submodule. */
  isFile: boolean;
}

/**
 * The files of a commit, those in folders too.
 *
 * @param paths what is listed, from the root of the repository; all if there are none
 */
export function filesAt(
  ask: Ask,
  commit: string,
  paths: readonly string[] = [],
): TreeFile[] | Refusal {
  const listed = ask('ls-tree', '-r', '-z', '-l', '--full-tree', commit, '--', ...paths);
  if (isRefused(listed)) return listed;
  return listed
    .toString()
    .split('\0')
    .flatMap((line): TreeFile[] => {
      const [, mode = '', blob = '', size = '', name = ''] =
        /^(\d{6}) \w+ ([0-9a-f]+) +(\S+)\t([^]+)$/.exec(line) ?? [];
      if (name === '') return [];
      const isFile = mode.startsWith('100');
      return [{ name, blob, isFile, ...(/^\d+$/.test(size) && { size: Number(size) }) }];
    });
}

/**
 * The id of a commit or tree.
 *
 * @param name a branch, a tag, `HEAD^1`, …: git cannot take it for an option
 * @returns undefined if there is none
 */
export function revisionIn(ask: Ask, name: string, kind = 'commit'): string | undefined {
  const said = ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{${kind}}`);
  const id = isRefused(said) ? '' : said.toString().trim();
  return id === '' ? undefined : id;
}

/** Whether a content is the one that git knows by an id, apart from line ends, which a checkout may change. */
export function isBlob(content: Uint8Array, id: string): boolean {
  if (idOf(content, id.length) === id) return true;
  const text = Buffer.from(content).toString('latin1');
  if (!text.includes('\r\n')) return false;
  return idOf(Buffer.from(text.replaceAll('\r\n', '\n'), 'latin1'), id.length) === id;
}

/** The id of a content: by SHA-1, or in newer repositories by SHA-256. */
function idOf(content: Uint8Array, length: number): string {
  const hash = createHash(length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${content.length}\0`).update(content).digest('hex');
}
