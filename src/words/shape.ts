/**
 * What a catalogue of words holds. English is the one that the others are measured by. Types
 * alone, so that a catalogue can name its shape without importing the catalogues.
 */
import type { common } from './en/common.ts';
import type { en } from './en/index.ts';

/** All that pages say in one language. */
export type Words = typeof en;

/** Words that stand on many pages. */
export type CommonWords = Pick<Words, keyof typeof common>;

type Part<Section extends keyof Words> = Pick<Words, keyof typeof common | Section>;

/** What a comparison says, and what a search: all that their scripts bring along. */
export type ComparisonWords = Part<'comparison'>;
export type SearchWords = Part<'search'>;
