/** Finds the levels of headings: by number, then capitals over bold, then size, with no level skipped. */
import type { Candidate, Look } from './structure-headings.ts';

/** Headings that look alike, so that they are of one level. */
interface Kind {
  key: string;
  /** Where it stands among the others before the text is looked at: less is higher. */
  prior: number;
  isNumbered: boolean;
  members: Candidate[];
}

const PRIOR: Record<Look, number> = {
  real: 0,
  capitals: 65,
  strong: 67,
  bold: 70,
  underlined: 75,
  italic: 80,
  plain: 85,
};
/** Where a section of a notice stands: its number, or its place in the list of contents, says so. */
const SECTION = 60;

/** The levels of headings, in their order: 2 for the notice's own sections. */
export function levelsOf(candidates: readonly Candidate[], body: number): number[] {
  const ranks = ranksOf(kindsOf(candidates, body), candidates);
  const open: number[] = [];
  return candidates.map((candidate) => {
    const rank = ranks.get(candidate) ?? 0;
    while (open.length > 0 && (open.at(-1) ?? 0) >= rank) open.pop();
    open.push(rank);
    return Math.min(6, open.length + 1);
  });
}

function kindsOf(candidates: readonly Candidate[], body: number): Kind[] {
  const kinds = new Map<string, Kind>();
  const numbered = candidates.filter(({ mark }) => mark !== undefined).length;
  for (const candidate of candidates) {
    const { key, prior, isNumbered } = keyOf(candidate, body, numbered > 1);
    const kind = kinds.get(key) ?? { key, prior, isNumbered, members: [] };
    kind.prior = Math.min(kind.prior, prior);
    kind.members.push(candidate);
    kinds.set(key, kind);
  }
  return [...kinds.values()];
}

function keyOf(
  { look, level = 0, size, mark, isListed }: Candidate,
  body: number,
  isCounted: boolean,
): Omit<Kind, 'members'> {
  const larger = Math.max(0, Math.min(40, Math.round((size ?? body) - body)));
  const looks = look === 'real' ? level * 10 : PRIOR[look] - larger * 0.1;
  if (mark && isCounted) {
    const depth = mark.kind === 'letter' ? 1.5 : mark.depth;
    const prior = look === 'real' ? looks + depth : SECTION + (depth - 1) * 15;
    return { key: `number ${depth}`, prior, isNumbered: true };
  }
  if (look === 'real') return { key: `real ${level}`, prior: looks, isNumbered: false };
  if (isListed)
    return { key: isCounted ? 'number 1' : 'listed', prior: SECTION, isNumbered: false };
  return { key: `${look} ${larger}`, prior: looks, isNumbered: false };
}

/** How far down each heading is; those of one level have the same number. */
function ranksOf(kinds: readonly Kind[], candidates: readonly Candidate[]): Map<Candidate, number> {
  let order: Kind[][] = kinds.toSorted((a, b) => a.prior - b.prior).map((kind) => [kind]);
  // What the text shows is stronger than how a kind looks: each round settles two neighbours.
  for (let round = 0; round < kinds.length * kinds.length; round += 1) {
    const next = settled(order, candidates);
    if (!next) break;
    order = next;
  }
  return new Map(
    order.flatMap((group, rank) =>
      group.flatMap(({ members }) => members.map((each) => [each, rank] as const)),
    ),
  );
}

/** The order with two neighbours joined or exchanged; undefined where all are as the text shows them. */
function settled(order: readonly Kind[][], candidates: readonly Candidate[]): Kind[][] | undefined {
  for (const [index, upper] of order.entries()) {
    const lower = order[index + 1];
    if (!lower) continue;
    const found = relation(upper, lower, candidates);
    if (found === 'above') continue;
    const pair = found === 'same' ? [[...upper, ...lower]] : [lower, upper];
    return [...order.slice(0, index), ...pair, ...order.slice(index + 2)];
  }
  return undefined;
}

/** How the upper of two kinds stands to the lower one: above it, of one level with it, or below it. */
function relation(
  upper: readonly Kind[],
  lower: readonly Kind[],
  candidates: readonly Candidate[],
): 'above' | 'same' | 'below' {
  const [as, bs] = [upper, lower].map((kinds) => kinds.flatMap(({ members }) => members));
  if (!as || !bs) return 'above';
  const firstA = as.reduce((least, { index }) => Math.min(least, index), Infinity);
  const before = bs.filter(({ index }) => index < firstA).length;
  const isDeeper = depthIn(lower) > depthIn(upper) && depthIn(upper) > 0;
  if (isDeeper) return 'above';
  if (before === 0) return isBeside(as, bs) ? 'same' : 'above';
  if (depthIn(lower) === 1 && depthIn(upper) === 0) return 'below';
  // A heading that directly follows one of the other kind is within it.
  const [inA, inB] = [new Set(as), new Set(bs)];
  const into = (from: ReadonlySet<Candidate>, to: ReadonlySet<Candidate>): number =>
    candidates.filter(
      (each, at) =>
        to.has(each) &&
        from.has(candidates[at - 1] ?? each) &&
        candidates[at - 1]?.index === each.index - 1,
    ).length;
  if (into(inB, inA) > into(inA, inB)) return 'below';
  // Bold lines among real headings that begin before them are headings that were not marked.
  const isMixed =
    as.every(({ look }) => look === 'real') && bs.every(({ look }) => look !== 'real');
  if (isMixed && depthIn(lower) === 0) return 'same';
  if (as.length >= bs.length && before < bs.length) return 'below';
  return before > 1 ? 'same' : 'above';
}

/** The depth of the numbers of a kind; 0 where it has none. */
const depthIn = (kinds: readonly Kind[]): number =>
  Math.max(0, ...kinds.map(({ key, isNumbered }) => (isNumbered ? Number(key.split(' ')[1]) : 0)));

/** Whether one or two headings look higher than many others, but hold none or not only them. */
function isBeside(as: readonly Candidate[], bs: readonly Candidate[]): boolean {
  const [first, second, ...more] = as;
  if (!first || more.length > 0 || bs.length < 3) return false;
  const next = bs.reduce((least, { index }) => Math.min(least, index), Infinity);
  const hasOwnText = next > first.index + 1;
  if (!second) return hasOwnText && bs.length > 3;
  const isLastEmpty = bs.every(({ index }) => index < second.index);
  return hasOwnText && isLastEmpty;
}
