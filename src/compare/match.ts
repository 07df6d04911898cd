/**
 * Which text of one version is which of the other. Text that stands word for word in both is
 * found first, then text that was edited where it stood, then text that was edited and moved;
 * sections are known by what is in them, and parts by the whole they were split off or went into.
 */
import { heaviestChain, movedRuns, pairsBeside, type Pair } from './chain.ts';
import { isEnoughToMove } from './reading.ts';
import { isFree, join, joinParts, type Gap, type Versions } from './parts.ts';
import { mayMatch, similarPairs } from './similar.ts';
import { Tally } from './tally.ts';
import { pairOf, type Match, type Text, type TextPair } from './texts.ts';
import { countWords } from './tokens.ts';

/** Finds the matches of two versions, and tells each text its own. */
export function matchTexts(before: readonly Text[], after: readonly Text[]): Match[] {
  if (before.length * after.length === 0) return [];
  const versions = { before, after };
  pairEqual(versions, keyOf);
  pairEqual(versions, ({ leaf }) => (leaf.table ? '' : leaf.text));
  growEqual(versions);
  fill(versions, equalPairs);
  fill(versions, (gap) => similarPairs(gap.before, gap.after, 0.6));
  joinParts(gapsOf(versions));
  pairFree(versions, (text) => !text.isHeading && countWords(text.leaf.text) >= 12, 0.6);
  pairHeadings(versions);
  fill(versions, equalPairs);
  fill(versions, (gap) => similarPairs(gap.before, gap.after, 0.28));
  fill(versions, alonePair);
  pairHeadings(versions);
  joinParts(gapsOf(versions));
  growEqual(versions);
  return pairsOf(before).flatMap(({ old }) => old.match ?? []);
}

/** Matches pairs, one after the other, that are still free. */
function joinPairs(pairs: readonly TextPair[]): void {
  for (const { old, text } of pairs) if (isFree(old) && isFree(text)) join([old], [text]);
}

/** The first texts of each match. */
function pairsOf(before: readonly Text[]): TextPair[] {
  const pairs: TextPair[] = [];
  for (const old of before) {
    const text = old.match?.before[0] === old && old.match.after[0];
    if (text) pairs.push(pairOf(old, text, old.reading.price));
  }
  return pairs;
}

/** Headings are equal to headings, not to an item of a list of contents; tables to tables. */
const keyOf = ({ leaf, isHeading }: Text): string =>
  leaf.text && `${isHeading ? '#' : leaf.table ? '|' : ''}${leaf.text}`;

/** Matches text that stands once in each version. */
function pairEqual({ before, after }: Versions, key: (text: Text) => string): void {
  const free = (texts: readonly Text[]): Map<string, Text[]> =>
    Map.groupBy(texts.filter(isFree), key);
  const inAfter = free(after);
  for (const [text, olds] of free(before)) {
    const texts = inAfter.get(text) ?? [];
    if (text !== '' && olds.length === 1 && texts.length === 1) join(olds, texts);
  }
  dropShortMoves(before);
}

/** Forgets short texts found out of order: "Name" stands in many lists. */
function dropShortMoves(before: readonly Text[]): void {
  const pairs = pairsOf(before);
  const spine = heaviestChain(pairs);
  if (spine.length === pairs.length) return;
  const inOrder = new Set(spine);
  for (const pair of pairs) {
    const { old, text } = pair;
    if (inOrder.has(pair) || old.isHeading || isEnoughToMove(old.leaf.text)) continue;
    old.match = text.match = undefined;
  }
}

/** Matches what a search finds between neighbouring matches, in the order of both versions. */
function fill(versions: Versions, search: (gap: Gap) => TextPair[]): void {
  for (const gap of gapsOf(versions)) joinPairs(heaviestChain(search(gap)));
}

/** Equal text, however often it stands elsewhere. */
function equalPairs({ before, after }: Gap): TextPair[] {
  const inAfter = Map.groupBy(after, keyOf);
  return [...Map.groupBy(before, keyOf)].flatMap(([key, olds]) => {
    const texts = inAfter.get(key) ?? [];
    const pair = (old: Text | undefined, text: Text | undefined): TextPair[] =>
      old && text && old.length > 0 ? [pairOf(old, text, key.length + 1)] : [];
    // Text that stands there very often is paired from both ends, not each with each.
    return olds.length * texts.length <= 64
      ? olds.flatMap((old) => texts.flatMap((text) => pair(old, text)))
      : olds
          .slice(0, texts.length)
          .flatMap((old, index) => [
            ...pair(old, texts[index]),
            ...pair(olds.at(-1 - index), texts.at(-1 - index)),
          ]);
  });
}

/** What is alone in its place on both sides, when it is of the same sort and short. */
function alonePair({ before, after }: Gap): TextPair[] {
  const [[old], [text]] = [before, after];
  if (!old || !text || before.length + after.length > 2) return [];
  const isShort = Math.max(old.length, text.length) <= 60;
  return (isShort || sharesEdge(old, text)) && mayMatch(old, text) && sortOf(old) === sortOf(text)
    ? [pairOf(old, text, 1)]
    : [];
}

/** Whether two texts begin or end with the same sentence, or rows with the same cell. */
function sharesEdge(a: Text, b: Text): boolean {
  const partsOf = ({ leaf }: Text): string[] =>
    leaf.text.split(leaf.table ? ' | ' : /(?<=[.!?])\s+/);
  const p = partsOf(a);
  const q = partsOf(b);
  const isSame = (x = '', y = ''): boolean => x === y && x.length >= (a.leaf.table ? 3 : 20);
  return isSame(p[0], q[0]) || isSame(p.at(-1), q.at(-1));
}

/** What a text stands in directly: an item is not a cell. */
const sortOf = ({ leaf }: Text): string => `${leaf.kind} ${leaf.holder.source.type}`;

/** Matches free texts that are alike wherever they stand, the most alike first. */
function pairFree({ before, after }: Versions, is: (text: Text) => boolean, least: number): void {
  const free = (texts: readonly Text[]): Text[] => texts.filter((text) => isFree(text) && is(text));
  const pairs = similarPairs(free(before), free(after), least);
  joinPairs(pairs.sort((p, q) => q.weight - p.weight));
}

/** Matches headings that are alike, whose text is matched, or whose anchor is the same. */
function pairHeadings(versions: Versions): void {
  const { before, after } = versions;
  pairFree(versions, ({ isHeading }) => isHeading, 0.8);
  const votes = new Tally<Text, Text>();
  for (const { old, text, weight } of pairsOf(before)) {
    if (old.heading && text.heading && !old.isHeading) votes.add(old.heading, text.heading, weight);
  }
  joinPairs(
    votes.all().flatMap(({ a, b, amount }) => {
      const isMuch = amount >= 0.3 * Math.min(a.size, b.size);
      return isMuch ? [pairOf(a, b, amount)] : [];
    }),
  );
  const anchorOf = ({ isHeading, leaf }: Text) => (isHeading ? leaf.section?.anchor : undefined);
  const byAnchor = new Map(after.map((text) => [anchorOf(text), text]));
  joinPairs(
    before.flatMap((old) => {
      const text = anchorOf(old) === undefined ? undefined : byAnchor.get(anchorOf(old));
      return text ? [pairOf(old, text, 1)] : [];
    }),
  );
}

/**
 * Matches text that is equal and stands beside what is matched, on the same side of it: of many
 * copies, the one that goes with its own section. First what follows, then what precedes; from a
 * heading never backward, for what stands there is of another section.
 */
function growEqual({ before, after }: Versions): void {
  for (const step of [1, -1]) {
    for (const pair of pairsOf(before)) {
      if (step === -1 && pair.old.isHeading) continue;
      let old = before[pair.before + step];
      let text = after[pair.after + step];
      while (old && text && isFree(old) && isFree(text) && keyOf(old) === keyOf(text)) {
        if (keyOf(old) === '') break;
        join([old], [text]);
        if (step === -1 && old.isHeading) break;
        old = before[old.place + step];
        text = after[text.place + step];
      }
    }
  }
}

/**
 * The gaps of every sequence of matches: that of the text in its order, which reaches from the
 * first text to the last, and those of moved stretches.
 */
function gapsOf(versions: Versions): Gap[] {
  const pairs = pairsOf(versions.before);
  const spine = heaviestChain(pairs);
  const moved = pairsBeside(spine, pairs);
  const { before, after } = versions;
  const ends = { before: before.length, after: after.length };
  return [
    ...gapsBetween(versions, [{ before: -1, after: -1 }, ...spine, ends]),
    ...movedRuns(moved, spine).flatMap((run) =>
      gapsBetween(versions, [...run, ...sectionEnd(versions, run)]),
    ),
  ];
}

type Edge = Omit<Pair, 'weight'> & Partial<TextPair>;

function gapsBetween({ before, after }: Versions, [first, ...rest]: readonly Edge[]): Gap[] {
  const gaps: Gap[] = [];
  let left = first;
  for (const right of rest) {
    const b = (left?.before ?? -1) + 1;
    const a = (left?.after ?? -1) + 1;
    if (right.before > b || right.after > a) {
      gaps.push({
        before: before.slice(b, right.before).filter(isFree),
        after: after.slice(a, right.after).filter(isFree),
        left: left?.old?.match,
        right: right.old?.match,
      });
    }
    left = right;
  }
  return gaps.filter((gap) => gap.before.length + gap.after.length > 0);
}

/** A moved stretch that has its heading reaches to the end of its section. */
function sectionEnd({ before, after }: Versions, run: readonly TextPair[]): Edge[] {
  const last = run.at(-1);
  if (!last || !run.some(({ old }) => old.isHeading && old === last.old.heading)) return [];
  const endOf = (texts: readonly Text[], { heading, place }: Text): number => {
    let end = place + 1;
    while (texts[end] && texts[end]?.heading === heading) end += 1;
    return end;
  };
  return [{ before: endOf(before, last.old), after: endOf(after, last.text) }];
}
