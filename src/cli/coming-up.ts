/** What comes up for the notices of a folder, as `status` prints it. */
import { agendaCalendar } from '../exports/agenda-calendar.ts';
import { agendaOf, type AgendaEntry } from '../exports/agenda.ts';
import { readingOfVersion } from '../law/version.ts';
import { formatDate, type IsoDate } from '../notices/dates.ts';
import { idOfVersion } from '../notices/names.ts';
import type { Span } from '../notices/timeline.ts';
import { baseBelow } from '../site/addresses.ts';
import { placed, type Folder } from './folder.ts';
import type { Listed } from './listed.ts';
import { projectAt } from './project.ts';
import { paint, print, table } from './terminal.ts';

/** Everything that comes up, and the reviews that are overdue, by day. */
export function comingUpIn(
  listed: readonly Listed[],
  folder: Pick<Folder, 'versions' | 'today'>,
): AgendaEntry[] {
  const spans = spansIn(folder);
  return agendaOf(
    listed.map(({ version, status }) => ({
      notice: version.notice,
      name: version.name,
      facts: version.facts,
      status,
      span: spans.get(idOfVersion(version)),
      isTranslation: version.translation !== undefined,
      reading: () => readingOfVersion(version),
    })),
    folder.today,
  );
}

/** When each version applies, by its address, once all are public that are in the folder. */
function spansIn({ versions }: Pick<Folder, 'versions'>): Map<string, Span | undefined> {
  const placedThen = [...new Set(versions.map(({ notice }) => notice))].flatMap((notice) =>
    placed({ versions, today: LAST_DAY }, notice),
  );
  return new Map(placedThen.map(({ version, span }) => [idOfVersion(version), span]));
}

/** No version is published after it. */
const LAST_DAY = '9999-12-31' as IsoDate;

/** Entries for programs. */
export const comingUpAsData = (entries: readonly AgendaEntry[]) =>
  entries.map(({ isOverdue, isPublic: _, ...entry }) => ({ ...entry, overdue: isOverdue }));

/** Entries as a file for calendars. */
export async function comingUpCalendar(
  entries: readonly AgendaEntry[],
  { root, today }: Pick<Folder, 'root' | 'today'>,
): Promise<string> {
  const { url, base, path } = await projectAt(root);
  return agendaCalendar(entries, { url, below: baseBelow(base, path) }, today);
}

/** As many as can be seen at a glance. */
const MOST = 5;

/** Prints the entries that are next; those that are overdue are among the findings. */
export function printComingUp(entries: readonly AgendaEntry[]): void {
  const next = entries.filter(({ isOverdue }) => !isOverdue);
  if (next.length === 0) return;
  print(`\n${paint('bold', 'Coming up')}`);
  const rows = next
    .slice(0, MOST)
    .map(({ day, notice, version, what, command }) => [
      formatDate(day),
      `${notice}/${version}: ${what}`,
      command,
    ]);
  print(table(['Day', 'What', 'Command'], rows));
  const more = next.length - MOST;
  if (more > 0) print(`And ${more} more: npx noticeboard status --ics, for a calendar`);
}
