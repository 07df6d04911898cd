/**
 * A folder of notices, checked as a whole: every file read once, every finding reported, and
 * the versions that are sound handed on.
 */
import type { Facts } from '../notices/schema.ts';
import {
  compareVersionNames,
  parseVersionName,
  RESERVED_NAMES,
  type VersionName,
} from '../notices/names.ts';
import { readBody, type ImportExists, type Outline } from './body.ts';
import { finding, inReadingOrder, type Finding, type Place } from './findings.ts';
import { readFrontmatter, type ReadFrontmatter } from './frontmatter.ts';
import { checkLinks, type Destinations } from './links.ts';
import { readSource, type SourceFile } from './source.ts';
import { didYouMean, nearest } from './suggest.ts';

/** A file of the folder: its path within it, with `/`, and its path as shown to people. */
export interface FolderFile extends SourceFile {
  path: string;
}

/** What lies outside the files themselves. */
export interface Surroundings {
  importExists: ImportExists;
  publicFileExists: Destinations['publicFileExists'];
}

/** A version whose facts were read. `date` and `sequence` order the versions of a notice. */
export interface CheckedVersion extends VersionName {
  notice: string;
  file: string;
  draft: boolean;
  facts: Facts;
  /** The frontmatter as written, before it became `facts`. */
  frontmatter: Record<string, unknown>;
  outline: Outline;
}

export interface CheckedFolder {
  /** By notice, each notice's versions in the order of taking effect, a draft last. */
  versions: CheckedVersion[];
  findings: Finding[];
}

/** The name under which a draft is shown. */
const DRAFT = 'draft';

/** Reads and checks every version file of a folder. Other files are left alone. */
export function checkFolder(
  files: readonly FolderFile[],
  surroundings: Surroundings,
): CheckedFolder {
  const findings: Finding[] = [];
  const read = files
    .filter(({ path }) => isVersionFile(path))
    .flatMap((file) => {
      const result = checkFile(file, surroundings.importExists);
      findings.push(...result.findings);
      return result.version ? [result.version] : [];
    })
    .toSorted(
      (a, b) =>
        (a.notice < b.notice ? -1 : a.notice > b.notice ? 1 : 0) ||
        Number(a.draft) - Number(b.draft) ||
        compareVersionNames(a, b),
    );
  findings.push(...checkNames(files));
  const destinations = {
    anchorsByAddress: addressesOf(read),
    publicFileExists: surroundings.publicFileExists,
  };
  for (const versions of Map.groupBy(read, ({ notice }) => notice).values()) {
    findings.push(...checkSequence(versions));
    versions.forEach((version, index) => {
      findings.push(...checkChanges(version, versions[index - 1]));
    });
  }
  for (const { outline } of read) findings.push(...checkLinks(outline, destinations));
  return {
    versions: read.map(({ placeOf: _, ...version }) => version),
    findings: inReadingOrder(findings),
  };
}

const isVersionFile = (path: string): boolean => path.endsWith('.mdx');

interface ReadVersion extends CheckedVersion {
  placeOf: ReadFrontmatter['placeOf'];
}

function checkFile(
  file: FolderFile,
  importExists: ImportExists,
): { version?: ReadVersion; findings: Finding[] } {
  const parts = file.path.replace(/\.mdx$/, '').split('/');
  const name = parts.pop() ?? '';
  const notice = parts.join('/');
  const draft = name === DRAFT;
  const versionName = parseVersionName(name);
  const start = { file: file.file, line: 1, column: 1 };
  const findings = checkFileName(name, notice, versionName, start);

  const source = readSource(file);
  if ('code' in source) return { findings: [...findings, source] };
  const { facts, raw: frontmatter, findings: factFindings, placeOf } = readFrontmatter(source);
  const { outline, findings: bodyFindings } = readBody(source, importExists);
  findings.push(...factFindings, ...bodyFindings);
  if (!facts) return { findings };
  findings.push(...checkDates(facts, placeOf));
  const read = { notice, file: file.file, draft, facts, frontmatter, outline, placeOf };
  if (draft) {
    return { version: { ...read, name, date: facts.effective, sequence: 1 }, findings };
  }
  if (!versionName || notice === '') return { findings };
  if (facts.effective !== versionName.date) {
    findings.push(
      finding(
        'effective-not-file-name',
        placeOf(['effective']),
        `effective is "${facts.effective}", but the file is named ${name}.mdx`,
        `write effective: "${versionName.date}", or rename the file to ${facts.effective}.mdx`,
      ),
    );
  }
  return { version: { ...read, ...versionName }, findings };
}

function checkFileName(
  name: string,
  notice: string,
  versionName: VersionName | undefined,
  place: Place,
): Finding[] {
  const findings: Finding[] = [];
  if (!versionName && name !== DRAFT) {
    findings.push(
      finding(
        'file-name',
        place,
        `"${name}.mdx" is not named for a day that exists`,
        'name it for the day it applies from, such as 2026-01-31.mdx (a second of that day 2026-01-31-2.mdx), or draft.mdx',
      ),
    );
  }
  if (notice === '') {
    findings.push(
      finding(
        'file-misplaced',
        place,
        'the version stands in no notice',
        `move it into a folder that names its notice, such as customers/${name}.mdx`,
      ),
    );
  }
  return findings;
}

/** Names of notices: what they look like in an address, and what Noticeboard keeps for itself. */
function checkNames(files: readonly FolderFile[]): Finding[] {
  const firstFiles = new Map<string, FolderFile>();
  for (const file of files.filter(({ path }) => isVersionFile(path) && path.includes('/'))) {
    const notice = file.path.slice(0, file.path.lastIndexOf('/'));
    if (!firstFiles.has(notice)) firstFiles.set(notice, file);
  }
  return [...firstFiles].flatMap(([notice, { file }]) => {
    const place = { file, line: 1, column: 1 };
    return notice.split('/').flatMap((part) => {
      if (RESERVED_NAMES.includes(part) || parseVersionName(part) || /^_|^\./.test(part)) {
        const hint = `rename the folder, for example to ${part.replace(/^[_.]+/, '')}-notice`;
        const message = `the folder "${part}" has the name of a page Noticeboard makes itself`;
        return [finding('notice-reserved', place, message, hint)];
      }
      if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(part)) return [];
      const hint = `rename the folder to ${slug(part)}`;
      const message = `the folder "${part}" cannot be part of a permanent address`;
      return [finding('notice-name', place, message, hint)];
    });
  });
}

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'customers';

function checkDates(facts: Facts, placeOf: ReadFrontmatter['placeOf']): Finding[] {
  return (['reviewed', 'reviewDue', 'withdrawn'] as const).flatMap((key) => {
    const date = facts[key];
    if (date === undefined || date >= facts.published) return [];
    return [
      finding(
        'date-order',
        placeOf([key]),
        `${key} "${date}" is before published "${facts.published}"`,
        `correct one of the two; ${key} is the same day or later`,
      ),
    ];
  });
}

/** Within one notice: no two versions for one day, unless numbered as the second, the third. */
function checkSequence(versions: readonly ReadVersion[]): Finding[] {
  const seen = new Map<string, ReadVersion>();
  return versions
    .filter(({ draft }) => !draft)
    .flatMap((version) => {
      const { facts, sequence, date, file, placeOf } = version;
      const key = `${facts.effective} ${sequence}`;
      const earlier = seen.get(key);
      if (earlier) {
        return [
          finding(
            'date-repeated',
            placeOf(['effective']),
            `two versions apply from ${facts.effective}: this one and ${earlier.file}`,
            `correct the date, or name a second version of that day ${facts.effective}-2.mdx`,
          ),
        ];
      }
      seen.set(key, version);
      if (sequence > 1 && !seen.has(`${date} ${sequence - 1}`)) {
        const before = sequence === 2 ? date : `${date}-${sequence - 1}`;
        return [
          finding(
            'file-name',
            { file, line: 1, column: 1 },
            `this is version ${sequence} of ${date}, but there is no ${before}.mdx`,
            `rename the file to ${before}.mdx`,
          ),
        ];
      }
      return [];
    });
}

/** Change entries are there when they must be, and name sections that exist. */
function checkChanges(version: ReadVersion, previous: ReadVersion | undefined): Finding[] {
  const { facts, placeOf, outline } = version;
  const findings: Finding[] = [];
  if (
    (facts.changeType === 'major' || facts.changeType === 'minor') &&
    facts.changes.length === 0
  ) {
    findings.push(
      finding(
        'change-missing',
        placeOf(['changeType']),
        `a ${facts.changeType} change tells people of something, but changes lists nothing`,
        'add:\nchanges:\n  - kind: changed\n    section: retention\n    summary: What a person should know.',
      ),
    );
  }
  const known = new Set([...outline.anchors, ...(previous?.outline.anchors ?? [])]);
  facts.changes.forEach(({ section }, index) => {
    if (section === undefined || known.has(section)) return;
    const meant = nearest(section, [...known]);
    findings.push(
      finding(
        'change-section-unknown',
        placeOf(['changes', index, 'section']),
        `neither this version nor the one before has a section "${section}".${didYouMean(section, [...known])}`,
        meant ? `write section: ${meant}` : `use one of: ${[...known].slice(0, 8).join(', ')}`,
      ),
    );
  });
  return findings;
}

/** Every address a link may lead to, with the anchors that answer there. */
function addressesOf(versions: readonly CheckedVersion[]): Map<string, ReadonlySet<string>> {
  const addresses = new Map<string, Set<string>>([['/', new Set()]]);
  for (const { notice, name, outline } of versions) {
    // An anchor once published answers at the notice's own address for ever.
    const ofNotice = addresses.get(`/${notice}/`) ?? new Set<string>();
    for (const anchor of outline.anchors) ofNotice.add(anchor);
    addresses.set(`/${notice}/`, ofNotice);
    addresses.set(`/${notice}/${name}/`, new Set(outline.anchors));
    addresses.set(`/${notice}/history/`, new Set());
  }
  return addresses;
}
