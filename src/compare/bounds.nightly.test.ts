import { describe, expect, it } from 'vitest';
import { parseDocument } from '../document/index.ts';
import type { Facts } from '../notices/schema.ts';
import { edited, noticeOf, numbers, testTimes, timed } from './bounds.cases.ts';

testTimes(1);

describe('the time from 1,000 words to 100,000', () => {
  const median = (list: readonly number[]): number =>
    list.toSorted((p, q) => p - q)[Math.floor(list.length / 2)] ?? Number.NaN;

  it.each([
    ['edited', (count: number) => [noticeOf(count, 9), edited(noticeOf(count, 9))] as const],
    ['unlike', (count: number) => [noticeOf(count, 9, 'a'), noticeOf(count, 8, 'b')] as const],
    ['rewritten', (count: number) => [noticeOf(count, 9), noticeOf(count, 8)] as const],
  ])('grows hardly faster than texts that are %s', { timeout: 600_000 }, (_, pairOf) => {
    const timeOf = (count: number, times: number): number => {
      const [before, after] = pairOf(count).map((blocks) => parseDocument<Facts>(blocks.join('')));
      return median(numbers(times).map(() => timed(before!, after!).milliseconds));
    };
    timeOf(10_000, 5);
    const growth = Math.log10(timeOf(100_000, 7) / timeOf(1000, 101)) / 2;
    expect(growth).toBeLessThanOrEqual(1.15);
  });
});
