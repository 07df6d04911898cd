/** The letter that something is found under in an alphabetical list. */

/** Figures and signs stand together. */
export function letterOf(words: string, language = 'en'): string {
  const letter = words.normalize('NFD').match(/\p{L}|\p{N}/u)?.[0] ?? '';
  return /\p{L}/u.test(letter) ? letter.toLocaleUpperCase(language) : '0–9';
}
