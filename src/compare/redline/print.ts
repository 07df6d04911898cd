/** The redline as HTML: what pages, feeds and whoever takes the engine alone print. */
import {
  attributeOf,
  cellAttributes,
  checkmarkOf,
  escapeHtml,
  groupAttributes,
  idAttribute,
  listAttributes,
} from '../../document/print.ts';
import { countLines, foldable } from './fold.ts';
import { renderRuns } from './inline.ts';
import { valuesIn } from './numbers.ts';
import { Printing, type RedlineOptions } from './options.ts';
import { isLong, linesShown, type View } from './pieces.ts';
import { nameOf, spansAfter, widthOf } from './table.ts';
import type {
  Box,
  CellPart,
  Comparison,
  Gone,
  Line,
  Part,
  Place,
  RowPart,
  Side,
  TablePart,
} from '../model.ts';

/**
 * Prints a comparison as one text: the version after, with what was taken away put in where it
 * stood. Taking out every `<ins>` and what is marked `data-diff="ins"` leaves the words of the
 * version before, once what moved is put back in its place; taking out every `<del>` and what is
 * marked `data-diff="del"` leaves the version after. A cell that reaches over other rows and columns
 * there says so in `data-rows-after` and `data-columns-after`, and what is left of a row with
 * `data-row-after="next"` begins the next one. Words of the display are in elements with
 * `data-diff-ui`.
 */
export function renderRedline(
  { redline }: Pick<Comparison, 'redline'>,
  options: RedlineOptions = {},
): string {
  return new Printer(new Printing(options)).parts(redline, undefined);
}

/** What a part stands in. */
export type Parent = Box['source']['type'] | 'cell' | undefined;

/** Prints parts of a redline; ids of changes and moves come out once each. */
export class Printer {
  protected readonly printing: Printing;
  readonly #view: View;
  /** The numbers that items of the lists printed so far are given. */
  readonly #values = new Map<Part, number | 'none'>();

  constructor(printing: Printing, view: View = 'both') {
    this.printing = printing;
    this.#view = view;
  }

  parts(parts: readonly Part[], parent: Parent): string {
    const isFolding = this.printing.options.fold && parent === 'section';
    // Loops and not maps: lists within lists within lists take room on the stack.
    let html = '';
    for (const stretch of isFolding ? foldable(parts) : [{ isFolded: false, parts }]) {
      let inner = '';
      for (const part of stretch.parts) inner += this.part(part, parent);
      const hasLines = countLines(stretch.parts) > 0;
      html += stretch.isFolded && hasLines ? this.fold(stretch.parts, inner) : inner;
    }
    return html;
  }

  /** Folds away a stretch that is printed already, under how much of it there is. */
  fold(parts: readonly Part[], inner: string): string {
    const { labels, display } = this.printing;
    const label = escapeHtml(labels.unchanged(countLines(parts)));
    return `<details class="fold"><summary${display}>${label}</summary>${inner}</details>\n`;
  }

  part(part: Part, parent: Parent): string {
    if (!this.isShown(part)) return '';
    switch (part.type) {
      case 'box':
        return this.#box(part, parent);
      case 'line':
        return this.#lines(part, parent);
      case 'table':
        return this.#table(part);
      case 'gone':
        return this.gone(part, parent);
    }
  }

  /** Whether a part is of what is printed, at this place. */
  protected isShown(_part: Part | RowPart | CellPart): boolean {
    return true;
  }

  #box(box: Box, parent: Parent): string {
    const shown = box.parts.filter((part) => this.isShown(part));
    for (const [part, value] of valuesIn(box, shown, this.#view)) this.#values.set(part, value);
    return this.around(box, this.parts(box.parts, box.source.type), parent);
  }

  /** Prints a box around its parts, which are printed already. */
  around(box: Box, inner: string, parent: Parent): string {
    const { source } = box;
    const note = this.note(box);
    // What was moved out of a list is printed as what it was within its item.
    const isStray = source.type === 'item' && parent !== 'list';
    if (source.type === 'entry' || isStray) return note + inner;
    const [tag, own, start = ''] = this.#elementOf(box);
    const opening = `<${tag}${own}${attributesOf(box)}>`;
    const isList = ['list', 'definitions', 'facts'].includes(source.type);
    return `${isList ? note + opening : opening + note}${start}${inner}</${tag}>\n`;
  }

  /** The element for a box, its own attributes, and what stands in it before its parts. */
  #elementOf(box: Box): [tag: string, own: string, start?: string] {
    const { source, side } = box;
    switch (source.type) {
      case 'list':
        return [source.ordered ? 'ol' : 'ul', listAttributes(source)];
      case 'item':
        return ['li', this.#valueOf(box), checkmarkOf(source)];
      case 'quote':
        return ['blockquote', ''];
      case 'definitions':
        return ['dl', ''];
      case 'facts':
        return ['dl', ' class="facts"'];
      case 'fact': {
        const { labels, display } = this.printing;
        return ['div', '', `<dt${display}>${escapeHtml(labels.labelOf(source.field))}</dt>`];
      }
      case 'group': {
        // An id of the version before could be one of the version after as well.
        const anchor = side === 'before' ? undefined : source.anchor;
        return [source.tag, idAttribute(anchor, this.printing.options) + groupAttributes(source)];
      }
      default:
        return [source.type === 'section' ? 'section' : 'dd', ''];
    }
  }

  /** What gives an item its number, where the browser would count another. */
  #valueOf(box: Box): string {
    const value = this.#values.get(box);
    return value === 'none' ? ' class="unnumbered"' : attributeOf('value', value?.toString());
  }

  #lines(line: Line, parent: Parent): string {
    return linesShown(line, this.#view)
      .map((each) => this.#line(each, parent))
      .join('');
  }

  #line(line: Line, parent: Parent): string {
    const { kind, side, change } = line;
    if (kind === 'rule') return side === 'before' ? '' : '<hr>\n';
    if (kind === 'empty') return '';
    const isHeading = kind === 'heading';
    const mark = side === 'both' ? line.marks[0] : undefined;
    const place = mark ? this.printing.once(change) : '';
    // A heading has the id of its section, and the place of its change in what is told of it.
    const own = isHeading ? '' : place;
    const attributes = attributesOf(line) + attributeOf('data-diff', mark) + own;
    const content = this.#contentOf(line, mark, place);
    if (kind === 'bare' && parent !== 'section' && side !== 'before' && attributes === '') {
      return content;
    }
    const tag = this.#tagOf(line, parent);
    const id = isHeading ? idAttribute(this.anchorOf(line), this.printing.options) : '';
    if (kind === 'code') {
      return `<pre tabindex="0"${attributes}><code>${content}\n</code></pre>\n`;
    }
    return `<${tag}${id}${attributes}>${content}</${tag}>\n`;
  }

  /** The words of a line, behind what is said of it where that is said first. */
  #contentOf(line: Line, mark: Line['marks'][number] | undefined, place: string): string {
    const { printing } = this;
    const isHeading = line.kind === 'heading';
    let before = this.note(line);
    if (mark && place) {
      before += printing.spoken(`${escapeHtml(printing.labels[mark])}.`, isHeading ? place : '');
    }
    if (line.rank === undefined || isHeading || !printing.options.rankOf) {
      return before + this.#runs(line);
    }
    // On a page with an outline of its own, a heading in a list is a strong line.
    return `${before}<strong>${this.#runs(line)}</strong>`;
  }

  #runs({ runs, kind, side }: Line): string {
    const { printing } = this;
    const isBlock = side !== 'both';
    if (!isBlock) printing.lastBlock = side;
    return renderRuns(runs, printing, { view: this.#view, isCode: kind === 'code', isBlock });
  }

  #tagOf(line: Line, parent: Parent): string {
    const { kind, rank, side } = line;
    if (kind === 'heading') return `h${this.printing.options.rankOf?.(line) ?? rank ?? 2}`;
    if (kind === 'term' && parent === 'entry') return 'dt';
    if (kind === 'value' && parent === 'fact') return 'dd';
    if (kind === 'bare' && parent !== 'section') return side === 'before' ? 'div' : 'span';
    return rank === undefined || this.printing.options.rankOf ? 'p' : `h${rank}`;
  }

  protected anchorOf({ side, section }: Line): string | undefined {
    return side === 'before' ? undefined : section?.after?.anchor;
  }

  /** Says of something moved that it was, once for each move, with a link to where it stood. */
  protected note({ move, from }: { move?: string; from?: Place }): string {
    const words = this.printing.labels.movedFrom(from?.heading ?? '');
    return move === undefined ? '' : this.movedNote(move, `${move}-was`, words);
  }

  /** A note at one place of a move, unless it has one, with a link to its other place. */
  protected movedNote(place: string, other: string, words: string): string {
    const { display } = this.printing;
    const id = this.printing.once(place);
    if (id === '') return '';
    const link = `<a href="${this.printing.linkTo(other)}">${escapeHtml(words)}</a>`;
    return `<span class="moved"${id}${display}>${link} </span>`;
  }

  /** Says where something moved away from, with a link to where it stands now. */
  protected gone({ move, to }: Gone, parent: Parent): string {
    const tag = parent === 'list' ? 'li' : parent === 'entry' || parent === 'fact' ? 'dd' : 'p';
    return this.#goneAs(tag, move, this.#goneLink(move, to));
  }

  #goneAs(tag: string, move: string, inner: string): string {
    this.printing.lastBlock = 'both';
    return `<${tag} class="gone" data-moved-to="${move}"${this.printing.display}>${inner}</${tag}>\n`;
  }

  #goneLink(move: string, to: Place | undefined): string {
    const words = escapeHtml(this.printing.labels.movedTo(to?.heading ?? ''));
    const id = this.printing.once(`${move}-was`);
    return `<a${id} href="${this.printing.linkTo(move)}">${words}</a>`;
  }

  #table(table: TablePart): string {
    const { caption, head, body } = table;
    const width = widthOf([...head, ...body]);
    const rowsIn = (tag: string, rows: readonly RowPart[]): string =>
      rows.length > 0 ? `<${tag}>${rows.map((row) => this.row(row, width)).join('')}</${tag}>` : '';
    const note = this.note(table);
    const inner =
      (caption && this.isShown(caption)
        ? `<caption${attributesOf(caption)}>${this.#runs(caption)}</caption>`
        : '') +
      rowsIn('thead', head) +
      rowsIn('tbody', body);
    return (
      `${note}<div class="table${isLong(inner) ? ' long' : ''}" role="group" tabindex="0"` +
      ` aria-label="${escapeHtml(nameOf(table))}"><table${attributesOf(table)}>${inner}</table></div>\n`
    );
  }

  protected row(row: RowPart, width: number): string {
    if (!this.isShown(row)) return '';
    if (row.gone !== undefined) {
      const cell = `<td colspan="${width}">${this.#goneLink(row.gone, row.to)}</td>`;
      return this.#goneAs('tr', row.gone, cell);
    }
    const own = this.#view === 'both' ? undefined : row.own?.[this.#view];
    if (own?.length === 0) return '';
    const cells = own ?? row.cells.filter((cell) => this.isShown(cell));
    const inner = cells.map(({ side, cell, after, parts }, index) => {
      if (!cell) return '<td class="none" data-diff-ui></td>';
      const note = index === 0 ? this.note(row) : '';
      // In a column that came or went, every cell would say so.
      if (side !== row.side) this.printing.lastBlock = side;
      const content = this.parts(parts, 'cell');
      // One version alone may have nothing in a head, and an empty head names nothing.
      const tag = cell.header && content !== '' ? 'th' : 'td';
      const spans = this.#view === 'both' ? spansAfter(cell, after) : '';
      const attributes =
        cellAttributes(cell) + spans + (side === row.side ? '' : attributesOf({ side }));
      return `<${tag}${attributes}>${note}${content}</${tag}>`;
    });
    // A row that is of both versions ends a run of rows of one.
    if (row.side === 'both') this.printing.lastBlock = 'both';
    const joined = this.#view === 'both' && row.only === 'before' ? 'next' : undefined;
    const attributes = attributesOf(row) + attributeOf('data-row-after', joined);
    return `<tr${attributes}>${inner.join('')}</tr>`;
  }
}

/** What marks a part as of one version alone, or as moved. */
const attributesOf = ({ side, move }: { side: Side; move?: string }): string =>
  (side === 'both' ? '' : ` data-diff="${side === 'before' ? 'del' : 'ins'}"`) +
  attributeOf('data-moved-from', move);
