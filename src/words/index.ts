/** The words of the pages: a catalogue for each language, all of the same shape as English. */
import { cy } from './cy/index.ts';
import type { common } from './en/common.ts';
import { en } from './en/index.ts';

/** All words of the pages in one language. */
export type Words = typeof en;

type Part<Section extends keyof Words> = Pick<Words, keyof typeof common | Section>;

/** The words of comparisons and of the search: all that their scripts need to contain. */
export type ComparisonWords = Part<'comparison'>;
export type SearchWords = Part<'search'>;

const catalogues: Record<string, Words> = { en, cy };

/** The words for a language tag, whatever its region; undefined for a language without any. */
export const wordsIn = (language: string): Words | undefined =>
  catalogues[primaryOf(language).toLowerCase()];

/** The language of a tag without its region: `en` for `en-GB`. */
export const primaryOf = (language: string): string => language.split('-')[0] ?? language;
