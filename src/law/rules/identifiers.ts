/** Names, numbers and days that the facts have otherwise. */
import type { Rule } from '../rule.ts';
import { askDate, askName, askCompanyNumber, askIcoNumber, askContacts } from '../ask-compare.ts';
import { words } from '../signals.ts';

export const identifiers: readonly Rule[] = [
  {
    code: 'date-differs',
    family: 'identifiers',
    title: 'A date in the text that the facts do not have',
    law: { act: 'ICO Accountability Framework', section: '(log of notices with dates)' },

    severity: 'warning',
    isOfAnyLaw: true,
    ask: askDate,
    message: 'The text says "{found}"; the facts have another day.',
    fix: 'Delete the line: the site prints the dates of every version. Or correct effective.',
    // The date of another document or law ("the Regulation, effective 25 May 2018"): only in the first or last blocks, or in a section about changes.
    fail: [
      { effective: '2024-11-12', text: 'Last updated 16th November 2020' },
      { effective: '2020-05-26', text: 'This notice was last updated in April 2018.' },
    ],
    pass: [
      { effective: '2024-11-12', text: 'Last updated 12 November 2024' },
      'Last updated: see the history.',
      { effective: '2024-11-12', text: 'This notice was last updated in November 2024.' },
    ],
  },
  {
    code: 'name-not-in-facts',
    family: 'identifiers',
    title: 'The controller under several names',
    law: {
      act: 'UK GDPR',
      section: 'Art 13(1)(a)',
      note: '"Ltd" and "Limited" are one form (Companies Act 2006 s.59). "Acme Ltd" and "Acme UK Ltd" are two companies.',
    },

    severity: 'warning',
    isOfAnyLaw: true,
    ask: askName,
    message: 'The text says "{found}", the facts "{now}": are these one company?',
    fix: 'Use the registered name throughout, or list the other under tradingNames.',
    // Sister companies that share a word: list them in the text as such and waive. Compared without case, punctuation and legal form.
    fail: [
      {
        facts: { controller: { name: 'Acme UK Limited', kind: 'company' } },
        text: 'Acme Limited will not share it.',
      },
      {
        facts: { controller: { name: 'Acme UK Limited', kind: 'company' } },
        text: 'Acme Limited shares it with a service provider.',
      },
    ],
    pass: [
      {
        facts: { controller: { name: 'Acme UK Limited', kind: 'company' } },
        text: 'Acme UK Ltd. will not share it.',
      },
      {
        facts: { controller: { name: 'Acme Transport Limited', kind: 'company' } },
        text: 'Acme App Ltd acts as a service provider and processes data on our behalf. We share it with Acme App Ltd.',
      },
    ],
  },
  {
    code: 'group-unnamed',
    family: 'identifiers',
    title: '"We" includes companies without names',
    law: {
      act: 'UK GDPR',
      section: 'Art 13(1)(a), 26(2)',
      note: 'Each controller must be identified.',
    },
    from: '2018-05-25',
    severity: 'warning',
    isOfAnyLaw: true,
    ask: words({
      bad: [
        /\b(?:its|our|all|their|any)\b.{0,15}\b(?:subsidiaries|affiliates|affiliated companies|group companies|associated companies|sister companies)\b.{0,80}["'](?:we|us|our)["']/i,
        /["'](?:we|us|our)["'].{0,80}\b(?:subsidiaries|affiliates|affiliated companies|group (?:of )?companies)\b/i,
      ],
      unless: [
        /⟨|\blisted\b|\blist of\b/i,
        // Names follow.
        /\b(?:subsidiaries|affiliates|companies)\b[^.]{0,60}(?::|namely|,? being|\()\s*\p{Lu}/u,
      ],
    }),
    message: '"{found}" makes unnamed companies controllers: people must be told who they are.',
    fix: 'Name them with their numbers, or write the notice for one company.',
    // A group notice whose list stands in another section without a link in this sentence.
    fail: ['Acme Ltd and its subsidiaries (together "we" or "us") have updated our policy.'],
    pass: [
      'Acme Ltd and its subsidiaries, [listed here](#group) ("we"), …',
      'We share it with our affiliates.',
      '"We" means Acme Limited and its group companies: Acme Parts Limited and Acme Repairs Limited.',
    ],
  },
  {
    code: 'company-number-differs',
    family: 'identifiers',
    title: 'Another company number than in the facts',
    law: {
      act: 'Company, LLP and Business (Names and Trading Disclosures) Regulations 2015',
      section: 'reg 25 (websites)',
    },

    severity: 'warning',
    isOfAnyLaw: true,
    ask: askCompanyNumber,
    message: 'The text says "{found}", the facts "{now}".',
    fix: 'Correct one of them; print it with <Controller /> and do not type it.',
    // The number of a processor or of a group company: only sentences with the controller’s name or "we/our".
    fail: [
      {
        facts: { controller: { name: 'Acme Limited', companyNumber: '01234567' } },
        text: 'We are registered under company number 01234568.',
      },
    ],
    pass: [
      {
        facts: { controller: { name: 'Acme Limited', companyNumber: '09028104' } },
        text: 'Our company registration: Company No.: 9028104',
      },
    ],
  },
  {
    code: 'ico-number-differs',
    family: 'identifiers',
    title: 'Another ICO registration than in the facts',
    law: {
      act: 'Data Protection (Charges and Information) Regulations 2018',
      section: '',
      note: 'Not a duty of the notice.',
    },

    severity: 'warning',
    isOfAnyLaw: true,
    ask: askIcoNumber,
    message: 'The text says "{found}", the facts "{now}".',
    fix: 'Correct one of them, or print it with <Controller />.',
    // References of group companies.
    fail: [
      {
        facts: { controller: { name: 'Acme Limited', icoRegistration: 'ZA000000' } },
        text: 'We are registered with the ICO (ZA000001).',
      },
    ],
    pass: [
      {
        facts: { controller: { name: 'Acme Limited', icoRegistration: 'ZA000000' } },
        text: 'We are registered with the ICO (ZA000000).',
      },
      'No reference in the text.',
    ],
  },
  {
    code: 'contact-not-in-facts',
    family: 'identifiers',
    title: 'An address in the text that the facts do not have',
    law: { act: 'UK GDPR', section: 'Art 13(1)(a), 5(1)(d)', note: 'What is typed twice drifts.' },

    severity: 'info',
    isOfAnyLaw: true,
    ask: askContacts,
    message: 'The text has {all}, which the facts do not have.',
    fix: 'Add it to the facts (contact, complaints, dpo), print it with a component, or correct it.',
    // Mailboxes for one task (marketing@): right to print, hence info.
    fail: ['Write to privcy@acme.example.'],
    pass: [
      {
        facts: { controller: { name: 'Acme Limited', contact: { phone: '+441632960123' } } },
        text: 'Call 01632 960123.',
      },
    ],
  },
];
