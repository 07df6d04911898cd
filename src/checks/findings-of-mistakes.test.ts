import { describe, expect, it } from 'vitest';
import { checkFolder } from './folder.ts';
import { catalogue, type Finding, type FindingCode } from './findings.ts';
import type { IsoDate } from '../notices/dates.ts';

/** The version that every mistake below is made in; the rows count its lines. */
const LINES = [
  '---',
  'title: Customer privacy notice',
  'published: "2024-11-12"',
  'effective: "2024-11-12"',
  'controller:',
  '  name: Harbourlight IT Limited',
  '  contact:',
  '    email: privacy@harbourlight.example',
  '---',
  '',
  '## Who we are {#who-we-are}',
  '',
  'We are Harbourlight.',
];
const GOOD = LINES.join('\n') + '\n';

/** The version with one line put in place of another. */
const put = (line: number, ...written: string[]): string =>
  LINES.toSpliced(line - 1, 1, ...written).join('\n') + '\n';

/** The version with lines put before another. */
const add = (line: number, ...written: string[]): string =>
  LINES.toSpliced(line - 1, 0, ...written).join('\n') + '\n';

/** The version without some of its lines. */
const drop = (line: number, count = 1): string =>
  LINES.toSpliced(line - 1, count).join('\n') + '\n';

/** The version with other words, from line 11 on. */
const say = (...written: string[]): string => [...LINES.slice(0, 10), ...written].join('\n') + '\n';

type Files = Record<string, string | Uint8Array>;
const VERSION = 'customers/2024-11-12.mdx';

function check(written: string | Uint8Array | Files): Finding[] {
  const single = typeof written === 'string' || written instanceof Uint8Array;
  const files: Files = single ? { [VERSION]: written } : written;
  return checkFolder(
    Object.entries(files).map(([path, text]) => ({
      path,
      file: `notices/${path}`,
      bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
    })),
    {
      today: '2026-11-22' as IsoDate,
      importExists: (specifier) => specifier === './Box.astro',
      publicFileExists: (path) => path === '/form.pdf' || path === '/images/map.png',
    },
  ).findings;
}

interface Mistake {
  /** What the author did. */
  what: string;
  files: string | Uint8Array | Files;
  /** The one finding of it: "error date-impossible 3:12". */
  found: `${'error' | 'warning'} ${FindingCode} ${number}:${number}`;
  /** In the message: the value found. */
  quotes: string;
  /** In the hint: the edit that mends it. */
  edit: string;
  /** The file found at fault, when it is not the one version. */
  file?: string;
}

function itFinds(mistakes: readonly Mistake[]): void {
  it.each(mistakes)('$what: $found', ({ files, found, quotes, edit, file = VERSION }) => {
    const findings = check(files);
    expect(
      findings.map(({ severity, code, line, column }) => `${severity} ${code} ${line}:${column}`),
    ).toEqual([found]);
    expect(findings[0]?.file).toBe(`notices/${file}`);
    expect(findings[0]?.message).toContain(quotes);
    expect(findings[0]?.hint).toContain(edit);
  });
}

describe('a version without mistakes', () => {
  it('gives no finding', () => {
    expect(check(GOOD)).toEqual([]);
  });

  it('gives none with everything that frontmatter can say', () => {
    const address = '{ lines: [1 Example Wharf], town: Reigate, postcode: RH2 7JN }';
    const everything = [
      ...LINES.slice(0, 4),
      'summary: What we do with your details.',
      'language: cy',
      'audience: [customers]',
      'reviewed: "2025-11-03"',
      'reviewDue: "2026-11-12"',
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

  it('gives none for anything that a body may hold', () => {
    const body = [
      "import Box from './Box.astro';",
      '',
      'export const year = 2024;',
      '',
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
      ': Its meaning, {year}',
      '',
      '<details><summary>More</summary><Box /></details>',
      '',
      'Write to privacy@harbourlight.example or see https://ico.example/ [now](tel:+441632960123).',
      '',
      '[^1]: A note.',
    ];
    expect(check(say(...body))).toEqual([]);
  });

  it('gives none for links to every address that answers', () => {
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

  it('tells of a mistyped key that had to be there, and of the key now missing', () => {
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

  it('tells once of a mistyped key that had to be there', () => {
    const findings = check(add(5, 'changes:', '  - kind: added', '    sumary: New.'));
    expect(findings).toMatchObject([
      { code: 'key-unknown', line: 7, column: 5, hint: 'write summary: instead of sumary:' },
    ]);
  });
});

describe('values', () => {
  itFinds([
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
      edit: 'write a text: title:',
    },
    {
      what: 'a text for a list',
      files: add(5, 'audience: customers'),
      found: 'error value-invalid 5:11',
      quotes: '"audience" is a text, not a list',
      edit: 'audience: [customers]',
    },
    {
      what: 'a text for yes or no',
      files: add(5, 'numbered: yes'),
      found: 'error value-invalid 5:11',
      quotes: '"numbered" is a text, not true or false',
      edit: 'numbered: true or numbered: false',
    },
    {
      what: 'a text for a group of facts',
      files: add(5, 'dpo: dpo@harbourlight.example'),
      found: 'error value-invalid 5:6',
      quotes: '"dpo" is a text, not a group of facts',
      edit: 'on its own line below dpo:',
    },
    {
      what: 'a key without a value',
      files: put(2, 'title:'),
      found: 'error value-invalid 2:1',
      quotes: '"title" is empty',
      edit: 'write a text: title:',
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

describe('identifiers', () => {
  itFinds([
    {
      what: 'a company number that is too long',
      files: add(7, '  companyNumber: "123456789"'),
      found: 'error identifier-invalid 7:18',
      quotes: '"123456789"',
      edit: 'companyNumber: "01234567"',
    },
    {
      what: 'a company number that lost its zero',
      files: add(7, '  companyNumber: "0000000"'),
      found: 'warning identifier-suspicious 7:18',
      quotes: '"0000000"',
      edit: 'companyNumber: "00000000"',
    },
    {
      what: 'a Scottish number in the register of England and Wales',
      files: add(7, '  companyNumber: SC123456', '  registeredIn: england-and-wales'),
      found: 'warning identifier-suspicious 8:17',
      quotes: '"SC123456" belongs to the register of scotland',
      edit: 'registeredIn: scotland',
    },
    {
      what: 'a telephone number of words',
      files: put(8, '    phone: call us'),
      found: 'error identifier-invalid 8:12',
      quotes: '"call us"',
      edit: 'phone: "+441632960123"',
    },
    {
      what: 'a telephone number with (0)',
      files: put(8, '    phone: "+44 (0)1632 960123"'),
      found: 'warning identifier-suspicious 8:12',
      quotes: '"+44 (0)1632 960123"',
      edit: 'phone: "+441632960123"',
    },
    {
      what: 'a telephone number with (0) of a representative',
      files: add(
        5,
        'representatives:',
        '  - regime: uk',
        '    name: Lantern Limited',
        '    phone: "+44 (0)1632 960456"',
      ),
      found: 'warning identifier-suspicious 8:12',
      quotes: '"+44 (0)1632 960456"',
      edit: 'phone: "+441632960456"',
    },
    {
      what: 'an application in place of an ICO registration',
      files: add(7, '  icoRegistration: "00012345678"'),
      found: 'warning identifier-suspicious 7:20',
      quotes: '"00012345678"',
      edit: '"ZA123456"',
    },
    {
      what: 'a malformed postcode',
      files: add(7, '  registeredOffice: { lines: [1 Wharf], town: Reigate, postcode: RH2 7CN }'),
      found: 'warning identifier-suspicious 7:66',
      quotes: '"RH2 7CN"',
      edit: '"RH2 7JN"',
    },
    {
      what: 'a VAT number with a slip',
      files: add(7, '  vatNumber: "000000001"'),
      found: 'warning identifier-suspicious 7:14',
      quotes: '"000000001"',
      edit: 'mistyped digit',
    },
    {
      what: 'a VAT number that is too short',
      files: add(7, '  vatNumber: "98078"'),
      found: 'error identifier-invalid 7:14',
      quotes: '"98078"',
      edit: 'vatNumber: "000000000"',
    },
    {
      what: 'a charity number that is too short',
      files: add(7, '  charityNumber: "12345"'),
      found: 'warning identifier-suspicious 7:18',
      quotes: '"12345"',
      edit: '"SC012345"',
    },
    {
      what: 'a mistyped LEI',
      files: add(7, '  lei: 529900EXAMPLE0000A13'),
      found: 'error identifier-invalid 7:8',
      quotes: '"529900EXAMPLE0000A13"',
      edit: 'twenty characters',
    },
  ]);

  it('leaves the postcode of a foreign address alone', () => {
    const office = '{ lines: [Keizersgracht 1], town: Amsterdam, postcode: 1015 CJ, country: NL }';
    expect(check(add(7, `  registeredOffice: ${office}`))).toEqual([]);
  });
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
      quotes: 'a key stands here a second time',
      edit: 'keep one of the two',
    },
    {
      what: 'a tab for indentation',
      files: put(8, '\t\temail: privacy@harbourlight.example'),
      found: 'error yaml-syntax 8:1',
      quotes: 'a tab indents this line',
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
      edit: 'two spaces a level',
    },
    {
      what: 'a character that YAML keeps for itself',
      files: put(2, 'title: @Harbourlight'),
      found: 'error yaml-syntax 2:8',
      quotes: 'reserved character @',
      edit: 'in double quotes',
    },
  ]);

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

describe('headings and anchors', () => {
  itFinds([
    {
      what: 'no text at all',
      files: LINES.slice(0, 9).join('\n') + '\n',
      found: 'error body-empty 9:1',
      quotes: 'no text',
      edit: '## Who we are {#who-we-are}',
    },
    {
      what: 'nothing but a comment',
      files: say('{/* later */}'),
      found: 'error body-empty 11:1',
      quotes: 'no text',
      edit: '## Who we are {#who-we-are}',
    },
    {
      what: 'two headings with one anchor',
      files: say('## Sharing {#who}', '', '## Who we are {#who}', '', 'Us.'),
      found: 'error anchor-repeated 13:15',
      quotes: '"who" is already taken on line 11',
      edit: '{#who-2}',
    },
    {
      what: 'an anchor that the words of a later heading make too',
      files: say('## Biscuits {#cookies}', '', '## Cookies', '', 'Some.'),
      found: 'error anchor-repeated 13:1',
      quotes: '"cookies", which line 11 claims',
      edit: '{#cookies-2}',
    },
    {
      what: 'an anchor that the words of an earlier heading make too',
      files: say('## Cookies', '', '## Biscuits {#cookies}', '', 'Some.'),
      found: 'error anchor-repeated 11:1',
      quotes: '"cookies", which line 13 claims',
      edit: '{#cookies-2}',
    },
    {
      what: 'a place in the text with the anchor of a heading',
      files: say('Here <span id="who" />.', '', '## Who we are {#who}', '', 'Us.'),
      found: 'error anchor-repeated 13:15',
      quotes: '"who" is already taken on line 11',
      edit: '{#who-2}',
    },
    {
      what: 'two headings with the same words',
      files: say('## Cookies', '', '## Cookies', '', 'Some.'),
      found: 'warning anchor-suggested 13:1',
      quotes: '"Cookies" stands on line 11 too; its anchor is "cookies-1"',
      edit: '{#cookies-1}',
    },
    {
      what: 'an anchor that cannot be one',
      files: say('## Cookies {#a/b}', '', 'Some.'),
      found: 'error anchor-invalid 11:12',
      quotes: '"a/b"',
      edit: '{#how-long-we-keep-it}',
    },
    {
      what: 'a heading without words',
      files: say('##', '', 'Some.'),
      found: 'warning heading-empty 11:1',
      quotes: 'no words',
      edit: 'delete the line',
    },
  ]);

  it('names the number of each heading whose words repeat', () => {
    const findings = check(say('## Cookies', '## Cookies', '## Cookies', '', 'Some.'));
    expect(findings.map(({ line, hint }) => `${line} ${/\{#.*\}/.exec(hint)?.[0]}`)).toEqual([
      '12 {#cookies-1}',
      '13 {#cookies-2}',
    ]);
  });

  it('does not mind the same words when each heading has an anchor', () => {
    const body = ['## Cookies {#site}', '', '## Cookies {#app}', '', 'Some.'];
    expect(check(say(...body))).toEqual([]);
  });
});

describe('links', () => {
  const staff = (body: string): Files => ({ [VERSION]: body, 'staff/2024-11-12.mdx': GOOD });

  itFinds([
    {
      what: 'a mistyped anchor',
      files: say('## Cookies {#cookies}', '', 'See [there](#cookeis).'),
      found: 'error link-anchor-missing 13:5',
      quotes: '"cookeis". Did you mean "cookies"?',
      edit: 'write #cookies',
    },
    {
      what: 'an anchor that is like no other',
      files: say('## Cookies {#cookies}', '', 'See [there](#retention).'),
      found: 'error link-anchor-missing 13:5',
      quotes: '"retention"',
      edit: '{#retention}, or link to one of: cookies',
    },
    {
      what: 'a link after letters of more than one byte',
      files: say('Café “x” for £5: [there](#retention)'),
      found: 'error link-anchor-missing 11:18',
      quotes: '"retention"',
      edit: '{#retention}',
    },
    {
      what: 'an anchor without a section in a heading',
      files: say('## See [there](#retention) {#see}', '', 'Text.'),
      found: 'error link-anchor-missing 11:8',
      quotes: '"retention"',
      edit: '{#retention}',
    },
    {
      what: 'a notice that is not there',
      files: say('See [that](/suppliers/).'),
      found: 'error link-target-missing 11:5',
      quotes: '"/suppliers/"',
      edit: '/customers/',
    },
    {
      what: 'a mistyped notice',
      files: staff(say('See [that](/stuff/#who-we-are).')),
      found: 'error link-target-missing 11:5',
      quotes: '"/stuff/". Did you mean "/staff/"?',
      edit: 'write /staff/#who-we-are',
    },
    {
      what: 'a notice without its last slash',
      files: staff(say('See [that](/staff).')),
      found: 'error link-target-missing 11:5',
      quotes: '"/staff". Did you mean "/staff/"?',
      edit: 'write /staff/',
    },
    {
      what: 'a version that is not there',
      files: staff(say('See [that](/staff/2023-11-12/).')),
      found: 'error link-target-missing 11:5',
      quotes: '"/staff/2023-11-12/"',
      edit: '/staff/2024-11-12/',
    },
    {
      what: 'a mistyped anchor of another notice',
      files: staff(say('See [that](/staff/#who-we-ar).')),
      found: 'error link-anchor-missing 11:5',
      quotes: '/staff/ has no section "who-we-ar". Did you mean "who-we-are"?',
      edit: '#who-we-are',
    },
    {
      what: 'a web address without https',
      files: say('See [the ICO](www.ico.org.uk).'),
      found: 'error link-relative 11:5',
      quotes: '"www.ico.org.uk"',
      edit: 'write https://www.ico.org.uk',
    },
    {
      what: 'a relative path',
      files: say('See [that](./retention).'),
      found: 'error link-relative 11:5',
      quotes: '"./retention"',
      edit: 'from the root: /staff/',
    },
    {
      what: 'the name of a file',
      files: say('See [that](staff.md).'),
      found: 'error link-relative 11:5',
      quotes: '"staff.md"',
      edit: 'from the root: /staff/',
    },
    {
      what: 'an address without its scheme',
      files: say('See [that](//company.example/x).'),
      found: 'error link-relative 11:5',
      quotes: '"//company.example/x"',
      edit: 'write https://company.example/x',
    },
    {
      what: 'an e-mail address without mailto',
      files: say('[Write](privacy@harbourlight.example) to us.'),
      found: 'error link-relative 11:1',
      quotes: '"privacy@harbourlight.example"',
      edit: 'write mailto:privacy@harbourlight.example',
    },
    {
      what: 'a relative address in a definition of links',
      files: say('See [that][1].', '', '[1]: ./retention'),
      found: 'error link-relative 13:1',
      quotes: '"./retention"',
      edit: 'from the root',
    },
    {
      what: 'a relative address in an element',
      files: say('See <a href="./retention">that</a>.'),
      found: 'error link-relative 11:5',
      quotes: '"./retention"',
      edit: 'from the root',
    },
    {
      what: 'a link that runs code',
      files: say('[Run](javascript:alert) it.'),
      found: 'error link-scheme 11:1',
      quotes: '"javascript:alert"',
      edit: 'https:, http:, mailto:, tel:',
    },
    {
      what: 'a link that runs code, in capitals',
      files: say('[Run](JavaScript:alert) it.'),
      found: 'error link-scheme 11:1',
      quotes: '"JavaScript:alert"',
      edit: 'https:, http:, mailto:, tel:',
    },
    {
      what: 'a link without words',
      files: say('See [](https://company.example/) now.'),
      found: 'warning link-empty 11:5',
      quotes: '"https://company.example/"',
      edit: 'between the brackets',
    },
    {
      what: 'a link that leads nowhere',
      files: say('See [that]() now.'),
      found: 'error link-target-missing 11:5',
      quotes: 'leads nowhere',
      edit: '#retention',
    },
    {
      what: 'a link to nothing but #',
      files: say('See [that](#) now.'),
      found: 'error link-target-missing 11:5',
      quotes: 'leads nowhere',
      edit: '#retention',
    },
    {
      what: 'an image on another host',
      files: say('![A map](https://company.example/map.png)'),
      found: 'warning image-not-local 11:1',
      quotes: '"https://company.example/map.png"',
      edit: '![what it shows](/images/name.png)',
    },
    {
      what: 'an image by a relative path',
      files: say('![A map](map.png)'),
      found: 'error link-relative 11:1',
      quotes: '"map.png"',
      edit: '![what it shows](/images/name.png)',
    },
    {
      what: 'an image that is not there',
      files: say('![A map](/images/mpa.png)'),
      found: 'error link-target-missing 11:1',
      quotes: '"/images/mpa.png"',
      edit: 'public/images/mpa.png',
    },
    {
      what: 'an image in an element that is not there',
      files: say('<img src="/images/mpa.png" alt="A map" />'),
      found: 'error link-target-missing 11:1',
      quotes: '"/images/mpa.png"',
      edit: 'public/images/mpa.png',
    },
  ]);

  it('finds sections of every version at the address of the notice', () => {
    const earlier = GOOD.replaceAll('2024-11-12', '2023-01-01').replace('{#who-we-are}', '{#us}');
    const body = say('[then](/customers/#us) and [now](/customers/#here)', '', '## Here', '', 'x');
    expect(check({ 'customers/2023-01-01.mdx': earlier, [VERSION]: body })).toEqual([]);
  });

  it('reads an anchor that is percent-encoded', () => {
    expect(check(say('## Kündigung', '', '[there](#k%C3%BCndigung)'))).toEqual([]);
  });
});

describe('what MDX makes of the text', () => {
  itFinds([
    {
      what: 'a tag that is never closed',
      files: say('Some text.', '', '<div>', '', 'More.'),
      found: 'error mdx-syntax 13:1',
      quotes: '<div> is opened here',
      edit: 'write </div> where it ends',
    },
    {
      what: 'a component that is never closed',
      files: say('<Controller>', '', 'More.'),
      found: 'error mdx-syntax 11:1',
      quotes: '<Controller> is opened here',
      edit: 'write <Controller />',
    },
    {
      what: 'a stray <',
      files: say('Children are <13 years old.'),
      found: 'error mdx-syntax 11:14',
      quotes: 'the sign < begins a tag',
      edit: '\\<',
    },
    {
      what: 'a stray {',
      files: say('Write { here.'),
      found: 'error mdx-syntax 11:7',
      quotes: '`{`',
      edit: '\\{',
    },
    {
      what: 'a comment of HTML',
      files: say('Text <!-- later -->.'),
      found: 'error mdx-syntax 11:6',
      quotes: '<!-- … -->',
      edit: '{/* … */}',
    },
    {
      what: 'a line break of HTML',
      files: say('Text<br>and more.'),
      found: 'error mdx-syntax 11:5',
      quotes: '<br> is never closed',
      edit: 'write <br />',
    },
    {
      what: 'a placeholder that nobody filled',
      files: say('We are {company}.'),
      found: 'error expression-unknown-name 11:8',
      quotes: '"company"',
      edit: '\\{company\\}',
    },
    {
      what: 'a placeholder in parts',
      files: say('We are {company.name}.'),
      found: 'error expression-unknown-name 11:8',
      quotes: '{company.name}',
      edit: '\\{company.name\\}',
    },
    {
      what: 'a placeholder on a line of its own',
      files: say('{company}'),
      found: 'error expression-unknown-name 11:1',
      quotes: '"company"',
      edit: '\\{company\\}',
    },
    {
      what: 'a mistyped component',
      files: say('<Controler />'),
      found: 'error component-unknown 11:1',
      quotes: '<Controler>. Did you mean "Controller"?',
      edit: 'write <Controller />',
    },
    {
      what: 'a component like no other',
      files: say('Watch <Video />.'),
      found: 'error component-unknown 11:7',
      quotes: '<Video>',
      edit: 'use one of: <Controller />, <Contact />, <Dpo />, <Complaints />',
    },
    {
      what: 'an import that leads nowhere',
      files: say("import Box from './Bax.astro';", '', '<Box />'),
      found: 'error import-missing 11:1',
      quotes: '"./Bax.astro"',
      edit: 'correct its path',
    },
    {
      what: 'a second import that leads nowhere',
      files: say(
        "import Box from './Box.astro';",
        "import Lid from './Lid.astro';",
        '',
        '<Box /><Lid />',
      ),
      found: 'error import-missing 12:1',
      quotes: '"./Lid.astro"',
      edit: 'correct its path',
    },
    {
      what: 'a script',
      files: say('Text.', '', '<script src="https://company.example/x.js"></script>'),
      found: 'error element-forbidden 13:1',
      quotes: '<script>',
      edit: 'say it in Markdown',
    },
    {
      what: 'a frame',
      files: say('<iframe src="https://company.example/"></iframe>'),
      found: 'error element-forbidden 11:1',
      quotes: '<iframe>',
      edit: 'say it in Markdown',
    },
    {
      what: 'a form field',
      files: say('Your name: <input name="name" />'),
      found: 'error element-forbidden 11:12',
      quotes: '<input>',
      edit: 'say it in Markdown',
    },
    {
      what: 'a style attribute',
      files: say('Text <span style="color:red">in red</span>.'),
      found: 'error element-forbidden 11:6',
      quotes: 'style on <span>',
      edit: 'delete style',
    },
    {
      what: 'an event handler',
      files: say('Text <span onclick="go()">to press</span>.'),
      found: 'error element-forbidden 11:6',
      quotes: 'onclick on <span>',
      edit: 'delete onclick',
    },
  ]);

  it('leaves braces alone where they are code', () => {
    expect(check(say('Write `{company}`:', '', '```', '{company} <script>', '```'))).toEqual([]);
  });
});

describe('names of files and folders', () => {
  const reserved = (folder: string, notice = folder): Mistake => ({
    what: `a folder called ${folder}${notice === folder ? '' : ` in ${notice}`}`,
    files: { [`${notice}/2024-11-12.mdx`]: GOOD },
    file: `${notice}/2024-11-12.mdx`,
    found: 'error notice-reserved 1:1',
    quotes: `"${folder}"`,
    edit: `${folder.replace(/^_/, '')}-notice`,
  });

  itFinds([
    reserved('history'),
    reserved('compare'),
    reserved('search'),
    reserved('changes'),
    reserved('history', 'acme/history'),
    reserved('compare', 'compare/customers'),
    reserved('2024-01-01', 'acme/2024-01-01'),
    reserved('_acme', '_acme/customers'),
    {
      what: 'a folder with a space in its name',
      files: { 'our customers/2024-11-12.mdx': GOOD },
      file: 'our customers/2024-11-12.mdx',
      found: 'error notice-name 1:1',
      quotes: '"our customers"',
      edit: 'rename the folder to our-customers',
    },
    {
      what: 'a folder with accents in its name',
      files: { 'Clients Été/2024-11-12.mdx': GOOD },
      file: 'Clients Été/2024-11-12.mdx',
      found: 'error notice-name 1:1',
      quotes: '"Clients Été"',
      edit: 'rename the folder to clients-ete',
    },
    {
      what: 'a version in no folder',
      files: { '2024-11-12.mdx': GOOD },
      file: '2024-11-12.mdx',
      found: 'error file-misplaced 1:1',
      quotes: 'in no notice',
      edit: 'customers/2024-11-12.mdx',
    },
    {
      what: 'a file named for a day that does not exist',
      files: { 'customers/2024-02-30.mdx': GOOD },
      file: 'customers/2024-02-30.mdx',
      found: 'error file-name 1:1',
      quotes: '"2024-02-30.mdx"',
      edit: '2026-01-31.mdx',
    },
    {
      what: 'a file named for no day',
      files: { 'customers/privacy.mdx': GOOD },
      file: 'customers/privacy.mdx',
      found: 'error file-name 1:1',
      quotes: '"privacy.mdx"',
      edit: 'draft.mdx',
    },
    {
      what: 'a third version of a day without a second',
      files: { [VERSION]: GOOD, 'customers/2024-11-12-3.mdx': GOOD },
      file: 'customers/2024-11-12-3.mdx',
      found: 'error file-name 1:1',
      quotes: 'version 3 of 2024-11-12',
      edit: 'rename the file to 2024-11-12-2.mdx',
    },
  ]);

  it('tells of a reserved folder once, however many versions it holds', () => {
    const second = GOOD.replaceAll('2024-11-12', '2025-01-01');
    const files = { 'search/2024-11-12.mdx': GOOD, 'search/2025-01-01.mdx': second };
    expect(check(files)).toHaveLength(1);
  });
});

describe('encodings', () => {
  const latin1 = (text: string): Uint8Array =>
    Uint8Array.from(text, (character) => character.charCodeAt(0));

  itFinds([
    {
      what: 'a file saved as Latin-1',
      files: latin1(put(6, '  name: Société Harbourlight')),
      found: 'error not-utf8 6:13',
      quotes: 'not UTF-8',
      edit: 'UTF-8',
    },
    {
      what: 'a file saved as UTF-16',
      files: Uint8Array.of(0xff, 0xfe, 0x2d, 0x00, 0x2d, 0x00),
      found: 'error not-utf8 1:1',
      quotes: 'not UTF-8',
      edit: 'UTF-8',
    },
    {
      what: 'a file cut off in the middle of a letter',
      files: new TextEncoder().encode(say('Café')).slice(0, -2),
      found: 'error not-utf8 11:4',
      quotes: 'not UTF-8',
      edit: 'UTF-8',
    },
  ]);
});

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
      what: 'a major change that tells of nothing',
      files: add(5, 'changeType: major'),
      found: 'error change-missing 5:13',
      quotes: 'a major change',
      edit: 'changes:\n  - kind: changed\n',
    },
    {
      what: 'a minor change that tells of nothing',
      files: add(5, 'changeType: minor', 'changes: []'),
      found: 'error change-missing 5:13',
      quotes: 'a minor change',
      edit: 'changes:\n  - kind: changed\n',
    },
  ]);

  it('may be none for a correction', () => {
    expect(check(add(5, 'changeType: correction'))).toEqual([]);
  });

  it('may name a section of the version before', () => {
    const before = GOOD.replaceAll('2024-11-12', '2023-01-01').replace('{#who-we-are}', '{#gone}');
    const files = { 'customers/2023-01-01.mdx': before, [VERSION]: change('major', 'gone') };
    expect(check(files)).toEqual([]);
  });

  it('may not name a section of a version two before', () => {
    const older = GOOD.replaceAll('2024-11-12', '2022-01-01').replace('{#who-we-are}', '{#gone}');
    const files = {
      'customers/2022-01-01.mdx': older,
      'customers/2023-01-01.mdx': GOOD.replaceAll('2024-11-12', '2023-01-01'),
      [VERSION]: change('major', 'gone'),
    };
    expect(check(files)).toMatchObject([{ code: 'change-section-unknown', line: 7 }]);
  });
});

describe('the catalogue', () => {
  it('lets only those findings pass that leave a notice true and whole', () => {
    const warnings = Object.entries(catalogue).filter(([, severity]) => severity === 'warning');
    expect(warnings.map(([code]) => code)).toEqual([
      'anchor-suggested',
      'attribute-left-out',
      'change-contradicted',
      'change-type',
      'date-retroactive',
      'date-unchanged',
      'file-ignored',
      'heading-empty',
      'heading-suspicious',
      'identifier-suspicious',
      'image-not-local',
      'link-empty',
      'markup-printed',
      'value-cut',
    ]);
  });
});

describe('mistakes that used to be told badly, or not at all', () => {
  itFinds([
    {
      what: 'an alias that nothing is called',
      files: put(2, 'title: *notice'),
      found: 'error yaml-syntax 2:1',
      quotes: 'notice',
      edit: 'write the value itself',
    },
    {
      what: 'a list that is never closed, told once',
      files: add(3, 'audience: [customers'),
      found: 'error yaml-syntax 4:1',
      quotes: 'not valid YAML',
      edit: 'close every [ and {',
    },
    {
      what: 'a key that is indented by mistake, told once',
      files: put(3, '  published: "2024-11-12"'),
      found: 'error yaml-syntax 2:8',
      quotes: 'not valid YAML',
      edit: 'two spaces a level',
    },
    {
      what: 'a number in a list of texts',
      files: add(3, 'audience: [1]'),
      found: 'error value-invalid 3:12',
      quotes: 'is a number, not a text',
      edit: 'put it in quotes: "1"',
    },
    {
      what: 'a language that has no tag',
      files: add(3, 'language: English!'),
      found: 'error value-invalid 3:11',
      quotes: '"English!"',
      edit: 'language: en-GB',
    },
    {
      what: 'a link with a broken escape',
      files: say('## A {#a}', '', 'See [x](/100%).'),
      found: 'error link-target-missing 13:5',
      quotes: '/100%',
      edit: 'link to a notice',
    },
    {
      what: 'a placeholder of two words',
      files: say('## A {#a}', '', 'We are {company name}.'),
      found: 'error mdx-syntax 13:8',
      quotes: '{company name} is read as code',
      edit: '\\{company name\\}',
    },
    {
      what: 'a placeholder in two braces',
      files: say('## A {#a}', '', 'We are {{company}}.'),
      found: 'error expression-unknown-name 13:8',
      quotes: '"company"',
      edit: '\\{\\{company\\}\\}',
    },
    {
      what: 'a sum, which a program would work out',
      files: say('## A {#a}', '', 'We keep it {6 + 1} years.'),
      found: 'error expression-forbidden 13:12',
      quotes: '{6 + 1} is code',
      edit: 'write the words themselves',
    },
    {
      what: 'an attribute whose value nobody set',
      files: say('## A {#a}', '', 'See <a href={gone}>this</a>.'),
      found: 'error expression-unknown-name 13:5',
      quotes: 'nothing is called "gone"',
      edit: 'write its value in quotes',
    },
    {
      what: 'attributes that nobody set',
      files: say('## A {#a}', '', 'See <span {...gone}>this</span>.'),
      found: 'error expression-unknown-name 13:5',
      quotes: 'nothing is called "gone"',
      edit: 'write its value in quotes',
    },
    {
      what: 'a link in a version without sections',
      files: say('See [x](#gone).'),
      found: 'error link-anchor-missing 11:5',
      quotes: 'has no section "gone"',
      edit: 'give the section meant the anchor {#gone}',
    },
    {
      what: 'folders that differ in capitals alone',
      files: { [VERSION]: GOOD, 'Customers/2024-11-12.mdx': GOOD },
      found: 'error notice-name 1:1',
      file: 'Customers/2024-11-12.mdx',
      quotes: '"Customers" differs from "customers"',
      edit: 'rename one of the two',
    },
    {
      what: 'bytes that are no text, after a character that stands for such',
      files: Uint8Array.of(...new TextEncoder().encode('---\n# \uFFFD\n'), 0xff, 0x0a),
      found: 'error not-utf8 3:1',
      quotes: 'not UTF-8',
      edit: 'UTF-8',
    },
  ]);

  it('are no mistakes when an expression is a text, or a name that the version declares', () => {
    const words = [
      'export const years = 6;',
      '',
      '## A {#a}',
      '',
      'We keep it {years} years{" "}or {"{less}"}. {/* checked in May */}',
    ];
    expect(check(say(...words))).toEqual([]);
  });

  it('give a heading of signs alone an anchor that can be typed', () => {
    expect(check(say('## ?', '', '[up](#section)', '', '## !', '', '[down](#section-1)'))).toEqual(
      [],
    );
  });
});

describe('links to what the site does not have on its day', () => {
  const linking = (url: string) => say('## A {#a}', '', `See [x](${url}).`);
  const later = GOOD.replaceAll('2024-11-12', '2027-06-01');
  const earlier = GOOD.replaceAll('2024-11-12', '2023-01-01').replaceAll('who-we-are', 'gone');

  itFinds([
    {
      what: 'a version not published yet',
      files: { [VERSION]: linking('/customers/2027-06-01/'), 'customers/2027-06-01.mdx': later },
      found: 'error link-target-missing 13:5',
      quotes: '/customers/2027-06-01/',
      edit: 'write /customers/',
    },
    {
      what: 'a notice not published yet',
      files: { [VERSION]: linking('/later/'), 'later/2027-06-01.mdx': later },
      found: 'error link-target-missing 13:5',
      quotes: '/later/',
      edit: 'link to a notice',
    },
  ]);

  it.each(['/staff/2023-01-01/#gone', '/staff/#gone', '/staff/#who-we-are', '/staff/history/'])(
    'are no mistake when the target was published once: %s',
    (url) => {
      const files = {
        [VERSION]: linking(url),
        'staff/2023-01-01.mdx': earlier,
        'staff/2024-11-12.mdx': GOOD,
      };
      expect(check(files)).toEqual([]);
    },
  );
});

describe('mistakes that office programs and habits bring', () => {
  itFinds([
    {
      what: 'a date with the day first',
      files: put(3, 'published: "12/11/2024"'),
      found: 'error date-impossible 3:12',
      quotes: '"12/11/2024" is not written as year-month-day',
      edit: 'write "2024-11-12"',
    },
    {
      what: 'quotes of a word processor around a date',
      files: put(3, 'published: ‘2024-11-12’'),
      found: 'error date-impossible 3:12',
      quotes: '‘2024-11-12’',
      edit: 'write "2024-11-12" with straight quotes',
    },
    {
      what: 'a file name without zeros',
      files: { 'customers/2024-3-1.mdx': GOOD.replaceAll('2024-11-12', '2024-03-01') },
      file: 'customers/2024-3-1.mdx',
      found: 'error file-name 1:1',
      quotes: '"2024-3-1.mdx"',
      edit: 'rename it to 2024-03-01.mdx',
    },
    {
      what: 'a version saved as another kind of file',
      files: { [VERSION]: GOOD, 'customers/2025-01-01.md': GOOD },
      file: 'customers/2025-01-01.md',
      found: 'warning file-ignored 1:1',
      quotes: '"2025-01-01.md" is not read',
      edit: 'rename it to 2025-01-01.mdx',
    },
    {
      what: 'a company number that is read as a number, and has lost its zero',
      files: add(7, '  companyNumber: 1234567'),
      found: 'error value-invalid 7:18',
      quotes: 'is a number',
      edit: 'companyNumber: "01234567"',
    },
    {
      what: 'a register written as people write it',
      files: add(7, '  companyNumber: "01234567"', '  registeredIn: England and Wales'),
      found: 'error value-invalid 8:17',
      quotes: '"England and Wales"',
      edit: 'registeredIn: england-and-wales',
    },
    {
      what: 'a sign # in a value',
      files: put(2, 'title: Notice #1 for clients'),
      found: 'warning value-cut 2:8',
      quotes: 'the value ends at "Notice"',
      edit: '"Notice #1 for clients"',
    },
    {
      what: 'a key without a space after its colon',
      files: put(2, 'title:Customers'),
      found: 'error yaml-syntax 2:1',
      quotes: 'this line is no "key: value"',
      edit: 'put a space after the colon',
    },
    {
      what: 'an apostrophe within single quotes',
      files: put(2, "title: 'Acme's notice'"),
      found: 'error yaml-syntax 2:14',
      quotes: 'something follows a value',
      edit: 'double quotes, all of it',
    },
    {
      what: 'a telephone number with an extension',
      files: add(9, '    phone: 01632 960123 ext 5'),
      found: 'error identifier-invalid 9:12',
      quotes: 'has an extension',
      edit: 'phone: "+441632960123"',
    },
    {
      what: 'a telephone number that is cut short',
      files: add(9, '    phone: "01632 96"'),
      found: 'warning identifier-suspicious 9:12',
      quotes: 'too few or too many digits',
      edit: 'check it for a slip',
    },
    {
      what: 'a text that was published after it applied',
      files: put(3, 'published: "2024-12-24"'),
      found: 'warning date-retroactive 3:12',
      quotes: '"2024-12-24" is after effective "2024-11-12"',
      edit: 'check both dates',
    },
    {
      what: 'an address in angle brackets',
      files: say('Write to <privacy@acme.example>.'),
      found: 'error mdx-syntax 11:10',
      quotes: '<privacy@acme.example> is read as a tag',
      edit: '[privacy@acme.example](mailto:privacy@acme.example)',
    },
    {
      what: 'a web address in angle brackets',
      files: say('See <https://acme.example/>.'),
      found: 'error mdx-syntax 11:5',
      quotes: '<https://acme.example/> is read as a tag',
      edit: '[acme.example](https://acme.example/)',
    },
    {
      what: 'a heading without a space, with its anchor',
      files: say('##How long {#retention}'),
      found: 'error mdx-syntax 11:23',
      quotes: 'no space follows the signs "#"',
      edit: 'write ## How long {#retention}',
    },
    {
      what: 'a heading without a space',
      files: say('##How long'),
      found: 'error heading-unspaced 11:1',
      quotes: '"##How long" is no heading',
      edit: 'write ## How long',
    },
    {
      what: 'a link without its last bracket',
      files: say('See [us](https://acme.example for more.'),
      found: 'warning markup-printed 11:1',
      quotes: 'looks like a link without its last bracket',
      edit: '[words](address)',
    },
    {
      what: 'a row with more cells than its table has columns',
      files: say('| A | B |', '| --- | --- |', '| a | b | lost |', '| a \\| b | c |'),
      found: 'error table-cell-lost 13:1',
      quotes: '"lost" would be lost',
      edit: 'add a column',
    },
    {
      what: 'a sentence that begins with "import"',
      files: say('import the goods from France.'),
      found: 'error mdx-syntax 11:12',
      quotes: 'an import or export here is not valid',
      edit: 'if it is meant as words',
    },
    {
      what: 'a picture beside the notice',
      files: say('![Our logo](./logo.png)'),
      found: 'error link-relative 11:1',
      quotes: './logo.png',
      edit: 'public/images/',
    },
    {
      what: 'a folder named like a page, in capitals',
      files: { 'History/2024-11-12.mdx': GOOD },
      file: 'History/2024-11-12.mdx',
      found: 'error notice-reserved 1:1',
      quotes: '"History"',
      edit: 'rename the folder',
    },
    {
      what: 'a folder named like a public file',
      files: { 'form.pdf/2024-11-12.mdx': GOOD },
      file: 'form.pdf/2024-11-12.mdx',
      found: 'error notice-reserved 1:1',
      quotes: 'a file in public/',
      edit: 'form-pdf-notice',
    },
  ]);

  it('are told of all at once, where the parser stops at the first', () => {
    const findings = check(say('Under <18, write to <a@b.example>.', '', 'Or {not this}.'));
    expect(findings.map(({ line, column }) => `${line}:${column}`)).toEqual([
      '11:7',
      '11:21',
      '13:4',
    ]);
  });
});

describe('code in a notice', () => {
  itFinds([
    {
      what: 'the clock between two comments',
      files: say('Today is {/* a */ new Date().toISOString() /* b */}.'),
      found: 'error expression-forbidden 11:10',
      quotes: 'is code',
      edit: 'write the words themselves',
    },
    {
      what: 'a program that is exported',
      files: say('export const day = new Date().getDay();', '', 'Text.'),
      found: 'error expression-forbidden 11:1',
      quotes: 'this line is a program',
      edit: 'delete it',
    },
    {
      what: 'a layout of its own',
      files: say('export default ({ children }) => children;', '', 'Text.'),
      found: 'error expression-forbidden 11:1',
      quotes: 'this line is a program',
      edit: 'delete it',
    },
    {
      what: 'an import over several lines that leads nowhere',
      files: say('import {', '  a', '} from "./gone.js";', '', 'Text.'),
      found: 'error import-missing 11:1',
      quotes: './gone.js',
      edit: 'correct its path',
    },
    {
      what: 'a link whose address stands in braces',
      files: say('## A {#a}', '', "<a href={'#gone'}>x</a>"),
      found: 'error link-anchor-missing 13:1',
      quotes: 'no section "gone"',
      edit: 'give the section',
    },
    {
      what: 'a script behind a link, in braces',
      files: say("<a href={'javascript:alert(1)'}>x</a>"),
      found: 'error link-scheme 11:1',
      quotes: 'javascript:alert(1)',
      edit: 'https:',
    },
    {
      what: 'a backslash that browsers take for another host',
      files: say("<a href={'/\\\\evil.example/'}>x</a>"),
      found: 'error link-scheme 11:1',
      quotes: 'evil.example',
      edit: 'without backslashes',
    },
    {
      what: "an id that is the page's own",
      files: say("<div id={'~main'}>x</div>"),
      found: 'error anchor-invalid 11:1',
      quotes: '"~main"',
      edit: 'letters, digits and hyphens',
    },
    {
      what: 'an address that a name stands for',
      files: say("export const url = '/staff/';", '', '<a href={url}>x</a>'),
      found: 'error expression-forbidden 13:1',
      quotes: 'cannot be checked',
      edit: 'in quotes',
    },
    {
      what: 'words within a component that prints facts',
      files: say('<Contact>Write to us</Contact>'),
      found: 'error component-filled 11:1',
      quotes: '<Contact> prints the facts',
      edit: 'write <Contact /> alone',
    },
    {
      what: 'a component without its facts',
      files: say('<Dpo />'),
      found: 'error component-without-facts 11:1',
      quotes: '<Dpo /> has nothing to print',
      edit: 'dpo:',
    },
    {
      what: 'facts made up in the text',
      files: say('<div data-facts="x">lost words</div>'),
      found: 'error element-forbidden 11:1',
      quotes: 'data-facts',
      edit: 'delete data-facts',
    },
    {
      what: 'an attribute that a notice does not hold',
      files: say('<p class="big">words</p>'),
      found: 'warning attribute-left-out 11:1',
      quotes: 'class on <p> is left out',
      edit: 'delete class',
    },
  ]);

  it('may name a text, and import a component that is there', () => {
    const words = [
      "import Box from './Box.astro';",
      "export const term = 'six years';",
      '',
      'We keep it for {term}.',
      '',
      '<Box>words</Box>',
      '',
      '<ol type="a" start="3" reversed><li value="7"><abbr title="Data protection officer">DPO</abbr></li></ol>',
    ];
    expect(check(say(...words))).toEqual([]);
  });
});

describe('Markdown that did not come about', () => {
  itFinds([
    {
      what: 'a footnote that nothing refers to',
      files: say('Text.', '', '[^1]: Lost words.'),
      found: 'error footnote-unused 13:1',
      quotes: 'the footnote "1"',
      edit: 'write [^1] where it belongs',
    },
    {
      what: 'a footnote without its text',
      files: say('Text.[^2]'),
      found: 'warning markup-printed 11:1',
      quotes: 'a footnote that is written nowhere',
      edit: '[^1]: …',
    },
    {
      what: 'a link to an address that is given nowhere',
      files: say('See [our policy][policy].'),
      found: 'warning markup-printed 11:1',
      quotes: 'an address that is given nowhere',
      edit: '[words](address)',
    },
    {
      what: 'a link with a space in its middle',
      files: say('See [us] (https://acme.example).'),
      found: 'warning markup-printed 11:1',
      quotes: '[us]',
      edit: '[words](address)',
    },
    {
      what: 'a table without its line of dashes',
      files: say('| A | B |', '| 1 | 2 |'),
      found: 'warning markup-printed 11:1',
      quotes: 'a row without its table',
      edit: '| --- | --- |',
    },
    {
      what: 'a list that a word processor made',
      files: say('• one', '• two'),
      found: 'warning markup-printed 11:1',
      quotes: '"• one" looks like a list made of signs',
      edit: 'begin each line with "- "',
    },
    {
      what: 'a heading with one sign and no space',
      files: say('#Who we are'),
      found: 'error heading-unspaced 11:1',
      quotes: '"#Who we are" is no heading',
      edit: 'write # Who we are',
    },
    {
      what: 'a heading with the hard space of a word processor',
      files: say('##\u00A0Who we are'),
      found: 'error heading-unspaced 11:1',
      quotes: 'no plain space',
      edit: 'write ## Who we are',
    },
    {
      what: 'code that is never closed',
      files: say('```', 'curl', '', '## Rights {#rights}'),
      found: 'error code-unclosed 11:1',
      quotes: 'the rest of the text is part of it',
      edit: 'add a line ```',
    },
    {
      what: 'a paragraph that dashes make a heading',
      files: say('We keep it for six years.', '---'),
      found: 'warning heading-suspicious 11:1',
      quotes: 'We keep it for six years.',
      edit: 'empty line above the dashes',
    },
    {
      what: 'an anchor with spaces',
      files: say('## Who {#Who We Are}'),
      found: 'error anchor-invalid 11:1',
      quotes: '"{#Who We Are}" is no anchor',
      edit: '{#who-we-are}',
    },
    {
      what: 'an anchor that is not the last of its heading',
      files: say('## Five {#five}.'),
      found: 'error mdx-syntax 11:9',
      quotes: '{#five} is an anchor only at the very end',
      edit: 'put one anchor last',
    },
    {
      what: 'quotes of a word processor in a tag',
      files: say('<abbr title=“X”>ICO</abbr>'),
      found: 'error mdx-syntax 11:1',
      quotes: 'quotes of a word processor',
      edit: 'title="X"',
    },
    {
      what: 'quotes of a word processor around an address',
      files: say('[ICO](“https://ico.org.uk”)'),
      found: 'error link-relative 11:1',
      quotes: '“https://ico.org.uk”',
      edit: 'without quotes: https://ico.org.uk',
    },
    {
      what: 'a remark without an end',
      files: say('Text {/* remark'),
      found: 'error mdx-syntax 11:6',
      quotes: 'a remark begins here',
      edit: '*/}',
    },
    {
      what: 'the title of a link',
      files: say('[x](https://acme.example "Title")'),
      found: 'warning attribute-left-out 11:1',
      quotes: '"Title" is left out',
      edit: 'say it in the text',
    },
    {
      what: 'a style, told once',
      files: say('<p style={{ color: "red" }}>x</p>'),
      found: 'error element-forbidden 11:1',
      quotes: 'style',
      edit: 'delete style',
    },
    {
      what: 'a language that is spelt out',
      files: add(3, 'language: English'),
      found: 'error value-invalid 3:11',
      quotes: '"English"',
      edit: 'language: en-GB',
    },
    {
      what: 'a day of publication left from the version before',
      files: {
        [VERSION]: GOOD,
        'customers/2025-01-01.mdx': GOOD.replace(
          'effective: "2024-11-12"',
          'effective: "2025-01-01"',
        ),
      },
      file: 'customers/2025-01-01.mdx',
      found: 'warning date-unchanged 3:12',
      quotes: 'is that of the version before',
      edit: 'the day on which this version goes on the site',
    },
    {
      what: 'a section that is said to be removed and stands',
      files: add(5, 'changes:', '  - { kind: removed, section: who-we-are, summary: Gone. }'),
      found: 'warning change-contradicted 6:13',
      quotes: '"who-we-are" is said to be removed, and is still there',
      edit: 'kind: changed',
    },
  ]);
});
