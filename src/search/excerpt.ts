/** The part of a text that answers a query, and the address that leads to it. */
import { textOfWords, type Word } from './content.ts';

/** How many words are shown, and how many letters of a script without spaces. */
const SHOWN = 32;
const SHOWN_LETTERS = 80;
/** How many words before the first one found are shown with it. */
const BEFORE = 8;

/** Words of one line, one after the other, that were all found or all not. */
export interface Stretch {
  text: string;
  isFound: boolean;
  /** What it begins: a line, what a row says of its first cell, or a further cell of that. */
  begins?: 'line' | 'row' | 'cell';
  /** Whether it goes on from the one before it, without a space. */
  isGlued?: true;
}

export interface Excerpt {
  stretches: Stretch[];
  /** Whether words were left out before, and after. */
  begins: boolean;
  ends: boolean;
}

/** The words around those that were found, where the most of them stand together. */
export function excerptOf(words: readonly Word[]): Excerpt {
  // The heading is shown above in any case.
  const body = answering(words.filter(({ line }) => line > 0));
  const isUnspaced = body.filter(({ isGlued }) => isGlued).length > body.length / 2;
  const shown = isUnspaced ? SHOWN_LETTERS : SHOWN;
  const start = startOf(body, shown);
  const stretches = stretchesOf(body.slice(start, start + shown));
  return { stretches, begins: start === 0, ends: start + shown >= body.length };
}

/** Of rows with words that were found, the first cell and those with the words; no other rows. */
function answering(body: readonly Word[]): readonly Word[] {
  const answers = new Set(body.flatMap(({ line, isFound }) => (isFound ? [line] : [])));
  if (answers.size === 0) return body;
  const rows = new Set(body.flatMap(({ line, row }) => (row === undefined ? [] : [row, line])));
  const named = new Set(body.flatMap(({ line, row }) => (answers.has(line) ? [row ?? line] : [])));
  return body.filter(({ line }) => !rows.has(line) || answers.has(line) || named.has(line));
}

/** Words put together as far as they are of one line, and all found or all not. */
export function stretchesOf(words: readonly Word[]): Stretch[] {
  const stretches: Stretch[] = [];
  words.forEach((word, index) => {
    const { text, line, isFound, isGlued } = word;
    const last = words[index - 1];
    const stretch = stretches.at(-1);
    const goesOn = isGlued && last?.line === line;
    if (stretch && last?.line === line && last.isFound === isFound) {
      stretch.text += goesOn ? text : ` ${text}`;
    } else {
      const begins = beginning(word, last);
      stretches.push({ text, isFound, ...(begins && { begins }), ...(goesOn && { isGlued }) });
    }
  });
  return stretches;
}

/** What a word begins after another. */
function beginning({ line, row }: Word, last: Word | undefined): Stretch['begins'] {
  if (last === undefined || last.line === line) return undefined;
  if (row === undefined || (last.row ?? last.line) !== row) return 'line';
  return last.line === row ? 'row' : 'cell';
}

/** Where to begin, so that the most of what was found is shown. */
function startOf(body: readonly Word[], shown: number): number {
  let best = 0;
  let most = 0;
  body.forEach((word, place) => {
    if (!word.isFound) return;
    const count = body.slice(place, place + shown - BEFORE).filter(({ isFound }) => isFound).length;
    if (count > most) [best, most] = [place, count];
  });
  // Rather from the beginning of the line, if that is near, and from a short line before it: the
  // cell of a table says little without the one that leads its row.
  let start = best;
  while (start > 0 && best - start < BEFORE && body[start - 1]?.line === body[best]?.line)
    start -= 1;
  const before =
    body.slice(0, start).findLastIndex(({ line }) => line !== body[start - 1]?.line) + 1;
  if (best - before <= BEFORE) start = before;
  // A text is shown to its end, not over it.
  return Math.max(0, Math.min(start, body.length - shown));
}

/** How many words stand for the place around those that are to be marked. */
const AROUND = 4;
/** Fewer words than this may well stand elsewhere on the page too. */
const ENOUGH = 4;
/** The most places that a browser is asked to mark. */
const MARKED = 3;

/**
 * The part of an address by which a browser finds the words and marks them, without a script:
 * a text directive for each place, with the words around it. The browser goes to the place it
 * finds, and not to the anchor; so what could be found in another section is left out. Empty when
 * nothing but the heading was found.
 *
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function textDirectives(words: readonly Word[]): string {
  return placesIn(words)
    .toSorted((a, b) => b.to - b.from - (a.to - a.from))
    .flatMap((place) => directive(words, place))
    .slice(0, MARKED)
    .map((part) => `text=${part}`)
    .join('&');
}

/** Words of one line, by their numbers, from one up to another. */
interface Place {
  line: number;
  from: number;
  to: number;
}

/** The words found that stand together; those of the heading are seen in any case. */
function placesIn(words: readonly Word[]): Place[] {
  const places: Place[] = [];
  words.forEach(({ line, isFound }, at) => {
    const last = places.at(-1);
    if (!isFound || line === 0) return;
    if (last?.to === at && last.line === line) last.to = at + 1;
    else places.push({ line, from: at, to: at + 1 });
  });
  return places;
}

function directive(words: readonly Word[], { line, from, to }: Place): string[] {
  const ofLine = (wanted: number, start: number, end: number): Word[] =>
    words.slice(Math.max(0, start), end).filter((word) => word.line === wanted);
  const found = words.slice(from, to);
  const after = ofLine(line, to, to + AROUND);
  let before = ofLine(line, from - AROUND, from);
  if (before.length + found.length + after.length < ENOUGH) {
    // A cell or an item of a word or two: known by the line before it, which is not the heading.
    if (before.length > 0 || line < 2) return [];
    before = ofLine(line - 1, from - AROUND, from);
    if (before.length + found.length + after.length < ENOUGH) return [];
  }
  const text = (some: readonly Word[]): string => encode(textOfWords(some));
  const context = [before, after].map(text);
  return [
    `${context[0] ? `${context[0]}-,` : ''}${text(found)}${context[1] ? `,-${context[1]}` : ''}`,
  ];
}

/** Percent-encoded, with the signs that mean something in a directive. */
const encode = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');
