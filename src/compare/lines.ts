/** A line of the redline: the words of both versions in one, run by run. */
import type { MarkTag } from '../document/elements.ts';
import { decodeFragment } from '../document/fragments.ts';
import type { Inline } from '../document/model.ts';
import { appendInline, cut, piecesOf, plainOf, signOf } from './inline.ts';
import type { Leaf } from './leaves.ts';
import type { Line, LineKind, Run, Side } from './model.ts';
import type { Text } from './texts.ts';
import type { Token } from './tokens.ts';
import { keptTokens } from './words.ts';

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
  const [old, text] = [before[0], after[0]];
  if (before.length + after.length === 2 && old && text && isSame(old.leaf, text.leaf)) {
    return [[{ side: 'both', content: text.leaf.content }]];
  }
  const weaver = new RunWeaver(after, text?.links ?? new Map());
  for (const stretch of stretchesOf(wordsOf(before), wordsOf(after))) weaver.add(stretch);
  return weaver.finish();
}

/** Words that are of one version alone, and the word of both that follows them. */
interface Stretch {
  /** The line in which it is shown. */
  line: number;
  removed: readonly Word[];
  added: readonly Word[];
  old: Word | undefined;
  now: Word | undefined;
}

function stretchesOf(before: readonly Word[], after: readonly Word[]): Stretch[] {
  let [b, a] = [0, 0];
  const end = [before.length, after.length] as const;
  return [...keptTokens(before, after), end].map(([nextB, nextA]): Stretch => {
    const added = after.slice(a, nextA);
    // Words taken away are shown in the line of those put in their place, and otherwise,
    // between two lines, in the one that goes on from the words before them.
    const line = (added[0] ?? after[a - 1] ?? after[a])?.line ?? 0;
    const removed = before.slice(b, nextB);
    [b, a] = [nextB + 1, nextA + 1];
    return { line, removed, added, old: before[nextB], now: after[nextA] };
  });
}

/** Puts stretches together to runs, so that each version's words stay apart as they stood. */
class RunWeaver {
  readonly #lines: { runs: Run[]; rest: Inline[] }[];
  readonly #links: ReadonlyMap<string, string>;

  constructor(after: readonly Text[], links: ReadonlyMap<string, string>) {
    this.#lines = after.map(({ leaf }) => ({ runs: [], rest: leaf.content }));
    this.#links = links;
  }

  add(stretch: Stretch): void {
    this.#replace(stretch);
    const { old, now } = stretch;
    if (old && now) this.#keep(old, now);
  }

  /** The runs of each line, and what stands in it after its last word. */
  finish(): Run[][] {
    return this.#lines.map(({ runs, rest }, line) => {
      this.#push(line, { side: 'both', content: rest });
      return runs;
    });
  }

  #replace({ line, removed, added, old, now }: Stretch): void {
    const [first] = added;
    const [gone] = removed;
    // What stood apart in the version before and does so no more, because of what was put in.
    const wasApart = isApart(old) && !isApart(now);
    const isGap = gone ? isApart(gone) : wasApart;
    // The space before words and before those put in their place is the same space.
    const isShared = first?.line === line && isSpaced(first) && isGap;
    if (isShared) this.#push(line, { side: 'both', content: first.space });
    for (const word of removed) {
      const gap = isShared && word === gone ? [] : word.isFirst ? SPACE : word.space;
      this.#push(line, { side: 'before', content: [...gap, ...word.content] });
    }
    if (wasApart && (gone || (first && !isShared))) {
      this.#push(line, { side: 'before', content: SPACE });
    }
    for (const word of added) {
      const gap = isShared && word === first ? [] : word.space;
      this.#push(word.line, { side: 'after', content: [...gap, ...word.content] });
      this.#pass(word);
    }
  }

  #keep(old: Word, now: Word): void {
    const change = differenceOf(old, now, this.#links);
    // The space goes with the words before it, unless what is different goes on over it.
    const last = this.#lines[now.line]?.runs.at(-1);
    const goesOn = last?.side === 'both' && last.mark === change.mark && last.was === change.was;
    this.#push(now.line, { side: 'both', content: now.space, ...(goesOn && change) });
    this.#push(now.line, { side: 'both', content: now.content, ...change });
    this.#pass(now);
  }

  #pass({ line, rest }: Word): void {
    const passed = this.#lines[line];
    if (passed) passed.rest = rest;
  }

  #push(line: number, run: Run): void {
    const { runs = [] } = this.#lines[line] ?? {};
    const last = runs.at(-1);
    if (run.content.length === 0) return;
    if (last?.side === run.side && last.mark === run.mark && last.was === run.was) {
      appendInline(last.content, run.content);
    } else runs.push({ ...run, content: [...run.content] });
  }
}

const SPACE: Inline[] = [{ type: 'text', value: ' ' }];
/** Whether a reader sees a space before a word: a target or a joiner of no width is none. */
const isSpaced = ({ space }: Word): boolean => /[^\S\uFEFF]/.test(plainOf(space));
const isApart = (word: Word | undefined): boolean =>
  word !== undefined && (word.isFirst || isSpaced(word));

/** What is different about a word of both versions: where it leads, or what it is set in. */
function differenceOf(
  old: Word,
  word: Word,
  links: ReadonlyMap<string, string>,
): Pick<Run, 'mark' | 'was'> {
  const [then, now] = [formatOf(old.content), formatOf(word.content)];
  const target = (href: string | undefined) => href && decodeFragment(href);
  const isSameLink =
    then.href === now.href ||
    (now.href !== undefined && links.get(target(then.href) ?? '') === target(now.href));
  if (!isSameLink) {
    return { mark: 'link', ...(then.href !== undefined && { was: then.href }) };
  }
  return then.marks === now.marks ? {} : { mark: 'format' };
}

/** Whether two lines say the same in the same marks and links. */
const isSame = (before: Leaf, after: Leaf): boolean =>
  JSON.stringify(before.content) === JSON.stringify(after.content);

/** A token, and what there is of its line up to it. */
interface Word extends Token {
  /** The number of its line. */
  line: number;
  /** Whether it begins a line that others stand before. */
  isFirst: boolean;
  /** What stands before it, after the word before: white space, targets. */
  space: Inline[];
  content: Inline[];
  /** What stands after it, if it is the last. */
  rest: Inline[];
}

const wordsOf = (texts: readonly Text[]): Word[] =>
  texts.flatMap(({ tokens, leaf }, line) => {
    const pieces = piecesOf(leaf.content);
    return tokens.map((token, index): Word => ({
      ...token,
      line,
      isFirst: line > 0 && index === 0,
      space: cut(pieces, tokens[index - 1]?.end ?? 0, token.start),
      content: cut(pieces, token.start, token.end),
      rest: tokens[index + 1] ? [] : cut(pieces, token.end, Infinity),
    }));
  });

/** What words are set in, without order, and the address they lead to. */
function formatOf(content: readonly Inline[]): { marks: string; href: string | undefined } {
  const marks = new Set<string>();
  let href: string | undefined;
  for (const { wraps, inline } of piecesOf(content)) {
    if (inline.type === 'target') continue;
    for (const wrap of wraps) {
      if (wrap.type === 'link') href = wrap.href;
      else marks.add(signOf({ ...wrap, tag: MEANING[wrap.tag] ?? wrap.tag }));
    }
    if (inline.type === 'image') marks.add(`${inline.source} ${inline.alternative}`);
  }
  return { marks: [...marks].sort().join(), href };
}

/** Two ways of writing one thing are no change. */
const MEANING: Partial<Record<MarkTag, MarkTag>> = { b: 'strong', i: 'em' };
