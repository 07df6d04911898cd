/** In which language a page speaks, and how words of another language are marked on it. */
import { readDirection } from '../notices/direction.ts';
import type { Words } from '../words/index.ts';
import type { Speech } from '../views/speech.ts';

/** The direction in which a language is written, where it is not that of the page. */
export function directionOf(language: string, page: Words): 'ltr' | 'rtl' | undefined {
  const direction = readDirection(language);
  return direction === readDirection(page.language) ? undefined : direction;
}

/** How words of a language are marked on a page. */
export const speechOn = (page: Words, { language }: { language: string }): Speech => ({
  language: languageOf(language, page),
  direction: directionOf(language, page),
});

/** The language of words, where it is not that of the page. */
export const languageOf = (language: string, page: Words): string | undefined =>
  language === page.language ? undefined : language;
