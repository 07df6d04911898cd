/** What the index keeps of a word besides the word: letters one by one, and other spellings. */

/** Scripts that write words without spaces between them. */
const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join('');
/** Half-width Katakana, which have their voicing as a character of its own: kept together. */
const HALF_WIDTH = String.raw`[\u{FF66}-\u{FF9F}]`;
/** One letter of such a script with its marks. */
const LETTER = String.raw`[[[\p{L}\p{N}]&&[${UNSPACED}]]--${HALF_WIDTH}]\p{M}*`;
const PIECE = new RegExp(
  String.raw`${HALF_WIDTH}+|(?<letter>${LETTER})|(?:(?!${LETTER}|${HALF_WIDTH}).)+`,
  'gsv',
);
const LETTERS = new RegExp(`(?:${LETTER})+`, 'gv');

/**
 * A word as the index divides it: of a script without spaces each letter is one, for nobody but a
 * dictionary knows where its words end. Any other word is one piece.
 */
export const piecesOf = (word: string): { text: string; isLetter: boolean }[] =>
  [...word.matchAll(PIECE)].map(({ 0: text, groups }) => ({
    text,
    isLetter: groups?.['letter'] !== undefined,
  }));

/** A text with spaces around each letter of a script that has none. */
export const spacedOut = (text: string): string =>
  text.replace(
    LETTERS,
    (run) =>
      ` ${piecesOf(run)
        .flatMap(({ text }) => text)
        .join(' ')} `,
  );

/** A word in the spelling in which it is asked for: "strasse" for "Straße", "10" for "１０". */
export const folded = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    // Arabic: what lengthens a line, vowels, and Alef with a sign above or below.
    .replace(/[\u0640\u064B-\u0652\u0670]/g, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627');

/** "And", "so"; "with", "like", "for"; the article. With the article they are cut off when asking. */
const WITH_ARTICLE = /^[\u0648\u0641]?(?:[\u0628\u0643]?\u0627\u0644|\u0644\u0644)(?=\p{L}{2})/u;
const CONJUNCTION = /^[\u0648\u0641](?=\p{L}{3})/u;
const PREPOSITION = /^[\u0628\u0643\u0644](?=\p{L}{3})/u;

/** A word of a query in the spelling in which it is looked for. */
export const asked = (word: string): string => folded(word).replace(WITH_ARTICLE, '');

/** Other spellings by which a word is to be found, each of them once; most words have none. */
export function otherForms(word: string): string[] {
  const bare = word.normalize('NFC').replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
  const whole = folded(bare);
  const forms = new Set([whole, whole.replace(WITH_ARTICLE, '')]);
  for (const prefix of [CONJUNCTION, PREPOSITION]) {
    for (const form of [...forms]) forms.add(form.replace(prefix, ''));
  }
  forms.delete(bare.toLowerCase());
  forms.delete('');
  return [...forms];
}
