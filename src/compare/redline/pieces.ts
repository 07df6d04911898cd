/** The runs of a line in pieces, and how far what they share reaches. */
import type { Inline, Link, Mark } from '../../document/model.ts';
import { piecesOf, signOf } from '../inline.ts';
import type { Line, Run } from '../model.ts';

/** Which version is printed; both, unless they stand side by side. */
export type View = 'both' | 'before' | 'after';

export interface RunPiece {
  run: Run;
  wraps: readonly (Mark | Link)[];
  inline: Inline;
}

/** The pieces of those runs of a line that are of the version printed. */
export const piecesOfRuns = (runs: readonly Run[], view: View): RunPiece[] =>
  runs
    .filter(({ side }) => view === 'both' || side === 'both' || side === view)
    .flatMap((run) =>
      piecesOf(contentIn(run, view)).map(({ wraps, inline }): RunPiece => ({ run, wraps, inline })),
    );

/** A line as it is printed: of one that was replaced, each version shown is a line of its own. */
export const linesShown = (line: Line, view: View): Line[] =>
  line.isReplaced
    ? (['before', 'after'] as const)
        .filter((side) => view === 'both' || view === side)
        .map((side) => ({
          ...line,
          side,
          runs: line.runs.filter(
            (run) => run.side === side || (side === 'after' && run.side === 'both'),
          ),
        }))
    : [line];

/** What is longer, with its tags, is a table or a section rather than a paragraph. */
const LONG = 4000;

/** Whether what is printed takes more than a screen: a page that lays it out late guesses its height by this. */
export const isLong = (html: string): boolean => html.length > LONG;

/** The words of a run; in the version before, a link led where it led then. */
function contentIn({ content, mark, was }: Run, view: View): Inline[] {
  if (mark !== 'link' || view !== 'before') return content;
  const words = withoutLinks(content);
  return was === undefined ? words : [{ type: 'link', href: was, content: words }];
}

const withoutLinks = (content: readonly Inline[]): Inline[] =>
  content.flatMap((inline): Inline[] => {
    if (inline.type === 'link') return withoutLinks(inline.content);
    return [inline.type === 'mark' ? { ...inline, content: withoutLinks(inline.content) } : inline];
  });

export const startsApart = (piece: RunPiece | undefined): boolean =>
  piece?.inline.type === 'text' && piece.inline.value.startsWith(' ');

export const isChange = ({ side, mark }: Run): boolean => side !== 'both' || mark !== undefined;

/** Where the mark around a piece ends: with the next piece that is not in one that says the same. */
export function endOfWrap(pieces: readonly RunPiece[], at: number, depth: number): number {
  const wrap = pieces[at]?.wraps[depth];
  if (!wrap) return at + 1;
  const sign = signOf(wrap);
  let end = at + 1;
  for (; end < pieces.length; end += 1) {
    const other = pieces[end]?.wraps[depth];
    if (!other || (other !== wrap && signOf(other) !== sign)) break;
  }
  return end;
}

/** Where a change ends, as far as marks allow it to be one element. */
export function endOfRun(pieces: readonly RunPiece[], at: number, depth: number): number {
  const run = pieces[at]?.run;
  let stop = at;
  while (stop < pieces.length && pieces[stop]?.run === run) {
    const end = endOfWrap(pieces, stop, depth);
    if (pieces.slice(stop, end).some((piece) => piece.run !== run)) break;
    stop = end;
  }
  return stop;
}
