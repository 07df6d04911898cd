/** Words of a source in lines of the terminal: short enough, and without acting on it. */
import { visible } from '../findings/visible.ts';
import type { Proposal } from '../import/model.ts';

/** The columns that every terminal has. */
const WIDTH = 80;

/** Text in one line of at most so many characters. */
export function shortened(text: string, most: number): string {
  // What is longer by far is cut before it is looked at.
  const line = visible(
    text
      .slice(0, most * 8)
      .replace(/\s+/g, ' ')
      .trim(),
    true,
  );
  const characters = [...line];
  const isCut = characters.length > most || text.length > most * 8;
  return isCut
    ? `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : line;
}

/** A line with what does not fit in further lines, indented as far as its words begin. */
export function wrapped(text: string, indent = 0, first = indent): string {
  const lines: string[] = [];
  let line = ' '.repeat(first);
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && [...line].length + [...word].length + 1 > WIDTH) {
      lines.push(line);
      line = ' '.repeat(indent);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}

/** A value of a fact in one line. */
export const shownValue = (value: Proposal['value']): string =>
  typeof value === 'string'
    ? value
    : [...value.lines, value.town, value.county, value.postcode, value.country]
        .filter((part) => part !== undefined)
        .join(', ');

/** The size of a file for people. */
export const shownSize = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} bytes`
    : bytes < 1024 ** 2
      ? `${Math.round(bytes / 1024)} KB`
      : `${(bytes / 1024 ** 2).toFixed(1)} MB`;

/** An account for programs. What acts on a terminal is written as JSON's own escapes. */
export const accountAsJson = (account: unknown): string =>
  JSON.stringify(account, null, 2).replace(
    /[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Noncharacter_Code_Point}]/gu,
    (character) =>
      character
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join(''),
  );
