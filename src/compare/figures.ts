/**
 * The figures of a text that changed: periods, amounts, ages and dates. It names one only where the
 * words around it make sure that it is the same figure in both versions, and is silent otherwise.
 */
import { plainOf } from './inline.ts';
import type { CellPart, Line, Part, RowPart, Run, TablePart } from './model.ts';
import { mayBeOfQuantity, quantitiesIn, type Quantity } from './quantities.ts';
import { comparable } from './tokens.ts';

export interface Figure {
  /** What it is of: the head of its row, its term, or the section; empty before the first heading. */
  subject: string;
  before: string;
  after: string;
  /** The sentence it stands in, where the subject is no more than the section. */
  sentence?: string;
  /** The change that it is part of, by its id. */
  change: string;
}

/** Finds the figures that changed in a redline, in its order, each once. */
export function figuresOf(redline: readonly Part[]): Figure[] {
  const finder = new Finder();
  finder.parts(redline);
  const { found } = finder;
  return [
    ...new Map(
      found.map((each) => [`${each.subject} ${each.before} ${each.after}`, each]),
    ).values(),
  ];
}

class Finder {
  readonly found: Figure[] = [];
  #section = '';
  /** What the line says it is of, by where it stands. */
  #subject: string | undefined;

  parts(parts: readonly Part[]): void {
    for (const part of parts) {
      if (part.type === 'line') this.#line(part);
      else if (part.type === 'table') this.#table(part);
      else if (part.type === 'box')
        this.#within(part.source.type === 'entry' ? '' : undefined, () => this.parts(part.parts));
    }
  }

  /** Looks at parts that stand under a term or in a row. */
  #within(subject: string | undefined, look: () => void): void {
    const outer = this.#subject;
    if (subject !== undefined) this.#subject = subject;
    look();
    this.#subject = outer;
  }

  #table({ head, body }: TablePart): void {
    const columns = head.at(-1)?.cells.map(wordsOfCell) ?? [];
    for (const row of body) {
      const [first] = row.cells;
      const name = first ? wordsOfCell(first) : '';
      row.cells.forEach((cell, index) => {
        const column = row.cells.length > 2 ? (columns[index] ?? '') : '';
        const subject = [name, column].filter(Boolean).join(' – ');
        if (index > 0) this.#within(isName(name) ? subject : '', () => this.parts(cell.parts));
      });
    }
  }

  #line(line: Line): void {
    const after = textOf(line.runs, 'after');
    if (line.kind === 'heading') {
      if (line.side !== 'before') this.#section = after;
      return;
    }
    if (line.kind === 'term') this.#subject = after;
    else if (line.side === 'both' && line.runs.some(isOfQuantity)) {
      this.#compare(line, after);
    }
  }

  #compare(line: Line, text: string): void {
    const sentences = sentencesIn(text).filter(({ quantities }) => quantities.length > 0);
    if (sentences.length === 0) return;
    const then = sentencesIn(textOf(line.runs, 'before'));
    for (const sentence of sentences) {
      const twin = twinOf(sentence, then);
      if (!twin) continue;
      sentence.quantities.forEach((quantity, index) => {
        const old = twin.quantities[index];
        if (!old || old.key === quantity.key || isOfVersion(quantity, sentence)) return;
        const change = changeOf(line.runs, quantity.text) ?? changeOf(line.runs, old.text);
        if (change === undefined) return;
        this.found.push({
          ...this.#subjectOf(sentence, quantity),
          before: old.text,
          after: quantity.text,
          change,
        });
      });
    }
  }

  #subjectOf({ text }: Sentence, { start }: Quantity): Pick<Figure, 'subject' | 'sentence'> {
    if (this.#subject) return { subject: this.#subject };
    const label = /^([^:.]{3,60}): /u.exec(text);
    if (label?.[1] !== undefined && label[0].length <= start) return { subject: label[1] };
    return { subject: this.#section, sentence: text };
  }
}

const isOfQuantity = ({ side, content }: Run): boolean =>
  side !== 'both' && mayBeOfQuantity(plainOf(content));

interface Sentence {
  text: string;
  /** Its words without quantities. */
  words: string[];
  quantities: Quantity[];
}

/** The sentences of lines: most lines stand in several comparisons of a notice's versions. */
const known = new Map<string, readonly Sentence[]>();
/** The most lines that are known at a time. */
const MOST = 2000;

function sentencesIn(text: string): readonly Sentence[] {
  const sentences = known.get(text) ?? readSentences(text);
  if (known.size >= MOST) known.clear();
  known.set(text, sentences);
  return sentences;
}

const readSentences = (text: string): Sentence[] =>
  text.split(/(?<=[.!?])\s+(?=[\p{Lu}“"(])/u).map((each) => {
    const quantities = quantitiesIn(each);
    const rest = quantities.reduceRight(
      (left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`,
      each,
    );
    return { text: each, quantities, words: rest.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [] };
  });

/** The sentence of the version before that says the same, but for its quantities. */
function twinOf(sentence: Sentence, others: readonly Sentence[]): Sentence | undefined {
  const kinds = kindsOf(sentence);
  const alike = others
    .map((other) => ({ other, share: sharedWords(sentence.words, other.words) }))
    .filter(({ share }) => share >= ALIKE)
    .toSorted((a, b) => b.share - a.share);
  const best = alike[0]?.other;
  return best && kindsOf(best) === kinds ? best : undefined;
}

/** So much of two sentences is the same if they say the same of another figure. */
const ALIKE = 0.7;

const kindsOf = ({ quantities }: Sentence): string => quantities.map(({ kind }) => kind).join();

/** The share of words that two texts have in common. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const count = counts.get(word) ?? 0;
    if (count > 0) shared += 1;
    counts.set(word, count - 1);
  }
  return (2 * shared) / (a.length + b.length);
}

/** Whether a date says no more than of when the version is: "Last updated on 1 May 2026". */
const isOfVersion = ({ kind }: Quantity, { words }: Sentence): boolean =>
  kind === 'date' &&
  (words.length < 7 ||
    words.some((word) => /^(?:effective|updat|revis|modifi|diweddar)/.test(word)));

/** A row is of what its first cell names, in a few words. */
const isName = (words: string): boolean => words !== '' && words.length <= 60;

const wordsOfCell = ({ parts }: CellPart | RowPart['cells'][number]): string =>
  parts
    .map((part) => (part.type === 'line' ? textOf(part.runs, 'after') : ''))
    .join(' ')
    .trim();

const textOf = (runs: readonly Run[], side: 'before' | 'after'): string =>
  comparable(
    runs
      .filter((run) => run.side === 'both' || run.side === side)
      .map(({ content }) => plainOf(content))
      .join(''),
  );

/** The change that put in or took away the words of a quantity, or some of them. */
function changeOf(runs: readonly Run[], text: string): string | undefined {
  const words = text.toLowerCase().split(/[\s-]/);
  return runs.find(({ side, change, content }) => {
    if (side === 'both' || change === undefined) return false;
    const own = plainOf(content).toLowerCase();
    return words.some((word) => own.includes(word));
  })?.change;
}
