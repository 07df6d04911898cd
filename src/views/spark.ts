/** The versions of a notice as a drawing the size of a word: a bar for each, on a line of time. */
import type { IsoDate } from '../notices/dates.ts';
import type { Status } from '../notices/timeline.ts';
import { markup, type Markup } from '../document/markup.ts';

/** A version, and how many words it changed. */
export interface VersionSize {
  day: IsoDate;
  status: Status | 'draft';
  /** Absent of a version that nothing stands before. */
  words?: number;
}

/** The size of a drawing in its own units, which are pixels unless a style sheet says otherwise. */
const WIDTH = 120;
const HEIGHT = 24;
/** From one bar to the next; versions that are nearer to each other share a bar. */
const PITCH = 4;
const LAST_SLOT = WIDTH / PITCH - 1;
/** The lowest bar: a version that changed next to nothing is still seen. */
const LOWEST = 3;

/**
 * The share of the full height that a change takes, from 0 to 1. It grows with the square root of the
 * words, so that small changes are seen beside a rewrite.
 */
export const shareOf = (words: number, most: number): number =>
  most > 0 ? Math.sqrt(Math.min(words, most) / most) : 0;

/** Versions of one place in the drawing. */
interface SparkBar {
  slot: number;
  words: number;
  kind: 'first' | 'change' | 'coming';
}

/**
 * Draws the versions of a notice on a line of time, for places that have the same in words. Its
 * style sheet is `styles/spark.css`.
 *
 * @param versions the oldest first
 * @param options.from where the line begins: the first version unless an earlier day is given
 * @param options.to where it ends: today, or the last version where that is later
 */
export function spark(
  versions: readonly VersionSize[],
  options: { from?: IsoDate; to: IsoDate },
): Markup {
  const days = [
    ...versions.map(({ day }) => day),
    options.to,
    options.from ?? options.to,
  ].toSorted();
  const [from, to] = [instantOf(days[0]), instantOf(days.at(-1))];
  const bars = barsOf(versions, (day) => slotOf(instantOf(day), from, to));
  const most = Math.max(0, ...bars.map(({ words }) => words));
  const paths = (['first', 'change', 'coming'] as const).map((kind) => {
    const path = bars
      .filter((bar) => bar.kind === kind)
      .map(({ slot, words }) => {
        const height = LOWEST + Math.round(shareOf(words, most) * (HEIGHT - LOWEST - 2));
        return `M${slot * PITCH + PITCH / 2} ${HEIGHT - 1}v-${height}`;
      });
    return path.length > 0 && markup`<path class="${kind}" d="${path.join('')}"/>`;
  });
  return markup`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true"><path class="axis" d="M0 ${HEIGHT - 0.5}h${WIDTH}"/>${paths}</svg>`;
}

const instantOf = (day: IsoDate | undefined): number => Date.parse(`${day}T00:00:00Z`);

const slotOf = (instant: number, from: number, to: number): number =>
  to === from ? 0 : Math.round(((instant - from) / (to - from)) * LAST_SLOT);

/** Versions that share a place are one bar, drawn as the newest of them is. */
function barsOf(versions: readonly VersionSize[], slotAt: (day: IsoDate) => number): SparkBar[] {
  const places = Map.groupBy(versions, ({ day }) => slotAt(day));
  return [...places].map(([slot, members]) => ({
    slot,
    words: members.reduce((sum, { words = 0 }) => sum + words, 0),
    kind: kindOf(members.at(-1)),
  }));
}

function kindOf(version: VersionSize | undefined): SparkBar['kind'] {
  if (version?.status === 'scheduled') return 'coming';
  return version?.words === undefined ? 'first' : 'change';
}
