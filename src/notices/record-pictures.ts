/** What pictures of records show, as data: pages draw it, and the check of built pages compares it. */
import { daysIn } from './periods.ts';
import { listOf } from './record-phrases.ts';
import { recipientsOf, retainedOf } from './record-tables.ts';
import type { ProcessingRecord } from './schema-records.ts';

/** Fewer bars than this have nothing to be compared with. */
const FEWEST_BARS = 2;

/**
 * How long each row of the table of retention is, in percent of the longest. Nothing where no period
 * is named; an empty list where there is nothing to compare.
 */
export function retentionShares(records: readonly ProcessingRecord[]): (number | undefined)[] {
  const days = retainedOf(records).map(({ retention: { period } }) =>
    period === undefined ? undefined : daysIn(period),
  );
  const known = days.filter((count) => count !== undefined);
  if (known.length < FEWEST_BARS) return [];
  const longest = known.reduce((most, count) => Math.max(most, count), 0);
  // In tenths of a percent, and long enough to be seen.
  return days.map((count) => count && Math.max(1, Math.round((1000 * count) / longest) / 10));
}

/** Who receives data for what. */
export interface Marks {
  purposes: string[];
  rows: { name: string; receives: boolean[] }[];
}

/** More than these nobody takes in at a glance; the table of recipients has them all. */
const MOST_PURPOSES = 8;
const MOST_RECIPIENTS = 30;

/** Who receives data for which purposes, where there is something to compare. */
export function marksOf(records: readonly ProcessingRecord[]): Marks | undefined {
  // Of a purpose that leaves it open, an empty column would say that nobody does.
  const open = records.filter(({ recipients }) => recipients !== undefined);
  const names = [...new Set(recipientsOf(open).map(({ name }) => name))];
  if (open.length < 2 || open.length > MOST_PURPOSES) return undefined;
  if (names.length < 2 || names.length > MOST_RECIPIENTS) return undefined;
  const named = open.map(({ recipients }) => new Set(listOf(recipients).map(({ name }) => name)));
  return {
    purposes: open.map(({ purpose }) => purpose),
    rows: names.map((name) => ({ name, receives: named.map((each) => each.has(name)) })),
  };
}
