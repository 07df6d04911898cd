/** The day on which a page was saved, as its name says. Times of files are never read: copies lose them. */
import { isIsoDate, type IsoDate } from '../notices/dates.ts';

/** When something was saved. `time` orders what was saved on one day: `123008`, or empty. */
export interface Saved {
  day: IsoDate;
  time: string;
}

/**
 * `20240501123008` as the Wayback Machine writes it, `20240501`, `2024-05-01`, `2024_05_01`,
 * `2024.05.01`; a time may follow: `2024-05-01T12-30-08Z`.
 */
const DAY =
  /(?<!\d)(\d{4})(?:([-_.])(\d\d)\2(\d\d)(?:(?:T|[-_ ]{1,2})(\d\d)[-_:.]?(\d\d)(?:[-_:.]?(\d\d))?)?|(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d))?)(?!\d)/g;

/** Years in which there were web pages, and for some time to come. */
const isLikely = (year: string): boolean => year >= '1990' && year < '2100';

/**
 * Reads the day from the name of a file, or from the nearest folder around it that has one.
 *
 * @param name its path below the folder that was given, with `/`
 * @returns nothing if there is none, or if one name has two days
 */
export function savedOn(name: string): Saved | undefined {
  for (const part of name.split('/').toReversed()) {
    const found = daysIn(part);
    if (found.length > 0)
      return new Set(found.map(({ day }) => day)).size === 1 ? found[0] : undefined;
  }
  return undefined;
}

const daysIn = (part: string): Saved[] =>
  [...part.slice(0, LONGEST).matchAll(DAY)].flatMap((match) => {
    const [, year = '', , month = match[8], day = match[9]] = match;
    const written = `${year}-${month ?? ''}-${day ?? ''}`;
    if (!isIsoDate(written) || !isLikely(year)) return [];
    const time = [match[5] ?? match[10], match[6] ?? match[11], match[7] ?? match[12]].join('');
    return [{ day: written, time }];
  });

/** No file system has longer names. */
const LONGEST = 255;
