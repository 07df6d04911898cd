/** The content of a record: its lines in one string, as the index keeps it, and read again. */
import { otherForms, piecesOf } from './forms.ts';
import { GOES_ON } from './lines.ts';
import type { SearchRecord } from './records.ts';

/**
 * Ends the last word of a line within the content. The index puts all white space into one space,
 * and keeps signs; of this one it knows, other than of rarer ones, that it is no part of a word.
 */
const LINE_END = '\\';
/** Ends one with which the next belongs, as the cells of a row do. */
const LINE_GOES_ON = '\\\\';

/** Begins a piece of a word that goes on from the one before it. */
const GLUED = '\\';
/** Begins another spelling of the word before it, which is found and not shown. */
const HIDDEN = '\\\\';

/**
 * The content of a record: its heading and its lines, each word with what else it is found by.
 *
 * @param wordOf a word as the index gets it; a `memo` of it, where there are many records
 */
export const contentOf = (
  { heading, lines }: Pick<SearchRecord, 'heading' | 'lines'>,
  wordOf = wordInIndex,
): string =>
  [heading, ...lines]
    .map(
      (line, index) =>
        line
          .replace(/\\+(?=\s|$)|(?<=^|\s)\\+/g, '')
          .trim()
          .replace(/\S+/g, (word) => wordOf(word)) +
        (lines[index]?.startsWith(GOES_ON) ? LINE_GOES_ON : LINE_END),
    )
    .join(' ');

/** A word as the index gets it. */
export const wordInIndex = (word: string): string =>
  piecesOf(word)
    .flatMap(({ text, isLetter }, index) => [
      index > 0 ? GLUED + text : text,
      ...(isLetter ? [] : otherForms(text).flatMap(hidden)),
    ])
    .join(' ');

const hidden = (form: string): string[] => piecesOf(form).map(({ text }) => HIDDEN + text);

/** The lines of a content; the heading is the first. */
export function linesOf(content: string): string[] {
  const lines: string[] = [];
  for (const { text, line, isGlued } of wordsOf(content, [])) {
    const said = lines[line];
    lines[line] = said === undefined ? text : said + (isGlued ? '' : ' ') + text;
  }
  return lines.filter((line) => line !== '');
}

/** A word of a record, and where it stands. */
export interface Word {
  text: string;
  /** The number of its line; the heading is line 0. */
  line: number;
  isFound: boolean;
  /** Whether it goes on from the one before it, without a space. */
  isGlued?: true;
  /** The line that this one belongs to, as a cell does to the first of its row. */
  row?: number;
}

/** Words with the spaces that are between them. */
export const textOfWords = (words: readonly Word[]): string =>
  words.map(({ text, isGlued }, index) => (index === 0 || isGlued ? text : ` ${text}`)).join('');

/**
 * The words of a content, those that were found marked, in whatever spelling.
 *
 * @param found places of words, counted as the index counts them: by white space
 */
export function wordsOf(content: string, found: readonly number[]): Word[] {
  const places = new Set(found);
  const words: Word[] = [];
  let line = 0;
  let row: number | undefined;
  content.split(/\s+/).forEach((written, place) => {
    const [end = ''] = /\\*$/.exec(written) ?? [];
    const whole = end === '' ? written : written.slice(0, -end.length);
    const at = { line, ...(row !== undefined && { row }) };
    const isFound = places.has(place);
    const last = words.at(-1);
    if (whole.startsWith(HIDDEN)) {
      if (last) last.isFound ||= isFound;
    } else if (whole.startsWith(GLUED)) {
      words.push({ text: whole.slice(GLUED.length), ...at, isFound, isGlued: true });
    } else words.push({ text: whole, ...at, isFound });
    if (end === '') return;
    row = end === LINE_GOES_ON ? (row ?? line) : undefined;
    line += 1;
  });
  return words;
}
