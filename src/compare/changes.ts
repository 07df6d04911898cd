/** The redline told as a list: each difference a person would name, its kind and its place. */
import { headingText, textOf, type Inline, type Section } from '../document/model.ts';
import { idOf } from './hash.ts';
import { piecesOf } from './inline.ts';
import { kindOf } from './kinds.ts';
import { once } from './memo.ts';
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
  runs: Run[];
  lines: Line[];
  /** For lines that are set in another way, which. */
  mark?: Line['marks'][number];
  /** For a move, its key, what came by it, and what tells where that stood. */
  move?: string;
  came: Placed[];
  left: Placed[];
  /** The move it is within. */
  within?: Growing;
  /** For a move, whether sections were moved: they say themselves where they stood. */
  hasHeading?: boolean;
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
      for (const run of growing.runs) Object.assign(run, { change: change.id, kind: change.kind });
      for (const line of growing.lines) line.change = change.id;
      for (const part of growing.came) if (change.before) part.from = change.before;
      for (const part of growing.left) if (change.after) part.to = change.after;
      return change;
    });
    return { changes, words: this.#words };
  }

  #close({ kind, before: stood, after, move, within, ...words }: Growing): Change {
    // What is taken away from a moved paragraph stood where that came from.
    const before = stood && within && !within.hasHeading ? (within.before ?? stood) : stood;
    const removed = comparable(words.removed.join(' '));
    const added = comparable(words.added.join(' '));
    const known = kind ?? kindOf(removed, added);
    return {
      id: idOf(known, before?.anchor ?? '', after?.anchor ?? '', removed, added),
      kind: known,
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
      moved?.removed.push(wordsOf(line.runs, 'before'));
      moved?.added.push(wordsOf(line.runs, 'after'));
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
    const counted = side === 'both' ? (moved ? 'moved' : 'kept') : COUNTED[side];
    this.#words[counted] += countOf(content);
    if (side === 'both') {
      if (mark || words.trim() !== '') this.#open = undefined;
      if (!mark) return;
      const change = this.#start(mark, moved);
      const isLink = mark === 'link';
      change.removed.push(isLink ? was : words);
      change.added.push(isLink ? (hrefIn(content) ?? '') : words);
      change.runs.push(run);
    } else {
      const change = (this.#open ??= this.#start(undefined, moved));
      change[side] ??= this.#place(side);
      change[COUNTED[side]].push(words);
      change.runs.push(run);
    }
  }

  /** A new change; one of a known kind is of both versions. */
  #start(kind?: ChangeKind, within?: Growing): Growing {
    const change: Growing = {
      ...(kind && { kind, before: this.#place('before'), after: this.#place('after') }),
      ...(within && { within }),
      ...nothing(),
    };
    this.#growing.push(change);
    return change;
  }

  #place(version: Version): Place {
    return placeOf(this.#section[version]);
  }

  /** Lines that were split or set in another way, one after the other, are one change. */
  #mark(line: Line, moved: Growing | undefined): void {
    const mark = line.side === 'both' ? line.marks[0] : undefined;
    if (mark !== this.#marked?.mark || line.kind === 'heading') this.#marked = undefined;
    if (mark === undefined) return;
    const change = (this.#marked ??= this.#start('format', moved));
    change.mark = mark;
    change.removed.push(wordsOf(line.runs, 'before'));
    change.added.push(wordsOf(line.runs, 'after'));
    change.lines.push(line);
  }

  #moveOf(key: string): Growing {
    const known = this.#moves.get(key);
    if (known) return known;
    const move: Growing = { kind: 'move', move: key, ...nothing() };
    this.#moves.set(key, move);
    return move;
  }

  #leave(key: string, part: Placed): void {
    const move = this.#moveOf(key);
    move.left.push(part);
    move.before ??= this.#place('before');
  }

  #arrive(key: string, part: Placed): void {
    this.#open = undefined;
    const move = this.#moveOf(key);
    // Listed where it stands now, whether the place it left came before or comes after.
    if (move.came.length === 0) this.#growing.push(move);
    move.came.push(part);
    move.after ??= this.#place('after');
  }
}

const nothing = (): Pick<Growing, 'removed' | 'added' | 'runs' | 'lines' | 'came' | 'left'> => ({
  removed: [],
  added: [],
  runs: [],
  lines: [],
  came: [],
  left: [],
});

type Version = Exclude<Side, 'both'>;
const COUNTED = { before: 'removed', after: 'added' } as const;

/** The number of words of content, which stands in many comparisons. */
const countOf = once((content: readonly Inline[]) => countWords(textOf(content)));

/** A character that a comparison takes for one. */
const IS_SEEN = /[^\s\u00AD\u200B\u2060\uFEFF]/;

/** The words of runs as one version has them. */
const wordsOf = (runs: readonly Run[], version: Version): string =>
  comparable(
    runs
      .filter(({ side }) => side === 'both' || side === version)
      .map(({ content }) => textOf(content))
      .join(''),
  );

/** Where the first link of a line leads. */
const hrefIn = (content: readonly Inline[]): string | undefined =>
  piecesOf(content)
    .flatMap(({ wraps }) => wraps)
    .find((wrap) => wrap.type === 'link')?.href;
