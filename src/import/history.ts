/** Turns the states of a history into dated versions of a notice, and accounts for every state. */
import { visible } from '../findings/visible.ts';
import type { IsoDate } from '../notices/dates.ts';
import { writeFrontmatter } from './frontmatter.ts';
import { withAnchorsOf } from './history-anchors.ts';
import { dateRuns, type DatedRun, type DatedRuns } from './history-dates.ts';
import { factsOfVersions, type VersionFacts, type VersionText } from './history-facts.ts';
import type {
  History,
  HistoryAnswers,
  HistoryPlan,
  KnownHistory,
  KnownVersion,
  PlannedVersion,
  SourceVerdict,
} from './history-model.ts';
import { readBeside } from './history-known.ts';
import { readStates, type Entry, type Steps, type Text } from './history-read.ts';
import { readBodyOf, type ReadBody } from './history-words.ts';
import type { Remark } from './model.ts';
import { importSource, judgeSource } from './notice.ts';

const STEPS: Steps = { judge: judgeSource, importer: importSource };

/** A history that has been read: its texts with their days. */
export interface ReadHistory {
  history: Pick<History, 'others' | 'remarks'>;
  entries: Entry[];
  /** Those that come before the first version that is there. */
  before?: DatedRuns;
  /** All others. */
  after: DatedRuns;
  /** The first version that is there already, and the last. */
  first?: KnownVersion;
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
): HistoryPlan => planOf(readHistory(history, answers, undefined, steps), answers);

/**
 * Reads all states of a history, and dates its texts.
 *
 * @param known the versions that are there: only what comes before the first or after the last of
 *   them is new
 */
export function readHistory(
  history: History,
  answers: HistoryAnswers,
  known?: KnownHistory,
  steps: Steps = STEPS,
): ReadHistory {
  if (known) return readBeside(history, known, answers, steps);
  const { runs, entries } = readStates(history, answers, steps);
  return { history, entries, after: dateRuns(runs, history.kind, answers) };
}

/** The plan of a history that has been read. Answers about facts may be others than it was read with. */
export function planOf(
  { history, entries, before, after, first, last }: ReadHistory,
  answers: HistoryAnswers,
): HistoryPlan {
  const older = factsOfVersions(textsIn(before), answers, first && { next: first.frontmatter });
  const newer = factsOfVersions(textsIn(after), answers, { isFollowing: last !== undefined });
  const dated = joinedRuns(before, after);
  // Versions that are there already lie between the older and the newer ones: those are not neighbours.
  const rows = [before?.versions ?? [], after.versions];
  const unsure = new Set(rows.flatMap(unsureIn));
  return {
    versions: [
      ...(before && first ? filesBefore(before.versions, older.versions, first) : []),
      ...filesOf(after.versions, newer.versions, last),
    ].map((version) => (unsure.has(version.date) ? { ...version, isUnsure: true } : version)),
    sources: [
      ...entries.map((entry) => verdictOn(entry, dated)),
      ...history.others.map((other): SourceVerdict => ({ ...other, verdict: 'not-a-notice' })),
    ],
    remarks: [
      ...history.remarks,
      ...older.remarks,
      ...newer.remarks,
      ...remarksOnDays(dated.versions),
      ...remarksOnLanguages(rows.flatMap(languageChangesIn)),
      ...entries.flatMap(({ hasOtherWords, state }): Remark[] =>
        hasOtherWords ? [{ code: 'technical-words', detail: state.name }] : [],
      ),
    ],
  };
}

const textsIn = (dated: DatedRuns | undefined): VersionText[] =>
  dated?.versions.map(({ run, date }) => ({ date, imported: run.imported })) ?? [];

const joinedRuns = (before: DatedRuns | undefined, after: DatedRuns): DatedRuns => ({
  versions: [...(before?.versions ?? []), ...after.versions],
  replaced: new Map([...(before?.replaced ?? []), ...after.replaced]),
  joined: new Map([...(before?.joined ?? []), ...after.joined]),
});

/** The days of versions in a row that differ from the one before in words alone that may belong to the page. */
const unsureIn = (versions: readonly DatedRun[]): IsoDate[] =>
  versions.flatMap(({ date, run }, index) => {
    const before = versions[index - 1]?.run;
    const isSame = before?.sure !== undefined && before.sure === run.sure;
    return isSame && before.words !== run.words ? [date] : [];
  });

/** Where versions in a row go on in another language: `2024-02-01 (en to de)`. */
function languageChangesIn(versions: readonly DatedRun[]): string[] {
  const known = versions.flatMap(({ date, run: { imported } }) =>
    imported.language === undefined ? [] : [{ date, language: imported.language }],
  );
  return known.flatMap(({ date, language }, index) => {
    const before = known[index - 1]?.language;
    return before === undefined || before === language
      ? []
      : [`${date} (${before} to ${language})`];
  });
}

/** Texts that go on in another language: an archive may have seen the page as people elsewhere do. */
const remarksOnLanguages = (changes: readonly string[]): Remark[] =>
  changes.length === 0 ? [] : [{ code: 'language-changed', detail: changes.join(', ') }];

/** Days that texts state and that were not taken: those to come when they were seen, and those before. */
function remarksOnDays(versions: readonly DatedRun[]): Remark[] {
  const refused = versions.flatMap(({ date, refused: stated }) =>
    stated ? [{ code: codeOf(date, stated), detail: `${stated.day} (${date})` }] : [],
  );
  return (['date-ahead', 'update-ahead', 'date-before'] as const).flatMap((code) => {
    const details = refused.filter((each) => each.code === code).map(({ detail }) => detail);
    return details.length === 0 ? [] : [{ code, detail: details.join(', ') }];
  });
}

const codeOf = (date: IsoDate, { day, is }: NonNullable<DatedRun['refused']>) =>
  day < date ? 'date-before' : is === 'applies' ? 'date-ahead' : 'update-ahead';

/** The files of versions, oldest first: each section keeps the anchor of the one it descends from. */
function filesOf(
  versions: readonly DatedRun[],
  facts: readonly VersionFacts[],
  last: KnownVersion | undefined,
): PlannedVersion[] {
  let before: Pick<ReadBody, 'document'> | undefined = last;
  return versions.map((dated, index) => {
    const { body } = dated.run.imported;
    const read = readBodyOf(body);
    const anchored = before && read && withAnchorsOf(before.document, body, read);
    before = (anchored && readBodyOf(anchored.body)) ?? read;
    return fileOf(dated, facts[index], {
      body: anchored?.body ?? body,
      document: before?.document,
      words: anchored?.words,
      follows: last?.frontmatter,
    });
  });
}

/**
 * The files of versions that come before what is there, oldest first. Anchors that are published stay as
 * they are: each section has the anchor of the one that it became.
 */
function filesBefore(
  versions: readonly DatedRun[],
  facts: readonly VersionFacts[],
  first: KnownVersion,
): PlannedVersion[] {
  let after: Pick<ReadBody, 'document'> = first;
  // Of each version in turn, the words by which the one after it differs from it.
  const bodies = versions.toReversed().map(({ run: { imported } }) => {
    const read = readBodyOf(imported.body);
    const anchored = read && withAnchorsOf(after.document, imported.body, read, 'before');
    const body = anchored?.body ?? imported.body;
    const own = readBodyOf(body) ?? read;
    after = own ?? after;
    return { body, document: own?.document, next: anchored?.words };
  });
  const inOrder = bodies.toReversed();
  return versions.map((dated, index) =>
    fileOf(dated, facts[index], {
      body: inOrder[index]?.body ?? '',
      document: inOrder[index]?.document,
      words: inOrder[index - 1]?.next,
      follows: undefined,
    }),
  );
}

/** The text of a version with its anchors, and what it comes after. */
interface Placed {
  body: string;
  document: ReadBody['document'] | undefined;
  words: PlannedVersion['words'];
  /** The frontmatter of the version that is there and that the history goes on from. */
  follows: KnownVersion['frontmatter'] | undefined;
}

function fileOf(
  { run, date, dated, lastSeen }: DatedRun,
  own: VersionFacts = { facts: new Map(), missing: [] },
  { body, document, words, follows }: Placed,
): PlannedVersion {
  const { imported, first } = run;
  const title = own.facts.get('title');
  const frontmatter = writeFrontmatter({
    ...(typeof title === 'string' && { title }),
    language: imported.language,
    published: date,
    effective: date,
    imported: { from: visible(first.name, true), firstSeen: first.day, date: dated },
    isNumbered: imported.isNumbered,
    before: follows,
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
    ...(document && { document }),
    isTitleOfSource: title !== undefined && title === imported.title?.text,
    ...(words && { words }),
    missing: own.missing,
  };
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
  const later = dated.replaced.get(run);
  if (later) {
    const why = `${later.first.name} came later that day`;
    return { ...about, verdict: 'later-that-day', version, why };
  }
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
