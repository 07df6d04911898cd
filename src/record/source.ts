/** The file of a version as it was published, told from what is added to it later. */
import { createHash } from 'node:crypto';
import { isMap, isScalar, parseDocument } from 'yaml';
import { normaliseText } from '../checks/source.ts';
import { LATER_FACTS } from '../notices/text.ts';
import type { Facts } from '../notices/schema.ts';
import type { LockEntry } from './lock.ts';

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** The hash of a file without the facts that are added later. Line ends do not count. */
export const hashOfSource = (source: string): string => sha256(withoutLater(source));

/** Cuts the facts that are added later out of a file, each with its whole lines. */
export function withoutLater(source: string): string {
  const text = normaliseText(source);
  const frontmatter = /^(\s*---[ \t]*\n)([\s\S]*?)^---[ \t]*$/m.exec(text);
  const [, opening = '', yaml = ''] = frontmatter ?? [];
  const contents = parseDocument(yaml).contents;
  if (!frontmatter || !isMap(contents)) return text;
  const later: readonly string[] = LATER_FACTS;
  const starts = contents.items.map(({ key }) => ({
    name: isScalar(key) ? String(key.value) : '',
    start: isScalar(key) && key.range ? key.range[0] : 0,
  }));
  const kept = starts.flatMap(({ name, start }, index) =>
    later.includes(name) ? [] : [yaml.slice(start, starts[index + 1]?.start ?? yaml.length)],
  );
  const before = yaml.slice(0, starts[0]?.start ?? 0);
  const bodyStart = frontmatter.index + opening.length + yaml.length;
  // A fact put last must not change the line end of the one before it.
  const body = kept.map((part) => `${part.trimEnd()}\n`).join('');
  return text.slice(0, frontmatter.index + opening.length) + before + body + text.slice(bodyStart);
}

/** The facts of a version that are added later, as the lock keeps them. */
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
