/** Separates the published part of a version's file from facts that are added later. */
import { createHash } from 'node:crypto';
import { normaliseText } from '../mdx/source.ts';
import { splitSource } from '../mdx/split.ts';
import { LATER_FACTS } from '../notices/text.ts';
import type { Facts } from '../notices/schema.ts';
import type { LockEntry } from './lock.ts';

/** The SHA-256 of a text (as UTF-8) or of bytes, in hexadecimal. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** The SHA-256 of a file without facts that are added later. Kinds of line ends do not matter. */
export const hashOfSource = (source: string): string => sha256(withoutLater(source));

/** Removes facts that are added later from a file, each with its whole lines. */
export function withoutLater(source: string): string {
  const split = splitSource(source);
  if (!split) return normaliseText(source);
  const later: readonly string[] = LATER_FACTS;
  const kept = split.facts.filter(({ name }) => !later.includes(name));
  // Adding a fact at the end must not change the line end of the one before it.
  return split.head + kept.map(({ text }) => `${text.trimEnd()}\n`).join('') + split.rest;
}

/** The facts of a version that are added later, as the lock stores them. */
export function laterFactsOf({
  reviewed,
  reviewDue,
  withdrawn,
  notified,
}: Facts): LockEntry['later'] {
  return {
    ...(reviewed && { reviewed }),
    ...(reviewDue && { reviewDue }),
    ...(withdrawn && { withdrawn }),
    ...(notified.length > 0 && { notified }),
  };
}
