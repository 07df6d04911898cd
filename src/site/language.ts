/** In which language a page speaks, and how words of another language are marked on it. */
import site from '../site.config.ts';
import { en } from '../words/en/index.ts';
import { wordsIn, type Words } from '../words/index.ts';
import type { Speech } from '../views/speech.ts';

const SCRIPTS_FROM_THE_RIGHT = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

/** The words of pages that are of no notice: home, search. */
export const siteWords: Words = wordsIn(site.language) ?? en;

/** The words of the pages of a notice: in its own language where there are some. */
export const wordsOf = ({ leading }: { leading: { facts: { language: string } } }): Words =>
  wordsIn(leading.facts.language) ?? siteWords;

/** What the pages of a site speak: its own words, and those of its notices in other languages. */
export const wordsOfPages = (
  notices: readonly { leading: { facts: { language: string } } }[],
): Words[] => [...new Set([siteWords, ...notices.map(wordsOf)])];

/** The direction in which a language is written, where it is not that of the page. */
export function directionOf(language: string, page: Words = siteWords): 'ltr' | 'rtl' | undefined {
  const direction = readDirection(language);
  return direction === readDirection(page.language) ? undefined : direction;
}

/** The direction in which a language is written. */
export function readDirection(language: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(language).maximize();
  return SCRIPTS_FROM_THE_RIGHT.includes(script ?? '') ? 'rtl' : 'ltr';
}

/** How words of a language are marked on a page. */
export const speechOn = (page: Words, { language }: { language: string }): Speech => ({
  language: languageOf(language, page),
  direction: directionOf(language, page),
});

/** The language of words, where it is not that of the page. */
export const languageOf = (language: string, page: Words = siteWords): string | undefined =>
  language === page.language ? undefined : language;
