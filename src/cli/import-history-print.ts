/** What `import` says about a history: its versions in a table, and what became of everything else. */
import { counted } from '../findings/report.ts';
import type { HistoryPlan, PlannedVersion, SourceVerdict } from '../import/history-model.ts';
import { formatDate } from '../notices/dates.ts';
import { shortened, wrapped } from './import-print.ts';
import { paint } from './terminal.ts';

/** What the states of each verdict are, for people. */
const VERDICTS: readonly [RegExp, string][] = [
  [/^same-as:/, 'the same words as a version'],
  [
    /^later-that-day$/,
    'replaced on the same day, of which the last is taken: by time, or else by name',
  ],
  [/^link-only$/, 'other links alone (--links makes versions of them)'],
  [/^technical$/, 'another reading by the archive, of the same page'],
  [/^not-a-notice$/, 'not the notice'],
  [/^not-added$/, 'other words, of a time whose versions are there already: left as it is'],
];

/**
 * The versions, oldest first, with their days and what each changes.
 *
 * @param isMore whether they are those that are new since the last import
 */
export function tableOfVersions({ versions, sources }: HistoryPlan, isMore = false): string {
  const days = sources.flatMap(({ day }) => (day === undefined ? [] : [day])).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  const when = first && last ? `, ${formatDate(first)} to ${formatDate(last)}` : '';
  const widest = Math.max(0, ...versions.map(({ words }) => changed(words).length));
  const unsure = versions.some(({ isUnsure }) => isUnsure);
  return [
    `Read ${counted(sources.length, isMore ? 'new state' : 'state')} of the notice${when}: ${counted(versions.length, isMore ? 'new version' : 'version')}.`,
    ...(versions.length > 0 ? [''] : []),
    ...versions.map(
      (version) =>
        `  ${paint('bold', version.date)}${version.isUnsure ? '?' : ' '} ${changed(version.words).padEnd(widest)}  ${known(version, sources)}`,
    ),
    ...(unsure ? ['', wrapped(UNSURE, 4, 2)] : []),
  ].join('\n');
}

/** What the mark beside a version means. */
const UNSURE =
  '? It differs from the version before only in sentences that may belong to the page around the notice. Each is marked in its file: delete the version if they do.';

function changed(words: PlannedVersion['words']): string {
  if (!words) return 'the first';
  if (words.added + words.removed === 0) return 'no word, only signs';
  return `+${words.added} −${words.removed} words`;
}

/** How the day of a version is known. */
function known(
  { dated, firstSeen, from }: PlannedVersion,
  sources: readonly SourceVerdict[],
): string {
  const subject = sources.find(({ name }) => name === from)?.subject;
  const commit = from.slice(0, from.indexOf(':'));
  const where =
    subject === undefined ? shortened(from, 40) : `commit ${commit} “${shortened(subject, 40)}”`;
  const seen = `first seen ${firstSeen} in ${where}`;
  if (dated === 'stated') return `its text applies from then; ${seen}`;
  return dated === 'updated' ? `last updated then; ${seen}` : `first seen in ${where}`;
}

/** How many of a kind are listed; the account has all. */
const MOST = 6;

/** What is no version, by the reason. What was left out for a reason of its own is listed. */
export function reportOfOthers({ sources }: HistoryPlan): string {
  const groups = VERDICTS.flatMap(([verdict, what]) => {
    const all = sources.filter((each) => verdict.test(each.verdict));
    if (all.length === 0) return [];
    return [`  ${String(all.length).padStart(5)}  ${what}`, ...reasonsOf(all)];
  });
  return groups.length === 0 ? '' : ['No versions of their own:', ...groups].join('\n');
}

function reasonsOf(sources: readonly SourceVerdict[]): string[] {
  const told = sources.filter(({ why }) => why !== undefined);
  return [
    ...told
      .slice(0, MOST)
      .map(({ name, why = '' }) =>
        wrapped(`${shortened(name, 40)}: ${shortened(why, 300)}`, 11, 9),
      ),
    ...(told.length > MOST
      ? [`         and ${told.length - MOST} more; the account lists all`]
      : []),
  ];
}

/** What became of one state, in a few words. */
function shortVerdict(verdict: SourceVerdict['verdict']): string {
  const [kind = '', day = ''] = verdict.split(':');
  const words: Record<string, string> = {
    version: 'a version',
    'same-as': `as on ${day}`,
    'not-a-notice': 'not the notice',
    'link-only': 'other links alone',
    'later-that-day': 'replaced that day',
    technical: 'read anew',
  };
  return words[kind] ?? verdict;
}

/** Every state with its verdict, a line each. */
export const listOfSources = ({ sources }: HistoryPlan): string =>
  sources
    .map(({ day = '', name, verdict, subject }) =>
      [
        ...[day.padEnd(10), shortVerdict(verdict).padEnd(18)],
        ...[shortened(name, 60), shortened(subject ?? '', 60)],
      ]
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
