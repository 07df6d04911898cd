/**
 * Finds which words of a notice are which words of its source. Long stretches that are the same in
 * both are found first, then shorter ones between them, so that it takes about as long as the texts
 * are, and not their product.
 */

/** Lengths of stretches that are looked for, one after the other. */
const LENGTHS = [12, 5, 2, 1];
/** A stretch that stands oftener in the source says nothing about where it is from. */
const OFTEN = 12;
/** Up to how many pairs of words are all compared, in one place and altogether. */
const PAIRS = 250_000;
const ALL_PAIRS = 150_000_000;

/** So many words at an end are the same in both for a reason. */
const SURE = 5;

interface Gap {
  source: number;
  sourceEnd: number;
  notice: number;
  noticeEnd: number;
  /** Which of the lengths is looked for next. */
  length: number;
}

/** Words by their numbers, and which of them begin a sentence. */
export interface Row {
  ids: Int32Array;
  isFirst: Uint8Array;
}

interface Aligning {
  source: Int32Array;
  notice: Int32Array;
  rows: { source: Row; notice: Row };
  /** For each word of the notice its place in the source, or -1. */
  found: Int32Array;
  gaps: Gap[];
  pairsLeft: number;
}

/**
 * Aligns the words of a notice with those of its source.
 *
 * @returns for each word of the notice its place in the source, or -1. Places only go up
 */
export function align(sourceRow: Row, noticeRow: Row): Int32Array {
  const [source, notice] = [sourceRow.ids, noticeRow.ids];
  const state: Aligning = {
    source,
    notice,
    rows: { source: sourceRow, notice: noticeRow },
    found: new Int32Array(notice.length).fill(-1),
    gaps: [{ source: 0, sourceEnd: source.length, notice: 0, noticeEnd: notice.length, length: 0 }],
    pairsLeft: ALL_PAIRS,
  };
  for (let gap = state.gaps.pop(); gap; gap = state.gaps.pop()) fill(state, gap);
  return state.found;
}

/** Aligns what is between two places that are aligned already. */
function fill(state: Aligning, whole: Gap): void {
  const gap = trim(state, whole);
  const rows = gap.sourceEnd - gap.source;
  const columns = gap.noticeEnd - gap.notice;
  if (rows <= 0 || columns <= 0) return;
  const pairs = rows * columns;
  if (pairs <= PAIRS && pairs <= state.pairsLeft) {
    state.pairsLeft -= pairs;
    compareAll(state, gap);
    return;
  }
  const length = LENGTHS[gap.length];
  if (length === undefined) return;
  const chain = longestChain(stretchesIn(state, gap, length));
  if (chain.length === 0) {
    state.gaps.push({ ...gap, length: gap.length + 1 });
    return;
  }
  take(state, gap, chain, length);
}

/**
 * Takes what is the same at both ends, the later end first: a heading rather than the link to it. A few
 * words are left to be compared with all others: a full stop is at the end of every sentence.
 */
function trim({ source, notice, found }: Aligning, whole: Gap): Gap {
  const gap = { ...whole };
  const most = Math.min(gap.sourceEnd - gap.source, gap.noticeEnd - gap.notice);
  let same = 0;
  while (same < most && source[gap.sourceEnd - 1 - same] === notice[gap.noticeEnd - 1 - same]) {
    same += 1;
  }
  if (isSure(same, gap)) {
    gap.sourceEnd -= same;
    gap.noticeEnd -= same;
    for (let index = 0; index < same; index += 1) {
      found[gap.noticeEnd + index] = gap.sourceEnd + index;
    }
  }
  const rest = Math.min(gap.sourceEnd - gap.source, gap.noticeEnd - gap.notice);
  same = 0;
  while (same < rest && source[gap.source + same] === notice[gap.notice + same]) same += 1;
  if (isSure(same, gap)) {
    for (let index = 0; index < same; index += 1) found[gap.notice + index] = gap.source + index;
    gap.source += same;
    gap.notice += same;
  }
  return gap;
}

const isSure = (same: number, { notice, noticeEnd }: Gap): boolean =>
  same >= SURE || same === noticeEnd - notice;

/** Two places at which the same stretch stands. */
interface Same {
  notice: number;
  source: number;
}

/** Where stretches of the notice, one beside the other, stand in the source: by the notice, then backwards. */
function stretchesIn({ source, notice }: Aligning, gap: Gap, length: number): Same[] {
  const places = new Map<number, number[]>();
  for (let at = gap.notice; at + length <= gap.noticeEnd; at += length) {
    const hash = hashAt(notice, at, length);
    const same = places.get(hash);
    if (same === undefined) places.set(hash, [at]);
    else if (same.length <= OFTEN) same.push(at);
  }
  const hits = new Map<number, number[]>();
  for (let at = gap.source; at + length <= gap.sourceEnd; at += 1) {
    const candidates = places.get(hashAt(source, at, length));
    if (candidates === undefined || candidates.length > OFTEN) continue;
    for (const candidate of candidates) {
      if (!isSame(source, at, notice, candidate, length)) continue;
      const known = hits.get(candidate);
      if (known === undefined) hits.set(candidate, [at]);
      else if (known.length <= OFTEN) known.push(at);
    }
  }
  return [...hits]
    .filter(([, sources]) => sources.length <= OFTEN)
    .toSorted(([a], [b]) => a - b)
    .flatMap(([at, sources]) =>
      sources.toReversed().map((place) => ({ notice: at, source: place })),
    );
}

function hashAt(ids: Int32Array, at: number, length: number): number {
  let hash = 17;
  for (let index = at; index < at + length; index += 1) {
    hash = (Math.imul(hash, 0x01_00_01_93) ^ (ids[index] ?? 0)) + (hash >>> 15);
  }
  return hash | 0;
}

function isSame(
  source: Int32Array,
  from: number,
  notice: Int32Array,
  to: number,
  length: number,
): boolean {
  for (let index = 0; index < length; index += 1) {
    if (source[from + index] !== notice[to + index]) return false;
  }
  return true;
}

/** The longest row of places that go up in both texts (Hunt and Szymanski, 1977). */
function longestChain(candidates: readonly Same[]): Same[] {
  const ends: number[] = [];
  const before = new Int32Array(candidates.length).fill(-1);
  candidates.forEach(({ source }, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((candidates[ends[middle] ?? 0]?.source ?? 0) < source) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = index;
  });
  const chain: Same[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const same = candidates[index];
    if (same) chain.push(same);
  }
  return chain.reverse();
}

/** Aligns the stretches of a chain, and leaves what is between them to be filled. */
function take(state: Aligning, gap: Gap, chain: readonly Same[], length: number): void {
  let { source, notice } = gap;
  const leave = (sourceEnd: number, noticeEnd: number): void => {
    state.gaps.push({ source, sourceEnd, notice, noticeEnd, length: gap.length });
  };
  for (const same of chain) {
    // Stretches of the source can overlap, those of the notice do not.
    if (same.source < source || same.notice < notice) continue;
    leave(same.source, same.notice);
    for (let index = 0; index < length; index += 1) {
      state.found[same.notice + index] = same.source + index;
    }
    source = same.source + length;
    notice = same.notice + length;
  }
  leave(gap.sourceEnd, gap.noticeEnd);
}

/** Compares every word of a small gap with every other. Words beside each other count for more. */
function compareAll({ source, notice, found, rows: texts }: Aligning, gap: Gap): void {
  const rows = gap.sourceEnd - gap.source;
  const columns = gap.noticeEnd - gap.notice;
  const width = columns + 1;
  const best = new Int32Array((rows + 1) * width);
  const joined = new Int32Array((rows + 1) * width);
  // Words of one sentence belong together rather than a word and a full stop before it.
  const bonus = (row: number, column: number): number =>
    4 -
    (texts.source.isFirst[gap.source + row - 1] ?? 0) -
    (texts.notice.isFirst[gap.notice + column - 1] ?? 0);
  for (let row = 1; row <= rows; row += 1) {
    for (let column = 1; column <= columns; column += 1) {
      const here = row * width + column;
      const across = here - width - 1;
      let most = Math.max(best[here - width] ?? 0, best[here - 1] ?? 0);
      if (source[gap.source + row - 1] === notice[gap.notice + column - 1]) {
        const before = joined[across] ?? 0;
        const score = Math.max(
          (best[across] ?? 0) + 2,
          before > 0 ? before + bonus(row, column) : 0,
        );
        joined[here] = score;
        most = Math.max(most, score);
      }
      best[here] = most;
    }
  }
  let here = rows * width + columns;
  let isJoined = false;
  while ((best[here] ?? 0) > 0 || isJoined) {
    const score = joined[here] ?? 0;
    if (isJoined || (score > 0 && score === best[here])) {
      const row = Math.floor(here / width);
      found[gap.notice + (here % width) - 1] = gap.source + row - 1;
      const across = here - width - 1;
      const before = joined[across] ?? 0;
      isJoined = before > 0 && score === before + bonus(row, here % width);
      here = across;
    } else here -= best[here] === best[here - width] ? width : 1;
  }
}
