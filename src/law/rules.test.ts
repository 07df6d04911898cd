import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { askAll } from './ask.ts';
import { isFault, type Example, type Rule } from './rule.ts';
import { RULES } from './rules/index.ts';
import { readExample } from './testing.ts';

const stateOf = (rule: Rule, example: Example, day?: string): string => {
  const reading = readExample(example);
  const asked = askAll(reading, day ?? reading.effective).find((each) => each.rule === rule);
  return asked?.answer.state ?? 'not-asked';
};

const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

describe.each(RULES.map((rule) => [rule.code, rule] as const))('the rule %s', (_code, rule) => {
  it.each(rule.fail.map((example) => [example]))('marks %j', (example) => {
    expect(isFault(stateOf(rule, example) as never)).toBe(true);
  });

  it.each(rule.pass.map((example) => [example]))('leaves %j', (example) => {
    expect(isFault(stateOf(rule, example) as never)).toBe(false);
  });

  it('is silent the day before it begins', () => {
    if (rule.from === undefined) return;
    for (const example of rule.fail) {
      expect(stateOf(rule, example, dayBefore(rule.from))).toBe('not-asked');
    }
  });
});

describe('a signal', () => {
  const folders = [import.meta.dirname, path.join(import.meta.dirname, 'rules')];
  const lines = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^[a-z-]+\.ts$/.test(name))
      .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n')),
  );

  // English is read without the flag, which costs half of the time; without it \p is the letter p.
  it('has the flag u where it names a class of Unicode', () => {
    const classes = lines.filter((line) => /\\p\{/.test(line) && !line.trim().startsWith('//'));
    expect(classes.length).toBeGreaterThan(0);
    for (const line of classes) expect(line).toMatch(/\/[gi]*u|'[gi]*u'/);
  });
});
