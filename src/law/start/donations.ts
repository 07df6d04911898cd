/** The records of what a charity does with the data of people who give to it. */
import { controller, EMAIL, HMRC, YOU, type Given, type WrittenRecord } from './records.ts';

/** Donations, and Gift Aid where it is claimed: Income Tax Act 2007, Part 8, Chapter 2. */
export function donationsRecords({ kind, variants: { giftAid } }: Given): WrittenRecord[] {
  const donations: WrittenRecord = {
    id: 'donations',
    purpose: 'Take donations and thank people for them',
    kind: 'service',
    lawfulBasis: ['legitimate-interests'],
    legitimateInterest:
      kind === 'charity' ? 'Raising money for our charitable work' : 'Raising money for our work',
    dataCategories: ['name', 'contact details', 'donations', 'our messages'],
    sources: [
      YOU,
      {
        type: 'third-party',
        name: 'Fundraising websites through which you give',
        publiclyAccessible: false,
      },
    ],
    provision: { status: 'voluntary', consequence: 'We cannot thank you or send a receipt.' },
    recipients: [
      EMAIL,
      controller('Our card payment supplier', 'Takes card payments'),
      controller('Our accountants', 'Check our accounts'),
    ],
    transfers: 'none',
    retention: { period: 'P6Y', startsFrom: 'the end of the financial year', then: 'delete' },
  };
  return giftAid === 'no-gift-aid' ? [donations] : [donations, GIFT_AID];
}

const GIFT_AID: WrittenRecord = {
  id: 'gift-aid',
  purpose: 'Claim Gift Aid and keep the declarations',
  kind: 'legal',
  lawfulBasis: ['legal-obligation'],
  legalObligation: 'Income Tax Act 2007, Part 8, Chapter 2, and the rules on declarations',
  dataCategories: ['name', 'home address', 'declaration that you pay tax', 'donations'],
  sources: [YOU],
  provision: {
    status: 'required-by-law',
    consequence: 'We cannot claim Gift Aid on what you give.',
  },
  recipients: [HMRC],
  transfers: 'none',
  retention: { period: 'P6Y', startsFrom: 'the last donation that we claim for', then: 'delete' },
};
