/** For tests: a notice of the table, and records that are in some of its versions. */
import type { IsoDate } from '../notices/dates.ts';
import type { Entry, TableNotice, TableVersion } from './table.ts';

const day = (text: string) => text as IsoDate;
export const TODAY = day('2026-11-22');

/** A version that applied from one day to another, or that never did. */
export const version = (
  name: string,
  status: TableVersion['status'],
  from?: string,
  to?: string,
): TableVersion => ({
  name,
  effective: day(name),
  status,
  ...(from && { span: { from: day(from), ...(to && { to: day(to) }) } }),
});

/** Three versions that are past, one in force and one to come. */
export const NOTICE: TableNotice = {
  id: 'acme/staff',
  title: 'Staff notice',
  controller: 'Acme Limited',
  audience: ['staff'],
  language: 'en-GB',
  versions: [
    version('2018-05-01', 'superseded', '2018-05-01', '2020-11-16'),
    version('2020-11-17', 'superseded', '2020-11-17', '2022-01-31'),
    version('2022-02-01', 'superseded', '2022-02-01', '2024-12-31'),
    version('2025-01-01', 'in-force', '2025-01-01', '2026-12-31'),
    version('2027-01-01', 'scheduled', '2027-01-01'),
  ],
};

/** A text that is in these runs of versions: the numbers of the first and of the last. */
export const entry = (...runs: [number, number][]): Entry => ({
  notice: NOTICE,
  runs: runs.map(([from, to]) => ({ from, to })),
});
