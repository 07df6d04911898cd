/**
 * Calendar dates. A notice's dates are days, not instants: they are kept as ISO 8601 strings
 * ("2024-11-12") from the file to the page, so that no time zone can move them.
 */

declare const isoDateBrand: unique symbol;

/** A day that exists, written `YYYY-MM-DD`. Two of them compare correctly with `<` and `>`. */
export type IsoDate = string & { readonly [isoDateBrand]: true };

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Whether `text` is `YYYY-MM-DD` and names a day that exists: `2026-02-30` is not one. */
export function isIsoDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** A day as people write it in English: "1 May 2018". */
export function formatDate(date: IsoDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${Number(year)}`;
}

/** The day before `date`: the last day of a span whose successor starts on `date`. */
export const dayBefore = (date: IsoDate): IsoDate => daysAfter(date, -1);

/** The same day of the year before; 28 February for a leap day. */
export function yearBefore(date: IsoDate): IsoDate {
  const [year = '', month = '', day = ''] = date.split('-');
  const before = `${String(Number(year) - 1).padStart(4, '0')}-${month}-${day}`;
  return isIsoDate(before) ? before : (before.replace(/29$/, '28') as IsoDate);
}

/** The day after `date`. */
export const dayAfter = (date: IsoDate): IsoDate => daysAfter(date, 1);

/** The day so many days after `date`. */
export function daysAfter(date: IsoDate, days: number): IsoDate {
  const instant = new Date(`${date}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10) as IsoDate;
}

/** The calendar day in London at an instant: a notice takes effect at midnight there. */
export function londonDay(instant: Date): IsoDate {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}` as IsoDate;
}

/**
 * Reads a date in another form: "20/03/2025" (day first, as in Britain), "2025-3-1",
 * "1 March 2025", or in curly quotes. Returns undefined if there is no such day.
 */
export function guessDate(written: string): IsoDate | undefined {
  const plain = written.replace(/[‘’“”'"]/g, '').trim();
  const yearFirst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(plain);
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(plain);
  const inWords = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,}) (\d{4})$/i.exec(plain);
  const [year, month, day] = yearFirst
    ? yearFirst.slice(1)
    : dayFirst
      ? dayFirst.slice(1).toReversed()
      : inWords
        ? [inWords[3], monthNumber(inWords[2] ?? ''), inWords[1]]
        : [];
  const date = `${year ?? ''}-${month?.padStart(2, '0') ?? ''}-${day?.padStart(2, '0') ?? ''}`;
  return isIsoDate(date) ? date : undefined;
}

function monthNumber(name: string): string | undefined {
  const index = MONTHS.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase()));
  return index === -1 ? undefined : String(index + 1);
}
