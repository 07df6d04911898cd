/** Duties: who receives data, where it comes from and goes, how long it is kept (Art 13(1)(e), (f), 13(2)(a), 14). */
import type { Rule } from '../rule.ts';

import { askFormula } from '../ask-places.ts';
import { askSources } from '../ask-facts.ts';

import { recipientsInRecords, transfersInRecords, retentionInRecords } from '../records.ts';
import { factsOr } from '../signals.ts';
import {
  RECIPIENTS,
  RETENTION,
  SAFEGUARDS,
  SENT_ABROAD,
  SOME_SAFEGUARD,
  STAYS,
} from '../told-where.ts';
import { missing } from '../told.ts';

export const recipients: readonly Rule[] = [
  {
    code: 'recipients-missing',
    family: 'duty',
    title: 'Recipients, or that there are none',
    law: {
      act: 'UK GDPR',
      section: 'Art 13(1)(e), 14(1)(e)',
      note: '"If any": silence can be lawful, which is rare in practice, since processors count.',
    },
    from: '2018-05-25',
    severity: 'warning',
    readsFacts: true,
    ask: missing({ told: RECIPIENTS, facts: recipientsInRecords }),
    message: 'Nothing says who receives the data, or that nobody does.',
    fix: 'List recipients under processing, with role: processor for suppliers who act for you, or write recipients: none.',
    // Someone who truly shares with nobody and uses no supplier: write recipients: none.
    fail: ['We use your name and email to answer you. We keep them for a year.'],
    pass: [
      'Our email supplier stores messages for us; we share them with nobody else.',
      { facts: { processing: [{ id: 'one', purpose: 'One', recipients: 'none' }] } },
    ],
  },
  {
    code: 'transfer-without-safeguard',
    family: 'duty',
    title: 'A transfer has its safeguard',
    law: {
      act: 'UK GDPR',
      section: 'Art 13(1)(f), 14(1)(f); Arts 45A-49',
      note: 'Chapter V before 5 Feb 2026 spoke of Art 45; the duty is older.',
    },
    from: '2018-05-25',
    severity: 'error',
    inProse: 'warning',
    readsFacts: true,
    ask: missing({
      told: SAFEGUARDS,
      vague: SOME_SAFEGUARD,
      when: [SENT_ABROAD],
      whenNot: [
        /\b(?:not|never|don't|doesn't|won't|nothing|none|no data)\b/i,
        // Where people are.
        /(?:^|\b(?:if|when|while) )you (?:(?:may|can|might|could) )?(?:access|visit|use|travel|are|live)\b(?!.*\b(?:transferr?\w*|consent|stored?|processed)\b)/i,
      ],
      isOfBody: true,
      denied: STAYS,
      facts: transfersInRecords,
    }),
    message: '"{found}": the notice sends data abroad and names no safeguard.',
    fix: 'Name the countries and the mechanism for each: UK adequacy regulations, the UK-US data bridge, the IDTA or the UK Addendum; say how to get a copy.',
    // "Messages may pass through other countries on the internet" is no transfer. A transfer that the person makes themselves.
    fail: ['We may store your information outside the UK. We take steps to keep it secure.'],
    pass: [
      'We may store your information outside the UK, under the UK Addendum. Ask us for a copy.',
      'We do not transfer your information outside the UK.',
    ],
  },
  {
    code: 'retention-missing',
    family: 'duty',
    title: 'How long data is kept',
    law: {
      act: 'UK GDPR',
      section: 'Art 13(2)(a), 14(2)(a)',
      note: 'Para 2 applies where necessary for fair processing; the ICO treats all of it as required.',
    },
    from: '2018-05-25',
    severity: 'error',
    inProse: 'warning',
    readsFacts: true,
    ask: missing({ told: RETENTION, facts: retentionInRecords }),
    message: 'Nothing says how long data is kept.',
    fix: 'Give each kind of data a period, or the rule that fixes it: retention: {period: P6Y, startsFrom: the end of the financial year}.',
    // Periods given in a separate linked schedule.
    fail: ['We use your email address to send the newsletter. You can unsubscribe at any time.'],
    pass: ['We keep orders for six years.', '## How long we keep your data\n\nOrders: six years.'],
  },
  {
    code: 'retention-empty-formula',
    family: 'duty',
    title: 'A retention formula that says nothing',
    law: {
      act: 'UK GDPR',
      section: 'Art 13(2)(a), 5(1)(e)',
      note: 'The formula repeats the storage-limitation principle; it is neither a period nor criteria (WP260 rev.01 says so; ICO: say how you decide).',
    },
    from: '2018-05-25',
    severity: 'warning',
    readsFacts: true,
    ask: factsOr(
      retentionInRecords,
      askFormula({
        bad: [
          /\b(?:as|so) long as (?:(?:it|is|are|this|we|they|reasonably|strictly|legally|may|be)\s+)*(?:necessary|need(?:ed)?|required|relevant)(?: (?:it|them))?\b/i,
          /\b(?:no|not)(?: be)?(?: kept| held| retained| keep(?: it)?)?(?: for)?(?: any)? longer than (?:(?:it|is|are|we|reasonably)\s+)*(?:necessary|need(?:ed)?|required)\b/i,
          /\b(?:only )?(?:kept|held|stored|retained) while (?:it is )?(?:required|needed|necessary)\b/i,
          /\bfor (?:the|a) (?:period|time|duration) (?:that is )?(?:reasonably )?(?:necessary|required|needed)\b/i,
        ],
      }),
    ),
    message: '"{found}" tells nobody how long: it repeats the legal principle.',
    fix: 'Give a period or the event that ends it, for each kind of data: "orders: six years from the end of the financial year".',
    // A formula followed by periods or by criteria that a person can apply ("until you close your account"). Rights text that lists criteria for erasure ("no longer needed").
    fail: [
      'We keep your data only for as long as we need it.',
      'Data is only kept while required and is destroyed afterwards.',
      'We keep it only for as long as we need it. For example, we keep invoices for six years.',
    ],
    pass: [
      'We keep orders for six years and your account for as long as you use it.',
      'We keep it only as long as we need it: 12 months for messages, six years for orders.',
    ],
  },
  {
    code: 'source-missing',
    family: 'duty',
    title: 'Where data comes from',
    law: {
      act: 'UK GDPR',
      section: 'Art 14(2)(f)',
      note: 'Only data not obtained from the person. Prose signals ("from third parties" without an example) were tried on 39 policies: 20 findings, many of them headings or lead-ins whose examples follow in the next list. So only what others always make, such as the outcome of a check, and for information.',
    },
    from: '2018-05-25',
    severity: 'error',
    readsFacts: true,
    ask: askSources,
    message: '"{found}" takes data from somebody else, who has no name.',
    fix: 'Name it or its kind: sources: [{type: third-party, name: credit reference agencies, publiclyAccessible: false}].',
    // None when facts are filled. Art 14(5) exemptions: waive with the reason.
    fail: [
      'We hold your driving licence and your vetting outcomes.',
      {
        facts: {
          processing: [{ id: 'one', purpose: 'Check credit', sources: [{ type: 'third-party' }] }],
        },
      },
      {
        facts: {
          processing: [{ id: 'one', purpose: 'Find directors', sources: [{ type: 'public' }] }],
        },
      },
    ],
    pass: [
      'We get your vetting results and other data from the Disclosure and Barring Service.',
      {
        facts: {
          processing: [
            {
              id: 'one',
              purpose: 'Check credit',
              sources: [
                {
                  type: 'third-party',
                  name: 'credit reference agencies',
                  publiclyAccessible: false,
                },
              ],
            },
          ],
        },
      },
      {
        facts: {
          processing: [{ id: 'one', purpose: 'Take orders', sources: [{ type: 'data-subject' }] }],
        },
      },
    ],
  },
];
