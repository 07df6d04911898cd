/** Cuts text into what is compared: words, and the signs between them. White space is not. */

/** Words and signs of a text, by number. */
export interface Tokens {
  /** The number of each: the same for the same letters. */
  ids: Int32Array;
  /** Where each begins and ends in the text it was cut from. */
  starts: Int32Array;
  ends: Int32Array;
}

const TOKEN = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;
/** What nobody sees: soft hyphens, joiners, marks of direction. Texts that differ by them read the same. */
const INVISIBLE = /\p{Cf}/gu;

/** Gives words numbers. Two texts are compared by those of one book. */
export class Book {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #folded: number[] = [];

  /** The number of a word. */
  idOf(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#words.length;
    this.#ids.set(word, id);
    this.#words.push(word);
    this.#folded.push(-1);
    return id;
  }

  /** The word of a number. */
  wordOf(id: number): string {
    return this.#words[id] ?? '';
  }

  /** The number of the same word in small letters, with plain quotes and dashes. */
  foldedOf(id: number): number {
    const known = this.#folded[id] ?? -1;
    if (known >= 0) return known;
    const folded = this.idOf(fold(this.wordOf(id)));
    this.#folded[id] = folded;
    return folded;
  }

  /** Whether a number is of a word, and not of a sign. */
  isWord(id: number): boolean {
    return /^[\p{L}\p{N}]/u.test(this.wordOf(id));
  }

  /** The words and signs of a text. Places are those in the text as it is given. */
  read(text: string): Tokens {
    const ids: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    // Seldom needed, and cheaper where it is not.
    const isPlain = text.search(/\p{Cf}/u) < 0;
    for (const { 0: word, index } of isPlain ? text.matchAll(TOKEN) : withoutInvisible(text)) {
      ids.push(this.idOf(word.normalize('NFC')));
      starts.push(index);
      ends.push(index + word.length);
    }
    return {
      ids: Int32Array.from(ids),
      starts: Int32Array.from(starts),
      ends: Int32Array.from(ends),
    };
  }
}

/** A text's tokens with invisible signs left out of words, at the places of the text with them. */
function* withoutInvisible(text: string): Generator<{ 0: string; index: number }> {
  const places: number[] = [];
  let shown = '';
  let last = 0;
  const take = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) places.push(at);
    shown += text.slice(from, to);
  };
  for (const { 0: sign, index } of text.matchAll(INVISIBLE)) {
    take(last, index);
    last = index + sign.length;
  }
  take(last, text.length);
  for (const match of shown.matchAll(TOKEN)) {
    yield { 0: match[0], index: places[match.index] ?? 0 };
  }
}

/** Text without white space and what nobody sees, in small letters, with plain quotes and dashes. */
export const squeeze = (text: string): string =>
  fold(text.replace(INVISIBLE, '')).replace(/\s+/g, '');

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‚‛´`′]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐-―−]/g, '-');
