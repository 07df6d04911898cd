/** Leaves as texts to be matched: their words counted once, and how alike two of them are. */
import type { Pair } from './chain.ts';
import { plainOf } from './inline.ts';
import type { Leaf } from './leaves.ts';
import { tokenise, type Token, type Vocabulary } from './tokens.ts';

/** Texts of both versions that are the same text: one and one, or one and several. */
export interface Match {
  before: Text[];
  after: Text[];
}

/** A leaf, and what matching asks about it again and again. */
export class Text {
  readonly leaf: Leaf;
  /** Its number among the texts of its version. */
  readonly place: number;
  /** What it is in the other version, as far as it is known. */
  match: Match | undefined;
  /** The heading it stands under. */
  heading: Text | undefined;
  /** For a heading, how much text stands under it. */
  size = 0;
  readonly vocabulary: Vocabulary;
  readonly isHeading: boolean;
  /** How much there is to read. A rule and an empty cell have nothing. */
  readonly length: number;
  /**
   * What it costs to leave it out of its order: it is told as moved or, when it is too short for
   * that, as removed and added.
   */
  readonly price: number;
  /** What is compared, without regard to capitals: a sentence becomes an item with another. */
  readonly lower: string;
  #tokens: Token[] | undefined;
  #bag: Bag | undefined;
  #turns: Set<number> | undefined;

  constructor(leaf: Leaf, place: number, vocabulary: Vocabulary) {
    this.leaf = leaf;
    this.place = place;
    this.vocabulary = vocabulary;
    this.isHeading = leaf.kind === 'heading';
    this.length = leaf.text.length;
    this.price = (isEnoughToMove(leaf.text) ? 1 : 3) * this.length + 1;
    this.lower = leaf.text.toLowerCase();
  }

  /** Their places are places in its string as written. */
  get tokens(): readonly Token[] {
    const { table, text, content } = this.leaf;
    return (this.#tokens ??= tokenise(table ? text : plainOf(content), this.vocabulary));
  }

  /** Its words without order, each with how much of it there is. */
  get bag(): Bag {
    return (this.#bag ??= bagOf(this.tokens));
  }

  /** Its pairs of neighbouring words, by which copied text is known. */
  get turns(): ReadonlySet<number> {
    return (this.#turns ??= new Set(turnsOf(this.tokens)));
  }
}

/** Leaves as texts, each under its heading. */
export function textsOf(leaves: readonly Leaf[], vocabulary: Vocabulary): Text[] {
  let heading: Text | undefined;
  return leaves.map((leaf, place) => {
    const text = new Text(leaf, place, vocabulary);
    if (text.isHeading) heading = text;
    else if (heading) heading.size += text.length + 1;
    text.heading = heading;
    return text;
  });
}

/** Two texts that may be one, and how much speaks for it. */
export interface TextPair extends Pair {
  old: Text;
  text: Text;
}

export const pairOf = (old: Text, text: Text, weight: number): TextPair => ({
  before: old.place,
  after: text.place,
  weight,
  old,
  text,
});

export interface Bag {
  weights: ReadonlyMap<number, number>;
  total: number;
}

function bagOf(tokens: readonly Token[]): Bag {
  const weights = new Map<number, number>();
  let total = 0;
  for (const { key, weight, kind } of tokens) {
    if (kind === 'sign') continue;
    weights.set(key, (weights.get(key) ?? 0) + weight);
    total += weight;
  }
  return { weights, total };
}

function turnsOf(tokens: readonly Token[]): number[] {
  const words = tokens.filter(({ kind }) => kind !== 'sign');
  // Two keys in one number; a vocabulary of more words than this would only mix some pairs up.
  return words.slice(1).map(({ key }, index) => (words[index]?.key ?? 0) * 2_097_152 + key);
}

/** The least that a text found elsewhere must have to be told as moved. */
const MOVED_WORDS = 6;
const MOVED_CHARACTERS = 32;

/** Whether there is enough text for its turning up elsewhere to be no accident. */
export const isEnoughToMove = (text: string): boolean =>
  text.length >= MOVED_CHARACTERS &&
  (text.length > 8 * MOVED_CHARACTERS || countWords(text) >= MOVED_WORDS);

/** How many words a text has, as people count. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;

/** Whether the words of a part are found in a whole, in the part's order. */
export function holds(whole: Text, part: Text): boolean {
  if (part.length >= 4 && whole.lower.includes(part.lower)) return true;
  const { turns } = part;
  const shared = [...turns].filter((turn) => whole.turns.has(turn));
  return turns.size >= 4 && shared.length >= 0.7 * turns.size;
}
