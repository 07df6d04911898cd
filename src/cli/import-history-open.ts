/** Opens what `import` is given as a history: a folder of saved pages, a repository, or a bundle of git. */
import { closeSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { quotedForShell } from '../findings/shell.ts';
import { visible } from '../findings/visible.ts';
import { noticesIn } from '../import/history-candidates.ts';
import { historyOfFolder, isDatedFolder } from '../import/history-folder.ts';
import {
  historyOfFile,
  isBundle,
  openBundle,
  openRepository,
  type Repository,
} from '../import/history-git.ts';
import type { History } from '../import/history-model.ts';
import type { Refusal as SourceRefusal, Source } from '../import/model.ts';
import { readSource } from '../import/source.ts';
import { isIsoDate, type IsoDate } from '../notices/dates.ts';
import type { HistoryAccount } from '../record/import-histories.ts';
import type { Person } from './person.ts';
import { Refusal } from './terminal.ts';

/** A history that can be read, until it is closed. */
export interface Opened {
  history: History;
  /** Of a repository, the path of the file. */
  file?: string;
  /** The days that a person gave to files without one. */
  days: Record<string, IsoDate | null>;
  close: () => void;
}

/** What is known when a history is opened, and who is asked for the rest. */
export interface Asked {
  /** The path of the notice in a repository, as it was typed. */
  typed: string | undefined;
  person: Person | undefined;
  /** Nothing was saved or committed after this day. */
  today: IsoDate;
}

/** A state as a source, with the day on which it was saved. */
function sourceOf(name: string, bytes: Uint8Array, day?: IsoDate): Source | SourceRefusal {
  const source = readSource(bytes, name);
  return 'refused' in source || day === undefined ? source : { ...source, retrieved: day };
}

/** What stands at a path; nothing also where the system refuses, which is told when it is read. */
function statIfPossible(written: string): Stats | undefined {
  try {
    return statSync(written, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Whether a source is a history: a folder, or a bundle. */
export function isHistory(written: string): boolean {
  const found = statIfPossible(written);
  if (found?.isDirectory()) return true;
  if (!found?.isFile()) return false;
  const head = Buffer.alloc(16);
  try {
    const descriptor = openSync(written, 'r');
    readSync(descriptor, head);
    closeSync(descriptor);
  } catch {
    return false;
  }
  return isBundle(head);
}

/**
 * Opens a history. A person is asked which file it is, and for days that names do not say.
 *
 * @param written its path as it was typed
 * @param before the account of it, where it was imported before: its answers are taken
 * @throws Refusal if there is no history to read
 */
export async function openHistory(
  written: string,
  before: HistoryAccount | undefined,
  asked: Asked,
): Promise<Opened> {
  const { typed } = asked;
  const known = before?.answers.days ?? {};
  const isFolder = statSync(written).isDirectory();
  if (isFolder && typed === undefined && isDatedFolder(written)) {
    return openFolder(written, known, asked);
  }
  const repository = isFolder ? openRepository(written) : openBundle(written);
  if ('refused' in repository) {
    if (isFolder && typed === undefined) return openFolder(written, known, asked);
    throw new Refusal(`${visible(written, true)}: ${repository.refused}`, 'nothing was written');
  }
  try {
    return await openFile(repository, before?.path, asked);
  } catch (error) {
    repository.close();
    throw error;
  }
}

async function openFolder(
  written: string,
  known: Opened['days'],
  { person, today }: Asked,
): Promise<Opened> {
  const days = { ...known };
  for (;;) {
    const history = historyOfFolder(written, sourceOf, { days, today });
    if ('states' in history) return { history, days, close: () => undefined };
    const undated = 'undated' in history ? history.undated : [];
    if (!person || undated.length === 0 || undated.length > MOST_ASKED) {
      throw new Refusal(history.refused, 'nothing was written');
    }
    for (const name of undated) days[name] = await askDay(name, person);
  }
}

/** More files without a day are renamed sooner than asked about. */
const MOST_ASKED = 20;

async function askDay(name: string, person: Person): Promise<IsoDate | null> {
  const typed = await person.type(
    `On which day was ${visible(name, true)} saved? (Enter leaves the file out)`,
    {
      placeholder: '2024-05-01',
      check: (day) => (day === '' || isIsoDate(day) ? undefined : 'Write it like 2024-05-01'),
    },
  );
  return isIsoDate(typed) ? typed : null;
}

async function openFile(
  repository: Repository,
  before: string | undefined,
  { typed, person, today }: Asked,
): Promise<Opened> {
  const file =
    typed === undefined
      ? (before ?? (await choose(repository, person)))
      : inRoot(repository, typed);
  const history = historyOfFile(repository, file, sourceOf, today);
  if ('states' in history) return { history, file, days: {}, close: repository.close };
  throw new Refusal(visible(history.refused, true), hintFor(repository));
}

/** The path of a file from the root of its repository. */
const inRoot = ({ prefix }: Repository, typed: string): string =>
  path.posix.normalize(`${prefix}${typed.replaceAll('\\', '/')}`);

/** The file of the notice: the only one that is one, or the one that a person chooses. */
async function choose(repository: Repository, person: Person | undefined): Promise<string> {
  const found = noticesIn(repository);
  if ('refused' in found) throw new Refusal(found.refused, 'nothing was written');
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (person && found.length > 1 && found.length <= MOST_CHOICES) {
    return person.choose(
      'Which file is the notice?',
      found.map((name) => ({ value: name, label: name })),
    );
  }
  throw new Refusal(
    found.length === 0
      ? 'no file of the repository is a notice, as far as can be seen'
      : 'several files of the repository are notices',
    hintFor(repository, found),
  );
}

/** More choices than this are too many to choose from. */
const MOST_CHOICES = 20;

const isList = (found: readonly string[] | SourceRefusal): found is readonly string[] =>
  Array.isArray(found);

function hintFor(repository: Repository, known?: readonly string[]): string {
  const found = known ?? noticesIn(repository);
  if (!isList(found)) return 'nothing was written';
  const shown = found
    .slice(0, MOST_CHOICES)
    .map(
      (name) =>
        `--path ${visible(quotedForShell(path.posix.relative(repository.prefix, name)), true)}`,
    );
  return shown.length === 0
    ? 'say which file it is, from the folder that you give: --path content/privacy.md'
    : ['say which file it is:', ...shown].join('\n');
}
