/** What a build finds of a folder and of a site, without one. */
import path from 'node:path';
import type { CheckedVersion } from '../../src/checks/file.ts';
import { isError, type Finding } from '../../src/findings/catalogue.ts';
import type { IsoDate } from '../../src/notices/dates.ts';
import { checkLock, type LockedFolder } from '../../src/record/check.ts';
import { readLockedFolder } from '../../src/record/files.ts';
import { checkBuiltSite } from '../../src/record/site.ts';
import { checkRecord } from '../../src/record/texts.ts';
import { readAndCheckFolder } from '../../src/site/folder.ts';
import { PACKAGE_PAGES, pagesOfSite } from '../../src/site/load-pages.ts';
import { ROOT, TODAY } from './build.ts';

const PLACES = { root: ROOT, publicDirectory: path.join(ROOT, 'public') };

interface ReadFolder {
  versions: CheckedVersion[];
  locked: LockedFolder;
  findings: Finding[];
}

async function read(directory: string, today: string): Promise<ReadFolder> {
  const { versions, findings } = await readAndCheckFolder({
    directory,
    ...PLACES,
    pages: pagesOfSite(PACKAGE_PAGES),
    drafts: false,
    today: today as IsoDate,
  });
  const locked = readLockedFolder(directory, versions, {
    ...PLACES,
    today: today as IsoDate,
  });
  return { versions, locked, findings };
}

/** What a build finds in a folder of notices and its record before it renders anything. */
export async function findingsOf(directory: string, today = TODAY): Promise<Finding[]> {
  const { versions, locked, findings } = await read(directory, today);
  const record = findings.some(isError)
    ? checkLock(locked, true).filter(isError)
    : checkRecord(locked, versions, directory, true);
  return [...record, ...findings];
}

/**
 * Reads notices, to check sites that were built of them.
 *
 * @param files the ends of the names of the versions that are looked for; all when left out
 * @returns what a build finds in the site of a folder
 */
export async function checkerOfSites(
  directory: string,
  base: string,
  files = [''],
): Promise<(site: string) => Finding[]> {
  const { versions, locked } = await read(directory, TODAY);
  const chosen = versions.filter(({ file }) => files.some((end) => file.endsWith(end)));
  return (site) => checkBuiltSite(site, chosen, locked, { base, today: TODAY as IsoDate });
}
