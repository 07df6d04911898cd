/**
 * The lock: what has been published, so that it cannot change unnoticed. It stands beside the
 * folder of notices, sorted and a fact a line, so that two people's additions merge.
 */
import { z } from 'zod';
import type { IsoDate } from '../notices/dates.ts';
import { frontmatterSchema } from '../notices/schema.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const day = z.iso.date().transform((value) => value as IsoDate);

const erratumSchema = z.strictObject({
  on: day,
  /** The role of who corrected it: "Data protection officer". */
  by: z.string().min(1),
  reason: z.string().min(1),
  /** The fingerprint of the text before. */
  text: sha256,
});

const { reviewed, reviewDue, withdrawn, notified } = frontmatterSchema.shape;

const entrySchema = z.strictObject({
  published: day,
  /** Of the file, without the facts that are added later. */
  source: sha256,
  /** The fingerprint: of the plain text. */
  text: sha256,
  /** Every id of the text that links may lead to, sorted. */
  anchors: z.array(z.string().min(1)),
  /** Facts that were added after the version was published, as they were last recorded. */
  later: z.strictObject({
    reviewed,
    reviewDue,
    withdrawn,
    notified: notified.unwrap().optional(),
  }),
  /** Corrections, the oldest first. */
  errata: z.array(erratumSchema),
});

const lockSchema = z.strictObject({
  format: z.literal(1),
  /** By the version's address: `acme/customers/2024-11-12`. */
  versions: z.record(z.string(), entrySchema),
});

export type Lock = z.output<typeof lockSchema>;
export type LockEntry = z.output<typeof entrySchema>;
export type Erratum = z.output<typeof erratumSchema>;

export const emptyLock = (): Lock => ({ format: 1, versions: {} });

/** What is wrong with a lock that cannot be read, and where. */
export interface LockFault {
  kind: 'merge' | 'empty' | 'cut' | 'syntax' | 'schema';
  line: number;
  message: string;
}

/** Reads a lock. A lock that cannot be trusted whole is not read at all. */
export function parseLock(text: string): Lock | LockFault {
  const lines = text.split('\n');
  const conflict = lines.findIndex((line) => /^(?:<{7}|={7}|>{7})/.test(line));
  if (conflict >= 0) {
    return {
      kind: 'merge',
      line: conflict + 1,
      message: 'has the conflict markers of an unfinished merge',
    };
  }
  if (text.trim() === '') return { kind: 'empty', line: 1, message: 'is empty' };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    const line = lines.length;
    return text.trimEnd().endsWith('}')
      ? { kind: 'syntax', line, message: 'is not JSON' }
      : { kind: 'cut', line, message: 'is cut short' };
  }
  const { data: lock, error } = lockSchema.safeParse(data);
  if (lock) return lock;
  const [issue] = error.issues;
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join(' → ')}` : '';
  const message = `is not as it was written${where}: ${issue?.message ?? ''}`;
  return { kind: 'schema', line: 1, message };
}

export const isFault = (read: Lock | LockFault): read is LockFault => 'kind' in read;

/** Writes a lock: entries by address, keys in their order, everything on a line of its own. */
export function writeLock({ versions }: Lock): string {
  const sorted = Object.entries(versions)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { published, source, text, anchors, later, errata }]) => [
      id,
      { published, source, text, anchors: anchors.toSorted(), later, errata },
    ]);
  return `${JSON.stringify({ format: 1, versions: Object.fromEntries(sorted) }, null, 2)}\n`;
}
