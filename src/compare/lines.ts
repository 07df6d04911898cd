/** A line of the redline: the words of both versions in one, run by run. */
import type { Leaf } from './leaves.ts';
import type { Line, LineKind, Run, Side } from './model.ts';
import { isReplaced } from './rewrite.ts';
import { weaveRuns } from './runs.ts';
import type { Text } from './texts.ts';

/** A leaf that stands in one version alone, as a line of the redline. */
export function lineOf({ leaf }: Text, side: Side): Line {
  return {
    type: 'line',
    kind: leaf.kind === 'table' ? 'empty' : leaf.kind,
    side,
    runs: leaf.content.length > 0 ? [{ side, content: leaf.content }] : [],
    ...headingOf(side === 'before' ? leaf : undefined, side === 'before' ? undefined : leaf),
    marks: [],
  };
}

function headingOf(
  before: Leaf | undefined,
  after: Leaf | undefined,
): Pick<Line, 'section' | 'rank'> {
  const leaf = after ?? before;
  if (leaf?.rank === undefined) return {};
  if (leaf.kind !== 'heading') return { rank: leaf.rank };
  const section = {
    ...(before?.kind === 'heading' && before.section && { before: before.section }),
    ...(after?.kind === 'heading' && after.section && { after: after.section }),
  };
  return { rank: leaf.rank, section };
}

/**
 * The lines of matched leaves, one for each leaf of the version after: usually one of one, for
 * a split several of one, for a merger one of several.
 */
export function linesOf(before: readonly Text[], after: readonly Text[]): Line[] {
  const runs = runsOf(before, after);
  const mark = after.length > 1 ? 'split' : before.length > 1 ? 'merge' : undefined;
  return after.map(({ leaf }, index): Line => {
    const old = before[Math.min(index, before.length - 1)]?.leaf;
    const own = runs[index] ?? [];
    // A heading and what is set as one stay one line.
    const isWhole = !mark && leaf.rank === undefined && isReplaced(own);
    const marks: Line['marks'] = mark ? [mark] : [];
    if (old && !mark && !isWhole && shapeOf(old) !== shapeOf(leaf)) marks.push('structure');
    return {
      type: 'line',
      kind: leaf.kind as LineKind,
      side: 'both',
      runs: own,
      ...(isWhole && { isReplaced: true }),
      ...headingOf(old, leaf),
      marks,
    };
  });
}

/** What a leaf is and stands in, for telling a paragraph from an item. */
function shapeOf({ kind, holder, rank }: Leaf): string {
  const holders = holder.path.map(({ source }) => {
    if (source.type === 'section' || source.type === 'entry') return '';
    if (source.type === 'item') return `item ${source.checked ?? ''}`;
    if (source.type !== 'list') return source.type;
    const { ordered, start, numbering, reversed } = source;
    return ['list', ordered, start, numbering, reversed].join();
  });
  return `${holders.join('>')} ${kind === 'bare' ? 'paragraph' : kind}${rank ?? ''}`;
}

function runsOf(before: readonly Text[], after: readonly Text[]): Run[][] {
  const old = before[0];
  const text = after[0];
  if (before.length + after.length === 2 && old && text && old.reading === text.reading) {
    return [[{ side: 'both', content: text.leaf.content }]];
  }
  return text ? weaveRuns(before, after, text.context) : [];
}
