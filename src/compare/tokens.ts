/**
 * Tokens: what a reader takes as one word. An amount, a period, a date, a reference, an address
 * is whole: "36 months" becomes "24 months", not "3624 months" with two figures struck out.
 */

/** Text without what no reader sees: kinds of white space, soft hyphens, joiners of no width. */
export const comparable = (text: string): string =>
  // Most text is so already, and a look at its characters is faster than making it anew.
  UNTIDY.test(text) || text === '' ? tidy(text) : text;

/** White space that is not one space between words, or a character that may be no plain one. */
const UNTIDY = /^ | ( |$)|[^ -~\xae-\u167f\u2012-\u2026]/;

/** How many words a text has, as people count: what has a letter or a figure, up to a space. */
export function countWords(text: string): number {
  let count = 0;
  // Counted without making a string of each.
  for (COUNTED.lastIndex = 0; COUNTED.test(text);) count += 1;
  return count;
}

const COUNTED = /[\p{L}\p{N}]\S*/gu;

const tidy = (text: string): string =>
  text
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const FIELDS = 4;
const KIND_BITS = 3;
const KIND_MASK = 7;
/** The kinds of tokens. A number is any figure, amount, period, date or reference. */
const IS_WORD = 0;
export const IS_NUMBER = 1;
export const IS_ADDRESS = 2;
/** Without a letter or digit; from here on, no kind is of words. */
export const IS_SIGN = 3;
/** May end a sentence. */
export const IS_STOP = 4;

/** The tokens of a line, in order: of each four numbers, at its place in `fields`. */
export class Tokens {
  readonly length: number;
  readonly #fields: Int32Array;

  constructor(fields: Int32Array) {
    this.#fields = fields;
    this.length = fields.length / FIELDS;
  }

  /** Its place in the string of its line, without the white space before it. */
  start(at: number): number {
    return this.#fields[FIELDS * at] ?? 0;
  }

  end(at: number): number {
    return this.#fields[FIELDS * at + 1] ?? 0;
  }

  /** The same for two tokens that say the same. */
  key(at: number): number {
    return this.#fields[FIELDS * at + 2] ?? 0;
  }

  /** How much there is to read: its characters. */
  weight(at: number): number {
    return (this.#fields[FIELDS * at + 3] ?? 0) >> KIND_BITS;
  }

  kind(at: number): number {
    return (this.#fields[FIELDS * at + 3] ?? 0) & KIND_MASK;
  }

  /** The tokens of several lines, one after the other. */
  static join(lines: readonly Tokens[]): Tokens {
    return new Tokens(Int32Array.from(lines.flatMap((line) => [...line.#fields])));
  }
}

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
/** Numbers in words, where a unit follows. */
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
 * An address, a number, a word, or words without spaces; what is none of them is a sign. A figure
 * ends where a word ends: "5th" is not "5" before "th".
 */
const TOKEN = new RegExp(
  `(${ADDRESS})|(${FIGURE})(?!${LETTER})|(${WORD})|` + `(${UNSPACED}[${UNSPACED}\\p{M}]*)|` + SIGN,
  'gv',
);

/** Words by their numbers: comparing words is comparing numbers. */
let keys = new Map<string, number>();
/** The most words that are known at a time: those of many notices in several languages. */
const MOST = 200_000;

/** What numbers words have now; tokens of another numbering are to be made anew. */
export const numbering = (): object => keys;

/** Begins to number words anew when there are too many. Not while texts are compared. */
export function boundNumbering(): void {
  if (keys.size > MOST) keys = new Map();
}

function keyOf(word: string): number {
  const known = keys.get(word);
  if (known !== undefined) return known;
  const key = keys.size;
  // Joined from its characters, since a slice would keep the whole of its line.
  keys.set(word.split('').join(''), key);
  return key;
}

const fields: number[] = [];

function add(start: number, word: string, kind: number, said = comparable(word)): void {
  const isStop = kind === IS_SIGN && STOPS.includes(said);
  const weight = (said.length << KIND_BITS) | (isStop ? IS_STOP : kind);
  fields.push(start, start + word.length, keyOf(said), weight);
}

const STOPS = [...'.!?;。'];

/**
 * The tokens of a line's string, in order.
 *
 * @param byPattern whether the pattern is to find every one, which takes longer
 */
export function tokenise(text: string, byPattern = false): Tokens {
  fields.length = 0;
  for (let at = 0; at < text.length;) {
    if (text[at] === ' ') {
      at += 1;
      continue;
    }
    PLAIN.lastIndex = at;
    if (!byPattern && PLAIN.test(text)) {
      const word = text.slice(at, PLAIN.lastIndex);
      add(at, word, /[A-Z]/i.test(word) ? IS_WORD : IS_SIGN, word);
      at += word.length;
      continue;
    }
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found) break;
    const [word, address, number, letters, unspaced] = found;
    at = found.index;
    if (unspaced) for (const { segment, index } of wordsOf(word)) add(at + index, segment, IS_WORD);
    else add(at, word, address ? IS_ADDRESS : number ? IS_NUMBER : letters ? IS_WORD : IS_SIGN);
    at += word.length;
  }
  return new Tokens(Int32Array.from(fields));
}

/** Signs that end a word and are tokens of their own, whatever they stand before. */
const APART = ',;)!?"(“”–—';
/** What is no plain character: it may be joined to what stands before it. */
const FOREIGN = '\\x7f-\\u2011\\u2027-\\uffff';

/**
 * A word of Latin letters, or a sign, that is for sure no more than that: nothing that follows may
 * make it a number, an address or a longer word.
 */
const PLAIN = new RegExp(
  `(?!${COUNT}\\.? )[A-Za-z]+(?:['’-][A-Za-z]+)*(?=\\.?(?: (?![\\0- \\d${FOREIGN}])|$)|[${APART}])|` +
    `(?:[.-](?![^\\0- ])|[:‘’•${APART}])(?![${FOREIGN}])`,
  'y',
);

/**
 * Finds words in scripts without spaces; in those with spaces the pattern above is as good. It is
 * made when it is first needed: that takes longer than loading all the rest of this room.
 */
const wordsOf = (text: string): Intl.Segments =>
  (segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })).segment(text);
let segmenter: Intl.Segmenter | undefined;
