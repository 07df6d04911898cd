/** The day from which a version applies, as a file for calendars. */
import type { Notice, Version } from '../site/notices.ts';
import { tagOf, type FollowedSite } from './feeds.ts';
import { calendarFile } from './icalendar.ts';

/**
 * Whether a version has a file for calendars: it was announced before its day. The file stays after
 * that, and where the version was called off it cancels the event.
 */
export const hasCalendar = ({ status, facts }: Version): boolean =>
  status !== 'draft' && facts.published < facts.effective;

/** An event of a whole day: the version applies from it. */
export function calendarOf(site: FollowedSite, notice: Notice, version: Version): string {
  const { facts, calledOff } = version;
  const said = notice.words.notice.calendar;
  const notes = new Set(facts.changes.map(({ summary }) => summary));
  const address = site.locate(version.path);
  return calendarFile([
    {
      uid: tagOf(site.url, notice, version.name),
      stamp: facts.published,
      day: facts.effective,
      summary: said.summary(facts.title, facts.controller.name),
      description: [...(calledOff ? [said.calledOff] : notes), address].join('\n'),
      url: address,
      // An event with a greater number replaces the one that a calendar has.
      sequence: calledOff ? 1 : 0,
      isCancelled: calledOff !== undefined,
    },
  ]);
}
