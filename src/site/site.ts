/** The site as a value: what it is made of, and all that its pages and files are functions of. */
import type { Finding } from '../findings/catalogue.ts';
import type { IsoDate } from '../notices/dates.ts';
import type { Words } from '../words/index.ts';
import { isPublic, type Notice } from './notices.ts';
import type { Settings } from './settings.ts';
import type { Shard } from './shards.ts';

export interface Site {
  /** Absolute path of the project. */
  root: string;
  settings: Settings;
  /** The address that it is at, without its base; undefined where it is not known. */
  url: URL | undefined;
  /** The path below which it is, with a slash at both ends. */
  base: string;
  /** The same of the whole site that it may be a part of: a company's, where notices are at `/privacy/`. */
  outerBase: string;
  /** The day that it is built for. */
  today: IsoDate;
  /** Whether it shows drafts, in dev and in previews: it is not for the public. */
  isPreview: boolean;
  /** The words of pages that are of no notice: home, search. */
  words: Words;
  /**
   * Every notice with at least one public version or a draft, in the order of their paths. A notice
   * in another language is one of its own, which knows its original.
   */
  notices: Notice[];
  /** The notices that this build makes pages of: all of them, or those of its shard. */
  built: Notice[];
  /** The part that this build makes of a site that several machines build. */
  shard: Shard | undefined;
  /** What is wrong with the notices: in dev, where a faulty version is left out. */
  findings: readonly Finding[];
  /** The picture for tabs and bookmarks, by its path in the folder of public files. */
  icon: string | undefined;
  /** Absolute path of the folder of files that are served as they are. */
  publicDirectory: string;
  /** A path from the site's root as a link on a page: `/staff/` is `/privacy/staff/`. */
  href: (path: string) => string;
  /** The whole address of a page where the site's own is known; its link otherwise. */
  locate: (path: string) => string;
}

/** The notices that have feeds: those with versions, where the site knows its own address. */
export const followedNotices = (
  { url, notices }: Pick<Site, 'url' | 'notices'>,
  among = notices,
): Notice[] => (url ? among.filter(isPublic) : []);

/** Whether the notices are a part of another site. */
export const isPart = ({ base, outerBase }: Pick<Site, 'base' | 'outerBase'>): boolean =>
  base !== outerBase;

/** What the pages of a site speak: its own words, and those of its notices in other languages. */
export const wordsOfPages = ({ words, notices }: Site): Words[] => [
  ...new Set([words, ...notices.map((notice) => notice.words)]),
];
