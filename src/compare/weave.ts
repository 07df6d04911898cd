/**
 * Both texts in one. The redline has the shape of the version after: what was taken away is put
 * into it where it stood, in a list if it was an item and the list is still there, and otherwise
 * in what it stood in before.
 */
import type { Holder } from './leaves.ts';
import { linesOf, lineOf } from './lines.ts';
import type { Table } from '../document/model.ts';
import type { Box, BoxSource, Part, Side } from './model.ts';
import type { Flow, Ordering } from './moves.ts';
import { stepsOf, type Step } from './script.ts';
import { Tally } from './tally.ts';
import type { Text } from './texts.ts';

type Path = readonly Holder[];

/** A part of the redline, and what it stands in: in the version after, or in that before. */
interface Entry {
  version: 'before' | 'after';
  part: Part;
  path: Path;
  moves: readonly string[];
}

/** Compares two tables; with one of them missing, prints the other as added or removed. */
export type CompareTables = (before: Table | undefined, after: Table | undefined) => Part[];

export function weave(
  ordering: Ordering,
  before: readonly Text[],
  after: readonly Text[],
  compareTables: CompareTables,
): Part[] {
  const entries = stepsOf(ordering, { before, after }).flatMap((step) =>
    entriesOf(step, compareTables),
  );
  return new Tree(entries, twinsOf([ordering.whole, ...ordering.moves])).build();
}

function entriesOf(step: Step, compareTables: CompareTables): Entry[] {
  const entry = (version: 'before' | 'after', { leaf }: Text, part: Part): Entry => ({
    version,
    part,
    path: leaf.holder.path,
    moves: step.moves,
  });
  if (step.type === 'match') {
    const { before, after } = step.match;
    const old = before[0];
    const text = after[0];
    const isTable = old?.leaf.table && text?.leaf.table;
    const parts = isTable ? compareTables(old.leaf.table, text.leaf.table) : linesOf(before, after);
    return parts.flatMap((part, index) => {
      const at = after[index] ?? text;
      return at ? [entry('after', at, part)] : [];
    });
  }
  const { type, text } = step;
  const { table } = text.leaf;
  if (type === 'gone') return [entry('before', text, { type, move: step.move })];
  // A rule or an empty place that is gone leaves nothing to show.
  if (type === 'before' && text.length === 0) return [];
  if (!table) return [entry(type, text, lineOf(text, type))];
  const parts =
    type === 'before' ? compareTables(table, undefined) : compareTables(undefined, table);
  return parts.map((part) => entry(type, text, part));
}

/** What each list, item or section became: that in which most of its text stands now. */
function twinsOf(flows: readonly Flow[]): ReadonlyMap<Holder, Holder> {
  const votes = new Tally<Holder, Holder>();
  for (const { before, after } of flows.flatMap(({ matches }) => matches)) {
    const [[old], [text]] = [before, after];
    if (!old || !text) continue;
    const weight = old.isHeading && text.isHeading ? 1000 : 1;
    for (const [from, to] of twinPaths(old.leaf.holder.path, text.leaf.holder.path)) {
      votes.add(from, to, weight);
    }
  }
  return new Map([...votes.best()].map(([old, { b }]) => [old, b]));
}

/** Holders of two paths that are of one sort, paired from the innermost outward. */
function twinPaths(before: Path, after: Path): [Holder, Holder][] {
  const twins: [Holder, Holder][] = [];
  let b = before.length - 1;
  let a = after.length - 1;
  while (b >= 0 && a >= 0) {
    const old = before[b];
    const holder = after[a];
    if (!old || !holder) break;
    if (old.source.type === holder.source.type) {
      twins.push([old, holder]);
      b -= 1;
      a -= 1;
    } else if (b > a) b -= 1;
    else a -= 1;
  }
  return twins;
}

interface Open {
  holder: Holder;
  box: Box;
  isAfter: boolean;
}

/** Builds the tree of the redline, entry by entry, with the boxes that are open at its end. */
class Tree {
  readonly #root: Part[] = [];
  readonly #entries: readonly Entry[];
  readonly #twins: ReadonlyMap<Holder, Holder>;
  readonly #origins: ReadonlyMap<Holder, Holder>;
  readonly #moves = new Map<Part, readonly string[]>();
  #open: Open[] = [];

  constructor(entries: readonly Entry[], twins: ReadonlyMap<Holder, Holder>) {
    this.#entries = entries;
    this.#twins = twins;
    // Of several that became one, the first.
    this.#origins = new Map([...twins].reverse().map(([old, twin]) => [twin, old]));
  }

  build(): Part[] {
    const next = nextPaths(this.#entries);
    this.#entries.forEach(({ version, part, path, moves }, index) => {
      if (version === 'after') this.#enter(path);
      else this.#enterOld(part, path, next[index] ?? []);
      this.#append(part);
      this.#moves.set(part, moves);
    });
    for (const part of this.#root) this.#settle(part);
    this.#markMoves(this.#root, 0);
    return this.#root;
  }

  #append(part: Part): void {
    (this.#open.at(-1)?.box.parts ?? this.#root).push(part);
  }

  /** Opens the boxes of a path within those of a depth; what is open already goes on. */
  #enter(path: Path, depth = 0, isAfter = true): void {
    const open = this.#open.slice(depth).map((box) => box.isAfter === isAfter && box.holder);
    const shared = commonLength(open, path);
    this.#open.length = depth + shared;
    for (const holder of path.slice(shared)) {
      const box: Box = { type: 'box', side: 'both', source: holder.source, parts: [] };
      // A box of the version after may have been another one before.
      const before = (isAfter ? this.#origins.get(holder) : holder)?.number;
      const after = isAfter ? holder.number : undefined;
      if ((before ?? after) !== undefined) {
        box.numbers = {
          ...(before !== undefined && { before }),
          ...(after !== undefined && { after }),
        };
      }
      this.#append(box);
      this.#open.push({ holder, box, isAfter });
    }
  }

  /**
   * Finds the place for something of the version before: in what became of the innermost list,
   * item or section it stood in, if that is open here or opens next. Boxes in which the text
   * after goes on must stay open, so never further out than those.
   */
  #enterOld(part: Part, path: Path, next: Path): void {
    const current = this.#open.filter(({ isAfter }) => isAfter).map(({ holder }) => holder);
    const common = commonLength(current, next);
    let depth = common;
    let rest = path.slice(path[0]?.source.type === 'section' && common > 0 ? 1 : 0);
    for (let level = path.length - 1; level >= 0; level -= 1) {
      const old = path[level];
      const twin = old && this.#twins.get(old);
      if (!twin) continue;
      const here = current.indexOf(twin);
      const ahead = next.indexOf(twin);
      const found = here >= 0 ? here : ahead;
      if (found + 1 < Math.max(common, 1)) continue;
      // What stood before the first heading does not come into a section that begins with one.
      if (here < 0 && isHeaded(twin) && !isHeaded(old)) continue;
      if (here < 0) this.#enter(next.slice(0, ahead + 1));
      depth = found + 1;
      rest = path.slice(level + 1);
      break;
    }
    // Between two sections: with its own, if that is gone, or else at the end of the one above.
    const isOwn = path[0] !== undefined && !this.#twins.has(path[0]);
    if (depth === 0 && !isOwn && current.length > 0) {
      depth = 1;
      rest = path.slice(1);
    }
    // The box it comes into may need others around it.
    const parent = this.#open[depth - 1]?.holder.source.type;
    this.#enter(fit(parent, rest, part), depth, false);
  }

  /** Tells boxes of one version alone from those of both, from the inside out. */
  #settle(part: Part): Side | 'none' {
    if (part.type === 'gone') return 'before';
    if (part.type !== 'box')
      return part.type === 'line' && part.runs.length === 0 ? 'none' : part.side;
    const sides = new Set(part.parts.map((inner) => this.#settle(inner)));
    // A rule or an empty place is of the version after, and does not make what it is in new.
    const hasRule = sides.delete('none');
    const [side] = sides;
    const isOne = sides.size === 1 && side !== undefined && side !== 'none';
    part.side = isOne && !(hasRule && side === 'before') ? side : 'both';
    return part.side;
  }

  /** Marks what was moved at the outermost box that was moved as a whole. */
  #markMoves(parts: readonly Part[], depth: number): void {
    for (const part of parts) {
      const keys = this.#keysOf(part);
      // An entry of definitions has no element of its own: its terms and descriptions are marked.
      const isEntry = part.type === 'box' && part.source.type === 'entry';
      if (part.type === 'box') this.#markMoves(part.parts, isEntry ? depth : keys.length);
      const key = keys.length > depth && !isEntry ? keys.at(-1) : undefined;
      if (key !== undefined && part.type !== 'gone') part.move = key;
    }
  }

  /** The moves that a part and everything in it is of. */
  #keysOf(part: Part): readonly string[] {
    const known = this.#moves.get(part);
    if (known) return known;
    if (part.type !== 'box') return [];
    let keys: readonly string[] | undefined;
    for (const inner of part.parts) {
      const those = this.#keysOf(inner);
      keys = those.slice(0, keys && commonLength(keys, those));
    }
    this.#moves.set(part, keys ?? []);
    return keys ?? [];
  }
}

const isHeaded = ({ source }: Holder): boolean =>
  source.type === 'section' && source.section !== undefined;

/** How many of two rows are the same, from the first on. */
function commonLength(some: readonly unknown[], others: readonly unknown[]): number {
  const at = some.findIndex((one, index) => one !== others[index]);
  return at < 0 ? some.length : at;
}

/** For each entry the path of the next one of the version after. */
function nextPaths(entries: readonly Entry[]): Path[] {
  const paths: Path[] = [];
  let next: Path = [];
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    paths[index] = next;
    const entry = entries[index];
    if (entry?.version === 'after') next = entry.path;
  }
  return paths;
}

/** What stands directly in a list and the like, as it is made where it is missing. */
const WITHIN: Partial<Record<BoxSource['type'], BoxSource[]>> = {
  list: [{ type: 'item', blocks: [] }],
  definitions: [{ type: 'entry' }, { type: 'description' }],
  entry: [{ type: 'description' }],
  facts: [{ type: 'fact', field: '' }],
};
const STRAYS = Object.values(WITHIN).flatMap((sources) => sources.map(({ type }) => type));

/** A path cut or lengthened so that its first box may stand in a box of the given sort. */
function fit(parent: BoxSource['type'] | undefined, path: Path, part: Part): Path {
  if (parent === 'entry' && path.length === 0 && part.type === 'line' && part.kind === 'term')
    return path;
  const missing = parent ? WITHIN[parent] : [{ type: 'section' } as const];
  // Items and the like need their list around them, and have it unless the path was cut.
  const at = path.findIndex(({ source: { type } }) =>
    missing ? type === missing[0]?.type : !STRAYS.includes(type),
  );
  if (at >= 0) return path.slice(at);
  const made = (missing ?? []).map((source): Holder => ({ source, path: [] }));
  return missing ? [...made, ...path] : [];
}
