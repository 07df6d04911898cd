/** What the record says of a version: its seal, and its corrections. */
import { readOldText } from '../record/files.ts';
import type { Erratum, Lock, LockEntry } from '../record/lock.ts';
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

/** What the lock says of a version, and its corrections, the oldest first. */
export function recordedOf(
  id: string,
  version: { path: string; plainText: () => string },
  record: PublishedRecord,
): Pick<LockEntry, 'seal' | 'files'> & { corrections: Correction[] } {
  const { seal, files } = record.locked[id] ?? {};
  return {
    ...(seal !== undefined && { seal }),
    ...(files && { files }),
    corrections: correctionsOf(id, version, record),
  };
}

function correctionsOf(
  id: string,
  version: { path: string; plainText: () => string },
  { directory, locked }: PublishedRecord,
): Correction[] {
  const errata = locked[id]?.errata ?? [];
  const texts = errata.map((_, index) => readOldText(directory, id, index + 1));
  return errata.flatMap((erratum, index): Correction[] => {
    const before = texts[index];
    if (before === undefined) return [];
    const after = texts[index + 1] ?? version.plainText();
    const path = oldTextPath(version, index + 1);
    return [{ ...erratum, before, path, differences: differencesOf(before, after) }];
  });
}
