/** Words of a notice's history, of the history of one section, and of the page for a date. */
import type { IsoDate } from '../../notices/dates.ts';
import type { Facts } from '../../notices/schema.ts';
import type { Status } from '../../notices/timeline.ts';
import { markup, type Markup } from '../../document/markup.ts';
import { periodLabel } from '../period.ts';
import { common } from './common.ts';

const { counts } = common;

/** A link of the page, around words that the message chooses. */
type Link = (words: string) => Markup;

/** The status of a version within a sentence. */
const statuses: Record<Status | 'draft', string> = {
  'in-force': 'in force',
  scheduled: 'scheduled',
  superseded: 'replaced',
  withdrawn: 'withdrawn',
  'called-off': 'called off',
  draft: 'draft',
};

/** So many months, of which each has a bar of its own. */
const perMonths = (months: number): string =>
  ({ 1: 'a month', 12: 'a year' })[months] ??
  (months % 12 === 0 ? `a period of ${months / 12} years` : `a period of ${months} months`);

const versionOf = (version: string): string => `version of ${version}`;

export const history = {
  /** In the breadcrumb of a page. */
  name: 'History',
  title: (notice: string, controller: string): string => `History of ${notice} – ${controller}`,
  description: (notice: string, controller: string): string =>
    `History of ${notice}, ${controller}: when each version applied and what changed.`,
  heading: 'History of this notice',
  /** How many versions there are, and the day on which the first was published. */
  versionsSince: (count: number, first: Markup): Markup =>
    count === 1
      ? markup`One version, published on ${first}`
      : markup`${counts.versions(count)}, the first published on ${first}`,
  /** The same, where the first was found in a history: nobody knows when it was published. */
  versionsKnownSince: (count: number, first: Markup): Markup =>
    count === 1
      ? markup`One version, known from ${first}`
      : markup`${counts.versions(count)}, the first known from ${first}`,
  /** The title of the link to the versions as data. */
  allVersions: 'All versions',

  /** The row that holds the forms on a phone. */
  choose: 'Compare versions, or find a date',

  /** The list of years or days that leads to the versions of each. */
  dates: 'Versions by date',

  /** The versions on a timeline. */
  life: {
    name: 'Timeline of versions',
    /** What a bar stands for: a version, or the versions of so many months. */
    key: (months: number): string =>
      `Each bar is ${months === 0 ? 'a version' : `${perMonths(months)} with new versions`}. The higher it is, the more words changed.`,
    skip: 'Skip the timeline',
    /** How to go from bar to bar, for those who use a keyboard. */
    keys: 'Arrow keys move from bar to bar.',
    first: (version: string): string => `${version}: first version`,
    /** The first translation of a notice that has earlier versions in another language. */
    earlier: (version: string): string => `${version}: first version in this language`,
    changed: (version: string, words: number, status: Status | 'draft'): string =>
      `${version}: ${counts.words(words)} changed${status === 'superseded' ? '' : `, ${statuses[status]}`}`,
    /** The versions of some months. */
    several: (from: IsoDate, to: IsoDate, versions: number, words: number): string =>
      `${periodLabel(common.date, from, to)}: ${counts.versions(versions)}, ${counts.words(words)} changed`,
  },

  /** The table that shows how each section changed in each version. */
  map: {
    summary: 'How each section changed',
    name: 'Section changes in the newest versions',
    nameEarlier: 'Section changes in earlier versions',
    section: 'Section',
    /** Before the names of sections. */
    never: (sections: Markup): Markup => markup`Never changed: ${sections}`,
    others: (sections: Markup): Markup => markup`Other sections: ${sections}`,
    earlier: (versions: number): string => `Earlier versions (${common.number(versions)})`,
    missing: (versions: number): string =>
      `The first ${counts.versions(versions)} ${versions === 1 ? 'is' : 'are'} not shown here. The page of each section has all its changes.`,
    splitOrMerged: 'split or merged',
    apart: 'only links or formatting',
  },

  /** One version among the others. */
  entry: {
    why: (reason: Markup): Markup => markup`Why: ${reason}`,
    first: 'The first version of this notice.',
    /** Of a version that was found in a history, which may have had earlier ones. */
    earliest: 'The earliest version that is known.',
    corrected: (day: Markup, by: string, reason: string): Markup =>
      markup`Corrected on ${day} by ${by}: ${reason}`,
    textBefore: 'Text before the correction',
    calledOff: (by: string, reason: string): Markup => markup`Called off by ${by}: ${reason}`,
    published: (day: Markup): Markup => markup`Published ${day}`,
    /** Of a version that was found in a history, in place of the day it was published on. */
    stated: 'Its text says that it applies from this day',
    updated: 'Its text says that it was last updated on this day',
    firstSeen: (day: Markup): Markup => markup`First seen ${day}`,
    reviewed: (day: Markup): Markup => markup`last reviewed ${day}`,
    notified: (by: Facts['notified'][number]['by'], day: Markup): Markup =>
      markup`announced ${common.notified[by]} on ${day}`,
  },

  /** One section in all its versions. */
  section: {
    title: (section: string, notice: string, controller: string): string =>
      `History of “${section}” – ${notice}, ${controller}`,
    newFrom: (day: Markup): Markup => markup`New from ${day}`,
    unchangedSince: (day: Markup): Markup => markup`Unchanged since ${day}`,
    changedSince: (times: number, day: Markup): Markup =>
      markup`Changed ${times === 1 ? 'once' : `${common.number(times)} times`}. First published ${day}.`,
    removed: (version: string): string => `Removed in the ${versionOf(version)}.`,
    toBeRemoved: (version: string): string => `Will be removed in the ${versionOf(version)}.`,
    merged: (version: string, link: Link): Markup =>
      markup`Part of ${link('another section')} since the ${versionOf(version)}.`,
    splitOff: (link: Link): Markup => markup`Split off from ${link('another section')}.`,
    /** How long a text applied, under the day on which it first applied. */
    neverInForce: 'never in force',
    until: (day: string): string => `until ${day}`,
    fromThenOn: 'from this date on',
    untilToday: 'to now',
    /** The same with how the text changed, and in how many versions it stands: "to now: text edited". */
    standing: (until: string, versions: number, states: readonly string[]): string => {
      const same = versions > 1 ? `, the same in ${counts.versions(versions)}` : '';
      const [only, ...others] = states;
      if (only === undefined) return `${until}${same}`;
      const how =
        only === common.sectionStates.edited && others.length === 0
          ? 'text edited'
          : common.listed(states);
      return `${until}${same}: ${how}`;
    },
    /** The list of the days of its changes. */
    dates: 'Texts by date',
    /** On the page of an address that a section had: what it is called now. */
    calledNow: (link: Markup): Markup => markup`This section is now called ${link}.`,
    /** Texts that are listed without their words, and sections that had the same address before. */
    earlierTexts: (count: number): string =>
      `${common.number(count)} earlier ${count === 1 ? 'text' : 'texts'}`,
    earlierSections: (count: number): string =>
      `Earlier sections with this address (${common.number(count)})`,
    renamed: (now: string, before: string): string => `Renamed from “${before}” to “${now}”.`,
    address: (anchor: Markup): Markup => markup`Its address was ${anchor} at the time.`,
    empty: 'This section has no text of its own, only subsections.',
  },

  /** The version that applied on a date. */
  day: {
    /** In the breadcrumb of the page. */
    name: 'Find by date',
    title: (notice: string, controller: string): string =>
      `Find the notice for a date: ${notice} – ${controller}`,
    description: (notice: string, controller: string): string =>
      `Find out which version of ${notice}, ${controller}, applied on any date.`,
    heading: 'Find the notice for a date',
    label: 'Date',
    show: 'Find notice',
    noScript: 'This form needs JavaScript. Without it, find the date in the list below.',
    spans: 'When each version applied',
    /** When a version applied, up to a day or to now. */
    span: (from: Markup, to: Markup | undefined): Markup => markup`${from} – ${to ?? 'now'}`,
    from: (day: Markup): Markup => markup`From ${day}`,
    /** The answers of the form. */
    noDay: 'This is not a valid date. Choose one below.',
    /** @param first the day from which the first version applied */
    tooEarly: (day: Markup, first: Markup): Markup =>
      markup`Nothing was published by ${day}. The first version applied from ${first}.`,
    /** The same, where the first version was found in a history, which may have had earlier ones. */
    notKnown: (day: Markup, first: Markup): Markup =>
      markup`Which version applied on ${day} is not known. The earliest version that is known is that of ${first}.`,
    /** The same, on a day on which the first version was published and did not apply yet. */
    notYet: (day: Markup, first: Markup): Markup =>
      markup`Nothing applied on ${day} yet. The first version applied from ${first}.`,
    /** The same, where the first version does not apply today either. */
    beforeFirst: (day: Markup, first: Markup): Markup =>
      markup`Nothing applies on ${day}. The first version applies from ${first}.`,
    nothing: (day: Markup): Markup => markup`No version applied on ${day}.`,
    applied: (day: Markup, version: string): Markup =>
      markup`On ${day}, the ${versionOf(version)} applied.`,
    toCome: (day: Markup, version: string): Markup =>
      markup`On ${day}, the ${versionOf(version)} will apply.`,
    /** The same of the current version. */
    unlessReplaced: (day: Markup, version: string): Markup =>
      markup`On ${day}, the ${versionOf(version)} will apply, unless it is replaced before.`,
    /** The links below an answer. */
    read: 'Read it',
    readFirst: 'Read the first version',
    compare: 'Compare with today',
  },
};
