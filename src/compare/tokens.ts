/**
 * Tokens: what a reader takes as one word. An amount, a period, a date, a reference, an address
 * is whole: "36 months" becomes "24 months", not "3624 months" with two figures struck out.
 */

/** Text without what no reader sees: kinds of white space, soft hyphens, joiners of no width. */
export const comparable = (text: string): string =>
  text
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

export interface Token {
  /** Its place in the string of its line, without the white space before it. */
  start: number;
  end: number;
  /** The same for two tokens that say the same. */
  key: number;
  /** How much there is to read: its characters. */
  weight: number;
  kind: TokenKind;
  /** Set for a full stop and the like. */
  ends?: true;
}

/** `number` is any figure, amount, period, date or reference; `sign` has no letter or digit. */
export type TokenKind = 'word' | 'number' | 'address' | 'sign';

const anyOf = (shapes: readonly string[]): string => `(?:${shapes.join('|')})`;

const GAP = '(?:\\s{1,2})';
/** A decimal digit of any script. */
const DIGIT = '\\p{Nd}';
/** Thousands set apart by spaces, whichever these are: a space that does not break is one. */
const GROUPED = `${DIGIT}{1,3}(?:\\s${DIGIT}{3})+(?:[.,٫．，]${DIGIT}+)?(?!\\s?${DIGIT})`;
const NUMBER = `(?:${GROUPED}|${DIGIT}+(?:[.,٫٬．，]${DIGIT}+)*)`;
/** A month by its name, in any language, and a year. */
const MONTH = '\\p{L}{3,9}\\.?';
const YEAR = `(?:(?:19|20)${DIGIT}{2}|[${DIGIT}--[0-9]]{4})`;
const UNIT = anyOf([
  '(?:minute|hour|day|week|month|year)s?|(?:Stunde|Tag|Woche|Monat|Jahr)e?n?',
  '(?:heure|jour|semaine|an|année)s?|mois',
]);
const COUNT =
  '(?:[Oo]ne|[Tt](?:wo|hree|en|welve|hirty)|[Ff](?:our|ive)|[Ss](?:ix|even)|[Ee]ight(?:een)?|[Nn]ine)';
const REFERENCE =
  '(?:[Ss]ection|[Aa]rt(?:icle)?|[Pp]ara(?:graph)?|[Rr]eg(?:ulation)?|Recital|Sch(?:edule)?|s)s?';
const CURRENCY = '(?:GBP|EUR|USD|[£€$])';

const ADDRESS = anyOf([
  '(?:https?:\\/\\/|www\\.)[^\\s<>"“”]*[^\\s<>"“”.,;:!?\\)\\]\\}\'’]',
  // Bounded: without an @ to come, the search would start anew at every letter.
  '[\\p{L}\\p{N}._%+\\-]{1,64}@[\\p{L}\\p{N}\\-]{1,63}(?:\\.[\\p{L}\\p{N}\\-]{1,63})+',
]);
const FIGURE = anyOf([
  // 1 May 2018, 1st of May 2018, May 1, 2018, 2018-05-01, 01.05.2018
  `${DIGIT}{1,2}(?:st|nd|rd|th|er|\\.)?(?:${GAP}of)?${GAP}${MONTH},?${GAP}${YEAR}`,
  `(?=\\p{Lu})${MONTH}${GAP}${DIGIT}{1,2}(?:st|nd|rd|th)?,?${GAP}${YEAR}`,
  ...['-', '\\/', '\\.'].map((sign) => [4, 2, 4].map((most) => `${DIGIT}{1,${most}}`).join(sign)),
  // £35,000, £17.5 million, 4%, 20 EUR
  `${CURRENCY}${GAP}?${NUMBER}(?:${GAP}?(?:million|billion|m|bn|k))?`,
  `${NUMBER}${GAP}?(?:[%٪％]|per${GAP}cent|${CURRENCY})`,
  // 36 months, six working days
  `(?:${GROUPED}|${DIGIT}+|${COUNT})${GAP}(?:(?:calendar|working|business|full)${GAP})?${UNIT}`,
  // s. 5(1), Art. 6(1)(f), § 25
  `(?:§|${REFERENCE}\\.?)${GAP}?${DIGIT}+[A-Z]*(?:\\.${DIGIT}+)*(?:${GAP}?\\([\\p{L}\\p{N}]{1,4}\\))*`,
  `${NUMBER}(?:st|nd|rd|th)?`,
]);
/** Letters of scripts that write words without spaces between them; their digits are numbers. */
const UNSPACED = `[[${['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('')}]--${DIGIT}]`;
const LETTER = `[[\\p{L}\\p{M}\\p{N}]--${UNSPACED}]`;
// A soft hyphen within a word is not seen until the line breaks there; joiners shape its letters.
const WORD = `${LETTER}+(?:['’\\-\\u{2010}\\u{2011}·\\u{AD}\\u{200C}\\u{200D}]${LETTER}+)*`;
/** A sign with its accents or tone of skin, and what is joined to it; a flag is two letters. */
const SIGN =
  '(?:\\p{Regional_Indicator}{2}|[^\\s\\u{AD}\\u{200B}\\u{2060}\\u{FEFF}](?:[\\p{M}\\p{Emoji_Modifier}]|\\u{200D}\\p{S})*)';

/**
 * Each kind of token by its name; what is of none is a sign. A figure ends where a word ends:
 * "5th" is not "5" before "th".
 */
const TOKEN = new RegExp(
  `(?<address>${ADDRESS})|(?<number>${FIGURE})(?!${LETTER})|(?<word>${WORD})|` +
    `(?<unspaced>${UNSPACED}[${UNSPACED}\\p{M}]*)|` +
    SIGN,
  'gv',
);

/** Every word so far, by its number: comparing words is comparing numbers. */
const keys = new Map<string, number>();

function keyOf(word: string): number {
  const known = keys.get(word);
  if (known !== undefined) return known;
  const key = keys.size;
  keys.set(word, key);
  return key;
}

/** The tokens of a line's string, in order. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const add = (start: number, word: string, kind: TokenKind): void => {
    const said = comparable(word);
    const end = start + word.length;
    const token: Token = { start, end, key: keyOf(said), weight: said.length, kind };
    if (/^[.!?;。]$/.test(said)) token.ends = true;
    tokens.push(token);
  };
  for (const { index, 0: word, groups = {} } of text.matchAll(TOKEN)) {
    const kind = KINDS.find((name) => groups[name] !== undefined);
    if (kind !== undefined || !groups['unspaced']) add(index, word, kind ?? 'sign');
    else for (const { segment, index: at } of wordsOf(word)) add(index + at, segment, 'word');
  }
  return tokens;
}

const KINDS = ['word', 'number', 'address'] as const;

/**
 * Finds words in scripts without spaces; in those with spaces the pattern above is as good. It is
 * made when it is first needed: that takes longer than loading all the rest of this room.
 */
const wordsOf = (text: string): Intl.Segments => (segmenter ??= newSegmenter()).segment(text);
const newSegmenter = (): Intl.Segmenter => new Intl.Segmenter('en', { granularity: 'word' });
let segmenter: Intl.Segmenter | undefined;
