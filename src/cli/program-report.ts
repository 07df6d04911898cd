/** The words of `noticeboard report`, read and checked. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { CHARACTERS } from './report-words.ts';

interface ReportWords {
  since: string;
  format: 'markdown' | 'github';
  preview?: string;
  limit?: number;
  json?: true;
}

/** Adds the command for whoever reviews a branch. */
export function addReport(program: Command, end: (isSound: boolean) => void): void {
  program
    .command('report')
    .description('say what a branch changes, as Markdown for its review')
    .requiredOption('--since <ref>', 'the branch, tag or commit to compare with', refFrom)
    .option('--preview <url>', 'the address of the notices in a deployed preview', addressFrom)
    .option(
      '--limit <characters>',
      `the most that the Markdown may have (default: ${CHARACTERS.usual})`,
      sizeFrom,
    )
    .addOption(
      new Option('--format <format>', 'Markdown, or annotations for GitHub Actions')
        .choices(['markdown', 'github'])
        .default('markdown'),
    )
    .option('--json', 'print JSON for programs')
    .action(async ({ json, format, ...given }: ReportWords) => {
      const { report } = await import('./report.ts');
      end(await report({ ...given, format: json ? 'json' : format }));
    });
}

/** A ref that git cannot take for an option. */
function refFrom(written: string): string {
  if (written !== '' && !written.startsWith('-')) return written;
  throw new InvalidArgumentError('name a branch, a tag or a commit, such as origin/main.');
}

function addressFrom(written: string): string {
  const url = URL.parse(written);
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') {
    return url.origin + url.pathname;
  }
  throw new InvalidArgumentError('write an address such as https://preview.acme.example/privacy/.');
}

/** Below the least, what has to be said has no room; above the most, GitHub takes no comment. */
function sizeFrom(written: string): number {
  const size = Number(written);
  const { least, most } = CHARACTERS;
  if (/^\d+$/.test(written) && size >= least && size <= most) return size;
  throw new InvalidArgumentError(`write a number from ${least} to ${most}.`);
}
