import { describe, expect, it } from 'vitest';
import { GOOD, add, VERSION, check, itFinds } from './testing.ts';

describe('entries of changes', () => {
  const change = (type: string, section: string): string =>
    add(
      5,
      `changeType: ${type}`,
      'changes:',
      `  - { kind: removed, section: ${section}, summary: x }`,
    );

  itFinds([
    {
      what: 'a mistyped section',
      files: change('major', 'who-we-ar'),
      found: 'error change-section-unknown 7:31',
      quotes: '"who-we-ar". Did you mean "who-we-are"?',
      edit: 'write section: who-we-are',
    },
    {
      what: 'a section like no other',
      files: change('correction', 'retention'),
      found: 'error change-section-unknown 7:31',
      quotes: '"retention"',
      edit: 'use one of: who-we-are',
    },
    {
      what: 'a major change without an entry in changes',
      files: add(5, 'changeType: major'),
      found: 'error change-missing 5:13',
      quotes: 'a major change',
      edit: 'changes:\n  - kind: changed\n',
    },
    {
      what: 'a minor change without an entry in changes',
      files: add(5, 'changeType: minor', 'changes: []'),
      found: 'error change-missing 5:13',
      quotes: 'a minor change',
      edit: 'changes:\n  - kind: changed\n',
    },
  ]);

  it('may be empty for a correction', () => {
    expect(check(add(5, 'changeType: correction'))).toEqual([]);
  });

  it('may name a section of the previous version', () => {
    const before = GOOD.replaceAll('2024-11-12', '2023-01-01').replace('{#who-we-are}', '{#gone}');
    const files = { 'customers/2023-01-01.mdx': before, [VERSION]: change('major', 'gone') };
    expect(check(files)).toEqual([]);
  });

  it('may not name a section that only an older version has', () => {
    const older = GOOD.replaceAll('2024-11-12', '2022-01-01').replace('{#who-we-are}', '{#gone}');
    const files = {
      'customers/2022-01-01.mdx': older,
      'customers/2023-01-01.mdx': GOOD.replaceAll('2024-11-12', '2023-01-01'),
      [VERSION]: change('major', 'gone'),
    };
    expect(check(files)).toMatchObject([{ code: 'change-section-unknown', line: 7 }]);
  });
});
