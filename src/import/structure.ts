/** Finds the structure of a notice: its title, headings and their levels, lists and tables. */
import { withAnchors } from './anchors.ts';
import type { Change, Heading, Imported, Piece, Read, Remark, Run, SourceKind } from './model.ts';
import { textOfPiece, tidyRuns, without, withoutSchemes } from './runs.ts';
import { contentsIn } from './structure-contents.ts';
import { cutHeads, headingsIn } from './structure-headings.ts';
import { levelsOf } from './structure-levels.ts';
import { cutLines, listsIn } from './structure-lists.ts';
import { lostIn, remarkOf } from './structure-lost.ts';
import { withoutNumbers } from './structure-numbers.ts';
import { remarksOn } from './structure-remarks.ts';
import { flatTables } from './structure-tables.ts';
import { isName, titleIn } from './structure-title.ts';

/** Pieces in the form of a notice. */
export interface Structured {
  title?: Imported['title'];
  pieces: Piece[];
  isNumbered?: true;
  changes: Change[];
  remarks: Remark[];
}

/** What is known of a source beside its pieces. */
export interface Known extends Pick<Read, 'title'> {
  kind: SourceKind;
}

/** Finds the structure of the pieces that belong to a notice. No word is lost on the way without a change. */
export function structured(source: readonly Piece[], { title: proposed, kind }: Known): Structured {
  const tidy = source.flatMap(tidied);
  const titled = titleIn(cutHeads(tidy), proposed);
  const contents = contentsIn(titled.pieces);
  const changes: Change[] = [...titled.changes, ...contents.changes];
  const pieces = cutLines(flatTables(contents.pieces));
  const found = headed(pieces, contents.entries, changes);
  const numbered = withoutNumbers(found.pieces.filter((piece) => piece.type === 'heading'));
  const byHeading = new Map(
    found.pieces
      .filter((piece) => piece.type === 'heading')
      .map((heading, index) => [heading as Piece, numbered.headings[index]] as const),
  );
  const whole = withAnchors(found.pieces.map((piece) => byHeading.get(piece) ?? piece));
  return {
    ...(titled.title && { title: titled.title }),
    pieces: whole,
    ...(numbered.isNumbered && { isNumbered: numbered.isNumbered }),
    changes: [...changes, ...numbered.changes],
    remarks: [
      ...(titled.title
        ? titled.title.isSure
          ? []
          : [{ code: 'title-proposed', detail: titled.title.text }]
        : [{ code: 'no-title' }]),
      ...found.remarks,
      ...numbered.remarks,
      ...(whole.some(({ type }) => type === 'heading') ? [] : [{ code: 'no-headings' }]),
      ...remarksOn([...titleOf(titled.title), ...whole], kind),
    ],
  };
}

/** The title as a heading: a template leaves gaps in it too. */
const titleOf = (title: Imported['title']): Heading[] =>
  title ? [{ type: 'heading', level: 1, at: title.at, runs: [{ text: title.text }] }] : [];

/** A piece with its runs in order; nothing where it has no words. */
function tidied(piece: Piece): Piece[] {
  if (piece.type === 'table') {
    const rows = piece.rows.map((row) =>
      row.map((cell) => ({ ...cell, pieces: cell.pieces.map(plain) })),
    );
    return rows.some((row) => row.length > 0) ? [{ ...piece, rows }] : [];
  }
  const runs = tidyRuns(withoutSchemes(piece.runs));
  return runs.some(({ text, note }) => text.trim() !== '' || note !== undefined)
    ? [{ ...piece, runs }]
    : [];
}

const plain = <T extends { runs: Run[] }>(piece: T): T => ({
  ...piece,
  runs: withoutSchemes(piece.runs),
});

/** Headings, and lists of what is typed as items. */
function headed(
  pieces: readonly Piece[],
  entries: ReadonlySet<string>,
  changes: Change[],
): { pieces: Piece[]; remarks: Remark[] } {
  // Bullets come first: what stands between items is judged by them.
  const first = headingsIn(pieces, entries);
  const isFirst = new Set(first.map(({ index }) => pieces[index]));
  const listed = listsIn(pieces, (piece) => isFirst.has(piece), changes);
  const candidates = headingsIn(listed, entries);
  const indexes = new Set(candidates.map(({ index }) => index));
  const lost = lostIn(listed, (index) => indexes.has(index));
  const inLost = (index: number): boolean =>
    lost.some(({ start, end }) => index >= start && index <= end);
  const kept = candidates.filter(
    ({ index, look, mark }) =>
      !inLost(index) && (look === 'real' || mark !== undefined || !isNameAgain(listed, index)),
  );
  const levels = levelsOf(kept, sizeOfBody(listed));
  const levelAt = new Map(kept.map(({ index }, at) => [index, levels[at] ?? 2]));
  return {
    pieces: listed.map((piece, index) => {
      const level = levelAt.get(index);
      if (level !== undefined && piece.type !== 'table') return headingOf(piece, level);
      return piece.type === 'heading' ? { ...piece, type: 'paragraph' } : piece;
    }),
    remarks: lost.map((each) => remarkOf(listed, each)),
  };
}

/** Whether a line before all text only calls the notice by a name again, as the title does. */
const isNameAgain = (pieces: readonly Piece[], index: number): boolean =>
  index < 3 &&
  isName(pieces[index]) &&
  pieces.slice(0, index).every((piece) => textOfPiece(piece).length < 60);

const headingOf = (
  { at, runs, signs }: Exclude<Piece, { type: 'table' }>,
  level: number,
): Heading => ({
  ...{ type: 'heading', at, level, runs: without(runs, 'bold', 'italic') },
  ...(signs && { signs }),
});

/** The size of most letters, in points. */
function sizeOfBody(pieces: readonly Piece[]): number {
  const letters = new Map<number, number>();
  for (const piece of pieces) {
    const size = piece.signs?.size;
    if (size !== undefined && piece.type !== 'heading') {
      letters.set(size, (letters.get(size) ?? 0) + textOfPiece(piece).length);
    }
  }
  const [most] = [...letters].toSorted((a, b) => b[1] - a[1]);
  return most?.[0] ?? 11;
}
