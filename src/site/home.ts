/** What the home page shows of all notices: who has which, what changed lately, what is coming. */
import GithubSlugger, { slug } from 'github-slugger';
import type { IsoDate } from '../notices/dates.ts';
import type { Facts } from '../notices/schema.ts';
import { letterOf } from './letters.ts';
import { neighboursOf, type Notice, type Version } from './notices.ts';
import { titleWithin } from './title-within.ts';
import type { VersionSize } from '../views/spark.ts';

/** From this many notices on, the home page is kept short: no summaries, and a filter as one types. */
export const MANY = 13;
/** From this many organisations on, letters lead into the list of them. */
export const MANY_CONTROLLERS = 20;
/** The most audiences that are offered: with all those of hundreds of notices the list would begin below the fold. */
const MOST_AUDIENCES = 8;

/** Notices of one controller. */
export interface Group {
  controller: string;
  /** The id of its place on the page. */
  id: string;
  rows: Row[];
}

/** A notice in the list. */
export interface Row {
  notice: Notice;
  /** Its title, without the name that stands beside it. */
  title: string;
}

export const byController = (notices: readonly Notice[], language: string): Group[] => {
  const ids = new GithubSlugger();
  return [...Map.groupBy(notices, ({ leading }) => leading.facts.controller.name)]
    .toSorted(([a], [b]) => a.localeCompare(b, language))
    .map(([controller, its]) => ({
      controller,
      id: `~by-${ids.slug(controller)}`,
      rows: rowsOf(its),
    }));
};

/** Where two titles would become the same, all of the organisation stay whole. */
function rowsOf(notices: readonly Notice[]): Row[] {
  const rows = notices.map((notice) => ({ notice, title: titleBesideName(notice) }));
  return new Set(rows.map(({ title }) => title)).size === rows.length
    ? rows
    : notices.map((notice) => ({ notice, title: notice.leading.facts.title }));
}

/**
 * The title of a notice where the name of its organisation stands beside it. A trading name that is no
 * short form of that may be what tells two notices apart, and stays.
 */
export const titleBesideName = ({ leading }: Notice): string => titleBeside(leading.facts);

/** The same of a version. */
export function titleBeside({ title, controller }: Pick<Facts, 'title' | 'controller'>): string {
  const { name, tradingNames } = controller;
  return titleWithin(title, [name, ...tradingNames.filter((own) => name.startsWith(own))]);
}

/** The letters that organisations begin with, each with the id of the first of them. */
export function lettersOf(groups: readonly Group[]): [letter: string, id: string][] {
  const letters = new Map<string, string>();
  for (const { controller, id } of groups) {
    const letter = letterOf(controller);
    if (!letters.has(letter)) letters.set(letter, id);
  }
  return [...letters];
}

/** People that notices are for. */
export interface Audience {
  /** As their authors write it: `website-visitors`. */
  name: string;
  /** What stands for it in ids and attributes. */
  key: string;
  notices: number;
}

export const keyOfAudience = (name: string): string => slug(name);

/** Whom the notices are for, most notices first; nothing where all are for the same. */
export function audiencesOf(notices: readonly Notice[]): Audience[] {
  const counts = new Map<string, Audience>();
  for (const { leading } of notices) {
    // One way of writing it and another are the same people.
    const names = new Map(leading.facts.audience.map((name) => [keyOfAudience(name), name]));
    for (const [key, name] of names) {
      const known = counts.get(key) ?? { name, key, notices: 0 };
      counts.set(key, { ...known, notices: known.notices + 1 });
    }
  }
  const some = [...counts.values()].filter((each) => each.notices < notices.length);
  return some
    .toSorted((a, b) => b.notices - a.notices || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_AUDIENCES);
}

/** The id by which the page is kept to notices for some people. */
export const idOfAudience = (key: string): string => `~for-${key}`;

/**
 * Rules that keep the page to notices for some people, chosen by a link: no script, and an address
 * that can be shared.
 */
export const audienceRules = (audiences: readonly Audience[]): string =>
  audiences
    .map(({ key }) => {
      const chosen = `.home:has(> [id="${idOfAudience(key)}"]:target)`;
      const other = `:not([data-for~="${key}"])`;
      return [
        `${chosen} .controller-group:not(:has([data-for~="${key}"])),`,
        `${chosen} .controller-group li${other} { display: none; }`,
        `${chosen} .audiences a[href$="#${encodeURIComponent(idOfAudience(key))}"] { background: var(--accent); color: var(--paper); text-decoration: underline; }`,
      ].join('\n');
    })
    .join('\n');

/** A version and its notice. */
export interface VersionOfNotice {
  notice: Notice;
  version: Version;
}

/** The most lines of what is new: the list has the rest. */
const NEWS = 3;

const later = (a: VersionOfNotice, b: VersionOfNotice): number =>
  b.version.facts.effective.localeCompare(a.version.facts.effective, 'en');

/** The last versions that came into force and replaced another, the newest first. */
export const recentChanges = (notices: readonly Notice[], since: IsoDate): VersionOfNotice[] =>
  notices
    .flatMap((notice) =>
      notice.inForce && notice.inForce !== notice.versions[0]
        ? [{ notice, version: notice.inForce }]
        : [],
    )
    .filter(({ version }) => version.facts.effective >= since)
    .toSorted(later)
    .slice(0, NEWS);

/** What is announced and still to come, the next first. */
export const comingSoon = (notices: readonly Notice[]): VersionOfNotice[] =>
  notices
    .flatMap((notice) => notice.scheduled.map((version) => ({ notice, version })))
    .toSorted((a, b) => later(b, a))
    .slice(0, NEWS);

/** What changed last in a notice. */
export interface LeadingChange {
  previous: Version;
  version: Version;
  /** What its author wrote of it first, in a line; undefined where that is nothing. */
  note: string | undefined;
}

/** The most characters of a note. */
const LINE = 90;

/** What changed last; nothing for a notice that never changed. */
export function leadingChangeOf(notice: Notice): LeadingChange | undefined {
  const version = notice.leading;
  const { previous } = neighboursOf(notice, version);
  const [first] = version.facts.changes;
  return previous && { previous, version, note: first && shortened(first.summary, LINE) };
}

/** From the first day on which any of the notices applied to today, or to the last day announced. */
export function timeOf(notices: readonly Notice[], today: IsoDate): { from: IsoDate; to: IsoDate } {
  const days = [
    today,
    ...notices.flatMap(({ versions }) => versions.map(({ facts }) => facts.effective)),
  ].toSorted();
  return { from: days[0] ?? today, to: days.at(-1) ?? today };
}

/**
 * The versions of a notice as they are drawn in its row: how much each changed would take a comparison
 * of all versions of all notices, so it is left to the history.
 */
export const drawnVersions = ({ versions }: Notice): VersionSize[] =>
  versions.map(({ facts, status }, index) => ({
    day: facts.effective,
    status,
    ...(index > 0 && { words: 1 }),
  }));

/** The beginning of a text, up to the end of a word. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most).replace(/[\s,;:–—-]+\S*$/u, '');
  return `${cut} …`;
}
