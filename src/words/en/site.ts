/** Words of the frame around every page, of the home page, the 404 page, feeds and cards. */
import type { Facts } from '../../notices/schema.ts';
import { markup, type Markup } from '../../document/markup.ts';
import { common } from './common.ts';

const home = {
  heading: 'Privacy notices',
  description: (site: string): string =>
    `Every privacy notice at ${site}: the current notice and every earlier version.`,
  summary: (notices: number): string =>
    notices === 1
      ? 'What we do with personal data. Read today’s notice or any earlier version.'
      : 'What each organisation does with personal data. Read today’s notice or any earlier version.',
  none: 'There are no notices yet. To create the first, run: npx noticeboard new customers',
  /** The heading of the list. */
  list: 'All notices',
  /** The name of the list of links to notices by whom they are for. */
  audiences: 'Notices for',
  all: (notices: number): string => `All ${notices} notices`,
  /** Whom notices are for, which authors may write with hyphens. */
  audience: (name: string, notices: number): string =>
    `For ${name.replaceAll('-', ' ')} (${notices})`,
  /** The name of the letters that lead to organisations. */
  letters: 'Organisations, A to Z',
  /** What stands above the list, and in a row where that has no room. */
  columns: {
    notice: 'Notice',
    controller: 'Organisation',
    since: 'Current since',
    versions: 'Versions',
    changed: 'Last change',
  },
  /** Ends a link, for readers who hear it on its own. */
  of: (notice: string, controller: string): string => ` of ${notice}, ${controller}`,
  changed: 'What changed',
  /** That a notice changes on a day to come. */
  next: (day: Markup): Markup => markup`Changes on ${day}`,
  /** The box that keeps the list to what one types. */
  filter: {
    label: 'Filter by organisation or notice',
    shown: (shown: number, all: number): string =>
      `${common.number(shown)} of ${common.number(all)} notices`,
    none: 'No notice matches.',
  },
  coming: 'Upcoming changes',
  recent: 'Recent changes',
};

const missing = {
  title: 'Page not found',
  heading: 'Page not found',
  summary: 'Published versions never move. Search, or choose a notice.',
  withdrawn: (notice: Markup): Markup => markup`${notice} (withdrawn)`,
  /** What the page says at the address of a comparison, where it can see that. */
  compared: (link: (words: string) => Markup): Markup =>
    markup`This address compared two versions of a notice. ${link('Compare them here')}.`,
  /** What it says at the address of a version that there is not, as far as it can see what applied. */
  dated: (day: Markup, version: Markup, link: (words: Markup) => Markup): Markup =>
    markup`No version is dated ${day}. On that day the ${link(markup`version of ${version}`)} applied.`,
  undated: (day: Markup, link: (words: string) => Markup): Markup =>
    markup`No version is dated ${day}. ${link('See what applied on that day')}.`,
  comparisons:
    'If you followed a link to a comparison of two versions, choose “Compare versions” beside the notice.',
};

const feeds = {
  /** The title of a link to a feed. */
  name: 'Changes',
  ofSite: (site: string): string => `Changes to every privacy notice at ${site}`,
  ofNotice: (notice: string, controller: string): string =>
    `Every version of ${notice}, ${controller}`,
  ofSection: (section: string): string => `Every change to the section “${section}”`,
  /** Above a feed that is opened in a browser. */
  opened:
    'This is a feed: a list of versions for a feed reader, which checks it and tells you of a new one. Give the reader the address of this page.',
  /** The title of an entry. */
  entry: (title: string, version: string): string => `${title}: version of ${version}`,
  /** The summary of an entry for a version without notes. */
  inForceFrom: (type: Facts['changeType'], day: string): string =>
    `${type === undefined ? 'New version' : common.changeTypes[type]}, in force from ${day}.`,
  appliesFrom: (day: string): string => `Applies from ${day}.`,
  /** The title of the entry that says that a version will not apply, and what it says. */
  calledOff: (title: string, version: string): string =>
    `${title}: version of ${version} called off`,
  neverApplies: (day: string, reason: string): string =>
    `Called off on ${day}: this version never applies. Reason: ${reason}`,
  changedSince: (version: string): string => `What changed since the version of ${version}`,
  /** The link from what an entry shows to the rest. */
  more: (changes: number): string =>
    `And ${common.number(changes)} more ${changes === 1 ? 'change' : 'changes'}`,
  sectionFrom: (section: string, day: string): string =>
    `The text of the section “${section}” from ${day}.`,
};

const cards = {
  /** On a card, in place of a title that its font cannot print. */
  plainTitle: 'Privacy notice',
};

export const site = {
  home,
  missing,
  feeds,
  cards,

  /** The description of a notice's page, if its author wrote no summary. */
  describeNotice: (title: string, controller: string): string =>
    `${title}: how ${controller} uses personal data, with every version and what changed.`,

  versionOf: (label: string): string => `Version of ${label}`,

  /** The frame around every page. */
  frame: {
    skip: 'Skip to main content',
    /** The name of the breadcrumb. */
    trail: 'You are here',
    home: 'All notices',
    kept: 'Kept with Noticeboard',
    privacy: 'This site sets no cookies and loads nothing from other sites.',
    /** The search box, by what it searches. */
    searchAll: 'Search all notices',
    searchNotice: 'Search this notice',
    searchVersion: 'Search this version',
    search: 'Search',
  },
};
