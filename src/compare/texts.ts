/** Leaves as texts to be matched: what each is in the other version, and how alike two are. */
import type { Pair } from './chain.ts';
import type { Leaf } from './leaves.ts';
import type { Reading } from './reading.ts';

/** Texts of both versions that are the same text: one and one, or one and several. */
export interface Match {
  before: Text[];
  after: Text[];
}

/** What all texts of one comparison have in common. */
export interface Context {
  /** Links to sections of the version before, and the links to what these are now. */
  readonly links: Map<string, string>;
  /** Whether so much was written anew that rewritten lines are read whole. */
  isRewrite: boolean;
}

/** A leaf in one comparison. */
export interface Text {
  readonly leaf: Leaf;
  readonly reading: Reading;
  /** Its number among the texts of its version. */
  readonly place: number;
  readonly context: Context;
  /** What it is in the other version, as far as it is known. */
  match: Match | undefined;
  /** The heading it stands under. */
  heading: Text | undefined;
  /** For a heading, how much text stands under it. */
  size: number;
  readonly isHeading: boolean;
  /** How much there is to read. A rule and an empty cell have nothing. */
  readonly length: number;
}

/** Leaves as texts, each under its heading. */
export function textsOf(leaves: readonly Leaf[], context: Context): Text[] {
  let heading: Text | undefined;
  return leaves.map((leaf, place) => {
    const { reading, text: words, kind } = leaf;
    const text: Text = {
      leaf,
      reading,
      place,
      context,
      match: undefined,
      heading,
      size: 0,
      isHeading: kind === 'heading',
      length: words.length,
    };
    if (text.isHeading) heading = text.heading = text;
    else if (heading) heading.size += text.length + 1;
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

/** Whether the words of a part are found in a whole, in the part's order. */
export function holds({ reading: whole }: Text, { reading: part }: Text): boolean {
  if (part.text.length >= 4 && whole.lower.includes(part.lower)) return true;
  const { turns } = part;
  if (turns.length < 4) return false;
  const others = whole.turns;
  const least = 0.7 * turns.length;
  let shared = 0;
  let other = 0;
  for (let at = 0; at < turns.length && shared + turns.length - at >= least; at += 1) {
    const turn = turns[at] ?? 0;
    while ((others[other] ?? Infinity) < turn) other += 1;
    if (others[other] === turn) shared += 1;
  }
  return shared >= least;
}
