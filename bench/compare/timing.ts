/**
 * Times in turns, so that a busy machine slows all alike. What is counted is processor time: it
 * does not grow while others use the machine, and it leaves out no work on other threads, such as
 * the collection of garbage.
 */
import { LIMIT, type Answer, type Tool } from './tools.ts';
import type { Text } from './texts.ts';

/** Milliseconds after which a comparison is long enough to be timed once. */
const LONG = 1000;

export interface Outcome {
  /** Milliseconds, one a turn. */
  times: number[];
  /** Whether the tool gave up, so that it takes longer than it may. */
  isLate: boolean;
  answer?: () => Answer;
}

/** Lets the tools compare two texts in turns. Those that take long have one turn. */
export function timeInTurns(
  tools: readonly Tool[],
  { before, after }: { before: Text; after: Text },
  turns: number,
): Map<Tool, Outcome> {
  const outcomes = new Map<Tool, Outcome>();
  for (let turn = 0; turn < turns; turn += 1) {
    for (const tool of tools) {
      const times = outcomes.get(tool)?.times ?? [];
      if (times.some((time) => time > LONG) || (tool.isOnce && turn > 0)) continue;
      const run = tool.prepare(before, after);
      const started = process.cpuUsage();
      const result = run();
      const { user, system } = process.cpuUsage(started);
      const isLate = result === 'late';
      times.push(isLate ? LIMIT : (user + system) / 1000);
      outcomes.set(tool, {
        times,
        isLate,
        ...(typeof result === 'function' && { answer: result }),
      });
    }
  }
  return outcomes;
}

/** How long a tool takes for a text of so many words. */
export interface Growth {
  size: number;
  time: number;
  /** Whether it gave up on one of such texts. */
  isLate: boolean;
}

/** Whether a tool may be expected to compare texts of twice the length within the limit. */
export const isFitForTwice = (growth: Growth | undefined): boolean =>
  // The slowest here takes four times as long.
  growth !== undefined && 4 * growth.time <= LIMIT;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** The value that this share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The slope of the line through points on logarithmic axes: 1 for linear growth, 2 for squares. */
export function exponentOf(points: readonly { size: number; time: number }[]): number {
  const logs = points.map(({ size, time }) => ({ x: Math.log(size), y: Math.log(time) }));
  const meanX = logs.reduce((sum, { x }) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, { y }) => sum + y, 0) / logs.length;
  const across = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  return across / logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
}
