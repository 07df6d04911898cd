/** Findings as JSON, for programs. */
import { explainedBy } from './catalogue.ts';
import { countsOf, type Reporter } from './report.ts';

/**
 * For programs: an object with the number of errors and warnings, and the findings with the
 * command that explains each.
 *
 * @param context other values of the object, which come before the findings
 */
export const jsonReporter =
  (context: Readonly<Record<string, unknown>> = {}): Reporter =>
  (findings) =>
    JSON.stringify(
      {
        ...context,
        ...countsOf(findings),
        findings: findings.map((finding) => ({ ...finding, explain: explainedBy([finding]) })),
      },
      null,
      2,
    );
