/** Words of a notice as one line, fit for the subject of an email and for any program that sends it. */
import type { FactEntry, Inline } from '../../document/model.ts';

/** What ends a line or acts on a program: ends of line of Unicode too, and what is no character. */
const BREAKS = /[\s\p{Cc}\u2028\u2029\p{Cs}\p{Noncharacter_Code_Point}]+/gu;

/** What turns the direction of the words after it, beyond its own words. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/gu;

/** A text in one line: no header can follow a subject, and no sign turns the words after it round. */
export const oneLine = (text: string): string =>
  text.replace(TURNS, '').replace(BREAKS, ' ').trim();

/** The beginning of a line that has so many characters at most, up to the end of a word. */
export function shortenedTo(line: string, most: number): string {
  const characters = [...line];
  if (characters.length <= most) return line;
  const cut = characters.slice(0, Math.max(0, most - 1)).join('');
  const words = cut.replace(/\s+\S*$/u, '');
  // Some languages have no spaces, and some words are longer than there is room for.
  return `${(words.length > cut.length / 2 ? words : cut).replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** A line with a full stop, unless it ends a sentence already. */
export const ended = (words: string): string => (/[.!?…]$/u.test(words) ? words : `${words}.`);

/** A line that begins with a capital. */
export function capitalised(line: string): string {
  const [first = ''] = line;
  return first.toUpperCase() + line.slice(first.length);
}

/** The most characters of what changed, where it is one of several things to say. */
const MAIN = 200;

/** What changed, for where there is room for a sentence or two. */
export const mainLine = (main: string): string => ended(shortenedTo(oneLine(main), MAIN));

/** How many characters a text has, as those who write posts count them. */
export const lengthOf = (text: string): number => [...text].length;

/** One way to reach somebody, in parts: words, and those of them that lead somewhere. */
export interface RoutePart {
  words: string;
  href?: string;
}

/** The values of a fact, each as parts of a line. */
export const routesOf = ({ values }: FactEntry): RoutePart[][] => values.map(partsOf);

const partsOf = (content: readonly Inline[]): RoutePart[] =>
  content.flatMap((inline): RoutePart[] => {
    if (inline.type === 'text') return [{ words: oneLine(inline.value) }];
    if (inline.type === 'break') return [{ words: ', ' }];
    if (inline.type !== 'link') return [];
    const words = partsOf(inline.content).map((part) => part.words);
    return [{ words: words.join(''), href: inline.href }];
  });
