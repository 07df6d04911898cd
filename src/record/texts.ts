/** What versions say, against the fingerprints of the lock and the texts of the record. */
import type { CheckedVersion } from '../checks/folder.ts';
import type { Document } from '../document/model.ts';
import { anchorsOf } from '../document/walk.ts';
import { finding, type Finding } from '../findings/catalogue.ts';
import type { Facts } from '../notices/schema.ts';
import { plainText } from '../notices/text.ts';
import { changed, checkLock, type LockedFolder } from './check.ts';
import { readOldText, readText } from './files.ts';
import { isFault, type Lock, type LockEntry } from './lock.ts';
import { sha256 } from './source.ts';
import { describeDifferences, differencesOf } from './words.ts';

/** A version as it is published: what is hashed, and what it was made of. */
export interface VersionText {
  /** Its address: `acme/customers/2024-11-12`. */
  id: string;
  facts: Facts;
  document: Document<Facts>;
  /** Its plain text, of which the fingerprint is the SHA-256. */
  text: string;
}

/** The text of a version as the site publishes it. */
export const textOf = ({
  notice,
  name,
  facts,
  document,
}: Pick<CheckedVersion, 'notice' | 'name' | 'facts' | 'document'>): VersionText => ({
  id: `${notice}/${name}`,
  facts,
  document,
  text: plainText(facts, document),
});

/**
 * Compares every locked version with what was published.
 *
 * @param versions those that could be read
 * @param locked the entries of the lock
 * @param directory the folder of notices, which has the record beside it
 * @returns a finding for each version that says something else than it did, by whatever route its
 *   words changed, that has lost an anchor, or whose text is not in the record
 */
const checkTexts = (
  versions: readonly CheckedVersion[],
  locked: Lock['versions'],
  directory: string,
): Finding[] =>
  versions.flatMap((version) => {
    const entry = locked[`${version.notice}/${version.name}`];
    if (!entry || version.draft) return [];
    const text = textOf(version);
    return [
      ...changedText(version, text, entry, directory),
      ...changedRecord(text.id, entry, version.file, directory),
    ];
  });

/**
 * Files and texts against the lock and the record: all that can be wrong before anything is built.
 *
 * @param isStrict whether a version that is not in the lock is an error: in builds for the public
 * @returns of a version that changed, one finding: with its words where these are known
 */
export function checkRecord(
  folder: LockedFolder,
  versions: readonly CheckedVersion[],
  directory: string,
  isStrict: boolean,
): Finding[] {
  const { lock } = folder;
  const texts = lock && !isFault(lock) ? checkTexts(versions, lock.versions, directory) : [];
  const keyOf = ({ code, file }: Finding): string => `${code} ${file}`;
  const known = new Set(texts.map(keyOf));
  return [...checkLock(folder, isStrict).filter((each) => !known.has(keyOf(each))), ...texts];
}

/** The record holds the texts that the lock has the fingerprints of. */
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
    const message = `the record ${kept === undefined ? 'has no' : 'has another'} ${name} than was published`;
    const hint = `put it back from version control, or if the text of the version is what was published: npm run notices -- adopt ${id}`;
    return [finding('record-changed', { file, line: 1, column: 1 }, message, hint)];
  });
}

/** What a version says against its fingerprint, and the anchors that it has. */
function changedText(
  { file, text: source, document }: CheckedVersion,
  { id, text }: VersionText,
  entry: LockEntry,
  directory: string,
): Finding[] {
  if (sha256(text) === entry.text) {
    const anchors = [...anchorsOf(document)].toSorted();
    const lost = entry.anchors.filter((anchor) => !anchors.includes(anchor));
    return lost.length === 0 ? [] : [lostAnchor(lost, `/${id}/`, file)];
  }
  const published = readText(directory, id);
  const isKept = published !== undefined && sha256(published) === entry.text;
  if (!isKept) {
    const why =
      published === undefined
        ? 'its text as it was published is not in the record'
        : 'and its text in the record is not the one that was published either';
    return [changed(file, id, [`what it said cannot be shown: ${why}`])];
  }
  const differences = differencesOf(published, text);
  const told = describeDifferences(differences);
  const line = lineOf(source, differences[0]?.anchor ?? '');
  return [changed(file, id, told.length > 0 ? told : describeLines(published, text), line)];
}

/** The line of a file on which a section begins; the first when its anchor is not written there. */
function lineOf(source: string, anchor: string): number {
  const lines = source.split('\n');
  return Math.max(
    lines.findIndex(
      (line) => anchor !== '' && (line.includes(`{#${anchor}}`) || line.includes(`{#${anchor} `)),
    ) + 1,
    1,
  );
}

/** Lines that differ, when no words do: an anchor, the form of a list. */
function describeLines(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const at = now.findIndex((line, index) => line !== old[index]);
  return [`“${old[at] ?? ''}” became “${now[at] ?? ''}”`];
}

/** Links to anchors that are not there any more. */
export const lostAnchor = (lost: readonly string[], address: string, file: string): Finding =>
  finding(
    'anchor-lost',
    { file, line: 1, column: 1 },
    `links to ${lost.map((anchor) => `${address}#${anchor}`).join(', ')} would lead nowhere`,
    `give the section its anchor back: {#${lost[0] ?? ''}}`,
  );
