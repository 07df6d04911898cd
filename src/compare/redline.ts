/** The redline as HTML: what pages, feeds and whoever takes the engine alone print. */
import type { Cell } from '../notices/model.ts';
import { attributeOf, escapeHtml, openingTag } from '../notices/render.ts';
import { plainOf } from './inline.ts';
import { renderRuns, type InlineOptions } from './inline-redline.ts';
import { ENGLISH, type RedlineLabels } from './labels.ts';
import type { Box, Comparison, Gone, Line, Part, RowPart, Side, TablePart } from './model.ts';

export interface RedlineOptions {
  /** The site's base, with a slash at both ends: paths from the root are put behind it. */
  base?: string;
  labels?: RedlineLabels;
  /** The rank of a section's heading on the page; as it is written when not given. */
  rankOf?: (line: Line) => number;
  /** Whether stretches without changes are folded away under their headings. */
  fold?: boolean;
}

/**
 * Prints a comparison as one text: the version after, with what was taken away put in where it
 * stood. Taking out every `<ins>` and what is marked `data-diff="ins"` leaves the words of the
 * version before, once what moved is put back in its place; taking out every `<del>` and what is
 * marked `data-diff="del"` leaves the version after. Words of the display are in elements with
 * `data-diff-ui`.
 */
export function renderRedline(
  { redline }: Pick<Comparison, 'redline'>,
  options: RedlineOptions = {},
): string {
  return new Printer(options).parts(redline, undefined);
}

/** What a part stands in. */
export type Parent = Box['source']['type'] | 'cell' | undefined;

/** What a part came from or went to, for printing one version alone. */
export interface View {
  /** Which version is printed; both, unless they stand side by side. */
  of: InlineOptions['view'];
  /** What is at another place now, by the key of its move: the version before has it here. */
  moved: ReadonlyMap<string, readonly (Part | RowPart)[]>;
  /** The ids that are on the page already. */
  printed: Set<string>;
}

/** Prints parts of a redline; ids of changes and moves come out once each. */
export class Printer {
  readonly #options: RedlineOptions;
  readonly #labels: RedlineLabels;
  readonly #inline: InlineOptions;
  readonly #view: View;

  constructor(
    options: RedlineOptions,
    view: View = { of: 'both', moved: new Map(), printed: new Set() },
  ) {
    this.#options = options;
    this.#view = view;
    this.#labels = options.labels ?? ENGLISH;
    this.#inline = {
      base: options.base ?? '/',
      labels: this.#labels,
      idOf: (change) => this.#once(`~${change}`),
      view: view.of,
    };
  }

  #once(id: string): string | undefined {
    if (this.#view.printed.has(id)) return undefined;
    this.#view.printed.add(id);
    return id;
  }

  parts(parts: readonly Part[], parent: Parent): string {
    const isFolding = this.#options.fold && parent === 'section';
    if (!isFolding) return parts.map((part) => this.part(part, parent)).join('');
    return foldable(parts)
      .map((stretch) => {
        const inner = stretch.parts.map((part) => this.part(part, parent)).join('');
        return stretch.isFolded ? this.fold(stretch.parts, inner) : inner;
      })
      .join('');
  }

  /** Folds away a stretch that is printed already, under how much of it there is. */
  fold(parts: readonly Part[], inner: string): string {
    const label = escapeHtml(this.#labels.unchanged(countLines(parts)));
    return `<details class="fold"><summary data-diff-ui>${label}</summary>${inner}</details>\n`;
  }

  part(part: Part, parent: Parent): string {
    if (!this.#isShown(part)) return '';
    switch (part.type) {
      case 'box':
        return this.#box(part, parent);
      case 'line':
        return this.#line(part, parent);
      case 'table':
        return this.#table(part);
      case 'gone':
        return this.#gone(part, parent);
    }
  }

  /** Whether a part is of the version printed, and at this place of it. */
  #isShown(part: Part | RowPart): boolean {
    const { of } = this.#view;
    if (of === 'both') return true;
    if (part.type === 'gone' || (part.type === 'row' && part.gone !== undefined)) {
      return of === 'before';
    }
    if (part.move !== undefined && of === 'before') return this.#arriving === part.move;
    return part.side === 'both' || part.side === of;
  }

  /** The move whose text is being printed at the place it left. */
  #arriving: string | undefined;

  #box(box: Box, parent: Parent): string {
    const { source } = box;
    // What was moved into a list or out of one is printed as what it was.
    if (source.type === 'item' && parent !== 'list') {
      return this.#note(box) + this.parts(box.parts, parent);
    }
    const inner = this.parts(box.parts, source.type);
    const attributes = this.#attributes(box);
    const note = this.#note(box);
    switch (source.type) {
      case 'section':
        return `<section${attributes}>${note}${inner}</section>\n`;
      case 'list': {
        const tag = source.ordered ? 'ol' : 'ul';
        const counting =
          attributeOf('start', source.start?.toString()) +
          attributeOf('type', source.numbering) +
          (source.reversed ? ' reversed' : '');
        return `${note}<${tag}${counting}${attributes}>${inner}</${tag}>\n`;
      }
      case 'item': {
        const mark =
          source.checked === undefined
            ? ''
            : `<span data-checked="${source.checked}">${source.checked ? '☑' : '☐'}</span> `;
        const value = attributeOf('value', source.value?.toString());
        return `<li${value}${attributes}>${note}${mark}${inner}</li>`;
      }
      case 'quote':
        return `<blockquote${attributes}>${note}${inner}</blockquote>\n`;
      case 'definitions':
        return `${note}<dl${attributes}>${inner}</dl>\n`;
      case 'entry':
        return inner;
      case 'description':
        return `<dd${attributes}>${note}${inner}</dd>`;
      case 'facts':
        return `${note}<dl class="facts"${attributes}>${inner}</dl>\n`;
      case 'fact': {
        const label = escapeHtml(this.#labels.labelOf(source.field));
        return `<div${attributes}><dt data-diff-ui>${label}</dt>${inner}</div>`;
      }
      case 'group': {
        // An id of the version before could be one of the version after as well.
        const { anchor, ...rest } = source;
        const said = anchor !== undefined && box.side !== 'before' ? source : rest;
        const opening = openingTag(said, '/');
        return `${opening.slice(0, -1)}${attributes}>${note}${inner}</${source.tag}>\n`;
      }
    }
  }

  #line(line: Line, parent: Parent): string {
    const inner = renderRuns(line.runs, this.#inline);
    const content = this.#note(line) + inner;
    const attributes = this.#attributes(line) + this.#marks(line);
    switch (line.kind) {
      case 'heading': {
        const rank = this.#options.rankOf?.(line) ?? line.rank ?? 2;
        const isAfter = line.side !== 'before' && this.#view.of !== 'before';
        const anchor = isAfter ? line.section?.after?.anchor : undefined;
        const id = attributeOf('id', anchor);
        return `<h${rank}${id}${attributes}>${content}</h${rank}>\n`;
      }
      case 'term':
        if (parent === 'entry') return `<dt${attributes}>${content}</dt>`;
        break;
      case 'value':
        if (parent === 'fact') return `<dd${attributes}>${content}</dd>`;
        break;
      case 'code':
        return `<pre tabindex="0"${attributes}><code>${content}\n</code></pre>\n`;
      case 'rule':
        return line.side === 'before' ? '' : '<hr>\n';
      case 'empty':
        return '';
      case 'bare':
        if (line.side === 'before' || parent === 'section') break;
        return attributes ? `<span${attributes}>${content}</span>` : content;
      case 'paragraph':
        if (line.rank !== undefined) {
          return `<h${line.rank}${attributes}>${content}</h${line.rank}>\n`;
        }
    }
    const isAlone = line.kind === 'bare' && parent !== 'section';
    return isAlone && line.side === 'before'
      ? `<div${attributes}>${content}</div>`
      : `<p${attributes}>${content}</p>\n`;
  }

  #marks({ side, marks, change }: Line): string {
    const [mark] = marks;
    if (side !== 'both' || mark === undefined) return '';
    const id = change === undefined ? undefined : this.#once(`~${change}`);
    return ` data-diff="${mark}"${attributeOf('id', id)}`;
  }

  #attributes({ side, move }: { side: Side; move?: string }): string {
    return this.#sideOf(side) + attributeOf('data-moved-from', move);
  }

  #sideOf(side: Side): string {
    return side === 'both' ? '' : ` data-diff="${side === 'before' ? 'del' : 'ins'}"`;
  }

  /** Says of something moved that it was, once for each move, with a link to its other place. */
  #note({ move }: { move?: string }): string {
    if (move === undefined) return '';
    const [here, there] = [`~${move}`, `~${move}-was`];
    const isLeaving = this.#view.of === 'before';
    const id = this.#once(isLeaving ? there : here);
    if (id === undefined) return '';
    const words = escapeHtml(isLeaving ? this.#labels.movedTo : this.#labels.movedFrom);
    const link = `<a href="#${isLeaving ? here : there}">${words}</a>`;
    return `<span class="moved" id="${id}" data-diff-ui>${link} </span>`;
  }

  #gone({ move }: Gone, parent: Parent): string {
    if (this.#view.of === 'before') return this.#left(move, parent);
    const tag = parent === 'list' ? 'li' : parent === 'entry' || parent === 'fact' ? 'dd' : 'p';
    return `<${tag} class="gone" data-moved-to="${move}" data-diff-ui>${this.#goneLink(move)}</${tag}>\n`;
  }

  /** What stood here in the version before, in that version. */
  #left(move: string, parent: Parent): string {
    const outer = this.#arriving;
    this.#arriving = move;
    const html = (this.#view.moved.get(move) ?? [])
      .map((part) => {
        if (part.type === 'row') return this.#row(part, 1);
        const isItem = part.type === 'box' && part.source.type === 'item';
        const inner = this.part(part, parent === 'list' && !isItem ? 'item' : parent);
        return parent === 'list' && !isItem ? `<li>${inner}</li>` : inner;
      })
      .join('');
    this.#arriving = outer;
    return html;
  }

  #goneLink(move: string): string {
    const words = escapeHtml(this.#labels.movedTo);
    return `<a id="~${move}-was" href="#~${move}">${words}</a>`;
  }

  #table(table: TablePart): string {
    const { caption, head, body } = table;
    const width = widthOf(table);
    const rows = (parts: readonly RowPart[]): string =>
      parts.map((row) => this.#row(row, width)).join('');
    const name = escapeHtml(nameOf(table));
    const captionLine = caption && renderRuns(caption.runs, this.#inline);
    return (
      `${this.#note(table)}<div class="table" role="group" tabindex="0" aria-label="${name}">` +
      `<table${this.#attributes(table)}>` +
      (caption && captionLine !== undefined
        ? `<caption${this.#attributes(caption)}>${captionLine}</caption>`
        : '') +
      (head.length > 0 ? `<thead>${rows(head)}</thead>` : '') +
      (body.length > 0 ? `<tbody>${rows(body)}</tbody>` : '') +
      '</table></div>\n'
    );
  }

  #row(row: RowPart, width: number): string {
    if (!this.#isShown(row)) return '';
    if (row.gone !== undefined) {
      if (this.#view.of === 'before') return this.#left(row.gone, 'cell');
      const link = this.#goneLink(row.gone);
      return `<tr class="gone" data-moved-to="${row.gone}" data-diff-ui><td colspan="${width}">${link}</td></tr>`;
    }
    const attributes = this.#attributes(row);
    let note = this.#note(row);
    const { of } = this.#view;
    const shown = row.cells.filter(({ side }) => of === 'both' || side === 'both' || side === of);
    const cells = shown.map(({ side, cell, parts }) => {
      if (!cell && of !== 'both') return '';
      if (!cell) return `<td class="none" data-diff-ui></td>`;
      const own = side === row.side ? '' : this.#sideOf(side);
      const html = `<${tagOf(cell)}${cellAttributes(cell)}${own}>${note}${this.parts(parts, 'cell')}</${tagOf(cell)}>`;
      note = '';
      return html;
    });
    return `<tr${attributes}>${cells.join('')}</tr>`;
  }
}

/** A stretch of parts, to be folded away or not. */
export interface Stretch {
  isFolded: boolean;
  parts: Part[];
}

/**
 * Parts of a section in stretches. Without change are folded: all but what stands beside a
 * change, which is there to be read with it, and headings.
 */
export function foldable(parts: readonly Part[]): Stretch[] {
  const unchanged = parts.map(isUnchanged);
  const isFolded = (index: number): boolean => {
    const part = parts[index];
    if (!unchanged[index] || (part?.type === 'line' && part.kind === 'heading')) return false;
    return unchanged[index - 1] !== false && unchanged[index + 1] !== false;
  };
  const stretches: Stretch[] = [];
  parts.forEach((part, index) => {
    const last = stretches.at(-1);
    if (last?.isFolded === isFolded(index)) last.parts.push(part);
    else stretches.push({ isFolded: isFolded(index), parts: [part] });
  });
  return stretches;
}

/** Whether a part stands in both versions at one place, in every word and mark. */
export function isUnchanged(part: Part): boolean {
  if (part.type === 'gone' || part.side !== 'both' || part.move !== undefined) return false;
  switch (part.type) {
    case 'box':
      return part.parts.every(isUnchanged);
    case 'line':
      return (
        part.marks.length === 0 &&
        part.runs.every(({ side, mark }) => side === 'both' && mark === undefined)
      );
    case 'table':
      return (
        (part.caption === undefined || isUnchanged(part.caption)) &&
        [...part.head, ...part.body].every(
          ({ side, move, gone, cells }) =>
            side === 'both' &&
            move === undefined &&
            gone === undefined &&
            cells.every((cell) => cell.side === 'both' && cell.parts.every(isUnchanged)),
        )
      );
  }
}

/** How many lines of text parts hold; a table is one. */
function countLines(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => {
    if (part.type === 'box') return sum + countLines(part.parts);
    return part.type === 'gone' || (part.type === 'line' && part.runs.length === 0) ? sum : sum + 1;
  }, 0);
}

const tagOf = ({ header }: Cell): string => (header ? 'th' : 'td');

const cellAttributes = ({ align, columns, rows }: Cell): string =>
  attributeOf('class', align) +
  attributeOf('colspan', columns?.toString()) +
  attributeOf('rowspan', rows?.toString());

function widthOf({ head, body }: TablePart): number {
  return [...head, ...body].reduce(
    (most, { cells }) =>
      Math.max(
        most,
        cells.reduce((sum, { cell }) => sum + (cell?.columns ?? 1), 0),
      ),
    1,
  );
}

/** What a table is called where its caption cannot be seen: its caption, or its column heads. */
function nameOf({ caption, head, body }: TablePart): string {
  if (caption) return wordsOf(caption);
  const cells = (head[0] ?? body[0])?.cells ?? [];
  const words = cells.map(({ parts }) =>
    parts.map((part) => (part.type === 'line' ? wordsOf(part) : '')).join(' '),
  );
  return words.filter(Boolean).join(', ') || '–';
}

function wordsOf({ runs, side }: Line): string {
  const shown = runs.filter((run) => run.side !== 'before' || side === 'before');
  return shown.map(({ content }) => plainOf(content)).join('');
}
