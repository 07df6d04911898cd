/** The `notices` command. */
import { Command, CommanderError } from 'commander';
import { SettingsError } from '../site/settings.ts';
import { JournalError } from '../record/journal.ts';
import { adopt } from './adopt.ts';
import { diff } from './diff.ts';
import { erratum } from './erratum.ts';
import { log } from './log.ts';
import { create, type NewNotice } from './new.ts';
import { publish } from './publish.ts';
import { revise } from './revise.ts';
import { status } from './status.ts';
import { inTurn } from './folder.ts';
import { paint, Refusal, tell } from './terminal.ts';
import { translate } from './translate.ts';
import { verify } from './verify.ts';

/** Done; refused, or something is wrong; used wrongly. */
const EXIT = { done: 0, refused: 1, usage: 2 } as const;

const program = new Command('notices')
  .description('Keeps the record of privacy notices: writes, publishes and verifies versions.')
  .showHelpAfterError('See: npm run notices -- help')
  .exitOverride()
  .addHelpText(
    'after',
    '\nExit codes: 0 done, 1 refused or something is wrong, 2 used wrongly.\nNOTICES_DIR names another folder of notices, NOTICEBOARD_TODAY another day.',
  );

program
  .command('new')
  .description('write the draft of a new notice')
  .argument('<notice>', 'its path, which becomes its address: customers, acme/staff')
  .option('--title <title>', 'what it is called')
  .option('--controller <name>', 'the legal person that is responsible')
  .option('--email <address>', 'where questions about personal data are answered')
  .option('--effective <day>', 'from when it applies; today when left out')
  .action((notice: string, given: NewNotice) => create(notice, given));
program
  .command('revise')
  .description('copy the version in force to a draft')
  .argument('<notice>')
  .action((notice: string) => revise(notice));
program
  .command('translate')
  .description('begin the translation of a version')
  .argument('<notice>')
  .argument('<language>', 'its tag: cy, pl, pt-BR')
  .argument('[version]', 'such as 2018-05-25; what applies when left out')
  .action((notice: string, language: string, version: string | undefined) =>
    translate(notice, language, version),
  );
program
  .command('status')
  .description('list notices, versions, drafts, reviews and dates to come')
  .action(() => end(!status()));
program
  .command('diff')
  .description('show what the draft changes')
  .argument('<notice>')
  .action((notice: string) => diff(notice));
program
  .command('publish')
  .description('make the draft the next version')
  .argument('<notice>')
  .option('--effective <day>', "from when it applies, instead of the draft's own day")
  .action((notice: string, { effective }: { effective?: string }) =>
    inTurn(() => publish(notice, effective)),
  );
program
  .command('verify')
  .description('check every file, text and anchor against the lock')
  .option('--url <address>', 'check the texts of a deployed site as well')
  .action(async ({ url }: { url?: string }) => end(await verify(url)));
program
  .command('adopt')
  .description('take versions that were published before there was a lock into it')
  .argument('[versions...]', 'such as customers/2018-05-25; all when none is named')
  .action((versions: string[]) => inTurn(() => adopt(versions)));
program
  .command('erratum')
  .description('record the correction of a published version')
  .argument('<version>', 'such as customers/2018-05-25')
  .requiredOption('--reason <words>', 'why it was corrected; the page tells it')
  .option('--by <role>', 'the role of who corrected it', 'the publisher')
  .action((version: string, given: { by: string; reason: string }) =>
    inTurn(() => erratum(version, given)),
  );
program
  .command('log')
  .description('print the history of all versions')
  .option('--csv', 'as comma-separated values')
  .option('--json', 'as JSON')
  .action(({ csv, json }: { csv?: true; json?: true }) =>
    log(json ? 'json' : csv ? 'csv' : 'text'),
  );

const end = (isWell: boolean): void => {
  process.exitCode = isWell ? EXIT.done : EXIT.refused;
};

// Whoever reads a part of the answer, such as `head`, has what was wanted.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = fail(error);
}

/** Tells what is wrong; a stack trace is for our own mistakes alone. */
function fail(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof Refusal) {
    for (const { message, hint } of error.reasons) {
      tell(message);
      if (hint !== '') tell(`    ${paint('cyan', '→')} ${hint.replaceAll('\n', '\n      ')}`);
    }
    return EXIT.refused;
  }
  if (error instanceof SettingsError || error instanceof JournalError) {
    tell(error.message);
    return EXIT.refused;
  }
  if (isOfSystem(error)) {
    tell(
      `${error.message}\n    ${paint('cyan', '→')} see to the file or the disk, and give the command again: what was decided is finished then, and nothing else has changed`,
    );
    return EXIT.refused;
  }
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.refused;
}

/** A folder that cannot be written, a disk that is full. */
function isOfSystem(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    'syscall' in error
  );
}
