/** Ways through a redline. */
import { piecesOf } from '../inline.ts';
import type { Part, RowPart } from '../model.ts';

/** Visits parts and all parts and rows within them, each before those within it. */
export function visitParts(
  parts: readonly (Part | RowPart)[],
  visit: (part: Part | RowPart) => void,
): void {
  for (const part of parts) {
    visit(part);
    if (part.type === 'box') visitParts(part.parts, visit);
    else if (part.type === 'row') part.cells.forEach((cell) => visitParts(cell.parts, visit));
    else if (part.type === 'table') {
      if (part.caption) visitParts([part.caption], visit);
      visitParts(part.head, visit);
      visitParts(part.body, visit);
    }
  }
}

/**
 * The anchors that a redline prints: those of the version after. One of the version before could
 * be one of the version after as well.
 */
export function anchorsIn(parts: readonly Part[]): Set<string> {
  const anchors = new Set<string>();
  const add = (anchor: string | undefined): void => {
    if (anchor !== undefined) anchors.add(anchor);
  };
  visitParts(parts, (part) => {
    if (part.type === 'gone' || part.side === 'before') return;
    if (part.type === 'box' && part.source.type === 'group') add(part.source.anchor);
    if (part.type !== 'line') return;
    add(part.section?.after?.anchor);
    for (const { side, content } of part.runs) {
      if (side === 'before') continue;
      for (const { inline } of piecesOf(content)) if (inline.type === 'target') add(inline.anchor);
    }
  });
  return anchors;
}
