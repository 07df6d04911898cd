/** Words of the pages of one notice: its versions, its history, its sections through time. */
import type { LinkTo } from '../../document/link-to.ts';
import { markup, type Markup } from '../../document/markup.ts';
import type { StatusLine } from '../status-line.ts';
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

/** What a followed link was to: a section by its heading, or a passage of the text. */
const target = (heading: Markup | undefined): Markup =>
  heading ? markup`“${heading}”` : markup`The passage you followed a link to`;

export const notice = {
  /** When the words of a section changed. */
  changed: {
    unchanged: (day: string): string => `Unchanged since ${day}`,
    last: (day: string): string => `Last changed ${day}`,
    coming: (day: string): string => `Changes on ${day}`,
  },

  /** The table of marks: who receives data for what. */
  marks: { caption: 'Who receives what', yes: 'Yes' },

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
    'called-off': (day: Markup): StatusLine => ({
      mark: statuses['called-off'],
      since: markup`on ${day}`,
    }),
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
    'called-off': (day: Markup, reason: string): StatusLine => ({
      mark: statuses['called-off'],
      since: markup`This version was called off on ${day} and never applied. Reason: ${reason}`,
    }),
  },

  /** The name of the list of links to other languages. */
  languages: 'Languages',

  /** Above a text: why it may not be the one to read, and the link to another. */
  banners: {
    /** On a translation that is out of date: the current notice exists only in another language. */
    behind: (day: Markup, read: LinkTo): Markup =>
      markup`The current notice, in force since ${day}, is not translated yet. ${read('Read it in the original language')}`,
    current: 'Current notice',
    changedSince: 'What has changed since',
    noneInForce: 'No version of this notice is in force',
    /** On a draft, after the label "Draft". */
    notPublished: 'Not published. Only previews show it.',
    readDraft: 'Read the draft of the next version',
    newVersion: (day: Markup, read: LinkTo, compare: LinkTo): Markup =>
      markup`A new version applies from ${day}. ${read('Read it now')} or ${compare('see what will change')}`,
    isWithdrawn: (day: Markup): Markup => markup`This notice will be withdrawn on ${day}.`,
    /** On a notice that has no version in force, after the label of its status. */
    wasWithdrawn: (
      day: Markup,
      applied: { from: Markup; to: Markup } | undefined,
      read: LinkTo,
    ): Markup => {
      const when = applied
        ? markup`It applied from ${applied.from} to ${applied.to}.`
        : markup`It never applied.`;
      return markup`This notice was withdrawn on ${day}. ${when} ${read('Read the last version')}`;
    },
    isComing: (day: Markup, read: LinkTo): Markup =>
      markup`This notice applies from ${day}. ${read('Read it now')}`,
    readCalledOff: 'Read the version that was called off',
  },

  /** The page of a version. */
  version: {
    title: (title: string, label: string, controller: string): string =>
      `${title}, version of ${label} – ${controller}`,
    draftTitle: (title: string, controller: string): string => `${title}, draft – ${controller}`,
    /** The link to what the current version changed, by the day it applies from. */
    seeChanges: (day: Markup): Markup => markup`What changed on ${day}`,
    /** The link to all that changed, by the day the first version applied from. */
    seeChangesSince: (day: Markup): Markup => markup`What changed since ${day}`,
    /** The link to the history of a notice. */
    all: (count: number): string => (count === 1 ? 'One version' : `All ${count} versions`),
    /** The same where no version is in force. */
    seeAll: 'History of this notice',
    answers: 'Common questions',
    contents: 'Contents',
    /** The bar of a phone that opens the contents, and what closes them. */
    onThisPage: 'On this page',
    close: 'Close',
    /** Above the notes on a version that is still to come, and the link below them. */
    willChange: 'What will change',
    compareWithCurrent: 'Compare with the current notice',
    linkToSection: (heading: string): string => `Link to “${heading}”`,
    sectionInForce: 'This section today',
    noSectionInForce: (read: LinkTo): Markup =>
      markup`This section is not in the current notice. ${read('Read the current notice')}`,
    others: 'Other versions',
    previous: 'Previous version',
    next: 'Next version',
  },

  /** The card of a version: its dates, the ways on, and how to follow, cite and download it. */
  block: {
    heading: 'This version',
    published: 'Published',
    /** Of a version that was found in a history: why it has the day that it has. */
    imported: {
      label: 'How its day is known',
      stated: (day: Markup, from: Markup): Markup =>
        markup`Its text says that it applies from this day. First seen on ${day} in ${from}.`,
      updated: (day: Markup, from: Markup): Markup =>
        markup`Its text says that it was last updated on this day, which may not be the day it applied from. First seen on ${day} in ${from}.`,
      seen: (day: Markup, from: Markup): Markup =>
        markup`First seen on ${day} in ${from}. The day it applied from is not known.`,
    },
    effective: 'Applies from',
    wouldApply: 'Was to apply from',
    reviewed: 'Last reviewed',
    reviewDue: 'Next review due',
    kind: 'Type of change',
    corrected: 'Corrected',
    updates: 'Get updates',
    whatFeedsAre:
      'A feed is a list of versions. A feed reader checks it, and tells you of a new one.',
    atom: 'Atom feed',
    jsonFeed: 'JSON feed',
    /** The link to a file for calendars. */
    calendar: (day: string): string => `Add ${day} to a calendar`,
    cite: 'Cite',
    citation: (version: {
      controller: string;
      title: string;
      label: string;
      address: string;
      fingerprint: string;
    }): string =>
      `${version.controller}, ${version.title}, version of ${version.label}, ${version.address} (SHA-256 ${version.fingerprint})`,
    fingerprint: 'Whole fingerprint',
    fingerprintOf: (text: LinkTo): Markup => markup`SHA-256 of the ${text('plain text')}`,
    download: 'Download',
    formats: { pdf: 'PDF', text: 'Plain text', markdown: 'Markdown', json: 'JSON' },
  },

  /** A file for calendars: the day from which a version applies. */
  calendar: {
    summary: (title: string, controller: string): string =>
      `New version of ${title} – ${controller}`,
    calledOff: 'This version was called off.',
  },

  /** The answer to a link to an anchor that the current notice no longer has, or not yet. */
  pastAnchor: {
    notToday: (heading: Markup | undefined): Markup =>
      markup`${target(heading)} is in a version that does not apply today.`,
    notYet: (heading: Markup | undefined): Markup =>
      markup`${target(heading)} is not in the current notice yet.`,
    removed: (heading: Markup | undefined, day: string): Markup =>
      markup`${target(heading)} was removed on ${day}.`,
    notAnyMore: (heading: Markup | undefined): Markup =>
      markup`${target(heading)} is no longer in the current notice.`,
    read: (day: Markup): Markup => markup`Read it in the version of ${day}`,
  },

  /** Below a section published on its own: the notice and version it comes from. */
  sourceOfPart: (title: string, controller: string, day: Markup, link: LinkTo): Markup =>
    markup`Part of: ${link(`${title}, ${controller}`)}, version of ${day}`,

  today: 'today',
  unchanged: 'unchanged',
  absent: 'not in this version',
};
