/** From which day each text of a history applies: the one that it states, or the one on which it was first seen. */
import { isIsoDate, type IsoDate } from '../notices/dates.ts';
import type { HistoryAnswers, HistoryKind, HowDated } from './history-model.ts';
import { saysTheSame, type Run, type Text } from './history-read.ts';
import type { Proposal } from './model.ts';

/** A text with its day, that is there or was read just now. */
interface Dated {
  run: Text;
  date: IsoDate;
  lastSeen: IsoDate;
}

/** A day that a text states, and what it says of it. */
interface Refused {
  day: IsoDate;
  is: 'applies' | 'updated';
}

/** A text with its day. */
export interface DatedRun extends Dated {
  run: Run;
  dated: HowDated;
  /** A day that it states, and that the history contradicts. */
  refused?: Refused;
}

/** Where texts went that are no version of their own: the text that came after them on their day. */
export interface DatedRuns {
  versions: DatedRun[];
  /** Texts that another one replaced on the same day. */
  replaced: Map<Text, Run>;
  /** Texts that went back to what the version before says. */
  joined: Map<Text, Text>;
}

/**
 * Dates the texts of a history, one a day: the last of each.
 *
 * @param known the last version that is there already, which stays as it is. A text of its day, or of
 *   one before it, comes too late
 */
export function dateRuns(
  runs: readonly Run[],
  kind: HistoryKind,
  answers: HistoryAnswers,
  known?: Text & { version: IsoDate },
): DatedRuns {
  const there: Dated | undefined = known && {
    run: known,
    date: known.version,
    lastSeen: known.lastSeen,
  };
  const versions: DatedRun[] = [];
  const replaced: DatedRuns['replaced'] = new Map();
  const joined: DatedRuns['joined'] = new Map();
  for (const run of runs) {
    const before = versions.at(-1);
    let dated = datedAfter(before ?? there, run, kind);
    let earlier: Dated | undefined = before ? undefined : there;
    if (before && dated.date <= before.date) {
      versions.pop();
      replaced.set(before.run, run);
      earlier = versions.at(-1) ?? there;
      dated = datedAfter(earlier, run, kind);
    }
    if (earlier && saysTheSame(earlier.run, run, answers)) {
      joined.set(run, earlier.run);
      earlier.lastSeen = run.lastSeen;
    } else if (there && dated.date <= there.date) run.isLate = true;
    else versions.push(dated);
  }
  return { versions, replaced, joined };
}

/**
 * Dates a text after the version before it. A day that the text states is taken if nothing that was
 * seen contradicts it: the version before was there until then at least, this one from then on at
 * the latest. A publisher's own repository had the version before until the commit of this one.
 */
function datedAfter(before: Dated | undefined, run: Run, kind: HistoryKind): DatedRun {
  const seen = run.first.day;
  const since = kind === 'git' && before ? seen : before?.lastSeen;
  const isPossible = (day: IsoDate): boolean =>
    day <= seen && (!before || !since || (day >= since && day > before.date));
  const { facts } = run.imported;
  const common = { run, lastSeen: run.lastSeen };
  const any = (): boolean => true;
  const announced = statedIn(facts, APPLIES, any);
  const isAhead = announced !== undefined && announced > seen;
  const applies = statedIn(facts, APPLIES, isPossible);
  const updated = statedIn(facts, UPDATED, isPossible);
  // Words of a later update did not apply from the day on which the first of them did.
  if (updated !== undefined && (applies === undefined || updated > applies)) {
    const refused = isAhead ? { refused: { day: announced, is: 'applies' as const } } : {};
    return { ...common, date: updated, dated: 'updated', ...refused };
  }
  if (applies !== undefined) return { ...common, date: applies, dated: 'stated' };
  const refused =
    refusedAs(announced, 'applies') ?? refusedAs(statedIn(facts, UPDATED, any), 'updated');
  return { ...common, date: seen, dated: 'seen', ...(refused && { refused }) };
}

const refusedAs = (day: IsoDate | undefined, is: Refused['is']): Refused | undefined =>
  day === undefined ? undefined : { day, is };

/** Facts that are the day from which a text applies, and the day on which it was last changed. */
const APPLIES = ['date.effective', 'effective'];
const UPDATED = ['date.updated', 'updated'];

/** The one possible day that a text states for itself; nothing if there are several. */
function statedIn(
  facts: readonly Proposal[],
  keys: readonly string[],
  isPossible: (day: IsoDate) => boolean,
): IsoDate | undefined {
  for (const key of keys) {
    const all = facts.filter((fact) => fact.key === key);
    const sure = all.filter(({ isSure }) => isSure);
    // 01/02/2024 may be two days, of which a history may leave one.
    const rivals = new Set(all.map(({ written }) => written)).size === 1 ? all : sure;
    const days = new Set(rivals.flatMap(({ value }) => dayIn(value)).filter(isPossible));
    const [day] = days;
    if (day !== undefined && days.size === 1) return day;
  }
  return undefined;
}

const dayIn = (value: Proposal['value']): IsoDate[] =>
  typeof value === 'string' && isIsoDate(value) ? [value] : [];
