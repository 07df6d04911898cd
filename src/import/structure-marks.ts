/** Bullets and numbers that are typed before words. */

/** What is typed before the words of a line. */
export interface Mark {
  kind: 'bullet' | 'number' | 'letter' | 'roman' | 'deep';
  /** As it is typed: `•`, `1.`, `(a)`, `2.3`. */
  written: string;
  /** Where the words begin. */
  end: number;
  /** How deep a number is: 2 for `2.3`. */
  depth: number;
  /** The last of its numbers; a letter by its place in the alphabet. */
  value: number;
  /** Whether it can also be something else: a dash, or the letter o. */
  isWeak: boolean;
}

/** Bullets of pages and word processors. Those of Symbol and Wingdings are in the private area. */
const STRONG =
  /^[\s\u00A0]*([●○•▪■□◆◇◦∙‣➢➤►▶✓✔✗⁃❖❑♦\uF0B7\uF0A7\uF0D8\uF0FC\uF076])[\s\u00A0]*(?=[^\s\u00A0])/u;
const WEAK = /^[\s\u00A0]*([-–—*·+>§]|o)[\s\u00A0]+(?=[^\s\u00A0])/u;
/** A dash against its word, as in mails: never before a digit or another sign. */
const TIGHT = /^[\s\u00A0]*([-–·*])(?=\p{L})/u;
const DEEP = /^[\s\u00A0]*(\d{1,3}(?:\.\d{1,3}){1,4})[.):]?[\s\u00A0]+(?=\S)/u;
const NUMBER = /^[\s\u00A0]*(\(?)(\d{1,3})(?:[.)]|\s?[–—-]|:)[\s\u00A0]*(?=[^\s\u00A0\d.,])/u;
/** A number without any sign behind it: only headings have it. */
const BARE = /^[\s\u00A0]*(\d{1,2})[\s\u00A0]+(?=\p{Lu})/u;
const LETTER =
  /^[\s\u00A0]*(?:\(([a-z]{1,4})\)|([a-z]{1,4})\)|([a-z]|[ivx]{2,4})\.)[\s\u00A0]+(?=\S)/iu;

/** The mark before a text; undefined if there is none. */
export function markOf(text: string): Mark | undefined {
  const strong = STRONG.exec(text);
  if (strong) return bullet(strong, false);
  const weak = WEAK.exec(text) ?? TIGHT.exec(text);
  if (weak) return bullet(weak, true);
  const deep = DEEP.exec(text);
  if (deep?.[1] !== undefined) {
    const parts = deep[1].split('.').map(Number);
    return mark('deep', deep, parts.length, parts.at(-1) ?? 0);
  }
  const number = NUMBER.exec(text) ?? BARE.exec(text);
  if (number) return mark('number', number, 1, Number(number[2] ?? number[1]));
  const letter = LETTER.exec(text);
  const letters = letter?.[1] ?? letter?.[2] ?? letter?.[3];
  if (!letter || letters === undefined) return undefined;
  if (letters.length === 1) return mark('letter', letter, 2, placeOf(letters));
  const roman = romanOf(letters);
  return roman === undefined ? undefined : mark('roman', letter, 3, roman);
}

const bullet = (found: RegExpExecArray, isWeak: boolean): Mark => ({
  ...mark('bullet', found, 0, 0),
  written: found[1] ?? '',
  isWeak,
});

const mark = (kind: Mark['kind'], found: RegExpExecArray, depth: number, value: number): Mark => ({
  kind,
  written: found[0].trim(),
  end: found[0].length,
  depth,
  value,
  isWeak: false,
});

const placeOf = (letter: string): number => letter.toLowerCase().charCodeAt(0) - 96;

const ROMANS = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
];

/** The value of a Roman number up to 15; undefined if it is none. */
export function romanOf(letters: string): number | undefined {
  const index = ROMANS.indexOf(letters.toLowerCase());
  return index < 0 ? undefined : index + 1;
}

/** How deep a bullet is among those of word processors; undefined if it says nothing. */
export function depthOfBullet(written: string): number | undefined {
  if (/[●•\uF0B7]/u.test(written)) return 1;
  if (/[o○◦]/.test(written)) return 2;
  if (/[▪■§\uF0A7]/u.test(written)) return 3;
  return undefined;
}
