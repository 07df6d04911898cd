import { codePointName } from '../document/code-points.ts';

/**
 * Characters that nobody sees and that do something to a text: control characters, and those that
 * turn the direction of the words after them. They are words: added or removed, they are shown by
 * their names.
 */
const HIDDEN = /[[\p{Cc}\p{Bidi_Control}]--\s]/gv;

/** The hidden characters of a text, in order. */
export const hiddenIn = (text: string): string => (text.match(HIDDEN) ?? []).join('');

/** A text with the names of its hidden characters in their place: "U+202E". */
export const withNames = (text: string): string =>
  hiddenIn(text) === ''
    ? text
    : text
        .replace(HIDDEN, (character) => ` ${codePointName(character)} `)
        .replace(/ {2,}/g, ' ')
        .trim();

/** A text cut before and behind each of its hidden characters. */
export const cutAtHidden = (text: string): { text: string; name?: string }[] => {
  const parts: { text: string; name?: string }[] = [];
  let end = 0;
  for (const { index, 0: character } of text.matchAll(HIDDEN)) {
    if (index > end) parts.push({ text: text.slice(end, index) });
    parts.push({ text: character, name: codePointName(character) });
    end = index + character.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
};
