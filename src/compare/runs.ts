/** The words of both versions of a line in one, run by run. */
import { decodeFragment } from '../document/fragments.ts';
import type { Inline } from '../document/model.ts';
import { appendInline, cut, formatOf, piecesOf, type Piece } from './inline.ts';
import type { Run, Side } from './model.ts';
import { isReadWhole } from './rewrite.ts';
import type { Context, Text } from './texts.ts';
import { Tokens } from './tokens.ts';
import { partnersOf, scatterOf } from './words.ts';

/** The tokens of one or several lines in a row. */
class Row {
  readonly tokens: Tokens;
  /** The lines, each with the numbers of its first token and of the next line's. */
  readonly #lines: { text: Text; pieces: readonly Piece[]; first: number; end: number }[] = [];

  constructor(texts: readonly Text[]) {
    let end = 0;
    for (const text of texts) {
      const first = end;
      end += text.reading.tokens.length;
      this.#lines.push({ text, pieces: piecesOf(text.leaf.content), first, end });
    }
    const [only] = texts;
    const isOne = texts.length === 1 && only;
    this.tokens = isOne
      ? only.reading.tokens
      : Tokens.join(texts.map(({ reading }) => reading.tokens));
  }

  /** Whether it is one line. */
  get isOne(): boolean {
    return this.#lines.length === 1;
  }

  line(at: number): number {
    return this.isOne
      ? 0
      : Math.max(
          0,
          this.#lines.findIndex(({ end }) => at < end),
        );
  }

  /** Where what stands before a token begins, after the token before: white space, targets. */
  gap(at: number): number {
    return this.#lines[this.line(at)]?.first === at ? 0 : this.tokens.end(at - 1);
  }

  /** Whether a token begins a line that others stand before. */
  isFirst(at: number): boolean {
    const line = this.line(at);
    return line > 0 && this.#lines[line]?.first === at;
  }

  /** Whether a reader sees a space before a token: a target or a joiner of no width is none. */
  isSpaced(at: number): boolean {
    const plain = this.#lines[this.line(at)]?.text.reading.plain;
    return /[^\S\uFEFF]/.test(plain?.slice(this.gap(at), this.tokens.start(at)) ?? '');
  }

  isApart(at: number): boolean {
    return at < this.tokens.length && (this.isFirst(at) || this.isSpaced(at));
  }

  /** What stands in the line of a token between two places. */
  cut(at: number, start: number, end: number): Inline[] {
    return cut(this.#lines[this.line(at)]?.pieces ?? [], start, end);
  }

  space(at: number): Inline[] {
    return this.cut(at, this.gap(at), this.tokens.start(at));
  }

  content(at: number): Inline[] {
    return this.cut(at, this.tokens.start(at), this.tokens.end(at));
  }

  /** What a token is set in, without order, and the address it leads to. */
  format(at: number): ReturnType<typeof formatOf> {
    const pieces = this.#lines[this.line(at)]?.pieces ?? [];
    return formatOf(pieces, this.tokens.start(at), this.tokens.end(at));
  }

  /** What stands in each line after its last token. */
  tails(): Inline[][] {
    return this.#lines.map(({ text, pieces, first, end }) =>
      end > first ? cut(pieces, this.tokens.end(end - 1), Infinity) : text.leaf.content,
    );
  }
}

type Known = WeakMap<readonly Inline[], WeakMap<readonly Inline[], readonly Run[]>>;

/** Runs of lines by their content before and after: most edits stand in several comparisons. */
const known: Record<'edits' | 'rewrites', Known> = {
  edits: new WeakMap(),
  rewrites: new WeakMap(),
};

/** The runs of matched lines, for each line of the version after. */
export function weaveRuns(
  before: readonly Text[],
  after: readonly Text[],
  context: Context,
): Run[][] {
  const [[old], [text]] = [before, after];
  const isOne = before.length * after.length === 1 && old && text;
  const rows = known[context.isRewrite ? 'rewrites' : 'edits'];
  const made = isOne && rows.get(old.leaf.content)?.get(text.leaf.content);
  if (made) return [copies(made)];
  const weaver = new RunWeaver(new Row(before), new Row(after), context);
  const runs = weaver.weave();
  if (isOne && runs[0] && !weaver.asksForLinks) {
    const row = rows.get(old.leaf.content) ?? new WeakMap<readonly Inline[], readonly Run[]>();
    rows.set(old.leaf.content, row.set(text.leaf.content, copies(runs[0])));
  }
  return runs;
}

/** Runs without what a comparison writes into them. */
const copies = (runs: readonly Run[]): Run[] => runs.map((run) => ({ ...run }));

/** Puts words together to runs, so that each version's words stay apart as they stood. */
class RunWeaver {
  readonly #before: Row;
  readonly #after: Row;
  readonly #context: Context;
  readonly #lines: Run[][];
  readonly #tails: readonly Inline[][];
  /** Whether what comes out depends on where links lead in this comparison. */
  asksForLinks = false;
  /** The first and the last of the tokens of both versions that are not in a run yet. */
  #first = -1;
  #last = -1;

  constructor(before: Row, after: Row, context: Context) {
    this.#before = before;
    this.#after = after;
    this.#context = context;
    this.#tails = after.tails();
    this.#lines = this.#tails.map(() => []);
  }

  weave(): Run[][] {
    const before = this.#before.tokens;
    const after = this.#after.tokens;
    const partners = partnersOf(before, after);
    const isOne = this.#lines.length === 1 && this.#before.isOne;
    if (this.#context.isRewrite && isOne && isReadWhole(scatterOf(partners, before, after))) {
      partners.fill(-1);
    }
    let b = 0;
    let a = 0;
    for (let at = 0; at <= after.length; at += 1) {
      const partner = partners[at] ?? before.length;
      if (partner < 0) continue;
      if (partner > b || at > a) this.#replace(b, partner, a, at);
      if (at < after.length) this.#keep(partner, at);
      b = partner + 1;
      a = at + 1;
    }
    this.#flush();
    this.#tails.forEach((content, line) => this.#push(line, 'both', content));
    return this.#lines;
  }

  /** Tokens of one version alone: of that before from `b`, of that after from `a`. */
  #replace(b: number, endBefore: number, a: number, endAfter: number): void {
    this.#flush();
    const before = this.#before;
    const after = this.#after;
    const hasGone = b < endBefore;
    const hasCome = a < endAfter;
    // Words taken away are shown in the line of those put in their place, and otherwise,
    // between two lines, in the one that goes on from the words before them.
    const line = after.line(hasCome || a === 0 ? a : a - 1);
    // What stood apart in the version before and does so no more, because of what was put in.
    const wasApart = before.isApart(endBefore) && !after.isApart(endAfter);
    const isGap = hasGone ? before.isApart(b) : wasApart;
    // The space before words and before those put in their place is the same space.
    const isShared = hasCome && after.isSpaced(a) && isGap;
    if (isShared) this.#push(line, 'both', after.space(a));
    for (let at = b; at < endBefore; at += 1) {
      const gap = isShared && at === b ? [] : before.isFirst(at) ? SPACE : before.space(at);
      this.#push(line, 'before', [...gap, ...before.content(at)]);
    }
    if (wasApart && (hasGone || !isShared)) {
      this.#push(line, 'before', SPACE);
    }
    for (let at = a; at < endAfter; at += 1) {
      const gap = isShared && at === a ? [] : after.space(at);
      this.#push(after.line(at), 'after', [...gap, ...after.content(at)]);
    }
  }

  #keep(old: number, now: number): void {
    const after = this.#after;
    const line = after.line(now);
    const change = this.#differenceOf(old, now);
    const isPending = this.#first >= 0;
    if (!change.mark && isPending && after.line(this.#first) === line) {
      this.#last = now;
      return;
    }
    this.#flush();
    if (!change.mark) {
      this.#first = this.#last = now;
      return;
    }
    // The space goes with the words before it, unless what is different goes on over it.
    const last = this.#lines[line]?.at(-1);
    const goesOn = last?.side === 'both' && isAlike(last, change);
    this.#push(line, 'both', after.space(now), goesOn ? change : SAME);
    this.#push(line, 'both', after.content(now), change);
  }

  /** Puts words that both versions have in the same form into a run, all at once. */
  #flush(): void {
    const first = this.#first;
    const after = this.#after;
    if (first < 0) return;
    const line = after.line(first);
    const space = after.space(first);
    const { tokens } = after;
    const isSpaced = space.length > 0;
    this.#push(line, 'both', isSpaced ? space : after.content(first));
    const from = isSpaced ? tokens.start(first) : tokens.end(first);
    this.#push(line, 'both', after.cut(first, from, tokens.end(this.#last)));
    this.#first = -1;
  }

  #push(line: number, side: Side, content: readonly Inline[], change: Difference = SAME): void {
    const runs = this.#lines[line] ?? [];
    const last = runs.at(-1);
    if (content.length === 0) return;
    if (last?.side === side && isAlike(last, change)) appendInline(last.content, content);
    else runs.push({ side, content: [...content], ...change });
  }

  /** What is different about a word of both versions: where it leads, or what it is set in. */
  #differenceOf(old: number, word: number): Difference {
    const then = this.#before.format(old);
    const now = this.#after.format(word);
    if (then.href !== now.href) {
      this.asksForLinks = true;
      const [from, to] = [then.href, now.href].map((href) => href && decodeFragment(href));
      if (to === undefined || this.#context.links.get(from ?? '') !== to) {
        return { mark: 'link', ...(then.href !== undefined && { was: then.href }) };
      }
    }
    return then.marks === now.marks ? SAME : { mark: 'format' };
  }
}

const SPACE: Inline[] = [{ type: 'text', value: ' ' }];
const SAME: Difference = {};

type Difference = Pick<Run, 'mark' | 'was'>;

const isAlike = (p: Difference, q: Difference): boolean => p.mark === q.mark && p.was === q.was;
