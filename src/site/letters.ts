/** The letter that something is found under in an alphabetical list. */

/** The number of a section, as in "3.6. Cookies" and "2) Who we are"; not a number of something, as in "30 days". */
const NUMBERING = /^\(?\p{N}+(?:(?:\.\p{N}+)*[.)]+(?!\p{N})\s*|(?:\.\p{N}+)+\s+)(?=\S)/u;

/** What a heading is called in an alphabetical list: without the number of its section. */
export const withoutNumber = (heading: string): string => heading.replace(NUMBERING, '');

/** Figures and signs stand together. */
export function letterOf(words: string, language = 'en'): string {
  const letter = words.normalize('NFD').match(/\p{L}|\p{N}/u)?.[0] ?? '';
  return /\p{L}/u.test(letter) ? letter.toLocaleUpperCase(language) : '0–9';
}
