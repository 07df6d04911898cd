/**
 * Checks a folder of notices as a whole: reads every file once, and returns every finding and every
 * version whose facts could be read.
 */
import type { IsoDate } from '../notices/dates.ts';
import {
  compareVersionNames,
  DRAFT,
  fileOfVersion,
  parseVersionName,
  placeOfFile,
  type FilePlace,
  type VersionName,
} from '../notices/names.ts';
import type { IsReserved } from '../notices/reserved.ts';
import type { Facts } from '../notices/schema.ts';
import type { Document } from '../document/model.ts';
import type { Outline } from '../mdx/body.ts';
import { readVersion } from '../mdx/read.ts';
import { finding, inReadingOrder, type Finding } from '../findings/catalogue.ts';
import { checkSpellings } from './anchors.ts';
import { limitEachKind } from '../findings/limit.ts';
import { checkChanges, checkDates, checkSequence, type DatedVersion } from './history.ts';
import { pastOf } from './past.ts';
import { checkLinks, type Destinations } from './links.ts';
import { pagesOf } from './pages.ts';
import { checkFileName, checkIgnoredFiles, checkNoticeNames } from './names.ts';
import type { SourceFile } from '../mdx/source.ts';
import {
  canonicalTag,
  checkLag,
  checkLanguageFact,
  checkLanguageTag,
  checkTranslation,
} from './translations.ts';

/** A file of the folder: `path` is relative to the folder, with `/`; `file` is what findings name. */
export interface FolderFile extends SourceFile {
  path: string;
}

/** What the checks need to know besides the files. */
export interface Surroundings {
  /** The day the site is built for: versions published later are not public yet. */
  today: IsoDate;
  publicFileExists: Destinations['publicFileExists'];
  /** The addresses of pages that belong to no notice: `/about/`. */
  ownPages: ReadonlySet<string>;
  /** Whether a page of the site has a name. */
  isReserved: IsReserved;
}

/** A version whose facts could be read. `date` and `sequence` order the versions of a notice. */
export interface CheckedVersion extends VersionName, FilePlace {
  file: string;
  draft: boolean;
  facts: Facts;
  /** Reads its document, once. It is empty if the MDX cannot be parsed, which is an error. */
  document: () => Document<Facts>;
  /** The whole file, with `\n` line ends. */
  text: string;
  /** The frontmatter as plain data, before it became `facts`. */
  frontmatter: Record<string, unknown>;
}

export interface CheckedFolder {
  /** All files that were checked. */
  files: readonly FolderFile[];
  /** Sorted by notice, then in the order in which they take effect, a draft last. */
  versions: CheckedVersion[];
  /** The addresses of the site's pages, without the base. */
  addresses: ReadonlySet<string>;
  findings: Finding[];
}

/**
 * Reads and checks every version file of a folder.
 *
 * @param files all files of the folder; those that are not versions are only checked by name
 * @returns the versions, the addresses of the site's pages, and the findings in reading order
 */
export function checkFolder(
  files: readonly FolderFile[],
  surroundings: Surroundings,
): CheckedFolder {
  const versionFiles = files.filter(({ path }) => path.endsWith('.mdx'));
  const read = versionFiles.map(readOnce);
  const versions = read
    .flatMap(({ version }) => (version ? [version] : []))
    .toSorted(
      (a, b) =>
        (a.notice < b.notice ? -1 : a.notice > b.notice ? 1 : 0) ||
        Number(a.draft) - Number(b.draft) ||
        compareVersionNames(a, b),
    );
  const histories = [...Map.groupBy(versions, ({ notice }) => notice).values()];
  const ownPages = [...surroundings.ownPages].map((address) => [address, {}] as const);
  const pages = new Map([...pagesOf(read, surroundings.today), ...ownPages]);
  const destinations: Destinations = {
    pages,
    publicFileExists: surroundings.publicFileExists,
  };
  const past = pastOf(versions, surroundings.today);
  const findings = [
    ...checkNoticeNames(versionFiles, surroundings.publicFileExists, surroundings.isReserved),
    ...checkIgnoredFiles(files),
    ...read.flatMap((file) => file.findings),
    ...read.flatMap(({ outline, version }) =>
      outline ? checkLinks(outline, destinations, version && past.has(version)) : [],
    ),
    ...histories.flatMap(checkSpellings),
    ...histories.flatMap((history) =>
      isTranslated(history[0])
        ? checkTranslations(history, versions, read, surroundings.today)
        : [
            ...checkSequence(history),
            ...history.flatMap((version, index) => checkChanges(version, history[index - 1])),
          ],
    ),
  ];
  return {
    files,
    versions: versions.map(({ placeOfFact: _, anchors: __, headings: ___, ...version }) => version),
    addresses: new Set(pages.keys()),
    findings: limitEachKind(inReadingOrder(findings)),
  };
}

type Translated<V> = V & { translation: NonNullable<FilePlace['translation']> };

const isTranslated = <V extends FilePlace>(version: V | undefined): version is Translated<V> =>
  version?.translation !== undefined;

/** Checks the translations of a notice into one language against their originals. */
function checkTranslations(
  history: readonly DatedFile[],
  versions: readonly DatedFile[],
  read: readonly ReadFile[],
  today: IsoDate,
): Finding[] {
  const translations = history.filter(isTranslated);
  const [first] = translations;
  const originals = versions.filter(({ notice }) => notice === first?.translation.of);
  const originalOf = ({ name, facts }: DatedFile): DatedFile | undefined =>
    name === DRAFT
      ? originals.findLast((each) => each.facts.effective === facts.effective)
      : originals.find((each) => each.name === name);
  // An original that cannot be read has findings of its own.
  const unread = new Set(
    read
      .filter(({ version, notice }) => !version && notice === first?.translation.of)
      .map(({ name }) => name),
  );
  return [
    ...translations
      .filter(({ name }) => !unread.has(name))
      .flatMap((version) => checkTranslation(version, originalOf(version), originals)),
    ...(unread.size === 0 ? checkLag(originals, translations, today) : []),
  ];
}

type DatedFile = CheckedVersion & DatedVersion & Pick<Outline, 'headings'>;

/** What could be read of a file. If it has errors, some parts are absent. */
interface ReadFile extends FilePlace {
  outline?: Outline;
  version?: DatedFile;
  findings: Finding[];
}

/** What has been read of files: `publish` checks a folder again with one file more. */
const readings = new WeakMap<FolderFile, ReadFile>();

function readOnce(file: FolderFile): ReadFile {
  const read = readings.get(file) ?? readVersionFile(file);
  readings.set(file, read);
  return read;
}

function readVersionFile(file: FolderFile): ReadFile {
  const place = placeOfFile(file.path);
  const { notice, name, translation } = place;
  const versionName = parseVersionName(name);
  const start = { file: file.file, line: 1, column: 1 };
  const read = readVersion(file, translation?.language);
  const { facts, outline, document, text, frontmatter, placeOfFact } = read;
  const findings = [
    ...checkFileName(name, translation?.of ?? notice, versionName, start),
    ...(translation ? checkLanguageTag(translation, start) : []),
    ...read.findings,
  ];
  const readable = { ...place, findings, ...(outline && { outline }) };
  if (!facts || text === undefined) return readable;
  if (translation && canonicalTag(translation.language) === translation.language) {
    findings.push(...checkLanguageFact(translation, facts.language, placeOfFact));
  }

  findings.push(...checkDates(facts, placeOfFact, translation !== undefined));
  const draft = name === DRAFT;
  const dated = draft ? { name, date: facts.effective, sequence: 1 } : versionName;
  if (!dated || (translation?.of ?? notice) === '') return readable;
  if (facts.effective !== dated.date) {
    findings.push(
      finding(
        'effective-not-file-name',
        placeOfFact(['effective']),
        `effective is "${facts.effective}", but the file is named ${baseName(place)}`,
        `write effective: "${dated.date}", or rename the file to ${baseName({ ...place, name: facts.effective })}`,
      ),
    );
  }
  return {
    ...readable,
    version: {
      ...dated,
      ...place,
      file: file.file,
      draft,
      facts,
      document: document ?? (() => ({ facts, lead: [], sections: [] })),
      text,
      frontmatter,
      anchors: outline?.anchors ?? new Set<string>(),
      headings: outline?.headings ?? [],
      placeOfFact,
    },
  };
}

const baseName = (place: FilePlace): string => fileOfVersion(place).replace(/^.*\//, '');
