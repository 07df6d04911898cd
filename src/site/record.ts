/** What the record says of a version: its fingerprint, and its corrections. */
import { environment } from './environment.ts';
import { plainText } from '../notices/text.ts';
import { oldTextPath } from './addresses.ts';
import { readLock, readOldText } from '../record/files.ts';
import type { Erratum } from '../record/lock.ts';
import { sha256 } from '../record/source.ts';
import { differencesOf, type Difference } from '../record/words.ts';
import type { Version } from './notices.ts';

const directory = environment(process.cwd()).noticesDirectory;

/** The lock; nothing when there is none, or when it cannot be read, which the build tells. */
const lock = readLock(directory);

interface Kept {
  text: string;
  fingerprint: string;
  corrections?: Correction[];
}

/** What was made of a version, for as long as its document stays: many pages ask for it. */
const kept = new WeakMap<object, Kept>();

function keptOf({ facts, document }: Version): Kept {
  const known = kept.get(document);
  if (known) return known;
  const text = plainText(facts, document);
  const made = { text, fingerprint: sha256(text) };
  kept.set(document, made);
  return made;
}

/** A version as plain text. */
export const textOfVersion = (version: Version): string => keptOf(version).text;

/** SHA-256 of the plain text of a version, as `curl … | sha256sum` prints it. */
export const fingerprintOf = (version: Version): string => keptOf(version).fingerprint;

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
export const correctionsOf = (version: Version): Correction[] =>
  (keptOf(version).corrections ??= readCorrections(version));

function readCorrections(version: Version): Correction[] {
  const errata = lock?.versions[idOf(version)]?.errata ?? [];
  const texts = errata.map((_, index) => readOldText(directory, idOf(version), index + 1));
  return errata.flatMap((erratum, index): Correction[] => {
    const before = texts[index];
    if (before === undefined) return [];
    const after = texts[index + 1] ?? textOfVersion(version);
    const path = oldTextPath(version, index + 1);
    return [{ ...erratum, before, path, differences: differencesOf(before, after) }];
  });
}
