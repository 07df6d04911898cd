/** The words of the pages: a catalogue for each language, all of the same shape as English. */
import { cy } from './cy/index.ts';
import { en } from './en/index.ts';
import type { Words } from './shape.ts';

export type { ComparisonWords, SearchWords, Words } from './shape.ts';

const catalogues: Record<string, Words> = { en, cy };

/** The words for a language tag, whatever its region; undefined for a language without any. */
export const wordsIn = (language: string): Words | undefined =>
  catalogues[primaryOf(language).toLowerCase()];

/** The language of a tag without its region: `en` for `en-GB`. */
export const primaryOf = (language: string): string => language.split('-')[0] ?? language;
