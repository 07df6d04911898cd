/**
 * What comparing asks of a line again and again: its words, in order and without. All of it
 * depends on the line alone, and most lines stand in many versions: each is read once.
 */
import { comparable, tokenise, type Token } from './tokens.ts';

export interface Bag {
  weights: ReadonlyMap<number, number>;
  total: number;
}

export class Reading {
  /** The line as written, in which its words have their places. */
  readonly plain: string;
  /** What is compared: regular white space, no invisible signs. */
  readonly text: string;
  #lower: string | undefined;
  #price: number | undefined;
  #tokens: readonly Token[] | undefined;
  #bag: Bag | undefined;
  #turns: ReadonlySet<number> | undefined;

  constructor(plain: string, text: string) {
    this.plain = plain;
    this.text = text;
  }

  /** Its text without regard to capitals: a sentence becomes an item with another. */
  get lower(): string {
    return (this.#lower ??= this.text.toLowerCase());
  }

  /**
   * What it costs to leave it out of its order: it is told as moved or, when it is too short for
   * that, as removed and added.
   */
  get price(): number {
    return (this.#price ??= (isEnoughToMove(this.text) ? 1 : 3) * this.text.length + 1);
  }

  get tokens(): readonly Token[] {
    return (this.#tokens ??= tokenise(this.plain));
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

/** The most readings that are kept: those of a notice with many versions. */
const MOST = 10_000;
const readings = new Map<string, Reading>();

/**
 * The reading of a line.
 *
 * @param text what is compared, where that is not made of the line as written
 */
export function readingOf(plain: string, text: string = comparable(plain)): Reading {
  const known = readings.get(plain);
  if (known?.text === text) return known;
  if (readings.size >= MOST) readings.clear();
  const reading = new Reading(plain, text);
  readings.set(plain, reading);
  return reading;
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
