import { describe, expect, it } from 'vitest';
import { add, check, GOOD, itFinds, put, say, VERSION, type Files } from './testing.ts';

const WELSH = 'customers/2024-11-12.cy.mdx';
const translated = GOOD.replace('Customer privacy notice', 'Hysbysiad preifatrwydd')
  .replace('Who we are', 'Pwy ydym ni')
  .replace('We are', 'Ni yw');

const beside = (text: string, original = GOOD): Files => ({ [VERSION]: original, [WELSH]: text });

describe('a translation', () => {
  it('is next to its original and takes its language from its file name', () => {
    expect(check(beside(translated))).toEqual([]);
    expect(check(beside(translated.replace('published', 'language: cy\npublished')))).toEqual([]);
  });

  it('may be of any version, added in any order and published on the same day', () => {
    const first = GOOD.replaceAll('2024-11-12', '2020-01-01');
    const files = {
      'customers/2020-01-01.mdx': first,
      'customers/2020-01-01.cy.mdx': translated.replace(
        'effective: "2024-11-12"',
        'effective: "2020-01-01"',
      ),
      ...beside(translated),
    };
    expect(check(files).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('may be added after its original took effect', () => {
    const late = translated.replace('published: "2024-11-12"', 'published: "2025-01-01"');
    expect(check(beside(late))).toEqual([]);
  });

  it('may have links, and links to it', () => {
    const links = say(
      '## Who we are {#who-we-are}',
      '',
      'Also [in Welsh](/customers/cy/#who-we-are), [of that day](/customers/cy/2024-11-12/).',
    );
    expect(check(beside(translated, links))).toEqual([]);
  });

  const records = (purpose: string, period: string): string =>
    `processing: [{ id: a, purpose: ${purpose}, retention: { period: ${period} } }]`;
  itFinds([
    {
      what: 'another language in its facts',
      files: beside(translated.replace('published', 'language: pl\npublished')),
      found: 'error translation-language 3:11',
      quotes: '"pl"',
      edit: 'write language: cy',
      file: WELSH,
    },
    {
      what: 'no original beside it',
      files: { [WELSH]: translated },
      found: 'error translation-without-original 1:1',
      quotes: '2024-11-12.mdx',
      edit: 'name the file after the version that it translates',
      file: WELSH,
    },
    {
      what: 'a draft for a day of no version',
      files: {
        [VERSION]: GOOD,
        [WELSH]: translated,
        'customers/draft.cy.mdx': translated.replaceAll('2024-11-12', '2030-01-01'),
      },
      found: 'error translation-without-original 4:12',
      quotes: 'that applies from 2030-01-01',
      edit: 'set effective to the day',
      file: 'customers/draft.cy.mdx',
    },
    {
      what: 'the language of its original',
      files: beside(translated, add(3, 'language: cy')),
      found: 'error translation-language 1:1',
      quotes: 'already in that language',
      edit: 'name the file after the language',
      file: WELSH,
    },
    {
      what: 'an anchor of its own',
      files: beside(translated.replace('{#who-we-are}', '{#pwy}')),
      found: 'error translation-anchors 1:1',
      quotes: 'it has no #who-we-are, and #pwy is not in',
      edit: '{#who-we-are}',
      file: WELSH,
    },
    {
      what: 'a section too few',
      files: beside(translated, `${GOOD}\n## Your rights {#rights}\n\nThey are yours.\n`),
      found: 'error translation-anchors 1:1',
      quotes: 'it has no #rights',
      edit: '## … {#rights}',
      file: WELSH,
    },
    {
      what: 'another number of a register',
      files: beside(
        translated.replace('  contact:', '  icoRegistration: ZA000001\n  contact:'),
        put(6, '  name: Harbourlight IT Limited', '  icoRegistration: ZA000002'),
      ),
      found: 'error translation-facts 7:20',
      quotes: '"ZA000001" here but "ZA000002" in notices/customers/2024-11-12.mdx',
      edit: 'write icoRegistration: "ZA000002"',
      file: WELSH,
    },
    {
      what: 'a change that is not listed',
      files: beside(
        translated.replace('controller:', 'changeType: correction\ncontroller:'),
        add(
          5,
          'changeType: correction',
          'changes:',
          '  - { kind: changed, section: who-we-are, summary: x }',
        ),
      ),
      found: 'error translation-facts 2:1',
      quotes: '`changes` lists nothing here',
      edit: 'translate every entry',
      file: WELSH,
    },
    {
      what: 'another period in its records',
      files: beside(
        translated.replace('controller:', `${records('Cadw', 'P7Y')}\ncontroller:`),
        add(5, records('Keep', 'P6Y')),
      ),
      found: 'error translation-facts 5:38',
      quotes: 'retention of "a" has other codes here than in notices/customers/2024-11-12.mdx',
      edit: 'copy retention from the original',
      file: WELSH,
    },
    {
      what: 'records that are not translated',
      files: beside(translated, add(5, records('Keep', 'P6Y'))),
      found: 'error translation-facts 2:1',
      quotes: '`processing` has the purposes none here but a in',
      edit: 'translate every record',
      file: WELSH,
    },
    {
      what: 'a day before its original',
      files: beside(translated.replace('published: "2024-11-12"', 'published: "2024-11-11"')),
      found: 'error date-order 3:12',
      quotes: 'before its original was published, "2024-11-12"',
      edit: '"2024-11-12" or later',
      file: WELSH,
    },
    {
      what: 'a withdrawal of its own',
      files: beside(translated.replace('controller:', 'withdrawn: "2025-01-01"\ncontroller:')),
      found: 'error translation-facts 5:12',
      quotes: '`withdrawn` belongs in the original',
      edit: 'write it in notices/customers/2024-11-12.mdx',
      file: WELSH,
    },
    {
      what: 'a tag that is not a language',
      files: { [VERSION]: GOOD, 'customers/2024-11-12.CY.mdx': translated },
      found: 'error file-name 1:1',
      quotes: '"CY" is not a language tag',
      edit: 'ends in .cy.mdx',
      file: 'customers/2024-11-12.CY.mdx',
    },
    {
      what: 'a folder at its address',
      files: { ...beside(translated), 'customers/cy/2024-11-12.mdx': GOOD },
      found: 'error notice-reserved 1:1',
      quotes: 'the same address as the translation',
      edit: 'customers/cy-notice',
      file: 'customers/cy/2024-11-12.mdx',
    },
    {
      what: 'a new version that is not translated',
      files: {
        ...beside(translated),
        'customers/2025-11-12.mdx': GOOD.replaceAll('2024-11-12', '2025-11-12'),
      },
      found: 'warning translation-behind 1:1',
      quotes: 'not translated into "cy"',
      edit: 'npx noticeboard translate customers cy',
      file: 'customers/2025-11-12.mdx',
    },
  ]);

  it('is not checked if its original cannot be read', () => {
    const found = check(beside(translated, GOOD.replace('"2024-11-12"', '"2024-02-30"')));
    expect(found.map(({ file }) => file)).toEqual([`notices/${VERSION}`]);
  });
});
