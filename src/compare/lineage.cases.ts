/** Lineages through real histories, when they lie beside the project, and what is wrong with lineages. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { markdownToHtml } from 'satteri';
import { expect, it } from 'vitest';
import { compareDocuments } from './index.ts';
import { parseDocument, sectionsOf, type Document } from '../document/index.ts';
import { heirOf, lineageAt, lineagesOf, type Lineages, type Sectioned } from './lineage.ts';
import type { Facts } from '../notices/schema.ts';

export type Version = Sectioned & { document: Document<Facts> };

/** Versions by the names v1, v2 and so on, each written as HTML. */

export const stepsOf = (versions: readonly Version[]) =>
  versions.slice(1).map(({ document }, index) => {
    const before = versions[index]?.document ?? document;
    const { sections, changes } = compareDocuments(before, document);
    return { sections, changes };
  });

/** What answers, in short: `v3#b`, or `gone v3, last v2#b`. */
export function heir(all: Lineages, version: string, anchor: string, inVersion: string) {
  const found = heirOf(all, version, anchor, inVersion);
  if (found?.type === 'section') return `${found.station.version}#${found.station.anchor}`;
  return found && `gone ${found.since}, last ${found.last.version}#${found.last.anchor}`;
}

/** What is true of all lineages; each finding is a line. */
export function faultsOf(versions: readonly Sectioned[], all: Lineages): string[] {
  const names = versions.map(({ name }) => name);
  const stationed = all.lineages.flatMap(({ stations }) =>
    stations.map(({ version, anchor }) => `${version}#${anchor}`),
  );
  const standing = versions.flatMap(({ name, document }) =>
    [...sectionsOf(document)].map(({ anchor }) => `${name}#${anchor}`),
  );
  const faults = all.lineages.flatMap((lineage) => {
    const { id, stations, first, last, end } = lineage;
    const from = names.indexOf(first.version);
    const inOrder = names.slice(from, from + stations.length);
    const next = names[names.indexOf(last.version) + 1];
    return [
      stations.map(({ version }) => version).join() !== inOrder.join() && `${id} has a gap`,
      (stations[0] !== first || stations.at(-1) !== last) && `${id} has other ends`,
      end?.version !== next && `${id} ends in ${end?.version}, not in ${next}`,
      ...stations.map(
        ({ version, lastChanged }) =>
          (names.indexOf(lastChanged) < from ||
            names.indexOf(lastChanged) > names.indexOf(version)) &&
          `${id} in ${version} last changed in ${lastChanged}`,
      ),
    ].filter((fault) => fault !== false);
  });
  if (stationed.toSorted().join() !== standing.toSorted().join()) {
    faults.push(`stations ${stationed.join()} for sections ${standing.join()}`);
  }
  if (new Set(all.lineages.map(({ id }) => id)).size < all.lineages.length) {
    faults.push('two lineages have one id');
  }
  return faults;
}

/** What is true of all answers: every anchor has one in every later version. */
export function faultsOfHeirs(all: Lineages): string[] {
  const stations = all.lineages.flatMap((lineage) => lineage.stations);
  return stations.flatMap(({ version, anchor }) => {
    const position = all.versions.indexOf(version);
    return all.versions
      .slice(position)
      .filter((later) => {
        const found = heirOf(all, version, anchor, later);
        if (found?.type === 'section') {
          return found.station.version !== later || !stations.includes(found.station);
        }
        if (!found) return true;
        const { since, last } = found;
        const [at, until] = [since, last.version].map((name) => all.versions.indexOf(name));
        return at === undefined || until !== at - 1 || until < position || since > later;
      })
      .map((later) => `${version}#${anchor} has no answer in ${later}`);
  });
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const HISTORIES = path.resolve(ROOT, '../shared/corpus/histories-md');
const hasHistories = existsSync(HISTORIES);
if (!hasHistories) {
  process.stdout.write('The real histories are not on this machine; their tests are left out.\n');
}

function readHistory(folder: string): { versions: Version[]; all: Lineages } {
  const versions = globSync('*.md', { cwd: folder })
    .toSorted()
    .map((file) => {
      const { html } = markdownToHtml(readFileSync(path.join(folder, file), 'utf8'));
      return { name: file.replace(/\.md$/, ''), document: parseDocument<Facts>(html) };
    });
  return { versions, all: lineagesOf(versions, stepsOf(versions)) };
}

/** The names of the real histories; none where there are none. */
export const services = hasHistories
  ? readdirSync(HISTORIES, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
  : [];

/**
 * Tests what holds for real histories.
 *
 * @param chosen the names of those that are read
 */
export function testRealHistories(chosen: readonly string[]): void {
  const ofChosen = <T extends readonly [string, ...string[]]>(rows: readonly T[]): T[] =>
    rows.filter(([service]) => chosen.includes(service));
  const known = new Map<string, ReturnType<typeof readHistory>>();

  function read(service: string) {
    const read = known.get(service) ?? readHistory(path.join(HISTORIES, service));
    known.set(service, read);
    return read;
  }

  it.each(chosen)('have lineages without a gap: %s', (service) => {
    const { versions, all } = read(service);
    expect(versions.length).toBeGreaterThanOrEqual(18);
    expect(faultsOf(versions, all)).toEqual([]);
    expect(faultsOfHeirs(all)).toEqual([]);
  });

  const HEIRS = [
    // Two sections "Cookies": the first took the anchor that the other had for years.
    ['github-privacy-statement', '2020-11-19', 'cookies', '2021-01-06', '2021-01-06#cookies-1'],
    [
      'github-privacy-statement',
      '2017-06-09',
      'cookies',
      '2022-09-01',
      '2022-09-01#cookies-and-tracking-technologies',
    ],
    [
      'github-privacy-statement',
      '2017-06-09',
      'how-we-respond-to-compelled-disclosure',
      '2022-09-01',
      '2022-09-01#how-we-share-the-information-we-collect',
    ],
    ['basecamp', '2020-03-27', 'identity--access', '2023-07-27', '2023-07-27#identity-and-access'],
    [
      'basecamp',
      '2020-03-27',
      'eu-us-and-swiss-us-privacy-shield-policy',
      '2023-07-27',
      'gone 2022-05-23, last 2022-02-10#eu-us-and-swiss-us-privacy-shield-policy',
    ],
    ['spotify', '2020-12-08', '9-links', '2026-07-01', 'gone 2021-09-01, last 2021-02-15#9-links'],
    ['spotify', '2020-12-08', '11-children', '2026-07-01', '2026-07-01#9-children'],
    [
      'telegram',
      '2022-07-11',
      '84-translation-of-messages-at-the-request-of-the-user',
      '2023-05-31',
      '2023-05-31#84-translation-of-chats-channels-and-specific-messages-at-the-request-of-the-user',
    ],
  ] as const;
  it.each(ofChosen(HEIRS))(
    'lead in %s from %s#%s to its heir',
    (service, version, anchor, inVersion, expected) => {
      expect(heir(read(service).all, version, anchor, inVersion)).toBe(expected);
    },
  );

  const LAST_CHANGES = [
    ['telegram', '2022-07-11', '2023-05-31', '11-privacy-principles', '2022-07-11'],
    ['telegram', '2022-07-11', '2023-05-31', '52-safety-and-security', '2023-02-04'],
    ['basecamp', '2020-03-27', '2020-07-30', 'location-of-site-and-data', '2020-04-09'],
  ] as const;
  it.each(ofChosen(LAST_CHANGES))(
    'have in %s the days of the last changes',
    (service, version, asOf, anchor, expected) => {
      const lineage = lineageAt(read(service).all, version, anchor);
      expect(lineage?.stations.find((each) => each.version === asOf)?.lastChanged).toBe(expected);
    },
  );
}
