/** What is read of each file, kept from one command or build to the next by the bytes of the file. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FolderFile, ReadFile } from '../checks/file.ts';
import { keep, keptFolder, keyOf, readKept } from '../disk/kept.ts';
import { CODE, manifestOf, PACKAGE } from '../disk/package.ts';
import { entriesIn } from '../disk/list.ts';
import type { ShelfOptions } from '../disk/shelf.ts';
import { Recent } from '../disk/recent.ts';
import type { Document } from '../document/model.ts';
import { lazily } from '../document/once.ts';
import { isError, type Place } from '../findings/catalogue.ts';
import type { Facts } from '../notices/schema.ts';
import { sha256 } from '../record/source.ts';

/** Where readings are kept, and the hash of all that made them: code, packages, and Node.js. */
export interface Kept {
  folder: string;
  code: string;
}

/** The rooms whose code decides what is read of a file. */
const READING = ['checks', 'document', 'findings', 'mdx', 'notices'];

/** This file, which decides what of a reading is kept. */
const OWN = 'site/load-readings';

/** The packages that read, too. */
export const READING_PACKAGES = [
  'fastest-levenshtein',
  'github-slugger',
  'libphonenumber-js',
  'parse5',
  'satteri',
  'yaml',
  'zod',
];

/** What decides what is read of a file. */
const readers = () => ({
  code: CODE,
  manifests: [path.join(PACKAGE, 'package.json'), ...READING_PACKAGES.map(manifestOf)],
});

/**
 * Where a project keeps readings.
 *
 * @param root absolute path of the project
 * @param by the code that reads, and the `package.json` of each package that it uses
 */
export function keptOf(root: string, by = readers()): Kept {
  const files = READING.flatMap((room) => entriesIn(by.code, room)).concat(
    ['ts', 'js'].map((ending) => `${OWN}.${ending}`),
  );
  return { folder: keptFolder(root), code: hashOf(by, files) };
}

/**
 * Where a project keeps what is made of versions that were read: comparisons, and what is printed.
 *
 * @param root absolute path of the project
 */
export function shelfOf(root: string): ShelfOptions {
  const by = readers();
  return { folder: path.join(keptFolder(root), 'made'), code: hashOf(by, entriesIn(by.code)) };
}

/** The hash of code, without its tests, of the packages that it uses, and of Node.js. */
function hashOf(by: ReturnType<typeof readers>, files: readonly string[]): string {
  const code = files
    .filter((file) => /(?<!\.(?:test|d))\.[tj]s$/.test(file))
    .filter((file) => existsSync(path.join(by.code, file)))
    .toSorted()
    .flatMap((file) => [file, readFileSync(path.join(by.code, file))]);
  return keyOf(process.version, ...by.manifests.map((file) => readFileSync(file)), ...code);
}

/** The code that reads, once something had to be read. */
let reader: typeof import('../checks/file.ts') | undefined;

type Read = (file: FolderFile) => ReadFile;

/** What has been read of files: `publish` checks a folder again with one file more. */
const known = new WeakMap<FolderFile, ReadFile>();

/**
 * How to read these files. What is kept of them is used, and what is not is read and kept. The code
 * that reads weighs more than all the rest, so it is loaded only where there is something to read.
 *
 * @param kept undefined to read every file anew
 */
export async function readerOf(files: readonly FolderFile[], kept?: Kept): Promise<Read> {
  const versions = files.filter(({ path: file }) => file.endsWith('.mdx'));
  const missing = versions.filter((file) => !known.has(file) && !recall(file, kept));
  if (missing.length > 0) {
    reader ??= await import('../checks/file.ts');
    for (const [index, file] of missing.entries()) {
      // The parser gives memory back between the turns of the event loop, and else holds all of it.
      if (index % 20 === 19) await setImmediate();
      // Its bytes are asked for once: if it changes meanwhile, what is kept is still that of its key.
      const read = withBytes(file);
      const reading = reader.readVersionFile(read, sha256);
      const found = kept && remember(read, reading, kept);
      known.set(file, found ? readingOf(found, file, kept) : reading);
    }
  }
  return (file) => {
    const reading = known.get(file);
    if (!reading) throw new Error(`${file.file} was not among the files to read`);
    return reading;
  };
}

/** A file as it is now, whatever becomes of it. */
const withBytes = ({ path: name, file, bytes }: FolderFile): FolderFile => ({
  path: name,
  file,
  bytes,
});

const keyFor = ({ path: name, file, bytes }: FolderFile, { code }: Kept): string =>
  keyOf('reading', code, name, file, bytes);

/** A place that a check may ask for: the path of a fact, the line and the column. */
type KeptPlace = [path: string, line: number, column: number];

type KeptReading = Omit<ReadFile, 'outline' | 'version'> & {
  outline: Omit<NonNullable<ReadFile['outline']>, 'anchors'> & { anchors: string[] };
  version: Omit<NonNullable<ReadFile['version']>, Derived | Hashed | Long> & {
    places: KeptPlace[];
    ids: string[];
  } & Record<Hashed, string>;
};
/** What of a version is made of the rest. */
type Derived = 'anchors' | 'headings' | 'ids' | 'placeOfFact';
type Hashed = 'digest' | 'source' | 'fingerprint';
/** What is opened when somebody asks for it. */
type Long = 'text' | 'document';

/** What is held of a reading, and where the rest is kept. */
interface Held {
  key: string;
  data: KeptReading;
}

/**
 * Keeps a reading. One with errors is not kept: its file is about to change.
 *
 * @returns undefined if it is not kept
 */
function remember(file: FolderFile, reading: ReadFile, kept: Kept): Held | undefined {
  const { outline, version, ...found } = reading;
  if (!outline || !version || reading.findings.some(isError)) return undefined;
  const { anchors: _, headings: __, placeOfFact, ...rest } = version;
  const { document, text, digest, source, fingerprint, ids, ...plain } = rest;
  const { lead, sections } = document();
  const places = pathsIn(version.frontmatter).map((at): KeptPlace => {
    const { line, column } = placeOfFact(at);
    return [JSON.stringify(at), line, column];
  });
  const data: KeptReading = {
    ...found,
    outline: { ...outline, anchors: [...outline.anchors] },
    version: {
      ...plain,
      digest: digest(),
      source: source(),
      fingerprint: fingerprint(),
      ids: [...ids()],
      places,
    },
  };
  const key = keyFor(file, kept);
  const [own = '', ...long] = [data, { lead, sections }, text()].map((part) =>
    JSON.stringify(part),
  );
  if (!keep(kept.folder, key, [own, ...long].join('\n'))) return undefined;
  // Read again, since words that were cut out of the file would hold the whole of it.
  return { key, data: JSON.parse(own) as KeptReading };
}

/** Every path of plain data, its own first. */
function pathsIn(data: unknown, at: readonly (string | number)[] = []): (string | number)[][] {
  const inner =
    typeof data !== 'object' || data === null
      ? []
      : Array.isArray(data)
        ? data.flatMap((value, index) => pathsIn(value, [...at, index]))
        : Object.entries(data).flatMap(([key, value]) => pathsIn(value, [...at, key]));
  return [[...at], ...inner];
}

/** Takes a reading out of what is kept. Returns whether there is one. */
function recall(file: FolderFile, kept: Kept | undefined): boolean {
  if (!kept) return false;
  const key = keyFor(file, kept);
  const lines = readKept(kept.folder, key);
  if (!lines) return false;
  known.set(file, readingOf({ key, data: partIn(lines, 0) as KeptReading }, file, kept));
  return true;
}

/** A reading that is kept. What is long is opened when it is asked for. */
function readingOf({ key, data }: Held, file: FolderFile, kept: Kept): ReadFile {
  const { outline, version, ...rest } = data;
  const anchors = new Set(outline.anchors);
  const { places, digest, source, fingerprint, ids: listed, ...own } = version;
  const ids = new Set(listed);
  const { facts } = version;
  const open = (): Opened => opened(file, key, facts, kept);
  return {
    ...rest,
    outline: { ...outline, anchors },
    version: {
      ...own,
      anchors,
      ids: () => ids,
      headings: outline.headings,
      placeOfFact: placeIn(file.file, places),
      digest: () => digest,
      source: () => source,
      fingerprint: () => fingerprint,
      document: () => open().document(),
      text: () => open().text(),
    },
  };
}

/** One of the lines of what is kept of a reading: its data, its document, its text. */
function partIn(lines: Buffer, number: number): unknown {
  let from = 0;
  for (let line = 0; line < number; line += 1) from = lines.indexOf('\n', from) + 1;
  const end = lines.indexOf('\n', from);
  return JSON.parse(lines.toString('utf8', from, end === -1 ? lines.length : end));
}

interface Opened {
  document: () => Document<Facts>;
  text: () => string;
}

/** What was opened last, by its key: up to so many bytes of what is kept. */
const recent = new Recent<Opened>(16 * 1024 * 1024);

/** The document and the text of a version that was read before. */
function opened(file: FolderFile, key: string, facts: Facts, kept: Kept): Opened {
  const held = recent.get(key);
  if (held) return held.value;
  const lines = readKept(kept.folder, key);
  const value = lines
    ? {
        document: lazily((): Document<Facts> => ({
          facts,
          ...(partIn(lines, 1) as Pick<Document<Facts>, 'lead' | 'sections'>),
        })),
        text: lazily(() => partIn(lines, 2) as string),
      }
    : readAgain(file, key, kept);
  recent.put(key, value, lines?.length ?? file.bytes.length);
  return value;
}

/**
 * Reads a file whose reading was deleted in the meantime.
 *
 * @throws if the file is another by now
 */
function readAgain(file: FolderFile, key: string, kept: Kept): Opened {
  const same = withBytes(file);
  // A page that asks does not wait for an import.
  const module = path.join(CODE, 'checks', `file${path.extname(import.meta.filename)}`);
  reader ??= createRequire(module)(module) as typeof import('../checks/file.ts');
  const { version } = reader.readVersionFile(same, sha256);
  if (keyFor(same, kept) !== key || !version) {
    throw new Error(`${file.file} has changed since it was checked: run the command again`);
  }
  return version;
}

/** Finds the place of a fact; if it is missing, that of its nearest parent. */
function placeIn(file: string, places: readonly KeptPlace[]) {
  const byPath = lazily(
    () => new Map(places.map(([at, line, column]) => [at, { file, line, column }])),
  );
  const find = (at: readonly (string | number)[]): Place =>
    byPath().get(JSON.stringify(at)) ??
    (at.length > 0 ? find(at.slice(0, -1)) : { file, line: 1, column: 1 });
  return find;
}
