import { describe, expect, it } from 'vitest';
import { figuresOf } from './figures.ts';
import { compareHtml } from './testing.ts';

/** The figures that changed between two texts, each as a line. */
const figures = (before: string, after: string): string[] =>
  figuresOf(compareHtml(before, after).redline).map(
    ({ subject, before: then, after: now, sentence = '' }) =>
      `${subject}: ${then} → ${now} ${sentence}`.trim(),
  );

const p = (text: string): string => `<h2 id="keeping">Keeping</h2><p>${text}</p>`;
const table = (head: string[], ...rows: string[][]): string =>
  `<table><thead><tr>${head.map((cell) => `<th>${cell}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

describe('figures that changed', () => {
  it('are named by the first cell of their row, and by their column where there are several', () => {
    const two = (period: string): string =>
      table(['What', 'How long'], ['Support messages', period], ['Orders', 'Six years']);
    expect(figures(two('Two years'), two('12 months'))).toEqual([
      'Support messages: two years → 12 months',
    ]);
    const three = (period: string): string =>
      table(['Cookie', 'Purpose', 'How long'], ['Basket', 'Remembers your basket', period]);
    expect(figures(three('24 months'), three('13 months'))).toEqual([
      'Basket – How long: 24 months → 13 months',
    ]);
  });

  it('are named by their term, by what stands before a colon, or else by their section', () => {
    const terms = (period: string): string => `<dl><dt>Orders</dt><dd>${period}</dd></dl>`;
    expect(figures(terms('Seven years'), terms('Six years'))).toEqual([
      'Orders: seven years → six years',
    ]);
    expect(figures(p('Call recordings: 6 months'), p('Call recordings: 3 months'))).toEqual([
      'Call recordings: 6 months → 3 months',
    ]);
    const sentence = (period: string): string =>
      `Nothing is kept for fun. An account that nobody has used for ${period} is closed.`;
    expect(figures(p(sentence('24 months')), p(sentence('18 months')))).toEqual([
      'Keeping: 24 months → 18 months An account that nobody has used for 18 months is closed.',
    ]);
  });

  it.each([
    [
      'an amount',
      'A copy costs £10 for each of you.',
      'A copy costs £5 for each of you.',
      '£10 → £5',
    ],
    ['a share', 'We give 5% of it to others.', 'We give 7% of it to others.', '5% → 7%'],
    [
      'an age',
      'You must be over the age of 13.',
      'You must be over the age of 16.',
      'age of 13 → age of 16',
    ],
    [
      'a date',
      'We record all calls that reach us by telephone until 31 December 2026.',
      'We record all calls that reach us by telephone until 30 June 2027.',
      '31 December 2026 → 30 June 2027',
    ],
    [
      'another language',
      'Wir speichern es 6 Monate lang.',
      'Wir speichern es 18 Monate lang.',
      '6 Monate → 18 Monate',
    ],
  ])('can be %s', (_, before, after, expected) => {
    expect(figures(p(before), p(after))).toEqual([`Keeping: ${expected} ${after}`]);
  });

  it.each([
    ['the same in other words', 'We keep it for 2 years.', 'We keep it for two years.'],
    ['the same in another unit', 'We keep it for two years.', 'We keep it for 24 months.'],
    [
      'the number of a section',
      'This is told in section 4 below.',
      'This is told in section 5 below.',
    ],
    ['the day of the version', 'Last updated on 1 May 2025.', 'Last updated on 1 June 2026.'],
    [
      'a figure of something else',
      'We keep orders for two years.',
      'You may ask us again after 12 months.',
    ],
    ['one of several', 'Kept for 2 years or 3 years.', 'Kept for 4 years.'],
    ['a figure that is new', 'We keep it for some time.', 'We keep it for 12 months.'],
  ])('are not %s', (_, before, after) => {
    expect(figures(p(before), p(after))).toEqual([]);
  });

  it('lead to their change', () => {
    const { redline, changes } = compareHtml(p('Kept for 2 years.'), p('Kept for 3 years.'));
    expect(figuresOf(redline).map(({ change }) => change)).toEqual(changes.map(({ id }) => id));
  });
});
