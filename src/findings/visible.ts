/** Characters that act on a terminal or a log instead of being shown in it. */

/**
 * Controls but for a line's end and a tab, ends of line of Unicode, changes of direction, and what is
 * no character, which no feed can have.
 */
const ACTING =
  /\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/**
 * Text of a file, a name or an option, fit for a terminal: characters that would move its cursor,
 * clear it or turn words round are written as their codes, such as `\x1b`.
 *
 * @param isLine whether a line's end is written as a code too
 */
export function visible(text: string, isLine = false): string {
  const shown = text.replace(ACTING, codeOf);
  return isLine ? shown.replace(/[\r\n\t]/g, codeOf) : shown;
}

/** The same for text that this program has coloured: its own styles stay. */
export const visibleWithStyles = (text: string): string =>
  text
    .split(/(\x1b\[[\d;]*m)/)
    .map((part, index) => (index % 2 === 1 ? part : visible(part)))
    .join('');

function codeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code}`;
}
