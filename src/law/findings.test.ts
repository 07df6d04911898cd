import { describe, expect, it } from 'vitest';
import { readVersion } from '../mdx/read.ts';
import type { IsoDate } from '../notices/dates.ts';
import { lawFindings } from './findings.ts';
import { writeDraft } from './start/draft.ts';

const TODAY = '2026-11-28' as IsoDate;

const SOUND = writeDraft({
  name: 'Bright Bikes Limited',
  email: 'privacy@brightbikes.example',
  kind: 'company',
  companyNumber: '99999995',
  activities: ['orders', 'marketing', 'cctv'],
  today: TODAY,
  effective: TODAY,
});

/** The notice with words before its last section, and facts before its records. */
const withWords = (words: string, facts = ''): string =>
  SOUND.replace('## How to complain', `${words}\n\n## How to complain`).replace(
    'processing:\n',
    `${facts}processing:\n`,
  );

const EEA = 'It is never kept outside the EEA.';

const waived = (more: string, rule = 'eea-frame', on = '2026-11-20'): string =>
  `waived: [{ rule: ${rule}, reason: Quotes the terms of our supplier., by: Manager, on: "${on}"${more} }]\n`;

/** Findings of a draft, each with the text that stands at its place. */
function found(text: string, effective: string = TODAY) {
  const bytes = new TextEncoder().encode(text);
  const { facts } = readVersion({ file: 'bikes/draft.mdx', bytes });
  if (!facts) throw new Error('the facts cannot be read');
  const lines = text.split('\n');
  return lawFindings({ file: 'bikes/draft.mdx', facts, text: () => text }, effective, TODAY).map(
    ({ line, column, ...each }) => ({
      ...each,
      at: (lines[line - 1] ?? '').slice(column - 1),
    }),
  );
}

it('has nothing to say of a sound notice', () => {
  expect(found(SOUND)).toEqual([]);
});

const CONSENT = 'lawfulBasis:\n      - consent';
const LEGAL = 'lawfulBasis:\n      - legal-obligation\n    legalObligation: Companies Act 2006';
const INTERESTS = 'lawfulBasis:\n      - legitimate-interests\n    legitimateInterest: Preventing';

describe('facts that the text or the law contradicts', () => {
  it.each([
    {
      what: 'a text that denies what records say',
      text: withWords('We never share your personal data with anyone.'),
      code: 'sharing-denied-and-made',
      at: 'We never share your',
      says: 'denies what "Our email supplier" says. Also at line',
    },
    {
      what: 'consent to what a law asks for',
      text: SOUND.replace(LEGAL, 'lawfulBasis:\n      - consent\n    purposeNote: x').replace(
        / {4}purposeNote: x.*\n/,
        '',
      ),
      code: 'basis-unfit',
      at: 'Keep accounts and pay tax',
      says: '"Keep accounts and pay tax" rests on consent, which does not fit it',
    },
    {
      what: 'vital interests in a newsletter',
      text: SOUND.replace(CONSENT, 'lawfulBasis:\n      - vital-interests'),
      code: 'basis-unfit',
      at: 'Send you our news and offers by email',
      says: 'does not fit',
    },
    {
      what: 'an officer without an address',
      text: withWords('', 'dpo: { role: Data protection officer }\n'),
      code: 'dpo-contact',
      severity: 'error',
      at: 'Data protection officer }',
      says: '(UK GDPR Art 13(1)(b), 14(1)(b))',
    },
  ])('are reported where they stand: $what', ({ text, code, severity, at, says }) => {
    const [first, ...others] = found(text);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ code, severity: severity ?? 'warning', file: 'bikes/draft.mdx' });
    expect(first?.at.startsWith(at), first?.at).toBe(true);
    expect(first?.message).toContain(says);
    expect(first?.hint).not.toBe('');
  });

  it('are errors before the day on which they can be right, and not after', () => {
    const text = SOUND.replace(
      INTERESTS,
      'lawfulBasis:\n      - recognised-legitimate-interest\n    recognisedCondition: crime\n    note: Preventing',
    ).replace(/ {4}note: Preventing.*\n/, '');
    expect(found(text)).toEqual([]);
    expect(found(text, '2026-02-04')).toContainEqual(
      expect.objectContaining({
        code: 'recognised-interest',
        severity: 'error',
        at: 'Keep people and property safe with cameras',
      }),
    );
  });
});

describe('a waiver', () => {
  it('leaves a finding, in whatever section it is for', () => {
    expect(found(withWords(EEA, waived('')))).toEqual([]);
    expect(found(withWords(EEA, waived(', section: transfers')))).toEqual([]);
  });

  it.each([
    ['has ended', waived(', until: "2026-11-21"'), '"2026-11-21"', 'ended on 21 November 2026'],
    ['is still to come', waived('', 'eea-frame', '2027-01-01'), '"2027-01-01"', 'still to come'],
    ['is for no rule', waived('', 'eea-fram'), 'eea-fram,', 'Did you mean "eea-frame"?'],
    ['is for other words', waived(', words: outside the Union'), 'outside', 'not "outside the Un'],
    ['is for another section', waived(', section: contact'), 'contact }', 'not in #contact'],
  ])('that %s is reported, and the finding too', (_, facts, at, says) => {
    const [finding, waiver, ...others] = found(withWords(EEA, facts));
    expect(others).toEqual([]);
    expect(finding?.code).toBe('eea-frame');
    expect(finding?.at).toMatch(/^outside the EEA/);
    expect(waiver).toMatchObject({ code: 'waiver-unfit', severity: 'warning' });
    expect(waiver?.at.startsWith(at), waiver?.at).toBe(true);
    expect(waiver?.message).toContain(says);
    expect(waiver?.hint).not.toBe('');
  });

  it('that leaves nothing is reported', () => {
    expect(found(withWords('', waived('')))).toEqual([
      expect.objectContaining({ code: 'waiver-unfit', hint: 'delete the waiver' }),
    ]);
  });

  it('leaves no error', () => {
    const facts = `dpo: { role: Officer }\n${waived('', 'dpo-contact')}`;
    expect(found(withWords('', facts)).map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringMatching(/^dpo-contact: /),
      'waiver-unfit: "dpo-contact" is an error here, and errors cannot be waived',
    ]);
  });
});

it('finds words that are broken over lines and typed with other quotes', () => {
  const text = withWords('We keep nothing at all\nabroad, and nothing outside\nthe EEA.');
  expect(found(text).map(({ at }) => at)).toEqual(['outside']);
});
