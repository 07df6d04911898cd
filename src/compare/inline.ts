/** Lines of text as one string, and pieces cut out of them again. */
import type { Inline, Link, Mark } from '../document/model.ts';

/** Stands for a picture in the string of a line. */
const PICTURE = '\uFFFC';

/** The characters of a line: a break as a line feed, a picture as one sign, a target as none. */
export const plainOf = (content: readonly Inline[]): string =>
  content
    .map((inline) => {
      if (inline.type === 'text') return inline.value;
      if (inline.type === 'break') return '\n';
      if (inline.type === 'image') return PICTURE;
      return inline.type === 'target' ? '' : plainOf(inline.content);
    })
    .join('');

/** A stretch of a line within one set of marks and links. */
export interface Piece {
  start: number;
  end: number;
  /** What it stands in, the outermost first. */
  wraps: readonly (Mark | Link)[];
  /** What it is: text, a break, a picture, or a target, which has no characters. */
  inline: Inline;
}

/** A line in pieces, with their places in its string. */
export function piecesOf(content: readonly Inline[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const visit = (inlines: readonly Inline[], wraps: readonly (Mark | Link)[]): void => {
    for (const inline of inlines) {
      if (inline.type === 'mark' || inline.type === 'link') {
        visit(inline.content, [...wraps, inline]);
        continue;
      }
      const length =
        inline.type === 'text' ? inline.value.length : inline.type === 'target' ? 0 : 1;
      pieces.push({ start: at, end: at + length, wraps, inline });
      at += length;
    }
  };
  visit(content, []);
  return pieces;
}

/**
 * The part of a line between two places of its string. A target is in the part that begins
 * where it stands, so that each comes out once; one at the end of a line is cut out with an end
 * beyond it.
 */
export function cut(pieces: readonly Piece[], start: number, end: number): Inline[] {
  const result: Inline[] = [];
  for (let index = firstFrom(pieces, start); index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (!piece || piece.start >= end || start >= end) break;
    if (piece.inline.type === 'target' ? piece.start < start : piece.end <= start) continue;
    let { inline } = piece;
    if (inline.type === 'text') {
      const value = inline.value.slice(
        Math.max(0, start - piece.start),
        Math.min(piece.end, end) - piece.start,
      );
      inline = { type: 'text', value };
    }
    result.push(piece.wraps.reduceRight<Inline>((inner, wrap) => wrapIn(wrap, inner), inline));
  }
  return result;
}

/** The first piece that reaches beyond a place or stands at it, found by halves. */
function firstFrom(pieces: readonly Piece[], start: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

const wrapIn = (wrap: Mark | Link, inner: Inline): Inline => ({ ...wrap, content: [inner] });

/** Puts a stretch of a line after another: texts that meet, and marks that say the same, join. */
export function appendInline(line: Inline[], more: readonly Inline[]): void {
  for (const inline of more) {
    const last = line.at(-1);
    if (last?.type === 'text' && inline.type === 'text') {
      line[line.length - 1] = { type: 'text', value: last.value + inline.value };
    } else if (last && isWrap(last) && isWrap(inline) && signOf(last) === signOf(inline)) {
      appendInline(last.content, inline.content);
    } else {
      line.push(isWrap(inline) ? { ...inline, content: [...inline.content] } : inline);
    }
  }
}

const isWrap = (inline: Inline): inline is Mark | Link =>
  inline.type === 'mark' || inline.type === 'link';

/** A mark or link without its content, as text. */
export const signOf = (wrap: Mark | Link): string => JSON.stringify({ ...wrap, content: [] });
