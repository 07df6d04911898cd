import { describe, expect, it } from 'vitest';
import { checklistOf, countOf } from './checklist.ts';
import { readExample } from './testing.ts';
import { isFault, type Example } from './rule.ts';

const TODAY = '2026-11-27';

const SOUND = `## What we do {#purposes}

We use your name and address to send you what you order. Our lawful basis is our contract with you.
If you do not give us your address, we cannot deliver. We keep orders for six years.
Our couriers are processors: we share your address with them.

## Your rights {#rights}

You can ask us for a copy of your data, to correct, erase or restrict it, or to send it in a
machine-readable file. You can object to any use. You can complain to us by email.
You can also complain to the Information Commission (ICO).
`;

const checked = (example: Example, day = TODAY) => checklistOf(readExample(example), day, TODAY);
const stateOf = (example: Example, duty: string, day?: string) =>
  checked(example, day).duties.find((line) => line.duty === duty)?.state;

describe('a checklist', () => {
  it('finds nothing missing in a sound notice, and says where each answer stands', () => {
    const list = checked(SOUND);
    expect(countOf(list)).toEqual({ duties: 0, words: 0 });
    const retention = list.duties.find(({ duty }) => duty === 'retention');
    expect(retention).toMatchObject({ state: 'told', byFacts: false });
    expect(retention?.where?.block?.anchor).toBe('purposes');
  });

  it('loses one duty with each answer that is taken out', () => {
    for (const [words, duty] of [
      ['We keep orders for six years.', 'retention'],
      ['Our lawful basis is our contract with you.', 'lawful basis for each purpose'],
      ['You can complain to us by email.', 'complaint to you'],
      ['You can also complain to the Information Commission (ICO).', 'complaint to the regulator'],
      ['You can object to any use.', 'rights'],
    ] as const) {
      const without = checked(SOUND.replace(words, ''));
      const missing = without.duties.filter(({ state }) => isFault(state));
      expect(missing.map((line) => line.duty)).toEqual([duty]);
    }
  });

  it('takes facts before words', () => {
    const facts = { complaints: { email: 'complaints@acme.example' } };
    expect(stateOf({ facts, text: 'Nothing.' }, 'complaint to you')).toBe('met');
  });

  it('does not ask for a complaint to the controller before 19 June 2026', () => {
    const text = 'You can complain to the ICO.';
    expect(stateOf({ text }, 'complaint to you', '2026-06-18')).toBe('not-asked');
    expect(stateOf({ text }, 'complaint to you', '2026-06-19')).toBe('missing');
  });

  it('says that a notice for another law is not asked', () => {
    const facts = {
      controller: {
        name: 'Beispiel GmbH',
        contact: {
          email: 'datenschutz@beispiel.example',
          address: { lines: ['1 Weg'], town: 'Bonn', country: 'DE' },
        },
      },
    };
    const list = checked({ facts, text: 'We value your privacy.' });
    expect(list.silent).toEqual(['not-uk']);
    expect(countOf(list).duties).toBe(0);
  });

  it('asks a Welsh text for its facts alone', () => {
    const list = checked({ facts: { language: 'cy' }, text: 'Cysylltwch â ni.' });
    expect(list.silent).toEqual(['not-english']);
    expect(list.duties.filter(({ state }) => state === 'missing')).toEqual([]);
  });
});

describe('a waiver', () => {
  const waived = (more: object) => [
    { rule: 'eea-frame', reason: 'Quotes our supplier.', by: 'Manager', on: '2026-11-01', ...more },
  ];
  const text = `${SOUND}\nNothing is stored outside the EEA.\n`;

  it('silences a finding and is listed', () => {
    const list = checked({ facts: { waived: waived({}) }, text });
    expect(list.words).toEqual([]);
    expect(list.waived.map(({ waiver }) => waiver.by)).toEqual(['Manager']);
  });

  it.each([
    ['ended', { until: '2026-11-26' }],
    ['to-come', { on: '2026-11-28' }],
    ['words-changed', { words: 'outside the Union' }],
    ['words-changed', { section: 'transfers' }],
    ['idle', { rule: 'privacy-shield' }],
    ['unknown-rule', { rule: 'eea-frames' }],
  ])('that is %s silences nothing', (why, more) => {
    const list = checked({ facts: { waived: waived(more) }, text });
    expect(list.words.map(({ rule }) => rule.code)).toEqual(['eea-frame']);
    expect(list.waiverFaults.map((fault) => fault.why)).toEqual([why]);
  });

  it('cannot silence an error', () => {
    const facts = {
      dpo: { role: 'Data Protection Officer' },
      waived: [{ ...waived({})[0], rule: 'dpo-contact' }],
    };
    const list = checked({ facts, text: SOUND });
    expect(list.waiverFaults.map((fault) => fault.why)).toEqual(['error']);
    expect(countOf(list).duties).toBe(1);
  });
});
