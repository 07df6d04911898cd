/** What the environment says: which notices, which day, whether drafts are shown, and which part is built. */
import path from 'node:path';
import { realFolder } from '../disk/paths.ts';
import { isIsoDate, londonDay, type IsoDate } from '../notices/dates.ts';
import { SettingsError } from './settings-error.ts';
import { readShard, type Shard } from './shards.ts';

export interface Environment {
  /** Absolute path of the folder of notices, without links: the record is beside what a link leads to. */
  noticesDirectory: string;
  /** The day the site is built for. */
  today: IsoDate;
  /** Whether drafts are built too: for previews, never for the public. */
  drafts: boolean;
  /** The part that is built of a site that several machines build; undefined for the whole site. */
  shard: Shard | undefined;
}

/**
 * Reads `NOTICES_DIR`, `NOTICEBOARD_TODAY`, `NOTICEBOARD_DRAFTS` and `NOTICEBOARD_SHARD`.
 *
 * @param root absolute path of the project: a relative `NOTICES_DIR` counts from where the
 *   command was given, the default from here
 * @throws SettingsError if `NOTICEBOARD_TODAY` is not a day, or `NOTICEBOARD_SHARD` not a part
 */
export function environment(root: string): Environment {
  const { NOTICES_DIR, NOTICEBOARD_TODAY, NOTICEBOARD_DRAFTS, NOTICEBOARD_SHARD } = process.env;
  return {
    noticesDirectory: NOTICES_DIR
      ? realFolder(NOTICES_DIR)
      : path.join(root, 'src', 'content', 'notices'),
    today: readToday(NOTICEBOARD_TODAY),
    drafts: NOTICEBOARD_DRAFTS === '1' || NOTICEBOARD_DRAFTS === 'true',
    shard: shardFrom(NOTICEBOARD_SHARD),
  };
}

function readToday(written: string | undefined): IsoDate {
  if (!written) return londonDay(new Date());
  if (isIsoDate(written)) return written;
  throw new SettingsError(`NOTICEBOARD_TODAY is "${written}"`, [
    'write a day that exists, such as NOTICEBOARD_TODAY=2026-01-31, or remove it to use today',
  ]);
}

function shardFrom(written: string | undefined): Shard | undefined {
  if (!written) return undefined;
  const shard = readShard(written);
  if (shard) return shard;
  const [, number, of] = /^(\d{1,3})\/([1-9]\d{0,2})$/.exec(written) ?? [];
  throw new SettingsError(`NOTICEBOARD_SHARD is "${written}"`, [
    number !== undefined && of !== undefined
      ? `there is no part ${number} of ${of}: write NOTICEBOARD_SHARD=1/${of} for the first, and up to ${of}/${of} for the last`
      : 'write the number of a part and of all parts, such as NOTICEBOARD_SHARD=2/8 for the second of eight, or remove it to build the whole site',
  ]);
}
