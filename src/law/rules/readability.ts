/** How hard a text is to read. */
import type { Rule } from '../rule.ts';
import { askLength, askJargon } from '../ask-structure.ts';
import {} from '../signals.ts';

export const readability: readonly Rule[] = [
  {
    code: 'sentence-long',
    family: 'readability',
    title: 'Sentences of more than 40 words',
    law: {
      act: 'UK GDPR',
      section: 'Art 12(1): concise, transparent, intelligible, easily accessible',
      note: 'Plain-language guides ask for 15 to 20 on average; 40 is a generous limit.',
    },

    severity: 'info',
    isOfAnyLaw: true,
    ask: askLength,
    message: '{count} sentences have more than 40 words; the longest has {now}: "{found}".',
    fix: 'Split them: one thought each. Turn a row of items into a list.',
    // Sentences that are lists with semicolons; addresses; abbreviations with full stops cut sentences short (misses, not false alarms).
    fail: [`${'we keep it '.repeat(26)}safe.`],
    pass: [`${'we keep it '.repeat(8)}safe.`],
  },
  {
    code: 'jargon-unexplained',
    family: 'readability',
    title: 'Words that people do not know',
    law: {
      act: 'UK GDPR',
      section: 'Art 12(1): concise, transparent, intelligible, easily accessible',
    },

    severity: 'info',
    isOfAnyLaw: true,
    ask: askJargon,
    message: '"{found}" is used and not explained.',
    fix: 'Write it out at first use, or say it in plain words: "you" for "data subject".',
    // "Data subject" in a quoted title of law. ICO, UK, EU, GDPR are left out: they are known or named in full by other rules.
    fail: ['Data subjects may send a DSAR at any time.'],
    pass: [
      'This is called a subject access request (SAR).',
      'You can ask us for a copy (commonly known as a “data subject access request”).',
      'You can ask us for a copy.',
    ],
  },
];
