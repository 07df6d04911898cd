/** Words of the search page and of what is found. */
import type { IsoDate } from '../../notices/dates.ts';
import type { Applied, Reach } from '../../search/table.ts';
import { markup, type Markup } from '../../document/markup.ts';
import { common } from './common.ts';

const { date, listed } = common;
const { sections } = common.counts;

/** Texts are more than sections: the same section had others, or is to have them. */
const texts = (count: number): string =>
  `${common.number(count)} ${count === 1 ? 'text' : 'texts'}`;

const have = (count: number): string => (count === 1 ? 'has' : 'have');

const quoted = (words: readonly string[]): string => listed(words.map((word) => `“${word}”`));

/** Makes a link of words within a message. */
type Link = (words: string) => Markup;

function applied({ from, to, isOver }: Applied): string {
  if (to === undefined) return `since ${date(from)}`;
  return isOver ? `${date(from)} – ${date(to)}` : `since ${date(from)}, until ${date(to)}`;
}

export const search = {
  name: 'Search',
  description: 'Search every notice of this site, down to the section, as it is now or as it was.',
  /** The title of the page once something is asked for. */
  titleFor: (query: string, title: string): string => `${query} – ${title}`,

  /** A notice by its title, and whose it is. */
  whose: (title: Markup | string, controller: string): Markup => markup`${title}, ${controller}`,

  form: {
    query: 'Words, or “an exact phrase” in quotes',
    submit: 'Search',
    past: 'Past and coming texts too',
    narrow: 'Narrow it down',
    notice: 'Notice',
    allNotices: 'All notices',
    controller: 'Organisation',
    allControllers: 'All organisations',
    audience: 'Written for',
    allAudiences: 'Everyone',
  },

  needsScript:
    'Searching needs JavaScript. Without it, find a section in the list below: it has all that are in force.',
  notStarted: 'The search has not started. Every section in force is in the list below.',
  searching: 'Searching …',
  noWord: 'Type a word: there is no letter or figure in this.',
  failed: 'The search could not be loaded. Try again, or find your section in the list below.',
  more: 'Show more',

  /** What keys do; each is given as it is printed. */
  keys: {
    box: (slash: Markup): Markup => markup`Keys: ${slash} goes to the box`,
    clear: (escape: Markup): Markup => markup`${escape} empties it`,
    walk: (arrows: Markup): Markup => markup`${arrows} walk the results`,
  },

  list: {
    heading: 'All sections in force, from A to Z',
    letters: 'Letters',
  },

  /** What a search is kept to, and the ways out of it. */
  within: {
    notice: (title: Markup, controller: string): Markup =>
      markup`Searching ${title}, ${controller}.`,
    version: (label: Markup, title: Markup, controller: string): Markup =>
      markup`Searching the version of ${label} of ${title}, ${controller}.`,
    unknown: 'There is no such notice or version.',
    toAll: 'Search all notices',
    toInForce: 'Search what is in force',
  },

  /** How much was found. */
  found: {
    'in-force': (count, query) => `${sections(count)} found for ${query}.`,
    version: (count, query) => `${sections(count)} of this version found for ${query}.`,
    all: (count, query) => `${texts(count)} found for ${query}, past and coming ones included.`,
  } satisfies Record<Reach, (count: number, query: string) => string>,

  /** How much was found where nothing has all the words. */
  foundInPart: {
    'in-force': (count) =>
      `No section in force has all of these words. ${sections(count)} in force ${have(count)} some of them.`,
    version: (count) =>
      `No section of this version has all of these words. ${sections(count)} of this version ${have(count)} some of them.`,
    all: (count) =>
      `No text has all of these words. ${texts(count)} ${have(count)} some of them, past and coming ones included.`,
  } satisfies Record<Reach, (count: number) => string>,

  /** Words of the query that nothing has. */
  unknownWords: {
    'in-force': (words) => `No section in force has ${quoted(words)}: looked for the rest.`,
    version: (words) => `No section of this version has ${quoted(words)}: looked for the rest.`,
    all: (words) => `No text has ${quoted(words)}: looked for the rest.`,
  } satisfies Record<Reach, (words: readonly string[]) => string>,

  foundNothing: (query: string): string => `Nothing found for ${query}.`,
  wasCut: (most: number): string => `The query was cut after ${common.number(most)} letters.`,
  tooMany: 'There are too many to read them all: a longer phrase tells more.',
  synonyms: (words: readonly string[]): string => `Also searched for ${quoted(words)}.`,

  /** What to do when nothing was found: a sentence that goes on in the items of a list. */
  advice: {
    begin: 'You could',
    widen: (link: Link): Markup => markup`${link('search past and coming texts too')},`,
    all: (link: Link): Markup => markup`${link('search all notices')},`,
    otherWords: 'use fewer words, or another word for the same thing,',
    list: (link: Link): Markup => markup`or find your section ${link('in the list from A to Z')}.`,
  },

  /** When a text applied and, where it does so no more, when it is to apply again. */
  inForce: (times: readonly Applied[], again?: IsoDate): string =>
    `In force ${listed([
      ...times.map(applied),
      ...(again === undefined ? [] : [`again from ${date(again)}`]),
    ])}`,
  appliesFrom: (day: IsoDate): string => `Applies from ${date(day)}`,
  neverInForce: 'Never in force',
  sameWords: (count: number): string => `The same words in ${texts(count)} of this section.`,

  /** In which versions of each notice a phrase stood. */
  appearances: {
    heading: (phrase: string): string => `When “${phrase}” appeared`,
    notice: 'Notice',
    first: 'First in the version of',
    last: 'Last in the version of',
  },
};
