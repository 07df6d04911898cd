/** Which matches stand in their order, and which stretches were moved. */
import { heaviestChain, movedRuns } from './chain.ts';
import { isEnoughToMove, type Match } from './match.ts';
import type { Text } from './texts.ts';

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
  key?: string;
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
  const whole = finder.order(matches, {
    before: { from: 0, to: before.length },
    after: { from: 0, to: after.length },
  });
  const moves = finder.moves.toSorted((p, q) => p.after.from - q.after.from);
  for (const move of moves) move.key = nextKey();
  return { whole, moves };
}

interface Weighed {
  match: Match;
  before: number;
  after: number;
  weight: number;
}

class Finder {
  readonly moves: Flow[] = [];
  readonly #before: readonly Text[];
  readonly #after: readonly Text[];

  constructor(before: readonly Text[], after: readonly Text[]) {
    this.#before = before;
    this.#after = after;
  }

  #weigh(match: Match): Weighed {
    const length = match.before.reduce(
      (sum, place) => sum + (this.#before[place]?.leaf.text.length ?? 0) + 1,
      0,
    );
    return { match, before: match.before[0] ?? 0, after: match.after[0] ?? 0, weight: length };
  }

  /** Orders the matches of a stretch; what is moved within it becomes moves of their own. */
  order(matches: readonly Match[], { before, after }: Pick<Flow, 'before' | 'after'>): Flow {
    const weighed = matches.map((match) => this.#weigh(match));
    const spine = heaviestChain(weighed);
    const inOrder = new Set(spine);
    let rest = weighed.filter((pair) => !inOrder.has(pair));
    if (rest.length > 0) rest = this.#takeSections(rest, spine, { before, after });
    for (const run of this.#runsOf(rest, spine)) this.#take(run);
    return { before, after, matches: spine.map(({ match }) => match) };
  }

  /** Takes whole sections that were moved; what is matched within them is ordered in turn. */
  #takeSections(
    rest: readonly Weighed[],
    spine: readonly Weighed[],
    within: Pick<Flow, 'before' | 'after'>,
  ): Weighed[] {
    let left = [...rest];
    const headings = rest.filter(({ before }) => this.#before[before]?.isHeading);
    const taken: Pick<Flow, 'before' | 'after'>[] = [];
    for (const heading of headings.toSorted((p, q) => p.after - q.after)) {
      if (!left.includes(heading)) continue;
      for (const deep of [true, false]) {
        const stretch = {
          before: this.#sectionAt(this.#before, heading.before, deep, within.before.to),
          after: this.#sectionAt(this.#after, heading.after, deep, within.after.to),
        };
        const meets = [...spine, ...taken.map(cornersOf).flat()].some(
          ({ before, after }) => isIn(before, stretch.before) || isIn(after, stretch.after),
        );
        const inside = left.filter(
          ({ before, after }) => isIn(before, stretch.before) && isIn(after, stretch.after),
        );
        const weight = inside.reduce((sum, pair) => sum + pair.weight, 0);
        if (meets || (inside.length < 2 && weight < 40)) continue;
        taken.push(stretch);
        const members = new Set(inside);
        left = left.filter((pair) => !members.has(pair));
        const flow = this.order(
          inside.map(({ match }) => match),
          stretch,
        );
        this.moves.push(flow);
        break;
      }
    }
    return left.filter(
      (pair) =>
        !taken.some(
          (stretch) =>
            // One end within a moved section: a move out of it, or into it.
            isIn(pair.before, stretch.before) && isIn(pair.after, stretch.after),
        ),
    );
  }

  #sectionAt(texts: readonly Text[], place: number, deep: boolean, limit: number): Stretch {
    const level = texts[place]?.leaf.section?.level ?? 1;
    let to = place + 1;
    while (to < limit) {
      const text = texts[to];
      if (text?.isHeading && (!deep || (text.leaf.section?.level ?? 1) <= level)) break;
      to += 1;
    }
    return { from: place, to };
  }

  /** Stretches of moved text: neighbours on both sides, with nothing matched between them. */
  #runsOf(rest: readonly Weighed[], spine: readonly Weighed[]): Weighed[][] {
    const edges = { before: new Set<number>(), after: new Set<number>() };
    for (const { before, after } of this.moves) {
      edges.before.add(before.from).add(before.to);
      edges.after.add(after.from).add(after.to);
    }
    return movedRuns(rest, spine, (p, q) => {
      const cuts = (side: 'before' | 'after'): boolean => {
        for (let place = p[side] + 1; place <= q[side]; place += 1) {
          if (edges[side].has(place)) return true;
        }
        return false;
      };
      return !cuts('before') && !cuts('after');
    });
  }

  #take(run: readonly Weighed[]): void {
    const text = run
      .flatMap(({ match }) => match.before.map((place) => this.#before[place]?.leaf.text ?? ''))
      .join(' ');
    const first = run[0]?.match;
    const last = run.at(-1)?.match;
    if (!first || !last || !isEnoughToMove(text)) return;
    this.moves.push({
      before: { from: first.before[0] ?? 0, to: (last.before.at(-1) ?? 0) + 1 },
      after: { from: first.after[0] ?? 0, to: (last.after.at(-1) ?? 0) + 1 },
      matches: run.map(({ match }) => match),
    });
  }
}

const isIn = (place: number, { from, to }: Stretch): boolean => from <= place && place < to;

/** The ends of a stretch, as places that another stretch must not hold. */
const cornersOf = ({ before, after }: Pick<Flow, 'before' | 'after'>) => [
  { before: before.from, after: after.from },
  { before: before.to - 1, after: after.to - 1 },
];
