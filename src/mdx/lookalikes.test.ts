import { describe, expect, it } from 'vitest';
import { check, itFinds, say } from '../checks/testing.ts';

describe('emphasis beside letters that no spaces separate', () => {
  it.each([
    ['**「保存期間」**は六年です。', '<strong>「保存期間」</strong>', '「**保存期間**」'],
    ['**『ご案内』**です。', '<strong>『ご案内』</strong>', '『**ご案内**』'],
    ['*〈例〉*です。', '<em>〈例〉</em>', '〈*例*〉'],
    ['**共有（配送など）**は行いません。', '<strong>共有（配送など）</strong>', ''],
    ['**連絡先：**総務部', '<strong>連絡先：</strong>', ''],
    ['**重要。**次をご覧ください。', '<strong>重要。</strong>', ''],
    ['当社は**「責任者」**', '<strong>「責任者」</strong>', ''],
    ['__（例）__です', '<strong>（例）</strong>', ''],
    ['**한국어(괄호)**는', '<strong>한국어(괄호)</strong>', ''],
    ['| 項目 |\n| --- |\n| **「名前」**です |', '<strong>「名前」</strong>', ''],
    ['## **「権利」**について {#rights}', '<strong>「権利」</strong>', ''],
    ['**「[規約](/about/)」**です', '<strong>「…」</strong>', ''],
  ])('is reported where it does not work: %s', (text, edit, other) => {
    const findings = check(say('## 通知 {#a}', '', ...text.split('\n')));
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning markup-printed',
    ]);
    expect(findings[0]?.hint).toContain(edit);
    expect(findings[0]?.hint).toContain(other);
  });

  it('is fine where it works, is escaped, or is code', () => {
    const fine = ['**重要**です。「**名前**」', '\\*\\*「名前」\\*\\*です', '`**「名前」**です`'];
    expect(check(say('## 通知 {#a}', '', fine.join('\n\n'), '', '5*3 名前_file_name 2*4'))).toEqual(
      [],
    );
  });
});

describe('lists that are typed', () => {
  itFinds([
    ...['●', '•', '◦', '▪', '‣'].map((bullet) => ({
      what: `${bullet} in a later line`,
      files: say('We use:', `${bullet} names`, `${bullet} addresses`),
      found: 'warning markup-printed 12:1' as const,
      quotes: `"${bullet} names" looks like a list`,
      edit: 'start each line with "- "',
    })),
    {
      what: 'dashes below a colon',
      files: say('We use:', '– names'),
      found: 'warning markup-printed 12:1',
      quotes: '"– names"',
      edit: 'empty line before the list',
    },
    {
      what: 'numbers in brackets',
      files: say('We use', '(a) names', '(b) addresses'),
      found: 'warning markup-printed 12:1',
      quotes: '"(a) names" looks like a list made with typed numbers',
      edit: 'start each line with "1. "',
    },
    {
      what: 'numbers that go on from another list',
      files: say('We use', '2) names', '3) addresses'),
      found: 'warning markup-printed 12:1',
      quotes: '"2) names"',
      edit: '"1. "',
    },
  ]);

  it('are no lists where a sentence goes on', () => {
    const fine = ['We keep it', '– as the law says – for years.', '', '**Post** • phone • email'];
    expect(check(say('## A {#a}', '', ...fine, '', '- one', '- two'))).toEqual([]);
  });
});

describe('lines that look like headings', () => {
  itFinds([
    {
      what: 'a bold line',
      files: say('**Our purposes**', '', 'We send parcels.'),
      found: 'warning heading-like 11:1',
      quotes: '"Our purposes"',
      edit: 'write ## Our purposes',
    },
    {
      what: 'a number with a bracket',
      files: say('2) Personal data we collect', '', 'Your name.'),
      found: 'warning heading-like 11:1',
      quotes: '"Personal data we collect"',
      edit: 'write ## Personal data we collect',
    },
    {
      what: 'a number in parts',
      files: say('2.1 Who sees it', '', 'The courier.'),
      found: 'warning heading-like 11:1',
      quotes: '"2.1 Who sees it"',
      edit: 'write ## 2.1 Who sees it',
    },
    {
      what: 'a line in capitals',
      files: say('HOW LONG WE KEEP IT', '', 'Six years.'),
      found: 'warning heading-like 11:1',
      quotes: '"HOW LONG WE KEEP IT"',
      edit: 'write ## How long we keep it',
    },
    {
      what: 'a notice without any heading',
      files: say('We send parcels.', '', 'The courier sees your street.', '', 'Ask us.'),
      found: 'warning heading-like 11:1',
      quotes: 'the notice has no heading',
      edit: '## Who we are {#who-we-are}',
    },
  ]);

  it('are no headings if they are sentences, lists, names, or the last words', () => {
    const fine = [
      '**We never sell it.**',
      'GDPR',
      '1. Names',
      '2. Streets',
      '**[Our policy](/about/)**',
      '> **Quoted**',
      '**The end**',
    ];
    const text = fine.join('\n\n').replace('Names\n\n', 'Names\n');
    expect(check(say('## A {#a}', '', text))).toEqual([]);
  });
});
