/** Turns a list of blocks and headings into nested sections with anchors. */
import { assignAnchors } from './anchors.ts';
import type { Topic } from './model.ts';
import { headingText, type Block, type Document, type Inline, type Section } from './model.ts';

/** A heading among blocks, before the outline is built. */
export interface HeadingPiece {
  type: 'heading';
  rank: number;
  id?: string;
  covers?: Topic[];
  content: Inline[];
}

export type Piece = Block | HeadingPiece;

/** Nests sections by the rank of their headings. Blocks before the first heading are the lead. */
export function outline(pieces: readonly Piece[]): Pick<Document, 'lead' | 'sections'> {
  const lead: Block[] = [];
  const sections: Section[] = [];
  const open: { rank: number; section: Section }[] = [];
  const anchors = uniqueAnchors(pieces.filter((piece) => piece.type === 'heading'));
  for (const piece of pieces) {
    if (piece.type !== 'heading') {
      (open.at(-1)?.section.blocks ?? lead).push(piece);
      continue;
    }
    while (open.length > 0 && (open.at(-1)?.rank ?? 0) >= piece.rank) open.pop();
    const parent = open.at(-1)?.section;
    const section: Section = {
      anchor: anchors.get(piece) ?? '',
      level: open.length + 1,
      rank: piece.rank,
      heading: piece.content,
      ...(piece.covers && { covers: piece.covers }),
      blocks: [],
      sections: [],
    };
    (parent?.sections ?? sections).push(section);
    open.push({ rank: piece.rank, section });
  }
  return { lead, sections };
}

/** An id for every heading; if it is already taken, a number is added. */
function uniqueAnchors(headings: readonly HeadingPiece[]): Map<HeadingPiece, string> {
  const wanted = assignAnchors(
    headings.map(({ id, content }) => ({
      text: headingText(content),
      ...(id !== undefined && { explicit: id }),
    })),
  );
  const taken = new Set<string>();
  return new Map(
    headings.map((heading, index) => {
      const base = wanted[index] || 'section';
      let anchor = base;
      for (let number = 1; taken.has(anchor); number += 1) anchor = `${base}-${number}`;
      taken.add(anchor);
      return [heading, anchor];
    }),
  );
}
