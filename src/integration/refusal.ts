/** How a build is refused because of a publisher's mistake. */
import type { AstroIntegrationLogger } from 'astro';
import { AstroError } from 'astro/errors';
import { isError, type Finding } from '../findings/catalogue.ts';
import { terminalReporter } from '../findings/report.ts';
import { githubReporter } from '../findings/report-github.ts';

/**
 * Prints why a build is refused, and makes the error that ends it. The reason is not part of the
 * error: Astro reads messages as Markdown, and takes `/documents/` in one for a browser's API.
 *
 * @param reason what is wrong, in lines that begin with its place where there is one
 * @param outcome what the error says: "Nothing was built."
 * @param hint what to do
 */
export async function refusal(reason: string, outcome: string, hint: string): Promise<AstroError> {
  await printAside(`\n${reason}\n`);
  const error = new AstroError(outcome, hint);
  error.name = 'Noticeboard';
  // A mistake in a text is not in our code: a stack trace would send the publisher there.
  delete error.stack;
  return error;
}

/**
 * Prints findings if one of them is an error; warnings alone are printed with `--verbose`, and
 * counted at the end of the build. On GitHub Actions all are shown beside the lines they are about.
 *
 * @param outcome what the error says if there are errors: "Nothing was built."
 * @throws AstroError if one of them is an error
 */
export async function report(
  findings: readonly Finding[],
  outcome: string,
  logger: Pick<AstroIntegrationLogger, 'debug'>,
): Promise<void> {
  if (findings.length === 0) return;
  const text = terminalReporter({ colours: process.stderr.isTTY })(findings);
  if (process.env['GITHUB_ACTIONS'] === 'true') await printAside(`${githubReporter(findings)}\n`);
  if (findings.some(isError)) {
    throw await refusal(text, outcome, 'correct the errors above, and build again');
  }
  logger.debug(`\n${text}`);
}

/**
 * Does what comes last in a build, and refuses it if the disk does not let it: that is no fault of our
 * code, and needs no stack trace.
 *
 * @param outcome what the error says
 * @throws AstroError with what the operating system says
 */
export async function unlessDiskFails(work: () => Promise<void>, outcome: string): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    const hint =
      'see that the disk has room and that the folder above the site can be written, or choose another outDir, and build again';
    throw await refusal(error.message, outcome, hint);
  }
}

/** Resolves when the text is written: a process that ends at once would cut it off in a pipe. */
const printAside = (text: string): Promise<void> =>
  new Promise((resolve) => process.stderr.write(text, () => resolve()));
