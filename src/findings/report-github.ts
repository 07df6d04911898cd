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
  const { severity, file, line, column, message, hint } = finding;
  const properties = Object.entries({ file, line, col: column, title: titleOf(finding) })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${severity} ${properties}::${escapeMessage(`${message}\n→ ${hint}\n${explainedBy([finding])}`)}`;
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
