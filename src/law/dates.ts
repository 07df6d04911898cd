/** The days on which the law of the rules begins, for looking ahead. */
import type { Day } from './rule.ts';
import { RULES } from './rules/index.ts';

/**
 * Days on which a rule, or words that it marks, begin to be wrong: the General Data Protection
 * Regulation (2018-05-25), the UK GDPR apart from it (2021-01-01), the Data (Use and Access) Act 2025 by
 * SI 2026/82 (2026-02-05, 2026-06-19), the Information Commission by SI 2026/1015 (2026-09-30).
 */
export const LAW_TO_COME: readonly Day[] = [
  ...new Set(RULES.flatMap(({ from }) => (from === undefined ? [] : [from]))),
].toSorted();
