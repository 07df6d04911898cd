/**
 * The lock lists what has been published, so that it cannot change unnoticed. It is in files beside
 * the folder of notices, which lock-files.ts reads; each is sorted and has one value per line.
 * Format 2 has seals, which seal.ts defines; format 1 had none.
 */
import { z } from 'zod';
import type { IsoDate } from '../notices/dates.ts';
import { laterFacts } from '../notices/later.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const day = z.iso.date().transform((value) => value as IsoDate);

const erratumSchema = z.strictObject({
  on: day,
  /** The role of the person who corrected it: "Data protection officer". */
  by: z.string().min(1),
  reason: z.string().min(1),
  /** The fingerprint of the text before the correction. */
  text: sha256,
});

const anchors = z.array(z.string().min(1));

/** The SHA-256 of files by their addresses: `/images/map.png`. */
const files = z.record(z.string().startsWith('/'), sha256);

const entrySchema = z.strictObject({
  published: day,
  /** The SHA-256 of the file, without facts that are added later. */
  source: sha256,
  /** The fingerprint: the SHA-256 of the plain text. */
  text: sha256,
  /** Every id in the text that links can lead to, sorted. */
  anchors,
  /** Facts added after the version was published, as they were last recorded. */
  later: z.strictObject({ ...laterFacts, notified: laterFacts.notified.optional() }),
  /** Corrections, the oldest first. */
  errata: z.array(erratumSchema),
});

const sealedEntrySchema = entrySchema.extend({
  /** The files of the public folder that the version shows or offers; absent if there are none. */
  files: files.optional(),
  errata: z.array(
    erratumSchema.extend({
      /** What the entry had before the correction; anchors and files only if it changed them. */
      source: sha256.optional(),
      anchors: anchors.optional(),
      files: files.optional(),
    }),
  ),
  /** The day on which a command recorded it, if that was not the day it was published. */
  recorded: day.optional(),
  /** The entries of the same notice that were recorded last before it, and their seals then. */
  after: z.record(z.string(), sha256),
  seal: sha256,
});

const lockSchema = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal(1), versions: z.record(z.string(), entrySchema) }),
  z.strictObject({ format: z.literal(2), versions: z.record(z.string(), sealedEntrySchema) }),
]);

export type SealedEntry = z.output<typeof sealedEntrySchema>;
/** An entry, which has no seal in a lock of format 1. */
export type LockEntry = Omit<SealedEntry, 'after' | 'seal'> &
  Partial<Pick<SealedEntry, 'after' | 'seal'>>;
export type Erratum = SealedEntry['errata'][number];

/** The files of an entry, and those that corrections took out of it, each with its SHA-256. */
export const filesOfEntry = ({ files, errata }: LockEntry): [name: string, hash: string][] =>
  [files, ...errata.map((erratum) => erratum.files)].flatMap((each) => Object.entries(each ?? {}));

export interface Lock {
  format: 1 | 2;
  /** Entries by the version's address: `acme/customers/2024-11-12`. */
  versions: Record<string, LockEntry>;
}

export const emptyLock = (): Lock => ({ format: 2, versions: {} });

/** Why a lock cannot be read, and where. */
export interface LockFault {
  kind:
    | 'newer'
    | 'no-file'
    | 'merge'
    | 'empty'
    | 'cut'
    | 'syntax'
    | 'repeated'
    | 'schema'
    | 'unsealed'
    | 'old-format'
    | 'no-entries'
    | 'misplaced'
    | 'doubled';
  line: number;
  message: string;
  /** The file of the lock that it is in; undefined of a text that is in no file. */
  file?: string;
  /** The notice whose own file it is. */
  notice?: string;
  /** The faults of its other files. */
  others?: readonly LockFault[];
  /**
   * The entries of the files that can be read, for checks of all other notices, and the notices of those
   * that cannot; undefined if a fault is of the whole lock.
   */
  rest?: { lock: Lock; unread: readonly string[] };
}

/** Reads a file of a lock. Returns a fault if any part of it is invalid: a lock is never read in part. */
export function parseLock(text: string): Lock | LockFault {
  const lines = text.split('\n');
  const conflict = lines.findIndex((line) => /^(?:<{7}|={7}|>{7})/.test(line));
  if (conflict >= 0) {
    return {
      kind: 'merge',
      line: conflict + 1,
      message: 'contains the conflict markers of an unfinished merge',
    };
  }
  if (text.trim() === '') return { kind: 'empty', line: 1, message: 'is empty' };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    const line = lines.length;
    return text.trimEnd().endsWith('}')
      ? { kind: 'syntax', line, message: 'is not valid JSON' }
      : { kind: 'cut', line, message: 'is cut short' };
  }
  const newer = newerFormat(data);
  if (newer !== undefined) {
    return {
      kind: 'newer',
      line: 1,
      message: `is of format ${newer}, which a newer release of Noticeboard wrote`,
    };
  }
  // Of a key that is there twice, JSON.parse keeps the last without a word.
  if (compact(text) !== JSON.stringify(data)) {
    const message = 'has a key twice, or is written in another way than the command writes it';
    return { kind: 'repeated', line: 1, message };
  }
  // The schema would drop it without a word.
  if (/"__proto__"\s*:/.test(text)) {
    return { kind: 'schema', line: 1, message: 'has an invalid value at versions → __proto__' };
  }
  if (/"format":\s*1,/.test(text) && /"seal":/.test(text)) {
    const message = 'says that it is of format 1, but has seals, which only format 2 has';
    return { kind: 'schema', line: 1, message };
  }
  const { data: lock, error } = lockSchema.safeParse(data);
  if (lock) return lock;
  const [issue] = error.issues;
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join(' → ')}` : '';
  // A branch that still has format 1 merges without a conflict.
  if (issue?.path.at(-1) === 'seal' || issue?.path.at(-1) === 'after') {
    return { kind: 'unsealed', line: 1, message: `has an entry without a seal${where}` };
  }
  const message = `has an invalid value${where}: ${issue?.message ?? ''}`;
  return { kind: 'schema', line: 1, message };
}

/** The format of a lock that a newer release wrote; undefined of any other. */
function newerFormat(data: unknown): number | undefined {
  const format = typeof data === 'object' && data !== null && 'format' in data && data.format;
  return typeof format === 'number' && Number.isInteger(format) && format > 2 ? format : undefined;
}

/** JSON without the space between its values. */
const compact = (json: string): string =>
  json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, string: string | undefined) => string ?? '');

/** Whether reading a lock failed. */
export const isFault = (read: Lock | LockFault): read is LockFault => 'kind' in read;

/**
 * Finds the line of a lock's text, counting from 1, on which the entry of a version begins; 0 if it has
 * none. The text is read once, when the first is asked for: every version may be missing.
 */
export function lineOfKey(lockText: string): (id: string) => number {
  let lines: Map<string, number> | undefined;
  return (id) => (lines ??= linesOfKeys(lockText)).get(JSON.stringify(id)) ?? 0;
}

const linesOfKeys = (lockText: string): Map<string, number> =>
  new Map(
    lockText
      .split('\n')
      .flatMap((line, index) =>
        [...line.matchAll(/("(?:[^"\\]|\\.)*"): \{/g)].map(
          ([, key = '']) => [key, index + 1] as const,
        ),
      )
      // The first of each is what counts.
      .toReversed(),
  );

/** Formats a lock: entries sorted by address, keys in a fixed order, one value per line. */
export function writeLock({ format, versions }: Lock): string {
  const sorted = Object.entries(versions)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, entry]) => {
      const { published, recorded, source, text, anchors: ids, later, errata } = entry;
      const [kept, after] = [byName(entry.files), byName(entry.after)];
      const rest = { anchors: ids.toSorted(), files: kept, later, errata, after, seal: entry.seal };
      return [id, { published, recorded, source, text, ...rest }];
    });
  return `${JSON.stringify({ format, versions: Object.fromEntries(sorted) }, null, 2)}\n`;
}

/** A record with its keys sorted. */
const byName = (values: Record<string, string> | undefined): Record<string, string> | undefined =>
  values && Object.fromEntries(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)));
