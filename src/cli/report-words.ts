/** Words of reports: cut where they are long, and in lists that are cut too. */

import { shortenedTo } from '../exports/announce/line.ts';

/**
 * How many characters a report has: at least what has to be said, if nobody says how many, and at most
 * what a comment on GitHub may have.
 */
export const CHARACTERS = { least: 4_000, usual: 30_000, most: 65_000 };

/** A text in one line, cut at a word, with a sign that it was. */
export const shortened = (text: string, most: number): string =>
  shortenedTo(text.replace(/\s+/gu, ' ').trim(), most);

/** So many lines of a list are printed; the others are counted. */
const LINES = 20;

/** A list of Markdown under its heading; nothing if it has no lines. */
export function listOf(heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const more = lines.length - LINES;
  return [
    `**${heading}**`,
    '',
    ...lines.slice(0, LINES).map((line) => `- ${line}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ].join('\n');
}
