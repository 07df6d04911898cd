/** Words of the pages of one notice: its versions, its history, its sections through time. */
import type { LinkTo } from '../../views/link-to.ts';
import { markup, type Markup } from '../../document/markup.ts';
import type { StatusLine } from '../../views/status.ts';
import { common } from './common.ts';

const { statuses } = common;

/** The lines of a version that no longer applies. */
const over = (mark: string) => ({
  applied: (from: Markup, to: Markup): StatusLine => ({
    mark,
    since: markup`Applied from ${from} to ${to}`,
  }),
  never: { mark, since: markup`Never applied` } satisfies StatusLine,
  /** In short: the first day on which it no longer applied. */
  ended: (day: Markup): StatusLine => ({ mark, since: markup`on ${day}` }),
  /** In short, where it never applied. */
  bare: { mark } satisfies StatusLine,
});

/** What a link was followed to: a section by its heading, or a place within the text. */
const target = (heading: Markup | undefined): Markup =>
  heading ? markup`“${heading}”` : markup`The place you followed a link to`;

export const notice = {
  /** When the words of a section changed. */
  changed: {
    unchanged: (day: string): string => `Unchanged since ${day}`,
    last: (day: string): string => `Last changed ${day}`,
    coming: (day: string): string => `Changes on ${day}`,
  },

  /** The two layers of a notice. */
  layers: {
    name: 'How much to read',
    short: 'In short',
    full: 'In full',
    onlyInFull: 'Only in the full notice',
    shortTitle: (title: string, controller: string): string => `${title} in short – ${controller}`,
  },

  /** The status of a version and its dates: labels that stand beside others. */
  statusLine: {
    'in-force': (day: Markup): StatusLine => ({
      mark: statuses['in-force'],
      since: markup`since ${day}`,
    }),
    scheduled: {
      applies: (day: Markup): StatusLine => ({
        mark: statuses.scheduled,
        since: markup`Applies from ${day}`,
      }),
      /** In short, where no other version is mentioned. */
      bare: (day: Markup): StatusLine => ({ mark: 'Applies', since: markup`from ${day}` }),
    },
    superseded: over(statuses.superseded),
    withdrawn: over(statuses.withdrawn),
    draft: { mark: statuses.draft } satisfies StatusLine,
  },

  /** The same as sentences, above the text of a version that is not in force. */
  statusSentence: {
    scheduled: (day: Markup): StatusLine => ({
      mark: 'Not in force yet.',
      since: markup`This version applies from ${day}.`,
    }),
    superseded: {
      applied: (from: Markup, to: Markup): StatusLine => ({
        mark: 'This version was replaced.',
        since: markup`It applied from ${from} to ${to}.`,
      }),
      never: {
        mark: 'This version was replaced.',
        since: markup`It never applied.`,
      } satisfies StatusLine,
    },
    withdrawn: {
      applied: (from: Markup, to: Markup): StatusLine => ({
        mark: 'This notice was withdrawn.',
        since: markup`This version applied from ${from} to ${to}.`,
      }),
      never: {
        mark: 'This notice was withdrawn.',
        since: markup`This version never applied.`,
      } satisfies StatusLine,
    },
  },

  /** The name of the list of links to other languages. */
  languages: 'Languages',

  /** What stands above a text: what else there is to read. */
  banners: {
    /** Of a translation that lags behind: the text in force is only there in another language. */
    behind: (day: Markup, read: LinkTo): Markup =>
      markup`The text in force since ${day} is not translated yet. ${read('Read it in the original')}`,
    readInForce: 'Read the version in force',
    noneInForce: 'This notice has no version in force',
    /** Of a draft; its mark stands before. */
    notPublished: 'not published; for preview alone',
    readDraft: 'Read the draft of the next version',
    newVersion: (day: Markup, read: LinkTo, compare: LinkTo): Markup =>
      markup`A new version applies from ${day}. ${read('Read it now')} or ${compare('see what will change')}`,
    isWithdrawn: (day: Markup): Markup => markup`This notice is withdrawn on ${day}.`,
    /** Of a notice that has no version in force; the mark of its status stands before. */
    wasWithdrawn: (day: Markup, read: LinkTo): Markup =>
      markup`This notice was withdrawn on ${day}. It no longer applies. ${read('Read the last version')}`,
    isComing: (day: Markup, read: LinkTo): Markup =>
      markup`This notice applies from ${day}. ${read('Read it now')}`,
  },

  /** The page of a version. */
  version: {
    title: (title: string, label: string, controller: string): string =>
      `${title}, version of ${label} – ${controller}`,
    draftTitle: (title: string, controller: string): string => `${title}, draft – ${controller}`,
    seeChanges: 'See what changed',
    /** To the history of a notice. */
    all: (count: number): string => (count === 1 ? 'One version' : `All ${count} versions`),
    /** The same where no version is in force. */
    seeAll: 'See every version of this notice',
    answers: 'What people ask',
    contents: 'Contents',
    linkToSection: (heading: string): string => `Link to “${heading}”`,
    sectionInForce: 'This section in the version in force',
    noSectionInForce: (read: LinkTo): Markup =>
      markup`The version in force has no such section. ${read('Read it')}`,
    others: 'Other versions',
    previous: 'Previous version',
    next: 'Next version',
  },

  /** The card that says which version this is. */
  block: {
    heading: 'This version',
    status: 'Status',
    address: 'This version',
    latest: 'Latest version',
    history: 'History',
    /** Before the days of a version that is over, and of one that is not. */
    applied: 'Applied',
    applies: 'Applies',
    span: (from: Markup, to: Markup): Markup => markup`${from} to ${to}`,
    published: 'Published',
    effective: 'Effective',
    reviewed: 'Last reviewed',
    reviewDue: 'Next review due',
    kind: 'Kind',
    corrected: 'Corrected',
    fingerprint: 'Fingerprint',
    fingerprintOf: (text: LinkTo): Markup => markup`SHA-256 of its ${text('plain text')}`,
    citeAs: 'Cite as',
    citation: (version: {
      controller: string;
      title: string;
      label: string;
      address: string;
      fingerprint: string;
    }): string =>
      `${version.controller}, ${version.title}, version of ${version.label}, ${version.address}, SHA-256 ${version.fingerprint}`,
  },

  /** What answers for an anchor that the text in force no longer has, or not yet. */
  pastAnchor: {
    notToday: (heading: Markup | undefined): Markup =>
      markup`${target(heading)} stood in a text that does not apply today.`,
    notYet: (heading: Markup | undefined): Markup =>
      markup`${target(heading)} is not in the text in force yet.`,
    removed: (heading: Markup | undefined, day: string): Markup =>
      markup`${target(heading)} was removed on ${day}.`,
    notAnyMore: (heading: Markup | undefined): Markup =>
      markup`${target(heading)} is not in the text in force any more.`,
    read: (day: Markup): Markup => markup`Read it in the last version that has it, of ${day}`,
  },

  /** Below a section that stands by itself: what it is of. */
  sourceOfPart: (title: string, controller: string, day: Markup, link: LinkTo): Markup =>
    markup`${link(`${title}, ${controller}`)}, version of ${day}`,

  today: 'today',
  unchanged: 'unchanged',
  absent: 'not there',
};
