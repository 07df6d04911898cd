/** Findings about the facts in the frontmatter. */
import type { Entries } from './entry.ts';

export const facts = {
  'approval-late': {
    severity: 'error',
    title: 'An approval is dated after its version',
    meaning:
      'A text is approved before it is published. An approval of a day that is still to come, or that comes after the day of publication, is none.',
    fix: 'Write the day of the approval, or approve the draft with the command.',
    example: 'npx noticeboard approve customers --by "Data protection officer"',
  },
  'approval-repeated': {
    severity: 'error',
    title: 'One role is listed twice in `approved`',
    meaning:
      'Two approvals of one role, whatever its capitals, leave open which of them is of this text.',
    fix: 'Have the draft approved again: `approve` replaces both. Or delete the older one.',
    example: 'approved:\n  - { by: Data protection officer, on: "2026-11-20", reference: DPC-12 }',
  },
  'approval-void': {
    severity: 'warning',
    title: 'An approval is of another text than the draft has now',
    meaning:
      'The draft was edited after it was approved, or nothing shows which text was approved. `publish` refuses it.',
    fix: 'Have the draft approved again, or put back the words that were approved.',
    example: 'npx noticeboard approve customers --by "Data protection officer"',
  },
  'country-unknown': {
    severity: 'warning',
    title: 'A country code does not exist',
    meaning: 'Pages would print the code instead of a name. Codes are those of ISO 3166-1, and XK.',
    fix: 'Write the code of the country. The United Kingdom is GB.',
    example: 'country: GB',
  },
  'date-impossible': {
    severity: 'error',
    title: 'A date does not exist, or is not written as year-month-day',
    meaning: 'Dates decide which version applies, so none is guessed or rounded.',
    fix: 'Write year, month and day of a real day, in quotes.',
    example: 'published: "2026-02-28"',
  },
  'date-imported': {
    severity: 'error',
    title: 'The dates of an imported version contradict each other',
    meaning:
      'Of a version that was found in a history, the page says how its day is known: its text states it as the day it applies from or as that of its last update, or it was first seen then. `published` is the same day, since nothing else is known.',
    fix: 'Correct the day, or write `date: stated` if the text states it as the day it applies from, `date: updated` if as that of its last update.',
    example:
      'published: "2023-09-26"\neffective: "2023-09-26"\nimported: { from: 20230926183008.html, firstSeen: "2023-09-26", date: seen }',
  },
  'date-order': {
    severity: 'error',
    title: 'Two dates are in the wrong order',
    meaning:
      'A version cannot be reviewed or withdrawn before it is published, and a translation cannot be published before its original.',
    fix: 'Correct one of the two dates.',
  },
  'review-overdue': {
    severity: 'warning',
    title: 'The review of a notice is overdue',
    meaning: 'The day in `reviewDue` of the version in force is past.',
    fix: 'Look at the notice again. If it stays as it is, write `reviewed` and a new `reviewDue`, and adopt them.',
    example: 'reviewed: "2026-11-27"\nreviewDue: "2027-11-27"',
  },
  'date-repeated': {
    severity: 'error',
    title: 'Two versions apply from the same day',
    meaning: 'Nobody could tell which of the two is in force on that day.',
    fix: 'Correct the date, or name the second version of the day with `-2`.',
    example: '2026-01-31-2.mdx',
  },
  'date-retroactive': {
    severity: 'warning',
    title: 'A version applied before it was published',
    meaning:
      '`published` is after `effective`. Readers could not know the text from the day on which it applied.',
    fix: 'Check both dates. Keep them if they are right: the site shows both.',
  },
  'date-backwards': {
    severity: 'warning',
    title: '`published` is before that of the previous version',
    meaning:
      'A version that applies later was put on the site earlier, though the previous one already applied.',
    fix: 'Check both dates, and keep them if they are right.',
  },
  'controller-changed': {
    severity: 'warning',
    title: 'The controller changed without a note',
    meaning:
      'Another company is responsible from this version on, and no entry in `changes` tells people so.',
    fix: 'Add an entry that names it, or correct the name if the company is the same.',
  },
  'date-unchanged': {
    severity: 'warning',
    title: '`published` is the same as in the previous version',
    meaning:
      'The date was probably copied with the rest of the previous version. Two versions that the lock recorded on that day are not reported.',
    fix: 'Write the day on which this version goes on the site. `publish` does that for you.',
  },
  'date-unquoted': {
    severity: 'error',
    title: 'A date is not in quotes',
    meaning: 'YAML turns a date without quotes into a moment in time, which can move by a day.',
    fix: 'Put the date in quotes.',
    example: 'effective: "2026-01-31"',
  },
  'frontmatter-missing': {
    severity: 'error',
    title: 'A file has no facts',
    meaning: 'The frontmatter between two lines `---` is missing, empty or never closed.',
    fix: 'Start the file with the facts of the version.',
    example:
      '---\ntitle: Customer privacy notice\npublished: "2026-01-31"\neffective: "2026-01-31"\ncontroller:\n  name: Company Limited\n  contact:\n    email: privacy@company.example\n---',
  },
  'identifier-invalid': {
    severity: 'error',
    title: 'A number or identifier cannot be right',
    meaning:
      'A company number, VAT number, telephone number or LEI has a form that its register never gives out. Readers would look up something that does not exist.',
    fix: 'Correct it. Write it in quotes, so that YAML does not drop its leading zeros.',
    example: 'companyNumber: "01234567"',
  },
  'identifier-suspicious': {
    severity: 'warning',
    title: 'A number or identifier looks wrong',
    meaning:
      'It has an unusual form, or its check digits do not match. It may still be right: registers begin new series.',
    fix: 'Check it against the register.',
  },
  'key-missing': {
    severity: 'error',
    title: 'A required fact is missing',
    meaning:
      'Every version needs `title`, `published`, `effective`, `controller.name` and a way to reach the controller.',
    fix: 'Add the fact.',
  },
  'key-unknown': {
    severity: 'error',
    title: 'A key is unknown',
    meaning: 'The key is misspelled or in the wrong group. Its value would be ignored.',
    fix: 'Correct the key. The finding names the key that was probably meant, or all that may be there.',
  },
  'records-contradict': {
    severity: 'error',
    title: 'Records of processing contradict each other, or are not complete',
    meaning:
      'Two purposes have one id, a lawful basis and what goes with it do not fit, a recipient abroad has no transfer, or a retention has no period and no criteria. Tables made of these records would tell readers two things.',
    fix: 'Correct one of the two, as the finding shows.',
    example:
      'processing:\n  - id: orders\n    purpose: Take and deliver what you order\n    lawfulBasis: [contract]\n    dataCategories: [name, address]\n    recipients:\n      - { name: Example Pay Inc, role: processor, country: US }\n    transfers:\n      - { recipient: Example Pay Inc, countries: [US], mechanism: uk-us-data-bridge }\n    retention: { period: P6Y, startsFrom: the end of the financial year, then: delete }',
  },
  'value-cut': {
    severity: 'warning',
    title: 'YAML reads a part of the value as a comment',
    meaning: 'Everything after a space and `#` is a comment, so it is not part of the value.',
    fix: 'Put the value in quotes. If it is a comment, put a space after `#`.',
    example: 'title: "Notice #1"',
  },
  'value-invalid': {
    severity: 'error',
    title: 'A value has the wrong form',
    meaning: 'The value is of the wrong type, empty, or not one of those that are allowed.',
    fix: 'Write the value as the finding shows. These are the forms of facts:',
    example:
      'title: "Customer privacy notice"\naudience: [customers]\neffective: "2026-06-01"\ncontroller:\n  name: "Acme Widgets Limited"\n  companyNumber: "01234567"\n  contact:\n    email: privacy@acme.example\nnumbered: true\nchanges:\n  - kind: changed\n    section: retention\n    summary: "We keep order records for five years."',
  },
  'waiver-unfit': {
    severity: 'warning',
    title: 'A waiver leaves nothing',
    meaning:
      'An entry of `waived` names a rule that there is not, has ended, is dated in the future, is for an error, or is about words that are not found any more. It silences nothing, and the finding that it was for is reported.',
    fix: 'Correct the entry as the finding shows, or delete it.',
    example:
      'waived:\n  - rule: eea-frame\n    words: outside the EEA\n    reason: Quotes the terms of our supplier.\n    by: Office manager\n    on: "2026-11-20"\n    until: "2027-11-20"',
  },
  'yaml-shorthand': {
    severity: 'warning',
    title: 'The facts use a tag, an anchor or an alias of YAML',
    meaning:
      'YAML reads a value that begins with "!", "&" or "*" as a type, a name or a copy. People who edit the notice, and other programs, may read another value.',
    fix: 'Write each value out. Put it in quotes if it begins with one of these signs.',
    example: 'title: "Customer privacy notice"',
  },
  'yaml-syntax': {
    severity: 'error',
    title: 'The facts are not valid YAML',
    meaning:
      'Nothing after this point could be read. Often a colon, a quote or an indent is wrong.',
    fix: 'Put values with a colon in double quotes, and indent with two spaces per level.',
    example: 'summary: "Two things: what we collect, and why."',
  },
} as const satisfies Entries;
