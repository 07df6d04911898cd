/** For tests: reads a file for calendars as strictly as RFC 5545 says. */
import { expect } from 'vitest';

export interface ReadEvent {
  /** The values of its properties by their names, with parameters: `DTSTART;VALUE=DATE`. */
  properties: ReadonlyMap<string, string>;
}

/** Section 3.1: a name, parameters, a value without control characters. */
const LINE = /^([A-Z][A-Z0-9-]*(?:;[A-Z-]+=[\w/-]+)*):((?:\t|\P{Cc})*)$/u;

/** Section 3.3.11: a value of the type TEXT, in which signs are escaped. */
const TEXT = /^(?:[^\\;,]|\\[\\;,nN])*$/;

const TEXTS = new Set(['UID', 'SUMMARY', 'DESCRIPTION', 'NAME', 'X-WR-CALNAME']);

const FORMS: Readonly<Record<string, RegExp>> = {
  DTSTAMP: /^\d{8}T\d{6}Z$/,
  'DTSTART;VALUE=DATE': /^\d{8}$/,
  SEQUENCE: /^\d+$/,
  STATUS: /^(?:TENTATIVE|CONFIRMED|CANCELLED)$/,
  TRANSP: /^(?:OPAQUE|TRANSPARENT)$/,
  // RFC 3986: no space, and nothing that would have to be escaped.
  URL: /^https?:\/\/[!#$%&'()*+,/:;=?@[\]\w.~-]+$/,
};

/** The lines of a file, unfolded, each with its name and value. */
function linesOf(file: string): [name: string, value: string][] {
  expect(file.isWellFormed()).toBe(true);
  expect(file.endsWith('\r\n')).toBe(true);
  const physical = file.slice(0, -2).split('\r\n');
  const isLine = (line: string): boolean => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line);
  expect(physical.filter((line) => !isLine(line))).toEqual([]);
  const lines = physical
    .join('\r\n')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n');
  const read = lines.map((line): [string, string] => {
    const [, name = '', value = ''] = LINE.exec(line) ?? [];
    return [name, value];
  });
  expect(read.filter((line) => !isOfForm(line))).toEqual([]);
  return read.map(([name, value]) => [name, TEXTS.has(name) ? unescaped(value) : value]);
}

/** Whether a line has a name, and a value of the form that it has by that. */
const isOfForm = ([name, value]: readonly [string, string]): boolean =>
  name !== '' && (TEXTS.has(name) ? TEXT : (FORMS[name] ?? /^/)).test(value);

const unescaped = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));

/** The properties of the calendar, and its events. Fails if a component is not closed or has another's place. */
export function readCalendar(file: string): {
  calendar: ReadonlyMap<string, string>;
  events: ReadEvent[];
} {
  const calendar = new Map<string, string>();
  const events: ReadEvent[] = [];
  const open: { name: string; properties: Map<string, string> }[] = [];
  let components = 0;
  for (const [name, value] of linesOf(file)) {
    if (name === 'BEGIN') {
      expect(value === 'VCALENDAR').toBe(open.length === 0);
      if (open.length === 1) components++;
      open.push({ name: value, properties: value === 'VCALENDAR' ? calendar : new Map() });
      continue;
    }
    const last = open.at(-1);
    if (name === 'END') {
      expect(last?.name).toBe(value);
      open.pop();
      if (value === 'VEVENT' && last) events.push({ properties: last.properties });
      continue;
    }
    // None of the properties may stand twice.
    expect(last?.properties.has(name)).toBe(false);
    last?.properties.set(name, value);
  }
  expect(open).toEqual([]);
  expect(components).toBeGreaterThan(0);
  expect([...calendar.keys()].slice(0, 2)).toEqual(['VERSION', 'PRODID']);
  for (const { properties } of events) {
    for (const required of ['UID', 'DTSTAMP', 'DTSTART;VALUE=DATE', 'SUMMARY']) {
      expect(properties.has(required)).toBe(true);
    }
  }
  expect(new Set(events.map(({ properties }) => properties.get('UID'))).size).toBe(events.length);
  return { calendar, events };
}
