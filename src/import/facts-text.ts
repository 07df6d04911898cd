/** The words of a source as one text, in which facts are searched, and where each of them stands. */
import { withoutScheme } from './addresses.ts';
import type { Code } from './codes.ts';
import type { Line, Piece, Run, Table, Verdict } from './model.ts';

/** One piece, or one row of a table, in the text. */
export interface Passage {
  start: number;
  end: number;
  at: Line;
  isHeading: boolean;
  /** Whether it belongs to the notice: what stands in a menu or footer is not. */
  isKept: boolean;
}

/** Passages are divided by an empty line, the lines of one and the cells of a row by an end of line. */
export interface FactText {
  text: string;
  passages: readonly Passage[];
}

/** Words found in the text. */
export interface Span {
  start: number;
  end: number;
}

/** Where a page or document names its publisher outside the text. What nobody sees is not read. */
const AROUND: ReadonlySet<Code> = new Set<Code>([
  ...(['footer', 'header', 'page-footer', 'page-header', 'aside', 'menu'] as const),
]);

/** Facts stand in the first two million characters; no notice is half as long. */
const LONGEST = 2_000_000;

/**
 * The text of all pieces: those of the notice first, then those around it.
 *
 * @param headings the words of pieces that are headings, though their source does not say so
 */
export function factText(verdicts: readonly Verdict[], headings: readonly string[] = []): FactText {
  const known = new Set(headings.map(headingKey));
  const passages: Passage[] = [];
  const texts: string[] = [];
  let start = 0;
  const add = (text: string, at: Line, isHeading: boolean, isKept: boolean) => {
    if (start > LONGEST) return;
    const plain = plainText(text.slice(0, LONGEST));
    if (plain === '') return;
    passages.push({ start, end: start + plain.length, at, isHeading, isKept });
    texts.push(plain);
    start += plain.length + 2;
  };
  const isHeading = (piece: Exclude<Piece, Table>): boolean =>
    piece.type === 'heading' ||
    (piece.type !== 'term' && known.has(headingKey(piece.runs.map(({ text }) => text).join(''))));
  const addPiece = (piece: Piece, isKept: boolean) => {
    if (piece.type !== 'table') {
      add(textOfRuns(piece.runs), piece.at, isHeading(piece), isKept);
      return;
    }
    if (isByColumn(piece)) {
      addColumns(piece, isKept);
      return;
    }
    for (const row of piece.rows) {
      const cells = row.map(({ pieces }) => pieces.map(({ runs }) => textOfRuns(runs)).join('\n'));
      add(cells.join('\n'), row[0]?.pieces[0]?.at ?? piece.at, false, isKept);
    }
  };
  const addColumns = ({ rows, at }: Table, isKept: boolean) => {
    for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
      for (const [index, row] of rows.entries()) {
        const pieces = row[column]?.pieces ?? [];
        const words = pieces.map(({ runs }) => textOfRuns(runs)).join('\n');
        add(words, pieces[0]?.at ?? at, index === 0, isKept);
      }
    }
  };
  for (const { piece, is } of verdicts) if (is !== 'drop') addPiece(piece, true);
  for (const { piece, is, code } of verdicts) {
    if (is === 'drop' && code !== undefined && AROUND.has(code)) addPiece(piece, false);
  }
  return { text: texts.join('\n\n'), passages };
}

/** Whether each column of a table is about somebody else: ours, and those of the officer. */
function isByColumn({ rows }: Table): boolean {
  const heads = (rows[0] ?? []).map(({ pieces }) =>
    pieces.map(({ runs }) => textOfRuns(runs)).join(' '),
  );
  const isContact = (head: string): boolean =>
    /\b(?:contact details|data protection officer|DPO)\b/iu.test(head);
  return heads.length > 1 && rows.length > 1 && heads.every(isContact);
}

/** A heading without its number and white space. */
const headingKey = (text: string): string =>
  text
    .slice(0, 300)
    .replace(/^\s*[\d.]+[.):]?\s+/u, '')
    .replace(/\s+/gu, '');

/** The words of runs; an address that only a link knows follows its words, as `<name@firm.example>`. */
function textOfRuns(runs: readonly Run[]): string {
  return runs
    .map(({ text, href }) => {
      const address = href === undefined ? undefined : addressOfLink(href);
      return address === undefined || isShown(text, address) ? text : `${text} <${address}>`;
    })
    .join('');
}

/** Whether the words of a link say where it leads: a mailbox, or a number in any form. */
const isShown = (words: string, address: string): boolean =>
  address.includes('@')
    ? words.toLowerCase().includes(address.toLowerCase())
    : words.replace(/\D/gu, '').length >= 7;

/** What a link to a mailbox or telephone leads to. */
function addressOfLink(href: string): string | undefined {
  const { scheme = '', rest = '' } =
    /^\s*(?<scheme>mailto|tel):(?<rest>[^?\s]{3,100})/iu.exec(href)?.groups ?? {};
  const address = decoded(rest);
  if (scheme.toLowerCase() === 'mailto') return address.includes('@') ? address : undefined;
  return /^\+?[\d().-]{7,24}$/.test(address) ? address : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** One kind of space and no marks that nobody sees, so that words are found however they are set. */
const plainText = (text: string): string =>
  withoutScheme(text)
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/[^\S\n]/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .replace(/ ?\n[ \n]*/gu, '\n')
    .trim();

/** The passage that an offset lies in. */
export function passageAt({ passages }: FactText, offset: number): Passage | undefined {
  return passages[indexAt(passages, offset)];
}

/** The number of the passage that an offset lies in. */
export function indexAt(passages: readonly Passage[], offset: number): number {
  let low = 0;
  let high = passages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((passages[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The heading of the section that an offset lies in. */
export function headingAt({ text, passages }: FactText, offset: number): string {
  for (
    let index = indexAt(passages, offset), steps = 0;
    index >= 0 && steps < 40;
    index--, steps++
  ) {
    const passage = passages[index];
    if (passage?.isHeading && passage.start <= offset)
      return text.slice(passage.start, passage.end);
  }
  return '';
}

/** Ends of sentences; a short word with a full stop is seldom one. */
const SENTENCE_END =
  /(?<!\b(?:[A-Za-z]|No|Nos|St|Rd|Dr|Mr|Mrs|Ms|Co|Ltd|Inc|Corp|Pty|Pte|Reg|Tel|Ext|etc|e\.g|i\.e|approx))[.!?]["”’)]?\s+(?=["“‘(]?[\p{Lu}\d])|\n\n/gu;

/** The words of the sentence, or of its paragraph's last ones, before an offset. */
export function sentenceBefore({ text }: FactText, offset: number, limit = 300): string {
  const window = text.slice(Math.max(0, offset - limit), offset);
  let end = 0;
  for (const match of window.matchAll(SENTENCE_END)) end = match.index + match[0].length;
  return window.slice(end);
}

/** The words of the sentence after an offset. */
export function sentenceAfter({ text }: FactText, offset: number, limit = 200): string {
  const window = text.slice(offset, offset + limit);
  SENTENCE_END.lastIndex = 0;
  const match = SENTENCE_END.exec(window);
  return match ? window.slice(0, match.index + 1) : window;
}

/** The words around a span, as many as a person needs to judge it. The span stands in them. */
export function quoteOf(facts: FactText, { start, end }: Span): string {
  const from = Math.max(passageAt(facts, start)?.start ?? 0, start - 80);
  const to = Math.min(passageAt(facts, end - 1)?.end ?? end, end + 60);
  const { text } = facts;
  const cut = (offset: number) => offset > 0 && /\S/.test(text[offset - 1] ?? ' ');
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  return oneLine(
    (cut(from) ? before.replace(/^\S*(?=\s)/u, '') : before) +
      text.slice(start, end) +
      (/\S/.test(text[to] ?? ' ') ? after.replace(/(?<=\s)\S*$/u, '') : after),
  );
}

/** Where the line of an offset begins, or the last characters of it where it is long. */
export function lineStart(text: string, offset: number, limit: number): number {
  const from = Math.max(0, offset - limit);
  return from + text.slice(from, offset).lastIndexOf('\n') + 1;
}

/** The words of a span in one line. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
