/** The redline told as a list: each difference a person would name, its kind and its place. */
import type { Section } from '../notices/model.ts';
import { textOf } from '../notices/model.ts';
import { idOf } from './hash.ts';
import { plainOf } from './inline.ts';
import { comparable } from './leaves.ts';
import type { Change, ChangeKind, Line, Part, Place, Run, Side, TablePart } from './model.ts';
import { countWords } from './texts.ts';
import { tokenise, Vocabulary, type Token } from './tokens.ts';

export interface Listing {
  changes: Change[];
  words: Record<'added' | 'removed' | 'moved' | 'kept', number>;
}

/** Lists the changes of a redline, in its order, and writes their ids into it. */
export function listChanges(redline: readonly Part[]): Listing {
  const lister = new Lister();
  lister.parts(redline, undefined);
  return lister.finish();
}

/** Where a section stands; what stands before the first heading is a place without a name. */
export const placeOf = (section: Section | undefined): Place => ({
  anchor: section?.anchor ?? '',
  heading: section ? comparable(textOf(section.heading)) : '',
  level: section?.level ?? 0,
});

/** A change as it grows: runs that stand beside each other, or lines that share a mark. */
interface Growing {
  kind?: ChangeKind;
  before?: Place;
  after?: Place;
  removed: string[];
  added: string[];
  runs: Run[];
  lines: Line[];
  /** For lines that are set in another way, which. */
  mark?: string;
}

class Lister {
  readonly #growing: Growing[] = [];
  readonly #moves = new Map<string, Growing>();
  readonly #words = { added: 0, removed: 0, moved: 0, kept: 0 };
  readonly #vocabulary = new Vocabulary();
  #section: { before?: Section | undefined; after?: Section | undefined } = {};
  /** The change that goes on if the next thing is changed as well. */
  #open: Growing | undefined;

  parts(parts: readonly Part[], move: string | undefined): void {
    for (const part of parts) {
      if (part.type === 'gone') this.#moveOf(part.move).before = placeOf(this.#section.before);
      else if (part.type === 'line') this.#line(part, part.move ?? move);
      else {
        const key = part.move ?? move;
        if (part.move !== undefined) this.#arrive(part.move);
        if (part.type === 'table') this.#table(part, key);
        else {
          if (part.source.type === 'section') this.#open = undefined;
          this.parts(part.parts, key);
        }
      }
    }
  }

  finish(): Listing {
    const counts = new Map<string, number>();
    const changes = this.#growing.map((growing) => {
      const change = this.#close(growing);
      const count = (counts.get(change.id) ?? 0) + 1;
      counts.set(change.id, count);
      if (count > 1) change.id += `-${count}`;
      for (const run of growing.runs) Object.assign(run, { change: change.id, kind: change.kind });
      for (const line of growing.lines) line.change = change.id;
      return change;
    });
    return { changes, words: this.#words };
  }

  #close({ kind, before, after, removed, added }: Growing): Change {
    const [old, text] = [joined(removed), joined(added)];
    const known = kind ?? this.#kindOf(old, text);
    return {
      id: idOf(known, before?.anchor ?? '', after?.anchor ?? '', old, text),
      kind: known,
      ...(before && { before }),
      ...(after && { after }),
      removed: old,
      added: text,
    };
  }

  #table({ caption, head, body }: TablePart, move: string | undefined): void {
    if (caption) this.#line(caption, move);
    for (const row of [...head, ...body]) {
      if (row.gone !== undefined) this.#moveOf(row.gone).before = placeOf(this.#section.before);
      if (row.move !== undefined) this.#arrive(row.move);
      for (const { parts } of row.cells) this.parts(parts, row.move ?? move);
    }
  }

  #line(line: Line, move: string | undefined): void {
    if (line.kind === 'heading') this.#enter(line);
    if (line.move !== undefined) this.#arrive(line.move);
    const words = line.runs.map(({ content }) => plainOf(content));
    if (line.runs.length === 0 || comparable(words.join('')) === '') return;
    this.#mark(line, comparable(words.join('')));
    // What is wholly added or removed goes on from line to line; other changes end with theirs.
    if (line.side === 'both') this.#open = undefined;
    line.runs.forEach((run, index) => this.#run(run, words[index] ?? '', move));
    if (line.side === 'both') this.#open = undefined;
    const moved = move === undefined ? undefined : this.#moves.get(move);
    const kept = line.runs.filter(({ side }) => side === 'both').map((run) => plainOf(run.content));
    moved?.added.push(comparable(kept.join('')));
  }

  /** A heading begins its section, in the versions that have it. */
  #enter({ side, section }: Line): void {
    this.#open = undefined;
    if (side !== 'after') this.#section.before = section?.before;
    if (side !== 'before') this.#section.after = section?.after;
  }

  #run(run: Run, words: string, move: string | undefined): void {
    const { side, mark } = run;
    const count = countWords(words);
    if (side === 'after') this.#words.added += count;
    else if (side === 'before') this.#words.removed += count;
    else this.#words[move === undefined ? 'kept' : 'moved'] += count;
    if (side === 'both' && !mark) {
      if (words.trim() !== '') this.#open = undefined;
      return;
    }
    if (mark) {
      this.#open = undefined;
      const change = this.#start(mark);
      const href = run.content.find((inline) => inline.type === 'link')?.href;
      change.removed.push(mark === 'link' ? (run.was ?? '') : words);
      change.added.push(mark === 'link' ? (href ?? words) : words);
      change.runs.push(run);
      return;
    }
    if (side === 'both') return;
    const change = (this.#open ??= this.#start());
    this.#addPlace(change, side);
    change[side === 'after' ? 'added' : 'removed'].push(words);
    change.runs.push(run);
  }

  #start(kind?: ChangeKind): Growing {
    const change: Growing = { ...(kind && { kind }), removed: [], added: [], runs: [], lines: [] };
    if (kind) {
      this.#addPlace(change, 'before');
      this.#addPlace(change, 'after');
    }
    this.#growing.push(change);
    return change;
  }

  #addPlace(change: Growing, side: Exclude<Side, 'both'>): void {
    change[side] ??= placeOf(this.#section[side]);
  }

  /** Lines that were split or set in another way, one after the other, are one change. */
  #mark(line: Line, words: string): void {
    const [mark] = line.marks;
    if (line.side !== 'both' || mark === undefined) return;
    const last = this.#growing.findLast(({ mark: other }) => other !== undefined);
    const goesOn = last?.mark === mark && last.after?.anchor === this.#section.after?.anchor;
    const change = goesOn ? last : this.#start('format');
    change.mark = mark;
    change.removed.push(words);
    change.added.push(words);
    change.lines.push(line);
  }

  #moveOf(key: string): Growing {
    const known = this.#moves.get(key);
    if (known) return known;
    const move: Growing = { kind: 'move', removed: [], added: [], runs: [], lines: [] };
    this.#moves.set(key, move);
    this.#growing.push(move);
    return move;
  }

  #arrive(key: string): void {
    this.#open = undefined;
    this.#moveOf(key).after ??= placeOf(this.#section.after);
  }

  /** Of the wording, unless nothing but figures or nothing but signs is different. */
  #kindOf(removed: string, added: string): ChangeKind {
    if (lettersOf(removed) === lettersOf(added)) return 'format';
    const old = tokenise(removed, this.#vocabulary);
    const tokens = tokenise(added, this.#vocabulary);
    const hasNumber = [...old, ...tokens].some(({ kind }) => kind === 'number');
    return hasNumber && restOf(old) === restOf(tokens) ? 'number' : 'wording';
  }
}

const joined = (parts: readonly string[]): string => comparable(parts.join(' '));

/** Letters and figures alone, in one form: what is left when setting and signs do not count. */
const lettersOf = (text: string): string =>
  text.normalize('NFKC').replace(/[^\p{L}\p{M}\p{N}]/gu, '');

const restOf = (tokens: readonly Token[]): string =>
  tokens
    .filter(({ kind }) => kind !== 'number')
    .map(({ key }) => key)
    .join();
