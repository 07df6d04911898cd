/** Finds the headings of a notice: real ones, and lines that only look or stand like one. */
import type { Paragraph, Piece, Run } from './model.ts';
import { allWords, flat, linesOfRuns, textOfPiece } from './runs.ts';
import { keyOf } from './structure-contents.ts';
import { markOf, romanOf, type Mark } from './structure-marks.ts';

/** How a line looks that may be a heading. */
export type Look = 'real' | 'capitals' | 'strong' | 'bold' | 'underlined' | 'italic' | 'plain';

/** A piece that is a heading, with what its level is found by. */
export interface Candidate {
  index: number;
  text: string;
  look: Look;
  /** The level that the source gives it. */
  level?: number;
  size?: number;
  /** A number that is typed before it. */
  mark?: Mark;
  /** Whether a list of contents has it. */
  isListed: boolean;
}

const LONGEST = 95;
/** In a list of contents, or behind a number, a heading may be longer. */
const LONGEST_SURE = 130;

const DATE =
  /^(?:(?:this (?:notice|policy|page) was )?(?:last |date |first )?(?:updated|revised|modified|reviewed|changed|amended|effective|published|issued|version|date|dated|diweddarwyd)\b).*(?:\d|:$)|^\d{1,2}(?:st|nd|rd|th)? \p{Lu}\p{Ll}+ \d{4}$/iu;
/** An address of any kind, or a value behind its label. */
const VALUE = /@|https?:|www\.|^\+?[\d\s()-]{7,}$|:\s+\S|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$/;
/** Something that somebody was to fill in. */
const BLANK = /^[[<{]+[^\]>}]*[\]>}]+$/;
/** A sentence about somebody, not the name of a section. */
const SENTENCE =
  /^(?:we|you|they|it|there|i|please|thank|dear|hi|hello|for example|yours)\b(?!.*\?$)/i;

/**
 * The headings among pieces, in order.
 *
 * @param entries of a list of contents, by `keyOf`
 */
export function headingsIn(pieces: readonly Piece[], entries: ReadonlySet<string>): Candidate[] {
  const romans = romansIn(pieces);
  const candidates = pieces.flatMap((piece, index): Candidate[] => {
    const mark = romans.get(index);
    const candidate = candidateAt(pieces, index, piece, entries, mark);
    return candidate ? [candidate] : [];
  });
  const count = countsOf(candidates);
  return withoutRuns(
    pieces,
    candidates.filter((each) => isTaken(each, count, pieces)),
  );
}

function candidateAt(
  pieces: readonly Piece[],
  index: number,
  piece: Piece,
  entries: ReadonlySet<string>,
  roman: Mark | undefined,
): Candidate | undefined {
  const text = textOfPiece(piece);
  if (text === '' || !/\p{L}/u.test(text)) return undefined;
  if (piece.type === 'heading') {
    if ((text.length > 150 && /[.;]$/.test(text)) || (DATE.test(text) && /\d/.test(text)))
      return undefined;
    return { ...base(index, text, entries), look: 'real', level: piece.level, ...sizeOf(piece) };
  }
  const isLone = piece.type === 'item' && piece.isOrdered && isAlone(pieces, index);
  if (piece.type !== 'paragraph' && !isLone) return undefined;
  if (piece.runs.some((run) => run.text === '\n') && !isLone) return undefined;
  if (markOf(text)?.kind === 'bullet' || BLANK.test(text)) return undefined;
  const candidate = {
    ...base(index, text, entries),
    ...(roman && { mark: roman }),
    look: lookOf(piece.runs, text, piece),
    ...sizeOf(piece),
  };
  return canBeHeading(candidate, pieces) ? candidate : undefined;
}

/** Sections that are counted in Roman numbers. One that counts on from I to III and more is no list of items. */
const ROMAN = /^\s*([IVX]{1,5})[.)]\s+(?=\S)/;

function romansIn(pieces: readonly Piece[]): Map<number, Mark> {
  const marks = new Map<number, Mark>();
  for (const [index, piece] of pieces.entries()) {
    const found = piece.type === 'paragraph' ? ROMAN.exec(textOfPiece(piece)) : undefined;
    const value = found?.[1] === undefined ? undefined : romanOf(found[1]);
    if (!found || value !== marks.size + 1) continue;
    const [{ length: end }] = found;
    marks.set(index, {
      ...{ kind: 'number', written: found[0].trim(), end, depth: 1 },
      ...{ value, isWeak: false },
    });
  }
  return marks.size < 3 ? new Map<number, Mark>() : marks;
}

function base(index: number, text: string, entries: ReadonlySet<string>): Omit<Candidate, 'look'> {
  const mark = markOf(text);
  const isNumber = mark !== undefined && mark.kind !== 'bullet' && mark.kind !== 'roman';
  const isUpper = mark?.kind !== 'letter' || /[A-Z]/.test(mark.written);
  return {
    ...{ index, text, isListed: entries.has(keyOf(text)) },
    ...(isNumber && isUpper && { mark }),
  };
}

const sizeOf = ({ signs }: Piece): { size?: number } =>
  signs?.size === undefined ? {} : { size: signs.size };

/** Whether an item is the only one of its list. */
const isAlone = (pieces: readonly Piece[], index: number): boolean =>
  pieces[index - 1]?.type !== 'item' && pieces[index + 1]?.type !== 'item';

function lookOf(runs: readonly Run[], text: string, { signs }: Piece): Look {
  if (isCapitals(text)) return 'capitals';
  if (allWords(runs, 'bold')) return signs?.isUnderlined ? 'strong' : 'bold';
  if (signs?.isUnderlined) return 'underlined';
  return allWords(runs, 'italic') ? 'italic' : 'plain';
}

/** Whether a text is in capitals: short names such as "ICO" are not enough. */
const isCapitals = (text: string): boolean =>
  text === text.toUpperCase() &&
  (text.match(/\p{Lu}/gu)?.length ?? 0) >= 5 &&
  /\p{Lu}{3}/u.test(text);

/** Whether the words, and what follows, allow a line to be a heading. */
function canBeHeading(
  { text, look, mark, isListed, index }: Candidate,
  pieces: readonly Piece[],
): boolean {
  const next = pieces[index + 1];
  if (!next) return false;
  if (isListed && text.length <= LONGEST_SURE) return true;
  const words = mark ? text.slice(mark.end) : text;
  if (
    words.length > (mark ? LONGEST_SURE : LONGEST) ||
    !/^[^\p{Ll}]*[\p{Lu}\p{N}“"'‘]/u.test(words)
  )
    return false;
  if (DATE.test(words) || /[;,]$/.test(words)) return false;
  const isMarked = look !== 'plain' && look !== 'italic';
  if (/:$/.test(words) && (!isMarked || (next.type === 'item' && look !== 'capitals')))
    return false;
  if (/[.!]$/.test(words) && SENTENCE.test(words)) return false;
  if (/[.!]$/.test(words) && !isTitleCase(words) && !(isMarked && words.split(' ').length <= 7))
    return false;
  if (mark && look === 'plain')
    return isSectionNumber(mark, index, pieces) && !isNumberedSentence(words) && !VALUE.test(words);
  if (VALUE.test(words.replace(/:$/, ''))) return false;
  if (look === 'plain' || look === 'italic') return isAbove(words, index, pieces);
  return look !== 'underlined' || isText(next);
}

/** A clause behind a number. Short and without a stop, "You have the right to opt out" names a section. */
const isNumberedSentence = (words: string): boolean =>
  SENTENCE.test(words) && (/[.!]$/.test(words) || words.length > 60);

/** Whether each longer word has a capital. */
const isTitleCase = (text: string): boolean => {
  const words = text.split(/\s+/).filter((word) => word.length > 3);
  return words.length > 1 && words.every((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
};

/** A number is that of a section unless its neighbours count on: then it is that of an item. */
function isSectionNumber(mark: Mark, index: number, pieces: readonly Piece[]): boolean {
  return ![pieces[index - 1], pieces[index + 1]].some((piece) => {
    if (piece?.type === 'item') return false;
    const other = piece && piece.type !== 'table' ? markOf(textOfPiece(piece)) : undefined;
    return (
      other?.kind === mark.kind &&
      other.depth === mark.depth &&
      Math.abs(other.value - mark.value) === 1
    );
  });
}

/** Whether something is text that a heading can stand above. */
function isText(piece: Piece | undefined): boolean {
  if (!piece || piece.type === 'heading') return false;
  if (piece.type !== 'paragraph') return true;
  const text = textOfPiece(piece);
  return text.length >= 60 || /[.:!?]["”’)]*$/.test(text);
}

/** A sentence, or a long text. Cells of a lost table have no stops. */
function isSentence(piece: Piece): boolean {
  if (piece.type !== 'paragraph') return true;
  const text = textOfPiece(piece);
  return !text.startsWith('(') && (text.length > 160 || /[.:;!?)]["”’]*$/.test(text));
}

/** Whether the lines before begin alike, and a line no more: what they list ends with them. */
function endsAlike(text: string, index: number, pieces: readonly Piece[]): boolean {
  const [first, second] = [index - 2, index - 1].map((at) => firstWord(pieces[at]));
  return first !== '' && first === second && first !== wordAt(text);
}

const firstWord = (piece: Piece | undefined): string =>
  piece?.type === 'paragraph' ? wordAt(textOfPiece(piece)) : '';

const wordAt = (text: string): string => /^\p{L}+/u.exec(text)?.[0].toLowerCase() ?? '';

/** What stands above the lines of an address. */
const CONTACT =
  /^(?:how to (?:contact|reach)|who to contact|contact(?:ing)?|get in touch|(?:our |your )?contact details|questions)\b/i;
/** A question that a section answers. */
const ASKS = /^(?:what|how|who|why|when|where) (?:we|you|your|our|is|are|do|does|can|to|the)\b/i;

/** Whether a line without any look stands as a heading does: short, no sentence, above text. */
function isAbove(text: string, index: number, pieces: readonly Piece[]): boolean {
  if (SENTENCE.test(text) || (/[:.]$/.test(text) === !isTitleCase(text) && /[:.]$/.test(text)))
    return false;
  const [before, next] = [pieces[index - 1], pieces[index + 1]];
  if (!next || text.split(' ').length > 14) return false;
  if (before?.type === 'item' && next.type === 'item')
    return before.signs?.bullet !== undefined || text.length <= 60;
  const previous = before ? textOfPiece(before) : '';
  const nextText = textOfPiece(next);
  const isAnnounced = /[:,;]$/.test(previous);
  if (CONTACT.test(text) && !isAnnounced && next.type === 'paragraph' && VALUE.test(nextText))
    return true;
  if (!isText(next) || next.type === 'item')
    return next.type === 'item' && isApart(pieces[index]) && text.length <= 60;
  if (!isSentence(next)) return false;
  const isShort = nextText.length < 60 && nextText.length < text.length * 2;
  if (next.type === 'table' || (isShort && !nextText.endsWith(':'))) {
    if (!isApart(pieces[index]) || next.type !== 'table') return false;
  }
  // What follows an announcement or another fragment is an item that lost its bullet.
  if (/:$/.test(previous)) return false;
  if (ASKS.test(text) && !ASKS.test(previous) && nextText.length >= 60) return true;
  const isAfterText = before?.type !== 'paragraph' || isText(before) || index <= 1;
  return isAfterText || endsAlike(text, index, pieces);
}

const isApart = (piece: Piece | undefined): boolean => piece?.signs?.isApart === true;

const isBold = ({ look }: Candidate): boolean => look === 'bold' || look === 'strong';

/** How many candidates there are of each look and of each depth of number. */
function countsOf(all: readonly Candidate[]): (key: string) => number {
  const counts = new Map<string, number>();
  for (const each of all) {
    const keys = [
      ...(each.isListed ? [] : [`like ${isBold(each) ? 'bold' : each.look}`]),
      ...[isBold(each) ? 'bold' : each.look],
      ...(each.mark ? ['marked', keyOfMark(each.mark)] : []),
    ];
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (key) => counts.get(key) ?? 0;
}

const keyOfMark = ({ kind, depth }: Mark): string => `${kind} ${depth}`;

/** Whether a candidate is taken: looks need company, and lines without one a text without looks. */
function isTaken(
  candidate: Candidate,
  count: (key: string) => number,
  pieces: readonly Piece[],
): boolean {
  const { look, mark, isListed } = candidate;
  if (look === 'real' || isListed) return true;
  if (mark) return count(keyOfMark(mark)) > 1 || isBold(candidate) || look === 'capitals';
  if (look === 'capitals') return true;
  if (isBold(candidate)) return count('like bold') > 1 || count('real') + count('marked') > 0;
  if (look === 'underlined') return count('like underlined') > 1;
  if (look === 'italic') return false;
  return count('real') === 0 && count('bold') < 2 && pieces.length > 2;
}

/** Without three and more lines in a row that look the same: an address, a list, a table. */
function withoutRuns(pieces: readonly Piece[], candidates: readonly Candidate[]): Candidate[] {
  const runs: Candidate[][] = [];
  for (const candidate of candidates) {
    const last = runs.at(-1)?.at(-1);
    if (
      last &&
      last.index === candidate.index - 1 &&
      last.look === candidate.look &&
      !candidate.mark
    ) {
      runs.at(-1)?.push(candidate);
    } else runs.push([candidate]);
  }
  return runs.flatMap((run) => {
    if (run[0]?.look === 'real' || run.length < 2) return run;
    const isAbove = isText(pieces[(run.at(-1)?.index ?? 0) + 1]);
    const last = run.at(-1);
    if (run.length > 2 || run[0]?.look === 'plain')
      return isAbove && last && run.length === 2 ? [last] : [];
    return isAbove ? run : [];
  });
}

/** Cuts a bold first line off its paragraph where several paragraphs begin so. */
export function cutHeads(pieces: readonly Piece[]): Piece[] {
  const heads = pieces.map((piece) => headOf(piece));
  if (heads.filter((head) => head !== undefined).length < 2) return [...pieces];
  return pieces.flatMap((piece, index): Piece[] => {
    const head = heads[index];
    if (!head || piece.type !== 'paragraph') return [piece];
    const rest = piece.runs.slice(piece.runs.findIndex(({ text }) => text === '\n') + 1);
    return [
      { ...piece, runs: head },
      { type: 'paragraph', at: piece.at, runs: rest },
    ];
  });
}

function headOf(piece: Piece): Paragraph['runs'] | undefined {
  if (piece.type !== 'paragraph' || !piece.runs.some(({ text }) => text === '\n')) return undefined;
  const [first, second] = linesOfRuns(piece.runs);
  if (!first || !second || !allWords(first, 'bold') || allWords(second, 'bold')) return undefined;
  const text = flat(first.map((run) => run.text).join(''));
  return text.length <= LONGEST && !/[.;,:]$/.test(text) && /\p{L}/u.test(text) ? first : undefined;
}
