/**
 * A folder of notices, checked as a whole: every file read once, every finding reported, and
 * the versions that are sound handed on.
 */
import type { IsoDate } from '../notices/dates.ts';
import { compareVersionNames, parseVersionName, type VersionName } from '../notices/names.ts';
import type { Facts } from '../notices/schema.ts';
import { readBody, type Outline } from './body.ts';
import type { ImportExists } from './elements.ts';
import { finding, inReadingOrder, type Finding } from './findings.ts';
import { readFrontmatter } from './frontmatter.ts';
import { checkChanges, checkDates, checkSequence, type DatedVersion } from './history.ts';
import { checkLinks, type Destinations } from './links.ts';
import { checkComponents } from './components.ts';
import { pagesOf } from './pages.ts';
import { checkFileName, checkIgnoredFiles, checkNoticeNames, DRAFT } from './names.ts';
import { readSource, type SourceFile } from './source.ts';

/** A file of the folder: its path within it, with `/`, and its path as shown to people. */
export interface FolderFile extends SourceFile {
  path: string;
}

/** What lies outside the files themselves. */
export interface Surroundings {
  importExists: ImportExists;
  /** The day the site is built for: what is published later is not there yet. */
  today: IsoDate;
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
}

export interface CheckedFolder {
  /** By notice, each notice's versions in the order of taking effect, a draft last. */
  versions: CheckedVersion[];
  /** The addresses of the pages that the site will have, without the base. */
  addresses: ReadonlySet<string>;
  findings: Finding[];
}

/** Reads and checks every version file of a folder. Other files are left alone. */
export function checkFolder(
  files: readonly FolderFile[],
  surroundings: Surroundings,
): CheckedFolder {
  const versionFiles = files.filter(({ path }) => path.endsWith('.mdx'));
  const read = versionFiles.map((file) => readVersionFile(file, surroundings.importExists));
  const versions = read
    .flatMap(({ version }) => (version ? [version] : []))
    .toSorted(
      (a, b) =>
        (a.notice < b.notice ? -1 : a.notice > b.notice ? 1 : 0) ||
        Number(a.draft) - Number(b.draft) ||
        compareVersionNames(a, b),
    );
  const pages = pagesOf(read, surroundings.today);
  const destinations: Destinations = {
    pages,
    publicFileExists: surroundings.publicFileExists,
  };
  const findings = [
    ...checkNoticeNames(versionFiles, surroundings.publicFileExists),
    ...checkIgnoredFiles(files),
    ...read.flatMap((file) => file.findings),
    ...read.flatMap(({ outline }) => (outline ? checkLinks(outline, destinations) : [])),
    ...[...Map.groupBy(versions, ({ notice }) => notice).values()].flatMap((history) => [
      ...checkSequence(history),
      ...history.flatMap((version, index) => checkChanges(version, history[index - 1])),
    ]),
  ];
  return {
    versions: versions.map(({ placeOf: _, anchors: __, ...version }) => version),
    addresses: new Set(pages.keys()),
    findings: inReadingOrder(findings),
  };
}

/** What could be read of a file: of a faulty one, as much as there is. */
interface ReadFile {
  notice: string;
  name: string;
  outline?: Outline;
  version?: CheckedVersion & DatedVersion;
  findings: Finding[];
}

function readVersionFile(file: FolderFile, importExists: ImportExists): ReadFile {
  const parts = file.path.replace(/\.mdx$/, '').split('/');
  const name = parts.pop() ?? '';
  const notice = parts.join('/');
  const versionName = parseVersionName(name);
  const start = { file: file.file, line: 1, column: 1 };
  const findings = checkFileName(name, notice, versionName, start);

  const source = readSource(file);
  if ('code' in source) return { notice, name, findings: [...findings, source] };
  const frontmatter = readFrontmatter(source);
  const { facts, placeOf } = frontmatter;
  const { outline, findings: bodyFindings } = readBody(source, importExists);
  findings.push(...frontmatter.findings, ...bodyFindings);
  const readable = { notice, name, findings, ...(outline && { outline }) };
  if (!facts) return readable;

  findings.push(...checkDates(facts, placeOf));
  if (outline) findings.push(...checkComponents(outline, facts));
  const draft = name === DRAFT;
  const dated = draft ? { name, date: facts.effective, sequence: 1 } : versionName;
  if (!dated || notice === '') return readable;
  if (facts.effective !== dated.date) {
    findings.push(
      finding(
        'effective-not-file-name',
        placeOf(['effective']),
        `effective is "${facts.effective}", but the file is named ${name}.mdx`,
        `write effective: "${dated.date}", or rename the file to ${facts.effective}.mdx`,
      ),
    );
  }
  const anchors = outline?.anchors ?? new Set<string>();
  const raw = frontmatter.raw;
  return {
    ...readable,
    version: {
      ...dated,
      notice,
      file: file.file,
      draft,
      facts,
      frontmatter: raw,
      anchors,
      placeOf,
    },
  };
}
