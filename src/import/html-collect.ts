/** Collects the pieces of a page while it is walked: opens lines, and closes them at every block. */
import type { Around, Line, Part, Piece, Run, Signs } from './model.ts';
import { TextLine, type Format } from './html-line.ts';
import { isNumber } from './html-marker.ts';

/** What the words of a place become. */
export type Block =
  | { type: 'paragraph' }
  | { type: 'heading'; level: number }
  | { type: 'term' }
  | { type: 'description' }
  | ItemBlock
  | { type: 'note'; mark: string };

/** An item of a list. Its first words begin it, all later ones go on with it. */
export interface ItemBlock {
  type: 'item';
  depth: number;
  isOrdered: boolean;
  isBegun: boolean;
}

/** What is known of a place in the page. Never changed: what is deeper gets a changed copy. */
export interface Place {
  around: Around | undefined;
  block: Block;
  format: Format;
  isUnderlined: boolean;
  isCentred: boolean;
  isPre: boolean;
  size?: number | undefined;
  isHidden: boolean;
  part?: Part | undefined;
  /** How many lists are around it. */
  depth: number;
  /** The number that is counted before its first heading. */
  number?: { text: string; isUsed: boolean } | undefined;
  /** Whether what stands in boxes is joined: within a heading. */
  isJoined: boolean;
}

interface Open {
  line: TextLine;
  place: Place;
  id?: string | undefined;
  marker?: string;
  /** What its marker makes of it. */
  block?: Block;
  isUnderlined: boolean;
}

const isAside = ({ isHidden, part }: Place): boolean => isHidden || part !== undefined;

/** The pieces that were found so far. */
export class Collector {
  readonly pieces: Piece[] = [];
  readonly around = new Map<Piece, Around>();
  #open: Open | undefined;
  /** What is not shown, or is no text, in the middle of a line: it becomes pieces after the line. */
  #aside: Open | undefined;
  #waiting: { piece: Piece; around: Around | undefined }[] = [];
  #id: string | undefined;
  readonly #isLinked: (id: string) => boolean;

  /** @param isLinked whether a link of the page leads to an id */
  constructor(isLinked: (id: string) => boolean) {
    this.#isLinked = isLinked;
  }

  /** An id, which leads to the words that follow it. */
  id(id: string): void {
    if (this.#open && !this.#open.line.isBlank) this.#open.id = this.#better(this.#open.id, id);
    else this.#id = this.#better(this.#id, id);
  }

  #better(one: string | undefined, other: string): string {
    return one !== undefined && this.#isLinked(one) && !this.#isLinked(other) ? one : other;
  }

  text(text: string, place: Place, at: Line): void {
    if (text.trim() === '' && !this.#lineOf(place)) return;
    const open = this.#opened(place);
    if (text.trim() !== '' && !place.isUnderlined) open.isUnderlined = false;
    if (open.line.isBlank) Object.assign(open, { place });
    open.line.add(text, place.format, at, place.isPre);
  }

  break(place: Place, at: Line): void {
    this.#lineOf(place)?.line.break(at);
  }

  /** Where a link begins or ends. Two links side by side have a gap, though none is written. */
  link({ format, ...place }: Place): void {
    const open = this.#lineOf({ format, ...place });
    if (format.href !== undefined) open?.line.gapBeforeLink(format.href);
  }

  note(mark: string, place: Place, at: Line): void {
    this.#opened(place).line.note(mark, at);
  }

  /** Whether what stands in the line so far can be a marker before its words. */
  markerIn(place: Place): string | undefined {
    return this.#lineOf(place)?.line.marker;
  }

  /** Makes what stands in the line so far its marker. */
  takeMarker(place: Place, block: Block): void {
    const open = this.#lineOf(place);
    if (!open) return;
    open.marker = open.line.marker ?? '';
    open.line.clear();
    open.block = block;
  }

  /** A piece that is whole, such as a table. */
  add(piece: Piece, place: Place): void {
    this.end(place);
    this.#keep(piece, place.around);
  }

  /** Where a box begins or ends: so does the line in it. */
  end(place: Place): void {
    if (isAside(place)) return this.#endAside();
    if (place.isJoined && this.#open) return this.#open.line.space();
    this.endAll();
  }

  endAll(): void {
    this.#endAside();
    const open = this.#open;
    this.#open = undefined;
    if (open) for (const piece of piecesOf(open)) this.#keep(piece, open.place.around);
    for (const { piece, around } of this.#waiting) this.#keep(piece, around);
    this.#waiting = [];
  }

  #endAside(): void {
    const aside = this.#aside;
    this.#aside = undefined;
    if (!aside) return;
    for (const piece of piecesOf(aside)) {
      if (this.#open) this.#waiting.push({ piece, around: aside.place.around });
      else this.#keep(piece, aside.place.around);
    }
  }

  #lineOf(place: Place): Open | undefined {
    return isAside(place) ? this.#aside : this.#open;
  }

  #opened(place: Place): Open {
    if (isAside(place)) {
      if (this.#aside && this.#aside.place.part !== place.part) this.#endAside();
      this.#aside ??= { line: new TextLine(), place, isUnderlined: false };
      return this.#aside;
    }
    if (!this.#open) {
      this.#open = { line: new TextLine(), place, id: this.#id, isUnderlined: true };
      this.#id = undefined;
    }
    return this.#open;
  }

  #keep(piece: Piece, around: Around | undefined): void {
    this.pieces.push(piece);
    if (around) this.around.set(piece, around);
  }
}

function piecesOf({ line, place, id, marker, isUnderlined, ...open }: Open): Piece[] {
  const { isHidden, isCentred, part, size } = place;
  const block = open.block ?? place.block;
  const number = block.type === 'heading' ? taken(place.number) : undefined;
  const isAParagraph = isHidden || part !== undefined;
  return line.paragraphs(block.type === 'heading').map(({ runs, at }, index) => {
    const signs: Signs = {
      ...(id !== undefined && index === 0 && { id }),
      ...(marker && index === 0 && (isNumber(marker) ? { number: marker } : { bullet: marker })),
      ...(number && { number }),
      ...(size !== undefined && { size }),
      ...(isCentred && { isCentred }),
      ...(isUnderlined && { isUnderlined }),
      ...(isHidden && { isHidden }),
      ...(part && { part }),
    };
    const placed = { at, ...(Object.keys(signs).length > 0 && { signs }) };
    return pieceOf(isAParagraph ? { type: 'paragraph' } : block, runs, placed);
  });
}

function taken(number: Place['number']): string | undefined {
  if (!number || number.isUsed) return undefined;
  number.isUsed = true;
  return number.text;
}

function pieceOf(block: Block, runs: Run[], placed: { at: Line; signs?: Signs }): Piece {
  if (block.type === 'heading') return { ...block, ...placed, runs: withoutBold(runs) };
  if (block.type !== 'item') return { ...block, ...placed, runs };
  const { depth, isOrdered, isBegun } = block;
  block.isBegun = true;
  return { type: 'item', ...placed, depth, isOrdered, ...(isBegun && { isMore: true }), runs };
}

/** A heading is bold anyway. */
function withoutBold(runs: Run[]): Run[] {
  if (runs.some(({ bold, text }) => !bold && text.trim() !== '')) return runs;
  return runs.map(({ bold: _, ...run }) => run);
}
