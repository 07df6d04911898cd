/** Makes items of lines that are typed with bullets or numbers. */
import type { Change, Item, Paragraph, Piece } from './model.ts';
import { flat, linesOfRuns, runsFrom, textOfPiece, textOfRuns } from './runs.ts';
import { depthOfBullet, markOf, romanOf, type Mark } from './structure-marks.ts';

/** Cuts paragraphs whose lines are typed as items: each line becomes a paragraph. */
export function cutLines(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece): Piece[] => {
    if (piece.type !== 'paragraph' || !piece.runs.some(({ text }) => text.includes('\n')))
      return [piece];
    const lines = linesOfRuns(piece.runs);
    const marks = lines.map((line) => markOf(textOfRuns(line)));
    const isList = marks.filter((mark) => mark && mark.kind !== 'deep').length > 1;
    const isOne = marks.some((mark) => mark?.kind === 'bullet' && !mark.isWeak);
    if (!isList && !isOne) return [piece];
    return lines.map((runs): Paragraph => ({ ...piece, runs }));
  });
}

/** A piece with the mark that is typed before its words. */
interface Marked {
  piece: Piece;
  mark: Mark | undefined;
}

/**
 * Makes items of what is typed as such. Numbers alone become none here: they may be headings.
 *
 * @param isHeading whether a piece is to stay a heading, whatever is typed before it
 */
export function listsIn(
  pieces: readonly Piece[],
  isHeading: (piece: Piece) => boolean,
  changes: Change[],
): Piece[] {
  const marked = pieces.map((piece): Marked => ({ piece, mark: typedMark(piece, isHeading) }));
  const result: Piece[] = [];
  let open: Level[] = [];
  for (const [index, { piece, mark }] of marked.entries()) {
    const isItem = mark !== undefined && isOfList(marked, index);
    if (!isItem || piece.type === 'table') {
      open = [];
      result.push(piece);
      continue;
    }
    const around = piece.type === 'item' ? piece.depth - 1 : 0;
    open = levelsWith(open, mark, piece.signs?.indent ?? 0);
    result.push(itemOf(piece, mark, around + open.length, changes));
  }
  return result;
}

function typedMark(piece: Piece, isHeading: (piece: Piece) => boolean): Mark | undefined {
  if (piece.type !== 'paragraph' && piece.type !== 'item') return undefined;
  if (isHeading(piece)) return undefined;
  const mark = markOf(textOfRuns(piece.runs));
  // Items have marks of their own; a bullet that is typed behind them says the same again.
  return piece.type === 'item' && (mark?.kind !== 'bullet' || mark.isWeak) ? undefined : mark;
}

/** Whether a mark begins an item: weak ones and numbers need a neighbour of their kind. */
function isOfList(marked: readonly Marked[], index: number): boolean {
  const here = marked[index];
  if (!here?.mark || here.mark.kind === 'deep') return false;
  const { mark, piece } = here;
  if (piece.type === 'item' || (mark.kind === 'bullet' && !mark.isWeak)) return true;
  const [before, after] = [marked[index - 1], marked[index + 1]];
  const isNear = (other: Marked | undefined): boolean =>
    other?.mark !== undefined && sameKind(mark, other.mark);
  if (isNear(before) || isNear(after)) return true;
  const isAnnounced = before !== undefined && /[:;]$/.test(textOfPiece(before.piece));
  const isWithin = before?.mark !== undefined && before.mark.kind !== 'deep';
  if (mark.kind === 'bullet') return isAnnounced || isWithin || /^[-*]$/.test(mark.written);
  return isAnnounced && mark.value === 1 && mark.kind !== 'number';
}

function sameKind(a: Mark, b: Mark): boolean {
  if (a.kind === 'bullet' || b.kind === 'bullet') return a.kind === b.kind;
  const isLettered = (mark: Mark): boolean => mark.kind !== 'number';
  return a.kind === b.kind || (isLettered(a) && isLettered(b));
}

/** A list that is open: what is typed before its items, and how far they are indented. */
interface Level {
  key: string;
  indent: number;
  rank: number;
  last: number;
}

/** The lists that are open at an item: those around it, and its own. */
function levelsWith(open: readonly Level[], mark: Mark, indent: number): Level[] {
  const level = levelOf(mark, indent, open);
  const same = open.findLastIndex(
    ({ key, indent: other }) => key === level.key && Math.abs(other - indent) <= 1,
  );
  const known = same >= 0 ? same : open.findLastIndex(({ key }) => key === level.key);
  if (known >= 0 && (same >= 0 || !(indent > (open[known]?.indent ?? 0) + 1))) {
    return [...open.slice(0, known), level];
  }
  const last = open.at(-1);
  if (!last) return [level];
  const isDeeper = indent > last.indent + 1 || level.rank > last.rank;
  if (isDeeper) return [...open, level];
  const around = open.filter((each) => each.rank < level.rank && each.indent <= indent + 1);
  return [...around, level];
}

function levelOf(mark: Mark, indent: number, open: readonly Level[]): Level {
  // i, v and x are letters after h, u and w, and Roman numbers everywhere else.
  const letter = mark.kind === 'letter' ? mark.written.replace(/[^a-z]/gi, '') : '';
  const isLetter = open.some(({ key, last }) => key === 'letter' && last === mark.value - 1);
  const roman = mark.kind === 'letter' && !isLetter ? romanOf(letter) : undefined;
  const isRoman = mark.kind === 'roman' || (roman !== undefined && /[ivx]/i.test(letter));
  const kind = isRoman ? 'roman' : mark.kind;
  const key = kind === 'bullet' ? mark.written : kind;
  const rank =
    kind === 'bullet'
      ? (depthOfBullet(mark.written) ?? 1.5)
      : { number: 0, deep: 0, letter: 1.2, roman: 1.4 }[kind];
  return { key, indent, rank, last: isRoman ? (roman ?? mark.value) : mark.value };
}

/** The item, without what is typed before it where the list says the same. */
function itemOf(
  piece: Exclude<Piece, { type: 'table' }>,
  mark: Mark,
  depth: number,
  changes: Change[],
): Item {
  const isTyped = mark.kind === 'bullet' || mark.kind === 'number';
  const from = flat(textOfRuns(piece.runs));
  const runs = isTyped ? runsFrom(piece.runs, mark.end) : piece.runs;
  if (isTyped) {
    const code = mark.kind === 'bullet' ? 'bullet-typed' : 'number-typed';
    changes.push({ code, at: piece.at, from, to: flat(textOfRuns(runs)) });
  }
  const more = piece.type === 'item' && piece.isMore ? { isMore: piece.isMore } : {};
  return {
    ...{ type: 'item', at: piece.at, depth, isOrdered: mark.kind === 'number', runs, ...more },
    signs: {
      ...piece.signs,
      ...(mark.kind === 'bullet' ? { bullet: mark.written } : { number: mark.written }),
    },
  };
}
