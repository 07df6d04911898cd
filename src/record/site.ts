/** A built site against the record: every text, every anchor, every page of a version. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { finding, type Finding } from '../findings/catalogue.ts';
import type { Document } from '../document/model.ts';
import type { IsoDate } from '../notices/dates.ts';
import type { Facts } from '../notices/schema.ts';
import { anchorsOf } from '../document/walk.ts';
import { fileOfVersion } from '../notices/names.ts';
import { datesOf, placeAll, shownOf } from '../notices/timeline.ts';
import { changed, type LockedFolder } from './check.ts';
import { readOldText, readText } from './files.ts';
import { isFault, type LockEntry } from './lock.ts';
import { faultOfPage } from './page.ts';
import { sha256 } from './source.ts';
import { describeDifferences, differencesOf } from './words.ts';

/** A version as a build wrote it: its data, its plain text and its page. */
export interface BuiltVersion {
  id: string;
  facts: Facts;
  document: Pick<Document, 'lead' | 'sections'>;
  text: string;
}

/** Reads a version out of a built site; nothing when it was not built. */
export function readBuilt(site: string, id: string): BuiltVersion | undefined {
  const base = path.join(site, ...id.split('/'));
  if (!existsSync(`${base}.json`) || !existsSync(`${base}.txt`)) return undefined;
  const { facts, document } = JSON.parse(readFileSync(`${base}.json`, 'utf8')) as BuiltVersion;
  return { id, facts, document, text: readFileSync(`${base}.txt`, 'utf8') };
}

/** What a site was built for. */
export interface BuiltFor {
  base: string;
  /** What is published later is not there. */
  today: IsoDate;
  /** Whether it has its pages, and not the texts of versions alone. */
  isWhole: boolean;
}

/**
 * Checks a built site before it takes the place of the last one.
 *
 * @param site the folder it was built in
 * @param directory the folder of notices
 * @returns a finding for each version whose words are not those that were published, by whatever
 *   route they changed, and for each anchor that would not answer
 */
export function checkBuiltSite(
  site: string,
  directory: string,
  folder: LockedFolder,
  { base, today, isWhole }: BuiltFor,
): Finding[] {
  const lock = folder.lock && !isFault(folder.lock) ? folder.lock.versions : {};
  const shown = folder.versions.filter(({ draft, facts }) => !draft && facts.published <= today);
  const built = shown.map((place) => {
    const { notice, name, file } = place;
    const id = `${notice}/${name}`;
    const source = path.join(directory, fileOfVersion(place));
    return { id, file, source, version: readBuilt(site, id), entry: lock[id] };
  });
  const findings = built.flatMap(({ id, file, source, version, entry }) => {
    if (!version) return [missing(file, `/${id}.json or /${id}.txt`)];
    return [
      ...(entry
        ? [
            ...changedText(version, entry, { file, source }, directory),
            ...changedRecord(id, entry, file, directory),
          ]
        : []),
      ...(isWhole
        ? [
            ...changedPage(site, `${id}/`, version, file, base),
            ...lostAnchors(site, `${id}/`, entry?.anchors ?? [], file),
          ]
        : []),
    ];
  });
  if (!isWhole) return findings;
  const placed = placeAll(
    shown.map((version) => ({ ...version, ...datesOf(version.facts) })),
    today,
  );
  return [
    ...findings,
    ...[...placed].flatMap(([notice, versions]) => {
      const [first] = versions;
      const original = first?.version.translation && placed.get(first.version.translation.of);
      const current = shownOf(versions, original)?.version;
      const read = current && readBuilt(site, `${notice}/${current.name}`);
      const anchors = versions.flatMap(
        ({ version }) => lock[`${notice}/${version.name}`]?.anchors ?? [],
      );
      return [
        ...(read && current ? changedPage(site, `${notice}/`, read, current.file, base) : []),
        // On a notice's own address every anchor answers that any of its versions had.
        ...lostAnchors(site, `${notice}/`, [...new Set(anchors)], folder.lockFile),
      ];
    }),
  ];
}

const missing = (file: string, what: string): Finding =>
  finding(
    'page-changed',
    { file, line: 1, column: 1 },
    `the site has no ${what}`,
    'look at what was changed last in src/pages or astro.config.mjs: what is published stays at its address',
  );

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

function changedText(
  { id, text, document }: BuiltVersion,
  entry: LockEntry,
  { file, source }: { file: string; source: string },
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
function lineOf(file: string, anchor: string): number {
  const lines = readFileSync(file, 'utf8').split('\n');
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

function changedPage(
  site: string,
  address: string,
  { facts, document }: BuiltVersion,
  file: string,
  base: string,
): Finding[] {
  const page = path.join(site, ...address.split('/'), 'index.html');
  if (!existsSync(page)) return [missing(file, `page /${address}`)];
  const fault = faultOfPage(readFileSync(page, 'utf8'), facts, document, base);
  if (!fault) return [];
  const { part, expected, found } = fault;
  return [
    finding(
      'page-changed',
      { file, line: 1, column: 1 },
      `the page /${address} does not say what the version says. In its ${part}, where the version has “${expected}”, the page has “${found}”`,
      'look at what was changed last in src/components, src/layouts or astro.config.mjs: a theme may change how words look, and not which they are',
    ),
  ];
}

/** Ids of a page, as they stand in its HTML. */
function idsOf(html: string): Set<string> {
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id);
  return new Set(ids.map((id) => id.replaceAll('&amp;', '&')));
}

function lostAnchors(
  site: string,
  address: string,
  anchors: readonly string[],
  file: string,
): Finding[] {
  const page = path.join(site, ...address.split('/'), 'index.html');
  if (anchors.length === 0 || !existsSync(page)) return [];
  const ids = idsOf(readFileSync(page, 'utf8'));
  const lost = anchors.filter((anchor) => !ids.has(anchor));
  return lost.length === 0 ? [] : [lostAnchor(lost, `/${address}`, file)];
}

const lostAnchor = (lost: readonly string[], address: string, file: string): Finding =>
  finding(
    'anchor-lost',
    { file, line: 1, column: 1 },
    `links to ${lost.map((anchor) => `${address}#${anchor}`).join(', ')} would lead nowhere`,
    `give the section its anchor back: {#${lost[0] ?? ''}}`,
  );
