import { expect, it } from 'vitest';
import { formatDate, type IsoDate } from '../notices/dates.ts';
import { periodLabel } from './period.ts';

it.each([
  ['2024-05-01', '2024-05-31', 'May 2024'],
  ['2024-01-01', '2024-06-30', 'January–June 2024'],
  ['2024-01-01', '2024-12-31', '2024'],
  ['2020-01-01', '2024-12-31', '2020–2024'],
])('writes the months from %s to %s as people do', (from, to, label) => {
  expect(periodLabel(formatDate, from as IsoDate, to as IsoDate)).toBe(label);
});
