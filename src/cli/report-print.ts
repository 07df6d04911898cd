/** A report for programs, and as annotations beside the lines of a pull request on GitHub. */
import type { Comparison } from '../compare/model.ts';
import { isError } from '../findings/catalogue.ts';
import { annotation, githubReporter } from '../findings/report-github.ts';
import { jsonReporter } from '../findings/report-json.ts';
import { formatDate } from '../notices/dates.ts';
import { describeFactChange } from '../views/fact-change.ts';
import { en } from '../words/en/index.ts';
import { errorsOf, type ChangedVersion, type Report } from './report-model.ts';

/** A report as JSON, with every change and without a limit. */
export function asJson(report: Report): string {
  const { since, today, versions, removed, sameDrafts, lock, findings, otherWarnings, notes } =
    report;
  return jsonReporter({
    since,
    today,
    stopsPublishing: errorsOf(report),
    versions: versions.map(versionAsData),
    removed,
    sameDrafts,
    lock,
    otherWarnings,
    notes,
  })(findings);
}

const versionAsData = ({ comparison, sinceRef, ...version }: ChangedVersion) => ({
  ...version,
  ...(comparison && { comparison: comparisonAsData(comparison) }),
  ...(sinceRef && { sinceRef: comparisonAsData(sinceRef) }),
});

/** A comparison without its redline: every change has its words. */
const comparisonAsData = ({ facts, sections, changes, statistics }: Comparison) => ({
  statistics,
  facts: facts.map((fact) => ({ ...fact, inWords: describeFactChange(fact, en) })),
  sections: sections.filter(({ states }) => states.length > 0),
  changes,
});

/**
 * A report as workflow commands. GitHub shows ten errors and ten warnings of a step: errors come first.
 *
 * @param inRepository gives the path within the repository of a file that a finding names
 */
export function asAnnotations(report: Report, inRepository: (file: string) => string): string {
  const { findings, versions, since } = report;
  const placed = findings.map((each) => ({ ...each, file: inRepository(each.file) }));
  const [errors, warnings] = [placed.filter(isError), placed.filter((each) => !isError(each))];
  return [
    githubReporter(errors),
    ...versions.flatMap((version) => obstaclesOf(version, inRepository(version.file))),
    githubReporter(warnings),
    ...versions.flatMap((version) => lawOf(version, inRepository(version.file))),
    ...versions.map((version) => summaryOf(version, inRepository(version.file))),
    ...removedOf(report),
    ...(isQuiet(report) ? [nothingSince(since.ref)] : []),
  ]
    .filter(Boolean)
    .join('\n');
}

const obstaclesOf = ({ obstacles }: ChangedVersion, file: string): string[] =>
  obstacles.map(({ message, hint }) =>
    annotation({
      severity: 'error',
      file,
      line: 1,
      title: 'This draft cannot be published yet',
      message: `${message}\n→ ${hint}`,
    }),
  );

/** What the law asks of a version and did not of the one before it, where words can be pointed at. */
function lawOf({ law, against }: ChangedVersion, file: string): string[] {
  if (!law) return [];
  const found = [
    ...law.duties.flatMap(({ duty, line, message }) =>
      message === undefined ? [] : [{ title: duty, line, message }],
    ),
    ...law.words.map(({ rule, line, message, fix }) => ({
      title: rule,
      line,
      message: `${message}\n→ ${fix}`,
    })),
  ];
  const since = against ? `, and not of ${against.name}` : '';
  return found.map(({ title, line, message }) =>
    annotation({
      severity: 'warning',
      file,
      line,
      title: `By the law as on ${formatDate(law.day)}: ${title}`,
      message: `${message}\nThis is found of the new text${since}.`,
    }),
  );
}

function summaryOf(
  { id, comparison, against, unread, events }: ChangedVersion,
  file: string,
): string {
  const { added = 0, removed = 0 } = comparison?.statistics.words ?? {};
  const changes = comparison
    ? `${en.counts.changes(comparison.changes.length)}: ${en.counts.words(added)} added, ${en.counts.words(removed)} removed`
    : (unread ?? 'It follows no version.');
  const message = [changes, ...events].join('\n');
  const title = against && !against.isItself ? `${id}, compared with ${against.name}` : id;
  return annotation({ severity: 'notice', file, line: 1, title, message });
}

const isQuiet = ({ versions, removed, lock, findings }: Report): boolean =>
  versions.length + removed.length + lock.length + findings.length === 0;

const nothingSince = (ref: string): string =>
  annotation({
    severity: 'notice',
    title: 'Notices',
    message: `No notice has changed since ${ref}`,
  });

const removedOf = ({ removed }: Report): string[] =>
  removed.map((each) => {
    const name = each.kind === 'notice' ? each.notice : each.id;
    const message = `${name}: the ${each.kind} was deleted by this branch`;
    return annotation({ severity: 'warning', title: 'Deleted', message });
  });
