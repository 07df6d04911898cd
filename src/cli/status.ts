/** `status`: lists every version and draft with its dates and reviews. */
import type { Finding } from '../findings/catalogue.ts';
import { jsonReporter } from '../findings/report-json.ts';
import { formatDate, type IsoDate } from '../notices/dates.ts';
import type { Status } from '../notices/timeline.ts';
import { checkLock } from '../record/check.ts';
import { isFault } from '../record/lock.ts';
import { isUnreadable, readablePart } from '../record/unreadable.ts';
import { describeSettled, withoutSettled } from '../record/settled.ts';
import { en } from '../words/en/index.ts';
import { approvalAsData, approvalsIn, describeApproval, voidApprovals } from './approvals.ts';
import { comingUpAsData, comingUpCalendar, comingUpIn, printComingUp } from './coming-up.ts';
import { callOffCommand, readFolder, type Folder } from './folder.ts';
import { listedIn, type Listed } from './listed.ts';
import { paint, print, printAside, reported, table } from './terminal.ts';

/** A version or draft in the list. */
interface Row {
  notice: string;
  version: string;
  /** `hidden` until the day on which it is published. */
  status: Status | 'draft' | 'hidden';
  /** Undefined if it never applies. */
  from?: IsoDate | undefined;
  to?: IsoDate | undefined;
  /** The day by which it should be reviewed. */
  reviewDue?: IsoDate | undefined;
  /** Absent where the file of the lock that would say so cannot be read. */
  locked?: boolean;
  /** Who approved it, and of a draft also who has not; absent where nobody is asked for. */
  approvals?: ReturnType<typeof approvalAsData>[];
}

export type StatusFormat = 'text' | 'json' | 'ics';

/**
 * Prints every version and draft, what comes up, and the findings of the folder.
 *
 * @param format a table, JSON for programs, or what comes up for a calendar
 * @param isAll whether warnings about published versions are listed too; in JSON they always are
 * @returns whether anything needs somebody's attention
 */
export async function status(format: StatusFormat, isAll = false): Promise<boolean> {
  const folder = await readFolder();
  const listed = listedIn(folder);
  const rows = listed.map((each) => rowOf(folder, each));
  const { open, settled } = withoutSettled(folder.findings, folder.locked);
  const beside = [...voidApprovals(folder), ...checkLock(folder.locked, true)];
  const isPending = open.length + beside.length > 0;
  if (format === 'text' && rows.length === 0 && isNew([...open, ...beside])) {
    print('No notices yet. Create the first: npx noticeboard new customers');
    return false;
  }
  const comingUp = comingUpIn(listed, folder);
  if (format === 'ics') {
    process.stdout.write(await comingUpCalendar(comingUp, folder));
    if (isPending) printAside('Something needs attention: npx noticeboard status');
    return isPending;
  }
  const found = [...(isAll || format === 'json' ? folder.findings : open), ...beside];
  if (format === 'json') {
    const context = { today: folder.today, versions: rows, comingUp: comingUpAsData(comingUp) };
    print(jsonReporter(context)(found));
    return isPending;
  }
  if (rows.length > 0) {
    const heads = ['Notice', 'Version', 'Status', 'Applies', 'Review due', 'Locked'];
    print(
      table(
        heads,
        rows.map((row) => cellsOf(row, folder.today)),
      ),
    );
  }
  printUnapproved(folder, listed);
  printComingUp(comingUp);
  const scheduled = rows.find((row) => row.status === 'scheduled');
  if (scheduled) print(`\n${waysWith(scheduled)}`);
  if (found.length > 0) print(`\n${reported(found)}`);
  if (!isAll && settled.length > 0) print(`\n${describeSettled(settled)}`);
  return isPending;
}

/** Whether nothing is wrong but that there are no notices, where a project has them by itself. */
const isNew = (findings: readonly Finding[]): boolean =>
  findings.every(
    ({ code }) =>
      code === 'folder-empty' || (code === 'folder-missing' && !process.env['NOTICES_DIR']),
  );

/** What can still be done about a scheduled version. */
const waysWith = ({ notice, version }: Row): string =>
  [
    'Before a scheduled version begins, you can publish a change that applies earlier, or call it off:',
    `  npx noticeboard revise ${notice} --effective <day>`,
    `  ${callOffCommand(`${notice}/${version}`)}`,
  ].join('\n');

/** A version or draft as a row. What is not public yet is listed with the day that it applies from. */
function rowOf(folder: Folder, { version, status: state, span }: Listed): Row {
  const { notice, name, facts } = version;
  const { lock } = readablePart(folder.locked);
  const isPublic = state !== 'draft' && state !== 'hidden';
  const approvals = approvalsIn(folder, version);
  return {
    notice,
    version: name,
    status: state,
    from: isPublic ? span?.from : facts.effective,
    to: span?.to,
    reviewDue: isPublic ? facts.reviewDue : undefined,
    ...((lock && isFault(lock)) || isUnreadable(folder.locked)(notice)
      ? {}
      : { locked: lock !== undefined && `${notice}/${name}` in lock.versions }),
    ...(approvals.length > 0 && { approvals: approvals.map(approvalAsData) }),
  };
}

/** Says of each draft which roles have not approved its text. */
function printUnapproved(folder: Folder, listed: readonly Listed[]): void {
  const lines = listed.flatMap(({ version }) =>
    approvalsIn(folder, version)
      .filter(({ state }) => state !== 'approved')
      .map((each) => [`${version.notice}/${version.name}`, describeApproval(each)]),
  );
  if (lines.length === 0) return;
  print(`\n${paint('bold', 'To approve')}`);
  print(table(['Draft', 'Role'], lines));
}

function cellsOf(row: Row, today: IsoDate): string[] {
  const { notice, version, status: state, from, to, reviewDue, locked } = row;
  if (state === 'hidden' || state === 'draft') {
    const label = state === 'draft' ? en.statuses.draft : 'Not public yet';
    return [notice, version, label, from ? formatDate(from) : '', '', ''];
  }
  const isCurrent = state === 'in-force';
  const due = isCurrent && reviewDue ? formatDate(reviewDue) : '';
  return [
    notice,
    version,
    isCurrent ? paint('green', en.statuses[state]) : en.statuses[state],
    from ? `${formatDate(from)}${to ? ` – ${formatDate(to)}` : ' on'}` : 'never',
    reviewDue && due && reviewDue < today ? paint('red', `${due}, overdue`) : due,
    locked === undefined ? paint('red', 'unknown') : locked ? 'yes' : paint('yellow', 'no'),
  ];
}
