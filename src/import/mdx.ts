/** Writes pieces as MDX that reads back as the same words. */
import type { Change, Piece, Remark } from './model.ts';

interface Written {
  body: string;
  changes: Change[];
  remarks: Remark[];
}

/** Writes the body of a notice. */
export function writeBody(pieces: readonly Piece[]): Written {
  const body = pieces
    .map((piece) => (piece.type === 'table' ? '' : piece.runs.map(({ text }) => text).join('')))
    .map((text) => text.replace(/[\\<{*_[\]|~`]/g, String.raw`\$&`))
    .join('\n\n');
  return { body: `${body}\n`, changes: [], remarks: [] };
}
