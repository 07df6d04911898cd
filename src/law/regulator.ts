/**
 * The regulator for data protection by date: a notice names that of the day it applies from. It is
 * used where a first notice is written; what is published is its author's words, and no setting of a
 * site changes them later.
 */
import type { Day } from './rule.ts';

export interface Regulator {
  /** The first day on which it is called so; since ever if absent. */
  from?: Day;
  /** With its article, as it stands in a sentence. */
  name: string;
  /** What people call it: the same before and after. */
  shortName: string;
  /** Where people complain to it. */
  complaintsPage: string;
}

/** The Information Commission took over on 30 September 2026: SI 2026/1015. Its pages are the same. */
const REGULATORS: readonly [Regulator, ...Regulator[]] = [
  {
    name: 'the Information Commissioner’s Office',
    shortName: 'the ICO',
    complaintsPage: 'https://ico.org.uk/make-a-complaint/',
  },
  {
    from: '2026-09-30',
    name: 'the Information Commission',
    shortName: 'the ICO',
    complaintsPage: 'https://ico.org.uk/make-a-complaint/',
  },
];

/** The regulator of a day. Its postal address is left out: it moves in autumn 2026, on a day that is not sure. */
export const regulatorOn = (day: string): Regulator =>
  REGULATORS.findLast(({ from = '' }) => from <= day) ?? REGULATORS[0];
