/** What a small firm does with personal data, to pick from: what to ask about it, and its records. */
import { donationsRecords } from './donations.ts';
import {
  CCTV,
  ENQUIRIES,
  marketingRecords,
  ordersRecords,
  RECRUITMENT,
  RIGHT_TO_WORK,
  staffRecords,
  websiteRecords,
  type Given,
  type Kind,
  type VariantKey,
  type WrittenRecord,
} from './records.ts';

export const ACTIVITIES = [
  'orders',
  'donations',
  'enquiries',
  'marketing',
  'recruitment',
  'staff',
  'website',
  'cctv',
] as const;
export type ActivityName = (typeof ACTIVITIES)[number];

export const isActivity = (word: string): word is ActivityName =>
  (ACTIVITIES as readonly string[]).includes(word);

/** A choice of one of several ways to do an activity. */
export interface Variant {
  /** The key of the answer. */
  key: VariantKey;
  message: string;
  /** The first is taken where nobody answers. */
  choices: readonly { value: string; label: string; kinds?: readonly Kind[] }[];
}

export interface Activity {
  label: string;
  /** Who the notice is for, as the words after "for". */
  audience: string;
  /** Its records, by what was answered. */
  records: (given: Given) => WrittenRecord[];
  variant?: Variant;
}

/** The activities in the order in which they are asked for, and written. */
export const ACTIVITY: Readonly<Record<ActivityName, Activity>> = {
  orders: {
    label: 'Orders and customers',
    audience: 'customers',
    records: ordersRecords,
    variant: {
      key: 'supply',
      message: 'What do you give your customers?',
      choices: [
        { value: 'both', label: 'goods and services' },
        { value: 'goods', label: 'goods' },
        { value: 'services', label: 'services' },
      ],
    },
  },
  donations: {
    label: 'Donations',
    audience: 'people who give to us',
    records: donationsRecords,
    variant: {
      key: 'giftAid',
      message: 'Do you claim Gift Aid?',
      choices: [
        { value: 'gift-aid', label: 'yes' },
        { value: 'no-gift-aid', label: 'no' },
      ],
    },
  },
  enquiries: {
    label: 'Enquiries',
    audience: 'people who contact us',
    records: () => [ENQUIRIES],
  },
  marketing: {
    label: 'Marketing by email',
    audience: 'people who get our news',
    records: marketingRecords,
    variant: {
      key: 'consent',
      message: 'Who gets your marketing emails?',
      choices: [
        { value: 'consent', label: 'people who signed up for them' },
        {
          value: 'soft-opt-in',
          label: 'customers, who could refuse when you took their address',
        },
        {
          value: 'charity-soft-opt-in',
          label: 'supporters, who could refuse when you took their address',
          kinds: ['charity'],
        },
      ],
    },
  },
  recruitment: {
    label: 'Recruitment',
    audience: 'people who apply for a job',
    records: () => [RECRUITMENT, RIGHT_TO_WORK],
  },
  staff: { label: 'Staff', audience: 'staff', records: staffRecords },
  website: {
    label: 'Website',
    audience: 'visitors to our website',
    records: websiteRecords,
    variant: {
      key: 'cookies',
      message: 'What does your website store on the devices of visitors?',
      choices: [
        { value: 'needed', label: 'only cookies that it does not work without' },
        { value: 'statistics', label: 'those, and cookies that count visits' },
        { value: 'none', label: 'nothing' },
      ],
    },
  },
  cctv: {
    label: 'CCTV',
    audience: 'visitors to our premises',
    records: () => [CCTV],
  },
};
