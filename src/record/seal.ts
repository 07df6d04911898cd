/**
 * Seals of the lock's entries. The seal of an entry is hashed over the seals of the entries before
 * it and over all of its own that must not change, so that no part of the record can be changed
 * without all seals after it. docs/seals.md says how anyone can compute one. Every rule here is a
 * promise: changing one would break seals that are published.
 */
import { noticeOfId } from '../notices/names.ts';
import type { IsoDate } from '../notices/dates.ts';
import type { Lock, LockEntry, SealedEntry } from './lock.ts';
import { sha256 } from './source.ts';

/** Whether two versions are of the same notice. A translation is a notice of its own. */
export const isOfOneNotice = (one: string, other: string): boolean =>
  noticeOfId(one) === noticeOfId(other);

/**
 * The seals that an entry has had: the one it was recorded with, then one for each erratum. The
 * last is its seal now. Later facts are in none of them, because they may change.
 */
export function sealsOf(id: string, entry: LockEntry): [string, ...string[]] {
  const [first, ...corrected] = statesOf(entry);
  const seals: [string, ...string[]] = [
    hashOf([
      ['version', id],
      ['published', entry.published],
      ...(entry.recorded === undefined ? [] : [['recorded', entry.recorded]]),
      ...sorted(entry.after ?? {}).map(([other, seal]) => ['after', other, seal]),
      ...linesOf(first),
    ]),
  ];
  for (const [index, state] of corrected.entries()) {
    const erratum = entry.errata[index];
    if (!erratum) break;
    const { on, by, reason } = erratum;
    const lines = [
      ['seal', seals[index] ?? ''],
      ['on', on],
      ['by', by],
      ['reason', reason],
    ];
    seals.push(hashOf([...lines, ...linesOf(state)]));
  }
  return seals;
}

/** The seal of an entry as it is. */
export const sealOf = (id: string, entry: LockEntry): string => sealsOf(id, entry).at(-1) ?? '';

type State = Pick<LockEntry, 'text' | 'source' | 'anchors' | 'files'>;

/** What an entry had when it was recorded, and after each erratum: each erratum has what it changed. */
function statesOf({ text, source, anchors, files, errata }: LockEntry): [State, ...State[]] {
  const states: [State, ...State[]] = [{ text, source, anchors, files }];
  for (const erratum of errata.toReversed()) {
    const [after] = states;
    states.unshift({
      text: erratum.text,
      source: erratum.source ?? after.source,
      anchors: erratum.anchors ?? after.anchors,
      files: erratum.files ?? after.files,
    });
  }
  return states;
}

/** What an entry had when it was recorded, before all corrections. */
export const firstStateOf = (entry: LockEntry): State => statesOf(entry)[0];

const linesOf = ({ text, source, anchors, files }: State): string[][] => [
  ['text', text],
  ['source', source],
  ...anchors.toSorted().map((anchor) => ['anchor', anchor]),
  ...sorted(files ?? {}).map(([file, hash]) => ['file', file, hash]),
];

const sorted = (values: Record<string, string>): [string, string][] =>
  Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Values are in quotes, as JSON writes them, so that none can look like a line of its own. */
const hashOf = (lines: readonly string[][]): string =>
  sha256(
    lines
      .map(([name = '', ...values]) => [name, ...values.map((each) => JSON.stringify(each))])
      .map((words) => `${words.join(' ')}\n`)
      .join(''),
  );

/**
 * A lock with some entries added or replaced, in which every entry has a seal. An entry that had
 * none follows those of its notice that none follows yet: all of them, because two branches may
 * have recorded a version each before they were merged.
 *
 * @param today the day on which they are recorded
 */
export function sealed(lock: Lock, entries: Lock['versions'], today: IsoDate): Lock {
  const versions = { ...lock.versions };
  const unsealed = Object.keys({ ...lock.versions, ...entries })
    .filter((id) => lock.versions[id]?.seal === undefined)
    .map((id) => ({ id, entry: entries[id] ?? lock.versions[id] }))
    .flatMap(({ id, entry }) => (entry ? [{ id, entry }] : []))
    // A lock of format 1 does not say in which order they were recorded.
    .toSorted((a, b) => orderOf(a.entry.published, b.entry.published) || orderOf(a.id, b.id));
  for (const { id, entry } of unsealed) {
    const recorded = entry.published === today ? {} : { recorded: today };
    const followed = { ...entry, ...recorded, after: lastSeals(noticeOfId(id), versions) };
    versions[id] = { ...followed, seal: sealOf(id, followed) };
  }
  for (const [id, entry] of Object.entries(entries)) {
    const before = lock.versions[id];
    if (before?.seal === undefined) continue;
    const { after = {}, recorded } = before;
    const replaced = { ...entry, after, ...(recorded && { recorded }) };
    versions[id] = { ...replaced, seal: sealOf(id, replaced) };
  }
  return { format: 2, versions };
}

const orderOf = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The seals of the entries of a notice that no other follows. */
function lastSeals(notice: string, versions: Lock['versions']): SealedEntry['after'] {
  const own = Object.entries(versions).filter(([id]) => noticeOfId(id) === notice);
  const followed = new Set(own.flatMap(([, { after }]) => Object.keys(after ?? {})));
  return Object.fromEntries(
    own.flatMap(([id, { seal }]) => (seal === undefined || followed.has(id) ? [] : [[id, seal]])),
  );
}
