/** What the record says of a version: its fingerprint, and its corrections. */
import type { Document } from '../document/model.ts';
import type { Facts } from '../notices/schema.ts';
import { plainText } from '../notices/text.ts';
import { readOldText } from '../record/files.ts';
import type { Erratum, Lock, LockEntry } from '../record/lock.ts';
import { sha256 } from '../record/source.ts';
import { differencesOf, type Difference } from '../record/words.ts';
import { oldTextPath } from './addresses.ts';

/** A folder of notices and what has been published of it. */
export interface PublishedRecord {
  /** Absolute path of the folder of notices, which has the record beside it. */
  directory: string;
  /** The entries of the lock; empty where there is none that can be read. */
  locked: Lock['versions'];
}

/** A correction of a version, and the words it changed. */
export interface Correction extends Erratum {
  /** The text before it. */
  before: string;
  /** Where the text before it is served, without the site's base. */
  path: string;
  differences: Difference[];
}

/** A version's plain text, what the lock says of it, and its corrections, the oldest first. */
export function publishedText(
  id: string,
  version: { path: string; facts: Facts; document: Document },
  record: PublishedRecord,
): Pick<LockEntry, 'seal' | 'files'> & {
  plainText: string;
  fingerprint: string;
  corrections: Correction[];
} {
  const { seal, files } = record.locked[id] ?? {};
  const text = plainText(version.facts, version.document);
  return {
    plainText: text,
    fingerprint: sha256(text),
    ...(seal !== undefined && { seal }),
    ...(files && { files }),
    corrections: correctionsOf(id, version, text, record),
  };
}

function correctionsOf(
  id: string,
  version: { path: string },
  text: string,
  { directory, locked }: PublishedRecord,
): Correction[] {
  const errata = locked[id]?.errata ?? [];
  const texts = errata.map((_, index) => readOldText(directory, id, index + 1));
  return errata.flatMap((erratum, index): Correction[] => {
    const before = texts[index];
    if (before === undefined) return [];
    const after = texts[index + 1] ?? text;
    const path = oldTextPath(version, index + 1);
    return [{ ...erratum, before, path, differences: differencesOf(before, after) }];
  });
}
