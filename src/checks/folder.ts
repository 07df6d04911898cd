/**
 * Checks a folder of notices as a whole: returns every finding, and every version whose facts could
 * be read.
 */
import type { IsoDate } from '../notices/dates.ts';
import { compareVersionNames, DRAFT, type FilePlace } from '../notices/names.ts';
import type { IsReserved } from '../notices/reserved.ts';
import { inReadingOrder, type Finding } from '../findings/catalogue.ts';
import { checkSpellings } from './anchors.ts';
import { checkApprovals } from './approvals.ts';
import type { CheckedVersion, DatedFile, FolderFile, ReadFile } from './file.ts';
import { limitEachKind } from '../findings/limit.ts';
import { checkChanges, checkReview, checkSequence } from './history.ts';
import { pastOf } from './past.ts';
import { checkLinks, filesOf, type Destinations, type Page } from './links.ts';
import { pagesOf } from './pages.ts';
import { checkIgnoredFiles, checkNoticeNames } from './names.ts';
import { checkLag, checkTranslation } from './translations.ts';

/** What the checks need to know besides the files. */
export interface Surroundings {
  /** The day the site is built for: versions published later are not public yet. */
  today: IsoDate;
  publicFile: Destinations['publicFile'];
  /** The addresses of pages that belong to no notice: `/about/`. */
  ownPages: ReadonlySet<string>;
  /** Whether a page of the site has a name. */
  isReserved: IsReserved;
  /** Of a part of a folder that is recorded as a whole: its path in that, `acme/`. */
  part?: string;
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
 * Checks every version file of a folder.
 *
 * @param files all files of the folder; those that are not versions are only checked by name
 * @param readFile returns what can be read of a version file. It is asked for the same file again when
 *   the folder is checked with other files beside it, as before publishing, and may remember the answer
 * @returns the versions, the addresses of the site's pages, and the findings in reading order
 */
export function checkFolder(
  files: readonly FolderFile[],
  surroundings: Surroundings,
  readFile: (file: FolderFile) => ReadFile,
): CheckedFolder {
  const versionFiles = files.filter(({ path }) => path.endsWith('.mdx'));
  const read = versionFiles.map(readFile);
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
  const ofNotices = pagesOf(read, surroundings.today);
  const pages = new Map([...ofNotices, ...ownPages]);
  const destinations: Destinations = {
    pages: new Map([...inWhole(ofNotices, surroundings.part), ...pages]),
    publicFile: surroundings.publicFile,
  };
  const outlines = new Map(read.map(({ version, outline }) => [version?.file, outline]));
  const past = pastOf(versions, surroundings.today);
  const findings = [
    ...checkNoticeNames(
      versionFiles,
      (address) => surroundings.publicFile(address) !== undefined,
      surroundings.isReserved,
    ),
    ...checkIgnoredFiles(files),
    ...read.flatMap((file) => file.findings),
    ...read.flatMap(({ outline, version }) =>
      outline ? checkLinks(outline, destinations, version && past.has(version)) : [],
    ),
    ...histories.flatMap(checkSpellings),
    ...versions.flatMap((version) => checkApprovals(version, surroundings.today)),
    ...histories.flatMap((history) =>
      isTranslated(history[0])
        ? checkTranslations(history, versions, read, surroundings.today)
        : [
            ...checkSequence(history),
            ...checkReview(history, surroundings.today),
            ...history.flatMap((version) => checkChanges(version, history)),
          ],
    ),
  ];
  return {
    files,
    versions: versions.map(({ placeOfFact: _, anchors: __, headings: ___, ...version }) => ({
      ...version,
      files: filesOf(outlines.get(version.file), destinations),
    })),
    addresses: new Set(pages.keys()),
    findings: limitEachKind(inReadingOrder(findings)),
  };
}

/**
 * Pages of notices by the addresses that they have in the site of the whole: published texts link to
 * those, and hosts redirect them. None if a notice of the part has such an address itself.
 */
function inWhole(pages: ReadonlyMap<string, Page>, part = ''): (readonly [string, Page])[] {
  const ofNotices = [...pages].filter(([address]) => address !== '/');
  const isTaken = ofNotices.some(([address]) => address.startsWith(`/${part}`));
  return isTaken ? [] : ofNotices.map(([at, page]) => [`/${part}${at.slice(1)}`, page] as const);
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
