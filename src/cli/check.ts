/** `check`: goes through what the law asks of a notice, as a data protection officer would. */
import path from 'node:path';
import type { CheckedVersion } from '../checks/file.ts';
import { isError, type Finding } from '../findings/catalogue.ts';
import { formatDate, type IsoDate } from '../notices/dates.ts';
import type { Status } from '../notices/timeline.ts';
import { checklistOf, countOf, openIn, type Checklist } from '../law/checklist.ts';
import type { RoleApproval } from '../record/approvals.ts';
import { approvalsIn } from './approvals.ts';
import { fileOf } from '../law/findings.ts';
import { placesIn, type Places } from '../law/place.ts';
import type { Reading } from '../law/reading.ts';
import { readingOfVersion } from '../law/version.ts';
import { asCsv, asJson, asMarkdown, printChecklist } from './check-print.ts';
import { absolute, idOf, noticeIn, placed, readFolder, type Folder } from './folder.ts';
import { print, printAside, Refusal, reported } from './terminal.ts';

export type CheckFormat = 'text' | 'json' | 'csv' | 'md';

/** A version with its checklist. */
export interface Checked {
  id: string;
  status: Status | 'draft';
  effective: IsoDate;
  checklist: Checklist;
  reading: Reading;
  approvals: readonly RoleApproval[];
  /** The file, and where things stand in it. */
  file: string;
  places: Places;
}

/**
 * Prints the checklist of a notice, or a line for each notice.
 *
 * @param written the notice, as it was typed; all if absent
 * @param name the version; the draft, else the version in force, if absent
 * @returns whether nothing stops a draft from being published
 */
export async function check(
  written: string | undefined,
  name: string | undefined,
  format: CheckFormat,
): Promise<boolean> {
  const folder = await readFolder();
  const errors = errorsIn(folder, written);
  refuseUnread(folder, written, errors);
  if (errors.length > 0) printAside(`${reported(errors)}\n`);
  const all = written === undefined ? everyNotice(folder) : chosen(folder, written, name);
  const list = all.flatMap((each) => checkedOf(folder, each) ?? []);
  if (format === 'json') print(asJson(list));
  else if (format === 'csv') print(asCsv(list));
  else if (format === 'md') print(asMarkdown(list));
  else if (written === undefined && list.length > 1) printLines(list);
  else list.forEach((each) => printChecklist(each));
  if (errors.length > 0) return false;
  return !list.some(({ status, checklist }) => status === 'draft' && hasError(checklist));
}

/** The errors of the files that are checked: what is in them cannot be read as it was meant. */
function errorsIn(folder: Folder, written: string | undefined): Finding[] {
  const below = path.join(folder.directory, written === undefined ? '' : idOf(written), path.sep);
  return folder.findings.filter(
    (each) => isError(each) && absolute(folder, each.file).startsWith(below),
  );
}

/** A notice whose files have errors may have no version that can be read. */
function refuseUnread(
  { versions }: Folder,
  written: string | undefined,
  errors: readonly Finding[],
): void {
  if (written === undefined || errors.length === 0) return;
  if (versions.some(({ notice }) => notice === idOf(written))) return;
  throw new Refusal(reported(errors), 'fix the errors above first');
}

/** Whether a draft could not be published. */
const hasError = ({ words, duties }: Checklist): boolean =>
  [...words, ...duties.map(({ asked }) => asked)].some(
    ({ severity, answer }) =>
      severity === 'error' && answer.byFacts === true && isOpen(answer.state),
  );

const isOpen = (state: string): boolean =>
  state === 'missing' || state === 'unclear' || state === 'marked';

interface Choice {
  version: CheckedVersion;
  status: Status | 'draft';
}

/** The draft and the version in force of every notice. */
function everyNotice(folder: Folder): Choice[] {
  // A translation says what its original says.
  const originals = folder.versions.filter(({ translation }) => !translation);
  const notices = new Set(originals.map(({ notice }) => notice));
  return [...notices].flatMap((notice) => {
    const { draft } = noticeIn(folder, notice);
    const inForce = placed(folder, notice).filter(({ status }) => status === 'in-force');
    return [
      ...inForce.map(({ version, status }) => ({ version, status })),
      ...(draft ? [{ version: draft, status: 'draft' as const }] : []),
    ];
  });
}

function chosen(folder: Folder, written: string, name: string | undefined): Choice[] {
  const { id, draft } = noticeIn(folder, written);
  const timed = placed(folder, id);
  if (name === undefined || name === 'draft') {
    if (draft) return [{ version: draft, status: 'draft' }];
    const [current] = [
      ...timed.filter(({ status }) => status === 'in-force'),
      ...timed.toReversed(),
    ];
    if (name === undefined && current) return [current];
  }
  const found = timed.find(({ version }) => version.name === name);
  if (found) return [found];
  const known = timed.map(({ version }) => version.name);
  throw new Refusal(
    `${id} has no version ${name ?? 'that is published'}`,
    known.length > 0
      ? `choose one of: ${known.join(', ')}`
      : `write one: npx noticeboard new ${id}`,
  );
}

/** A checklist by the law of its day: today's for what applies, else that of the day it began. */
function checkedOf(folder: Folder, { version, status }: Choice): Checked | undefined {
  const { facts, notice, name } = version;
  const reading = readingOfVersion(version);
  if (!reading) return undefined;
  const { effective } = facts;
  const { today } = folder;
  const day = status === 'in-force' ? today : effective;
  return {
    id: `${notice}/${name}`,
    status,
    effective,
    checklist: checklistOf(reading, day, today),
    reading,
    approvals: approvalsIn(folder, version),
    file: version.file,
    places: placesIn(fileOf(version)),
  };
}

function printLines(list: readonly Checked[]): void {
  for (const each of list) print(summaryOf(each));
  const [first] = list.toSorted((a, b) => sumOf(b) - sumOf(a));
  if (first && sumOf(first) > 0) {
    print(`\nFor one of them in full: npx noticeboard check ${first.id.replace(/\/[^/]+$/, '')}`);
  }
}

const sumOf = ({ checklist }: Checked): number => {
  const { duties, words } = countOf(checklist);
  return duties + words;
};

/** A version in one line: "customers: 2 duties missing or unclear, 3 words out of date". */
function summaryOf({ id, status, effective, checklist }: Checked): string {
  const what = openIn(checklist) ?? 'nothing found';
  return `${id}, ${status === 'in-force' ? 'in force' : status} from ${formatDate(effective)}: ${what}`;
}
