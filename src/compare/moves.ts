/** Which matches stand in their order, and which stretches were moved. */
import { heaviestChain, movedRuns, pairsBeside } from './chain.ts';
import { isEnoughToMove } from './reading.ts';
import { shareOf } from './similar.ts';
import { pairOf, type Match, type Text, type TextPair } from './texts.ts';

/** Places from one up to another, on one side. */
export interface Stretch {
  from: number;
  to: number;
}

/** A stretch of both versions: the whole document, or what was moved from one place to another. */
export interface Flow {
  before: Stretch;
  after: Stretch;
  /** The matches in their order. */
  matches: Match[];
  /** For what was moved, the key that links both ends. */
  key: string;
}

export interface Ordering {
  whole: Flow;
  moves: Flow[];
}

/**
 * Tells what was moved from what stands in its order: the heaviest text that can be read in one
 * order stays, and the rest is moved around it, section by section where whole sections were.
 * A match that is moved and too short to be one text for sure is no match.
 */
export function findMoves(
  matches: readonly Match[],
  before: readonly Text[],
  after: readonly Text[],
  nextKey: () => string,
): Ordering {
  const finder = new Finder(before, after);
  const whole = finder.order(
    matches.flatMap((match) => {
      const [[old], [text]] = [match.before, match.after];
      const price = match.before.reduce((sum, part) => sum + part.reading.price, 0);
      return old && text ? [pairOf(old, text, price)] : [];
    }),
    { before: { from: 0, to: before.length }, after: { from: 0, to: after.length } },
  );
  const moves = finder.moves.sort((p, q) => p.after.from - q.after.from);
  for (const move of moves) move.key = nextKey();
  return { whole, moves };
}

type Bounds = Pick<Flow, 'before' | 'after'>;
const VERSIONS = ['before', 'after'] as const;
type Side = (typeof VERSIONS)[number];

class Finder {
  readonly moves: Flow[] = [];
  readonly #before: readonly Text[];
  readonly #after: readonly Text[];
  /** The places of texts that are matched within moves. */
  readonly #matched = new Places();
  /** Where moves begin and end. */
  readonly #edges = new Places();

  constructor(before: readonly Text[], after: readonly Text[]) {
    this.#before = before;
    this.#after = after;
  }

  /** Orders the matches of a stretch; what is moved within it becomes moves of their own. */
  order(pairs: readonly TextPair[], bounds: Bounds): Flow {
    const spine = heaviestChain(pairs);
    const moved = pairsBeside(spine, pairs);
    const rest = moved.length > 0 ? this.#takeSections(moved, spine, bounds) : [];
    // A stretch does not reach over the edge of a moved section, nor over a text of one.
    const joins = (p: TextPair, q: TextPair): boolean =>
      VERSIONS.every((side) => {
        const between = { from: p[side] + 1, to: q[side] + 1 };
        return !this.#edges.meet(side, between) && !this.#matched.meet(side, between);
      });
    for (const run of movedRuns(rest, spine, joins)) this.#take(run);
    return { ...bounds, matches: matchesOf(spine), key: '' };
  }

  #add(move: Flow): void {
    this.moves.push(move);
    for (const side of VERSIONS) {
      this.#edges.add(side, [move[side].from, move[side].to]);
      for (const match of move.matches) {
        this.#matched.add(
          side,
          match[side].map(({ place }) => place),
        );
      }
    }
  }

  /** Takes whole sections that were moved; what is matched within them is ordered in turn. */
  #takeSections(
    moved: readonly TextPair[],
    spine: readonly TextPair[],
    bounds: Bounds,
  ): readonly TextPair[] {
    let left = moved;
    const corners: Pick<TextPair, 'before' | 'after'>[] = [...spine];
    for (const heading of moved.toSorted((p, q) => p.after - q.after)) {
      if (!heading.old.isHeading || !left.includes(heading)) continue;
      for (const isDeep of [true, false]) {
        const stretch = {
          before: sectionAt(this.#before, heading.before, isDeep, bounds.before.to),
          after: sectionAt(this.#after, heading.after, isDeep, bounds.after.to),
        };
        const inside = left.filter((pair) => VERSIONS.every((side) => isIn(pair, stretch, side)));
        const weight = inside.reduce((sum, pair) => sum + pair.weight, 0);
        const meets = VERSIONS.some(
          (side) =>
            corners.some((pair) => isIn(pair, stretch, side)) ||
            this.#matched.meet(side, stretch[side]),
        );
        if (meets || (inside.length < 2 && weight < 40)) continue;
        const { before, after } = stretch;
        corners.push(
          { before: before.from, after: after.from },
          { before: before.to - 1, after: after.to - 1 },
        );
        left = left.filter((pair) => !inside.includes(pair));
        this.#add(this.order(inside, stretch));
        break;
      }
    }
    return left;
  }

  #take(run: readonly TextPair[]): void {
    const matches = matchesOf(run);
    const texts = {
      before: matches.flatMap(({ before }) => before),
      after: matches.flatMap(({ after }) => after),
    };
    if (!isEnoughToMove(texts.before.map(({ leaf }) => leaf.text).join(' '))) return;
    // What was mostly written anew did not move: it went, and something else came.
    const kept = run.reduce((sum, { old, text }) => sum + shareOf(old, text) * old.length, 0);
    if (kept < 0.5 * run.reduce((sum, { old }) => sum + old.length, 0)) return;
    const stretchOf = (parts: readonly Text[]): Stretch => ({
      from: parts[0]?.place ?? 0,
      to: (parts.at(-1)?.place ?? 0) + 1,
    });
    const before = stretchOf(texts.before);
    const after = stretchOf(texts.after);
    this.#add({ before, after, matches, key: '' });
  }
}

const matchesOf = (pairs: readonly TextPair[]): Match[] =>
  pairs.flatMap(({ old }) => old.match ?? []);

/** Places in each version. */
class Places {
  readonly #known = { before: new Set<number>(), after: new Set<number>() };

  add(side: Side, places: readonly number[]): void {
    for (const place of places) this.#known[side].add(place);
  }

  /** Whether one of the places is in a stretch. */
  meet(side: Side, { from, to }: Stretch): boolean {
    const known = this.#known[side];
    if (known.size === 0) return false;
    for (let place = from; place < to; place += 1) if (known.has(place)) return true;
    return false;
  }
}

/** A section from its heading on, with the sections within it or without them. */
function sectionAt(texts: readonly Text[], from: number, isDeep: boolean, limit: number): Stretch {
  const levelAt = (place: number): number => texts[place]?.leaf.section?.level ?? 1;
  let to = from + 1;
  while (to < limit && !(texts[to]?.isHeading && (!isDeep || levelAt(to) <= levelAt(from)))) {
    to += 1;
  }
  return { from, to };
}

const isIn = (pair: Pick<TextPair, 'before' | 'after'>, bounds: Bounds, side: Side): boolean =>
  bounds[side].from <= pair[side] && pair[side] < bounds[side].to;
