/** What the address of a version that does not exist says. */
import { isIsoDate } from '../notices/dates.ts';

const ADDRESS = /^(?<folder>.*\/)(?<day>\d{4}-\d\d-\d\d)(?:-\d+)?(?:\/|\.[a-z]+)?$/;

/** The folder of the notice and the day that an address names; undefined if it names no day. */
export function datedAddress(path: string): { folder: string; day: string } | undefined {
  const { folder, day } = ADDRESS.exec(path)?.groups ?? {};
  const isDay = day !== undefined && isIsoDate(day);
  return folder !== undefined && isDay ? { folder, day } : undefined;
}

/** A version as `versions.json` lists it. */
export interface ListedVersion {
  version: string;
  status: string;
  effective: string;
  appliedUntil?: string;
}

/** The version that applied on a day; undefined if none did, or if that is not over yet. */
export function appliedOn(
  versions: readonly ListedVersion[],
  day: string,
  today: string,
): ListedVersion | undefined {
  if (day > today) return undefined;
  return versions.find(
    ({ status, effective, appliedUntil }) =>
      effective <= day &&
      // One that was called off or replaced before its day has no day on which it ended.
      (appliedUntil === undefined ? status === 'in-force' : day <= appliedUntil),
  );
}

/**
 * A day in words.
 *
 * @param patterns how a page writes the 11th of each month of the year 2000: the script has no names of
 *   months
 */
export function spokenDay(day: string, patterns: readonly string[]): string {
  const [year, month, date] = day.split('-').map(Number);
  const pattern = patterns[Number(month) - 1] ?? day;
  return pattern.replace('11', String(date)).replace('2000', String(year));
}
