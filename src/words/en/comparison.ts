/** Words of comparisons: of their pages, of the list of changes, and within a redline. */
import type { ChangeKind } from '../../compare/model.ts';
import type { Status } from '../../notices/timeline.ts';
import { markup, type Markup } from '../../document/markup.ts';
import type { Layout } from '../../notices/pairs.ts';
import { common, counted } from './common.ts';
import { facts } from './facts.ts';
import { redline } from './redline.ts';

const { counts, listed, number } = common;

const fact = counted('fact');
const linkChange = counted('link change');
const formattingChange = counted('formatting change');
const note = counted('note');

const count = (changes: number): string => (changes === 0 ? 'No changes' : counts.changes(changes));

const quoted = (headings: readonly string[]): string[] => headings.map((heading) => `“${heading}”`);

/** The names of two versions, and of the notice they belong to. */
export interface Pair {
  from: string;
  to: string;
  title: string;
  controller: string;
}

export const comparison = {
  redline,
  facts,

  /** Parts in a row that do not form a sentence. */
  series: (parts: readonly string[]): string => parts.join(', '),

  /** The title of a page with a comparison. */
  titles: {
    inline: ({ from, to, title, controller }) =>
      `What changed from ${from} to ${to} – ${title}, ${controller}`,
    'side-by-side': ({ from, to, title, controller }) =>
      `What changed from ${from} to ${to}, side by side – ${title}, ${controller}`,
  } satisfies Record<Layout, (pair: Pair) => string>,

  heading: (before: Markup, after: Markup): Markup =>
    markup`What changed between ${before} and ${after}`,
  /** The page of the current version compared with itself, as all its links to the current notice are. */
  since: (version: Markup): Markup => markup`What changed since ${version}`,
  nothingSince: 'Nothing has changed since this version.',
  /** On a page that compares a version with whichever is current. */
  withCurrent: {
    always: 'This page always compares with the current notice.',
    noneInForce: (version: Markup): Markup =>
      markup`This notice has no version in force, so this page compares with the version of ${version}.`,
    ofThese: (link: (words: string) => Markup): Markup =>
      markup`${link('The comparison of these two versions')} stays the same.`,
  },
  fromTo: (from: string, to: string): string => `${from} to ${to}`,
  /** A notice, as a link, and its controller. */
  noticeOf: (notice: Markup, controller: string): Markup => markup`${notice}, ${controller}`,

  /** A draft has no day to name it by: within a sentence, and on its own. */
  draft: 'the draft',
  theDraft: 'The draft',
  versionOf: (version: Markup): Markup => markup`Version of ${version}`,

  /** The two sides. */
  before: 'Before',
  after: 'After',
  backwards: 'You are comparing backwards: the newer version is shown as “Before”.',

  /** How many changes there are, in a few words. */
  count,
  countBetween: (changes: number, from: string, to: string): string =>
    `${count(changes)} between ${from} and ${to}.`,

  /** What changed, in a sentence or two. */
  same: 'These two versions have the same text.',
  onlyFacts: (changes: number): string =>
    `The text is the same. ${fact(changes)} about the notice changed.`,
  changes: (changes: number): string => `${count(changes)}.`,
  changesIn: (changes: number, touched: number, sections: number): string =>
    `${count(changes)} in ${touched} of ${counts.sections(sections)}.`,
  words: {
    added: (words: number): string => `${counts.words(words)} added`,
    removed: (words: number): string => `${counts.words(words)} removed`,
    moved: (words: number): string => `${counts.words(words)} moved`,
  },
  /** The numbers of words, as a sentence. */
  summary: (parts: readonly string[]): string => `${parts.join(', ')}.`,

  /** The ways to look at two versions. */
  views: 'Views of this comparison',
  layouts: {
    inline: 'Inline',
    'side-by-side': 'Side by side',
  } satisfies Record<Layout, string>,
  swap: 'Swap',
  otherVersions: 'Compare other versions',

  /** What the publisher wrote about the changes. */
  publisherSays: (notes: number): string => `Publisher’s summary (${note(notes)})`,
  /** Notes after the first few. */
  moreNotes: (notes: number): string => `Show ${counted('more note')(notes)}`,
  why: (reason: Markup): Markup => markup`Why: ${reason}`,

  /** What changed where the publisher wrote nothing: figures, dates and facts. */
  figures: {
    heading: 'Figures and facts that changed',
    changed: (subject: Markup, before: Markup, after: Markup): Markup =>
      markup`${subject}: ${before}, now ${after}`,
    more: (others: number): string => `Show ${number(others)} more`,
  },

  /** The list of changes. */
  list: 'List',
  listOf: (changes: number): string => `List of changes (${number(changes)})`,
  /** Changes that leave the words as they were, listed separately. */
  apart: {
    link: 'Link addresses',
    format: 'Formatting or punctuation',
  },
  /** The text before the first heading. */
  lead: 'Introduction',
  /** The section that a piece of text moved from. */
  movedFrom: (heading: string): string => `from “${heading}”`,
  /** How a section changed, where its state alone does not say. */
  section: {
    renamed: (before: string): string => `renamed from “${before}”`,
    splitInto: (others: readonly string[]): string =>
      `split, part of it is now in ${listed(quoted(others))}`,
    splitFrom: (other: string): string => `split from “${other}”`,
    mergedWith: (others: readonly string[]): string => `merged with ${listed(quoted(others))}`,
    mergedInto: (other: string): string => `merged into “${other}”`,
    linksOnly: 'link addresses only',
    formOnly: 'formatting only',
    linksAndFormOnly: 'link addresses and formatting only',
  },

  /** The text, and the bar above it. */
  text: 'Full text',
  bar: 'Changes in the text',
  barOptions: 'Options',
  added: 'added',
  removed: 'removed',
  hide: {
    link: (links: number): string => `Hide ${linkChange(links)}`,
    format: (changes: number): string => `Hide ${formattingChange(changes)}`,
  },
  /** The label of the switch for the keyboard shortcuts. */
  keys: 'Shortcuts: N next, P previous',

  /** From change to change. */
  previousChange: 'Previous change',
  nextChange: 'Next change',
  position: (place: string, all: string): string => `${place} of ${all}`,

  /** The form to choose two versions. */
  from: 'From',
  to: 'To',
  compare: 'Compare',
  /** A version in the list to choose from. */
  options: {
    'in-force': (day) => `${day} (current)`,
    scheduled: (day) => `${day} (scheduled)`,
    superseded: (day) => day,
    withdrawn: (day) => `${day} (withdrawn)`,
    'called-off': (day) => `${day} (called off)`,
    draft: () => 'Draft',
  } satisfies Record<Status | 'draft', (day: string) => string>,

  /** From a version to its comparisons. */
  compareThis: 'Compare this version',
  withPrevious: 'Compare with the previous version',
  withInForce: 'Compare with the current notice',

  /** The page of all comparisons of a notice. */
  compareVersions: 'Compare versions',
  pageTitle: (title: string, controller: string): string =>
    `Compare versions of ${title} – ${controller}`,
  pageDescription: (title: string, controller: string): string =>
    `What changed between any two versions of ${title}, ${controller}.`,
  anyTwo: 'Choose two versions to see what changed.',
  noScript:
    'This form and most comparisons side by side need JavaScript. Without it, choose a comparison from the list below.',
  table: {
    name: 'All comparisons',
    version: 'Version',
    changes: 'What changed',
    /** Links from a version: since an earlier one, until the current one, back from a newer one. */
    since: (version: string): string => `since ${version}`,
    withCurrent: 'to the current notice',
    back: (version: string): string => `back from ${version}`,
    more: (others: number): string => `${number(others)} more`,
    /** After the first of two versions, for readers who hear the link on its own. */
    to: (version: string): string => `, to ${version}`,
    /** The same, after `withCurrent`. */
    from: (version: string): string => `, from ${version}`,
  },

  /** Messages while two versions are compared in the browser. */
  comparing: 'Comparing the two versions …',
  sameTwice: 'Choose two different versions.',
  unknown: 'This address does not name two versions of this notice. Choose two below.',
  failed: 'The two versions could not be loaded. Try again, or choose a comparison from the list.',

  /** What the comparison found, beside the publisher's own notes in a history. */
  real: {
    whatChanged: 'What changed in the text',
    nothing: 'no changes',
    kinds: {
      facts: counted('fact'),
      wording: counted('wording change'),
      number: counted('number, amount or date', 'numbers, amounts or dates'),
      move: counted('move'),
      link: linkChange,
      format: formattingChange,
    } satisfies Record<ChangeKind, (changes: number) => string>,
    inSections: (touched: number, sections: number): string =>
      `${number(touched)} of ${counts.sections(sections)} changed`,
    /** Where the publisher wrote nothing: what was removed and added, and in which section. */
    largest: (change: Markup): Markup => markup`Largest change: ${change}`,
    largestIn: (section: Markup, change: Markup): Markup =>
      markup`Largest change, in “${section}”: ${change}`,
    unmentioned: (headings: readonly string[]): string =>
      `Also changed, but not mentioned above: ${listed(quoted(headings))}.`,
    unchanged: (headings: readonly string[]): string =>
      `Mentioned above, but the text is the same: ${listed(quoted(headings))}.`,
  },

  /** A correction of a published text, shown where it was made. */
  correction: {
    replaced: (day: string, by: string, removed: Markup, added: Markup): Markup =>
      markup`Corrected on ${day} by ${by}: “${removed}” was changed to “${added}”.`,
    added: (day: string, by: string, added: Markup): Markup =>
      markup`Corrected on ${day} by ${by}: “${added}” was added.`,
    removed: (day: string, by: string, removed: Markup): Markup =>
      markup`Corrected on ${day} by ${by}: “${removed}” was removed.`,
    before: 'Text before the correction',
  },
};
