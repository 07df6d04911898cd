/** `status`: lists every version and draft with its dates and reviews. */
import type { Finding } from '../findings/catalogue.ts';
import { jsonReporter } from '../findings/report-json.ts';
import { formatDate, type IsoDate } from '../notices/dates.ts';
import type { Status } from '../notices/timeline.ts';
import { checkLock } from '../record/check.ts';
import { isFault } from '../record/lock.ts';
import { describeSettled, withoutSettled } from '../record/settled.ts';
import { en } from '../words/en/index.ts';
import { callOffCommand, placed, readFolder, type Folder } from './folder.ts';
import { paint, print, reported, table } from './terminal.ts';

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
  locked: boolean;
}

/**
 * Prints every version and draft, and the findings of the folder.
 *
 * @param format a table, or JSON for programs
 * @param isAll whether warnings about published versions are listed too; in JSON they always are
 * @returns whether anything needs somebody's attention
 */
export async function status(format: 'text' | 'json', isAll = false): Promise<boolean> {
  const folder = await readFolder();
  const rows = rowsOf(folder);
  const { open, settled } = withoutSettled(folder.findings, folder.locked);
  const ofLock = checkLock(folder.locked, true);
  const isPending = open.length + ofLock.length > 0;
  if (format === 'text' && rows.length === 0 && isNew([...open, ...ofLock])) {
    print('No notices yet. Create the first: npx noticeboard new customers');
    return false;
  }
  const found = [...(isAll || format === 'json' ? folder.findings : open), ...ofLock];
  if (format === 'json') {
    print(jsonReporter({ today: folder.today, versions: rows })(found));
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

function rowsOf(folder: Folder): Row[] {
  const { versions, locked } = folder;
  const lock = locked.lock && !isFault(locked.lock) ? locked.lock.versions : {};
  return [...Map.groupBy(versions, ({ notice }) => notice)].flatMap(([notice, own]) => {
    const timed = placed(folder, notice);
    const shown = new Set(timed.map(({ version }) => version.name));
    const isLocked = (name: string): boolean => `${notice}/${name}` in lock;
    return [
      ...timed.map(({ version: { name, facts }, status: state, span }): Row => ({
        notice,
        version: name,
        status: state,
        from: span?.from,
        to: span?.to,
        reviewDue: facts.reviewDue,
        locked: isLocked(name),
      })),
      ...own
        .filter(({ draft, name }) => !draft && !shown.has(name))
        .map(({ name, facts }): Row => ({
          notice,
          version: name,
          status: 'hidden',
          from: facts.effective,
          locked: isLocked(name),
        })),
      ...own
        .filter(({ draft }) => draft)
        .map(({ facts }): Row => ({
          notice,
          version: 'draft',
          status: 'draft',
          from: facts.effective,
          locked: false,
        })),
    ];
  });
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
    locked ? 'yes' : paint('yellow', 'no'),
  ];
}
