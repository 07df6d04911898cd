/** The order in which the redline tells both versions. */
import type { Flow, Ordering, Stretch } from './moves.ts';
import type { Match, Text } from './texts.ts';

/** What comes next, and the keys of the moves it is within, the outermost first. */
export type Step = { moves: readonly string[] } & (
  { type: 'match'; match: Match } | { type: 'before' | 'after'; text: Text } | GoneStep
);

/** What stood here was moved away, and it began with this text. */
interface GoneStep {
  type: 'gone';
  text: Text;
  move: string;
}

type Version = 'before' | 'after';

/** A text, or the stretch that was moved and begins with it. */
interface Piece {
  text: Text;
  move: Flow | undefined;
}

/**
 * Both versions step by step: read without what only the one has, the steps are in the order of
 * the other. Moved stretches come at their new place, and at their old one what tells of it.
 */
export function stepsOf(
  { whole, moves }: Ordering,
  texts: Readonly<Record<Version, readonly Text[]>>,
): Step[] {
  const steps: Step[] = [];
  const starts = {
    before: Map.groupBy(moves, (move) => move.before.from),
    after: Map.groupBy(moves, (move) => move.after.from),
  };

  const write = (flow: Flow, keys: readonly string[]): void => {
    let b = flow.before.from;
    let a = flow.after.from;
    for (const match of flow.matches) {
      const [[old], [text]] = [match.before, match.after];
      if (!old || !text) continue;
      writeGap(flow, { from: b, to: old.place }, { from: a, to: text.place }, keys);
      steps.push({ type: 'match', match, moves: keys });
      b = old.place + match.before.length;
      a = text.place + match.after.length;
    }
    writeGap(flow, { from: b, to: flow.before.to }, { from: a, to: flow.after.to }, keys);
  };

  /**
   * What stands between two matches. The rest of the section comes first, of both versions, and
   * then the sections that were removed and those that were added: so everything stays under
   * its own heading.
   */
  const writeGap = (flow: Flow, before: Stretch, after: Stretch, keys: readonly string[]): void => {
    const olds = piecesIn(flow, before, 'before');
    const news = piecesIn(flow, after, 'after');
    for (const part of [0, 1] as const) {
      for (const { text, move } of olds[part]) {
        if (move) steps.push({ type: 'gone', text, move: move.key, moves: keys });
        else steps.push({ type: 'before', text, moves: keys });
      }
      for (const { text, move } of news[part]) {
        if (move) write(move, [...keys, move.key]);
        else steps.push({ type: 'after', text, moves: keys });
      }
    }
  };

  /** The pieces of a stretch: those up to its first heading, and those from there on. */
  const piecesIn = (flow: Flow, { from, to }: Stretch, version: Version): [Piece[], Piece[]] => {
    const pieces: Piece[] = [];
    for (let place = from; place < to; place += 1) {
      const text = texts[version][place];
      const move = moveAt(flow, place, version);
      if (text) pieces.push({ text, move });
      if (move) place = move[version].to - 1;
    }
    const heading = pieces.findIndex(({ text }) => text.isHeading);
    const end = heading < 0 ? pieces.length : heading;
    return [pieces.slice(0, end), pieces.slice(end)];
  };

  /** The largest move within a flow that begins at a place. */
  const moveAt = (flow: Flow, place: number, version: Version): Flow | undefined =>
    starts[version]
      .get(place)
      ?.filter((move) => move !== flow && move[version].to <= flow[version].to)
      .toSorted((p, q) => q[version].to - p[version].to)[0];

  write(whole, []);
  return steps;
}
