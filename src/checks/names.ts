/** Checks the names of files and folders, which become permanent addresses. */
import { faultOnWindows } from '../document/file-names.ts';
import { guessDate } from '../notices/dates.ts';
import { DRAFT, parseVersionName, placeOfFile, type VersionName } from '../notices/names.ts';
import type { IsReserved } from '../notices/reserved.ts';
import { finding, type Finding, type Place } from '../findings/catalogue.ts';

/** Reports a file that is not named after a date, or is not in the folder of a notice. */
export function checkFileName(
  name: string,
  notice: string,
  versionName: VersionName | undefined,
  place: Place,
): Finding[] {
  const findings: Finding[] = [];
  if (!versionName && name !== DRAFT) {
    const meant = guessDate(name);
    const [day = '', ...tags] = name.split('.');
    findings.push(
      finding(
        'file-name',
        place,
        parseVersionName(day) || day === DRAFT
          ? `"${tags.join('.')}" is not a language tag`
          : `"${name}.mdx" is not named after a day that exists`,
        meant === undefined
          ? 'name it after the day it applies from, such as 2026-01-31.mdx (a second of that day 2026-01-31-2.mdx, a translation 2026-01-31.cy.mdx), or draft.mdx'
          : `rename it to ${meant}.mdx`,
      ),
    );
  }
  if (notice === '') {
    findings.push(
      finding(
        'file-misplaced',
        place,
        'the version is not in the folder of a notice',
        `move it into a folder named after its notice, such as customers/${name}.mdx`,
      ),
    );
  }
  return findings;
}

/**
 * Reports folders whose names cannot be part of an address, or whose address is already taken.
 *
 * @param files version files: `path` is relative to the folder, `file` is what findings name
 * @param publicFileExists whether the public folder has a file at an address
 * @param isReserved whether a page of the site, or of every notice, has a name
 */
export function checkNoticeNames(
  files: readonly { path: string; file: string }[],
  publicFileExists: (address: string) => boolean,
  isReserved: IsReserved,
): Finding[] {
  const firstFiles = new Map<string, { file: string }>();
  for (const file of files.filter(({ path }) => path.includes('/'))) {
    const notice = file.path.slice(0, file.path.lastIndexOf('/'));
    if (!firstFiles.has(notice)) firstFiles.set(notice, file);
  }
  const inLowerCase = new Map<string, string>();
  const translated = new Map(
    files.flatMap(({ path, file }) => {
      const { notice, translation } = placeOfFile(path);
      return translation ? [[notice, file]] : [];
    }),
  );
  const translatedInLowerCase = new Map(
    [...translated.keys()].map((notice) => [notice.toLowerCase(), notice]),
  );
  return [...firstFiles].flatMap(([notice, { file }]) => {
    const place = { file, line: 1, column: 1 };
    const translation = translated.get(notice);
    if (translation !== undefined) {
      const hint = `rename the folder, for example to ${notice}-notice`;
      const message = `the folder "${notice}" would have the same address as the translation ${translation}`;
      return [finding('notice-reserved', place, message, hint)];
    }
    const twin =
      inLowerCase.get(notice.toLowerCase()) ?? translatedInLowerCase.get(notice.toLowerCase());
    inLowerCase.set(notice.toLowerCase(), notice);
    if (twin !== undefined) {
      const hint = 'rename one of the two folders';
      const message = `"${notice}" and "${twin}" differ only in capital letters, which many hosts ignore`;
      return [finding('notice-name', place, message, hint)];
    }
    return notice.split('/').flatMap((part, depth) => {
      if (depth === 0 && publicFileExists(`/${part}`)) {
        const hint = `rename the folder, for example to ${part.replaceAll('.', '-')}-notice`;
        const message = `the folder "${part}" has the name of a file in public/`;
        return [finding('notice-reserved', place, message, hint)];
      }
      if (isReserved(part) || /^_|^\./.test(part)) {
        const hint = `rename the folder, for example to ${part.replace(/^[_.]+/, '')}-notice`;
        const message = `the folder "${part}" has the name of a page that Noticeboard generates`;
        return [finding('notice-reserved', place, message, hint)];
      }
      if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(part)) return checkOnWindows(part, place);
      const hint = `rename the folder to ${slug(part)}`;
      const message = `the folder "${part}" cannot be part of a permanent address`;
      return [finding('notice-name', place, message, hint)];
    });
  });
}

/** A warning, because the address of a published notice cannot change. */
function checkOnWindows(part: string, place: Place): Finding[] {
  const fault = faultOnWindows(part, 'notice');
  if (!fault) return [];
  const message = `no folder can be called "${part}": ${fault.reason}`;
  const hint = `rename the folder, for example to ${fault.instead}`;
  return [finding('notice-file-name', place, message, hint)];
}

/** Reports files that look like versions but are not read: their author expects them to be. */
export function checkIgnoredFiles(files: readonly { path: string; file: string }[]): Finding[] {
  return files
    .filter(({ path }) => !path.endsWith('.mdx') && LOOKS_LIKE_VERSION.test(path))
    .map(({ path, file }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return finding(
        'file-ignored',
        { file, line: 1, column: 1 },
        `"${name}" is not read: versions are files that end in .mdx`,
        `rename it to ${name.replace(ENDING, '')}.mdx if it is a version`,
      );
    });
}

/** Endings of files that people use for texts. */
const ENDING = /\.(mdx?|mdx?\.txt|markdown|txt|html?|docx?|odt)$/i;
const LOOKS_LIKE_VERSION = new RegExp(
  String.raw`(^|\/)(\d{4}-\d{1,2}-\d{1,2}[^/]*|draft(\.[\w-]+)?)${ENDING.source}`,
  'i',
);

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'customers';
