/** Checks the texts of versions against the fingerprints of the lock and the texts of the record. */
import type { CheckedVersion } from '../checks/file.ts';
import type { CheckedFolder } from '../checks/folder.ts';
import type { Document } from '../document/model.ts';
import { releaseOfPackage } from '../disk/package.ts';
import { finding, isError, type Finding } from '../findings/catalogue.ts';
import { idOfVersion } from '../notices/names.ts';
import type { Facts } from '../notices/schema.ts';
import { plainText } from '../notices/text.ts';
import { changed, checkLock, type LockedFolder } from './check.ts';
import { readOldText, readText } from './files.ts';
import { isFault, type Lock, type LockEntry } from './lock.ts';
import { sha256 } from './source.ts';
import { readablePart } from './unreadable.ts';
import { describeDifferences, differencesOf } from './words.ts';

/** A version as it is published: its plain text, and what that was made from. */
export interface VersionText {
  /** Its address: `acme/customers/2024-11-12`. */
  id: string;
  facts: Facts;
  document: Document<Facts>;
  /** Its plain text. The fingerprint is the SHA-256 of it. */
  text: string;
}

/** The text of a version as the site publishes it. */
export function textOf({ notice, name, facts, document: read }: CheckedVersion): VersionText {
  const document = read();
  return { id: `${notice}/${name}`, facts, document, text: plainText(facts, document) };
}

/**
 * Compares every locked version with what was published.
 *
 * @param versions the versions that could be read
 * @param locked the entries of the lock
 * @param directory the folder of notices, which has the record beside it
 * @returns a finding for each version whose text has changed, for whatever reason, that has lost an
 *   anchor, or whose text is not in the record. Where the file is the one that was published, the
 *   finding says that it is this release that reads it differently.
 */
const checkTexts = (
  versions: readonly CheckedVersion[],
  locked: Lock['versions'],
  directory: string,
): Finding[] =>
  versions.flatMap((version) => {
    const id = idOfVersion(version);
    const entry = locked[id];
    if (!entry || version.draft) return [];
    return [
      ...changedText(version, entry, directory),
      ...changedRecord(id, entry, version.file, directory),
    ];
  });

/**
 * Checks files and texts against the lock and the record, before anything is built.
 *
 * @param isStrict whether a version that is not in the lock is an error, as in public builds
 * @returns the findings; one for each changed version, with the words that differ if known
 */
export function checkRecord(
  folder: LockedFolder,
  versions: readonly CheckedVersion[],
  directory: string,
  isStrict: boolean,
): Finding[] {
  const { lock } = readablePart(folder);
  const texts = lock && !isFault(lock) ? checkTexts(versions, lock.versions, directory) : [];
  const keyOf = ({ code, file }: Finding): string => `${code} ${file}`;
  const known = new Set(texts.map(keyOf));
  return [...checkLock(folder, isStrict).filter((each) => !known.has(keyOf(each))), ...texts];
}

/**
 * What is wrong with the record of a folder that was checked. A missing lock is reported only if there
 * is no other error.
 *
 * @param isStrict whether a version that is not in the lock is an error, as in public builds
 */
export const faultsOfRecord = (
  locked: LockedFolder,
  { versions, findings }: Pick<CheckedFolder, 'versions' | 'findings'>,
  directory: string,
  isStrict: boolean,
): Finding[] =>
  findings.some(isError)
    ? checkLock(locked, isStrict).filter(isError)
    : checkRecord(locked, versions, directory, isStrict);

/** Reports texts of the record that are missing or do not match the fingerprints in the lock. */
function changedRecord(
  id: string,
  { text, errata }: LockEntry,
  file: string,
  directory: string,
): Finding[] {
  const texts = [
    { name: `${id}.txt`, fingerprint: text, kept: readText(directory, id) },
    ...errata.map((erratum, index) => ({
      name: `${id}.before-erratum-${index + 1}.txt`,
      fingerprint: erratum.text,
      kept: readOldText(directory, id, index + 1),
    })),
  ];
  return texts.flatMap(({ name, fingerprint, kept }) => {
    if (kept !== undefined && sha256(kept) === fingerprint) return [];
    const message =
      kept === undefined
        ? `the record has no ${name}`
        : `${name} in the record is not what was published`;
    const hint = `put it back from version control; or if the text of the version is what was published, run: npx noticeboard adopt ${id}`;
    return [finding('record-changed', { file, line: 1, column: 1 }, message, hint)];
  });
}

/** Reports a version whose text does not match its fingerprint, or that has lost anchors. */
function changedText(version: CheckedVersion, entry: LockEntry, directory: string): Finding[] {
  const { file } = version;
  const id = idOfVersion(version);
  const isSameFile = version.source() === entry.source;
  if (version.fingerprint() === entry.text) {
    const lost = entry.anchors.filter((anchor) => !version.ids().has(anchor));
    if (lost.length === 0) return [];
    return [isSameFile ? rereadWithout(lost, id, file) : lostAnchor(lost, `/${id}/`, file)];
  }
  const published = readText(directory, id);
  const isKept = published !== undefined && sha256(published) === entry.text;
  if (!isKept) {
    const why =
      published === undefined
        ? 'it is not in the record'
        : 'the text in the record is not what was published either';
    const lines = [`the published text cannot be shown: ${why}`];
    // A lock and a record that disagree may be why; without a text in the record, only this release.
    return [isSameFile && published === undefined ? reread(file, lines) : changed(file, id, lines)];
  }
  const { text } = textOf(version);
  const differences = differencesOf(published, text);
  const described = describeDifferences(differences);
  const line = lineOfSection(version.text(), differences[0]?.anchor ?? '');
  const lines = described.length > 0 ? described : describeLines(published, text);
  return [isSameFile ? reread(file, lines, line) : changed(file, id, lines, line)];
}

/**
 * The finding for a version that reads differently although its file is the one that was published:
 * a document is a function of its bytes, so that only this release can be why.
 */
export function reread(file: string, differences: readonly string[], line = 1): Finding {
  const release = releaseOfPackage();
  return finding(
    'version-reread',
    { file, line, column: 1 },
    `Noticeboard ${release} reads this published version differently, although its file is unchanged:\n    ${differences.join('\n    ')}`,
    `stay with the release that you built with before: npm install --save-exact noticeboard@<the version before ${release}>\nWhich one that was: git log -p package.json package-lock.json`,
  );
}

const rereadWithout = (lost: readonly string[], id: string, file: string): Finding =>
  reread(file, [`links to ${lost.map((anchor) => `/${id}/#${anchor}`).join(', ')} would break`]);

/** The line of a file on which a section starts; 1 if its anchor is not written in the file. */
function lineOfSection(source: string, anchor: string): number {
  const lines = source.split('\n');
  return Math.max(
    lines.findIndex(
      (line) => anchor !== '' && (line.includes(`{#${anchor}}`) || line.includes(`{#${anchor} `)),
    ) + 1,
    1,
  );
}

/** The first line that differs if no words do: an anchor, the form of a list. */
function describeLines(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const at = now.findIndex((line, index) => line !== old[index]);
  return [`“${old[at] ?? ''}” became “${now[at] ?? ''}”`];
}

/** The finding for a page that has lost anchors. */
export const lostAnchor = (lost: readonly string[], address: string, file: string): Finding =>
  finding(
    'anchor-lost',
    { file, line: 1, column: 1 },
    `links to ${lost.map((anchor) => `${address}#${anchor}`).join(', ')} would break`,
    `give the section its anchor back: {#${lost[0] ?? ''}}`,
  );
