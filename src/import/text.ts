/** Reads pasted text: its lines become paragraphs, and lines with tabs tables. */
import type { Cell, Change, Line, Paragraph, Piece, Read, Source } from './model.ts';
import { markOf } from './structure-marks.ts';

/** A line of the text, or several that were one before they were broken. */
interface Written {
  text: string;
  at: Line;
  indent: number;
  isApart: boolean;
}

/** The pieces of a plain text: each line a paragraph, but broken lines joined and rows a table. */
export function readText({ text }: Pick<Source, 'text'>): Read {
  const lines = linesOf(text);
  const changes: Change[] = [];
  const joined = joinBroken(joinMarks(lines), changes);
  const remarks =
    changes[0] === undefined
      ? []
      : [{ code: 'lines-joined', detail: rangeOf(changes.map(({ at }) => at)) }];
  return { pieces: piecesOf(joined), changes, remarks };
}

const rangeOf = (lines: readonly Line[]): string => {
  const [first = 1] = lines;
  const last = lines.at(-1) ?? first;
  return first === last ? String(first) : `${first}-${last}`;
};

function linesOf(text: string): Written[] {
  const lines: Written[] = [];
  let isApart = false;
  for (const [index, line] of text.split(/\r\n?|\n|\u2028|\u2029|\f/).entries()) {
    // What mail programs put before each line that they quote.
    const plain = line.replace(/^(?:> ?)+/, '');
    if (plain.trim() === '') isApart = true;
    else {
      const indent = /^[\s\u00A0]*/.exec(plain)?.[0].replace(/\t/g, '    ').length ?? 0;
      lines.push({ text: plain.trim(), at: index + 1, indent, isApart });
      isApart = false;
    }
  }
  return lines;
}

/** A bullet or number on a line of its own belongs to the line below. */
const ALONE =
  /^(?:[●○•▪■◦∙‣➢➤►✓✔⁃❖·\uF0B7\uF0A7]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{2,4})[.)])$/u;

function joinMarks(lines: readonly Written[]): Written[] {
  const joined: Written[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (
      last &&
      ALONE.test(last.text) &&
      !ALONE.test(line.text) &&
      markOf(line.text)?.kind !== 'bullet'
    ) {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}` };
    } else joined.push(line);
  }
  return joined;
}

/** Lines of mails and of pages that were printed are this long at most. */
const WIDEST = 110;

/** Joins lines that end without a stop and go on in lower case, or where the next word had no room. */
function joinBroken(lines: readonly Written[], changes: Change[]): Written[] {
  const width = widthOf(lines);
  const joined: { line: Written; last: string }[] = [];
  for (const line of lines) {
    const open = joined.at(-1);
    if (open && isBrokenAt(open.last, line, width)) {
      const isCut = /\p{Ll}-$/u.test(open.line.text);
      const gap = isCut ? '' : ' ';
      changes.push({
        code: 'lines-joined',
        at: line.at,
        from: `${open.last}
${line.text}`,
        to: open.last + gap + line.text,
      });
      open.line.text += gap + line.text;
      open.last = line.text;
    } else joined.push({ line: { ...line }, last: line.text });
  }
  return joined.map(({ line }) => line);
}

/** The width at which the lines were broken; undefined if they were not. */
function widthOf(lines: readonly Written[]): number | undefined {
  const lengths = lines.map(({ text, indent }) => text.length + indent).toSorted((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.98)] ?? 0;
  if (width > WIDEST || width < 40) return undefined;
  let broken = 0;
  let pairs = 0;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before || line.isApart || markOf(line.text)) continue;
    pairs += 1;
    if (/^\p{Ll}/u.test(line.text) && hasNoRoom(before.text, line, width)) broken += 1;
  }
  return broken >= 3 && broken >= pairs / 4 ? width : undefined;
}

/** Whether the first word of a line would not have had room on the one before. */
const hasNoRoom = (before: string, { text, indent }: Written, width: number): boolean =>
  before.length + indent + 1 + (/^\S+/.exec(text)?.[0].length ?? 0) > width - 2;

function isBrokenAt(before: string, line: Written, width: number | undefined): boolean {
  if (line.isApart || markOf(line.text) || /\t/.test(before + line.text)) return false;
  if (/^\p{Ll}/u.test(line.text) && !/[.!?:;]["”’)]*$/.test(before)) return !isWord(line.text);
  return width !== undefined && hasNoRoom(before, line, width);
}

/** A single address or a name in lower case is a line of its own. */
const isWord = (text: string): boolean => /^\S+@\S+$|^(?:https?:|www\.)\S+$/.test(text);

const paragraph = ({ text, at, indent, isApart }: Written): Paragraph => ({
  ...{ type: 'paragraph', at, runs: [{ text: text.replace(/\t+/g, ' ') }] },
  signs: { ...(indent > 0 && { indent }), ...(isApart && { isApart }) },
});

function piecesOf(lines: readonly Written[]): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < lines.length;) {
    const rows = rowsFrom(lines, at);
    const first = lines[at];
    if (rows.length > 1 && first) {
      pieces.push({ type: 'table', at: first.at, rows: rows.map((row) => row.map(cellOf)) });
      at += rows.length;
    } else {
      if (first) pieces.push(paragraph(first));
      at += 1;
    }
  }
  return pieces;
}

const cellOf = ({ text, at }: { text: string; at: Line }): Cell => ({
  pieces: text === '' ? [] : [{ type: 'paragraph', at, runs: [{ text }] }],
});

/** The rows of a table from a line on: lines with the same number of tabs between words. */
function rowsFrom(lines: readonly Written[], start: number): { text: string; at: Line }[][] {
  const rows: { text: string; at: Line }[][] = [];
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) break;
    const cells = line.text.split('\t').map((text) => ({ text: text.trim(), at: line.at }));
    if (cells.length < 2 || cells.length !== (rows[0]?.length ?? cells.length)) break;
    // A tab behind a bullet or number is no border of a cell.
    if (markOf(line.text) && /^\S+\t/.test(line.text)) break;
    rows.push(cells);
  }
  const isContents = rows.every((row) => row.length === 2 && /^\d{1,3}$/.test(row[1]?.text ?? ''));
  return isContents ? [] : rows;
}
