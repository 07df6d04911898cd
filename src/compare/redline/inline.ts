/** The runs of a line as HTML: words of both versions, and in `<ins>` and `<del>` those of one. */
import type { Inline, Link, Mark } from '../../document/model.ts';
import { attributeOf, escapeHtml, openingTag, withBase } from '../../document/print.ts';
import { piecesOf, signOf } from '../inline.ts';
import type { RedlineLabels } from './labels.ts';
import type { Run } from '../model.ts';

export interface InlineOptions {
  base: string;
  labels: RedlineLabels;
  /** The id of a change where it begins, as an attribute; nothing where it was printed before. */
  idOf: (change: string | undefined) => string;
  /** Which version is printed; both, unless they stand side by side. */
  view: 'both' | 'before' | 'after';
  /** Whether every space is seen, as in code. */
  isCode?: boolean;
}

interface RunPiece {
  run: Run;
  wraps: readonly (Mark | Link)[];
  inline: Inline;
}

/** Prints the runs of a line. Marks and links that go on over a change are opened once. */
export function renderRuns(runs: readonly Run[], options: InlineOptions): string {
  const pieces = runs
    .filter(({ side }) => options.view === 'both' || side === 'both' || side === options.view)
    .flatMap((run) =>
      piecesOf(contentIn(run, options.view)).map(({ wraps, inline }): RunPiece => ({
        run,
        wraps,
        inline,
      })),
    );
  return renderPieces(pieces, 0, false, options);
}

/** The words of a run; in the version before, a link led where it led then. */
function contentIn({ content, mark, was }: Run, view: InlineOptions['view']): Inline[] {
  if (mark !== 'link' || view !== 'before') return content;
  const words = withoutLinks(content);
  return was === undefined ? words : [{ type: 'link', href: was, content: words }];
}

const withoutLinks = (content: readonly Inline[]): Inline[] =>
  content.flatMap((inline): Inline[] => {
    if (inline.type === 'link') return withoutLinks(inline.content);
    return [inline.type === 'mark' ? { ...inline, content: withoutLinks(inline.content) } : inline];
  });

/**
 * Prints pieces within the marks they share so far. A mark that is wholly within one change is
 * printed inside the change, one that reaches over several outside of them.
 */
function renderPieces(
  pieces: readonly RunPiece[],
  depth: number,
  isMarked: boolean,
  options: InlineOptions,
): string {
  let html = '';
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at];
    if (!piece) break;
    const wrap = piece.wraps[depth];
    const end = endOfWrap(pieces, at, depth);
    const isInOneRun = pieces.slice(at, end).every(({ run }) => run === piece.run);
    if (isInOneRun && !isMarked && isChange(piece.run)) {
      const stop = endOfRun(pieces, at, depth);
      const inner = renderPieces(pieces.slice(at, stop), depth, true, options);
      // A space before a change, with one after it or none needed, is not seen as changed.
      const isLast = depth === 0 && stop === pieces.length && piece.run.side === 'after';
      const isSpaced =
        !options.isCode && inner.startsWith(' ') && (isLast || startsApart(pieces[stop]));
      html += isSpaced
        ? ` ${renderChange(piece.run, inner.slice(1), options)}`
        : renderChange(piece.run, inner, options);
      at = stop;
    } else if (wrap) {
      const inner = renderPieces(pieces.slice(at, end), depth + 1, isMarked, options);
      // A link around a space alone, which one version may have, has no name to be called by.
      html += inner.trim() === '' ? inner : renderWrap(wrap, inner, options);
      at = end;
    } else {
      html += renderPiece(piece, options);
      at += 1;
    }
  }
  return html;
}

const startsApart = (piece: RunPiece | undefined): boolean =>
  piece?.inline.type === 'text' && piece.inline.value.startsWith(' ');

const isChange = ({ side, mark }: Run): boolean => side !== 'both' || mark !== undefined;

/** Where the mark around a piece ends: with the next piece that is not in one that says the same. */
function endOfWrap(pieces: readonly RunPiece[], at: number, depth: number): number {
  const wrap = pieces[at]?.wraps[depth];
  if (!wrap) return at + 1;
  const sign = signOf(wrap);
  let end = at + 1;
  for (; end < pieces.length; end += 1) {
    const other = pieces[end]?.wraps[depth];
    if (!other || (other !== wrap && signOf(other) !== sign)) break;
  }
  return end;
}

/** Where a change ends, as far as marks allow it to be one element. */
function endOfRun(pieces: readonly RunPiece[], at: number, depth: number): number {
  const run = pieces[at]?.run;
  let stop = at;
  while (stop < pieces.length && pieces[stop]?.run === run) {
    const end = endOfWrap(pieces, stop, depth);
    if (pieces.slice(stop, end).some((piece) => piece.run !== run)) break;
    stop = end;
  }
  return stop;
}

function renderWrap(wrap: Mark | Link, inner: string, { base }: InlineOptions): string {
  // A mark of the notice itself would be read as a change.
  if (wrap.type === 'mark' && (wrap.tag === 'ins' || wrap.tag === 'del')) {
    return `<span class="${wrap.tag}">${inner}</span>`;
  }
  const tag = wrap.type === 'link' ? 'a' : wrap.tag;
  return `${openingTag(wrap, base)}${inner}</${tag}>`;
}

function renderChange(run: Run, inner: string, options: InlineOptions): string {
  const { labels } = options;
  const attributes = options.idOf(run.change) + attributeOf('data-kind', run.kind);
  const spoken = (words: string): string =>
    `<span class="spoken" data-diff-ui>${escapeHtml(words)} </span>`;
  if (run.side === 'after') return `<ins${attributes}>${spoken(labels.added)}${inner}</ins>`;
  if (run.side === 'before') return `<del${attributes}>${spoken(labels.removed)}${inner}</del>`;
  if (run.mark === 'format') {
    return `<span data-diff="format"${attributes}>${spoken(labels.format)}${inner}</span>`;
  }
  const isBefore = options.view === 'before';
  const was = run.was === undefined || isBefore ? '' : ` (${labels.linkBefore} ${run.was})`;
  return (
    `<span data-diff="link"${attributes}>${spoken(labels.link)}${inner}</span>` +
    (was && `<span class="was" data-diff-ui>${escapeHtml(was)}</span>`)
  );
}

function renderPiece(
  { inline, run, wraps }: RunPiece,
  { base, labels, view }: InlineOptions,
): string {
  switch (inline.type) {
    case 'text':
      return escapeHtml(inline.value);
    case 'break':
      return '<br>';
    case 'target':
      return run.side === 'before' || view === 'before'
        ? ''
        : `<span id="${escapeHtml(inline.anchor)}"></span>`;
    case 'image': {
      const { source, alternative } = inline;
      if (source.startsWith('/')) {
        const address = escapeHtml(withBase(source, base));
        return `<img src="${address}" alt="${escapeHtml(alternative)}">`;
      }
      // A picture on another host is not loaded: what it shows is told.
      const words = escapeHtml(`${labels.picture} ${alternative || source}`);
      const isLink = source !== '' && !wraps.some(({ type }) => type === 'link');
      if (!alternative && !source) return '<br>';
      return isLink
        ? `<a href="${escapeHtml(source)}" data-diff-ui>[${words}]</a><br>`
        : `<span data-diff-ui>[${words}]</span><br>`;
    }
    default:
      return '';
  }
}
