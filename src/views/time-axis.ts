/** Days on a line: where each stands, and the years that are written below. */
import type { IsoDate } from '../notices/dates.ts';

export interface TimeAxis {
  /** Where a day stands, in percent of the line from its beginning. */
  at: (day: IsoDate) => number;
  /** Beginnings of years to be written, none nearer to another than there is room. */
  years: { year: number; at: number }[];
}

/** Room at both ends, in percent, so that marks and words are not cut off. */
const MARGIN = 6;
/** The most years that can be written side by side on a phone. */
const MOST_YEARS = 6;
const STEPS = [1, 2, 5, 10, 20, 50];

/**
 * A line from the first to the last of some days.
 *
 * @param days at least one
 */
export function timeAxis(days: readonly IsoDate[]): TimeAxis {
  const inOrder = days.toSorted();
  const [first, last] = [instantOf(inOrder[0]), instantOf(inOrder.at(-1))];
  const place = (instant: number): number =>
    last === first ? 50 : MARGIN + ((instant - first) / (last - first)) * (100 - 2 * MARGIN);
  const [from, to] = [first, last].map((instant) => new Date(instant).getUTCFullYear());
  const all = range((from ?? 0) + 1, to ?? 0);
  const step = STEPS.find((each) => all.length / each <= MOST_YEARS) ?? 100;
  return {
    at: (day) => round(place(instantOf(day))),
    years: all
      .filter((year) => year % step === 0)
      .map((year) => ({ year, at: round(place(Date.UTC(year, 0, 1))) })),
  };
}

const instantOf = (day: IsoDate | undefined): number => Date.parse(`${day}T00:00:00Z`);
const round = (percent: number): number => Math.round(percent * 100) / 100;
const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => from + index);

/** The radius of a mark in pixels, so that its area grows with what changed, and none covers others. */
export const radiusOf = (words: number): number =>
  Math.min(Math.round(4 + Math.sqrt(words) / 3.5), 12);

/** Marks above each other, at most. */
const MOST_LANES = 5;

/**
 * How many marks high each mark stands, so that none covers another: on the line itself, or above
 * those that are too near.
 *
 * @param places where the marks stand, in percent and in their order
 * @param room how far apart two marks have to be, in percent
 */
export function lanesOf(places: readonly number[], room: number): number[] {
  const last: number[] = [];
  return places.map((place) => {
    const free = last.findIndex((other) => place - other >= room);
    const lane = free < 0 ? Math.min(last.length, MOST_LANES) : free;
    last[lane] = place;
    return lane;
  });
}
