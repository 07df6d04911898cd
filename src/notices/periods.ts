/** Periods of time as ISO 8601 writes them: P6Y, P18M, P1Y6M, P60D, PT72H. */

/** The units of a period, the longest first, each with its letter and its length in days. */
const UNITS = [
  ['years', 'Y', 365.25],
  ['months', 'M', 365.25 / 12],
  ['weeks', 'W', 7],
  ['days', 'D', 1],
  ['hours', 'H', 1 / 24],
] as const;

export type Unit = (typeof UNITS)[number][0];

/** How much of a unit. */
export interface Amount {
  unit: Unit;
  count: number;
}

const PERIOD = /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(\d{1,5})H)?$/;

/** The amounts of a period, the longest unit first; undefined if it is none, or has no length. */
export function readPeriod(written: string): Amount[] | undefined {
  const counts = PERIOD.exec(written)?.slice(1) as (string | undefined)[] | undefined;
  const amounts = UNITS.flatMap(([unit], index): Amount[] => {
    const count = Number(counts?.[index] ?? 0);
    return count > 0 ? [{ unit, count }] : [];
  });
  return amounts.length > 0 ? amounts : undefined;
}

/** About how many days a period has: enough to draw one beside another. */
export function daysIn(written: string): number {
  return (readPeriod(written) ?? []).reduce((sum, { unit, count }) => {
    const [, , days] = UNITS.find(([name]) => name === unit) ?? [];
    return sum + count * (days ?? 0);
  }, 0);
}

const NUMBERS = [
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve'],
];

/** The period that people mean: P6Y for "6 years", "six years", "P6" and "p6y"; P18M for "P1.5Y". */
export function guessPeriod(written: string): string | undefined {
  const capitals = written.trim().toUpperCase();
  if (readPeriod(capitals)) return capitals;
  const [, years] = /^P?(\d{1,4})$/.exec(capitals) ?? [];
  if (Number(years) > 0) return `P${Number(years)}Y`;
  const [, half] = /^P(\d{1,2}\.\d)Y$/.exec(capitals) ?? [];
  if (Number(half) > 0) return `P${Math.round(Number(half) * 12)}M`;
  const withMonths = /^P\d{1,4}Y\d{1,2}$/.test(capitals) ? `${capitals}M` : '';
  return readPeriod(withMonths) ? withMonths : ofWords(written.trim());
}

function ofWords(written: string): string | undefined {
  const [, amount = '', word = ''] = /^(\w+)\s*(year|month|week|day|hour)s?$/i.exec(written) ?? [];
  const count = Number(amount) || NUMBERS.indexOf(amount.toLowerCase()) + 1;
  const letter = UNITS.find(([unit]) => unit === `${word.toLowerCase()}s`)?.[1];
  if (!Number.isInteger(count) || count < 1 || letter === undefined) return undefined;
  return `P${letter === 'H' ? 'T' : ''}${count}${letter}`;
}
