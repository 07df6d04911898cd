/** Lines of text as one string, and pieces cut out of them again. */
import type { MarkTag } from '../document/elements.ts';
import type { Inline, Link, Mark } from '../document/model.ts';

/** Stands for a picture in the string of a line. */
const PICTURE = '\uFFFC';

/** The characters of a line: a break as a line feed, a picture as one sign, a target as none. */
export function plainOf(content: readonly Inline[]): string {
  let text = '';
  for (const inline of content) {
    if (inline.type === 'text') text += inline.value;
    else if (inline.type === 'break') text += '\n';
    else if (inline.type === 'image') text += PICTURE;
    else if (inline.type !== 'target') text += plainOf(inline.content);
  }
  return text;
}

/** A stretch of a line within one set of marks and links. */
export interface Piece {
  start: number;
  end: number;
  /** What it stands in, the outermost first. */
  wraps: readonly (Mark | Link)[];
  /** What it is: text, a break, a picture, or a target, which has no characters. */
  inline: Inline;
  /** What it is set in, once it was asked for. */
  format?: Format;
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
  for (const piece of within(pieces, start, end)) {
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

/** The pieces of a line that are between two places of its string, or in part. */
function within(pieces: readonly Piece[], start: number, end: number): Piece[] {
  const found: Piece[] = [];
  if (start >= end) return found;
  for (let index = firstFrom(pieces, start); index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (!piece || piece.start >= end) break;
    if (piece.inline.type === 'target' ? piece.start >= start : piece.end > start)
      found.push(piece);
  }
  return found;
}

interface Format {
  marks: string;
  href: string | undefined;
}

/** What words between two places are set in, without order, and the address they lead to. */
export function formatOf(pieces: readonly Piece[], start: number, end: number): Format {
  // Nearly all words are within one piece: the first that reaches beyond where they begin.
  const whole = pieces[firstFrom(pieces, start + 1)];
  return whole && whole.end >= end
    ? formatOfPiece(whole)
    : formatOfPieces(within(pieces, start, end));
}

function formatOfPieces(pieces: readonly Piece[]): Format {
  const formats = pieces.filter(({ inline }) => inline.type !== 'target').map(formatOfPiece);
  const [first, ...others] = formats;
  if (!first || others.every(({ marks, href }) => marks === first.marks && href === first.href)) {
    return first ?? NO_FORMAT;
  }
  const marks = new Set(formats.flatMap(({ marks }) => marks.split(APART)));
  marks.delete('');
  const { href } = formats.findLast(({ href }) => href !== undefined) ?? NO_FORMAT;
  return { marks: [...marks].sort().join(APART), href };
}

const NO_FORMAT: Format = { marks: '', href: undefined };
/** Between the marks of a format: no sign of a mark has it. */
const APART = '\n';

function formatOfPiece(piece: Piece): Format {
  if (piece.format) return piece.format;
  const { wraps, inline } = piece;
  const marks = new Set<string>();
  let href: string | undefined;
  for (const wrap of wraps) {
    if (wrap.type === 'link') href = wrap.href;
    else marks.add(signOf({ ...wrap, tag: MEANING[wrap.tag] ?? wrap.tag }));
  }
  if (inline.type === 'image') marks.add(JSON.stringify([inline.source, inline.alternative]));
  return (piece.format = { marks: [...marks].sort().join(APART), href });
}

/** Two ways of writing one thing are no change. */
const MEANING: Partial<Record<MarkTag, MarkTag>> = { b: 'strong', i: 'em' };

/** The first piece that reaches beyond a place or stands at it, found by halves. */
function firstFrom(pieces: readonly Piece[], start: number): number {
  let low = 0;
  let high = pieces.length;
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
