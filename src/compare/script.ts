/** The order in which the redline tells both versions. */
import type { Match } from './match.ts';
import type { Flow, Ordering, Stretch } from './moves.ts';
import type { Text } from './texts.ts';

/** What comes next, and the keys of the moves it is within, the outermost first. */
export type Step = { moves: readonly string[] } & (
  | { type: 'match'; match: Match }
  | { type: 'before'; place: number }
  | { type: 'after'; place: number }
  | { type: 'gone'; place: number; move: string }
);

/**
 * Both versions step by step: read without what only the one has, the steps are in the order of
 * the other. Moved stretches come at their new place, and at their old one what tells of it.
 */
export function stepsOf(
  { whole, moves }: Ordering,
  before: readonly Text[],
  after: readonly Text[],
): Step[] {
  const script = new Script(moves, { before, after });
  script.write(whole, []);
  return script.steps;
}

type Version = 'before' | 'after';

/** A leaf, or the stretch of leaves that was moved and begins with it. */
interface Piece {
  place: number;
  move?: Flow;
}

class Script {
  readonly steps: Step[] = [];
  readonly #texts: Record<Version, readonly Text[]>;
  readonly #starts: Record<Version, Map<number, Flow[]>>;

  constructor(moves: readonly Flow[], texts: Record<Version, readonly Text[]>) {
    this.#texts = texts;
    this.#starts = {
      before: Map.groupBy(moves, (move) => move.before.from),
      after: Map.groupBy(moves, (move) => move.after.from),
    };
  }

  write(flow: Flow, moves: readonly string[]): void {
    let [b, a] = [flow.before.from, flow.after.from];
    for (const match of flow.matches) {
      const [nextB, nextA] = [match.before[0] ?? b, match.after[0] ?? a];
      this.#writeGap(flow, { from: b, to: nextB }, { from: a, to: nextA }, moves);
      this.steps.push({ type: 'match', match, moves });
      b = (match.before.at(-1) ?? b) + 1;
      a = (match.after.at(-1) ?? a) + 1;
    }
    this.#writeGap(flow, { from: b, to: flow.before.to }, { from: a, to: flow.after.to }, moves);
  }

  /**
   * What stands between two matches. The rest of the section comes first, of both versions, and
   * then the sections that were removed and those that were added: so everything stays under
   * its own heading.
   */
  #writeGap(flow: Flow, before: Stretch, after: Stretch, moves: readonly string[]): void {
    const [restBefore, sectionsBefore] = this.#piecesIn(flow, before, 'before');
    const [restAfter, sectionsAfter] = this.#piecesIn(flow, after, 'after');
    for (const pieces of [restBefore, restAfter, sectionsBefore, sectionsAfter]) {
      const isOld = pieces === restBefore || pieces === sectionsBefore;
      for (const piece of pieces) {
        if (isOld) this.#writeOld(piece, moves);
        else this.#writeNew(piece, moves);
      }
    }
  }

  /** The pieces of a stretch: those up to its first heading, and those from there on. */
  #piecesIn(flow: Flow, { from, to }: Stretch, version: Version): [Piece[], Piece[]] {
    const pieces: Piece[] = [];
    for (let place = from; place < to; place += 1) {
      const move = this.#moveAt(flow, place, version);
      pieces.push({ place, ...(move && { move }) });
      if (move) place = move[version].to - 1;
    }
    const heading = pieces.findIndex(({ place }) => this.#texts[version][place]?.isHeading);
    return heading < 0 ? [pieces, []] : [pieces.slice(0, heading), pieces.slice(heading)];
  }

  /** The largest move within a flow that begins at a place. */
  #moveAt(flow: Flow, place: number, version: Version): Flow | undefined {
    return this.#starts[version]
      .get(place)
      ?.filter((move) => move !== flow && move[version].to <= flow[version].to)
      .toSorted((p, q) => q[version].to - p[version].to)[0];
  }

  #writeOld({ place, move }: Piece, moves: readonly string[]): void {
    if (move?.key === undefined) this.steps.push({ type: 'before', place, moves });
    else this.steps.push({ type: 'gone', place, move: move.key, moves });
  }

  #writeNew({ place, move }: Piece, moves: readonly string[]): void {
    if (move?.key === undefined) this.steps.push({ type: 'after', place, moves });
    else this.write(move, [...moves, move.key]);
  }
}
