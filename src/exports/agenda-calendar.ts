/** What comes up, as a file for calendars. */
import type { IsoDate } from '../notices/dates.ts';
import { withEnds } from '../site/addresses.ts';
import type { AgendaEntry } from './agenda.ts';
import { calendarFile, type CalendarEvent } from './icalendar.ts';

/** Where the site is, as far as it is known. */
export interface Place {
  /** The address of the site, without a path: `https://notices.example`. */
  url?: string | undefined;
  /** The path that the notices are below: `/`. */
  below: string;
}

/** The host of a site that does not know its own: RFC 2606 gives it to nobody. */
const NO_HOST = 'noticeboard.invalid';

/**
 * A file with an event of a whole day for each entry. An event has the same UID in every file, and a
 * greater number in one of a later day, so that it replaces what a calendar has.
 *
 * @param today the day on which the file is made
 */
export const agendaCalendar = (
  entries: readonly AgendaEntry[],
  place: Place,
  today: IsoDate,
): string =>
  calendarFile(
    entries.map((entry) => eventOf(entry, place, today)),
    'Privacy notices',
  );

function eventOf(entry: AgendaEntry, { url, below }: Place, today: IsoDate): CalendarEvent {
  const { id, day, notice, version, title, controller, what, action, command, isPublic } = entry;
  const page = withEnds(`${below}/${notice}/${version}`);
  const address = url !== undefined && isPublic ? new URL(page, url).href : undefined;
  return {
    uid: `${encodeURI(withEnds(below).slice(1) + id)}@${url === undefined ? NO_HOST : new URL(url).hostname}`,
    stamp: today,
    day,
    summary: `${title} – ${controller}: ${what}`,
    description: [`${notice}/${version}`, action, command, ...(address ? [address] : [])].join(
      '\n',
    ),
    url: address,
    sequence: daysUntil(today),
  };
}

/** The days from 1 January 1970 to another. */
const daysUntil = (day: IsoDate): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
