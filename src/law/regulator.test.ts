import { expect, it } from 'vitest';
import { LAW_TO_COME } from './dates.ts';
import { regulatorOn } from './regulator.ts';
import { RULES } from './rules/index.ts';

it.each([
  ['2018-05-25', 'the Information Commissioner’s Office'],
  ['2026-09-29', 'the Information Commissioner’s Office'],
  ['2026-09-30', 'the Information Commission'],
  ['2027-01-01', 'the Information Commission'],
])('on %s is %s', (day, name) => {
  expect(regulatorOn(day).name).toBe(name);
});

it('changes with the rule about its former name, and every day of a rule is in the table of days', () => {
  const days = new Set<string>(LAW_TO_COME);
  const ofRules = RULES.flatMap(({ from, until }) => [from, until]).filter(
    (day) => day !== undefined,
  );
  expect(ofRules.filter((day) => !days.has(day))).toEqual([]);
  const { from } = RULES.find(({ code }) => code === 'information-commissioner') ?? {};
  expect(regulatorOn(from ?? '').from).toBe(from);
});
