import { describe, expect, it } from 'vitest';
import { GOOD, LINES, add, VERSION, check, itFinds } from './testing.ts';

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
      edit: 'in place of `changes: []` if it is there:\nchanges:\n  - kind: changed\n',
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

describe('a version in between', () => {
  const dated = (
    published: string,
    effective: string,
    body: string[],
    more: string[] = [],
  ): string =>
    [
      ...LINES.slice(0, 2),
      `published: "${published}"`,
      `effective: "${effective}"`,
      ...more,
      ...LINES.slice(4, 10),
      ...body,
      '',
    ].join('\n');
  const WHO = ['## Who we are {#who-we-are}', '', 'We are Harbourlight.'];
  const KEEP = ['', '## Retention {#retention}', '', 'Six years.'];
  const entry = (kind: string): string[] => [
    'changeType: major',
    'changes:',
    `  - { kind: ${kind}, section: retention, summary: x }`,
  ];
  const codes = (files: Record<string, string>): string[] => check(files).map(({ code }) => code);
  const first = dated('2026-01-01', '2026-01-01', [...WHO, ...KEEP]);
  const without = dated('2026-11-20', '2026-12-01', WHO, entry('removed'));

  it('leaves what the scheduled version says of its changes as it was', () => {
    const scheduled = dated('2026-11-01', '2027-01-11', WHO, entry('removed'));
    expect(
      codes({
        'shop/2026-01-01.mdx': first,
        'shop/2026-12-01.mdx': without,
        'shop/2027-01-11.mdx': scheduled,
      }),
    ).toEqual([]);
    const added = dated('2026-11-01', '2027-01-11', [...WHO, ...KEEP], entry('added'));
    expect(
      codes({
        'shop/2026-01-01.mdx': dated('2026-01-01', '2026-01-01', WHO),
        'shop/2026-12-01.mdx': dated('2026-11-20', '2026-12-01', [...WHO, ...KEEP], entry('added')),
        'shop/2027-01-11.mdx': added,
      }),
    ).toEqual([]);
  });

  it('may come before the first version', () => {
    expect(
      codes({
        'shop/2026-12-01.mdx': dated('2026-11-20', '2026-12-01', WHO, ['changeType: initial']),
        'shop/2027-01-11.mdx': dated('2026-11-01', '2027-01-11', WHO, ['changeType: initial']),
      }),
    ).toEqual([]);
  });

  it('is followed by a draft only if that applies later', () => {
    const files = {
      'shop/2026-01-01.mdx': first,
      'shop/2027-01-11.mdx': dated('2026-11-01', '2027-01-11', WHO, entry('removed')),
    };
    const draft = (day: string): string => dated('2026-11-22', day, WHO, entry('removed'));
    expect(codes({ ...files, 'shop/draft.mdx': draft('2026-12-01') })).toEqual([]);
    expect(codes({ ...files, 'shop/draft.mdx': draft('2027-02-01') })).toEqual([
      'change-section-unknown',
    ]);
  });

  it('may name sections of a version that was called off later, or of the one before that', () => {
    const calledOff = 'calledOff: { on: "2026-11-20", by: A, reason: B }';
    const files = {
      'shop/2026-01-01.mdx': first,
      'shop/2026-12-01.mdx': dated('2026-11-01', '2026-12-01', WHO, [
        ...entry('removed'),
        calledOff,
      ]),
    };
    const next = (kind: string, ...body: string[]): string =>
      dated('2026-11-21', '2026-12-02', body, entry(kind));
    expect(codes({ ...files, 'shop/2026-12-02.mdx': next('removed', ...WHO) })).toEqual([]);
    expect(codes({ ...files, 'shop/2026-12-02.mdx': next('added', ...WHO, ...KEEP) })).toEqual([]);
  });

  it.each([
    ['after it began', '2026-12-01', ['date-order']],
    ['before it was published', '2026-10-31', ['date-order']],
    ['in time', '2026-11-30', []],
  ])('that is called off %s is dated on its day', (_, on, found) => {
    const calledOff = `calledOff: { on: "${on}", by: A, reason: B }`;
    expect(
      codes({ 'shop/2026-12-01.mdx': dated('2026-11-01', '2026-12-01', WHO, [calledOff]) }),
    ).toEqual(found);
  });
});

describe('a review', () => {
  const due = (day: string): string => add(5, `reviewDue: "${day}"`);

  itFinds([
    {
      what: 'a review that is overdue',
      files: due('2026-11-21'),
      found: 'warning review-overdue 5:12',
      quotes: 'due on 2026-11-21',
      edit: 'reviewed: "2026-11-22"',
    },
  ]);

  it('is not overdue on its day, nor of a version that was replaced', () => {
    expect(check(due('2026-11-22'))).toEqual([]);
    const next = GOOD.replaceAll('2024-11-12', '2025-11-12');
    expect(check({ [VERSION]: due('2025-01-01'), 'customers/2025-11-12.mdx': next })).toEqual([]);
  });
});

describe('a version that was found in a history', () => {
  const imported = (firstSeen: string, date: string): string =>
    add(5, `imported: { from: page.html, firstSeen: "${firstSeen}", date: ${date} }`);

  itFinds([
    {
      what: 'a version that was first seen on another day than it is said to have been seen first',
      files: imported('2024-12-24', 'seen'),
      found: 'error date-imported 5:41',
      quotes: '"2024-12-24"',
      edit: 'write date: stated',
    },
    {
      what: 'a day of publication that nobody can know',
      files: imported('2024-12-24', 'stated').replace('published: "2024', 'published: "2023'),
      found: 'error date-imported 3:12',
      quotes: '"2023-11-12"',
      edit: 'write published: "2024-11-12"',
    },
  ]);

  it('needs no list of changes, not even where its controller is another', () => {
    const files = {
      'customers/2023-01-01.mdx': GOOD.replaceAll('2024-11-12', '2023-01-01').replace(
        'Harbourlight IT Limited',
        'Brightquay Limited',
      ),
      [VERSION]: imported('2024-12-24', 'stated'),
    };
    expect(check(files)).toEqual([]);
  });
});

describe('a version that follows another', () => {
  const first = GOOD.replaceAll('2024-11-12', '2023-01-01');
  const beside = (version: string) => ({ 'customers/2023-01-01.mdx': first, [VERSION]: version });
  const renamed = (summary: string): string =>
    add(5, 'changes:', `  - { kind: changed, summary: ${summary} }`).replace(
      'Harbourlight IT Limited',
      'Brightquay Limited',
    );
  const codes = (version: string): string[] => check(beside(version)).map(({ code }) => code);

  it('has a warning if its controller is another and no note names it', () => {
    expect(codes(renamed('Clearer words.'))).toEqual(['controller-changed']);
    expect(codes(renamed('We are now Brightquay Limited.'))).toEqual([]);
    expect(codes(renamed('Harbourlight IT Limited has a new name.'))).toEqual([]);
    expect(codes(GOOD)).toEqual([]);
  });

  it('has a warning if it was published before the one before it, which already applied', () => {
    const late = first.replace('published: "2023-01-01"', 'published: "2025-01-01"');
    const found = check({ 'customers/2023-01-01.mdx': late, [VERSION]: GOOD });
    expect(found.map(({ code }) => code)).toContain('date-backwards');
  });
});
