/**
 * Which leaf of one version is which of the other. Text that stands word for word in both is
 * found first, then text that was edited where it stood, then text that was edited and moved,
 * and last what was split in two or merged.
 */
import { heaviestChain, movedRuns, type Pair } from './chain.ts';
import { mayMatch, similarPairs } from './similar.ts';
import { countWords, holds, type Text } from './texts.ts';

/** Leaves of both versions that are the same text: one and one, or one and several. */
export interface Match {
  before: number[];
  after: number[];
}

/** The least that a text found elsewhere must have to be told as moved. */
const MOVED_WORDS = 6;
const MOVED_CHARACTERS = 32;

export function matchTexts(before: readonly Text[], after: readonly Text[]): Match[] {
  const matching = new Matching(before, after);
  matching.pairEqual();
  matching.fillEqual();
  matching.fillSimilar(0.6);
  matching.joinParts();
  matching.pairMoved(0.6);
  matching.pairHeadings();
  matching.fillEqual();
  matching.fillSimilar(0.28);
  matching.fillPlaces();
  matching.pairHeadings();
  matching.joinParts();
  return matching.matches();
}

/** Whether there is enough text for its turning up elsewhere to be no accident. */
export const isEnoughToMove = (text: string): boolean =>
  text.length >= MOVED_CHARACTERS && countWords(text) >= MOVED_WORDS;

/** The stretch between two neighbouring matches: what is not matched in it, on both sides. */
interface Gap {
  before: number[];
  after: number[];
  /** The matches at its ends. */
  left: readonly [before: number, after: number];
  right: readonly [before: number, after: number];
}

class Matching {
  readonly #before: readonly Text[];
  readonly #after: readonly Text[];
  /** For each leaf the one it is matched with on the other side, or -1. */
  readonly #toAfter: Int32Array;
  readonly #toBefore: Int32Array;
  /** Matches of one with several, by the leaf before under which their pair is known. */
  readonly #joined = new Map<number, Match>();

  constructor(before: readonly Text[], after: readonly Text[]) {
    this.#before = before;
    this.#after = after;
    this.#toAfter = new Int32Array(before.length).fill(-1);
    this.#toBefore = new Int32Array(after.length).fill(-1);
  }

  /** Matches two leaves that are free. Gaps may overlap: what is free may have been taken since. */
  #match(before: number, after: number): void {
    if (!this.#isFree(before, after)) return;
    this.#toAfter[before] = after;
    this.#toBefore[after] = before;
  }

  #isFree(before: number, after: number): boolean {
    return this.#toAfter[before] === -1 && this.#toBefore[after] === -1;
  }

  #pairs(): Pair[] {
    const pairs: Pair[] = [];
    this.#toAfter.forEach((after, before) => {
      if (after < 0) return;
      pairs.push({ before, after, weight: (this.#before[before]?.leaf.text.length ?? 0) + 1 });
    });
    return pairs;
  }

  /** Matches text that stands once in each version, headings with headings before others. */
  pairEqual(): void {
    for (const keyOf of [withSort, (text: Text) => text.leaf.text]) {
      const inAfter = placesOf(this.#after, keyOf, this.#toBefore);
      const pairs: Pair[] = [];
      for (const [key, [place, again]] of placesOf(this.#before, keyOf, this.#toAfter)) {
        const [there, thereAgain] = inAfter.get(key) ?? [];
        if (again !== undefined || there === undefined || thereAgain !== undefined) continue;
        pairs.push({ before: place, after: there, weight: key.length });
      }
      for (const { before, after } of pairs) this.#match(before, after);
      this.#dropShortMoves();
    }
  }

  /** Forgets short texts found out of order: "Name" stands in many lists. */
  #dropShortMoves(): void {
    const pairs = this.#pairs();
    const inOrder = new Set(heaviestChain(pairs));
    for (const pair of pairs) {
      if (inOrder.has(pair)) continue;
      const text = this.#before[pair.before];
      if (!text || text.isHeading || isEnoughToMove(text.leaf.text)) continue;
      this.#toAfter[pair.before] = -1;
      this.#toBefore[pair.after] = -1;
    }
  }

  /** Matches equal text between neighbouring matches, however often it stands elsewhere. */
  fillEqual(): void {
    for (const gap of this.#gaps()) {
      const pairs = equalPairs(gap, this.#before, this.#after);
      for (const { before, after } of heaviestChain(pairs)) this.#match(before, after);
    }
  }

  fillSimilar(least: number): void {
    for (const gap of this.#gaps()) {
      const pairs = similarPairs(
        gap.before.map((place) => [place, this.#textBefore(place)] as const),
        gap.after.map((place) => [place, this.#textAfter(place)] as const),
        least,
      );
      for (const { before, after } of heaviestChain(pairs)) this.#match(before, after);
    }
  }

  /** Matches what is alone in its place on both sides, when it is of the same sort and short. */
  fillPlaces(): void {
    for (const gap of this.#gaps()) {
      const [before, moreBefore] = gap.before;
      const [after, moreAfter] = gap.after;
      if (before === undefined || after === undefined) continue;
      if (moreBefore !== undefined || moreAfter !== undefined) continue;
      const [old, text] = [this.#textBefore(before), this.#textAfter(after)];
      const isShort = Math.max(old.leaf.text.length, text.leaf.text.length) <= 60;
      if (isShort && mayMatch(old, text) && sortOf(old) === sortOf(text)) {
        this.#match(before, after);
      }
    }
  }

  /** Matches longer texts that were edited and stand elsewhere. */
  pairMoved(least: number): void {
    const isLong = (text: Text | undefined): text is Text =>
      text !== undefined && text.leaf.kind !== 'heading' && countWords(text.leaf.text) >= 12;
    const free = (texts: readonly Text[], partners: Int32Array) =>
      texts
        .map((text, place) => [place, text] as const)
        .filter(([place, text]) => partners[place] === -1 && isLong(text));
    const pairs = similarPairs(
      free(this.#before, this.#toAfter),
      free(this.#after, this.#toBefore),
      least,
    );
    for (const { before, after } of pairs.toSorted((p, q) => q.weight - p.weight)) {
      this.#match(before, after);
    }
  }

  /** Matches the headings of sections whose text is matched, or whose anchor is the same. */
  pairHeadings(): void {
    const headings = (texts: readonly Text[], partners: Int32Array) =>
      texts
        .map((text, place) => [place, text] as const)
        .filter(([place, text]) => partners[place] === -1 && text.isHeading);
    const alike = similarPairs(
      headings(this.#before, this.#toAfter),
      headings(this.#after, this.#toBefore),
      0.8,
    );
    for (const { before, after } of alike.toSorted((p, q) => q.weight - p.weight)) {
      this.#match(before, after);
    }
    const votes = new Map<number, Map<number, number>>();
    const headingsBefore = headingsOf(this.#before);
    const headingsAfter = headingsOf(this.#after);
    for (const { before, after, weight } of this.#pairs()) {
      const from = headingsBefore[before] ?? -1;
      const to = headingsAfter[after] ?? -1;
      if (from < 0 || to < 0 || from === before) continue;
      const row = votes.get(from) ?? new Map<number, number>();
      row.set(to, (row.get(to) ?? 0) + weight);
      votes.set(from, row);
    }
    const sizesBefore = sizesOf(this.#before, headingsBefore);
    const sizesAfter = sizesOf(this.#after, headingsAfter);
    const candidates = [...votes].flatMap(([before, row]) =>
      [...row].map(([after, weight]) => ({ before, after, weight })),
    );
    for (const { before, after, weight } of candidates.toSorted((p, q) => q.weight - p.weight)) {
      const smaller = Math.min(sizesBefore.get(before) ?? 0, sizesAfter.get(after) ?? 0);
      if (weight >= 0.3 * smaller) this.#match(before, after);
    }
    this.#pairAnchors();
  }

  #pairAnchors(): void {
    const places = new Map<string, number>();
    this.#after.forEach(({ leaf, isHeading }, place) => {
      if (isHeading && leaf.section) places.set(leaf.section.anchor, place);
    });
    this.#before.forEach(({ leaf, isHeading }, place) => {
      const there = isHeading && leaf.section ? places.get(leaf.section.anchor) : undefined;
      if (there !== undefined) this.#match(place, there);
    });
  }

  matches(): Match[] {
    return this.#pairs().map(
      ({ before, after }) => this.#joined.get(before) ?? { before: [before], after: [after] },
    );
  }

  /** Joins parts of split and merged text to the whole they came of. */
  joinParts(): void {
    for (const gap of this.#gaps()) this.#joinIn(gap);
  }

  /** Looks, within a gap, for wholes and the parts that stand beside each other. */
  #joinIn(gap: Gap): void {
    const matchOf = (before: number, after: number): Match => {
      const first = this.#joined.get(before) ?? { before: [before], after: [after] };
      this.#joined.set(before, first);
      return first;
    };
    const free = {
      before: gap.before.filter((place) => this.#toAfter[place] === -1),
      after: gap.after.filter((place) => this.#toBefore[place] === -1),
    };
    for (const [[before, after], step] of [
      [gap.left, 1],
      [gap.right, -1],
    ] as const) {
      const [old, text] = [this.#before[before], this.#after[after]];
      if (!old || !text || old.leaf.text === text.leaf.text || !isProse(old) || !isProse(text)) {
        continue;
      }
      const alone = (match: Match | undefined, side: 'before' | 'after') =>
        !match || match[side === 'before' ? 'after' : 'before'].length === 1;
      const taken = (side: 'before' | 'after', from: number, whole: Text, other: Text): void => {
        const texts = side === 'after' ? this.#after : this.#before;
        const places = free[side];
        for (let place = from + step; ; place += step) {
          const index = step === 1 ? 0 : places.length - 1;
          const part = texts[place];
          if (places[index] !== place || !part || !isProse(part) || !holds(whole, part)) return;
          if (holds(other, part) && other.leaf.text.length >= part.leaf.text.length) return;
          const match = matchOf(before, after);
          if (!alone(match, side)) return;
          if (step === 1) match[side].push(place);
          else match[side].unshift(place);
          places.splice(index, 1);
          this.#claim(side, place);
        }
      };
      taken('after', after, old, text);
      taken('before', before, text, old);
    }
    this.#joinWholes(free, 'before');
    this.#joinWholes(free, 'after');
  }

  /** Takes a part out of what is free; it is no pair of its own. */
  #claim(side: 'before' | 'after', place: number): void {
    (side === 'before' ? this.#toAfter : this.#toBefore)[place] = -2;
  }

  /** Finds wholes of which nothing was matched, and all their parts in the same gap. */
  #joinWholes(free: { before: number[]; after: number[] }, side: 'before' | 'after'): void {
    const other = side === 'before' ? 'after' : 'before';
    const [wholes, texts] =
      side === 'before' ? [this.#before, this.#after] : [this.#after, this.#before];
    for (const place of [...free[side]]) {
      const whole = wholes[place];
      if (!whole || !isProse(whole) || countWords(whole.leaf.text) < 6) continue;
      const run = longestRun(free[other], texts, whole);
      if (run.length === 0) continue;
      const match: Match =
        side === 'before' ? { before: [place], after: run } : { before: run, after: [place] };
      const [before, after] = [match.before[0], match.after[0]];
      if (before === undefined || after === undefined) continue;
      this.#match(before, after);
      this.#joined.set(before, match);
      for (const each of match.before.slice(1)) this.#claim('before', each);
      for (const each of match.after.slice(1)) this.#claim('after', each);
      free[side] = free[side].filter((each) => each !== place);
      free[other] = free[other].filter((each) => !run.includes(each));
    }
  }

  /**
   * The gaps of every sequence of matches: that of the text in its order, which reaches from
   * the first leaf to the last, and those of moved stretches.
   */
  #gaps(): Gap[] {
    const pairs = this.#pairs();
    const spine = heaviestChain(pairs);
    const inOrder = new Set(spine);
    const ends = { before: this.#before.length, after: this.#after.length, weight: 0 };
    const gaps = this.#gapsBetween([{ before: -1, after: -1, weight: 0 }, ...spine, ends]);
    const moved = pairs.filter((pair) => !inOrder.has(pair));
    for (const run of movedRuns(moved, spine)) {
      gaps.push(...this.#gapsBetween(this.#toSectionEnd(run)));
    }
    return gaps;
  }

  #gapsBetween(sequence: readonly Pair[]): Gap[] {
    return sequence.slice(1).flatMap((right, index): Gap[] => {
      const left = sequence[index];
      if (!left) return [];
      const before = this.#freeBetween(this.#toAfter, left.before, right.before);
      const after = this.#freeBetween(this.#toBefore, left.after, right.after);
      if (before.length === 0 && after.length === 0) return [];
      const ends = {
        left: [left.before, left.after],
        right: [right.before, right.after],
      } as const;
      return [{ before, after, ...ends }];
    });
  }

  #freeBetween(partners: Int32Array, from: number, to: number): number[] {
    const free: number[] = [];
    for (let place = from + 1; place < to; place += 1) {
      if (partners[place] === -1) free.push(place);
    }
    return free;
  }

  /** A moved stretch that has its heading reaches to the end of its section. */
  #toSectionEnd(run: readonly Pair[]): Pair[] {
    const last = run.at(-1);
    if (!last) return [];
    const endOf = (texts: readonly Text[], place: number): number => {
      const { section } = texts[place]?.leaf ?? {};
      let end = place + 1;
      while (end < texts.length && texts[end]?.leaf.section === section) end += 1;
      return end;
    };
    const hasHeading = run.some(
      ({ before }) =>
        this.#before[before]?.isHeading &&
        this.#before[before]?.leaf.section === this.#before[last.before]?.leaf.section,
    );
    if (!hasHeading) return [...run];
    const before = endOf(this.#before, last.before);
    const after = endOf(this.#after, last.after);
    return [...run, { before, after, weight: 0 }];
  }

  #textBefore(place: number): Text {
    return at(this.#before, place);
  }

  #textAfter(place: number): Text {
    return at(this.#after, place);
  }
}

function at(texts: readonly Text[], place: number): Text {
  const text = texts[place];
  if (!text) throw new RangeError(`no text at ${place}`);
  return text;
}

const withSort = (text: Text): string => (text.isHeading ? `#${text.leaf.text}` : text.leaf.text);

/** What a text stands in directly: an item is not a cell. */
const sortOf = ({ leaf }: Text): string => `${leaf.kind} ${leaf.holder.source.type}`;

const isProse = ({ leaf }: Text): boolean =>
  leaf.text !== '' && leaf.kind !== 'heading' && leaf.kind !== 'table';

/** Where each free text stands: its first place and, if there is one, its second. */
function placesOf(
  texts: readonly Text[],
  keyOf: (text: Text) => string,
  partners: Int32Array,
): Map<string, [number, number?]> {
  const places = new Map<string, [number, number?]>();
  texts.forEach((text, place) => {
    if (!text.hasWords || partners[place] !== -1) return;
    const key = keyOf(text);
    const known = places.get(key);
    if (known) known[1] ??= place;
    else places.set(key, [place]);
  });
  return places;
}

/** Pairs of equal text within a gap; of text that stands there often, those of equal count. */
function equalPairs(gap: Gap, before: readonly Text[], after: readonly Text[]): Pair[] {
  const pairs: Pair[] = [];
  const group = (places: readonly number[], texts: readonly Text[]) =>
    Map.groupBy(
      places.filter((place) => texts[place]?.hasWords),
      (place) => withSort(at(texts, place)),
    );
  const inAfter = group(gap.after, after);
  for (const [key, places] of group(gap.before, before)) {
    const there = inAfter.get(key) ?? [];
    const weight = key.length + 1;
    if (places.length * there.length <= 64) {
      for (const place of places) {
        for (const other of there) pairs.push({ before: place, after: other, weight });
      }
    } else {
      const shorter = Math.min(places.length, there.length);
      for (let count = 0; count < shorter; count += 1) {
        for (const [p, q] of [
          [places[count], there[count]],
          [places.at(-1 - count), there.at(-1 - count)],
        ]) {
          if (p !== undefined && q !== undefined) pairs.push({ before: p, after: q, weight });
        }
      }
    }
  }
  return pairs;
}

/** For each leaf the place of the heading it stands under, or -1. */
function headingsOf(texts: readonly Text[]): number[] {
  let heading = -1;
  return texts.map((text, place) => {
    if (text.isHeading) heading = place;
    return heading;
  });
}

function sizesOf(texts: readonly Text[], headings: readonly number[]): Map<number, number> {
  const sizes = new Map<number, number>();
  texts.forEach(({ leaf, isHeading }, place) => {
    const heading = headings[place] ?? -1;
    if (!isHeading) sizes.set(heading, (sizes.get(heading) ?? 0) + leaf.text.length + 1);
  });
  return sizes;
}

/**
 * The places that follow each other and hold the most of a whole: at least three tenths of it.
 * Among the parts there may be a line or two that is new.
 */
function longestRun(places: readonly number[], texts: readonly Text[], whole: Text): number[] {
  let best: number[] = [];
  let most = 0.3 * whole.leaf.text.length;
  let run: number[] = [];
  let length = 0;
  let last = -1;
  for (const place of places) {
    const part = at(texts, place);
    const isBroken = run.length > 0 && (place !== (run.at(-1) ?? 0) + 1 || place - last > 3);
    if (isBroken || !isProse(part)) {
      run = [];
      length = 0;
    }
    const isPart = isProse(part) && holds(whole, part);
    if (!isPart && run.length === 0) continue;
    run.push(place);
    if (!isPart) continue;
    last = place;
    length += part.leaf.text.length;
    if (length >= most) {
      most = length;
      best = [...run];
    }
  }
  return best;
}
