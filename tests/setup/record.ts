/** What a build finds of a folder and of a site, without one. */
import path from 'node:path';
import { readAndCheckFolder } from '../../src/site/folder.ts';
import type { Finding } from '../../src/findings/catalogue.ts';
import type { IsoDate } from '../../src/notices/dates.ts';
import { checkLock, type LockedFolder } from '../../src/record/check.ts';
import { readLockedFolder } from '../../src/record/files.ts';
import { checkBuiltSite } from '../../src/record/site.ts';
import { ROOT, TODAY } from './build.ts';

function read(directory: string, today: string): { locked: LockedFolder; findings: Finding[] } {
  const { versions, findings } = readAndCheckFolder({
    directory,
    publicDirectory: path.join(ROOT, 'public'),
    root: ROOT,
    drafts: false,
    today: today as IsoDate,
  });
  return { locked: readLockedFolder(directory, versions, ROOT), findings };
}

/** What a build finds in a folder of notices and its lock before it renders anything. */
export function findingsOf(directory: string, today = TODAY): Finding[] {
  const { locked, findings } = read(directory, today);
  return [...checkLock(locked, true), ...findings];
}

/** What a build finds in a site, against the record of the notices that it was built of. */
export function findingsOfSite(site: string, directory: string, base: string): Finding[] {
  const { locked } = read(directory, TODAY);
  return checkBuiltSite(site, directory, locked, {
    base,
    today: TODAY as IsoDate,
    isWhole: true,
  });
}
