/** Separates the published part of a version's file from facts that are added later. */
import { createHash } from 'node:crypto';
import { isMap, isScalar, parseDocument } from 'yaml';
import { normaliseText } from '../mdx/source.ts';
import { LATER_FACTS } from '../notices/text.ts';
import type { Facts } from '../notices/schema.ts';
import type { LockEntry } from './lock.ts';

/** The SHA-256 of a text (as UTF-8) or of bytes, in hexadecimal. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** The SHA-256 of a file without facts that are added later. Kinds of line ends do not matter. */
export const hashOfSource = (source: string): string => sha256(withoutLater(source));

/** A file split at its top-level facts. Joined again, the parts are the file. */
export interface SplitSource {
  /** The text before the first fact. */
  head: string;
  /** Each fact with everything up to the next: its lines, and comments after it. */
  facts: { name: string; text: string }[];
  /** The text after the facts. */
  rest: string;
}

/** Splits a file at its facts, with `\n` line ends. Returns undefined if it has no readable facts. */
export function splitSource(source: string): SplitSource | undefined {
  const text = normaliseText(source);
  const found = /^(\s*---[ \t]*\n)([\s\S]*?)^---[ \t]*$/m.exec(text);
  const [, opening = '', yaml = ''] = found ?? [];
  const { contents } = parseDocument(yaml);
  if (!found || !isMap(contents)) return undefined;
  const starts = contents.items.map(({ key }) => ({
    name: isScalar(key) ? String(key.value) : '',
    start: isScalar(key) && key.range ? key.range[0] : 0,
  }));
  const begin = found.index + opening.length;
  return {
    head: text.slice(0, begin + (starts[0]?.start ?? 0)),
    facts: starts.map(({ name, start }, index) => ({
      name,
      text: yaml.slice(start, starts[index + 1]?.start ?? yaml.length),
    })),
    rest: text.slice(begin + yaml.length),
  };
}

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
