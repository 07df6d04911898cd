/** What a reader typed, as what is to be looked for. */
import { folded, otherForms, spacedOut } from './forms.ts';

/** Longer queries are cut: no one types so much, and nothing would be found. */
export const LONGEST = 300;

export interface Query {
  /** What is looked for, tidied; empty when there is no letter or figure in it. */
  text: string;
  /** Words in quotes, to be found exactly as they stand. */
  phrases: string[];
  /** The words that are not in quotes. */
  words: string;
  wasCut: boolean;
}

/** Reads a query. Quotes are of any shape; one without its partner is none. */
export function parseQuery(typed: string): Query {
  const whole = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  const wasCut = whole.length > LONGEST;
  // A word that is cut in two would find nothing.
  const text = wasCut
    ? whole
        .slice(0, LONGEST)
        .replace(/(\S) \S*$/u, '$1')
        .replace(/[\uD800-\uDBFF]$/, '')
    : whole;
  const phrases: string[] = [];
  const words = text
    .replace(/[“”„«»＂]/g, '"')
    .replace(/"([^"]*)"/g, (_, phrase: string) => {
      if (hasWord(phrase)) phrases.push(phrase.trim());
      return ' ';
    })
    .replaceAll('"', ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const kept = hasWord(words) ? words : '';
  return { text: phrases.length > 0 || kept ? text : '', phrases, words: kept, wasCut };
}

/** Whether there is anything to look for. */
export const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** The words of a text in the form in which they are compared: no capitals, accents or signs. */
export const plainWords = (text: string): string[] =>
  spacedOut(folded(text))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Whether a line has the words of a phrase one after the other, whole. */
export function hasPhrase(line: string, phrase: string): boolean {
  const said = ` ${plainWords(line).join(' ')} `;
  return said.includes(` ${plainWords(phrase).join(' ')} `);
}

/** As much of a word as its other forms begin with: "complaining" and "complaint". */
const STEM = 4;

/**
 * Whether a word that was found is a form of the one looked for. The index gives words with the
 * same first letter or two for one that it does not know.
 */
export function answersTo(asked: string, found: string): boolean {
  const [word, ...parts] = [
    asked,
    found,
    ...otherForms(found),
    ...found.split(/[^\p{L}\p{N}\p{M}]+/u),
  ].map((text) => plainWords(text).join(''));
  return parts.some((part) => {
    const length = Math.min(STEM, word?.length ?? 0, Math.max(part.length, 1));
    return part !== '' && word?.slice(0, length) === part.slice(0, length);
  });
}
