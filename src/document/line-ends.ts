/** The end of a line between two characters of a script that writes no spaces, which is none. */
import type { Inline } from './model.ts';

/**
 * Characters as wide as an ideograph: Han, Hiragana, Katakana, Bopomofo, and their punctuation. Not
 * Hangul, which is as wide but puts spaces between words. They are listed rather than asked for by
 * script, so that a new version of Unicode changes no published text.
 */
const WIDE = [
  String.raw`\u{2E80}-\u{2FD5}`, // radicals
  String.raw`\u{3000}-\u{30FF}`, // punctuation, Hiragana, Katakana
  String.raw`\u{3105}-\u{312F}\u{31A0}-\u{31FF}`, // Bopomofo, strokes, small Katakana
  String.raw`\u{3220}-\u{3247}\u{3280}-\u{4DBF}`, // in circles and squares, rare ideographs
  String.raw`\u{4E00}-\u{9FFF}\u{F900}-\u{FAFF}`, // ideographs
  String.raw`\u{FE30}-\u{FE4F}`, // punctuation for vertical text
  String.raw`\u{FF01}-\u{FF9F}\u{FFE0}-\u{FFE6}`, // full-width forms, half-width Katakana
  String.raw`\u{1AFF0}-\u{1B16F}\u{20000}-\u{3FFFD}`, // rare Kana and ideographs
].join('');

/** What follows a wide character and only says how it is drawn. */
const VARIANT = String.raw`[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]?`;

/** An end of a line with the spaces around it, between two wide characters. */
const LINE_END = new RegExp(
  String.raw`(?<=[${WIDE}]${VARIANT})[ \t\f\r\n]*[\r\n][ \t\f\r\n]*(?=[${WIDE}])`,
  'gu',
);

/** What is in every line with a wide character, and is found in less time. */
const MAY_BE_WIDE = /[\u2E80-\uFFFF]/;

/** Stands for whatever is no text, so that lines on both sides of it do not meet. */
const OTHER = '\u{FFFC}';

/**
 * Removes ends of lines between characters that are written without spaces: CSS Text 3, 4.1.3. A mark,
 * a link or a target between the two makes no difference; any other end of a line stays.
 */
export function joinLines(content: readonly Inline[]): readonly Inline[] {
  if (!content.some(mayBeWide)) return content;
  const ends = [...rawText(content).matchAll(LINE_END)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
  return ends.length === 0 ? content : without(content, ends, { place: 0 });
}

const mayBeWide = (inline: Inline): boolean =>
  inline.type === 'text'
    ? MAY_BE_WIDE.test(inline.value)
    : 'content' in inline && inline.content.some(mayBeWide);

/** All text of a line; images and line breaks are characters as well. */
const rawText = (content: readonly Inline[]): string =>
  content
    .map((inline) => {
      if (inline.type === 'text') return inline.value;
      if (inline.type === 'target') return '';
      return 'content' in inline ? rawText(inline.content) : OTHER;
    })
    .join('');

interface Stretch {
  from: number;
  to: number;
}

/** A line without some stretches of its text. `at` is the place in that text, and is moved on. */
function without(
  content: readonly Inline[],
  stretches: readonly Stretch[],
  at: { place: number },
): Inline[] {
  return content.map((inline): Inline => {
    if (inline.type === 'target') return inline;
    if ('content' in inline) return { ...inline, content: without(inline.content, stretches, at) };
    const start = at.place;
    at.place += inline.type === 'text' ? inline.value.length : OTHER.length;
    return inline.type === 'text'
      ? { ...inline, value: cut(inline.value, start, stretches) }
      : inline;
  });
}

/** A text that begins at a place, without what it has of some stretches. */
const cut = (value: string, start: number, stretches: readonly Stretch[]): string =>
  stretches.reduceRight(
    (text, { from, to }) =>
      text.slice(0, Math.max(0, from - start)) + text.slice(Math.max(0, to - start)),
    value,
  );
