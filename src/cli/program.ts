/** The `noticeboard` command. The code of each subcommand is loaded when it is asked for. */
import { Command, CommanderError, Option } from 'commander';
import { SettingsError } from '../site/settings-error.ts';
import { JournalError } from '../record/journal.ts';
import type { AdoptOptions } from './adopt.ts';
import type { AnnounceOptions } from './announce.ts';
import type { ImportOptions } from './import.ts';
import type { NewNotice } from './new.ts';
import { addReport } from './program-report.ts';
import { inTurn } from './folder.ts';
import { paint, Refusal, printAside } from './terminal.ts';

/** Exit codes: success; refused, or errors found; wrong usage. */
const EXIT = { done: 0, refused: 1, usage: 2 } as const;

/**
 * Runs the command with the words after its name.
 *
 * @returns the exit code
 */
export async function run(words: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  const end = (isSound: boolean): void => {
    code = isSound ? EXIT.done : EXIT.refused;
  };
  try {
    await programOf(end).parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    return fail(error);
  }
}

/**
 * The subcommands and their options.
 *
 * @param end called with whether a check found nothing wrong
 */
export function programOf(end: (isSound: boolean) => void): Command {
  const program = new Command('noticeboard')
    .description(
      'Writes, publishes and verifies versions of privacy notices, and keeps their record.',
    )
    .showHelpAfterError('See: npx noticeboard help')
    .exitOverride()
    .addHelpText(
      'after',
      '\nExit codes: 0 success, 1 refused or errors found, 2 wrong usage.\nSet NOTICES_DIR to use another folder of notices, NOTICEBOARD_TODAY to use another day.',
    );

  addDrafting(program);
  addPublishing(program);
  addAnnounce(program);
  addImport(program);
  addRecord(program, end);
  addOutputs(program, end);
  addReport(program, end);
  return program;
}

/** The commands that make a draft. */
function addDrafting(program: Command): void {
  program
    .command('new')
    .description('create the draft of a new notice')
    .argument('<notice>', 'its path, which becomes its address: customers, acme/staff')
    .option('--title <title>', 'the title of the notice')
    .option('--controller <name>', 'the legal person responsible')
    .option('--email <address>', 'the address for questions about personal data')
    .option('--effective <day>', 'the day it applies from (default: today)')
    .option(
      '--activities <names>',
      'write a whole notice: orders,donations,enquiries,marketing,recruitment,staff,website,cctv; with a colon, how: orders:goods',
    )
    .option('--kind <kind>', 'with --activities, what the controller is: company, charity')
    .option(
      '--address <address>',
      'with --activities, its postal address: "1 Street, Town, RH2 9ZZ"',
    )
    .action(async (notice: string, given: NewNotice) =>
      (await import('./new.ts')).create(notice, given),
    );
  program
    .command('revise')
    .description('copy the last published version to a draft')
    .argument('<notice>')
    .option('--from <version>', 'copy another version, such as 2018-05-25')
    .option('--effective <day>', 'the day it applies from, also before a scheduled version')
    .action(async (notice: string, options: { from?: string; effective?: string }) => {
      const { revise } = await import('./revise.ts');
      await inTurn(() => revise(notice, options));
    });
  program
    .command('translate')
    .description('create the draft of a translation')
    .argument('<notice>')
    .argument('<language>', 'the language tag: cy, pl, pt-BR')
    .argument('[version]', 'such as 2018-05-25 (default: the version in force)')
    .action(async (notice: string, language: string, version: string | undefined) => {
      const { translate } = await import('./translate.ts');
      await inTurn(() => translate(notice, language, version));
    });
}

/** The commands with which a draft is looked at, approved and published. */
function addPublishing(program: Command): void {
  program
    .command('diff')
    .description('show what the draft changes')
    .argument('<notice>')
    .option('--from <version>', 'compare with another version than the one it follows')
    .action(async (notice: string, { from }: { from?: string }) =>
      (await import('./diff.ts')).diff(notice, from),
    );
  program
    .command('approve')
    .description('write into the draft who approved it, and the fingerprint of its text')
    .argument('<notice>')
    .requiredOption('--by <role>', 'the role of the person who approved it')
    .option('--reference <words>', 'where that is on file, such as a ticket or a minute')
    .action(async (notice: string, given: { by: string; reference?: string }) => {
      const { approve } = await import('./approve.ts');
      await inTurn(() => approve(notice, given));
    });
  program
    .command('publish')
    .description('make the draft the next version')
    .argument('<notice>')
    .option('--effective <day>', 'the day it applies from, instead of the day in the draft')
    .option('--yes', 'publish in spite of warnings, without asking')
    .action(async (notice: string, options: { effective?: string; yes?: true }) =>
      (await import('./publish.ts')).publish(notice, options),
    );
}

/** The command that helps to tell people of a version. */
function addAnnounce(program: Command): void {
  program
    .command('announce')
    .description('write an email, a banner and posts that tell people of a version')
    .argument('<notice>')
    .option('--version <version>', 'such as 2018-05-25, or draft (default: the next, else current)')
    .option('--out <folder>', 'where they go (default: announce/<notice>/<version>)')
    .option('--force', 'overwrite files that were edited')
    .action(async (notice: string, options: AnnounceOptions) =>
      (await import('./announce.ts')).announce(notice, options),
    );
}

/** The command that brings a notice from elsewhere. */
function addImport(program: Command): void {
  program
    .command('import')
    .description('make a draft of the notice you already have, with an account of every sentence')
    .argument('[notice]', 'its path, which becomes its address: customers, acme/staff')
    .argument('[source]', 'a saved page, .docx, .txt or .md; a folder; - for a paste')
    .option('--main <selector>', 'which part of a page is the notice: main, "#policy"')
    .option('--tracked <choice>', 'tracked changes of Word: accept or reject')
    .option('--yes', 'take what is sure, mark what is not, ask nothing')
    .option('--again', 'repeat the answers of the last import')
    .option('--dropped', 'print what was left out')
    .option('--dry-run', 'write nothing')
    .option('--json', 'print the account as JSON, ask nothing')
    .option('--path <file>', 'in a git repository, the file of the notice')
    .option('--links', 'in a history, keep versions in which only links changed')
    .option('--title <title>', 'of a history, where no text says it')
    .option('--controller <name>', 'of a history, the legal person responsible')
    .option('--email <address>', 'of a history, the address for questions')
    .action(
      async (notice: string | undefined, source: string | undefined, options: ImportOptions) => {
        const { importNotice } = await import('./import.ts');
        const words = [notice, source].filter((word) => word !== undefined);
        await importNotice(words, options);
      },
    );
}

/** The commands that read the record, correct it and add to it. */
function addRecord(program: Command, end: (isSound: boolean) => void): void {
  program
    .command('status')
    .description('list versions and drafts, what comes up, and what is wrong')
    .option('--all', 'list warnings about published versions too')
    .addOption(new Option('--json', 'print JSON for programs').conflicts('ics'))
    .option('--ics', 'print what comes up as a file for calendars')
    .action(async ({ json, ics, all }: { json?: true; ics?: true; all?: true }) => {
      const { status } = await import('./status.ts');
      end(!(await status(json ? 'json' : ics ? 'ics' : 'text', all)));
    });
  program
    .command('verify')
    .description('check every file, text and anchor against the lock')
    .option('--url <address>', 'also check a deployed site: pages, texts, records, feeds, headers')
    .option('--strict', 'fail where a header of the deployed site is missing or weaker')
    .option('--json', 'print JSON for programs')
    .action(async ({ url, strict, json }: { url?: string; strict?: true; json?: true }) => {
      const { verify } = await import('./verify.ts');
      end(await verify(url, json ? 'json' : 'text', strict));
    });
  program
    .command('adopt')
    .description('add versions that were published before there was a lock to the lock')
    .argument('[versions...]', 'such as customers/2018-05-25 (default: all)')
    .option('--yes', 'also where an import left something open, without asking')
    .action(async (versions: string[], options: AdoptOptions) => {
      const { adopt } = await import('./adopt.ts');
      await adopt(versions, options);
    });
  program
    .command('resolve')
    .description('end the conflicts of a git merge in which both branches recorded something')
    .argument('[notice]', 'the only one to resolve (default: all)')
    .option('--keep <side>', 'where both published for one day, whose text stays: ours or theirs')
    .action(async (notice: string | undefined, { keep }: { keep?: string }) => {
      const { resolve } = await import('./resolve.ts');
      end(await inTurn(() => resolve(notice, keep)));
    });
  program
    .command('erratum')
    .description('record the correction of a published version')
    .argument('<version>', 'such as customers/2018-05-25')
    .requiredOption('--reason <words>', 'why it was corrected; shown on the page')
    .option('--by <role>', 'the role of the person who corrected it', 'the publisher')
    .action(async (version: string, given: { by: string; reason: string }) => {
      const { erratum } = await import('./erratum.ts');
      await inTurn(() => erratum(version, given));
    });
  program
    .command('call-off')
    .description('keep a scheduled version from ever applying')
    .argument('<version>', 'such as customers/2027-01-11')
    .requiredOption('--by <role>', 'the role of the person who called it off')
    .requiredOption('--reason <words>', 'why it was called off; shown on the page')
    .action(async (version: string, given: { by: string; reason: string }) => {
      const { callOff } = await import('./call-off.ts');
      await inTurn(() => callOff(version, given));
    });
}

interface CheckOptions {
  version?: string;
  json?: true;
  csv?: true;
  md?: true;
}

/** The commands that print all versions, for people and programs, and what findings mean. */
function addOutputs(program: Command, end: (isSound: boolean) => void): void {
  program
    .command('explain')
    .description('explain what a build or a command reports, and how to fix it')
    .argument('[codes...]', 'such as date-unquoted (default: list all)')
    .action(async (codes: string[]) => (await import('./explain.ts')).explain(codes));
  program
    .command('pdf')
    .description('write every version of the built site as a PDF')
    .action(async () => (await import('./pdf.ts')).pdf());
  program
    .command('merge')
    .description('join the parts that builds with NOTICEBOARD_SHARD wrote into one site')
    .argument('<parts...>', 'the folder of each part')
    .option('--out <folder>', 'where the site goes (default: where a build puts it)')
    .action(async (parts: string[], { out }: { out?: string }) =>
      (await import('./merge.ts')).merge(parts, out),
    );
  program
    .command('check')
    .description('go through what the law asks of a notice, duty by duty')
    .argument('[notice]', 'its draft, else its version in force (default: a line for each notice)')
    .option('--version <version>', 'another version, such as 2018-05-25')
    .option('--json', 'print JSON for programs')
    .option('--csv', 'as comma-separated values')
    .option('--md', 'as Markdown')
    .action(async (notice: string | undefined, given: CheckOptions) => {
      const { check } = await import('./check.ts');
      const format = given.json ? 'json' : given.csv ? 'csv' : given.md ? 'md' : 'text';
      end(await check(notice, given.version, format));
    });
  program
    .command('log')
    .description('print the history of all versions')
    .option('--csv', 'as comma-separated values')
    .option('--json', 'as JSON')
    .action(async ({ csv, json }: { csv?: true; json?: true }) => {
      const { log } = await import('./log.ts');
      await log(json ? 'json' : csv ? 'csv' : 'text');
    });
}

/** Prints an error and returns the exit code. Only errors of the program itself have a stack trace. */
function fail(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof Refusal) {
    for (const { message, hint } of error.reasons) {
      printAside(message);
      if (hint !== '') printAside(`    ${paint('cyan', '→')} ${hint.replaceAll('\n', '\n      ')}`);
    }
    return EXIT.refused;
  }
  if (error instanceof JournalError) return fail(new Refusal(error.message, error.hint));
  if (error instanceof SettingsError) {
    printAside(error.message);
    return EXIT.refused;
  }
  if (isOfSystem(error)) {
    printAside(
      `${error.message}\n    ${paint('cyan', '→')} fix the file or the disk, and run the command again: it finishes what was begun. Nothing else has changed`,
    );
    return EXIT.refused;
  }
  printAside(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.refused;
}

/** Whether an error comes from the operating system: a folder that cannot be written, a full disk. */
function isOfSystem(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    'syscall' in error
  );
}
