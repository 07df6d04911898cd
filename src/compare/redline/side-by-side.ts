/** Both versions beside each other, a row for each paragraph, from the same comparison. */
import type {
  Box,
  BoxSource,
  CellPart,
  Comparison,
  Gone,
  Line,
  Part,
  Place,
  RowPart,
} from '../model.ts';
import { attributeOf } from '../../document/print.ts';
import { foldable } from './fold.ts';
import { numberOf } from './numbers.ts';
import { Printing, type RedlineOptions } from './options.ts';
import { isLong, type View } from './pieces.ts';
import { Printer, type Parent } from './print.ts';
import { visitParts } from './walk.ts';

/**
 * Prints a comparison in two columns: the version before, with what was taken away marked, and
 * the version after, with what was put in. What moved stands in each where that version has it.
 */
export function renderSideBySide(
  { redline }: Pick<Comparison, 'redline'>,
  options: RedlineOptions = {},
): string {
  const rows = new RowPrinter(options, movedIn(redline));
  return `<div class="sides">${redline.map((part) => rows.section(part)).join('')}</div>\n`;
}

/** Prints the version after alone. */
class AfterPrinter extends Printer {
  protected override isShown(part: Part | RowPart | CellPart): boolean {
    return 'side' in part && part.side !== 'before' && !('gone' in part);
  }
}

/** Prints the version before alone: what moved is where it stood. */
class BeforePrinter extends Printer {
  readonly #moved: ReadonlyMap<string, readonly (Part | RowPart)[]>;
  /** The move whose text is being printed at the place it left. */
  #leaving: string | undefined;
  /** The heading under which it stands now. */
  #goal = '';

  constructor(printing: Printing, moved: ReadonlyMap<string, readonly (Part | RowPart)[]>) {
    super(printing, 'before');
    this.#moved = moved;
  }

  protected override isShown(part: Part | RowPart | CellPart): boolean {
    if ('type' in part && part.type === 'gone') return true;
    if ('move' in part) return part.move === this.#leaving;
    return part.side !== 'after';
  }

  /** The ids of sections are those of the version after. */
  protected override anchorOf(_line: Line): undefined {
    return undefined;
  }

  protected override note({ move }: { move?: string }): string {
    const words = this.printing.labels.movedTo(this.#goal);
    return move === undefined ? '' : this.movedNote(`${move}-was`, move, words);
  }

  /** What moved with the list around it stands here in that list, not in one within another. */
  override part(part: Part, parent: Parent): string {
    const left = this.leftOf(part);
    return left ? this.gone(left, parent) : super.part(part, parent);
  }

  /** The move that left nothing in a box, and that took a box of its sort with it. */
  leftOf(part: Part): Gone | undefined {
    if (part.type !== 'box' || part.move !== undefined) return undefined;
    const left = this.#onlyIn(part);
    const moved = (left && this.#moved.get(left.move)) ?? [];
    const isOfSort = moved.every(
      (other) => other.type === 'box' && other.source.type === part.source.type,
    );
    return isOfSort && moved.length > 0 ? left : undefined;
  }

  #onlyIn(box: Box): Gone | undefined {
    const [only, ...others] = box.parts.filter((part) => this.isShown(part));
    if (others.length > 0) return undefined;
    return only?.type === 'box' ? this.#onlyIn(only) : only?.type === 'gone' ? only : undefined;
  }

  protected override gone({ move, to }: Gone, parent: Parent): string {
    return this.#leave(move, to, (part) =>
      part.type === 'row' ? this.row(part, 1) : this.#fitted(part, parent),
    );
  }

  /** Prints what moved in what it needs around it to stand in another sort of box. */
  #fitted(part: Part, parent: Parent): string {
    const own = termParent(part);
    if (parent && TERMS.has(parent)) {
      return own ? this.part(part, own) : `<dd>${this.part(part, 'description')}</dd>\n`;
    }
    const isItem = part.type === 'box' && part.source.type === 'item';
    const isStray = parent === 'list' && !isItem;
    const inner = own
      ? `<dl>${this.part(part, own)}</dl>\n`
      : this.part(part, isStray ? 'item' : parent);
    return isStray ? `<li>${inner}</li>` : inner;
  }

  protected override row(row: RowPart, width: number): string {
    if (row.gone === undefined) return super.row(row, width);
    return this.#leave(row.gone, row.to, (part) =>
      part.type === 'row' ? super.row(part, width) : '',
    );
  }

  #leave(move: string, to: Place | undefined, print: (part: Part | RowPart) => string): string {
    const outer = this.#leaving;
    this.#leaving = move;
    this.#goal = to?.heading ?? '';
    const html = (this.#moved.get(move) ?? []).map(print).join('');
    this.#leaving = outer;
    return html;
  }
}

/** Prints the rows, each with a part of either version; ids come out once for both columns. */
class RowPrinter {
  readonly #options: RedlineOptions;
  readonly #before: BeforePrinter;
  readonly #after: Printer;

  constructor(options: RedlineOptions, moved: ReadonlyMap<string, readonly (Part | RowPart)[]>) {
    const printing = new Printing(options);
    this.#options = options;
    this.#before = new BeforePrinter(printing, moved);
    this.#after = new AfterPrinter(printing, 'after');
  }

  section(part: Part): string {
    // A section of one version or place alone stands in one row.
    if (!this.#isDivided(part, 'section')) return this.#pair(part, undefined);
    const { parts } = part;
    const stretches = this.#options.fold ? foldable(parts) : [{ isFolded: false, parts }];
    const inner = stretches.map((stretch) => {
      const rows = stretch.parts.map((child) => this.#rows(child)).join('');
      return stretch.isFolded && rows ? this.#after.fold(stretch.parts, rows) : rows;
    });
    return `<section>${inner.join('')}</section>\n`;
  }

  /** Lists go item by item, so that the same item stands beside itself. */
  #rows(part: Part): string {
    if (!this.#isDivided(part, 'list')) return this.#pair(part, 'section');
    const { source } = part;
    const first = source.start ?? 1;
    const columns: { printer: Printer; view: View; next: number }[] = [
      { printer: this.#before, view: 'before', next: first },
      { printer: this.#after, view: 'after', next: first },
    ];
    return part.parts
      .map((item) => {
        const [left = '', right = ''] = columns.map((column) => {
          const { printer, view, next } = column;
          const inner = printer.parts([item], 'list');
          if (inner === '') return '';
          const start = (item.type === 'box' ? numberOf(item, view) : undefined) ?? next;
          column.next = start + (source.reversed ? -1 : 1);
          const own = source.ordered ? { ...source, start } : source;
          const list: Box = { ...part, side: 'both', source: own, parts: [item] };
          return printer.around(list, inner, 'section');
        });
        return this.#row(left, right);
      })
      .join('');
  }

  #isDivided<Type extends 'section' | 'list'>(part: Part, type: Type): part is BoxOf<Type> {
    if (part.type !== 'box' || part.source.type !== type || part.move !== undefined) return false;
    return this.#before.leftOf(part) === undefined;
  }

  #pair(part: Part, parent: Parent): string {
    return this.#row(this.#before.part(part, parent), this.#after.part(part, parent));
  }

  #row(before: string, after: string): string {
    if (before === '' && after === '') return '';
    // Where both say the same, and where one says nothing, no name of a side is shown.
    const isSame = withoutIds(before) === withoutIds(after);
    const column = (side: 'before' | 'after', inner: string): string => {
      const name = isSame || inner === '' ? undefined : this.#options.columns?.[side];
      const label = attributeOf('data-label', name);
      return `<div class="${side}"${label}>${inner}</div>`;
    };
    const columns = `${column('before', before)}${column('after', after)}`;
    return `<div class="pair${isLong(before) || isLong(after) ? ' long' : ''}">${columns}</div>\n`;
  }
}

/** An id stands in one column alone, though both say the same. */
const withoutIds = (html: string): string => html.replaceAll(/ id="[^"]*"/g, '');

type BoxOf<Type extends BoxSource['type']> = Box & { source: { type: Type } };

/** What holds terms and what is said of them, and nothing else. */
const TERMS: ReadonlySet<Parent> = new Set(['definitions', 'entry', 'facts', 'fact']);

/** What a part must stand in, if it is one of terms and what is said of them. */
function termParent(part: Part): Parent {
  if (part.type === 'line') {
    return part.kind === 'term' ? 'entry' : part.kind === 'value' ? 'fact' : undefined;
  }
  if (part.type !== 'box') return undefined;
  const { type } = part.source;
  return type === 'description' ? 'entry' : type === 'fact' ? 'facts' : undefined;
}

/** What was moved, by the key of its move: in parts, in their order. */
function movedIn(parts: readonly Part[]): Map<string, (Part | RowPart)[]> {
  const moved: (Part | RowPart)[] = [];
  visitParts(parts, (part) => {
    if (part.type !== 'gone' && part.move !== undefined) moved.push(part);
  });
  return Map.groupBy(moved, (part) => ('move' in part && part.move) || '');
}
