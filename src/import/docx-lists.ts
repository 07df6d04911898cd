/** How deep items of Word stand where two of its lists meet, and which paragraphs go on with an item. */
import type { Item, Paragraph, Piece } from './model.ts';
import { textOfPiece } from './runs.ts';

/** How a paragraph of Word stands on the page. */
export interface Layout {
  /** From the margin to its text, in twentieths of a point. */
  indent: number;
  /** Of a numbered paragraph, its list and its level in that, from 0. */
  list?: { id: string; level: number };
}

/** An item that others may go on with or stand in. */
interface Open {
  list: string;
  level: number;
  indent: number;
  depth: number;
  isOrdered: boolean;
}

/** Less than this, an eighth of an inch, is no step: programs round. */
const STEP = 180;

/**
 * Gives items their depth, and makes items of paragraphs that go on with one. Word knows a depth within
 * a list alone: one that begins in an item of another, and is indented further, stands in it. A paragraph
 * without a number goes on with an item if it stands as far from the margin as the text of that, and
 * other paragraphs do not.
 */
export function placeInLists(
  pieces: readonly Piece[],
  layouts: ReadonlyMap<Piece, Layout>,
): Piece[] {
  const usual = usualIndent(pieces, layouts);
  let open: Open[] = [];
  return pieces.map((piece): Piece => {
    const layout = layouts.get(piece);
    // What stands around the pages or was deleted is in no list.
    if (piece.signs?.outside !== undefined) return piece;
    if (piece.type === 'item' && layout?.list) {
      const depth = depthIn(open, layout.indent, layout.list);
      open = [...open.filter((one) => one.depth < depth), openOf(piece, layout, depth)];
      return depth === piece.depth ? piece : { ...piece, depth };
    }
    const around =
      piece.type === 'paragraph' && layout && canGoOn(piece) && layout.indent >= usual + STEP
        ? open.findLast(({ indent }) => indent <= layout.indent + STEP / 3)
        : undefined;
    if (piece.type !== 'paragraph' || !around || around.indent < usual + STEP) {
      open = [];
      return piece;
    }
    open = open.filter(({ depth }) => depth <= around.depth);
    const { depth, isOrdered } = around;
    return { ...piece, type: 'item', depth, isOrdered, isMore: true };
  });
}

const openOf = ({ isOrdered }: Item, { indent, list }: Layout, depth: number): Open => ({
  list: list?.id ?? '',
  level: list?.level ?? 0,
  indent,
  depth,
  isOrdered,
});

function depthIn(
  open: readonly Open[],
  indent: number,
  { id, level }: { id: string; level: number },
): number {
  const same = open.findLast(({ list }) => list === id);
  if (same) return Math.max(1, same.depth + level - same.level);
  const around = open.findLast((one) => one.indent + STEP <= indent);
  return level === 0 && around ? around.depth + 1 : level + 1;
}

/** Typed bullets and lines in bold have their own meaning. */
const canGoOn = (piece: Paragraph): boolean =>
  !piece.runs.every(({ bold, text }) => bold || text.trim() === '') &&
  /^[\p{L}\p{N}“"‘'([]/u.test(textOfPiece(piece)) &&
  !/^(?:\d+|[a-z]{1,4})[.)]\s/i.test(textOfPiece(piece));

/** How far most paragraphs stand from the margin that follow no item, and so can go on with none. */
function usualIndent(pieces: readonly Piece[], layouts: ReadonlyMap<Piece, Layout>): number {
  const counts = new Map<number, number>();
  for (const [index, piece] of pieces.entries()) {
    const layout = layouts.get(piece);
    if (pieces[index - 1]?.type === 'item') continue;
    if (piece.type !== 'paragraph' || !layout || piece.signs?.outside !== undefined) continue;
    counts.set(layout.indent, (counts.get(layout.indent) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([a, first], [b, second]) => second - first || a - b);
  return most?.[0] ?? 0;
}
