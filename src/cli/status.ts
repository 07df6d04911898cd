/** `status`: lists every version and draft with its dates and reviews. */
import { formatDate } from '../notices/dates.ts';
import { checkLock } from '../record/check.ts';
import { isFault } from '../record/lock.ts';
import { en } from '../words/en/index.ts';
import { placed, readFolder } from './folder.ts';
import { paint, print, reported, table } from './terminal.ts';

/** @returns whether anything needs somebody's attention */
export function status(): boolean {
  const folder = readFolder();
  const { versions, today, locked, findings } = folder;
  const lock = locked.lock && !isFault(locked.lock) ? locked.lock.versions : {};
  const rows: string[][] = [];
  for (const [notice, own] of Map.groupBy(versions, (version) => version.notice)) {
    const published = own.filter(({ draft }) => !draft);
    const timed = placed(folder, notice);
    for (const { version, status: state, span } of timed) {
      const { reviewDue } = version.facts;
      const isOverdue = state === 'in-force' && reviewDue !== undefined && reviewDue < today;
      const due = reviewDue === undefined ? '' : formatDate(reviewDue);
      rows.push([
        notice,
        version.name,
        state === 'in-force' ? paint('green', en.statuses[state]) : en.statuses[state],
        span ? `${formatDate(span.from)}${span.to ? ` – ${formatDate(span.to)}` : ' on'}` : 'never',
        isOverdue ? paint('red', `${due}, overdue`) : state === 'in-force' ? due : '',
        `${notice}/${version.name}` in lock ? 'yes' : paint('yellow', 'no'),
      ]);
    }
    for (const version of published) {
      if (timed.some((each) => each.version.name === version.name)) continue;
      rows.push([
        notice,
        version.name,
        'Not public yet',
        formatDate(version.facts.effective),
        '',
        '',
      ]);
    }
    for (const { facts } of own.filter(({ draft }) => draft)) {
      rows.push([notice, 'draft', en.statuses.draft, formatDate(facts.effective), '', '']);
    }
  }
  if (rows.length === 0) print('No notices yet. Create one: npm run notices -- new customers');
  else print(table(['Notice', 'Version', 'Status', 'Applies', 'Review due', 'Locked'], rows));
  const found = [...findings, ...checkLock(locked, true)];
  if (found.length > 0) print(`\n${reported(found)}`);
  return found.length > 0;
}
