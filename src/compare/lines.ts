/** A line of the redline: the words of both versions in one, run by run. */
import { cut, piecesOf, signOf, type Piece } from './inline.ts';
import type { Leaf } from './leaves.ts';
import type { Line, LineKind, Run, Side } from './model.ts';
import type { Text } from './texts.ts';
import type { Token } from './tokens.ts';
import { keptTokens, type Kept } from './words.ts';

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
    const marks: Line['marks'] = mark ? [mark] : [];
    if (old && !mark && shapeOf(old) !== shapeOf(leaf)) marks.push('structure');
    return {
      type: 'line',
      kind: leaf.kind as LineKind,
      side: 'both',
      runs: runs[index] ?? [],
      ...headingOf(old, leaf),
      marks,
    };
  });
}

/** What a leaf is and stands in, for telling a paragraph from an item. */
export function shapeOf({ kind, holder, rank }: Leaf): string {
  const holders = holder.path.map(({ source }) => {
    if (source.type === 'section' || source.type === 'entry') return '';
    return source.type === 'list' ? (source.ordered ? 'ol' : 'ul') : source.type;
  });
  return `${holders.join('>')} ${kind === 'bare' ? 'paragraph' : kind}${rank ?? ''}`;
}

function runsOf(before: readonly Text[], after: readonly Text[]): Run[][] {
  const [old, text] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && old && text && isSame(old.leaf, text.leaf)) {
    return [[{ side: 'both', content: text.leaf.content }]];
  }
  return new Weaver(before, after).runs();
}

/** Whether two lines say the same in the same marks and links. */
function isSame(before: Leaf, after: Leaf): boolean {
  if (before.text !== after.text) return false;
  if (isPlain(before) && isPlain(after)) return true;
  return JSON.stringify(before.content) === JSON.stringify(after.content);
}

const isPlain = ({ content }: Leaf): boolean => content.length === 1 && content[0]?.type === 'text';

/** A token and the line it is of. */
interface Placed extends Token {
  line: number;
}

const placed = (texts: readonly Text[]): Placed[] =>
  texts.flatMap(({ tokens }, line) => tokens.map((token) => ({ ...token, line })));

class Weaver {
  readonly #before: Cutter[];
  readonly #after: Cutter[];
  readonly #tokensBefore: Placed[];
  readonly #tokensAfter: Placed[];
  readonly #runs: Run[][];

  constructor(before: readonly Text[], after: readonly Text[]) {
    this.#before = before.map((text) => new Cutter(text));
    this.#after = after.map((text) => new Cutter(text));
    this.#tokensBefore = placed(before);
    this.#tokensAfter = placed(after);
    this.#runs = after.map(() => []);
  }

  runs(): Run[][] {
    const kept: Kept[] = keptTokens(this.#tokensBefore, this.#tokensAfter);
    let [b, a] = [0, 0];
    for (const [nextB, nextA] of [
      ...kept,
      [this.#tokensBefore.length, this.#tokensAfter.length] as const,
    ]) {
      this.#replace(b, nextB, a, nextA);
      const old = this.#tokensBefore[nextB];
      const token = this.#tokensAfter[nextA];
      if (old && token) this.#keep(old, token);
      [b, a] = [nextB + 1, nextA + 1];
    }
    this.#after.forEach((cutter, line) => {
      const rest = cutter.rest();
      if (rest.length > 0) this.#push(line, { side: 'both', content: rest });
    });
    return this.#runs;
  }

  #push(line: number, run: Run): void {
    const runs = this.#runs[line] ?? [];
    const last = runs.at(-1);
    if (last && last.side === run.side && last.mark === run.mark && last.was === run.was) {
      last.content = [...last.content, ...run.content];
    } else {
      runs.push(run);
    }
  }

  /** Puts the words taken away where they stood, and after them those put in their place. */
  #replace(b: number, nextB: number, a: number, nextA: number): void {
    const removed = this.#tokensBefore.slice(b, nextB);
    const added = this.#tokensAfter.slice(a, nextA);
    if (removed.length > 0) {
      const line = this.#lineFor(added[0], a);
      this.#hoistSpace(line, removed[0], added[0]);
      for (const stretch of byLine(removed)) {
        const last = stretch.at(-1);
        const cutter = last && this.#before[last.line];
        if (!last || !cutter) continue;
        const content = cutter.upTo(last.end).filter(({ type }) => type !== 'target');
        if (stretch !== removed && stretch[0] !== removed[0]) {
          this.#push(line, { side: 'before', content: [{ type: 'text', value: ' ' }] });
        }
        this.#push(line, { side: 'before', content });
      }
    }
    for (const stretch of byLine(added)) {
      const last = stretch.at(-1);
      const cutter = last && this.#after[last.line];
      if (last && cutter) {
        this.#push(last.line, { side: 'after', content: cutter.upTo(last.end) });
      }
    }
  }

  /**
   * The line in which words taken away are shown: that of the words put in their place, and
   * otherwise, between two lines, the one that goes on from the words before them.
   */
  #lineFor(added: Placed | undefined, a: number): number {
    const neighbour = added ?? this.#tokensAfter[a - 1] ?? this.#tokensAfter[a];
    return neighbour?.line ?? 0;
  }

  /** The space before words and before those put in their place is the same space. */
  #hoistSpace(line: number, removed: Placed | undefined, added: Placed | undefined): void {
    const old = removed && this.#before[removed.line];
    const cutter = added && added.line === line ? this.#after[added.line] : undefined;
    if (!removed || !old || !old.hasSpaceBefore(removed)) return;
    if (!added || !cutter || !cutter.hasSpaceBefore(added)) return;
    old.skipSpace();
    this.#push(line, { side: 'both', content: cutter.space(added) });
  }

  #keep(old: Placed, token: Placed): void {
    const before = this.#before[old.line];
    const after = this.#after[token.line];
    if (!before || !after) return;
    const change = compareFormats(before, old, after, token);
    before.skipTo(old.end);
    if (change.mark && after.hasSpaceBefore(token)) {
      const last = this.#runs[token.line]?.at(-1);
      if (!last || last.side !== 'both' || last.mark !== change.mark || last.was !== change.was) {
        this.#push(token.line, { side: 'both', content: after.space(token) });
      }
    }
    this.#push(token.line, { side: 'both', content: after.upTo(token.end), ...change });
  }
}

/** Tokens in stretches of one line each. */
function byLine(tokens: readonly Placed[]): Placed[][] {
  const stretches: Placed[][] = [];
  for (const token of tokens) {
    if (stretches.at(-1)?.[0]?.line === token.line) stretches.at(-1)?.push(token);
    else stretches.push([token]);
  }
  return stretches;
}

/** A line that is cut up from its beginning to its end. */
class Cutter {
  readonly #plain: string;
  readonly #pieces: Piece[];
  readonly isPlain: boolean;
  #at = 0;

  constructor(text: Text) {
    this.#plain = text.plain;
    this.#pieces = piecesOf(text.leaf.content);
    this.isPlain = isPlain(text.leaf);
  }

  upTo(end: number): Line['runs'][number]['content'] {
    const content = cut(this.#pieces, this.#at, end);
    this.#at = end;
    return content;
  }

  rest(): Line['runs'][number]['content'] {
    return this.upTo(this.#plain.length + 1);
  }

  skipTo(end: number): void {
    this.#at = end;
  }

  hasSpaceBefore({ start }: Token): boolean {
    return this.#at < start && /^[ \n]/.test(this.#plain.slice(this.#at, start));
  }

  skipSpace(): void {
    this.#at += 1;
  }

  space({ start }: Token): Line['runs'][number]['content'] {
    return this.upTo(start);
  }

  /** What stands around a token: its marks, without order, and the address it leads to. */
  formatsOf({ start, end }: Token): { marks: string; href: string | undefined } {
    const marks = new Set<string>();
    let href: string | undefined;
    for (const piece of this.#pieces) {
      if (piece.start >= end) break;
      if (piece.end <= start || piece.inline.type === 'target') continue;
      for (const wrap of piece.wraps) {
        if (wrap.type === 'link') href = wrap.href;
        else marks.add(MEANING[wrap.tag] ?? signOf(wrap));
      }
      if (piece.inline.type === 'image') {
        marks.add(`${piece.inline.source} ${piece.inline.alternative}`);
      }
    }
    return { marks: [...marks].toSorted().join(), href };
  }
}

/** Two ways of writing one thing are no change. */
const MEANING: Partial<Record<string, string>> = { b: 'strong', i: 'em' };

function compareFormats(
  before: Cutter,
  old: Token,
  after: Cutter,
  token: Token,
): Pick<Run, 'mark' | 'was'> {
  if (before.isPlain && after.isPlain) return {};
  const then = before.formatsOf(old);
  const now = after.formatsOf(token);
  if (then.href !== now.href) return { mark: 'link', ...(then.href && { was: then.href }) };
  return then.marks === now.marks ? {} : { mark: 'format' };
}
