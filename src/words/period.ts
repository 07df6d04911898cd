/** Whole months as people write them, in languages that write a day as "1 May 2018". */
import type { IsoDate } from '../notices/dates.ts';

/**
 * "May 2024", "January–June 2024", "2024" or "2020–2024".
 *
 * @param from the first day of the first month
 * @param to the last day of the last, in the same year or at the end of another
 */
export function periodLabel(date: (day: IsoDate) => string, from: IsoDate, to: IsoDate): string {
  const [, month = '', year = ''] = date(from).split(' ');
  const [, lastMonth = '', lastYear = ''] = date(to).split(' ');
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) {
    return year === lastYear ? year : `${year}–${lastYear}`;
  }
  return month === lastMonth ? `${month} ${year}` : `${month}–${lastMonth} ${year}`;
}
