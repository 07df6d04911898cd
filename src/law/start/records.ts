/**
 * The records of what a small firm does with personal data, as most firms would have them: a first
 * notice is written from them.
 */
import type { z } from 'zod';
import type { frontmatterSchema } from '../../notices/schema.ts';

export type WrittenFacts = z.input<typeof frontmatterSchema>;
export type WrittenRecord = NonNullable<WrittenFacts['processing']>[number];
export type Kind = NonNullable<WrittenFacts['controller']['kind']>;
type Recipient = Exclude<NonNullable<WrittenRecord['recipients']>, 'none'>[number];
type Source = NonNullable<WrittenRecord['sources']>[number];

/** What is done in one of several ways. */
export type VariantKey = 'supply' | 'giftAid' | 'consent' | 'cookies';

/** What an activity's records depend on. */
export interface Given {
  kind: Kind | undefined;
  variants: Partial<Record<VariantKey, string>>;
}

export const YOU: Source = { type: 'data-subject' };
const OBSERVED: Source = { type: 'observed' };

export const EMAIL = processor('Our email supplier', 'Stores and sends our messages');
const PAYROLL = processor('Our payroll supplier', 'Works out pay, tax and pensions');
export const HMRC = authority('HM Revenue & Customs', 'Collects tax');

function processor(name: string, activity: string): Recipient {
  return { name, role: 'processor', activity, country: 'GB' };
}
export function controller(name: string, activity: string): Recipient {
  return { name, role: 'controller', activity, country: 'GB' };
}
function authority(name: string, activity: string): Recipient {
  return { name, role: 'authority', activity, country: 'GB' };
}

export const RIGHT_TO_WORK: WrittenRecord = {
  id: 'right-to-work',
  purpose: 'Check that the people we employ may work in the UK',
  kind: 'legal',
  lawfulBasis: ['legal-obligation'],
  legalObligation: 'Immigration, Asylum and Nationality Act 2006, section 15',
  dataCategories: ['name', 'date of birth', 'passport or share code', 'right to work'],
  sources: [YOU],
  provision: { status: 'required-by-law', consequence: 'We cannot employ you.' },
  recipients: [authority('The Home Office', 'Confirms share codes')],
  transfers: 'none',
  retention: { period: 'P2Y', startsFrom: 'you leave', then: 'delete' },
};

/** The work for customers, by what they are given: goods, services or both. */
const PURPOSES: Readonly<Record<string, string>> = {
  both: 'Supply the goods and services that you ask for',
  goods: 'Take and deliver your orders',
  services: 'Provide the services that you ask for',
};

/** Which law makes a firm keep accounts, by its legal form. */
const ACCOUNTS_LAW: Partial<Record<Kind, string>> = {
  company: 'Companies Act 2006, section 388, and tax law',
  llp: 'Companies Act 2006, section 388, and tax law',
  partnership: 'Taxes Management Act 1970, section 12B',
  'sole-trader': 'Taxes Management Act 1970, section 12B',
  charity: 'charity law and tax law',
};

export function ordersRecords({ kind, variants: { supply = 'both' } }: Given): WrittenRecord[] {
  return [
    {
      id: 'orders',
      purpose: PURPOSES[supply] ?? 'Provide the services that you ask for',
      kind: 'service',
      lawfulBasis: ['contract'],
      dataCategories: ['name', 'contact details', 'what you asked for', 'our messages'],
      sources: [YOU],
      provision: {
        status: 'needed-to-enter-contract',
        consequence:
          supply === 'goods' ? 'We cannot take your order.' : 'We cannot do what you ask.',
      },
      recipients: [
        EMAIL,
        ...(supply === 'services'
          ? []
          : [processor('Our delivery firms', 'Deliver to your address')]),
      ],
      transfers: 'none',
      retention: { period: 'P6Y', startsFrom: 'the end of our work for you', then: 'delete' },
    },
    {
      id: 'payment',
      purpose: 'Take payment and give refunds',
      kind: 'service',
      lawfulBasis: ['contract'],
      dataCategories: ['name', 'billing address', 'payments'],
      sources: [YOU],
      provision: {
        status: 'needed-to-enter-contract',
        consequence: 'We cannot take your payment.',
      },
      recipients: [controller('Our card payment supplier', 'Takes card payments')],
      transfers: 'none',
      retention: { period: 'P6Y', startsFrom: 'the end of the financial year', then: 'delete' },
    },
    {
      id: 'accounts',
      purpose: 'Keep accounts and pay tax',
      kind: 'legal',
      lawfulBasis: ['legal-obligation'],
      legalObligation: (kind && ACCOUNTS_LAW[kind]) ?? 'tax law',
      dataCategories: ['name', 'billing address', 'invoices', 'payments'],
      sources: [YOU],
      provision: { status: 'required-by-law', consequence: 'We cannot sell to you.' },
      recipients: [
        processor('Our accounting software supplier', 'Stores our accounts'),
        controller('Our accountants', 'Check our accounts'),
        HMRC,
      ],
      transfers: 'none',
      retention: { period: 'P6Y', startsFrom: 'the end of the financial year', then: 'delete' },
    },
  ];
}

export function marketingRecords({ variants: { consent = 'consent' } }: Given): WrittenRecord[] {
  const isConsent = consent === 'consent';
  return [
    {
      id: 'marketing',
      purpose: 'Send you our news and offers by email',
      kind: 'direct-marketing',
      lawfulBasis: [isConsent ? 'consent' : 'legitimate-interests'],
      ...(!isConsent && {
        legitimateInterest:
          consent === 'soft-opt-in'
            ? 'Telling customers about products and services like those they bought'
            : 'Telling supporters about our charitable work',
      }),
      dataCategories: ['name', 'email address', 'marketing choices'],
      sources: [YOU],
      provision: { status: 'voluntary', consequence: 'We cannot send you news and offers.' },
      pecr: {
        basis: consent as 'consent' | 'soft-opt-in' | 'charity-soft-opt-in',
        optOut: 'the link in each email',
      },
      recipients: [processor('Our newsletter supplier', 'Sends our newsletters')],
      transfers: 'none',
      retention: {
        criteria:
          'until you unsubscribe; then we keep only your address, so that we do not write to you again',
      },
    },
  ];
}

export function staffRecords(): WrittenRecord[] {
  return [
    {
      id: 'employment',
      purpose: 'Employ our staff and manage their work',
      kind: 'employment',
      lawfulBasis: ['contract', 'legitimate-interests'],
      legitimateInterest: 'Running our team well and fairly',
      dataCategories: [
        ...['name', 'contact details', 'emergency contact', 'contract', 'hours and leave'],
        ...['training', 'notes of meetings'],
      ],
      sources: [YOU, OBSERVED],
      provision: { status: 'required-by-contract', consequence: 'We cannot employ you.' },
      recipients: [EMAIL],
      transfers: 'none',
      retention: { period: 'P6Y', startsFrom: 'you leave', then: 'delete' },
    },
    {
      id: 'pay',
      purpose: 'Pay our staff, their tax and their pensions',
      kind: 'legal',
      lawfulBasis: ['contract', 'legal-obligation'],
      legalObligation: 'tax law and the Pensions Act 2008',
      dataCategories: [
        ...['name', 'date of birth', 'bank details', 'National Insurance number', 'tax code'],
        ...['pay', 'pension'],
      ],
      sources: [
        YOU,
        { type: 'third-party', name: 'HM Revenue & Customs', publiclyAccessible: false },
      ],
      provision: { status: 'required-by-law', consequence: 'We cannot pay you correctly.' },
      recipients: [PAYROLL, controller('Our pension supplier', 'Runs our pension scheme'), HMRC],
      transfers: 'none',
      retention: { period: 'P6Y', startsFrom: 'the end of the tax year', then: 'delete' },
    },
    {
      id: 'health',
      purpose: 'Keep staff safe, pay sick pay and make adjustments',
      kind: 'legal',
      lawfulBasis: ['legal-obligation'],
      legalObligation: 'health and safety law, sick pay law and the Equality Act 2010',
      dataCategories: ['name', 'sickness', 'accidents at work', 'adjustments that you need'],
      sources: [YOU],
      provision: {
        status: 'required-by-law',
        consequence: 'We may not be able to pay sick pay or make adjustments.',
      },
      recipients: [PAYROLL, authority('The Health and Safety Executive', 'Looks into accidents')],
      transfers: 'none',
      retention: { period: 'P3Y', startsFrom: 'the sickness or accident', then: 'delete' },
    },
    RIGHT_TO_WORK,
  ];
}

export function websiteRecords({ variants: { cookies } }: Given): WrittenRecord[] {
  return [
    {
      id: 'website',
      purpose: 'Run our website and keep it safe',
      kind: 'security',
      lawfulBasis: ['legitimate-interests'],
      legitimateInterest: 'Having a website that works and is safe',
      dataCategories: ['internet address', 'device and browser', 'pages that you open'],
      sources: [OBSERVED],
      recipients: [processor('Our web hosting supplier', 'Runs the computers our website is on')],
      transfers: 'none',
      retention: { period: 'P3M', startsFrom: 'your visit', then: 'delete' },
    },
    ...(cookies === 'statistics' ? [STATISTICS] : []),
  ];
}

const STATISTICS: WrittenRecord = {
  id: 'statistics',
  purpose: 'Count visits to our website',
  kind: 'analytics',
  lawfulBasis: ['consent'],
  dataCategories: ['device and browser', 'pages that you open', 'where you came from'],
  sources: [OBSERVED],
  recipients: [processor('Our website statistics supplier', 'Counts visits for us')],
  transfers: 'none',
  retention: { period: 'P13M', startsFrom: 'your visit', then: 'delete' },
};

export const ENQUIRIES: WrittenRecord = {
  id: 'enquiries',
  purpose: 'Answer questions that people send us',
  kind: 'service',
  lawfulBasis: ['legitimate-interests'],
  legitimateInterest: 'Helping people who get in touch',
  dataCategories: ['name', 'contact details', 'our messages'],
  sources: [YOU],
  provision: { status: 'voluntary', consequence: 'We may not be able to answer.' },
  recipients: [EMAIL],
  transfers: 'none',
  retention: { period: 'P1Y', startsFrom: 'the last message', then: 'delete' },
};

export const RECRUITMENT: WrittenRecord = {
  id: 'recruitment',
  purpose: 'Choose whom to employ',
  kind: 'recruitment',
  lawfulBasis: ['legitimate-interests'],
  legitimateInterest: 'Finding the right person for each job',
  dataCategories: [
    ...['name', 'contact details', 'work history', 'qualifications', 'notes of interviews'],
    ...['references', 'adjustments that you need'],
  ],
  sources: [
    YOU,
    {
      type: 'third-party',
      name: 'People you name for a reference, and recruitment agencies',
      publiclyAccessible: false,
    },
  ],
  provision: { status: 'voluntary', consequence: 'We may not be able to offer you a job.' },
  recipients: [EMAIL],
  transfers: 'none',
  retention: { period: 'P6M', startsFrom: 'we fill the job', then: 'delete' },
};

export const CCTV: WrittenRecord = {
  id: 'cctv',
  purpose: 'Keep people and property safe with cameras',
  kind: 'security',
  lawfulBasis: ['legitimate-interests'],
  legitimateInterest: 'Preventing crime and accidents on our premises',
  dataCategories: ['pictures of people and vehicles', 'time and place'],
  sources: [OBSERVED],
  recipients: [
    processor('Our security supplier', 'Looks after the cameras'),
    controller('Our insurers', 'Deal with claims'),
    authority('The police', 'Look into crimes'),
  ],
  transfers: 'none',
  retention: { period: 'P30D', startsFrom: 'the recording', then: 'delete' },
};

/** What every controller does: people have rights against all of them. */
export const RIGHTS_RECORD: WrittenRecord = {
  id: 'complaints',
  purpose: 'Deal with complaints and requests about your data',
  kind: 'complaints',
  lawfulBasis: ['legal-obligation'],
  legalObligation: 'Data Protection Act 2018, section 164A, and UK GDPR, Article 12',
  dataCategories: ['name', 'contact details', 'our messages', 'what we found'],
  sources: [YOU],
  provision: { status: 'voluntary', consequence: 'We may not be able to deal with it.' },
  recipients: [EMAIL],
  transfers: 'none',
  retention: { period: 'P2Y', startsFrom: 'our final answer', then: 'delete' },
};
