/** Writes the versions of a history and their accounts, all or none, and says what comes next. */
import { lstatSync } from 'node:fs';
import path from 'node:path';
import { withSlashes } from '../disk/paths.ts';
import { isError } from '../findings/catalogue.ts';
import { counted } from '../findings/report.ts';
import type { HistoryPlan } from '../import/history-model.ts';
import type { Account } from '../import/model.ts';
import {
  historyChange,
  readHistoryAccount,
  type HistoryAccount,
} from '../record/import-histories.ts';
import { importChange } from '../record/imports.ts';
import { changeTogether } from '../record/journal.ts';
import { folderWith, readFolder, type Folder } from './folder.ts';
import { wrapped } from './import-print.ts';
import { placeOfDraft } from './place.ts';
import { Refusal, reported } from './terminal.ts';

/**
 * The folder of the notice, as it is now.
 *
 * @throws Refusal if the notice is a translation, or one of these days has a version
 */
export async function placeFor(
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
      `these versions are there already: ${there.map((file) => withSlashes(path.relative('.', file))).join(', ')}`,
      readHistoryAccount(folder.directory, place.id) === undefined
        ? 'import writes over nothing: give another notice, or take these days out of what you import'
        : 'import writes over nothing. To add what is new since they were imported: --again',
    );
  }
  return { id: place.id, folder, files };
}

/** Writes all versions and the account together, and returns what to say of it. */
export async function write(
  notice: string,
  { versions }: HistoryPlan,
  { account, accounts }: { account: HistoryAccount; accounts: readonly Account[] },
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
  const record = historyChange(folder.directory, id, account);
  changeTogether(folder.directory, [
    record,
    ...accounts.map((each, index) =>
      importChange(folder.directory, id, versions[index]?.date ?? '', each),
    ),
    ...versions.map((version, index) => ({ file: files[index] ?? '', content: version.file })),
  ]);
  const errors = found.filter(isError);
  if (versions.length === 0) {
    return `No new version: what is new says what a version says that is there.\nWrote the account, ${withSlashes(path.relative('.', record.file))}.`;
  }
  return [
    `Wrote ${counted(versions.length, 'version')} to ${withSlashes(path.relative('.', path.dirname(files[0] ?? '')))},\nand the account of all that was read, ${withSlashes(path.relative('.', record.file))},\nwith one of every sentence of each version beside it.`,
    ...(errors.length > 0 ? [reported(errors)] : []),
    nextSteps(id, versions, errors.length > 0),
  ].join('\n\n');
}

/** The mark above a sentence that may belong to the page. */
const ASKED = /^\{\/\* import: /m;

function nextSteps(id: string, versions: HistoryPlan['versions'], hasErrors: boolean): string {
  const last = versions.at(-1)?.date ?? '';
  const marked = versions.filter(({ file }) => ASKED.test(file)).length;
  const steps = [
    ...(hasErrors ? ['Correct what is reported above, in these files.'] : []),
    ...(marked > 0
      ? [
          `Decide what is marked {/* import: … */} in ${counted(marked, 'version')}: delete the mark, or the mark and what stands below it.`,
        ]
      : []),
    `Read them as they will be: npm run dev, then /${id}/history/. They can still be edited or deleted.`,
    `See what the law asks of the one in force: npx noticeboard check ${id}`,
    `What changed can be said in \`changes\` and \`changeType\` until they are recorded, and not afterwards.`,
    `Record them as published, for good: npx noticeboard adopt ${versions.length === 1 ? `${id}/${last}` : ''}`.trimEnd(),
    `The next version is a draft of its own: npx noticeboard revise ${id}`,
  ];
  return ['Next:', ...steps.map((step, index) => wrapped(`${index + 1}. ${step}`, 5, 2))].join(
    '\n',
  );
}
