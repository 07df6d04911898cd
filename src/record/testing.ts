/** Versions for the tests of the record, made from their words. */
import { readVersion } from '../mdx/read.ts';
import { plainText } from '../notices/text.ts';
import type { VersionText } from './texts.ts';

interface Written {
  email?: string;
  /** What `changes` says of sections, by their anchors. */
  changes?: Record<string, string>;
}

/** A version with an id and a body. */
export function versionText(
  id: string,
  body: string,
  { email = 'a@a.example', changes = {} }: Written = {},
): VersionText {
  const entries = Object.entries(changes).map(
    ([section, summary]) =>
      `\n  - { kind: changed, section: ${section}, summary: ${JSON.stringify(summary)} }`,
  );
  const source = `---
title: Notice
published: "2024-01-01"
effective: "2024-01-01"
controller:
  name: A Limited
  contact:
    email: ${email}
changes: ${entries.length === 0 ? '[]' : entries.join('')}
---

${body}
`;
  const read = readVersion({ file: 'a.mdx', bytes: new TextEncoder().encode(source) });
  const { facts } = read;
  const document = read.document?.();
  if (!facts || !document) throw new Error('the version cannot be read');
  return { id, facts, document, text: plainText(facts, document) };
}
