/** Duties: who decides, what for and on which basis (UK GDPR Art 13(1)(a) to (d)). */
import type { Rule } from '../rule.ts';
import { recognisedInRecords } from '../records.ts';
import { hasNoBasisTable } from '../ask-places.ts';
import { askIdentity, askDpoContact, askOfficer } from '../ask-facts.ts';

import { purposesInRecords, basesInRecords, interestsInRecords } from '../records.ts';
import { words, factsOr } from '../signals.ts';
import { BASES, INTERESTS, PURPOSES } from '../told-use.ts';
import { missing } from '../told.ts';

export const purposes: readonly Rule[] = [
  {
    code: 'controller-identity',
    family: 'duty',
    title: 'The controller is a legal person',
    law: {
      act: 'UK GDPR',
      section: 'Art 13(1)(a), 14(1)(a)',
      note: 'Identity means the legal person; a brand is not enough. Warning only: Companies Act 2006 ss.60-62 lets some companies drop "Limited".',
    },
    from: '2018-05-25',
    severity: 'warning',
    readsFacts: true,
    isOfAnyLaw: true,
    ask: askIdentity,
    message:
      '"{found}" reads like a trading name: people must be told which legal person decides about their data.',
    fix: 'Write the full registered name in controller.name, such as "Acme Widgets Limited", and move the brand to tradingNames; or say what it is, such as kind: sole-trader.',
    // Companies exempt from "Limited" (often charities limited by guarantee); foreign companies. A company number silences it.
    fail: [
      { facts: { controller: { name: 'Acme', kind: 'company' } } },
      { facts: { controller: { name: 'Bright Bikes', kind: 'llp' } } },
      { facts: { controller: { name: 'b-bikes', contact: { phone: '+441632960111' } } } },
    ],
    pass: [
      { facts: { controller: { name: 'Acme Widgets Limited', kind: 'company' } } },
      { facts: { controller: { name: 'Acme Widgets s. r. o.', kind: 'company' } } },
      { facts: { controller: { name: 'Acme Widgets Sp. z o.o.', kind: 'company' } } },
      { facts: { controller: { name: 'Acme Widgets, Inc.', kind: 'company' } } },
      { facts: { controller: { name: 'Acme Widgets B.V.', kind: 'company' } } },
      { facts: { controller: { name: 'Acme Widgets S.p.A.', kind: 'company' } } },
      { facts: { controller: { name: 'Acme Widgets Pty Ltd', kind: 'company' } } },
      { facts: { controller: { name: 'Acme Widgets ApS', kind: 'company' } } },
      {
        facts: {
          controller: { name: 'The Reading Room', kind: 'company', companyNumber: '01234567' },
        },
      },
      { facts: { controller: { name: 'b-bikes', kind: 'sole-trader' } } },
      { facts: { controller: { name: 'Anytown Primary School' } } },
      { facts: { controller: { name: 'Alex Example' } } },
    ],
  },
  {
    code: 'dpo-contact',
    family: 'duty',
    title: 'The data protection officer can be reached',
    law: {
      act: 'UK GDPR',
      section: 'Art 13(1)(b), 14(1)(b)',
      note: 'Contact details of the DPO where there is one; no name is needed.',
    },
    from: '2018-05-25',
    severity: 'error',
    readsFacts: true,
    ask: askDpoContact,
    message: 'dpo names {found} and gives no way to reach them.',
    fix: 'Add one route under dpo, such as email: dpo@your-domain. It may be the same as the controller’s.',
    // None known: facts decide. Where the officer shares the controller’s address, repeat it.
    fail: [
      { facts: { dpo: { name: 'Alex Example' } } },
      { facts: { dpo: { role: 'Data Protection Officer' } } },
    ],
    pass: [
      { facts: { dpo: { role: 'Data Protection Officer', email: 'dpo@acme.example' } } },
      '(no dpo key)',
    ],
  },
  {
    code: 'dpo-in-prose-only',
    family: 'duty',
    title: 'The officer in the text is missing from the facts',
    law: { act: 'UK GDPR', section: 'Art 13(1)(b), 37(7)' },
    from: '2018-05-25',
    severity: 'warning',
    ask: askOfficer,
    message:
      'The text names "{found}", but the facts have no dpo, and people have to be told how to reach one.',
    fix: 'Add dpo: with a role and a route, and print it with <Dpo />; or say that you have none.',
    // Information alone where a way to reach the officer stands beside. "Our data protection officer" used loosely for a manager in a firm that has not appointed one: then the word is the fault. Another company’s officer.
    fail: [
      'You can write to our Data Protection Officer at the address shown.',
      'We have appointed a data protection officer who oversees this notice.',
    ],
    pass: [
      'We do not have to appoint a data protection officer. Our office manager answers questions.',
      'Ask Acme Pay for the contact details of their data protection officer.',
    ],
  },
  {
    code: 'purposes-missing',
    family: 'duty',
    title: 'Purposes are given',
    law: { act: 'UK GDPR', section: 'Art 13(1)(c), 14(1)(c)' },
    from: '2018-05-25',
    severity: 'error',
    inProse: 'warning',
    readsFacts: true,
    ask: missing({ told: PURPOSES, facts: purposesInRecords }),
    message: 'Nothing says what the data is used for.',
    fix: 'Add a record under processing: for each purpose, or a section "How we use your information".',
    // A layered or just-in-time notice that is part of another: mark it as such and waive the rule with the link.
    fail: ['We value your privacy. Contact us with any questions.'],
    pass: [
      'We use your email address to send you receipts.',
      { facts: { processing: [{ id: 'orders', purpose: 'Take and deliver orders' }] } },
    ],
  },
  {
    code: 'lawful-basis-missing',
    family: 'duty',
    title: 'Every purpose has a lawful basis',
    law: {
      act: 'UK GDPR',
      section: 'Art 13(1)(c), 14(1)(c); Art 6(1)',
      note: 'Six bases to 4 Feb 2026; Art 6(1)(ea) makes a seventh from 5 Feb 2026.',
    },
    from: '2018-05-25',
    severity: 'error',
    inProse: 'warning',
    readsFacts: true,
    ask: missing({ told: BASES, facts: basesInRecords }),
    message: 'No lawful basis is named: {found}.',
    fix: 'Give each purpose its basis: lawfulBasis: [contract] in processing, or a table "What we do / Lawful basis".',
    // Plain wording without the words of the law ("because you said yes"). Law-enforcement processing (DPA 2018 Part 3) has other duties.
    fail: ['We use your name to send parcels. We keep it for a year.'],
    pass: [
      'We use your name to send parcels, because we have a contract with you. This is our lawful basis.',
      '- **Newsletter:** consent. Every email has a link to take it back. You gave consent on the form.',
    ],
  },
  {
    code: 'lawful-basis-unmapped',
    family: 'duty',
    title: 'Bases are matched to purposes',
    law: {
      act: 'UK GDPR',
      section: 'Art 13(1)(c)',
      note: 'The purposes and the legal basis for them: the link between the two is the information. EDPB and ICO read it so; the words of the Article are less explicit.',
    },
    from: '2018-05-25',
    severity: 'warning',
    ask: words({
      when: hasNoBasisTable,
      bad: [
        /\b(?:legal|lawful) (?:bas[ei]s|grounds?)\b.{0,100}\b(?:one|any)(?: or more)? of (?:the following|these|those)\b/i,
        /\brel(?:y|ies|ying) on (?:at least )?one(?: or more)? of (?:the |these |several |a number of )?(?:following|\w+ (?:grounds|bases|reasons))/i,
        /\bone or more of (?:the following|these|those) (?:legal |lawful )?(?:bas[ei]s|grounds)\b/i,
        /\b(?:legal|lawful) (?:bas[ei]s|grounds?)\b.{0,60}\b(?:will|may|can|might) (?:typically |usually )?be one of\b/i,
        /\b(?:legal|lawful) (?:bases|grounds) (?:that )?we rely on for processing (?:this|your) (?:personal )?(?:information|data) are\b/i,
        /\bdepending on\b.{0,60}\b(?:we )?rel(?:y|ies) on\b.{0,60}\b(?:consent|contract)\b.{0,60}\b(?:or|and\/or)\b/i,
        /\buse your data for one or more of these reasons\b/i,
        /\ballowed to use your (?:personal )?(?:information|data) in these ways because\b/i,
      ],
      unlessText: [
        /\b(?:lawful|legal) (?:bas[ei]s|grounds?) (?:for|to) (?!process(?:ing)? (?:this|your|the|it)\b).{0,80}\b(?:are|is)\s*:/i,
        /\blawful bas[ei]s for each\b/i,
        // The uses of a basis follow it as a list.
        /\brel(?:y|ies) on (?:your |our |this |a |the )*(?:consent|contract|legitimate interests?|legal obligations?|public task|basis|ground)\b[^.\n]{0,60}\b(?:to|for|when)\s*:/i,
      ],
    }),
    message: '"{found}" lists bases without saying which purpose rests on which.',
    fix: 'Write a table with a row for each purpose and its basis, or fill lawfulBasis in each processing record.',
    // A general sentence that introduces a table of purposes and bases: the table silences the rule. A flattened table (plain lines) does not.
    fail: [
      'Our legal basis will typically be one of the following: contract, consent or legitimate interests.',
      'We generally rely on one of three grounds for our processing.',
    ],
    pass: [
      'Our lawful bases for marketing are: consent.',
      'We always need a lawful basis. The table shows which one we rely on for each purpose.',
      'The legal ground may be one of the following:\n\n- Consent. We rely on consent to:\n  - send our newsletter\n  - count visits\n- Contract. We need it to deliver what you order.',
    ],
  },
  {
    code: 'legitimate-interest-unnamed',
    family: 'duty',
    title: 'The legitimate interests are named',
    law: {
      act: 'UK GDPR',
      section: 'Art 13(1)(d), 14(2)(b)',
      note: 'The interests themselves, not the phrase.',
    },
    from: '2018-05-25',
    severity: 'error',
    inProse: 'warning',
    readsFacts: true,
    ask: missing({
      told: INTERESTS,
      when: [/\blegitimate (?:business |commercial )?interests?\b/i],
      whenNot: [
        /\b(?:recogni[sz]ed|no|not|never|do not rely)\b.{0,20}\blegitimate/i,
        /\bobject\b/i,
      ],
      facts: interestsInRecords,
    }),
    message: 'The notice relies on legitimate interests and does not say which.',
    fix: 'Name each interest where it is used: "our legitimate interest in being paid", or legitimateInterest: in the record.',
    // Interests named in a table column of another name ("Our interest"): table heads count as present. Found interests may still be too vague: no machine decides that. On real policies about half were arguable (an interest named some way off).
    fail: ['We process this because it is necessary for our legitimate interests.'],
    pass: [
      'We rely on our legitimate interest in keeping our network safe.',
      'Legitimate interests. Ours is in being paid for our work.',
    ],
  },
  {
    code: 'recognised-interest',
    family: 'duty',
    title: 'The recognised legitimate interest exists and is named',
    law: {
      act: 'UK GDPR',
      section: 'Art 6(1)(ea), Annex 1 (DUAA 2025 s.70, commenced 5 Feb 2026, SI 2026/82)',
      note: 'That the notice must name the condition is the ICO’s reading of 13(1)(c).',
    },

    severity: 'error',
    inProse: 'warning',
    readsFacts: true,
    ask: factsOr(
      recognisedInRecords,
      words({
        terms: [
          {
            bad: /\brecogni[sz]ed legitimate interests?\b/i,
            from: '2018-05-25',
            until: '2026-02-05',
            now: 'another basis',
            unless: [/\b(?:from|on|since|after) 5 February 2026\b/i],
          },
        ],
      }),
    ),
    message:
      '"{found}": a recognised legitimate interest exists from 5 February 2026 alone, and has to be one of the five of Annex 1.',
    fix: 'Use another basis, or let the version apply from 2026-02-05 or later; with records, add recognisedCondition: crime (or public-task-request, security-defence, emergency, safeguarding).',
    // A text that announces the basis for a later day. From 2026-02-05 facts decide alone.
    fail: [
      { effective: '2025-06-01', text: 'We report crime under a recognised legitimate interest.' },
      {
        effective: '2026-06-19',
        facts: {
          processing: [
            { id: 'one', purpose: 'Report crime', lawfulBasis: ['recognised-legitimate-interest'] },
          ],
        },
      },
    ],
    pass: [
      { effective: '2026-06-19', text: 'We report crime under a recognised legitimate interest.' },
      {
        effective: '2025-06-01',
        text: 'We report crime because of our legitimate interest in being safe.',
      },
      {
        effective: '2026-06-19',
        facts: {
          processing: [
            {
              id: 'one',
              purpose: 'Report crime',
              lawfulBasis: ['recognised-legitimate-interest'],
              recognisedCondition: 'crime',
            },
          ],
        },
      },
    ],
  },
];
