/** Turns a source into a notice: reads it, judges its pieces, finds its structure, and writes MDX. */
import { proposeFacts } from './facts.ts';
import type { Answers, Imported, Piece, Read, Source, Verdict } from './model.ts';
import { writeBody } from './mdx.ts';
import { structured } from './structure.ts';
import { readText } from './text.ts';

/**
 * Imports a source: a pure function of its bytes and of what a person answered. What the readers of
 * each kind take in and return:
 *
 * - `readHtml(source): Read`, `readDocx(source, answers): Read`, `readText`, `readMarkdown`: pieces in
 *   the order in which they stand, nothing thrown away
 * - `judge(read, answers): Verdict[]`: a verdict for each piece, in order
 * - `structured(pieces, read)`: title, headings, lists and tables in the form of a notice
 * - `proposeFacts(verdicts, read): Proposal[]`: also from what was dropped, such as page footers
 */
export function importSource(source: Source, answers: Answers = {}): Imported {
  const read = readerOf(source);
  const verdicts = judged(read, answers);
  const kept = verdicts.flatMap(({ piece, is }) =>
    is === 'drop' ? [] : [is === 'ask' ? asked(piece) : piece],
  );
  const { title, pieces, changes, remarks, isNumbered } = structured(kept, read);
  const written = writeBody(pieces);
  return {
    source,
    ...(read.language !== undefined && { language: read.language }),
    verdicts,
    ...(title && { title }),
    ...(isNumbered && { isNumbered }),
    body: written.body,
    facts: proposeFacts(verdicts, read),
    changes: [...read.changes, ...changes, ...written.changes],
    remarks: [...read.remarks, ...remarks, ...written.remarks],
  };
}

const readerOf = (source: Source): Read => readText(source);

/** Verdicts where no page is around the text: what its reader puts outside is dropped. */
function judged({ pieces }: Read, { pieces: answered = {} }: Answers): Verdict[] {
  return pieces.map((piece): Verdict => {
    const code = piece.signs?.outside ?? (piece.signs?.isHidden ? 'hidden' : undefined);
    if (code !== undefined) return { piece, is: 'drop', code };
    return answered[textOfPiece(piece)] === 'drop'
      ? { piece, is: 'drop', code: 'answered' }
      : { piece, is: 'keep' };
  });
}

const asked = (piece: Piece): Piece => ({ ...piece, signs: { ...piece.signs, isAsked: true } });

/** The words of a piece. */
export const textOfPiece = (piece: Piece): string =>
  piece.type === 'table'
    ? piece.rows
        .map((row) => row.map(({ pieces }) => pieces.map(textOfPiece).join(' ')).join(' '))
        .join(' ')
    : piece.runs.map(({ text }) => text).join('');
