/** What `import` is given: a file, a folder, or what is pasted. Nothing is fetched, and no pipe waited for. */
import { closeSync, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { hasCode } from '../disk/processes.ts';
import { visible } from '../findings/visible.ts';
import { printAside, Refusal } from './terminal.ts';

/** What was found at the path of a source. */
export type Given =
  { kind: 'file'; name: string; bytes: Uint8Array } | { kind: 'folder'; folder: string };

/** The most that a source may have: a notice is a hundredth of it. */
export const LARGEST = 20 * 1024 * 1024;

/** What stands for standard input. */
const PASTED = '-';

/**
 * Reads a source.
 *
 * @param written its path as it was typed, or `-` for standard input
 * @throws Refusal if there is no file or folder, or it cannot be read
 */
export function readGiven(written: string): Given {
  if (written === PASTED) return { kind: 'file', name: PASTED, bytes: readPasted() };
  refuseAddress(written);
  const found = statOf(written);
  if (found.isDirectory()) return { kind: 'folder', folder: path.resolve(written) };
  if (!found.isFile()) {
    throw new Refusal(
      `${shown(written)} is not a file`,
      'give the path of a file or folder; for the output of another command, write - and pipe it in',
    );
  }
  refuseLarge(shown(written), found.size);
  return { kind: 'file', name: path.basename(written), bytes: readFile(written) };
}

/** Whether something that was typed is meant as a source rather than as the path of a notice. */
export function looksLikeSource(written: string): boolean {
  if (written === PASTED || /^[a-z]+:\/\//i.test(written)) return true;
  if (/\.(?:html?|docx?|txt|md|mdx|markdown|pdf|odt|rtf)$/i.test(written)) return true;
  return statSync(written, { throwIfNoEntry: false }) !== undefined;
}

const shown = (written: string): string => visible(written, true);

function refuseAddress(written: string): void {
  if (!/^[a-z][a-z\d+.-]+:\/\//i.test(written)) return;
  throw new Refusal(
    `${shown(written)} is an address, and import fetches nothing`,
    'for a page, open it in your browser and save it (Save as, complete), then give the file. A repository: git clone it, then give its folder',
  );
}

/** What stands at a path; a link that a person has typed is followed. */
function statOf(written: string): Stats {
  try {
    const found = statSync(written, { throwIfNoEntry: false });
    if (found) return found;
  } catch (error) {
    throw unreadable(written, error);
  }
  throw new Refusal(
    `there is no file or folder ${shown(written)}`,
    `check its name. It is looked for in ${process.cwd()}; put a name with spaces in quotes`,
  );
}

function readFile(written: string): Buffer {
  try {
    return readUpTo(openSync(written, 'r'), shown(written));
  } catch (error) {
    throw unreadable(written, error);
  }
}

/** A refusal for a file that the system does not give; any other error stays as it is. */
function unreadable(written: string, error: unknown): unknown {
  const why = hasCode(error, 'EACCES')
    ? 'this user may not read it'
    : hasCode(error, 'ELOOP')
      ? 'it is a link that leads to itself'
      : hasCode(error, 'ENOTDIR')
        ? 'a part of its path is a file'
        : hasCode(error, 'ENAMETOOLONG')
          ? 'its name is too long'
          : undefined;
  if (why === undefined) return error;
  return new Refusal(
    `${shown(written)} cannot be read: ${why}`,
    'copy it to a folder of your own, and give that copy',
  );
}

function readPasted(): Buffer {
  if (process.stdin.isTTY) {
    printAside('Paste the text, then press Enter and Ctrl+D (on Windows Ctrl+Z, Enter).');
  }
  // Not process.stdin: once read to its end, it could not be asked anything.
  const bytes = readUpTo(0, 'what was pasted', false);
  if (bytes.length > 0) return bytes;
  throw new Refusal(
    'nothing was pasted',
    'pipe a text in, such as: npx noticeboard import customers - < notice.txt',
  );
}

/** Reads to the end, and refuses more than a source may have. */
function readUpTo(descriptor: number, what: string, closes = true): Buffer {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for (;;) {
      const part = Buffer.alloc(64 * 1024);
      const count = readPart(descriptor, part);
      if (count === 0) return Buffer.concat(parts);
      parts.push(part.subarray(0, count));
      size += count;
      refuseLarge(what, Math.max(size, closes ? fstatSync(descriptor).size : 0));
    }
  } finally {
    if (closes) closeSync(descriptor);
  }
}

/** The count of bytes read; none at the end. A pipe that has nothing yet is asked again. */
function readPart(descriptor: number, part: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, part);
    } catch (error) {
      // Windows reports the end of a console or pipe so.
      if (hasCode(error, 'EOF')) return 0;
      if (!hasCode(error, 'EAGAIN')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function refuseLarge(what: string, size: number): void {
  if (size <= LARGEST) return;
  const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;
  throw new Refusal(
    `${what} has ${megabytes(size)}; a source may have ${megabytes(LARGEST)}`,
    'take pictures out of it, or save the text alone. Several notices in one file: split it',
  );
}
