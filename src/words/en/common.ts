/** Words used on many pages: dates, numbers, and the terms of the field. */
import type { ChangeKind, SectionState } from '../../compare/model.ts';
import { formatDate, type IsoDate } from '../../notices/dates.ts';
import type { Change, Facts } from '../../notices/schema.ts';
import type { Span, Status } from '../../notices/timeline.ts';
import type { Topic } from '../../document/model.ts';

const factLabels: Record<string, string> = {
  name: 'Controller',
  tradingNames: 'Also known as',
  companyNumber: 'Company number',
  registeredIn: 'Registered in',
  registeredOffice: 'Registered office',
  charityNumber: 'Charity number',
  vatNumber: 'VAT number',
  lei: 'LEI',
  icoRegistration: 'ICO registration',
  role: 'Role',
  email: 'Email',
  phone: 'Telephone',
  address: 'Post',
  form: 'Online',
  'in-short': 'In short',
  'representative-uk': 'In the UK',
  'representative-eu': 'In the EU',
  'representative-ch': 'In Switzerland',
};

export const number = (count: number): string => count.toLocaleString('en-GB');

/** A number and what it counts: `3 words`. */
export const counted =
  (one: string, many = `${one}s`) =>
  (count: number): string =>
    `${number(count)} ${count === 1 ? one : many}`;

/** What the dates of a version are worked out from. */
export interface InTime {
  status: Status | 'draft';
  span?: Span;
  facts: { effective: IsoDate };
}

/** Whether a version applies, and since when, where no colour or label can show its status. */
function sinceLabel({ status, span, facts }: InTime): string {
  if (status === 'in-force') return `In force since ${formatDate(facts.effective)}`;
  if (status === 'scheduled') return `Applies from ${formatDate(facts.effective)}`;
  return span?.to ? `Applied until ${formatDate(span.to)}` : 'Never applied';
}

/** When a version applies or applied. */
function spanLabel(version: InTime): string {
  const { status, span } = version;
  return span?.to && status !== 'in-force' && status !== 'scheduled'
    ? `Applied from ${formatDate(span.from)} to ${formatDate(span.to)}`
    : sinceLabel(version);
}

export const common = {
  /** The language of these words, as a page's `lang` names it. */
  language: 'en-GB',

  /** A date as people write it: "1 May 2018". */
  date: formatDate,

  /** A number as people write it. */
  number,

  /** Joins words to a list within a sentence. */
  listed: (words: readonly string[]): string => new Intl.ListFormat('en-GB').format(words),

  /** Numbers and what they count. */
  counts: {
    words: counted('word'),
    versions: counted('version'),
    sections: counted('section'),
    changes: counted('change'),
  },

  /** The label of a field of facts. */
  labelOf: (field: string): string => factLabels[field] ?? field,

  groups: {
    contact: 'Contact',
    dpo: 'Data protection officer',
    complaints: 'How to complain',
    representatives: 'Representatives',
  },

  statuses: {
    'in-force': 'In force',
    scheduled: 'Scheduled',
    superseded: 'Replaced',
    withdrawn: 'Withdrawn',
    'called-off': 'Called off',
    draft: 'Draft',
  } satisfies Record<Status | 'draft', string>,

  sinceLabel,
  spanLabel,

  /** The kinds of changes that the author of a version can list. */
  changeKinds: {
    added: 'Added',
    removed: 'Removed',
    changed: 'Changed',
    clarified: 'Clarified',
    moved: 'Moved',
  } satisfies Record<Change['kind'], string>,

  changeTypes: {
    initial: 'First version',
    major: 'Major change',
    minor: 'Minor change',
    correction: 'Correction',
  } satisfies Record<NonNullable<Facts['changeType']>, string>,

  /** How people were notified of a version. */
  notified: {
    email: 'by email',
    post: 'by post',
    sms: 'by text message',
    'in-app': 'in the app',
    website: 'on the website',
    'in-person': 'in person',
    press: 'in the press',
    banner: 'with a banner',
    other: 'in another way',
  } satisfies Record<Facts['notified'][number]['by'], string>,

  /** The kinds of differences between two versions. */
  differences: {
    facts: 'Facts',
    wording: 'Wording',
    number: 'Number, amount or date',
    move: 'Moved',
    link: 'Link address',
    format: 'Formatting or punctuation',
  } satisfies Record<ChangeKind, string>,

  /** How a section changed. */
  sectionStates: {
    added: 'added',
    removed: 'removed',
    edited: 'edited',
    renamed: 'renamed',
    moved: 'moved',
    split: 'split',
    merged: 'merged',
  } satisfies Record<SectionState, string>,

  /** The question that a section answers, in the words of a reader. */
  topics: {
    controller: 'Who we are',
    data: 'What we collect',
    purposes: 'Why we use it',
    recipients: 'Who we share it with',
    retention: 'How long we keep it',
    rights: 'Your rights',
    complaints: 'How to complain',
  } satisfies Record<Topic, string>,

  /** The heading of the card of a version's facts, on its page and in search results. */
  keyFacts: 'Key facts',
  /** What opens those of its facts that are not shown at once. */
  moreFacts: 'More facts',
};
