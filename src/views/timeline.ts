/** The versions of a notice as bars on a line of time, each wide enough to be touched. */
import { dayAfter, dayBefore, type IsoDate } from '../notices/dates.ts';
import { shareOf, type VersionSize } from './spark.ts';

export interface Timeline<V> {
  bars: TimelineBar<V>[];
  years: Year[];
  /** In percent of the line. */
  today: number;
  /** How many months a bar stands for: 0 while each version has one of its own. */
  months: number;
}

/** One version, or all of some months. */
export interface TimelineBar<V> {
  /** The oldest first. */
  versions: V[];
  /** The months that the bar is for, from their first to their last day, if it is for some. */
  period?: { from: IsoDate; to: IsoDate };
  /** The words that they changed together. */
  words: number;
  /** Where its middle stands, in percent of the line. */
  at: number;
  /** Its height, from 0 to 1. */
  share: number;
}

/** A year as a band: from where to where, in percent of the line. */
export interface Year {
  year: number;
  from: number;
  to: number;
  /** Whether there is room to write it. */
  isWritten: boolean;
}

/** The months that a bar may stand for. */
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 600, 1200];

/**
 * Places versions on a line of time. Where they crowd, the line is stretched: no two bars are nearer
 * to each other than the line divided by `most`. What is more than `most` is joined by months.
 *
 * @param versions at least one, the oldest first
 */
export function timelineOf<V extends VersionSize>(
  versions: readonly V[],
  today: IsoDate,
  most: number,
): Timeline<V> {
  const { months, groups } = joined(versions, most);
  const gap = 100 / most;
  const days = [...versions.map(({ day }) => day), today].toSorted();
  const [first = today, last = today] = [days[0], days.at(-1)];
  const linear = (instant: number): number => {
    const length = instantOf(last) - instantOf(first);
    return length === 0 ? 50 : gap / 2 + ((instant - instantOf(first)) / length) * (100 - gap);
  };
  const places = spreadOut(
    groups.map((group) => linear(middleOf(group))),
    gap,
  );
  /** Where a day begins: after the bars of what was before it, and before all others. */
  const beginOf = (day: IsoDate): number => {
    const before = groups.findLastIndex((group) => (group.at(-1)?.day ?? '') < day);
    const after = groups.findIndex((group) => (group[0]?.day ?? '') >= day);
    const least = before < 0 ? 0 : (places[before] ?? 0) + gap / 2;
    const largest = after < 0 ? 100 : (places[after] ?? 100) - gap / 2;
    return round(Math.max(least, Math.min(linear(instantOf(day)), largest)));
  };
  const words = groups.map((group) => group.reduce((sum, each) => sum + (each.words ?? 0), 0));
  const largest = Math.max(...words);
  return {
    months,
    bars: groups.map((group, index) => ({
      versions: group,
      ...(months > 0 && { period: periodOf(group[0]?.day ?? first, months) }),
      words: words[index] ?? 0,
      at: round(places[index] ?? 0),
      share: shareOf(words[index] ?? 0, largest),
    })),
    years: yearsOf(first, last, beginOf, gap),
    // What begins today stands before the line that says so.
    today: beginOf(dayAfter(today)),
  };
}

/** Versions as they are, or by so few months that no more than `most` groups come of them. */
function joined<V extends VersionSize>(
  versions: readonly V[],
  most: number,
): { months: number; groups: V[][] } {
  if (versions.length <= most) return { months: 0, groups: versions.map((version) => [version]) };
  const by = (months: number): V[][] => [
    ...Map.groupBy(versions, ({ day }) => Math.floor(monthOf(day) / months)).values(),
  ];
  const months = MONTHS.find((each) => by(each).length <= most) ?? 12_000;
  return { months, groups: by(months) };
}

/** Months since the year 0. */
const monthOf = (day: IsoDate): number => {
  const [year, month] = day.split('-').map(Number);
  return (year ?? 0) * 12 + (month ?? 1) - 1;
};

/** The months that a day is in, where so many belong together. */
function periodOf(day: IsoDate, months: number): { from: IsoDate; to: IsoDate } {
  const begin = Math.floor(monthOf(day) / months) * months;
  return { from: firstDayOf(begin), to: dayBefore(firstDayOf(begin + months)) };
}

const firstDayOf = (month: number): IsoDate => {
  const [year, inYear] = [Math.floor(month / 12), (month % 12) + 1].map(String);
  return `${year?.padStart(4, '0')}-${inYear?.padStart(2, '0')}-01` as IsoDate;
};

const instantOf = (day: IsoDate | undefined): number => Date.parse(`${day}T00:00:00Z`);
const round = (percent: number): number => Math.round(percent * 100) / 100;

const middleOf = (group: readonly VersionSize[]): number =>
  (instantOf(group[0]?.day) + instantOf(group.at(-1)?.day)) / 2;

/**
 * The places nearest to those given, in the same order, of which none is nearer to another than a gap:
 * what is too near is spread around the middle of where it was.
 *
 * @param places in order, in percent; not more than there is room for
 */
export function spreadOut(places: readonly number[], gap: number): number[] {
  const clusters: { sum: number; size: number }[] = [];
  for (const [index, place] of places.entries()) {
    let cluster = { sum: place - index * gap, size: 1 };
    // The pool of adjacent violators: what would stand behind its neighbour joins it.
    for (let last = clusters.at(-1); last; last = clusters.at(-1)) {
      if (last.sum / last.size < cluster.sum / cluster.size) break;
      cluster = { sum: last.sum + cluster.sum, size: last.size + cluster.size };
      clusters.pop();
    }
    clusters.push(cluster);
  }
  const most = 100 - gap / 2 - (places.length - 1) * gap;
  return clusters
    .flatMap(({ sum, size }) => Array.from({ length: size }, () => sum / size))
    .map((place, index) => Math.max(gap / 2, Math.min(place, most)) + index * gap);
}

function yearsOf(
  first: IsoDate,
  last: IsoDate,
  beginOf: (day: IsoDate) => number,
  gap: number,
): Year[] {
  const [from, to] = [first, last].map((day) => Number(day.slice(0, 4)));
  const all = Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, index) => {
    const year = (from ?? 0) + index;
    return {
      year,
      from: index === 0 ? 0 : beginOf(`${year}-01-01` as IsoDate),
      to: year === to ? 100 : beginOf(`${year + 1}-01-01` as IsoDate),
    };
  });
  let written = -100;
  return all.map((band) => {
    const middle = (band.from + band.to) / 2;
    // Four digits take less than two bars with what is between them.
    const isWritten = middle - written >= 1.75 * gap && middle >= gap / 2;
    if (isWritten) written = middle;
    return { ...band, isWritten };
  });
}
