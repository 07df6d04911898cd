/** Leaves as texts to be matched: their words counted once, and how alike two of them are. */
import { plainOf } from './inline.ts';
import type { Leaf } from './leaves.ts';
import { tokenise, type Token, type Vocabulary } from './tokens.ts';

/** A leaf, and what matching asks about it again and again. */
export class Text {
  readonly leaf: Leaf;
  readonly #vocabulary: Vocabulary;
  #plain: string | undefined;
  #tokens: Token[] | undefined;
  #bag: Bag | undefined;
  #turns: Set<number> | undefined;
  #lower: string | undefined;

  constructor(leaf: Leaf, vocabulary: Vocabulary) {
    this.leaf = leaf;
    this.#vocabulary = vocabulary;
  }

  /** Its string as written; its tokens' places are places in this. */
  get plain(): string {
    this.#plain ??= this.leaf.kind === 'table' ? this.leaf.text : plainOf(this.leaf.content);
    return this.#plain;
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= tokenise(this.plain, this.#vocabulary);
    return this.#tokens;
  }

  /** Its words without order, each with how much of it there is. */
  get bag(): Bag {
    this.#bag ??= bagOf(this.tokens);
    return this.#bag;
  }

  /** Its pairs of neighbouring words, by which copied text is known. */
  get turns(): ReadonlySet<number> {
    this.#turns ??= new Set(turnsOf(this.tokens));
    return this.#turns;
  }

  /** What is compared, without regard to capitals: a sentence becomes an item with another. */
  get lower(): string {
    this.#lower ??= this.leaf.text.toLowerCase();
    return this.#lower;
  }

  get isHeading(): boolean {
    return this.leaf.kind === 'heading';
  }

  /** Whether it holds words: a rule and an empty cell do not. */
  get hasWords(): boolean {
    return this.leaf.text !== '';
  }
}

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

/** How many words a text has, as people count. */
export const countWords = (text: string): number => text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;

/** Whether the words of a part are found in a whole, in the part's order. */
export function holds(whole: Text, part: Text): boolean {
  const { text } = part.leaf;
  if (text.length >= 4 && whole.lower.includes(part.lower)) return true;
  const { turns } = part;
  if (turns.size < 4) return false;
  let shared = 0;
  for (const turn of turns) if (whole.turns.has(turn)) shared += 1;
  return shared >= 0.7 * turns.size;
}
