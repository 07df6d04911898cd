/** Sentences as people write them, each judged before any signal was tried on it. */
import { describe, expect, it } from 'vitest';
import { checklistOf, toAnswer, type DutyName } from './checklist.ts';
import type { State } from './rule.ts';
import { readExample } from './testing.ts';

const TODAY = '2026-11-27';

const checklist = (text: string) => checklistOf(readExample(text), TODAY, TODAY);

/** A duty, a text, and the state of the duty in it. */
const DUTIES: [duty: DutyName, text: string, state: State][] = [
  ['retention', 'We will retain your file for up to 7 years post-completion.', 'told'],
  ['retention', 'Backups roll over every 30 days, after which old copies are overwritten.', 'told'],
  ['retention', 'Your CV is held on file for six months.', 'told'],
  ['retention', '| Record | Kept for |\n| --- | --- |\n| Invoices | 6 years |', 'told'],
  ['retention', 'You can keep a copy of this notice for as long as you like.', 'missing'],
  ['retention', 'The warranty lasts for two years.', 'missing'],
  ['recipients', 'Our IT support company can see your data when it repairs our systems.', 'told'],
  ['recipients', 'Stripe processes your card details.', 'told'],
  ['recipients', 'We may be required to disclose data to HMRC.', 'told'],
  ['recipients', 'Please do not share your password with third parties.', 'missing'],
  ['recipients', 'We share updates about our work with our community.', 'missing'],
  [
    'transfers',
    'Some of our suppliers are based in the United States. They have signed the IDTA.',
    'told',
  ],
  ['transfers', 'Our servers are in Ireland. UK adequacy regulations cover it.', 'told'],
  ['transfers', 'We store data overseas. We have no safeguards in place.', 'missing'],
  ['transfers', 'You may access our website from abroad.', 'not-asked'],
  [
    'complaint to you',
    'Not happy? Let us know at complaints@acme.example and we will look into it.',
    'told',
  ],
  [
    'complaint to you',
    'If you have a complaint about how your information has been handled, please contact our Data Protection Lead.',
    'told',
  ],
  ['complaint to you', 'Complaints about parking should be sent to us.', 'missing'],
  [
    'complaint to you',
    'You can raise a data protection complaint with us using the online form.',
    'told',
  ],
  [
    'complaint to the regulator',
    'If you are still dissatisfied you have the right to escalate the matter to the ICO.',
    'told',
  ],
  ['complaint to the regulator', 'Our ICO registration number is ZA000000.', 'missing'],
  [
    'taking back consent',
    'We send news with your consent. You are free to change your preferences or opt out whenever you want.',
    'told',
  ],
  [
    'taking back consent',
    'We publish your photo with your consent. You may withdraw consent by emailing us.',
    'told',
  ],
  ['taking back consent', 'We never use it without your consent.', 'not-asked'],
  [
    'lawful basis for each purpose',
    'We process payroll data to comply with our statutory obligations.',
    'told',
  ],
  ['lawful basis for each purpose', 'Legal basis: Article 6(1)(f).', 'told'],
  ['lawful basis for each purpose', 'The tenancy contract runs for a year.', 'missing'],
  [
    'legitimate interests',
    'Our lawful basis is legitimate interests: we want to know which pages are read.',
    'told',
  ],
  ['legitimate interests', 'Article 6(1)(f), legitimate interests, applies.', 'missing'],
  ['sources', 'A family member may give us your details in an emergency.', 'told'],
  ['sources', 'We buy marketing lists from data brokers.', 'told'],
  ['sources', 'Where you have been referred by your GP, they send us a referral letter.', 'told'],
  [
    'whether data must be given',
    'You must tell us your date of birth; if you refuse, we cannot insure you.',
    'told',
  ],
  ['whether data must be given', 'Fields marked * are mandatory.', 'told'],
  [
    'automated decisions',
    'We use automated decision-making to set your premium. It takes into account your age and claims. You can ask for human review.',
    'told',
  ],
  ['automated decisions', 'Our till adds up automatically.', 'not-asked'],
  ['automated decisions', 'There is no automated decision making or profiling.', 'told'],
  ['stopping marketing', 'We text you offers. Reply STOP at any time.', 'told'],
  [
    'stopping marketing',
    'We e-mail offers to customers. Let us know if you would prefer not to hear from us.',
    'told',
  ],
  ['stopping marketing', 'We e-mail offers to customers. Offers stop at midnight.', 'missing'],
  ['cookies and devices', 'Our site uses Google Analytics cookies.', 'missing'],
  ['cookies and devices', 'Analytics cookies are off until you turn them on.', 'told'],
  [
    'rights',
    'You may ask for access, rectification, deletion, restriction, portability, and object to processing.',
    'told',
  ],
  [
    'right to object, by itself',
    'We rely on legitimate interests.\n\n## Objecting\n\nYou can object.',
    'told',
  ],
  ['purposes', 'Your details are used solely for processing your booking.', 'told'],
  ['purposes', 'We collect your name.', 'missing'],
  ['data protection officer', 'Our DPO is Jo Example, dpo@acme.example.', 'told'],
  ['data protection officer', 'We are too small to need a DPO.', 'not-asked'],
];
/** A rule, a text, and whether the rule finds something in it. */
const RULES: [code: string, text: string, isFound: boolean][] = [
  [
    'implied-consent',
    'Your continued use of the site signifies your acceptance of this policy.',
    true,
  ],
  ['implied-consent', 'By submitting this form you confirm that your details are correct.', false],
  ['implied-consent', 'By joining our mailing list you agree to receive our newsletter.', false],
  ['access-fee', 'A charge may be made for providing copies of your records.', true],
  ['access-fee', 'We charge an admin fee for late rent, and none for information.', false],
  ['access-fee', 'There is a £50 fee for a survey of the land records.', false],
  [
    'identity-demand',
    'Please enclose a copy of your passport with your subject access request.',
    true,
  ],
  ['identity-demand', '## Requests\n\nYou must bring photo ID to collect a parcel.', false],
  [
    'request-deadline',
    'We aim to respond to all subject access requests within 40 calendar days.',
    true,
  ],
  ['request-deadline', 'We will respond to your request within one calendar month.', false],
  ['request-deadline', 'We reply to complaints within three months.', false],
  ['eea-frame', 'We do not send data outside the UK or the EEA.', false],
  ['eea-frame', 'Data may be processed outside of the European Economic Area (EEA).', true],
  ['eu-gdpr-only', 'We comply with the GDPR.', false],
  [
    'eu-gdpr-only',
    'We comply with the retained EU law version of the General Data Protection Regulation (UK GDPR).',
    false,
  ],
  [
    'eu-transfer-ground',
    'We use the standard contractual clauses approved by the European Commission with the UK Addendum.',
    false,
  ],
  ['information-commissioner', 'Write to the Information Commissioner’s Office.', true],
  ['information-commissioner', 'The Information Commissioner of Jersey is our regulator.', false],
  [
    'privacy-shield',
    'Acme Inc is certified under the EU-US Data Privacy Framework, which replaced the Privacy Shield.',
    false,
  ],
  ['change-unannounced', 'Please check this page regularly to see changes.', true],
  [
    'change-unannounced',
    'We review this notice regularly and will tell you about changes by email.',
    false,
  ],
  [
    'retention-empty-formula',
    'We keep data for as long as necessary for the purposes we collected it for, including legal, accounting or reporting requirements.',
    true,
  ],
  [
    'retention-empty-formula',
    'We keep it as long as necessary: see the table.\n\n| What | How long |\n| --- | --- |\n| Orders | six years |',
    false,
  ],
  ['group-unnamed', '"We" means Acme Widgets Limited and its affiliates.', true],
  ['placeholder', 'Dear [Name], thank you.', true],
  ['placeholder', '[Company Name] Limited is the controller.', true],
  ['contact-blank', 'Telephone us on 01632 960123 or email us at privacy@acme.example.', false],
  ['contact-blank', 'To opt out, email us at.', true],
  [
    'sharing-denied-and-made',
    'We do not share your data with third parties except suppliers who act for us.',
    false,
  ],
  [
    'purpose-open-ended',
    'We use your data for purposes including but not limited to marketing.',
    true,
  ],
  ['dpa-1998', 'We are registered under the Data Protection Act 1998.', true],
  ['right-overstated', 'You have the right to have all your personal data erased.', true],
  [
    'right-overstated',
    'You can ask us to delete all your data, although we may have to keep some.',
    false,
  ],
  ['soft-opt-in-misused', 'Tick here if you do not wish to receive marketing emails.', true],
  [
    'article-replaced',
    'Under Article 22 of the UK GDPR you can object to automated decisions.',
    true,
  ],
];
describe('a sentence', () => {
  it.each(DUTIES)('about %s: %s', (duty, text, state) => {
    const line = checklist(text).duties.find((each) => each.duty === duty);
    // Unclear is open too.
    expect(line?.state === 'unclear' ? 'missing' : line?.state).toBe(state);
  });

  it.each(RULES)('for %s: %s', (code, text, isFound) => {
    const { words, info, ...rest } = checklist(text);
    const found = [...toAnswer({ words, info, ...rest }), ...words, ...info];
    expect(found.some(({ rule }) => rule.code === code)).toBe(isFound);
  });
});
