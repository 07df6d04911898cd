/** Words of the frame around every page, of home, of the page for lost addresses, of feeds and cards. */
import type { Facts } from '../../notices/schema.ts';
import { markup, type Markup } from '../../document/markup.ts';
import { common } from './common.ts';

const home = {
  heading: 'Privacy notices',
  description: (site: string): string =>
    `Every privacy notice at ${site}: the text in force, and every earlier version.`,
  summary: (notices: number): string =>
    notices === 1
      ? 'What we do with personal data: the text in force today, and every text that applied before.'
      : 'What each organisation does with personal data: the text in force today, and every text that applied before.',
  none: 'There are no notices here yet. The first one appears here when it is published.',
  /** What the links to notices for some people are called together. */
  audiences: 'Notices for',
  all: (notices: number): string => `All ${notices} notices`,
  /** Whom notices are for; authors may write it with hyphens. */
  audience: (name: string, notices: number): string =>
    `For ${name.replaceAll('-', ' ')} (${notices})`,
  controllers: 'Organisations',
  /** @param hidden marks what is only for those who hear a link by itself */
  versionsOf: (
    versions: number,
    notice: string,
    controller: string,
    hidden: (words: string) => Markup,
  ): Markup => markup`${common.counts.versions(versions)}${hidden(` of ${notice}, ${controller}`)}`,
  coming: 'Coming',
  lately: 'Changed lately',
};

const missing = {
  title: 'Page not found',
  heading: 'There is no page here',
  summary:
    'The address may have been mistyped, or cut off in a message. Every version that was published here keeps its address: look for its words, or pick its notice.',
  withdrawn: (notice: Markup): Markup => markup`${notice} (withdrawn)`,
};

const feeds = {
  /** What a link to a feed is called. */
  name: 'Changes',
  ofSite: (site: string): string => `Changes of every privacy notice at ${site}`,
  ofNotice: (notice: string, controller: string): string =>
    `Every version of ${notice} of ${controller}`,
  ofSection: (section: string): string => `Every text of the section “${section}”`,
  /** The title of an entry. */
  entry: (title: string, version: string): string => `${title}: version of ${version}`,
  /** What an entry says of a version without notes. */
  inForceFrom: (type: Facts['changeType'], day: string): string =>
    `${type === undefined ? 'New version' : common.changeTypes[type]}, in force from ${day}.`,
  appliesFrom: (day: string): string => `Applies from ${day}.`,
  changedSince: (version: string): string => `What changed since the version of ${version}`,
  sectionFrom: (section: string, day: string): string =>
    `The section “${section}” as it applies from ${day}.`,
};

const cards = {
  /** What a card says in place of a title that it cannot be set in. */
  plainTitle: 'Privacy notice',
  whatChanged: (title: string): string => `What changed: ${title}`,
  fromTo: (from: string, to: string): string => `From ${from} to ${to}`,
};

export const site = {
  home,
  missing,
  feeds,
  cards,

  /** What a page of a notice is about, where its author wrote no summary. */
  describeNotice: (title: string, controller: string): string =>
    `${title} of ${controller}: what it does with personal data, with every version and what changed.`,

  versionOf: (label: string): string => `Version of ${label}`,

  /** What stands around every page. */
  frame: {
    skip: 'Skip to the text',
    /** The way from home to the page. */
    trail: 'You are here',
    home: 'All notices',
    privacy: 'This site sets no cookies and loads nothing from anyone else.',
    /** The search box, by what it is kept to. */
    searchAll: 'Search all notices',
    searchNotice: 'Search this notice',
    searchVersion: 'Search this version',
    search: 'Search',
  },
};
