/** Both versions beside each other, a row for each paragraph, from the same comparison. */
import type { Box, CellPart, Comparison, Gone, Line, Part, Place, RowPart } from '../model.ts';
import { foldable } from './fold.ts';
import { movedNote, Printer, type Parent, type RedlineOptions } from './print.ts';

/**
 * Prints a comparison in two columns: the version before, with what was taken away marked, and
 * the version after, with what was put in. What moved stands in each where that version has it.
 */
export function renderSideBySide(
  { redline }: Pick<Comparison, 'redline'>,
  options: RedlineOptions = {},
): string {
  const printed = new Set<string>();
  const before = new BeforePrinter(options, printed, movedIn(redline));
  const after = new AfterPrinter(options, printed, 'after');
  const rows = redline.map((part) => sectionOf(part, before, after, options.fold ?? false));
  return `<div class="sides">${rows.join('')}</div>\n`;
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

  constructor(
    options: RedlineOptions,
    printed: Set<string>,
    moved: ReadonlyMap<string, readonly (Part | RowPart)[]>,
  ) {
    super(options, printed, 'before');
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
    const id = move === undefined ? '' : this.once(`${move}-was`);
    return id && movedNote(id, `#~${move}`, this.labels.movedTo(this.#goal));
  }

  protected override gone({ move, to }: Gone, parent: Parent): string {
    return this.#leave(move, to, (part) => {
      if (part.type === 'row') return this.row(part, 1);
      const isItem = part.type === 'box' && part.source.type === 'item';
      if (parent !== 'list' || isItem) return this.part(part, parent);
      return `<li>${this.part(part, 'item')}</li>`;
    });
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

function sectionOf(part: Part, before: Printer, after: Printer, isFolding: boolean): string {
  // A section of one version or place alone stands in one row.
  if (part.type !== 'box' || part.source.type !== 'section' || part.move !== undefined) {
    return pairOf(before.part(part, undefined), after.part(part, undefined));
  }
  const { parts } = part;
  const stretches = isFolding ? foldable(parts) : [{ isFolded: false, parts }];
  const inner = stretches.map((stretch) => {
    const rows = stretch.parts.map((child) => rowsOf(child, before, after)).join('');
    return stretch.isFolded && rows ? after.fold(stretch.parts, rows) : rows;
  });
  return `<section>${inner.join('')}</section>\n`;
}

/** Lists go item by item, so that the same item stands beside itself. */
function rowsOf(part: Part, before: Printer, after: Printer): string {
  if (part.type !== 'box' || part.source.type !== 'list' || part.move !== undefined) {
    return pairOf(before.part(part, 'section'), after.part(part, 'section'));
  }
  const { source } = part;
  const columns = [
    { printer: before, start: source.start ?? 1 },
    { printer: after, start: source.start ?? 1 },
  ];
  return part.parts
    .map((item) => {
      const [left = '', right = ''] = columns.map((column) => {
        const { printer, start } = column;
        const list: Box = { ...part, side: 'both', source: { ...source, start }, parts: [item] };
        const html = printer.part(list, 'section');
        if (!/<li[ >]/.test(html)) return '';
        column.start += source.reversed ? -1 : 1;
        return html;
      });
      return pairOf(left, right);
    })
    .join('');
}

const pairOf = (before: string, after: string): string =>
  before || after
    ? `<div class="pair"><div class="before">${before}</div><div class="after">${after}</div></div>\n`
    : '';

/** What was moved, by the key of its move: in parts, in their order. */
function movedIn(parts: readonly Part[]): Map<string, (Part | RowPart)[]> {
  const moved: (Part | RowPart)[] = [];
  const visit = (part: Part | RowPart): void => {
    if (part.type !== 'gone' && part.move !== undefined) moved.push(part);
    if (part.type === 'box') part.parts.forEach(visit);
    else if (part.type === 'table') [...part.head, ...part.body].forEach(visit);
    else if (part.type === 'row') part.cells.flatMap((cell) => cell.parts).forEach(visit);
  };
  parts.forEach(visit);
  return Map.groupBy(moved, (part) => ('move' in part && part.move) || '');
}
