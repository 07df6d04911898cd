/**
 * Joins the entries of a notice that two branches have recorded. What only one has is taken; what both
 * have is joined where they do not contradict. Who merges decides the rest.
 */
import { isDeepStrictEqual } from 'node:util';
import { LATER_FACTS } from '../notices/text.ts';
import type { Lock, LockEntry } from './lock.ts';
import { firstStateOf, sealOf, sealsOf } from './seal.ts';

/** The two sides of a merge, as git calls them: the branch that is there, and the one that comes. */
export type Side = 'ours' | 'theirs';

/** The entries of one notice: on both sides, and where they began to differ. */
export type Sides = Readonly<Record<Side | 'base', Lock['versions']>>;

/** Something that two branches have recorded of one version and that cannot both be so. */
export interface Contradiction {
  id: string;
  /** Two texts, two corrections, or two values of a fact that is added later. */
  of: 'text' | 'errata' | 'facts';
}

export interface Joined {
  versions: Lock['versions'];
  /** Where they contradict, the entry is that of the side that is kept. */
  contradictions: Contradiction[];
  /** The versions whose seals are new, because the entry that they follow is another. */
  resealed: string[];
  /** The versions that one side has removed from the lock: they are there again. */
  restored: string[];
}

/**
 * Joins the entries of a notice. Every seal of both sides has to fit.
 *
 * @param kept the side whose entry is taken where both cannot be
 */
export function joinEntries({ base, ours, theirs }: Sides, kept: Side = 'ours'): Joined {
  const [first, second] = kept === 'ours' ? [ours, theirs] : [theirs, ours];
  const contradictions: Contradiction[] = [];
  const ids = [...new Set([...Object.keys(first), ...Object.keys(second)])].toSorted();
  const joined = ids.flatMap((id) => {
    const [one, other] = [first[id], second[id]];
    const entry =
      one && other ? joinEntry(id, one, other, base[id], contradictions) : (one ?? other);
    return entry ? [[id, entry] as const] : [];
  });
  const { versions, resealed } = inChain(Object.fromEntries(joined));
  const restored = Object.keys(base).filter(
    (id) => id in versions && (!(id in ours) || !(id in theirs)),
  );
  return { versions, contradictions, resealed, restored };
}

function joinEntry(
  id: string,
  one: LockEntry,
  other: LockEntry,
  base: LockEntry | undefined,
  contradictions: Contradiction[],
): LockEntry {
  if (isDeepStrictEqual(one, other)) return one;
  if (!isOneRecording(one, other)) {
    contradictions.push({ id, of: 'text' });
    return one;
  }
  const longer = [one, other].find(({ errata }) =>
    [one, other].every((each) =>
      isDeepStrictEqual(each.errata, errata.slice(0, each.errata.length)),
    ),
  );
  if (!longer) contradictions.push({ id, of: 'errata' });
  const later = joinLater(base?.later ?? {}, one.later, other.later);
  if (!later) contradictions.push({ id, of: 'facts' });
  const { after, recorded } = one;
  // Both may have taken the same file into their lock, each on its own day.
  const { recorded: _, ...rest } = longer ?? one;
  const entry = {
    ...rest,
    ...(recorded && { recorded }),
    ...(after && { after }),
    later: later ?? one.later,
  };
  return { ...entry, seal: sealOf(id, entry) };
}

/** Whether two entries are of the same text, before all corrections. */
function isOneRecording(one: LockEntry, other: LockEntry): boolean {
  const partsOf = (entry: LockEntry): unknown => [entry.published, firstStateOf(entry)];
  return isDeepStrictEqual(partsOf(one), partsOf(other));
}

type Later = LockEntry['later'];

/**
 * Joins facts that are added later, each by itself.
 *
 * @returns undefined if both sides have changed one of them, and not in a way that goes together
 */
export function joinLater(base: Later, one: Later, other: Later): Later | undefined {
  const joined: Record<string, unknown> = {};
  for (const fact of LATER_FACTS) {
    const value = joinFact(fact, base[fact], one[fact], other[fact]);
    if (value === APART) return undefined;
    if (value !== undefined) joined[fact] = value;
  }
  return joined as Later;
}

const APART = Symbol('apart');

function joinFact(
  fact: (typeof LATER_FACTS)[number],
  base: unknown,
  one: unknown,
  other: unknown,
): unknown {
  if (isDeepStrictEqual(one, other) || isDeepStrictEqual(other, base)) return one;
  if (isDeepStrictEqual(one, base)) return other;
  // Nobody moves the end of a notice, nor takes back that a version was called off.
  if (fact === 'withdrawn' || fact === 'calledOff')
    return one === undefined ? other : other === undefined ? one : APART;
  if ([base, one, other].some((each) => Array.isArray(each))) {
    const entries = joinEntriesOfFact(...[base, one, other].map(entriesOfFact));
    return entries.length > 0 ? entries : undefined;
  }
  // A review moves to a later day only.
  return String(one ?? '') >= String(other ?? '') ? one : other;
}

/** An entry of a fact that is a list: how people were notified, or a finding that was left. */
interface FactEntry {
  on: string;
}

const entriesOfFact = (value: unknown): FactEntry[] =>
  Array.isArray(value) ? (value as FactEntry[]) : [];

/**
 * The entries of both sides, without those that a side has removed or corrected, by their days. Their order
 * depends on nothing else: the lock and the file of the version are joined each by itself.
 */
function joinEntriesOfFact(
  base: FactEntry[] = [],
  one: FactEntry[] = [],
  other: FactEntry[] = [],
): FactEntry[] {
  const isIn = (entries: FactEntry[], entry: FactEntry): boolean =>
    entries.some((each) => isDeepStrictEqual(each, entry));
  const isRemoved = (entry: FactEntry): boolean =>
    isIn(base, entry) && !(isIn(one, entry) && isIn(other, entry));
  const keyOf = (entry: FactEntry): string => `${entry.on} ${JSON.stringify(entry)}`;
  return [...one, ...other.filter((entry) => !isIn(one, entry))]
    .filter((entry) => !isRemoved(entry))
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Lets every entry follow those that are there, where it followed one that was not kept. */
function inChain(given: Lock['versions']): { versions: Lock['versions']; resealed: string[] } {
  const versions = { ...given };
  const resealed = new Set<string>();
  for (let isDone = false; !isDone;) {
    isDone = true;
    for (const [id, entry] of Object.entries(versions)) {
      const after = Object.fromEntries(
        Object.entries(entry.after ?? {}).flatMap(([before, seal]) => {
          const known = versions[before];
          if (!known) return [];
          return [[before, sealsOf(before, known).includes(seal) ? seal : (known.seal ?? '')]];
        }),
      );
      if (isDeepStrictEqual(after, entry.after ?? {})) continue;
      const next = { ...entry, after };
      versions[id] = { ...next, seal: sealOf(id, next) };
      resealed.add(id);
      isDone = false;
    }
  }
  return { versions, resealed: [...resealed] };
}
