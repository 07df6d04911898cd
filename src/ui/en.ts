/** What the pages call things, in English. A notice's own words are never here. */
import type { ChangeKind, SectionState } from '../compare/model.ts';
import { formatDate, type IsoDate } from '../notices/dates.ts';
import type { Topic } from '../notices/topics.ts';
import type { Span, Status } from '../notices/timeline.ts';

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
  email: 'E-mail',
  phone: 'Telephone',
  address: 'Post',
  form: 'Online',
  'in-short': 'In short',
  'representative-uk': 'In the UK',
  'representative-eu': 'In the EU',
  'representative-ch': 'In Switzerland',
};

export const labelOf = (field: string): string => factLabels[field] ?? field;

export const groupLabels = {
  contact: 'Contact',
  dpo: 'Data protection officer',
  complaints: 'How to complain',
  representatives: 'Representatives',
} as const;

export const statusLabels: Record<Status | 'draft', string> = {
  'in-force': 'In force',
  scheduled: 'Scheduled',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
  draft: 'Draft',
};

export const changeKindLabels = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  clarified: 'Clarified',
  moved: 'Moved',
} as const;

export const changeTypeLabels = {
  initial: 'First version',
  major: 'Major change',
  minor: 'Minor change',
  correction: 'Correction',
} as const;

export const notifiedLabels = {
  email: 'by e-mail',
  post: 'by post',
  sms: 'by text message',
  'in-app': 'in the app',
  website: 'on the website',
  'in-person': 'in person',
  press: 'in the press',
  banner: 'by a banner',
  other: 'in other ways',
} as const;

/** The kinds of a difference between two versions. */
export const differenceLabels: Record<ChangeKind, string> = {
  facts: 'Facts',
  wording: 'Wording',
  number: 'Number, amount or date',
  move: 'Moved',
  link: 'Link only',
  format: 'Form or punctuation only',
};

/** What a section answers, as people ask it. */
export const topicLabels: Record<Topic, string> = {
  controller: 'Who we are',
  data: 'What we collect',
  purposes: 'Why we use it',
  recipients: 'Who we share it with',
  retention: 'How long we keep it',
  rights: 'Your rights',
  complaints: 'How to complain',
};

/** Whom a notice is for, as words in a sentence: authors may write it with hyphens. */
export const audienceLabel = (name: string): string => name.replaceAll('-', ' ');

export const newsLabels = { coming: 'Coming', lately: 'Changed lately' } as const;

/** What a page of a notice is about, where its author wrote no summary. */
export const describeNotice = (title: string, controller: string): string =>
  `${title} of ${controller}: what it does with personal data, with every version and what changed.`;

/** When the words of a section changed; a day follows. */
export const changeLabels = {
  unchanged: 'Unchanged since',
  last: 'Last changed',
  coming: 'Changes on',
} as const;

/** The two layers of a notice. */
export const layerLabels = {
  name: 'How much to read',
  short: 'In short',
  full: 'In full',
  onlyInFull: 'Only in the full notice',
} as const;

export const sectionStateLabels: Record<SectionState, string> = {
  added: 'added',
  removed: 'removed',
  edited: 'edited',
  renamed: 'renamed',
  moved: 'moved',
  split: 'split',
  merged: 'merged',
};

/** Words as a list within a sentence. */
export const listed = (words: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(words);

/** A number with what it counts: `3 words`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** What a card says in place of a title that it cannot be set in. */
export const PLAIN_TITLE = 'Privacy notice';

export const versionOf = (label: string): string => `Version of ${label}`;
/** Between the number of a page and how many there are. */
export const pageOf = 'of';
export const whatChanged = (title: string): string => `What changed: ${title}`;
export const fromTo = (from: string, to: string): string => `From ${from} to ${to}`;

/** A version as far as its time is concerned. */
interface InTime {
  status: Status | 'draft';
  span?: Span;
  facts: { effective: IsoDate };
}

/** Whether a notice applies, and since when, where nothing but words can say it. */
export function sinceLabel({ status, span, facts }: InTime): string {
  if (status === 'in-force') return `In force since ${formatDate(facts.effective)}`;
  if (status === 'scheduled') return `Applies from ${formatDate(facts.effective)}`;
  return span?.to ? `Applied until ${formatDate(span.to)}` : 'Never applied';
}

/** When a version applies or applied. */
export function spanLabel(version: InTime): string {
  const { status, span } = version;
  return span?.to && status !== 'in-force' && status !== 'scheduled'
    ? `Applied from ${formatDate(span.from)} to ${formatDate(span.to)}`
    : sinceLabel(version);
}

export const todayLabel = 'today';
export const unchangedLabel = 'unchanged';
export const absentLabel = 'not there';
