/** The runs of a line as HTML: words of both versions, and in `<ins>` and `<del>` those of one. */
import type { Image, Link, Mark } from '../../document/model.ts';
import { escapeHtml, idAttribute, openingTag } from '../../document/print.ts';
import { cutAtHidden } from '../hidden.ts';
import type { Run } from '../model.ts';
import type { Printing } from './options.ts';
import {
  endOfRun,
  endOfWrap,
  isChange,
  piecesOfRuns,
  startsApart,
  type RunPiece,
  type View,
} from './pieces.ts';

interface LineOptions {
  view: View;
  /** Whether every space is seen, as in code. */
  isCode?: boolean;
  /** Whether all of the line is of one version. */
  isBlock?: boolean;
}

/** Prints the runs of a line. Marks and links that go on over a change are opened once. */
export const renderRuns = (
  runs: readonly Run[],
  printing: Printing,
  options: LineOptions,
): string => new LinePrinter(printing, options).pieces(piecesOfRuns(runs, options.view), 0, false);

/** What is printed of a line at one go: a change, a mark with all in it, or a lone piece. */
interface Printed {
  html: string;
  /** Where the pieces after it begin. */
  end: number;
}

class LinePrinter {
  readonly #printing: Printing;
  readonly #options: LineOptions;

  constructor(printing: Printing, options: LineOptions) {
    this.#printing = printing;
    this.#options = options;
  }

  /**
   * Prints pieces within the marks they share so far. A mark that is wholly within one change is
   * printed inside the change, one that reaches over several outside of them.
   */
  pieces(pieces: readonly RunPiece[], depth: number, isMarked: boolean): string {
    let html = '';
    for (let at = 0; at < pieces.length;) {
      const printed = this.#printNext(pieces, at, depth, isMarked);
      html += printed.html;
      at = printed.end;
    }
    return html;
  }

  #printNext(pieces: readonly RunPiece[], at: number, depth: number, isMarked: boolean): Printed {
    const piece = pieces[at];
    if (!piece) return { html: '', end: pieces.length };
    const wrap = piece.wraps[depth];
    const end = endOfWrap(pieces, at, depth);
    const isInOneRun = pieces.slice(at, end).every(({ run }) => run === piece.run);
    if (isInOneRun && !isMarked && isChange(piece.run)) {
      return this.#printChange(pieces, at, depth, piece.run);
    }
    if (!wrap) return { html: this.#piece(piece), end };
    const inner = this.pieces(pieces.slice(at, end), depth + 1, isMarked);
    // A link around a space alone, which one version may have, has no name to be called by.
    return { html: inner.trim() === '' ? inner : this.#wrap(wrap, inner), end };
  }

  #printChange(pieces: readonly RunPiece[], at: number, depth: number, run: Run): Printed {
    const end = endOfRun(pieces, at, depth);
    const inner = this.pieces(pieces.slice(at, end), depth, true);
    // A space before a change, with one after it or none needed, is not seen as changed.
    const isLast = depth === 0 && end === pieces.length && run.side === 'after';
    const isSpaced =
      !this.#options.isCode && inner.startsWith(' ') && (isLast || startsApart(pieces[end]));
    const id = this.#printing.once(run.change);
    const change = isSpaced
      ? ` ${this.#change(run, id, inner.slice(1))}`
      : this.#change(run, id, inner);
    return { html: change + this.#remark(run), end };
  }

  #change(run: Run, id: string, inner: string): string {
    const { labels } = this.#printing;
    const { isBlock = false } = this.#options;
    const attributes = id + this.#printing.kindOf(run.kind);
    if (run.side !== 'both') {
      const tag = run.side === 'after' ? 'ins' : 'del';
      return `<${tag}${attributes}>${this.#printing.wordFor(run.side, isBlock)}${inner}</${tag}>`;
    }
    const mark = run.mark === 'format' ? 'format' : 'link';
    const spoken = this.#printing.spoken(escapeHtml(labels[mark]));
    return `<span data-diff="${mark}"${attributes}>${spoken}${inner}</span>`;
  }

  /** Where a link led before, when both versions are printed in one. */
  #remark({ side, mark, was }: Run): string {
    if (side !== 'both' || mark !== 'link' || was === undefined) return '';
    if (this.#options.view === 'before') return '';
    const { labels, display } = this.#printing;
    return `<span class="was"${display}>${escapeHtml(` (${labels.linkBefore} ${was})`)}</span>`;
  }

  #wrap(wrap: Mark | Link, inner: string): string {
    // A mark of the notice itself would be read as a change.
    if (wrap.type === 'mark' && (wrap.tag === 'ins' || wrap.tag === 'del')) {
      return `<span class="${wrap.tag}">${inner}</span>`;
    }
    const tag = wrap.type === 'link' ? 'a' : wrap.tag;
    return `${openingTag(wrap, this.#printing)}${inner}</${tag}>`;
  }

  #piece({ inline, run, wraps }: RunPiece): string {
    switch (inline.type) {
      case 'text':
        return run.side === 'both' ? escapeHtml(inline.value) : this.#changedText(inline.value);
      case 'break':
        return '<br>';
      case 'target':
        return run.side === 'before' || this.#options.view === 'before'
          ? ''
          : `<span${idAttribute(inline.anchor, this.#printing.options)}></span>`;
      case 'image':
        return this.#image(
          inline,
          wraps.some(({ type }) => type === 'link'),
        );
      default:
        return '';
    }
  }

  /** Names the characters that nobody sees, and keeps them from turning the words after them. */
  #changedText(text: string): string {
    return cutAtHidden(text)
      .map((part) => {
        const html = escapeHtml(part.text);
        if (part.name === undefined) return html;
        const name = `<span class="character" dir="ltr" data-diff-ui>${part.name}</span>`;
        return `<span class="contained" dir="ltr">${html}</span>${name}`;
      })
      .join('');
  }

  #image({ source, alternative }: Image, isLinked: boolean): string {
    const { labels, display, addressOf } = this.#printing;
    if (source.startsWith('/')) {
      return `<img src="${escapeHtml(addressOf(source))}" alt="${escapeHtml(alternative)}">`;
    }
    if (!alternative && !source) return '<br>';
    // A picture on another host is not loaded: what it shows is told.
    const words = escapeHtml(`${labels.picture} ${alternative || source}`);
    return source === '' || isLinked
      ? `<span${display}>[${words}]</span><br>`
      : `<a href="${escapeHtml(source)}"${display}>[${words}]</a><br>`;
  }
}
