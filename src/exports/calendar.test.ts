/** Reads the files for calendars again, as a calendar does. */
import { expect, it } from 'vitest';
import type { Version } from '../site/notices.ts';
import { emptySite, parcels } from '../site/testing.ts';
import { calendarOf, hasCalendar } from './calendar.ts';
import type { FollowedSite } from './feeds.ts';
import { readCalendar } from './testing.ts';

const url = new URL('https://notices.example');
const site: FollowedSite = { ...emptySite(), url, locate: (path) => new URL(path, url).href };
const notice = parcels({ '2024-01-01': 'One.\n', '2027-01-11': 'Two.\n' });
const [coming] = notice.scheduled;

function calendarWith(changes: Partial<Version>): ReadonlyMap<string, string> {
  const { events } = readCalendar(calendarOf(site, notice, { ...coming!, ...changes }));
  expect(events).toHaveLength(1);
  return events[0]!.properties;
}

it('have an event on the day from which a version applies', () => {
  const event = calendarWith({});
  expect(event.get('DTSTART;VALUE=DATE')).toBe('20270111');
  expect(event.get('DTSTAMP')).toMatch(/^\d{8}T000000Z$/);
  expect(event.get('UID')).toMatch(/^tag:notices\.example,\d{4}:parcels:2027-01-11$/);
  expect(event.get('URL')).toBe('https://notices.example/parcels/2027-01-11/');
  expect(event.get('STATUS')).toBe('CONFIRMED');
});

it('keep signs, line ends and letters of several bytes as they are', () => {
  const title = `Tŷ; a thing, and \\ “${'ŵ'.repeat(90)}”`;
  const event = calendarWith({ facts: { ...coming!.facts, title } });
  expect(event.get('SUMMARY')).toContain(title);
  expect(event.get('DESCRIPTION')?.split('\n').at(-1)).toBe(event.get('URL'));
});

it('cancel the event of a version that was called off', () => {
  const calledOff = { on: coming!.facts.published, by: 'A', reason: 'No need' };
  const event = calendarWith({ status: 'called-off', calledOff });
  expect(event.get('STATUS')).toBe('CANCELLED');
  expect(Number(event.get('SEQUENCE'))).toBe(1);
});

it('exist for versions that were announced before their day', () => {
  const { facts } = coming!;
  const ahead = { ...coming!, facts: { ...facts, published: notice.versions[0]!.facts.effective } };
  expect(hasCalendar(ahead)).toBe(true);
  expect(hasCalendar({ ...ahead, status: 'draft' })).toBe(false);
  expect(hasCalendar({ ...ahead, facts: { ...facts, published: facts.effective } })).toBe(false);
});
