/**
 * What comparing asks of a line again and again: its words, in order and without. All of it
 * depends on the line alone, and most lines stand in many versions: each is read once, and only
 * as far as it is asked for. What is equal in two versions is never cut into words.
 */
import type { Inline } from '../document/model.ts';
import { plainOf } from './inline.ts';
import { comparable, countWords, IS_SIGN, numbering, tokenise, type Tokens } from './tokens.ts';

/** The words of a line without order: each once, as its key and how much of it there is. */
export interface Bag {
  words: Int32Array;
  total: number;
}

export class Reading {
  /** The line as it is set. */
  readonly content: Inline[];
  /** Its string, in which its words have their places. */
  readonly plain: string;
  /** What is compared: regular white space, no invisible signs. */
  readonly text: string;
  /**
   * What it costs to leave it out of its order: it is told as moved or, when it is too short for
   * that, as removed and added.
   */
  readonly price: number;
  #lower: string | undefined;
  #numbering: object | undefined;
  #tokens: Tokens | undefined;
  #bag: Bag | undefined;
  #turns: Float64Array | undefined;

  constructor(content: Inline[], plain: string, text: string) {
    this.content = content;
    this.plain = plain;
    this.text = text;
    this.price = (isEnoughToMove(text) ? 1 : 3) * text.length + 1;
  }

  /** Its text without regard to capitals: a sentence becomes an item with another. */
  get lower(): string {
    return (this.#lower ??= this.text.toLowerCase());
  }

  get tokens(): Tokens {
    if (this.#tokens && this.#numbering === numbering()) return this.#tokens;
    this.#numbering = numbering();
    this.#bag = this.#turns = undefined;
    return (this.#tokens = tokenise(this.plain));
  }

  get bag(): Bag {
    const { tokens } = this;
    return (this.#bag ??= bagOf(tokens));
  }

  /** Its pairs of neighbouring words, by which copied text is known: each once, sorted. */
  get turns(): Float64Array {
    const { tokens } = this;
    return (this.#turns ??= turnsOf(tokens));
  }
}

/** Readings by their lines. */
const readings = new Map<string, Reading>();
/** The most lines that are known at a time: those of some dozens of notices. */
const MOST = 20_000;

/** The reading of a line: the same for all lines that are set in the same way. */
export function readingOf(content: Inline[]): Reading {
  const key = JSON.stringify(content);
  const known = readings.get(key);
  if (known) return known;
  if (readings.size >= MOST) readings.clear();
  const plain = plainOf(content);
  const reading = new Reading(content, plain, comparable(plain));
  readings.set(key, reading);
  return reading;
}

function bagOf(tokens: Tokens): Bag {
  const places = new Map<number, number>();
  const words: number[] = [];
  let total = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens.kind(at) >= IS_SIGN) continue;
    const key = tokens.key(at);
    const weight = tokens.weight(at);
    const place = places.get(key);
    total += weight;
    if (place === undefined) places.set(key, words.push(key, weight) - 1);
    else words[place] = (words[place] ?? 0) + weight;
  }
  return { words: Int32Array.from(words), total };
}

function turnsOf(tokens: Tokens): Float64Array {
  const turns = new Set<number>();
  let last: number | undefined;
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens.kind(at) >= IS_SIGN) continue;
    const key = tokens.key(at);
    // Two keys in one number: there are never so many words at a time that pairs could be mixed up.
    if (last !== undefined) turns.add(last * 2_097_152 + key);
    last = key;
  }
  return Float64Array.from(turns).sort();
}

/** The least that a text found elsewhere must have to be told as moved. */
const MOVED_WORDS = 6;
const MOVED_CHARACTERS = 32;

/** Whether there is enough text for its turning up elsewhere to be no accident. */
export const isEnoughToMove = (text: string): boolean =>
  text.length >= MOVED_CHARACTERS &&
  (text.length > 8 * MOVED_CHARACTERS || countWords(text) >= MOVED_WORDS);
