/** What the environment says: which notices, which day, and whether drafts are shown. */
import path from 'node:path';
import { realFolder } from '../disk/paths.ts';
import { isIsoDate, londonDay, type IsoDate } from '../notices/dates.ts';
import { SettingsError } from './settings-error.ts';

export interface Environment {
  /** Absolute path of the folder of notices, without links: the record is beside what a link leads to. */
  noticesDirectory: string;
  /** The day the site is built for. */
  today: IsoDate;
  /** Whether drafts are built too: for previews, never for the public. */
  drafts: boolean;
}

/**
 * Reads `NOTICES_DIR`, `NOTICEBOARD_TODAY` and `NOTICEBOARD_DRAFTS`.
 *
 * @param root absolute path of the project: a relative `NOTICES_DIR` counts from where the
 *   command was given, the default from here
 * @throws SettingsError if `NOTICEBOARD_TODAY` is not a day
 */
export function environment(root: string): Environment {
  const { NOTICES_DIR, NOTICEBOARD_TODAY, NOTICEBOARD_DRAFTS } = process.env;
  return {
    noticesDirectory: NOTICES_DIR
      ? realFolder(NOTICES_DIR)
      : path.join(root, 'src', 'content', 'notices'),
    today: readToday(NOTICEBOARD_TODAY),
    drafts: NOTICEBOARD_DRAFTS === '1' || NOTICEBOARD_DRAFTS === 'true',
  };
}

function readToday(written: string | undefined): IsoDate {
  if (!written) return londonDay(new Date());
  if (isIsoDate(written)) return written;
  throw new SettingsError(`NOTICEBOARD_TODAY is "${written}"`, [
    'write a day that exists, such as NOTICEBOARD_TODAY=2026-01-31, or remove it to use today',
  ]);
}
