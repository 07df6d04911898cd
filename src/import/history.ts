/** Turns the states of a history into dated versions of a notice, and accounts for every state. */
import { visible } from '../findings/visible.ts';
import type { IsoDate } from '../notices/dates.ts';
import { writeFrontmatter } from './frontmatter.ts';
import { withAnchorsOf } from './history-anchors.ts';
import { dateRuns, type DatedRun, type DatedRuns } from './history-dates.ts';
import { factsOfVersions, type VersionFacts } from './history-facts.ts';
import type {
  History,
  HistoryAnswers,
  HistoryPlan,
  KnownHistory,
  KnownVersion,
  PlannedVersion,
  SourceVerdict,
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
import { readBodyOf, type ReadBody } from './history-words.ts';
import type { Remark } from './model.ts';
import { importSource, judgeSource } from './notice.ts';

const STEPS: Steps = { judge: judgeSource, importer: importSource };

/** A history that has been read: its texts with their days. */
export interface ReadHistory {
  history: Pick<History, 'others' | 'remarks'>;
  entries: Entry[];
  dated: DatedRuns;
  /** The last version that is there already, which the new ones follow. */
  last?: KnownVersion;
}

/**
 * Plans the import of a history: which versions it has, from which days they apply, and what became
 * of every state. Nothing is written.
 *
 * @param history its states, oldest first
 * @param steps what reads a state
 */
export const importHistory = (
  history: History,
  answers: HistoryAnswers = {},
  steps: Steps = STEPS,
): HistoryPlan => planOf(readHistory(history, answers, steps), answers);

/** Reads all states of a history, and dates its texts. */
export function readHistory(
  history: History,
  answers: HistoryAnswers,
  steps: Steps = STEPS,
): ReadHistory {
  const { runs, entries } = readStates(history, answers, steps);
  return { history, entries, dated: dateRuns(runs, history.kind, answers) };
}

/**
 * Reads what a history has beside the states that were read before, and dates its texts after the last
 * version that is there. Texts of the time before are no new versions.
 */
export function readFurther(
  { kind, states, others, remarks }: History,
  known: KnownHistory,
  answers: HistoryAnswers,
  steps: Steps = STEPS,
): ReadHistory {
  const there = known.versions.map((version) => ({ version, text: textOfKnown(version) }));
  const last = there.at(-1);
  if (!last) throw new RangeError('there is no version to go on from');
  const fresh = states.filter(({ name }) => !known.sources.has(name));
  const isEarlier = ({ day }: State): boolean => day < known.lastSeen;
  const earlier = readStates({ kind, states: fresh.filter(isEarlier) }, answers, steps);
  for (const run of earlier.runs) {
    const same = there.findLast(({ text }) => saysTheSame(text, run, answers));
    if (same) run.version = same.version.date;
    else run.isLate = true;
  }
  const seen = { ...last.text, version: last.version.date, lastSeen: known.lastSeen };
  const further = fresh.filter((state) => !isEarlier(state));
  const { runs, entries } = readStates({ kind, states: further }, answers, steps, seen);
  const changed = changedSince(kind, states, known);
  return {
    history: {
      others: others.filter(({ name }) => !known.sources.has(name)),
      remarks: [
        // The order of commits was told when they were read first.
        ...remarks.filter(({ code }) => code !== 'commit-out-of-order'),
        ...(changed.length > 0 ? [{ code: 'state-changed', detail: changed.join(', ') }] : []),
      ],
    },
    entries: [...earlier.entries, ...entries],
    dated: dateRuns(runs, kind, answers, seen),
    last: last.version,
  };
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

/** The plan of a history that has been read. Answers about facts may be others than it was read with. */
export function planOf(
  { history, entries, dated, last }: ReadHistory,
  answers: HistoryAnswers,
): HistoryPlan {
  const facts = factsOfVersions(
    dated.versions.map(({ run }) => run.imported),
    answers,
    last !== undefined,
  );
  return {
    versions: filesOf(dated.versions, facts.versions, last),
    sources: [
      ...entries.map((entry) => verdictOn(entry, dated)),
      ...history.others.map((other): SourceVerdict => ({ ...other, verdict: 'not-a-notice' })),
    ],
    remarks: [
      ...history.remarks,
      ...facts.remarks,
      ...remarksOnDays(dated.versions),
      ...entries.flatMap(({ hasOtherWords, state }): Remark[] =>
        hasOtherWords ? [{ code: 'technical-words', detail: state.name }] : [],
      ),
    ],
  };
}

/** Days that texts state and that were not taken: those to come when they were seen, and those before. */
function remarksOnDays(versions: readonly DatedRun[]): Remark[] {
  const refused = versions.flatMap(({ date, refused: stated }) =>
    stated ? [{ date, stated }] : [],
  );
  return (['date-ahead', 'date-before'] as const).flatMap((code) => {
    const own = refused.filter(({ date, stated }) => stated > date === (code === 'date-ahead'));
    const days = own.map(({ date, stated }) => `${stated} (${date})`).join(', ');
    return own.length === 0 ? [] : [{ code, detail: days }];
  });
}

/** The files of versions, oldest first: each section keeps the anchor of the one it descends from. */
function filesOf(
  versions: readonly DatedRun[],
  facts: readonly VersionFacts[],
  last: KnownVersion | undefined,
): PlannedVersion[] {
  let before: Pick<ReadBody, 'document'> | undefined = last;
  return versions.map(({ run, date, dated, lastSeen }, index) => {
    const { imported, first } = run;
    const read = readBodyOf(imported.body);
    const anchored = before && read && withAnchorsOf(before.document, imported.body, read);
    const body = anchored?.body ?? imported.body;
    before = (anchored && readBodyOf(body)) ?? read;
    const own = facts[index] ?? { facts: new Map(), missing: [] };
    const title = own.facts.get('title');
    const frontmatter = writeFrontmatter({
      ...(typeof title === 'string' && { title }),
      language: imported.language,
      published: date,
      effective: date,
      imported: { from: visible(first.name, true), firstSeen: first.day, date: dated },
      isNumbered: imported.isNumbered,
      before: last?.frontmatter,
      facts: own.facts,
    });
    return {
      date,
      dated,
      firstSeen: first.day,
      lastSeen,
      from: first.name,
      file: `${frontmatter}\n${body}`,
      imported,
      ...(before && { document: before.document }),
      isTitleOfSource: title !== undefined && title === imported.title?.text,
      ...(anchored && { words: anchored.words }),
      missing: own.missing,
    };
  });
}

/** What became of a state, by the version that its text belongs to in the end. */
function verdictOn({ state, sha256, bytes, is, run, why }: Entry, dated: DatedRuns): SourceVerdict {
  const about = {
    name: state.name,
    day: state.day,
    ...(sha256 !== undefined && { sha256 }),
    ...(bytes !== undefined && { bytes }),
    ...(state.subject !== undefined && { subject: state.subject }),
  };
  if (!run) return { ...about, verdict: 'not-a-notice', ...(why !== undefined && { why }) };
  const version = versionOf(run, dated);
  if (run.isLate || version === undefined) {
    return { ...about, verdict: 'not-added', why: `it was there on ${state.day}` };
  }
  if (dated.replaced.has(run)) return { ...about, verdict: 'later-that-day', version };
  if (is === 'technical' || is === 'link-only') return { ...about, verdict: is, version };
  const isFirst = is === 'first' && run.version === undefined && !dated.joined.has(run);
  return { ...about, verdict: isFirst ? 'version' : `same-as:${version}`, version };
}

/** The day of the version that a text is, or that came in its place. */
function versionOf(run: Text, { versions, replaced, joined }: DatedRuns): IsoDate | undefined {
  let last = run;
  for (;;) {
    const next = replaced.get(last) ?? joined.get(last);
    if (!next) break;
    last = next;
  }
  return versions.find((version) => version.run === last)?.date ?? last.version;
}
