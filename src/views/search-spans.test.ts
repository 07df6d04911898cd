import { describe, expect, it } from 'vitest';
import { entry, NOTICE, TODAY, version } from '../search/testing.ts';
import { en } from '../words/en/index.ts';
import { describeSpans } from './search-spans.ts';

describe('a text that was found', () => {
  it.each<[string, [number, number][], string]>([
    ['In force 1 May 2018 – 16 November 2020', [[0, 0]], 'superseded'],
    ['In force 1 May 2018 – 31 January 2022', [[0, 1]], 'superseded'],
    [
      'In force 1 May 2018 – 16 November 2020 and 1 February 2022 – 31 December 2024',
      [
        [0, 0],
        [2, 2],
      ],
      'superseded',
    ],
    ['Unchanged since 1 May 2018, until 31 December 2026', [[0, 3]], 'in-force'],
    ['Unchanged since 1 May 2018', [[0, 4]], 'in-force'],
    ['Applies from 1 January 2027', [[4, 4]], 'scheduled'],
    [
      'In force 1 May 2018 – 16 November 2020 and again from 1 January 2027',
      [
        [0, 0],
        [4, 4],
      ],
      'superseded',
    ],
  ])('is told to be: %s', (words, runs, state) => {
    expect(describeSpans(entry(...runs), TODAY, en)).toEqual({ words, state });
  });

  it('is told never to have applied when its one version did not', () => {
    const notice = { ...NOTICE, versions: [version('2020-01-01', 'superseded')] };
    expect(describeSpans({ notice, runs: [{ from: 0, to: 0 }] }, TODAY, en)).toEqual({
      words: 'Never in force',
      state: 'superseded',
    });
  });
});
