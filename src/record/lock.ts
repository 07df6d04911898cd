/**
 * The lock lists what has been published, so that it cannot change unnoticed. It is beside the
 * folder of notices, sorted and with one value per line, so that two people's additions merge.
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

const entrySchema = z.strictObject({
  published: day,
  /** The SHA-256 of the file, without facts that are added later. */
  source: sha256,
  /** The fingerprint: the SHA-256 of the plain text. */
  text: sha256,
  /** Every id in the text that links can lead to, sorted. */
  anchors: z.array(z.string().min(1)),
  /** Facts added after the version was published, as they were last recorded. */
  later: z.strictObject({ ...laterFacts, notified: laterFacts.notified.optional() }),
  /** Corrections, the oldest first. */
  errata: z.array(erratumSchema),
});

const lockSchema = z.strictObject({
  format: z.literal(1),
  /** Entries by the version's address: `acme/customers/2024-11-12`. */
  versions: z.record(z.string(), entrySchema),
});

export type Lock = z.output<typeof lockSchema>;
export type LockEntry = z.output<typeof entrySchema>;
export type Erratum = z.output<typeof erratumSchema>;

export const emptyLock = (): Lock => ({ format: 1, versions: {} });

/** Why a lock cannot be read, and where. */
export interface LockFault {
  kind: 'merge' | 'empty' | 'cut' | 'syntax' | 'repeated' | 'schema';
  line: number;
  message: string;
}

/** Reads a lock. Returns a fault if any part of it is invalid: a lock is never read in part. */
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
  // Of a key that is there twice, JSON.parse keeps the last without a word.
  if (compact(text) !== JSON.stringify(data)) {
    const message = 'has a key twice, or is written in another way than the command writes it';
    return { kind: 'repeated', line: 1, message };
  }
  // The schema would drop it without a word.
  if (/"__proto__"\s*:/.test(text)) {
    return { kind: 'schema', line: 1, message: 'has an invalid value at versions → __proto__' };
  }
  const { data: lock, error } = lockSchema.safeParse(data);
  if (lock) return lock;
  const [issue] = error.issues;
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join(' → ')}` : '';
  const message = `has an invalid value${where}: ${issue?.message ?? ''}`;
  return { kind: 'schema', line: 1, message };
}

/** JSON without the space between its values. */
const compact = (json: string): string =>
  json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, string: string | undefined) => string ?? '');

/** Whether reading a lock failed. */
export const isFault = (read: Lock | LockFault): read is LockFault => 'kind' in read;

/** Formats a lock: entries sorted by address, keys in a fixed order, one value per line. */
export function writeLock({ versions }: Lock): string {
  const sorted = Object.entries(versions)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { published, source, text, anchors, later, errata }]) => [
      id,
      { published, source, text, anchors: anchors.toSorted(), later, errata },
    ]);
  return `${JSON.stringify({ format: 1, versions: Object.fromEntries(sorted) }, null, 2)}\n`;
}
