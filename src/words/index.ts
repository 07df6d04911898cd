/** The words of the pages: a catalogue for each language, all of the same shape. */
import { cy } from './cy/index.ts';
import { en } from './en/index.ts';
import type { Words } from './shape.ts';

export type { ComparisonWords, SearchWords, Words } from './shape.ts';

const catalogues: Record<string, Words> = { en, cy };

/** The words for a language or, by its first part, for its kin; nothing where there are none. */
export const wordsIn = (language: string): Words | undefined =>
  catalogues[primaryOf(language).toLowerCase()];

/** A language without its region: `en` of `en-GB`. */
export const primaryOf = (language: string): string => language.split('-')[0] ?? language;
