/** Words of comparisons: of their pages, of the list of changes, and within a redline. */
import type { ChangeKind } from '../../compare/model.ts';
import type { Status } from '../../notices/timeline.ts';
import { markup, type Markup } from '../../document/markup.ts';
import type { Layout } from '../../views/versions.ts';
import { common } from './common.ts';
import { facts } from './facts.ts';
import { redline } from './redline.ts';

const { counts, listed, number } = common;

const fact = (count: number): string => `${number(count)} ${count === 1 ? 'fact' : 'facts'}`;
const link = (count: number): string => `${number(count)} ${count === 1 ? 'link' : 'links'}`;
const note = (count: number): string => `${number(count)} ${count === 1 ? 'note' : 'notes'}`;

const count = (changes: number): string =>
  changes === 0 ? 'No word is different' : counts.changes(changes);

const quoted = (headings: readonly string[]): string[] => headings.map((heading) => `“${heading}”`);

/** Two versions by what they are called, and the notice they are of. */
interface Pair {
  from: string;
  to: string;
  title: string;
  controller: string;
}

export const comparison = {
  redline,
  facts,

  /** Things one after the other that are no sentence. */
  series: (parts: readonly string[]): string => parts.join(', '),

  /** What a page with a comparison is called. */
  titles: {
    inline: ({ from, to, title, controller }) =>
      `What changed from ${from} to ${to} – ${title}, ${controller}`,
    'side-by-side': ({ from, to, title, controller }) =>
      `What changed from ${from} to ${to}, side by side – ${title}, ${controller}`,
  } satisfies Record<Layout, (pair: Pair) => string>,

  heading: (before: Markup, after: Markup): Markup =>
    markup`What changed between ${before} and ${after}`,
  fromTo: (from: string, to: string): string => `${from} to ${to}`,
  /** A notice, as a link, and whose it is. */
  noticeOf: (notice: Markup, controller: string): Markup => markup`${notice}, ${controller}`,

  /** A draft within a sentence, and by itself: it has no day to be called by. */
  draft: 'the draft',
  theDraft: 'The draft',
  versionOf: (version: Markup): Markup => markup`Version of ${version}`,

  /** The status of a version, which the page marks, and the day on which that began or ended. */
  standing: {
    inForce: (mark: Markup, day: Markup): Markup => markup`${mark} since ${day}`,
    scheduled: (mark: Markup, day: Markup): Markup => markup`${mark}: applies from ${day}`,
    ended: (mark: Markup, day: Markup): Markup => markup`${mark}: applied until ${day}`,
    never: (mark: Markup): Markup => markup`${mark}: never applied`,
  },

  /** The two sides. */
  before: 'Before',
  after: 'After',
  beforeIs: (version: Markup): Markup => markup`Before: ${version}`,
  afterIs: (version: Markup): Markup => markup`After: ${version}`,
  backwards: 'You are comparing backwards: the later version is taken as the one before.',

  /** How many changes there are, in a few words. */
  count,
  countBetween: (changes: number, from: string, to: string): string =>
    `${count(changes)} between ${from} and ${to}.`,

  /** What is different, in a sentence or two. */
  same: 'No word is different between these two versions.',
  onlyFacts: (changes: number): string =>
    `No word of the text is different. ${fact(changes)} in the notice’s details ${changes === 1 ? 'is' : 'are'}.`,
  changes: (changes: number): string => `${count(changes)}.`,
  changesIn: (changes: number, touched: number, sections: number): string =>
    `${count(changes)}, in ${touched} of ${counts.sections(sections)}.`,
  words: {
    added: (words: number): string => `${counts.words(words)} added`,
    removed: (words: number): string => `${counts.words(words)} removed`,
    moved: (words: number): string => `${counts.words(words)} moved`,
  },
  /** What was counted, as a sentence. */
  told: (parts: readonly string[]): string => `${parts.join(', ')}.`,

  /** The ways to look at two versions. */
  views: 'Views of this comparison',
  layouts: {
    inline: 'In one text',
    'side-by-side': 'Side by side',
  } satisfies Record<Layout, string>,
  otherWayRound: 'The other way round',
  otherVersions: 'Other versions',

  /** What the authors of versions wrote of their changes. */
  publisherSays: 'What the publisher says',
  notes: (notes: number): string => `${note(notes)} on what changed`,
  why: (reason: Markup): Markup => markup`Why: ${reason}`,

  /** The list of changes. */
  whatChanged: 'What changed',
  listOf: {
    /** Of all, but for those that are listed apart. */
    all: (changes: number, all: number): string =>
      changes === all
        ? `List of ${counts.changes(changes)}`
        : `List of ${number(changes)} of the ${counts.changes(all)}`,
    link: (links: number): string =>
      `List of ${link(links)} that ${links === 1 ? 'leads' : 'lead'} elsewhere`,
    format: (changes: number): string => `List of ${counts.changes(changes)} of form`,
  },
  /** Changes that say nothing new, listed apart. */
  apart: {
    link: 'Links only',
    format: 'Form or punctuation only',
  },
  /** What stands before all headings. */
  lead: 'Before the first heading',
  /** From where a piece of text moved. */
  movedFrom: (heading: string): string => `from “${heading}”`,
  /** What became of a section, where its state alone does not tell. */
  section: {
    renamed: (before: string): string => `renamed from “${before}”`,
    splitInto: (others: readonly string[]): string =>
      `split, part of it now in ${quoted(others).join(', ')}`,
    splitFrom: (other: string): string => `split, from “${other}”`,
    mergedWith: (others: readonly string[]): string => `merged, with ${quoted(others).join(', ')}`,
    mergedInto: (other: string): string => `merged, into “${other}”`,
    linksOnly: 'links only',
    formOnly: 'form only',
    linksAndFormOnly: 'links and form only',
  },

  /** The text, and the bar above it. */
  text: 'The text',
  bar: 'Changes in the text',
  firstChange: 'First change',
  added: 'added',
  removed: 'removed',
  hide: {
    link: (links: number): string => `Hide ${link(links)}`,
    format: (changes: number): string =>
      `Hide ${number(changes)} ${changes === 1 ? 'change of form' : 'changes of form'}`,
  },
  /** What the switch of the keys is called. */
  keys: 'Keys n and p: next and previous change',

  /** The way from change to change. */
  previousChange: 'Previous change',
  nextChange: 'Next change',
  position: (place: number, all: number): string => `${place} of ${all}`,

  /** To choose two versions. */
  from: 'From',
  to: 'To',
  compare: 'Compare',
  /** What a version is called among those to choose from. */
  options: {
    'in-force': (day) => `${day}, in force`,
    scheduled: (day) => `${day}, scheduled`,
    superseded: (day) => day,
    withdrawn: (day) => `${day}, withdrawn`,
    draft: () => 'Draft',
  } satisfies Record<Status | 'draft', (day: string) => string>,

  /** From a version to its comparisons. */
  compareThis: 'Compare this version',
  withPrevious: 'Compare with the version before',
  withInForce: 'Compare with the version in force',

  /** The page of all comparisons of a notice. */
  compareVersions: 'Compare versions',
  pageTitle: (title: string, controller: string): string =>
    `Compare versions of ${title} – ${controller}`,
  pageDescription: (title: string, controller: string): string =>
    `What changed between any two versions of ${title} of ${controller}.`,
  anyTwo: 'What is different between any two versions of this notice.',
  noScript: 'The form needs JavaScript. Without it, the comparisons below are complete.',
  table: {
    name: 'Comparisons of this notice',
    version: 'Version',
    since: 'What changed since',
    backwards: 'Compared backwards from',
    /** Behind the first of two versions, for those who hear a link by itself. */
    to: (version: string): string => ` to ${version}`,
  },

  /** What is going on while two versions are compared on the spot. */
  comparing: 'Comparing the two versions …',
  sameTwice: 'You chose the same version twice: choose another one to compare it with.',
  unknown: 'The address does not name two versions of this notice: choose two below.',
  failed: 'The two versions could not be loaded. Try again, or choose a comparison from the list.',

  /** What really changed, in a history. */
  real: {
    whatChanged: 'What changed in the text',
    nothing: 'not a word',
    kinds: {
      facts: (changes) => `${changes} facts`,
      wording: (changes) => `${changes} wording`,
      number: (changes) => `${changes} number, amount or date`,
      move: (changes) => `${changes} moved`,
      link: (changes) => `${changes} link only`,
      format: (changes) => `${changes} form or punctuation only`,
    } satisfies Record<ChangeKind, (changes: number) => string>,
    inSections: (touched: number, sections: number): string =>
      `In ${touched} of ${counts.sections(sections)}`,
    untold: (headings: readonly string[]): string =>
      `Also changed, with no note above: ${listed(quoted(headings))}.`,
    unchanged: (headings: readonly string[]): string =>
      `Noted above, though the text is the same: ${listed(quoted(headings))}.`,
  },

  /** A correction of a published text, told where it was made. */
  correction: {
    replaced: (day: string, by: string, removed: Markup, added: Markup): Markup =>
      markup`Corrected on ${day} by ${by}: it said “${removed}”, it says “${added}”.`,
    added: (day: string, by: string, added: Markup): Markup =>
      markup`Corrected on ${day} by ${by}: it says “${added}”.`,
    removed: (day: string, by: string, removed: Markup): Markup =>
      markup`Corrected on ${day} by ${by}: it said “${removed}”, which was taken out.`,
    before: 'The text before',
  },
};
