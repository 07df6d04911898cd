/** Reads what a history has beside the versions that are there: states of after them, and of before. */
import { visible } from '../findings/visible.ts';
import { dateRuns, type DatedRuns } from './history-dates.ts';
import type {
  History,
  HistoryAnswers,
  KnownHistory,
  KnownVersion,
  State,
} from './history-model.ts';
import {
  readStates,
  saysTheSame,
  textOfKnown,
  type Entry,
  type Steps,
  type Text,
} from './history-read.ts';
import type { Remark } from './model.ts';

/** The texts of a history that are no versions yet, around those that are. */
export interface ReadBeside {
  history: Pick<History, 'others' | 'remarks'>;
  entries: Entry[];
  /** Texts of before the first version that is there. */
  before: DatedRuns;
  /** Texts of after the last. */
  after: DatedRuns;
  first: KnownVersion;
  last: KnownVersion;
}

/** A version that is there, and what it says. */
interface There {
  version: KnownVersion;
  text: Text;
}

/**
 * Reads what a history has beside the states that were read before, and dates its texts: those from
 * before the first version that is there, and those after the last. Texts of the time between are no
 * new versions.
 */
export function readBeside(
  { kind, states, others, remarks }: History,
  known: KnownHistory,
  answers: HistoryAnswers,
  steps: Steps,
): ReadBeside {
  const there = known.versions.map((version): There => ({ version, text: textOfKnown(version) }));
  const [first, last] = [there[0], there.at(-1)];
  if (!first || !last) throw new RangeError('there is no version to go on from');
  const fresh = states.filter(({ name }) => !known.sources.has(name));
  const isBefore = ({ day }: State): boolean => day < first.version.date;
  const isBetween = (state: State): boolean => !isBefore(state) && state.day < known.lastSeen;
  const of = (isOne: (state: State) => boolean): Pick<History, 'kind' | 'states'> => ({
    kind,
    states: fresh.filter(isOne),
  });
  const before = readBefore(of(isBefore), first, answers, steps);
  const between = readBetween(of(isBetween), there, answers, steps);
  const seen = { ...last.text, version: last.version.date, lastSeen: known.lastSeen };
  const after = readStates(
    of((state) => !isBefore(state) && !isBetween(state)),
    answers,
    steps,
    seen,
  );
  const changed = changedSince(kind, states, known);
  return {
    history: {
      others: others.filter(({ name }) => !known.sources.has(name)),
      remarks: [
        // The order of commits was told when they were read first.
        ...remarks.filter(({ code }) => !/^commit-/.test(code) || known.sources.size === 0),
        ...(changed.length > 0 ? [{ code: 'state-changed', detail: changed.join(', ') }] : []),
        ...before.remarks,
      ],
    },
    entries: [...before.entries, ...between, ...after.entries],
    before: before.dated,
    after: dateRuns(after.runs, kind, answers, seen),
    first: first.version,
    last: last.version,
  };
}

/** Texts of before the first version that is there. The last of them may be that version itself. */
function readBefore(
  history: Pick<History, 'kind' | 'states'>,
  { version, text }: There,
  answers: HistoryAnswers,
  steps: Steps,
): { entries: Entry[]; dated: DatedRuns; remarks: Remark[] } {
  const { runs, entries } = readStates(history, answers, steps);
  const { versions, replaced, joined } = dateRuns(runs, history.kind, answers);
  const newest = versions.at(-1);
  if (!newest || !saysTheSame(text, newest.run, answers)) {
    return { entries, dated: { versions, replaced, joined }, remarks: [] };
  }
  newest.run.version = version.date;
  const { day } = newest.run.first;
  return {
    entries,
    dated: { versions: versions.slice(0, -1), replaced, joined },
    remarks: [{ code: 'seen-before', detail: `${version.date} (${day})` }],
  };
}

/** Texts of the time of the versions that are there: one of them says the same, or they come too late. */
function readBetween(
  history: Pick<History, 'kind' | 'states'>,
  there: readonly There[],
  answers: HistoryAnswers,
  steps: Steps,
): Entry[] {
  const { runs, entries } = readStates(history, answers, steps);
  for (const run of runs) {
    const same = there.findLast(({ text }) => saysTheSame(text, run, answers));
    if (same) run.version = same.version.date;
    else run.isLate = true;
  }
  return entries;
}

/** Files that have other bytes than when they were read before. A commit cannot have. */
function changedSince(
  kind: History['kind'],
  states: readonly State[],
  { sources }: KnownHistory,
): string[] {
  if (kind !== 'folder') return [];
  return states.flatMap(({ name, source }) => {
    const before = sources.get(name);
    if (before === undefined) return [];
    const now = source();
    return 'refused' in now || now.sha256 === before ? [] : [visible(name, true)];
  });
}
