/** How a text is built. */
import type { Rule } from '../rule.ts';
import { askRepeats, askNumbers, askHeadings } from '../ask-structure.ts';
import {} from '../signals.ts';

export const structure: readonly Rule[] = [
  {
    code: 'paragraph-repeated',
    family: 'structure',
    title: 'The same words twice',
    law: {
      act: 'UK GDPR',
      section: 'Art 12(1): concise, transparent, intelligible, easily accessible',
    },

    severity: 'info',
    isOfAnyLaw: true,
    ask: askRepeats,
    message: 'These words stand more than once: "{found}".',
    fix: 'Keep one and link to it.',
    // Language of the ICO generator under each purpose: the finding is right there too.
    fail: [
      'Contract – we have to collect or use the information so we can enter into or carry out a contract with you.\n\n## Two\n\nContract – we have to collect or use the information so we can enter into or carry out a contract with you.',
    ],
    pass: ['We keep it for one year.\n\n## Two\n\nWe keep it for one year.'],
  },
  {
    code: 'numbers-missing',
    family: 'structure',
    title: 'Typed numbers with a gap',
    law: {
      act: 'UK GDPR',
      section: 'Art 12(1): concise, transparent, intelligible, easily accessible',
      note: 'A gap is often a section that was lost.',
    },

    severity: 'warning',
    isOfAnyLaw: true,
    ask: askNumbers,
    message: 'The headings go from {found}: is a section missing?',
    fix: 'Delete the numbers and set numbered: true; check whether the text between was lost.',
    // Numbers that are not an order ("2024 in review"): 1 to 99 with a full stop or bracket only.
    fail: ['## 3. Who we are\n\n## 4. What we hold\n\n## 6. Marketing'],
    pass: [
      '## 1. Who we are\n\n## 2. What we hold\n\n## 3. How long',
      '## 25. March 2019\n\n## 24. March 2021\n\n## 26. October 2021',
    ],
  },
  {
    code: 'no-headings',
    family: 'structure',
    title: 'A long text without sections',
    law: {
      act: 'UK GDPR',
      section: 'Art 12(1): concise, transparent, intelligible, easily accessible',
      note: 'People arrive at sections; a text without has no anchors.',
    },

    severity: 'warning',
    isOfAnyLaw: true,
    ask: askHeadings,
    message: '{found} words stand before the first heading: nobody can link to a part of them.',
    fix: 'Give each part a heading with an anchor, such as "## How long we keep it {#retention}".',
    // Short notices: the limit keeps them out.
    fail: ['We keep it safe. '.repeat(150)],
    pass: ['We keep it safe. '.repeat(37)],
  },
];
