/** `import` of a history: dated versions of a notice, from what was saved of it over the years. */
import { planOf, readHistory, type ReadHistory } from '../import/history.ts';
import type { HistoryAnswers, HistoryPlan } from '../import/history-model.ts';
import type { HistoryAccount } from '../record/import-histories.ts';
import { inTurn } from './folder.ts';
import type { Proposal } from '../import/model.ts';
import { accountOf, accountsOfVersions, knownOf, versionsOf } from './import-history-account.ts';
import { openHistory } from './import-history-open.ts';
import { listOfSources, reportOfOthers, tableOfVersions } from './import-history-print.ts';
import { reportOfHistoryRemarks, reportOfNewest } from './import-history-know.ts';
import { placeFor, write } from './import-history-write.ts';
import { accountAsJson } from './import-print.ts';
import { askNeeded, candidatesFor, NEEDED } from './import-needed.ts';
import type { ImportOptions } from './import.ts';
import type { Person } from './person.ts';
import { print, Refusal } from './terminal.ts';

/**
 * Imports a history: shows its versions, and writes all of them or none. None of them is in the lock
 * until `adopt`. Where versions are there, what is older than all of them or newer becomes further
 * versions, and they stay as they are.
 *
 * @param notice its path, as it was typed
 * @param written the path of the folder, repository or bundle
 * @throws Refusal if nothing can be imported, or a version is there already; then nothing is written
 */
export async function importHistoryOf(
  notice: string,
  written: string,
  options: ImportOptions,
  person: Person | undefined,
): Promise<void> {
  const { before, today } = await inTurn(async () => {
    const { folder } = await placeFor(notice, []);
    const there = await (options.again ? knownOf(notice) : versionsOf(notice));
    return { before: there, today: folder.today };
  });
  const opened = await openHistory(written, before?.account, {
    typed: options.path,
    person,
    today,
  });
  try {
    const given = answersOf(options, before?.account);
    const read = readHistory(opened.history, given, before?.history);
    const found = planOf(read, given);
    if (found.versions.length === 0 && !before) {
      throw new Refusal('no state of this history is a notice', hintOfNone(found));
    }
    // A person sees what was found before they are asked about it.
    report(options, tableOfVersions(found, before !== undefined), reportOfOthers(found));
    const { plan, answers } = await completed(read, found, { given, options, person });
    const account = accountOf(written, opened, { plan, answers, before: before?.account });
    if (before && plan.sources.length === 0) {
      finish(account, options, 'Nothing is new: every state of it was imported before.');
      return;
    }
    const accounts = accountsOfVersions(plan, notice, answers);
    report(
      options,
      reportOfNewest(plan, answers),
      reportOfHistoryRemarks(plan, accounts),
      options.dropped ? listOfSources(plan) : '',
    );
    if (options.dryRun) {
      const missing = missingIn(plan);
      const also =
        missing.length === 0
          ? ''
          : `\nNo text says ${missing.join(', ')}: ${hintOfMissing(missing)}.`;
      finish(account, options, `Nothing was written: this was a dry run.${also}`);
      return;
    }
    refuseMissing(plan);
    if (person && plan.versions.length > 0) await agree(plan, person);
    const hint = await inTurn(() => write(notice, plan, { account, accounts }));
    finish(account, options, hint);
  } finally {
    opened.close();
  }
}

/** What is known of the answers, and who is asked for others. */
interface Asking {
  given: HistoryAnswers;
  options: ImportOptions;
  person: Person | undefined;
}

/**
 * The answers of the options, and those of the last import. Facts that were answered then stand in the
 * versions that are there, which a person may have corrected since.
 */
function answersOf(
  { main, links, tracked, controller, email }: ImportOptions,
  before: HistoryAccount | undefined,
): HistoryAnswers {
  const { days: _days, facts: _facts, ...last } = before?.answers ?? {};
  // What is typed stands in all versions; a title alone is that of each text where it has one.
  const facts = {
    ...(controller !== undefined && { 'controller.name': controller }),
    ...(email !== undefined && { 'controller.contact.email': email }),
  };
  return {
    ...last,
    ...(main !== undefined && { main }),
    ...(links && { links }),
    ...((tracked === 'accept' || tracked === 'reject') && { tracked }),
    ...(Object.keys(facts).length > 0 && { facts }),
  };
}

/**
 * Completes the plan of an import. What no version can be without and no text says is what an option
 * says, or what a person is asked for.
 */
async function completed(
  read: ReadHistory,
  plan: HistoryPlan,
  { given: answers, options, person }: Asking,
): Promise<{ plan: HistoryPlan; answers: HistoryAnswers }> {
  const facts: Record<string, string> = {};
  for (const name of missingIn(plan)) {
    const fact = NEEDED[name];
    if (!fact) continue;
    const typed =
      options[fact.option] ??
      (options.dryRun || !person
        ? ''
        : await askNeeded(fact, candidatesFor(fact.key, proposalsIn(plan)), person));
    if (typed !== '') facts[fact.key] = typed;
  }
  if (Object.keys(facts).length === 0) return { plan, answers };
  const whole = { ...answers, facts: { ...answers.facts, ...facts } };
  return { plan: planOf(read, whole), answers: whole };
}

/** What the texts propose, the newest first. */
const proposalsIn = ({ versions }: HistoryPlan): Proposal[] =>
  versions.toReversed().flatMap(({ imported }) => imported.facts);

const missingIn = ({ versions }: HistoryPlan): string[] => [
  ...new Set(versions.flatMap(({ missing }) => missing)),
];

function refuseMissing(plan: HistoryPlan): void {
  const missing = missingIn(plan);
  if (missing.length === 0) return;
  throw new Refusal(
    `no version can be without ${missing.join(', ')}, and no text of this history says it`,
    hintOfMissing(missing),
  );
}

function hintOfMissing(missing: readonly string[]): string {
  const options = missing.flatMap((name) => {
    const fact = NEEDED[name];
    return fact ? [`--${fact.option} "${fact.example}"`] : [];
  });
  return `run it in a terminal, which asks, or add ${options.join(' ')}`;
}

const hintOfNone = (plan: HistoryPlan): string =>
  [reportOfOthers(plan), 'For pages whose text is not found: --main <selector>'].join('\n');

/** Prints what is told, each part with a line below it. */
function report({ json }: ImportOptions, ...parts: string[]): void {
  if (json) return;
  for (const part of parts) if (part !== '') print(`${part}\n`);
}

/** Lets a person see what became of every state before anything is written. */
async function agree(plan: HistoryPlan, person: Person): Promise<void> {
  const count = plan.versions.length;
  for (;;) {
    const key = await person.choose(
      count === 1 ? 'Write this version?' : `Write these ${count} versions?`,
      [
        { value: 'w', label: 'write them' },
        { value: 'l', label: 'list every page or commit' },
        { value: 'q', label: 'quit, and write nothing' },
      ],
    );
    if (key === 'w') return;
    if (key === 'q') throw new Refusal('Nothing was written.');
    person.show(listOfSources(plan));
  }
}

function finish(account: object, { json }: ImportOptions, hint: string): void {
  print(json ? accountAsJson(account) : hint);
}
