import { describe, expect, it } from 'vitest';
import { LINES, GOOD, put, add, drop, say, VERSION, check, itFinds } from '../checks/testing.ts';

describe('a version without mistakes', () => {
  it('gives no finding', () => {
    expect(check(GOOD)).toEqual([]);
  });

  it('gives no finding for frontmatter that uses every key', () => {
    const address = '{ lines: [1 Example Wharf], town: Reigate, postcode: RH2 7JN }';
    const everything = [
      ...LINES.slice(0, 4),
      'summary: What we do with your details.',
      'language: cy',
      'audience: [customers]',
      'reviewed: "2025-11-03"',
      'reviewDue: "2026-12-12"',
      'withdrawn: "2027-01-01"',
      'numbered: true',
      'changeType: major',
      'changes:',
      '  - { kind: changed, section: who-we-are, summary: We moved., reason: A new office. }',
      'notified:',
      '  - { by: email, on: "2024-10-12" }',
      ...LINES.slice(4, 6),
      '  tradingNames: [Harbourlight]',
      '  kind: company',
      '  companyNumber: "00000000"',
      '  registeredIn: england-and-wales',
      `  registeredOffice: ${address}`,
      '  icoRegistration: ZA000000',
      '  charityNumber: "1234567"',
      '  vatNumber: "000000000"',
      '  lei: 529900EXAMPLE0000A12',
      ...LINES.slice(6, 8),
      '    phone: "+441632960123"',
      `    address: ${address}`,
      '    form: https://harbourlight.example/privacy',
      'dpo: { role: Privacy lead, name: A. Example, email: dpo@harbourlight.example }',
      'representatives: [{ regime: eu, name: Harbourlight Europe BV }]',
      'complaints: { form: https://harbourlight.example/complaints }',
      ...LINES.slice(8),
    ];
    expect(check(everything.join('\n'))).toEqual([]);
  });

  it('gives no finding for a body with everything that is allowed', () => {
    const body = [
      '{/* a note to ourselves */}',
      '',
      '<Controller />',
      '',
      '## What we keep {#keeping}',
      '',
      '### Orders',
      '',
      '- [x] kept for **six** years[^1], see [who](#orders) and <span id="here" />[here](#here)',
      '- from 9:30am, s. 5(1), £35, `{name}` and \\{name} and \\<b>',
      '',
      '| What | How long |',
      '| ---- | -------: |',
      '| Mail | 2 years  |',
      '',
      '![A map](/images/map.png) and [a form](/form.pdf)',
      '',
      'Term',
      ': Its meaning, {2024}',
      '',
      '<details><summary>More</summary>And more.</details>',
      '',
      'Write to privacy@harbourlight.example or see https://ico.example/ [now](tel:+441632960123).',
      '',
      '[^1]: A note.',
    ];
    expect(check(say(...body))).toEqual([]);
  });

  it('gives no finding for links to every address that exists', () => {
    const links = [
      '/',
      '/staff/',
      '/staff/#who-we-are',
      '/staff/?from=mail#who-we-are',
      '/staff/2024-11-12/',
      '/staff/2024-11-12/#who-we-are',
      '/staff/history/',
      '/form.pdf',
      'https://ico.example/',
      'http://ico.example/',
      'MAILTO:privacy@harbourlight.example',
      'tel:+441632960123',
    ];
    const body = links.map((link) => `[words](${link})`);
    expect(check({ [VERSION]: say(...body), 'staff/2024-11-12.mdx': GOOD })).toEqual([]);
  });
});

describe('dates', () => {
  itFinds([
    {
      what: 'a day that does not exist',
      files: put(3, 'published: "2026-02-30"'),
      found: 'error date-impossible 3:12',
      quotes: '"2026-02-30"',
      edit: '"2026-02-28"',
    },
    {
      what: 'a day that does not exist, without quotes',
      files: put(3, 'published: 2026-02-30'),
      found: 'error date-impossible 3:12',
      quotes: '"2026-02-30"',
      edit: '"2026-02-28"',
    },
    {
      what: 'a date in words',
      files: put(3, 'published: 12 November 2024'),
      found: 'error date-impossible 3:12',
      quotes: '"12 November 2024"',
      edit: 'write "2024-11-12"',
    },
    {
      what: 'a date without quotes',
      files: put(4, 'effective: 2024-11-12'),
      found: 'error date-unquoted 4:12',
      quotes: '2024-11-12',
      edit: 'write "2024-11-12"',
    },
    {
      what: 'a date without quotes in a list',
      files: add(5, 'notified:', '  - { by: email, on: 2024-10-12 }'),
      found: 'error date-unquoted 6:22',
      quotes: '2024-10-12',
      edit: 'write "2024-10-12"',
    },
    {
      what: 'a day that the file is not named for',
      files: put(4, 'effective: "2024-12-01"'),
      found: 'error effective-not-file-name 4:12',
      quotes: '"2024-12-01", but the file is named 2024-11-12.mdx',
      edit: 'effective: "2024-11-12", or rename the file to 2024-12-01.mdx',
    },
    {
      what: 'a review before publication',
      files: add(5, 'reviewed: "2024-11-11"'),
      found: 'error date-order 5:11',
      quotes: 'reviewed "2024-11-11" is before published "2024-11-12"',
      edit: 'correct one of the two',
    },
    {
      what: 'a withdrawal before publication',
      files: add(5, 'withdrawn: "2024-11-11"'),
      found: 'error date-order 5:12',
      quotes: 'withdrawn "2024-11-11" is before published "2024-11-12"',
      edit: 'correct one of the two',
    },
  ]);

  it('finds two versions of one day, and the file that is named for another', () => {
    const later = 'customers/2024-11-13.mdx';
    expect(check({ [VERSION]: GOOD, [later]: GOOD })).toMatchObject([
      { code: 'effective-not-file-name', file: `notices/${later}`, line: 4, column: 12 },
      {
        code: 'date-repeated',
        severity: 'error',
        file: `notices/${later}`,
        line: 4,
        column: 12,
        message: `two versions apply from 2024-11-12: this one and notices/${VERSION}`,
        hint: 'correct the date, or name a second version of that day 2024-11-12-2.mdx',
      },
    ]);
  });

  it('allows a second version of a day when its file is numbered', () => {
    expect(check({ [VERSION]: GOOD, 'customers/2024-11-12-2.mdx': GOOD })).toEqual([]);
  });
});

describe('keys', () => {
  itFinds([
    {
      what: 'no title',
      files: drop(2),
      found: 'error key-missing 2:1',
      quotes: '"title"',
      edit: 'title: Customer privacy notice',
    },
    {
      what: 'no day of publication',
      files: drop(3),
      found: 'error key-missing 2:1',
      quotes: '"published"',
      edit: 'published: "2026-01-31"',
    },
    {
      what: 'no day of effect',
      files: drop(4),
      found: 'error key-missing 2:1',
      quotes: '"effective"',
      edit: 'effective: "2026-01-31"',
    },
    {
      what: 'no controller',
      files: drop(5, 4),
      found: 'error key-missing 2:1',
      quotes: '"controller"',
      edit: 'controller:\n  name: Company Limited\n  contact:',
    },
    {
      what: 'a controller without a name',
      files: drop(6),
      found: 'error key-missing 5:1',
      quotes: '"controller.name"',
      edit: 'name: Company Limited',
    },
    {
      what: 'a controller without a contact',
      files: drop(7, 2),
      found: 'error key-missing 5:1',
      quotes: '"controller.contact"',
      edit: 'contact:\n    email: privacy@company.example',
    },
    {
      what: 'a contact that names no way',
      files: put(7, '  contact: {}').replace(`${LINES[7]}\n`, ''),
      found: 'error value-invalid 7:3',
      quotes: '"controller.contact"',
      edit: 'contact:\n    email: privacy@company.example',
    },
    {
      what: 'an entry of a list without what it must have',
      files: add(5, 'changes:', '  - kind: added'),
      found: 'error key-missing 6:5',
      quotes: '"changes 1, summary"',
      edit: 'add: summary:',
    },
    {
      what: 'a mistyped key',
      files: add(5, 'sumary: In short.'),
      found: 'error key-unknown 5:1',
      quotes: '"sumary". Did you mean "summary"?',
      edit: 'write summary: instead of sumary:',
    },
    {
      what: 'a mistyped key deep inside',
      files: add(9, '    fone: "+441632960123"'),
      found: 'error key-unknown 9:5',
      quotes: 'unknown key "fone" in controller.contact. Did you mean "phone"?',
      edit: 'write phone: instead of fone:',
    },
    {
      what: 'a mistyped key in a list',
      files: add(5, 'changes:', '  - kind: added', '    summary: New.', '    resaon: Why.'),
      found: 'error key-unknown 8:5',
      quotes: 'unknown key "resaon" in changes 1. Did you mean "reason"?',
      edit: 'write reason: instead of resaon:',
    },
    {
      what: 'a key that is like no other',
      files: add(5, 'zebra: 1'),
      found: 'error key-unknown 5:1',
      quotes: '"zebra"',
      edit: 'use one of: title, summary,',
    },
  ]);

  it('reports a misspelled required key and the key that is missing', () => {
    expect(check(put(8, '    emial: privacy@harbourlight.example'))).toMatchObject([
      { code: 'value-invalid', line: 7, column: 3 },
      {
        code: 'key-unknown',
        line: 8,
        column: 5,
        message: 'unknown key "emial" in controller.contact. Did you mean "email"?',
        hint: 'write email: instead of emial:',
      },
    ]);
  });

  it('reports a misspelled required key only once', () => {
    const findings = check(add(5, 'changes:', '  - kind: added', '    sumary: New.'));
    expect(findings).toMatchObject([
      { code: 'key-unknown', line: 7, column: 5, hint: 'write summary: instead of sumary:' },
    ]);
  });
});

describe('values', () => {
  itFinds([
    {
      what: 'a group of facts for a text',
      files: put(2, 'title: { toString: 1 }'),
      found: 'error value-invalid 2:1',
      quotes: '"title" is a group of facts, not text',
      edit: 'write text: title: "…"',
    },
    {
      what: 'a group of facts for a list',
      files: add(5, 'changes: { toString: 1 }'),
      found: 'error value-invalid 5:1',
      quotes: '"changes" is a group of facts, not a list',
      edit: 'write it as a list: changes: […]',
    },
    {
      what: 'a number for a text',
      files: put(2, 'title: 2024'),
      found: 'error value-invalid 2:8',
      quotes: '"title" is a number',
      edit: 'title: "2024"',
    },
    {
      what: 'a company number without quotes, which loses its zero',
      files: add(7, '  companyNumber: 00000000'),
      found: 'error value-invalid 7:18',
      quotes: '"controller.companyNumber" is a number',
      edit: 'companyNumber: "00000000"',
    },
    {
      what: 'a list for a text',
      files: put(2, 'title: [Notice]'),
      found: 'error value-invalid 2:1',
      quotes: '"title" is a list',
      edit: 'write text: title:',
    },
    {
      what: 'a text for a list',
      files: add(5, 'audience: customers'),
      found: 'error value-invalid 5:11',
      quotes: '"audience" is text, not a list',
      edit: 'audience: [customers]',
    },
    {
      what: 'a text for yes or no',
      files: add(5, 'numbered: yes'),
      found: 'error value-invalid 5:11',
      quotes: '"numbered" is text, not true or false',
      edit: 'numbered: true or numbered: false',
    },
    {
      what: 'a text for a group of facts',
      files: add(5, 'dpo: dpo@harbourlight.example'),
      found: 'error value-invalid 5:6',
      quotes: '"dpo" is text, not a group of facts',
      edit: 'on its own line below dpo:',
    },
    {
      what: 'a key without a value',
      files: put(2, 'title:'),
      found: 'error value-invalid 2:1',
      quotes: '"title" is empty',
      edit: 'write text: title:',
    },
    {
      what: 'an empty text',
      files: put(2, 'title: ""'),
      found: 'error value-invalid 2:8',
      quotes: '"title" is empty: ""',
      edit: 'fill it in',
    },
    {
      what: 'a mistyped choice',
      files: add(5, 'changeType: initail'),
      found: 'error value-invalid 5:13',
      quotes: '"changeType" cannot be "initail". Did you mean "initial"?',
      edit: 'write changeType: initial',
    },
    {
      what: 'a choice that is like no other',
      files: add(5, 'changeType: enormous'),
      found: 'error value-invalid 5:13',
      quotes: '"enormous"',
      edit: 'use one of: initial, major, minor, correction',
    },
    {
      what: 'a malformed e-mail address',
      files: put(8, '    email: privacy.harbourlight.example'),
      found: 'error value-invalid 8:12',
      quotes: '"privacy.harbourlight.example"',
      edit: 'privacy@company.example',
    },
    {
      what: 'a malformed web address',
      files: put(8, '    form: harbourlight.example'),
      found: 'error value-invalid 8:11',
      quotes: '"harbourlight.example"',
      edit: 'https://company.example/privacy',
    },
    {
      what: 'a country in words',
      files: add(7, '  registeredOffice: { lines: [1 Wharf], town: Newport, country: Wales }'),
      found: 'error value-invalid 7:65',
      quotes: '"Wales"',
      edit: 'GB',
    },
    {
      what: 'a language in words',
      files: add(5, 'language: English!'),
      found: 'error value-invalid 5:11',
      quotes: '"language" is not a language tag',
      edit: 'language: en-GB',
    },
  ]);
});

describe('frontmatter', () => {
  itFinds([
    {
      what: 'a file without frontmatter',
      files: '## Who we are\n\nWe are Harbourlight.\n',
      found: 'error frontmatter-missing 1:1',
      quotes: 'no frontmatter',
      edit: '---\ntitle: Customer privacy notice\n',
    },
    {
      what: 'an empty file',
      files: '',
      found: 'error frontmatter-missing 1:1',
      quotes: 'no frontmatter',
      edit: '---\ntitle: Customer privacy notice\n',
    },
    {
      what: 'frontmatter that is never closed',
      files: drop(9),
      found: 'error frontmatter-missing 1:1',
      quotes: 'never closed',
      edit: 'add a line "---"',
    },
    {
      what: 'frontmatter without facts',
      files: '---\n---\n\nWe are Harbourlight.\n',
      found: 'error frontmatter-missing 1:1',
      quotes: 'no facts',
      edit: 'title: Customer privacy notice',
    },
    {
      what: 'frontmatter that is a list',
      files: '---\n- title\n---\n\nWe are Harbourlight.\n',
      found: 'error frontmatter-missing 1:1',
      quotes: 'no facts',
      edit: 'title: Customer privacy notice',
    },
    {
      what: 'one key twice',
      files: add(5, 'title: Another notice'),
      found: 'error yaml-syntax 5:1',
      quotes: 'this key appears twice',
      edit: 'keep one of the two',
    },
    {
      what: 'a tab for indentation',
      files: put(8, '\t\temail: privacy@harbourlight.example'),
      found: 'error yaml-syntax 8:1',
      quotes: 'this line is indented with a tab',
      edit: 'two spaces instead of a tab',
    },
    {
      what: 'a colon in a value',
      files: put(2, 'title: Notice: customers'),
      found: 'error yaml-syntax 2:8',
      quotes: 'not valid YAML',
      edit: 'put the value in double quotes',
    },
    {
      what: 'a quote that is never closed',
      files: put(2, 'title: "Customer privacy notice'),
      found: 'error yaml-syntax 2:32',
      quotes: 'not valid YAML',
      edit: 'quote',
    },
    {
      what: 'a key that is out of line',
      files: put(7, ' contact:'),
      found: 'error yaml-syntax 7:1',
      quotes: 'same column',
      edit: 'two spaces per level',
    },
    {
      what: 'a character that YAML keeps for itself',
      files: put(2, 'title: @Harbourlight'),
      found: 'error yaml-syntax 2:8',
      quotes: 'reserved character @',
      edit: 'in double quotes',
    },
  ]);

  it.each([
    ['brackets', `title: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['keys', Array.from({ length: 2_500 }, (_, depth) => `${'  '.repeat(depth)}a:`).join('\n')],
  ])('says that thousands of %s are inside each other', (_, facts) => {
    expect(check(put(2, facts))).toMatchObject([
      { code: 'yaml-syntax', message: expect.stringContaining('inside each other here') },
    ]);
  });

  itFinds([
    {
      what: 'a tag for text',
      files: put(2, 'title: !!str Customer privacy notice'),
      found: 'warning yaml-shorthand 2:8',
      quotes: '"!!str" is a tag',
      edit: 'without !!str: "Customer privacy notice"',
    },
    {
      what: 'a tag that YAML does not know',
      files: put(2, 'title: !foo Customer privacy notice'),
      found: 'warning yaml-shorthand 2:8',
      quotes: '"!foo" is a tag',
      edit: 'without !foo: "Customer privacy notice"',
    },
    {
      what: 'a tag of a group',
      files: put(7, '  contact: !!map'),
      found: 'warning yaml-shorthand 7:12',
      quotes: '"!!map" is a tag',
      edit: 'delete !!map',
    },
    {
      what: 'an alias',
      files: add(3, 'summary: *title').replace('title: ', 'title: &title '),
      found: 'warning yaml-shorthand 3:10',
      quotes: '"*title" copies',
      edit: 'instead of *title: Customer privacy notice, and delete &title',
    },
    {
      what: 'a merge',
      files: add(5, '<<: { numbered: true }'),
      found: 'error key-unknown 5:1',
      quotes: '"<<"',
      edit: 'write the facts themselves instead of <<',
    },
    {
      what: 'an anchor that nothing names',
      files: put(2, 'title: &title Customer privacy notice'),
      found: 'warning yaml-shorthand 2:8',
      quotes: '"&title" names a value',
      edit: 'delete &title',
    },
  ]);

  it.each([
    ['binary data', put(2, 'title: !!binary SGVsbG8=')],
    ['an alias without an anchor', put(2, 'title: *title')],
    ['facts that are merged', add(5, 'dpo:', '  <<: &x { role: Privacy lead }')],
  ])('refuses %s', (_, files) => {
    expect(check(files).map(({ severity }) => severity)).toContain('error');
  });

  it('finds a bracket that is never closed where the next key stands', () => {
    expect(check(add(5, 'audience: [customers'))).toMatchObject([
      { code: 'yaml-syntax', line: 6, column: 1, message: expect.stringContaining('end with a ]') },
    ]);
  });

  it('counts lines from the top of the file when blank ones stand before it', () => {
    const [found] = check(`\n\n${add(5, 'zebra: 1')}`);
    expect(found).toMatchObject({ code: 'key-unknown', line: 7, column: 1 });
  });
});
