/** Reads pasted text: its lines become paragraphs, and lines with tabs tables. */
import type { Cell, Change, Heading, Line, Paragraph, Piece, Read, Source } from './model.ts';
import { markOf } from './structure-marks.ts';
import { linesOf, type Written } from './text-lines.ts';

/** The pieces of a plain text: each line a paragraph, but broken lines joined and rows a table. */
export function readText({ text }: Pick<Source, 'text'>): Read {
  const lines = linesOf(text);
  const changes: Change[] = [];
  const joined = joinBroken(joinMarks(lines), changes);
  const remarks =
    changes[0] === undefined
      ? []
      : [{ code: 'lines-joined', detail: changes.map(({ at }) => at).join(',') }];
  return { pieces: piecesOf(joined), changes, remarks };
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
      !line.outside &&
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
  const known = new Set([
    ...OF_NOTICES,
    ...lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []),
  ]);
  const joined: Written[] = [];
  let open: { line: Written; last: string } | undefined;
  for (const line of lines) {
    if (line.outside) joined.push(line);
    else if (open && isBrokenAt(open, line, width)) {
      const from = `${open.last}\n${line.text}`;
      const to = joinedAt(open.last, line.text, known);
      changes.push({ code: 'lines-joined', at: line.at, from, to });
      open.line.text = open.line.text.slice(0, -open.last.length) + to;
      open.last = line.text;
    } else {
      open = { line: { ...line }, last: line.text };
      joined.push(open.line);
    }
  }
  return joined;
}

/** Words of notices that are long enough to be cut. */
const OF_NOTICES = (
  'administration advertising analytics application appropriate authority certain circumstances collected ' +
  'commissioner communications complaint contractors contractual controller controllers correspondence customers ' +
  'department details employment enquiries identification identity including information legislation legitimate ' +
  'marketing necessary obligation obligations officer organisation organisations payment performance personal ' +
  'portability preferences processed processing processor processors protection provided provider providers require required ' +
  'purposes rectification regulation regulations regulatory request requests restriction retention security services ' +
  'supervisory suppliers technical telephone transaction transactions website whatever whenever wherever whichever'
).split(' ');

/** Endings of words whose stem is known. */
const ENDINGS = ['s', 'es', 'd', 'ed', 'ing', 'ly'];

/**
 * Two lines as one. A hyphen at the end of the first is left out where the whole word is known
 * from notices or this text: else it may be that of "long-term".
 *
 * @param known words in lower case
 */
function joinedAt(before: string, after: string, known: ReadonlySet<string>): string {
  const [, head] = /(\p{L}+)-$/u.exec(before) ?? [];
  const [tail] = /^\p{Ll}+/u.exec(after) ?? [];
  if (head === undefined || tail === undefined) return `${before} ${after}`;
  const word = `${head}${tail}`.toLowerCase();
  const isOneWord =
    known.has(word) ||
    ENDINGS.some((end) => word.endsWith(end) && known.has(word.slice(0, -end.length)));
  return (isOneWord ? before.slice(0, -1) : before) + after;
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
    if (!before || line.isApart || line.outside || markOf(line.text)) continue;
    pairs += 1;
    if (/^\p{Ll}/u.test(line.text) && hasNoRoom(before.text, line, width)) broken += 1;
  }
  return broken >= 3 && broken >= pairs / 4 ? width : undefined;
}

/** Whether the first word of a line would not have had room on the one before. */
const hasNoRoom = (before: string, { text, indent }: Written, width: number): boolean =>
  before.length + indent + 1 + (/^\S+/.exec(text)?.[0].length ?? 0) > width - 2;

function isBrokenAt(
  { line: open, last: before }: { line: Written; last: string },
  line: Written,
  width: number | undefined,
): boolean {
  if (
    open.level ||
    line.level ||
    line.isApart ||
    markOf(line.text) ||
    /\t/.test(before + line.text)
  )
    return false;
  if (/^\p{Ll}/u.test(line.text) && !/[.!?:;]["”’)]*$/.test(before)) return !isWord(line.text);
  return width !== undefined && hasNoRoom(before, line, width);
}

/** A single address or a name in lower case is a line of its own. */
const isWord = (text: string): boolean => /^\S+@\S+$|^(?:https?:|www\.)\S+$/.test(text);

function pieceOf({ text, at, indent, isApart, level, outside }: Written): Heading | Paragraph {
  const placed = {
    at,
    runs: [{ text: text.replace(/\t+/g, ' ') }],
    signs: {
      ...(indent > 0 && { indent }),
      ...(isApart && { isApart }),
      ...(outside && { outside }),
    },
  };
  return level ? { type: 'heading', level, ...placed } : { type: 'paragraph', ...placed };
}

function piecesOf(lines: readonly Written[]): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < lines.length;) {
    const rows = rowsFrom(lines, at);
    const first = lines[at];
    if (rows.length > 1 && first) {
      pieces.push({ type: 'table', at: first.at, rows: rows.map((row) => row.map(cellOf)) });
      at += rows.length;
    } else {
      if (first) pieces.push(pieceOf(first));
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
