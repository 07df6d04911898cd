/** Both versions beside each other, a row for each paragraph, from the same comparison. */
import type { Box, Comparison, Part, RowPart } from './model.ts';
import { foldable, Printer, type Parent, type RedlineOptions, type View } from './redline.ts';

/**
 * Prints a comparison in two columns: the version before, with what was taken away marked, and
 * the version after, with what was put in. What moved stands in each where that version has it.
 */
export function renderSideBySide(
  { redline }: Pick<Comparison, 'redline'>,
  options: RedlineOptions = {},
): string {
  const moved = movedIn(redline);
  const printed = new Set<string>();
  const printer = (of: View['of']): Printer => new Printer(options, { of, moved, printed });
  const sides = new Sides(printer('before'), printer('after'), options.fold ?? false);
  return `<div class="sides">${redline.map((part) => sides.section(part)).join('')}</div>\n`;
}

class Sides {
  readonly #before: Printer;
  readonly #after: Printer;
  readonly #isFolding: boolean;

  constructor(before: Printer, after: Printer, isFolding: boolean) {
    this.#before = before;
    this.#after = after;
    this.#isFolding = isFolding;
  }

  section(part: Part): string {
    // A section of one version or place alone stands in one row.
    if (part.type !== 'box' || part.source.type !== 'section' || part.move !== undefined) {
      return this.#pair(part, undefined);
    }
    const stretches = this.#isFolding
      ? foldable(part.parts)
      : [{ isFolded: false, parts: part.parts }];
    const inner = stretches.map(({ isFolded, parts }) => {
      const rows = parts.map((child) => this.#rows(child)).join('');
      return isFolded ? this.#after.fold(parts, rows) : rows;
    });
    return `<section>${inner.join('')}</section>\n`;
  }

  /** Lists go item by item, so that the same item stands beside itself. */
  #rows(part: Part): string {
    if (part.type !== 'box' || part.source.type !== 'list' || part.move !== undefined) {
      return this.#pair(part, 'section');
    }
    const { source } = part;
    const counts = { before: source.start ?? 1, after: source.start ?? 1 };
    return part.parts
      .map((item) => {
        const html = (['before', 'after'] as const).map((side) => {
          const list: Box = { ...part, source: { ...source, start: counts[side] }, parts: [item] };
          if (item.type !== 'gone' && item.side !== 'both' && item.side !== side) return '';
          const printed = (side === 'before' ? this.#before : this.#after).part(list, 'section');
          if (!/<li[ >]/.test(printed)) return '';
          counts[side] += 1;
          return printed;
        });
        return pairOf(html[0] ?? '', html[1] ?? '');
      })
      .join('');
  }

  #pair(part: Part, parent: Parent): string {
    return pairOf(this.#before.part(part, parent), this.#after.part(part, parent));
  }
}

const pairOf = (before: string, after: string): string =>
  before || after
    ? `<div class="pair"><div class="before">${before}</div><div class="after">${after}</div></div>\n`
    : '';

/** What was moved, by the key of its move: in parts, in their order. */
function movedIn(parts: readonly Part[]): Map<string, (Part | RowPart)[]> {
  const moved = new Map<string, (Part | RowPart)[]>();
  const add = (part: Part | RowPart): void => {
    if (!('move' in part) || part.move === undefined || part.type === 'gone') return;
    const known = moved.get(part.move);
    if (known) known.push(part);
    else moved.set(part.move, [part]);
  };
  const visit = (inner: readonly Part[]): void => {
    for (const part of inner) {
      add(part);
      if (part.type === 'box') visit(part.parts);
      if (part.type !== 'table') continue;
      for (const row of [...part.head, ...part.body]) {
        add(row);
        for (const cell of row.cells) visit(cell.parts);
      }
    }
  };
  visit(parts);
  return moved;
}
