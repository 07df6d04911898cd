/** What of a redline can be folded away: stretches of a section in which nothing changed. */
import type { Part } from '../model.ts';

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
  if (part.type === 'gone' || part.move !== undefined) return false;
  // A rule is of the version after alone as far as the redline knows, and says nothing.
  if (part.type === 'line' && part.runs.length === 0) return true;
  if (part.side !== 'both') return false;
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
export function countLines(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => {
    if (part.type === 'box') return sum + countLines(part.parts);
    return part.type === 'gone' || (part.type === 'line' && part.runs.length === 0) ? sum : sum + 1;
  }, 0);
}
