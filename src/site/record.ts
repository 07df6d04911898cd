/** What the record says of a version: its fingerprint, and its corrections. */
import { existsSync, readFileSync } from 'node:fs';
import { environment } from '../build/environment.ts';
import { plainText } from '../notices/text.ts';
import { lockPathOf, readOldText } from '../record/files.ts';
import { isFault, parseLock, type Erratum, type Lock } from '../record/lock.ts';
import { sha256 } from '../record/source.ts';
import { differencesOf, type Difference } from '../record/words.ts';
import type { Version } from './notices.ts';

const directory = environment(process.cwd()).noticesDirectory;

/** The lock; nothing when there is none, or when it cannot be read, which the build tells. */
const lock = readLock();

function readLock(): Lock | undefined {
  const file = lockPathOf(directory);
  if (!existsSync(file)) return undefined;
  const read = parseLock(readFileSync(file, 'utf8'));
  return isFault(read) ? undefined : read;
}

/** A version as plain text. */
export const textOfVersion = ({ facts, document }: Version): string => plainText(facts, document);

/** SHA-256 of the plain text of a version, as `curl … | sha256sum` prints it. */
export const fingerprintOf = (version: Version): string => sha256(textOfVersion(version));

/** A correction of a version, and the words it changed. */
export interface Correction extends Erratum {
  /** The text before it. */
  before: string;
  /** Where the text before it is served, without the site's base. */
  path: string;
  differences: Difference[];
}

const idOf = ({ path }: Version): string => path.slice(1, -1);

/** The corrections of a version, the oldest first. */
export function correctionsOf(version: Version): Correction[] {
  const errata = lock?.versions[idOf(version)]?.errata ?? [];
  const texts = errata.map((_, index) => readOldText(directory, idOf(version), index + 1));
  return errata.flatMap((erratum, index): Correction[] => {
    const before = texts[index];
    if (before === undefined) return [];
    const after = texts[index + 1] ?? textOfVersion(version);
    const path = `${version.path.slice(0, -1)}.before-erratum-${index + 1}.txt`;
    return [{ ...erratum, before, path, differences: differencesOf(before, after) }];
  });
}
