/** Reads a Word document: its parts become pieces, with what is outside the text and why. */
import type { Code } from './codes.ts';
import { Blocks, outside } from './docx-blocks.ts';
import { Inline, type Findings } from './docx-inline.ts';
import { Numbering } from './docx-numbering.ts';
import { entriesOf, openPackage, type Package, type Part } from './docx-package.ts';
import { Styles } from './docx-styles.ts';
import { valueOf, type XmlElement } from './docx-xml.ts';
import type { Answers, Note, Piece, Read, Refusal, Remark, Run, Source } from './model.ts';
import { textOfPiece } from './runs.ts';

/**
 * The pieces of a Word document in the order in which they stand, then its footnotes, comments,
 * headers and footers. What is not part of the text has `signs.outside` or `signs.isHidden`. Where
 * the document has tracked changes and `answers.tracked` is not set, `tracked` counts them.
 */
export function readDocx(
  { bytes }: Pick<Source, 'name' | 'bytes'>,
  answers: Answers = {},
): Read | Refusal {
  const parts = openPackage(bytes);
  if ('refused' in parts) return parts;
  const found: Findings = {
    tracked: { insertions: 0, deletions: 0 },
    remarks: parts.hasMacros ? [{ code: 'macros' }] : [],
    notes: new Map(),
  };
  const styles = new Styles(parts.styles);
  const blocksOf = (part: Part): Blocks =>
    new Blocks(
      new Inline(part, styles, answers, found),
      styles,
      new Numbering(parts.numbering, styles),
    );
  const body = blocksOf(parts.document);
  const pieces = body.read(parts.document.root);
  const notes = [
    ...notesOf(parts.footnotes, 'footnote', found, blocksOf),
    ...notesOf(parts.endnotes, 'endnote', found, blocksOf),
  ];
  if (pieces.length + notes.length === 0) {
    return { refused: 'This Word document holds no text. Open it in Word and see what it shows.' };
  }
  const comments = commentsOf(parts.comments, body.commentsAt, blocksOf);
  const around = aroundOf(parts, body.at, blocksOf);
  const hasChanges = found.tracked.insertions + found.tracked.deletions > 0;
  return {
    pieces: [...pieces, ...notes, ...comments, ...around],
    ...(isTitle(parts.title) && { title: { text: parts.title, at: 1 } }),
    ...(answers.tracked === undefined && hasChanges && { tracked: found.tracked }),
    changes: [],
    remarks: [...found.remarks, ...around.flatMap(datesOf)],
  };
}

/** Whether a person wrote it: Word proposes the name of a file, or a name of its own. */
const isTitle = (title: string | undefined): title is string =>
  title !== undefined &&
  /\p{L}{3}/u.test(title) &&
  !/\.(?:docx?|docm|dotx?|rtf|odt|pdf|html?|txt)$|^Microsoft Word - |^Document ?\d+$/i.test(
    title.trim(),
  );

type Open = (part: Part) => Blocks;

function notesOf(part: Part | undefined, kind: string, found: Findings, open: Open): Piece[] {
  return entriesOf(part?.root).flatMap((entry): Piece[] => {
    const reference = found.notes.get(`${kind} ${valueOf(entry, 'id') ?? ''}`);
    const pieces = open({ root: entry, links: part?.links ?? new Map() }).read(entry);
    const at = reference?.at ?? 1;
    const kept = pieces.filter(({ signs }) => signs?.outside === undefined);
    const aside = pieces
      .filter((piece) => !kept.includes(piece))
      .map((piece) => ({ ...piece, at }));
    if (kept.length === 0) return aside;
    if (!reference)
      return [...aside, ...kept.map((piece) => outside('hidden', textOfPiece(piece), at))];
    const runs = kept.flatMap((piece, index): Run[] => [
      ...(index > 0 ? [{ text: '\n' }] : []),
      ...(piece.type === 'table' ? [{ text: textOfPiece(piece) }] : piece.runs),
    ]);
    const note: Note = { type: 'note', mark: reference.mark, at, runs };
    return [note, ...aside];
  });
}

const commentsOf = (
  root: XmlElement | undefined,
  places: ReadonlyMap<string, number>,
  open: Open,
): Piece[] =>
  entriesOf(root).flatMap((entry) =>
    partOut(entry, 'comment', places.get(valueOf(entry, 'id') ?? '') ?? 1, open),
  );

/** Headers and footers. The same text on first, even and odd pages is listed once. */
function aroundOf({ headers, footers }: Package, last: number, open: Open): Piece[] {
  const seen = new Set<string>();
  return [
    ...headers.flatMap((root) => partOut(root, 'page-header', 1, open)),
    ...footers.flatMap((root) => partOut(root, 'page-footer', Math.max(1, last), open)),
  ].filter((piece) => {
    const key = `${piece.signs?.outside ?? ''} ${textOfPiece(piece)}`;
    return !seen.has(key) && seen.add(key);
  });
}

const partOut = (root: XmlElement, code: Code, at: number, open: Open): Piece[] =>
  open({ root, links: new Map() })
    .read(root)
    .map((piece) => outside(piece.signs?.outside ?? code, textOfPiece(piece), at));

const DATE =
  /\b(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|November|December),? (?:\d{1,2},? )?(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b/i;

/** A date that stands only around the pages, where no reader of the notice sees it. */
function datesOf(piece: Piece): Remark[] {
  const code = piece.signs?.outside === 'page-footer' ? 'footer' : 'header';
  const detail = DATE.exec(textOfPiece(piece))?.[0];
  return detail === undefined ? [] : [{ code, detail }];
}
