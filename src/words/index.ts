/**
 * The words of the pages: a catalogue for each language, all of the same shape. English is the
 * one that the others are measured by.
 */
import { cy } from './cy/index.ts';
import type { common } from './en/common.ts';
import { en } from './en/index.ts';

/** All that pages say in one language. */
export type Words = typeof en;

type Part<Section extends keyof Words> = Pick<Words, keyof typeof common | Section>;

/** What a comparison says, and what a search: all that their scripts bring along. */
export type ComparisonWords = Part<'comparison'>;
export type SearchWords = Part<'search'>;

const catalogues: Record<string, Words> = { en, cy };

/** The words for a language or, by its first part, for its kin; nothing where there are none. */
export const wordsIn = (language: string): Words | undefined =>
  catalogues[primaryOf(language).toLowerCase()];

/** A language without its region: `en` of `en-GB`. */
export const primaryOf = (language: string): string => language.split('-')[0] ?? language;
