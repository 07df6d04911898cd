/** Reads the paragraphs and tables of a part of a Word document into pieces. */
import type { Code } from './codes.ts';
import { alternativeOf, markOf, type Inline } from './docx-inline.ts';
import type { Line } from './docx-line.ts';
import { placeInLists, type Layout } from './docx-lists.ts';
import { leftOf, type Mark, type Numbering } from './docx-numbering.ts';
import type { Styles } from './docx-styles.ts';
import { elementsOf, find, findAll, isOn, valueOf, type XmlElement } from './docx-xml.ts';
import type { Cell, Item, Paragraph, Piece, Signs } from './model.ts';

/** A heading of more letters is a paragraph with an outline level. */
const MAX_HEADING = 250;

/** Reads blocks in order. Every paragraph counts, also an empty one. */
export class Blocks {
  readonly commentsAt = new Map<string, number>();
  at = 0;
  readonly #inline: Inline;
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #layouts = new Map<Piece, Layout>();
  /** A paragraph whose end is gone: the next one goes on with it. */
  #open: { line: Line; element: XmlElement; at: number } | undefined;
  #isContents = false;

  constructor(inline: Inline, styles: Styles, numbering: Numbering) {
    this.#inline = inline;
    this.#styles = styles;
    this.#numbering = numbering;
  }

  /** The pieces in an element. `out` is why none of them is part of the notice. */
  read(element: XmlElement, out?: Code): Piece[] {
    const around = this.#open;
    this.#open = undefined;
    const pieces = [...this.#children(element, out), ...this.#close()];
    this.#open = around;
    return placeInLists(pieces, this.#layouts);
  }

  #children(element: XmlElement, out: Code | undefined): Piece[] {
    return elementsOf(element).flatMap((child) => this.#block(child, out));
  }

  /** A paragraph whose end is gone, where none follows: before a table, at the end of a cell. */
  #close(): Piece[] {
    const open = this.#open;
    this.#open = undefined;
    return open ? this.#pieces(open.line, find(open.element, 'w:pPr'), open.at) : [];
  }

  #block(element: XmlElement, out: Code | undefined): Piece[] {
    switch (element.name) {
      case 'w:p':
        return this.#paragraph(element, out);
      case 'w:tbl':
        return [...this.#close(), ...this.#table(element, out)];
      case 'w:altChunk':
      case 'w:subDoc':
        this.#inline.sayEmbedded();
        return [];
      case 'mc:AlternateContent': {
        const chosen = alternativeOf(element);
        return chosen ? this.#children(chosen, out) : [];
      }
      case 'w:sdt':
        return this.#control(element, out);
      case 'w:tblPr':
      case 'w:sectPr':
        return [];
      default:
        return this.#children(element, this.#inline.outBy(element.name) ?? out);
    }
  }

  #control(element: XmlElement, out: Code | undefined): Piece[] {
    const gallery = valueOf(find(element, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery'));
    const before = this.#isContents;
    this.#isContents ||= gallery === 'Table of Contents';
    const content = find(element, 'w:sdtContent');
    if (find(element, 'w:sdtPr', 'w:showingPlcHdr')) this.#inline.sayPlaceholder(content);
    const pieces = content ? this.#children(content, out) : [];
    this.#isContents = before;
    return pieces;
  }

  #paragraph(element: XmlElement, out: Code | undefined): Piece[] {
    const at = ++this.at;
    const line = this.#inline.read(element, at, out);
    for (const id of line.comments) this.commentsAt.set(id, at);
    const first = this.#open?.at ?? at;
    if (this.#open) line.prepend(this.#open.line);
    this.#open = undefined;
    const mark = markOf(element);
    if (mark && this.#inline.outBy(mark.name)) {
      this.#open = { line, element, at: first };
      return [];
    }
    return this.#pieces(line, find(element, 'w:pPr'), first);
  }

  #pieces(line: Line, properties: XmlElement | undefined, at: number): Piece[] {
    const own = line.isEmpty ? [] : [this.#placed(line, properties, at)];
    const aside = line.out
      .filter(({ text }) => text.trim() !== '')
      .map(({ code, text }) => outside(code, text.trim(), at));
    return [...own, ...aside, ...line.boxes.flatMap(({ box, out }) => this.read(box, out))];
  }

  #placed(line: Line, properties: XmlElement | undefined, at: number): Piece {
    const mark = this.#numbering.next(properties);
    const piece = this.#piece(line, { properties, mark }, at);
    const indent =
      leftOf(find(properties, 'w:ind')) ??
      mark?.indent ??
      leftOf(this.#styles.property(properties, 'w:ind')) ??
      0;
    this.#layouts.set(piece, {
      indent,
      ...(mark && { list: { id: mark.list, level: mark.level } }),
    });
    return piece;
  }

  #piece(
    line: Line,
    { properties, mark }: { properties: XmlElement | undefined; mark: Mark | undefined },
    at: number,
  ): Piece {
    const style = this.#styles.nameOf(valueOf(find(properties, 'w:pStyle')));
    const heading = this.#styles.headingOf(properties);
    const id = line.ids.find((one) => one !== '' && !one.startsWith('_'));
    const runs = line.trimmed();
    const isContents =
      this.#isContents || /^toc \d$/i.test(style ?? '') || (line.isContents && !heading);
    const signs: Signs = {
      ...(id !== undefined && { id }),
      ...(mark?.isOrdered && { number: mark.shown }),
      ...(style !== undefined && { style }),
      ...(line.size !== undefined && { size: line.size }),
      ...(line.isUnderlined && { isUnderlined: true }),
      ...(valueOf(this.#styles.property(properties, 'w:jc')) === 'center' && { isCentred: true }),
      ...(isContents && { outside: 'contents' }),
    };
    const length = runs.reduce((sum, { text }) => sum + text.length, 0);
    if (heading !== undefined && length <= MAX_HEADING && !isContents) {
      const level = heading === 'title' ? 1 : Math.min(6, heading);
      const isBold = runs.every(({ bold, note }) => bold || note !== undefined);
      if (isBold) for (const run of runs) delete run.bold;
      return { type: 'heading', level, at, runs, signs };
    }
    return mark && !isContents
      ? { type: 'item', depth: mark.level + 1, isOrdered: mark.isOrdered, at, runs, signs }
      : { type: 'paragraph', at, runs, signs };
  }

  /** A table. One of one column, or with a table inside, only lays out: it becomes its blocks. */
  #table(table: XmlElement, out: Code | undefined): Piece[] {
    const rows = findAll(table, 'w:tr').map((row) => {
      const change = elementsOf(find(row, 'w:trPr')).find(({ name }) =>
        /^w:(?:ins|del)$/.test(name),
      );
      const isHidden = isOn(find(row, 'w:trPr', 'w:hidden')) === true;
      const gone =
        (change && this.#inline.outBy(change.name)) ?? (isHidden ? 'hidden' : undefined) ?? out;
      const cells = cellsOf(row).map((cell) => ({ cell, pieces: this.read(cell, gone) }));
      return { row, cells };
    });
    const all = rows.flatMap(({ cells }) => cells.flatMap(({ pieces }) => pieces));
    const isLayout =
      all.some(({ type }) => type === 'table') || rows.every(({ cells }) => cells.length < 2);
    if (isLayout) return all;
    const asides = all.filter(({ signs }) => signs?.outside !== undefined);
    const spans = new Map<number, Cell>();
    const read = rows.map(({ row, cells }) => {
      const isHead = find(row, 'w:trPr', 'w:tblHeader') !== undefined;
      let column = 0;
      return cells.flatMap(({ cell, pieces }): Cell[] => {
        const properties = find(cell, 'w:tcPr');
        const columns = Math.min(63, Number(valueOf(find(properties, 'w:gridSpan')) ?? 1) || 1);
        const merge = find(properties, 'w:vMerge');
        const inside = pieces.flatMap(inCell);
        const above = spans.get(column);
        const start = column;
        column += columns;
        if (merge && valueOf(merge) !== 'restart' && above && inside.length === 0) {
          above.rows = (above.rows ?? 1) + 1;
          return [];
        }
        const made: Cell = {
          pieces: inside,
          ...(isHead && { isHead: true }),
          ...(columns > 1 && { columns }),
        };
        if (merge) spans.set(start, made);
        else spans.delete(start);
        return [made];
      });
    });
    const filled = read.filter((row) => row.some(({ pieces }) => pieces.length > 0));
    const at = all[0]?.at ?? this.at;
    return [
      ...(filled.length > 0 ? [{ type: 'table' as const, at, rows: filled }] : []),
      ...asides,
    ];
  }
}

/** The cells of a row, also those in content controls. */
const cellsOf = (row: XmlElement): XmlElement[] =>
  elementsOf(row).flatMap((one) =>
    one.name === 'w:tc' ? [one] : one.name === 'w:trPr' ? [] : cellsOf(one),
  );

/** What a cell can hold: a heading is bold there. */
function inCell(piece: Piece): (Paragraph | Item)[] {
  if (piece.signs?.outside !== undefined || piece.type === 'table') return [];
  if (piece.type === 'paragraph' || piece.type === 'item') return [piece];
  const runs = piece.runs.map((run) => ({ ...run, bold: true as const }));
  return [{ type: 'paragraph', at: piece.at, runs }];
}

/** A paragraph that is listed and not imported. */
export const outside = (code: Code, text: string, at: number): Paragraph => ({
  type: 'paragraph',
  at,
  runs: [{ text }],
  signs: { outside: code },
});
