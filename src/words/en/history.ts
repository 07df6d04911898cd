/** Words of what goes through time: a notice's history, one of its sections, and a single day. */
import type { Facts } from '../../notices/schema.ts';
import type { Status } from '../../notices/timeline.ts';
import { markup, type Markup } from '../../document/markup.ts';
import { common } from './common.ts';

const { counts } = common;

/** A link of the page, around words that the message chooses. */
type Link = (words: string) => Markup;

/** What became of a version, within a sentence. */
const statuses: Record<Status | 'draft', string> = {
  'in-force': 'in force',
  scheduled: 'scheduled',
  superseded: 'replaced',
  withdrawn: 'withdrawn',
  draft: 'draft',
};

const versionOf = (version: string): string => `version of ${version}`;

export const history = {
  /** As a step on the way to a page. */
  name: 'History',
  title: (notice: string, controller: string): string => `History of ${notice} – ${controller}`,
  description: (notice: string, controller: string): string =>
    `Every version of ${notice} of ${controller}: when each applied and what changed.`,
  heading: 'Every version',
  /** How many versions there are, and the day on which the first was published. */
  versionsSince: (count: number, first: string): string =>
    `${count === 1 ? 'One version' : counts.versions(count)}, the first published on ${first}`,
  /** What a link to the versions as data is called. */
  allVersions: 'All versions',

  /** The versions on a line of time. */
  life: {
    name: 'Versions in time; a larger mark, a larger change',
    first: (version: string, status: Status | 'draft'): string =>
      `${version}: the first version, ${statuses[status]}`,
    /** Of a translation, the first there is of a notice that was there before. */
    earlier: (version: string, status: Status | 'draft'): string =>
      `${version}: the first in this language, ${statuses[status]}`,
    changed: (version: string, words: number, status: Status | 'draft'): string =>
      `${version}: ${counts.words(words)} changed, ${statuses[status]}`,
  },

  /** What became of each section in each version. */
  map: {
    summary: 'What became of each section',
    name: 'Sections by versions',
    section: 'Section',
    /** Before the names of sections that never changed. */
    steady: (sections: Markup): Markup => markup`As in the first version: ${sections}`,
    splitOrMerged: 'split or merged',
  },

  /** One version among the others. */
  entry: {
    why: (reason: Markup): Markup => markup`Why: ${reason}`,
    first: 'The first version of this notice.',
    noNotes: 'No changes were described for this version.',
    corrected: (day: Markup, by: string, reason: string): Markup =>
      markup`Corrected on ${day} by ${by}: ${reason}`,
    textBefore: 'The text before',
    published: (day: Markup): Markup => markup`Published ${day}`,
    reviewed: (day: Markup): Markup => markup`last reviewed ${day}`,
    told: (by: Facts['notified'][number]['by'], day: Markup): Markup =>
      markup`people told ${common.notified[by]} on ${day}`,
  },

  /** One section through all its versions. */
  section: {
    title: (section: string, notice: string, controller: string): string =>
      `${section} through time – ${notice}, ${controller}`,
    newFrom: (day: Markup): Markup => markup`New from ${day}`,
    unchangedSince: (day: Markup): Markup => markup`Unchanged since ${day}`,
    changedSince: (times: number, day: Markup): Markup =>
      markup`Changed ${common.number(times)} ${times === 1 ? 'time' : 'times'} since ${day}`,
    removed: (version: string): string => `Removed in the ${versionOf(version)}.`,
    toBeRemoved: (version: string): string => `To be removed in the ${versionOf(version)}.`,
    merged: (version: string, link: Link): Markup =>
      markup`Since the ${versionOf(version)} part of ${link('another section')}.`,
    splitOff: (link: Link): Markup => markup`Split off ${link('another section')}.`,
    /** How long a text applied that began on the day above. */
    neverInForce: 'never in force',
    until: (day: string): string => `to ${day}`,
    fromThenOn: 'from then on',
    untilToday: 'until today',
    inVersions: (count: number): string => `in ${counts.versions(count)}`,
    renamed: (now: string, before: string): string => `Called “${now}”, before “${before}”.`,
    address: (anchor: Markup): Markup => markup`Its address was ${anchor} then.`,
    empty: 'Only what is in its own sections.',
  },

  /** What applied on a day. */
  day: {
    /** As a step on the way to a page. */
    name: 'On a day',
    title: (notice: string, controller: string): string =>
      `What applied on a day: ${notice} – ${controller}`,
    description: (notice: string, controller: string): string =>
      `Which version of ${notice} of ${controller} applied on any day.`,
    heading: 'What applied on a day',
    /** Before the field in which a day is chosen. */
    label: 'What applied on',
    show: 'Show',
    noScript: 'The form needs JavaScript. Without it, find the day below.',
    spans: 'When each version applied',
    span: (from: Markup, to: Markup | undefined, link: Link, version: string): Markup =>
      markup`${from} – ${to ?? 'until further notice'}: ${link(versionOf(version))}`,
    /** What the form answers. */
    noDay: 'This is not a day: choose one above.',
    tooEarly: (day: Markup): Markup => markup`On ${day} there was no version yet.`,
    nothing: (day: Markup): Markup => markup`On ${day} no version applied.`,
    applied: (day: Markup, link: Link, version: string): Markup =>
      markup`On ${day} the ${link(versionOf(version))} applied.`,
    toCome: (day: Markup, link: Link, version: string): Markup =>
      markup`On ${day} the ${link(versionOf(version))} is to apply.`,
  },
};
