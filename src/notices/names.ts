/** Names: of notices (their folder's path) and of versions (their file's name). */
import { isIsoDate, type IsoDate } from './dates.ts';

/**
 * Addresses below a notice that Noticeboard keeps for its own pages. A folder of one of these
 * names would stand where a page of its parent notice, or of the site, does.
 */
export const RESERVED_NAMES: readonly string[] = [
  'history',
  'in-short',
  'compare',
  'search',
  'changes',
  'draft',
  'feed',
  'feed.json',
  'feed.xml',
  'on',
  'parts',
  'pagefind',
  'versions.json',
  'home.css',
  'hosting.json',
  'robots.txt',
  'schemas',
  'sections',
  'sitemap.xml',
  '404',
  '404.html',
  'index.html',
];

/** What a version's file name says: the day it applies from, and which of that day's it is. */
export interface VersionName {
  /** As in the address: `2024-11-12`, or `2024-11-12-2` for a second version of that day. */
  name: string;
  date: IsoDate;
  /** 1 for the first version of a day. */
  sequence: number;
}

/** Reads a file name without its ending; nothing when it names no day that exists. */
export function parseVersionName(name: string): VersionName | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:-([2-9]|[1-9]\d+))?$/.exec(name);
  const date = match?.[1];
  if (date === undefined || !isIsoDate(date)) return undefined;
  return { name, date, sequence: match?.[2] === undefined ? 1 : Number(match[2]) };
}

/** Versions in the order in which they take effect. */
export function compareVersionNames(a: VersionName, b: VersionName): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.sequence - b.sequence;
}
