/** The days on which the law of the rules begins or ends, for looking ahead. */
import type { Day } from './rule.ts';

/** Each day with what begins or ends on it. A rule, and words that it marks, hold from one of these. */
const DATES: readonly (readonly [Day, string])[] = [
  ['2003-12-11', 'PECR 2003: marketing by email, opting out'],
  ['2011-05-26', 'PECR 2003 reg 6 as amended: consent to cookies'],
  ['2015-10-06', 'C-362/14: Safe Harbor ends'],
  ['2018-05-25', 'the GDPR and the Data Protection Act 2018 begin; the Act of 1998 ends'],
  ['2020-07-16', 'C-311/18: the Privacy Shield ends'],
  ['2021-01-01', 'the UK GDPR, apart from that of the Union'],
  ['2024-03-21', 'the old clauses of the Union end for contracts under UK law'],
  [
    '2026-02-05',
    'Data (Use and Access) Act 2025: UK GDPR Arts 6(1)(ea), 12A, 22A to 22D, 45A to 45C; PECR Sch A1, reg 22(3A): SI 2026/82 reg 2',
  ],
  ['2026-06-19', 'Data Protection Act 2018 s.164A; UK GDPR Art 13(2)(ca): SI 2026/82 reg 3'],
  ['2026-09-30', 'the Information Commission: SI 2026/1015'],
];

/** All days, in order. */
export const LAW_TO_COME: readonly Day[] = DATES.map(([day]) => day);
