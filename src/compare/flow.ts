/** From two rows of leaves to the redline of both. */
import type { Block, Section } from '../document/model.ts';
import { leavesOfBlocks, type Leaf } from './leaves.ts';
import { lineOf, linesOf } from './lines.ts';
import { matchTexts } from './match.ts';
import type { Part } from './model.ts';
import { findMoves, type Ordering } from './moves.ts';
import { isRewriteOf } from './rewrite.ts';
import { shareOf } from './similar.ts';
import { compareTables } from './tables.ts';
import { textsOf, type Context } from './texts.ts';
import { weave } from './weave.ts';

/** How much text of one section stands in another now, in characters. */
export interface Share {
  before: Section | undefined;
  after: Section | undefined;
  characters: number;
}

export interface Shares {
  shares: Share[];
  /** How much text each section has of its own, in characters. */
  sizes: ReadonlyMap<Section, number>;
}

/** Compares two texts, leaf by leaf: their redline, and where the text of each section went. */
export function compareLeaves(
  before: readonly Leaf[],
  after: readonly Leaf[],
): { redline: Part[] } & Shares {
  const sizes = new Map<Section, number>();
  const context: Context = { links: new Map(), isRewrite: false };
  let keys = 0;
  let shares: Share[] = [];
  const nextKey = (): string => `m${(keys += 1)}`;
  const compare = (old: readonly Leaf[], leaves: readonly Leaf[]): Part[] => {
    const oldTexts = textsOf(old, context);
    const texts = textsOf(leaves, context);
    const matches = matchTexts(oldTexts, texts);
    for (const {
      before: [heading],
      after: [now],
    } of matches) {
      const from = heading?.leaf.section?.anchor;
      const to = now?.leaf.section?.anchor;
      if (heading?.isHeading && now?.isHeading) {
        context.links.set(`#${from}`, `#${to}`);
      }
    }
    const ordering = findMoves(matches, oldTexts, texts, nextKey);
    if (old === before) {
      shares = sharesOf(ordering);
      context.isRewrite = isRewriteOf(matches, oldTexts, texts);
      for (const { leaf, size } of [...oldTexts, ...texts]) {
        if (size > 0 && leaf.section) sizes.set(leaf.section, size - 1);
      }
    }
    return weave(ordering, oldTexts, texts, (oldTable, table) =>
      compareTables(oldTable, table, { context, nextKey, compareBlocks }),
    );
  };
  // The leaves of a cell stand in a section that is not there: its parts are the cell's.
  const compareBlocks = (old: readonly Block[], blocks: readonly Block[]): Part[] => {
    const leaves = leavesOfBlocks(old);
    const others = leavesOfBlocks(blocks);
    if (isOneLine(leaves, others)) {
      const olds = textsOf(leaves, context);
      const texts = textsOf(others, context);
      if (olds.length * texts.length > 0) return linesOf(olds, texts);
      return [
        ...olds.map((text) => lineOf(text, 'before')),
        ...texts.map((text) => lineOf(text, 'after')),
      ];
    }
    return compare(leaves, others).flatMap((part) =>
      part.type === 'box' && part.source.type === 'section' ? part.parts : [part],
    );
  };
  const redline = compare(before, after);
  return { redline, shares, sizes };
}

/** Whether a cell is one line that says the same in each version that has it: most cells are. */
const isOneLine = (before: readonly Leaf[], after: readonly Leaf[]): boolean =>
  Math.max(before.length, after.length) === 1 &&
  [...before, ...after].every(
    ({ kind, text, holder }) =>
      kind !== 'table' &&
      holder.path.length === 1 &&
      text !== '' &&
      text === (before[0] ?? after[0])?.text,
  );

const sharesOf = ({ whole, moves }: Ordering): Share[] =>
  [whole, ...moves]
    .flatMap(({ matches }) => matches)
    .flatMap(({ before, after }) =>
      after.flatMap((text, index): Share[] => {
        const old = before[index] ?? before[0];
        if (!old || text.isHeading) return [];
        const characters = Math.min(old.length, text.length) * shareOf(old, text);
        return [{ before: old.leaf.section, after: text.leaf.section, characters }];
      }),
    );
