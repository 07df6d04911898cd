/** Words of the search page and its results. */
import type { IsoDate } from '../../notices/dates.ts';
import type { Applied, Reach } from '../../search/table.ts';
import { markup, type Markup } from '../../document/markup.ts';
import { common, counted } from './common.ts';

const { date, listed } = common;
const { sections } = common.counts;

const results = counted('result');

const contain = (count: number): string => (count === 1 ? 'contains' : 'contain');

const inQuotes = (words: readonly string[]): string[] => words.map((word) => `“${word}”`);

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });
const anyOf = (words: readonly string[]): string => either.format(inQuotes(words));

/** Turns words within a message into a link. */
type Link = (words: string) => Markup;

function applied({ from, to, isOver }: Applied): string {
  if (to === undefined) return `since ${date(from)}`;
  return isOver ? `${date(from)} – ${date(to)}` : `since ${date(from)}, until ${date(to)}`;
}

export const search = {
  name: 'Search',
  description: 'Search the sections of every notice on this site, in current and earlier versions.',
  /** The title of the page once there is a query. */
  titleFor: (query: string, title: string): string => `${query} – ${title}`,

  /** A notice by its title and controller. */
  whose: (title: Markup | string, controller: string): Markup => markup`${title}, ${controller}`,

  form: {
    query: 'Words, or “an exact phrase” in quotes',
    submit: 'Search',
    past: 'Include earlier and upcoming versions',
    narrow: 'Filter',
    notice: 'Notice',
    allNotices: 'All notices',
    controller: 'Organisation',
    allControllers: 'All organisations',
    audience: 'For',
    allAudiences: 'Everyone',
  },

  needsScript:
    'Search needs JavaScript. Without it, find a section in the list below, which has every current section.',
  notStarted: 'Search has not loaded yet. Every current section is in the list below.',
  searching: 'Searching …',
  noWord: 'Enter at least one letter or number.',
  failed: 'Search could not be loaded. Try again, or find your section in the list below.',
  more: 'Show more',

  /** Keyboard shortcuts; each key comes as the page prints it. */
  keys: {
    box: (slash: Markup): Markup => markup`Shortcuts: ${slash} search`,
    clear: (escape: Markup): Markup => markup`${escape} clear`,
    walk: (arrows: Markup): Markup => markup`${arrows} results`,
  },

  list: {
    sections: 'All current sections, A to Z',
    notices: 'All notices, A to Z',
    letters: 'Letters',
  },

  /** What a search is limited to, and the links that lift the limit. */
  within: {
    notice: (title: Markup, controller: string): Markup =>
      markup`Searching ${title}, ${controller}.`,
    version: (label: Markup, title: Markup, controller: string): Markup =>
      markup`Searching ${title}, ${controller}, version of ${label}.`,
    unknown: 'This notice or version does not exist.',
    toAll: 'Search all notices',
    toInForce: 'Search the current notice',
  },

  /** How much was found. */
  found: {
    'in-force': (count, query) => `${results(count)} for “${query}”.`,
    version: (count, query) => `${results(count)} for “${query}” in this version.`,
    all: (count, query) => `${results(count)} for “${query}” in all versions.`,
  } satisfies Record<Reach, (count: number, query: string) => string>,

  /** How much was found where nothing contains all the words. */
  foundInPart: {
    'in-force': (count) =>
      `No current section contains all of these words. ${sections(count)} ${contain(count)} some of them.`,
    version: (count) =>
      `No section of this version contains all of these words. ${sections(count)} ${contain(count)} some of them.`,
    all: (count) =>
      `No section of any version contains all of these words. ${results(count)} for some of them.`,
  } satisfies Record<Reach, (count: number) => string>,

  /** Words of the query that nothing contains. */
  unknownWords: {
    'in-force': (words) =>
      `No current section contains ${anyOf(words)}; showing results for the other words.`,
    version: (words) =>
      `No section of this version contains ${anyOf(words)}; showing results for the other words.`,
    all: (words) => `No version contains ${anyOf(words)}; showing results for the other words.`,
  } satisfies Record<Reach, (words: readonly string[]) => string>,

  foundNothing: {
    'in-force': (query) => `No results for “${query}”.`,
    version: (query) => `No results for “${query}” in this version.`,
    all: (query) => `No results for “${query}” in all versions.`,
  } satisfies Record<Reach, (query: string) => string>,
  wasCut: (most: number): string =>
    `Only the first ${common.number(most)} characters of the query were used.`,
  tooMany: 'There are too many matches to check them all. Try a longer phrase.',
  synonyms: (words: readonly string[]): string => `Including ${listed(inQuotes(words))}.`,

  /** What to do when nothing was found: a line, and the items of the list below it. */
  advice: {
    begin: 'Try:',
    widen: (link: Link): Markup => markup`${link('including earlier and upcoming versions')}`,
    /** The search was kept to some notices: that it was, and the way out. */
    narrowed: (link: Link): Markup =>
      markup`Filters kept this search to some of the notices. ${link('Search all notices')}`,
    otherWords: 'using fewer words, or another word for the same thing',
    list: (link: Link): Markup => markup`finding your section ${link('in the list from A to Z')}`,
  },

  /** When a text applied and, if it no longer does, when it will apply again. */
  inForce: (times: readonly Applied[], again?: IsoDate): string =>
    `${times.length === 1 && !times[0]?.isOver ? 'Unchanged' : 'In force'} ${listed([
      ...times.map(applied),
      ...(again === undefined ? [] : [`again from ${date(again)}`]),
    ])}`,
  appliesFrom: (day: IsoDate): string => `Applies from ${date(day)}`,
  neverInForce: 'Never in force',
  sameWords: (count: number): string => `Same wording in ${common.counts.versions(count)}`,

  /** The versions of each notice that contain a phrase. */
  appearances: {
    heading: (phrase: string): string => `When “${phrase}” appeared`,
    notice: 'Notice',
    first: 'First appeared',
    last: 'Last appeared',
  },
};
