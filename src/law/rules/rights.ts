/** Duties: what people can ask for, and where they can complain (Art 13(2)(b) to (f)). */
import type { Rule } from '../rule.ts';

import { askWithdrawal } from '../ask-consent.ts';
import { askObjection, askRights } from '../ask-rights.ts';
import {
  objectionInRecords,
  complaintsInFacts,
  provisionInRecords,
  automatedInFacts,
} from '../records.ts';
import { factsOr } from '../signals.ts';
import {
  ANY_CONCERNS,
  AUTOMATED,
  AUTOMATED_RIGHT,
  NO_AUTOMATED,
  PROVISION,
  TO_CONTROLLER,
  TO_REGULATOR,
} from '../told-rights.ts';
import { missing } from '../told.ts';

export const rights: readonly Rule[] = [
  {
    code: 'right-not-named',
    family: 'duty',
    title: 'Each right is told',
    law: {
      act: 'UK GDPR',
      section: 'Art 13(2)(b), 14(2)(c); Arts 15-21',
      note: 'Those that exist: objection for 6(1)(e), (ea), (f) and marketing; portability for consent or contract only. With records the list is derived; without, all six are asked for.',
    },
    from: '2018-05-25',
    severity: 'warning',
    ask: askRights,
    message: 'The notice does not tell people of these rights: {found}.',
    fix: 'Add a line for each right that exists, or print them with a list derived from your lawful bases.',
    // Plain words the signals do not know. Rights that do not exist here (no objection when all rests on contract and consent; no portability under legal obligation). The word may stand where it is not a right ("delete" under retention): the rule then misses.
    fail: ['You can ask for a copy of your data and have it corrected or deleted.'],
    pass: [
      'You can ask us for a copy of your data, to correct, erase or restrict it, or to send it in a machine-readable file. You can object to any use.',
    ],
  },
  {
    code: 'object-not-separate',
    family: 'duty',
    title: 'The right to object stands apart',
    law: {
      act: 'UK GDPR',
      section: 'Art 21(4)',
      note: 'At the latest with the first communication: explicitly, clearly and separately from other information. How separate is judgement; an own heading or <aside> is the mark a machine can see.',
    },
    from: '2018-05-25',
    severity: 'warning',
    readsFacts: true,
    ask: factsOr(objectionInRecords, askObjection),
    message:
      'The right to object stands among other information: it must be shown clearly and by itself.',
    fix: 'Give it a section of its own, such as "## Your right to object {#object}", or an <aside>; say that marketing always stops.',
    // A bold paragraph of its own may be enough in law. Headings in other words ("Say stop").
    fail: [
      '## Your rights\nYou can ask for access, correction, erasure, restriction or portability, or object. We rely on legitimate interests.',
    ],
    pass: [
      '## Your right to object\nYou can object to any use that rests on our legitimate interests.',
    ],
  },
  {
    code: 'withdrawal-missing',
    family: 'duty',
    title: 'Consent can be withdrawn',
    law: {
      act: 'UK GDPR',
      section: 'Art 13(2)(c), 14(2)(d), 7(3)',
      note: 'Error only when a record has the basis consent and no withdrawal.how.',
    },
    from: '2018-05-25',
    severity: 'error',
    inProse: 'warning',
    readsFacts: true,
    ask: askWithdrawal,
    message: 'The notice relies on consent and does not say that it can be withdrawn.',
    fix: 'Say: "You can withdraw your consent at any time" and how, such as a link or an address.',
    // "Consent" in another sense (parental consent, consent to medical treatment).
    fail: [
      'We send you news with your consent.',
      '| What for | Basis |\n| --- | --- |\n| To show your photograph | Consent |\n\nYou can unsubscribe from our news.',
      'We hold your photograph with your consent.\n\n## Marketing\n\nYou can unsubscribe from our newsletter.',
    ],
    pass: [
      'We send you news with your consent. You can unsubscribe with the link in each email.',
      '| What for | Basis |\n| --- | --- |\n| To send you our news | Consent |\n\nEach email has a link to unsubscribe.',
      'We send you news with your consent. You can withdraw it at any time with the link in each email.',
      '- **News:** consent. Every email has a link to take it back.',
    ],
  },
  {
    code: 'complaint-to-controller-missing',
    family: 'duty',
    title: 'The right to complain to the controller',
    law: {
      act: 'DPA 2018',
      section: 's.164A; UK GDPR Art 13(2)(ca), 14(2)(da) (DUAA 2025 s.103, Sch 10)',
      note: 'Words alone warn: an error would need facts that say there is no way to complain.',
    },
    from: '2026-06-19',
    severity: 'error',
    inProse: 'warning',
    readsFacts: true,
    ask: missing({ told: TO_CONTROLLER, vague: ANY_CONCERNS, facts: complaintsInFacts }),
    message:
      'From 19 June 2026 a notice must tell people that they can complain to you, and how. No sentence here says so.',
    fix: 'Fill complaints: with an e-mail, a form or a postal address, print it with <Complaints />, and say that you acknowledge within 30 days.',
    // A statement in words the signals do not know: the fix, filling the facts, is right anyway.
    fail: [
      {
        effective: '2026-07-01',
        text: 'You can complain to the ICO at any time. (no complaints key)',
      },
    ],
    pass: [
      { facts: { complaints: { email: 'complaints@acme.example' } } },
      { effective: '2024-11-12', text: 'You can complain to the ICO.' },
      'You can complain to us by email or post.',
    ],
  },
  {
    code: 'complaint-to-regulator-missing',
    family: 'duty',
    title: 'The right to complain to the regulator',
    law: { act: 'UK GDPR', section: 'Art 13(2)(d), 14(2)(e); DPA 2018 s.165' },
    from: '2018-05-25',
    severity: 'warning',
    ask: missing({ told: TO_REGULATOR }),
    message: 'Nothing says that people can complain to the regulator.',
    fix: 'Add: "You can complain to the Information Commission" with its address for complaints, https://ico.org.uk/make-a-complaint/.',
    // The regulator is named in another connection only ("registered with the ICO"): needsNear keeps that from counting.
    fail: ['If you are unhappy, write to us. We are registered with the ICO.'],
    pass: [
      'You can complain to the ICO.',
      'You may lodge a complaint with a supervisory authority.',
    ],
  },
  {
    code: 'provision-missing',
    family: 'duty',
    title: 'Whether people must give the data',
    law: {
      act: 'UK GDPR',
      section: 'Art 13(2)(e)',
      note: 'Not in Art 14. Often left out, and often missed by regulators too: info without facts.',
    },
    from: '2018-05-25',
    severity: 'warning',
    inProse: 'info',
    readsFacts: true,
    ask: missing({
      told: PROVISION,
      when: [/\bcontract\b|\blegal (?:obligation|requirement|dut(?:y|ies))/i],
      // How long something is kept is no reason to give it.
      whenNot: [/\b(?:keep|kept|retain\w*|retention|delet\w*|destroy\w*|dispos\w*)\b/i],
      denied: PROVISION,
      facts: provisionInRecords,
    }),
    message: 'Nothing says whether people must give their data and what happens if they do not.',
    fix: 'Add a section "If you do not give it", or provision: {status: needed-to-enter-contract, consequence: …}.',
    // Many good notices spread this over several places. Hence info.
    fail: ['We need your address for our contract with you.'],
    pass: [
      'If you do not give us an address we cannot deliver.',
      'No law obliges you to give us anything.',
      'We keep it to follow our legal obligations.',
    ],
  },
  {
    code: 'automated-decision-unexplained',
    family: 'duty',
    title: 'Automated decisions are explained',
    law: {
      act: 'UK GDPR',
      section: 'Art 13(2)(f), 14(2)(g); Art 22 to 4 Feb 2026, Arts 22A-22D from 5 Feb 2026',
      note: 'Saying that there are none is good practice, no duty.',
    },
    from: '2018-05-25',
    severity: 'error',
    inProse: 'warning',
    readsFacts: true,
    ask: missing({
      told: AUTOMATED,
      when: [
        /\bautomated[- ](?:decisions?|decision[- ]making|individual)\b|\bsolely automated\b|\bdecisions? (?:\w+ ){0,3}(?:by )?(?:a )?computer\b|\bdecided? (?:automatically|by (?:a )?(?:computer|algorithm|software))\b|\b(?:computer|algorithm|software) (?:decides?|approves?|rejects?|refuses?)\b/i,
        /\bautomatically (?:reject|refus|declin|approv|scor|rank|shortlist)\w*\b(?!.{0,30}\b(?:e-?mails?|messages?|spam|calls|payments?)\b)/i,
        /\b(?:software|systems?|computers?|algorithms?)\b.{0,30}\b(?:scores?|ranks?|filters?|shortlists?|selects?) (?:your |the |all |each )?(?:applications?|applicants?|candidates?|CVs?|claims?)\b/i,
      ],
      whenNot: [
        /\b(?:not|no|none|never|nor|neither|don't|doesn't)\b|\bwithout (?:any |using )?(?:automat|computers?)/i,
      ],
      isOfBody: true,
      denied: NO_AUTOMATED,
      hint: AUTOMATED_RIGHT,
      facts: automatedInFacts,
    }),
    message:
      'The notice speaks of automated decisions ("{found}") and does not say how they work or how to have a person look again.',
    fix: 'Say what the decision is, what it is based on, what it means for people, and how to have it reviewed; or say that you make none.',
    // A list of rights that mentions automated decisions although none are made: the fix is then to say so. Expect about one in three to be of this kind.
    fail: ['You can ask to review some automated decision-making or profiling.'],
    pass: [
      'We make no automated decisions.',
      'A computer decides whether we offer credit. The automated decision is based on your payment history; you can ask a person to review it.',
    ],
  },
];
