/** How a build is refused because of a publisher's mistake. */
import { AstroError } from 'astro/errors';
import { isError, type Finding } from '../findings/catalogue.ts';
import { terminalReporter } from '../findings/report.ts';
import { githubReporter } from '../findings/report-github.ts';

/**
 * The error that ends a build.
 *
 * @param message what stands against the build
 * @param hint what to do
 */
export function refusal(message: string, hint: string): AstroError {
  const error = new AstroError(message, hint);
  error.name = 'Noticeboard';
  // A mistake in a text is not in our code: a stack trace would send the publisher there.
  delete error.stack;
  return error;
}

/**
 * Prints findings, on GitHub Actions also beside the lines they are about.
 *
 * @param outcome what becomes of the build if there are errors: "Nothing was built."
 * @throws AstroError if one of them is an error
 */
export function report(findings: readonly Finding[], outcome: string): void {
  if (findings.length === 0) return;
  const print = terminalReporter({ colours: process.stderr.isTTY });
  process.stderr.write(`\n${print(findings)}\n`);
  if (process.env['GITHUB_ACTIONS'] === 'true') {
    process.stderr.write(`${githubReporter(findings)}\n`);
  }
  if (findings.some(isError)) throw refusal(outcome, 'correct the errors above, and build again');
}
