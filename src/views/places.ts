/** Where each change of a comparison stands on the page: ids that its redline prints. */
import type { Comparison, Part, TablePart } from '../compare/model.ts';

/**
 * The id of the place of every change that is in the text. What moved stands under the key of its
 * move, all else under its own id.
 */
export function placesOf({ changes, redline }: Comparison): ReadonlyMap<string, string> {
  const moves = movesIn(redline).values();
  return new Map(
    changes.map(({ id, kind }) => [
      id,
      kind === 'move' ? `~${moves.next().value ?? id}` : `~${id}`,
    ]),
  );
}

/** The keys of the moves of a redline, in the order in which they are listed as changes. */
function movesIn(parts: readonly Part[], found = new Set<string>()): ReadonlySet<string> {
  for (const part of parts) {
    if (part.move !== undefined) found.add(part.move);
    if (part.type === 'box') movesIn(part.parts, found);
    if (part.type === 'table') movesInTable(part, found);
  }
  return found;
}

function movesInTable({ caption, head, body }: TablePart, found: Set<string>): void {
  if (caption) movesIn([caption], found);
  for (const { gone, move, cells } of [...head, ...body]) {
    for (const key of [gone, move]) if (key !== undefined) found.add(key);
    for (const { parts } of cells) movesIn(parts, found);
  }
}
