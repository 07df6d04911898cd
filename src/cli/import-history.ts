/** `import` of a history: dated versions of a notice, from what was saved of it over the years. */
import { lstatSync } from 'node:fs';
import path from 'node:path';
import { withSlashes } from '../disk/paths.ts';
import { isError } from '../findings/catalogue.ts';
import { counted } from '../findings/report.ts';
import { planOf, readHistory } from '../import/history.ts';
import type { HistoryAnswers, HistoryPlan } from '../import/history-model.ts';
import { recordedWith, importsPathOf } from '../record/files.ts';
import { changeTogether, type FileChange } from '../record/journal.ts';
import { folderWith, inTurn, readFolder, type Folder } from './folder.ts';
import { openHistory, type Opened } from './import-history-open.ts';
import {
  listOfSources,
  reportOfHistoryRemarks,
  reportOfOthers,
  tableOfVersions,
} from './import-history-print.ts';
import { accountAsJson } from './import-print.ts';
import type { ImportOptions } from './import.ts';
import type { Person } from './person.ts';
import { placeOfDraft } from './place.ts';
import { print, Refusal, reported } from './terminal.ts';

/**
 * Imports a history: shows its versions, and writes all of them or none. None of them is in the lock
 * until `adopt`.
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
  await inTurn(() => placeFor(notice, []));
  const opened = await openHistory(written, options.path, person);
  try {
    const { plan, answers } = await planned(opened, options, person);
    const account = accountOf(written, opened, plan, answers);
    if (plan.versions.length === 0) {
      throw new Refusal('no state of this history is a notice', hintOfNone(plan));
    }
    report(plan, options);
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
    if (person) await agree(plan, person);
    const hint = await inTurn(() => write(notice, plan, account));
    finish(account, options, hint);
  } finally {
    opened.close();
  }
}

/**
 * Plans the import. What no version can be without and no text says is what an option says, or what a
 * person is asked for.
 */
async function planned(
  { history }: Opened,
  options: ImportOptions,
  person: Person | undefined,
): Promise<{ plan: HistoryPlan; answers: HistoryAnswers }> {
  const { main, links, tracked } = options;
  const answers: HistoryAnswers = {
    ...(main !== undefined && { main }),
    ...(links && { links }),
    ...((tracked === 'accept' || tracked === 'reject') && { tracked }),
  };
  const read = readHistory(history, answers);
  const plan = planOf(read, answers);
  const facts: Record<string, string> = {};
  for (const name of missingIn(plan)) {
    const fact = NEEDED[name];
    if (!fact) continue;
    const typed =
      options[fact.option] ??
      (options.dryRun || !person
        ? ''
        : await person.type(fact.message, {
            placeholder: fact.example,
            check: (words) => (words === '' ? 'No version can be without it.' : undefined),
          }));
    if (typed !== '') facts[fact.key] = typed;
  }
  if (Object.keys(facts).length === 0) return { plan, answers };
  const whole = { ...answers, facts };
  return { plan: planOf(read, whole), answers: whole };
}

const missingIn = ({ versions }: HistoryPlan): string[] => [
  ...new Set(versions.flatMap(({ missing }) => missing)),
];

/** What no version can be without: how it is asked for, and the option that says it. */
const NEEDED: Readonly<
  Record<
    string,
    { key: string; message: string; example: string; option: 'title' | 'controller' | 'email' }
  >
> = {
  title: {
    key: 'title',
    message: 'The texts have no title. What is the notice called?',
    example: 'Customer privacy notice',
    option: 'title',
  },
  'controller.name': {
    key: 'controller.name',
    message: 'Which organisation is responsible? Its full legal name:',
    example: 'Example Limited',
    option: 'controller',
  },
  'controller.contact': {
    key: 'controller.contact.email',
    message: 'Which email address is for questions about personal data?',
    example: 'privacy@example.co.uk',
    option: 'email',
  },
};

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

function report(plan: HistoryPlan, { json, dropped }: ImportOptions): void {
  if (json) return;
  const parts = [tableOfVersions(plan), reportOfOthers(plan), reportOfHistoryRemarks(plan)];
  if (dropped) parts.push(listOfSources(plan));
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

/**
 * The folder of the notice, as it is now.
 *
 * @throws Refusal if the notice is a translation, or one of these days has a version
 */
async function placeFor(
  written: string,
  days: readonly string[],
): Promise<{ id: string; folder: Folder; files: string[] }> {
  const folder = await readFolder();
  const place = placeOfDraft(folder.directory, written);
  const translation = folder.versions.find(({ notice }) => notice === place.id)?.translation;
  if (translation) {
    throw new Refusal(
      `${place.id} is a translation of ${translation.of}`,
      'import the history of the original; old translations cannot be imported',
    );
  }
  const files = days.map((day) => path.join(place.folder, `${day}.mdx`));
  const there = files.filter((file) => lstatSync(file, { throwIfNoEntry: false }));
  if (there.length > 0) {
    throw new Refusal(
      `these versions are there already: ${there.map((file) => path.relative('.', file)).join(', ')}`,
      'import writes over nothing: give another notice, or take these days out of what you import',
    );
  }
  return { id: place.id, folder, files };
}

/** The account of a history, as the record keeps it. */
function accountOf(
  written: string,
  { history, file, days }: Opened,
  { versions, sources, remarks }: HistoryPlan,
  answers: HistoryAnswers,
) {
  return {
    from: withSlashes(path.basename(path.resolve(written))),
    kind: history.kind,
    ...(file !== undefined && { path: file }),
    answers: { ...answers, ...(Object.keys(days).length > 0 && { days }) },
    versions: versions.map(({ date, dated, firstSeen, lastSeen, from, words }) => ({
      ...{ file: `${date}.mdx`, date, dated, firstSeen, lastSeen, from },
      ...(words && { words }),
    })),
    sources,
    remarks,
  };
}

/** Writes all versions and the account together, and returns what to say of it. */
async function write(
  notice: string,
  { versions }: HistoryPlan,
  account: ReturnType<typeof accountOf>,
): Promise<string> {
  // Another command may have written since: while a person is asked, others need not wait.
  const { id, folder, files } = await placeFor(
    notice,
    versions.map(({ date }) => date),
  );
  const shown = files.map((file) => withSlashes(path.relative('.', file)));
  const checked = await folderWith(folder, (others) => [
    ...others,
    ...versions.map((version, index) => ({
      path: withSlashes(path.relative(folder.directory, files[index] ?? '')),
      file: shown[index] ?? '',
      bytes: new TextEncoder().encode(version.file),
    })),
  ]);
  const found = checked.findings.filter(({ file }) => shown.includes(file));
  const record = recordOf(folder, id, account);
  changeTogether(folder.directory, [
    record,
    ...versions.map((version, index) => ({ file: files[index] ?? '', content: version.file })),
  ]);
  const errors = found.filter(isError);
  return [
    `Wrote ${counted(versions.length, 'version')} to ${withSlashes(path.relative('.', path.dirname(files[0] ?? '')))},\nand the account of all that was read, ${withSlashes(path.relative('.', record.file))}.`,
    ...(errors.length > 0 ? [reported(errors)] : []),
    nextSteps(id, versions, errors.length > 0),
  ].join('\n\n');
}

const recordOf = (
  { directory }: Folder,
  id: string,
  account: ReturnType<typeof accountOf>,
): FileChange => ({
  file: path.join(
    importsPathOf(directory),
    ...`${recordedWith(directory).part}${id}`.split('/'),
    'history.json',
  ),
  content: `${JSON.stringify(account, null, 2)}\n`,
});

function nextSteps(id: string, versions: HistoryPlan['versions'], hasErrors: boolean): string {
  const last = versions.at(-1)?.date ?? '';
  const steps = [
    ...(hasErrors ? ['Correct what is reported above, in these files.'] : []),
    `Read them as they will be: npm run dev, then /${id}/history/. They can still be edited or deleted.`,
    `Record them as published, for good: npx noticeboard adopt ${versions.length === 1 ? `${id}/${last}` : ''}`.trimEnd(),
    `The next version is a draft of its own: npx noticeboard revise ${id}`,
  ];
  return ['Next:', ...steps.map((step, index) => `  ${index + 1}. ${step}`)].join('\n');
}

function finish(account: object, { json }: ImportOptions, hint: string): void {
  print(json ? accountAsJson(account) : hint);
}
