/** The redline told as a list: each difference a person would name, its kind and its place. */
import { headingText, textOf, type Inline, type Section } from '../document/model.ts';
import { idOf } from './hash.ts';
import { piecesOf } from './inline.ts';
import { kindOf } from './kinds.ts';
import { once } from '../document/once.ts';
import type { Change, ChangeKind, Line, Part, Place, Run, Side, TablePart } from './model.ts';
import { comparable, countWords } from './tokens.ts';

export interface Listing {
  changes: Change[];
  words: Record<'added' | 'removed' | 'moved' | 'kept', number>;
}

/** Lists the changes of a redline, in its order, and writes their ids into it. */
export function listChanges(redline: readonly Part[]): Listing {
  const lister = new Lister();
  lister.parts(redline);
  return lister.finish();
}

/** Where a section stands; what stands before the first heading is a place without a name. */
export const placeOf = (section: Section | undefined): Place => ({
  anchor: section?.anchor ?? '',
  heading: section ? comparable(headingText(section.heading)) : '',
  level: section?.level ?? 0,
});

/** A change as it grows: runs that stand beside each other, or lines that share a mark. */
interface Growing {
  kind?: ChangeKind;
  before?: Place;
  after?: Place;
  removed: string[];
  added: string[];
  /** For lines that are set in another way, which. */
  mark?: Line['marks'][number];
  /** For a move, its key. */
  move?: string;
  /** The move it is within. */
  within?: Growing | undefined;
  /** For a move, whether sections were moved: they say themselves where they stood. */
  hasHeading?: boolean;
  /** Write the change, once it is known, into the runs, lines and parts that it is about. */
  writers: ((change: Change) => void)[];
}

/** A part of the redline that tells where something moved from, or where to. */
interface Placed {
  from?: Place;
  to?: Place;
}

class Lister {
  readonly #growing: Growing[] = [];
  readonly #moves = new Map<string, Growing>();
  readonly #words = { added: 0, removed: 0, moved: 0, kept: 0 };
  #section: Partial<Record<Version, Section | undefined>> = {};
  /** The change that goes on if the next thing is changed as well. */
  #open: Growing | undefined;
  /** The change of form that goes on if the next line is changed as well. */
  #marked: Growing | undefined;

  parts(parts: readonly Part[], move?: string): void {
    for (const part of parts) this.#part(part, move);
  }

  #part(part: Part, within: string | undefined): void {
    if (part.type === 'gone') {
      this.#leave(part.move, part);
      return;
    }
    const move = part.move ?? within;
    if (part.move !== undefined) this.#arrive(part.move, part);
    if (part.type === 'line') this.#line(part, move);
    else if (part.type === 'table') this.#table(part, move);
    else {
      if (part.source.type === 'section') this.#open = undefined;
      this.parts(part.parts, move);
    }
  }

  finish(): Listing {
    const counts = new Map<string, number>();
    const changes = this.#growing.map((growing) => {
      const change = this.#close(growing);
      const count = (counts.get(change.id) ?? 0) + 1;
      counts.set(change.id, count);
      if (count > 1) change.id += `-${count}`;
      for (const write of growing.writers) write(change);
      return change;
    });
    return { changes, words: this.#words };
  }

  #close({ before: stood, after, move, within, ...growing }: Growing): Change {
    // What is taken away from a moved paragraph stood where that came from.
    const before = stood && within && !within.hasHeading ? (within.before ?? stood) : stood;
    const removed = comparable(growing.removed.join(' '));
    const added = comparable(growing.added.join(' '));
    const kind = growing.kind ?? kindOf(removed, added);
    return {
      id: idOf(kind, before?.anchor ?? '', after?.anchor ?? '', removed, added),
      kind,
      ...(before && { before }),
      ...(after && { after }),
      removed,
      added,
      ...(move !== undefined && { move }),
    };
  }

  #table({ caption, head, body }: TablePart, move: string | undefined): void {
    if (caption) this.#line(caption, move);
    // A column that was added or removed is one change, through all rows.
    const columns: (Growing | undefined)[] = [];
    for (const row of [...head, ...body]) {
      if (row.gone !== undefined) this.#leave(row.gone, row);
      if (row.move !== undefined) this.#arrive(row.move, row);
      row.cells.forEach(({ side, parts, column }, place) => {
        const index = column ?? place;
        const isColumn = row.side === 'both' && side !== 'both' && !row.only;
        if (isColumn) this.#open = columns[index];
        this.parts(parts, row.move ?? move);
        if (isColumn) {
          columns[index] = this.#open;
          this.#open = undefined;
        }
      });
    }
  }

  #line(line: Line, move: string | undefined): void {
    const moved = move === undefined ? undefined : this.#moveOf(move);
    if (line.kind === 'heading') this.#enter(line, moved);
    if (!line.runs.some(({ content }) => IS_SEEN.test(textOf(content)))) return;
    this.#mark(line, moved);
    // What is wholly added or removed goes on from line to line; other changes end with theirs.
    if (line.side === 'both') this.#open = undefined;
    for (const run of line.runs) this.#run(run, moved);
    if (line.side === 'both') {
      this.#open = undefined;
      if (moved) addWords(moved, line);
    }
  }

  /** A heading begins its section, in the versions that have it; a section moved is of itself. */
  #enter({ side, section }: Line, moved: Growing | undefined): void {
    this.#open = undefined;
    if (moved) moved.hasHeading = true;
    const isFirst = moved?.added.length === 0;
    for (const version of ['before', 'after'] as const) {
      if (side !== 'both' && side !== version) continue;
      this.#section[version] = section?.[version];
      if (isFirst) moved[version] = this.#place(version);
    }
  }

  #run(run: Run, moved: Growing | undefined): void {
    const { side, mark, content, was = '' } = run;
    const words = textOf(content);
    const write = ({ id, kind }: Change) => Object.assign(run, { change: id, kind });
    const counted = side === 'both' ? (moved ? 'moved' : 'kept') : COUNTED[side];
    this.#words[counted] += countOf(content);
    if (side === 'both') {
      if (mark || words.trim() !== '') this.#open = undefined;
      if (!mark) return;
      const change = this.#startOfBoth(mark, moved);
      const isLink = mark === 'link';
      change.removed.push(isLink ? was : words);
      change.added.push(isLink ? (hrefIn(content) ?? '') : words);
      change.writers.push(write);
    } else {
      const change = (this.#open ??= this.#start({ within: moved }));
      change[side] ??= this.#place(side);
      change[COUNTED[side]].push(words);
      change.writers.push(write);
    }
  }

  #start(known: Partial<Growing>): Growing {
    const change = grow(known);
    this.#growing.push(change);
    return change;
  }

  /** A new change of words that both versions have. */
  #startOfBoth(kind: ChangeKind, within: Growing | undefined): Growing {
    return this.#start({
      kind,
      before: this.#place('before'),
      after: this.#place('after'),
      within,
    });
  }

  #place(version: Version): Place {
    return placeOf(this.#section[version]);
  }

  /** Lines that were split or set in another way, one after the other, are one change. */
  #mark(line: Line, moved: Growing | undefined): void {
    const mark = line.side === 'both' ? line.marks[0] : undefined;
    if (mark !== this.#marked?.mark || line.kind === 'heading') this.#marked = undefined;
    if (mark === undefined) return;
    const change = (this.#marked ??= this.#startOfBoth('format', moved));
    change.mark = mark;
    addWords(change, line);
    change.writers.push(({ id }) => (line.change = id));
  }

  #moveOf(key: string): Growing {
    const move = this.#moves.get(key) ?? grow({ kind: 'move', move: key });
    this.#moves.set(key, move);
    return move;
  }

  #leave(key: string, part: Placed): void {
    const move = this.#moveOf(key);
    move.writers.push(({ after }) => after && (part.to = after));
    move.before ??= this.#place('before');
  }

  #arrive(key: string, part: Placed): void {
    this.#open = undefined;
    const move = this.#moveOf(key);
    // Listed where it stands now, whether the place it left came before or comes after.
    if (!move.after) this.#growing.push(move);
    move.writers.push(({ before }) => before && (part.from = before));
    move.after ??= this.#place('after');
  }
}

const grow = (known: Partial<Growing>): Growing => ({
  removed: [],
  added: [],
  writers: [],
  ...known,
});

type Version = Exclude<Side, 'both'>;
const COUNTED = { before: 'removed', after: 'added' } as const;

/** The number of words of content, which stands in many comparisons. */
const countOf = once((content: readonly Inline[]) => countWords(textOf(content)));

/** A character that a comparison takes for one. */
const IS_SEEN = /[^\s\u00AD\u200B\u2060\uFEFF]/;

/** Adds the words of a line, as each version has them. */
function addWords({ removed, added }: Growing, { runs }: Line): void {
  const wordsOf = (version: Version): string =>
    comparable(
      textOf(
        runs.flatMap(({ side, content }) => (side === 'both' || side === version ? content : [])),
      ),
    );
  removed.push(wordsOf('before'));
  added.push(wordsOf('after'));
}

/** Where the first link of a line leads. */
const hrefIn = (content: readonly Inline[]): string | undefined =>
  piecesOf(content)
    .flatMap(({ wraps }) => wraps)
    .find((wrap) => wrap.type === 'link')?.href;
