/**
 * Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull
 * request: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
import { catalogue, explainedBy, type FindingCode, type Reported } from './catalogue.ts';
import type { Reporter } from './report.ts';
import { visible } from './visible.ts';

/** For GitHub Actions: one line for each finding. */
export const githubReporter: Reporter = (findings) => findings.map(commandOf).join('\n');

function commandOf(finding: Reported): string {
  const { column, message, hint } = finding;
  const text = `${message}\n→ ${hint}\n${explainedBy([finding])}`;
  return annotation({ ...finding, col: column, title: titleOf(finding), message: text });
}

/** What is shown beside a line of a file; without one, on the page of the run. */
export interface Annotation {
  severity: 'error' | 'warning' | 'notice';
  /** Its path within the repository. */
  file?: string;
  line?: number;
  col?: number;
  title: string;
  message: string;
}

/** A workflow command, in one line whatever its texts are. */
export function annotation({ severity, message, file, line, col, title }: Annotation): string {
  const properties = Object.entries({ file, line, col, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${severity} ${properties}::${escapeMessage(message)}`;
}

/** The title of a finding, without the backquotes of Markdown. */
const titleOf = ({ code, title = catalogue[code as FindingCode].title }: Reported): string =>
  title.replaceAll('`', '');

/** A message ends at the end of its line, so line ends are encoded. */
const escapeMessage = (text: string): string =>
  visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** In properties, the characters that separate them are encoded as well. */
const escapeProperty = (text: string): string =>
  escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
