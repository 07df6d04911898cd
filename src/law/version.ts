/** What the law says of a version that is published: what stops it, and what to look at. */
import { faultsOn, type Asked } from './ask.ts';
import { checklistOf, openIn, type Checklist } from './checklist.ts';
import { LAW_TO_COME } from './dates.ts';
import { readingOfFile, type Reading } from './reading.ts';
import { formatDate, type IsoDate } from '../notices/dates.ts';
import type { Facts } from '../notices/schema.ts';

/** A version as far as the law reads it. */
export interface LawVersion {
  /** What findings name. */
  file: string;
  facts: Facts;
  /** The whole file. */
  text: () => string;
}

/** Reads a version for the rules; undefined if its MDX cannot be parsed. */
export const readingOfVersion = ({ file, facts, text }: LawVersion): Reading | undefined =>
  readingOfFile({ file, bytes: new TextEncoder().encode(text()) }, facts);

/**
 * What is open of a version in a line; undefined where nothing is. A version in force is asked by
 * today's law, a draft by that of the day it begins.
 */
export function lawToday(
  version: LawVersion & { notice: string; draft: boolean },
  today: IsoDate,
): string | undefined {
  const { notice, draft, facts } = version;
  const reading = readingOfVersion(version);
  const open = reading && openOf(reading, draft ? facts.effective : today, today);
  if (open === undefined) return undefined;
  return `${notice}${draft ? '/draft' : ''}: ${open}: npx noticeboard check ${notice}`;
}

const openOf = (reading: Reading, day: IsoDate, today: IsoDate): string | undefined =>
  openIn(checklistOf(reading, day, today));

/**
 * What is open by the law of the day it begins, and on days that are known, a line for each.
 *
 * @param checklist of the reading, by the law of that day
 */
export function lawOn(
  notice: string,
  reading: Reading,
  checklist: Checklist,
  effective: IsoDate,
): string[] {
  const open = openIn(checklist);
  const later = lawToCome(reading, effective).map(
    ({ day, found }) =>
      `From ${formatDate(day)} this text needs: ${found.map(({ rule }) => rule.code).join(', ')}.`,
  );
  const line = `By the law of that day, ${open ?? ''}. See: npx noticeboard check ${notice}`;
  return [...(open ? [line] : []), ...later];
}

/** What is wrong with a text from a day on which the law changes. */
export interface LawChange {
  day: IsoDate;
  found: Asked[];
}

/**
 * The days on which the law begins to ask more of a text, in order, each with what it then lacks. What
 * is open already is not repeated.
 *
 * @param from the day from which on the law changes
 */
export function lawToCome(reading: Reading, from: IsoDate): LawChange[] {
  const known = new Set(faultsOn(reading, from).map(({ rule }) => rule.code));
  return LAW_TO_COME.filter((day) => day > from).flatMap((day) => {
    const found = faultsOn(reading, day).filter(({ rule }) => !known.has(rule.code));
    for (const { rule } of found) known.add(rule.code);
    return found.length > 0 ? [{ day: day as string as IsoDate, found }] : [];
  });
}
