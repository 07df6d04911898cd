/** Hashes the published part of a version's file, and gathers the facts that are added later. */
import { createHash } from 'node:crypto';
import { withoutLater } from '../mdx/split.ts';
import type { Facts } from '../notices/schema.ts';
import type { LockEntry } from './lock.ts';

/** The SHA-256 of a text (as UTF-8) or of bytes, in hexadecimal. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** The SHA-256 of a file without facts that are added later. Kinds of line ends do not matter. */
export const hashOfSource = (source: string): string => sha256(withoutLater(source));

/** The facts of a version that are added later, as the lock stores them. */
export function laterFactsOf({
  reviewed,
  reviewDue,
  withdrawn,
  calledOff,
  notified,
  waived,
}: Facts): LockEntry['later'] {
  return {
    ...(reviewed && { reviewed }),
    ...(reviewDue && { reviewDue }),
    ...(withdrawn && { withdrawn }),
    ...(calledOff && { calledOff }),
    ...(notified.length > 0 && { notified }),
    ...(waived && { waived }),
  };
}
