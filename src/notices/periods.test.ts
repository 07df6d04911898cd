import { expect, it } from 'vitest';
import { daysIn, guessPeriod, readPeriod } from './periods.ts';

it.each([
  ['P6Y', '6 years'],
  ['P1Y6M', '1 years, 6 months'],
  ['P2W3D', '2 weeks, 3 days'],
  ['PT72H', '72 hours'],
  ['P0Y18M', '18 months'],
])('reads the period %s', (written, amounts) => {
  expect(
    readPeriod(written)
      ?.map(({ unit, count }) => `${count} ${unit}`)
      .join(', '),
  ).toBe(amounts);
});

it.each(['6 years', 'P', 'PT', 'P6', 'P-6Y', 'P6.5Y', 'P0Y', 'PT0H', 'P6M1Y', 'P1Y ', 'p6y', ''])(
  'refuses %j, which is no period or has no length',
  (written) => {
    expect(readPeriod(written)).toBeUndefined();
  },
);

it('orders periods by their length, whatever their unit', () => {
  const periods = ['P1Y', 'P30D', 'PT72H', 'P18M', 'P2W'];
  expect(periods.toSorted((a, b) => daysIn(a) - daysIn(b))).toEqual([
    'PT72H',
    'P2W',
    'P30D',
    'P1Y',
    'P18M',
  ]);
});

it.each([
  ['6 years', 'P6Y'],
  ['Six years', 'P6Y'],
  ['18 month', 'P18M'],
  ['72 hours', 'PT72H'],
  ['P6', 'P6Y'],
  ['6', 'P6Y'],
  ['p6y', 'P6Y'],
  ['P1Y2', 'P1Y2M'],
  ['P1.5Y', 'P18M'],
  ['P0D', undefined],
  ['as long as necessary', undefined],
  ['0 days', undefined],
])('knows what is meant by %j', (written, meant) => {
  expect(guessPeriod(written)).toBe(meant);
});
