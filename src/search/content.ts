/** The content of a record: its lines in one string, as the index keeps it, and read again. */
import type { SearchRecord } from './records.ts';

/**
 * Ends the last word of a line within the content. The index puts all white space into one space,
 * and keeps signs; of this one it knows, other than of rarer ones, that it is no part of a word.
 */
const LINE_END = '\\';

/** The content of a record: its heading and its lines. */
export const contentOf = ({ heading, lines }: Pick<SearchRecord, 'heading' | 'lines'>): string =>
  [heading, ...lines].map((line) => line.replace(/\\+(?=\s|$)/g, '') + LINE_END).join(' ');

/** The lines of a content; the heading is the first. */
export const linesOf = (content: string): string[] =>
  content.split(/\\(?:\s+|$)/).filter((line) => line !== '');

/** A word of a record, and where it stands. */
export interface Word {
  text: string;
  /** The number of its line; the heading is line 0. */
  line: number;
  isFound: boolean;
}

/**
 * The words of a content, those that were found marked.
 *
 * @param found places of words, counted as the index counts them: by white space
 */
export function wordsOf(content: string, found: readonly number[]): Word[] {
  const places = new Set(found);
  let line = 0;
  return content.split(/\s+/).map((written, place) => {
    const isLast = written.endsWith(LINE_END);
    const text = isLast ? written.slice(0, -LINE_END.length) : written;
    const word = { text, line, isFound: places.has(place) };
    if (isLast) line += 1;
    return word;
  });
}
