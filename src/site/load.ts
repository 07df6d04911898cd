/** Loads the site: from a folder of notices with its record, and settings, to a value. */
import type { CheckedFolder } from '../checks/folder.ts';
import { publicFile } from '../disk/public.ts';
import { openShelf, type ShelfOptions } from '../disk/shelf.ts';
import { withBase } from '../document/print.ts';
import { isError } from '../findings/catalogue.ts';
import { readLock, recordedWith } from '../record/files.ts';
import { en } from '../words/en/index.ts';
import { wordsIn } from '../words/index.ts';
import { baseBelow, withEnds } from './addresses.ts';
import type { FolderOptions } from './folder.ts';
import { noticesOf, type Notice } from './notices.ts';
import type { PublishedRecord } from './record.ts';
import type { Settings } from './settings.ts';
import { noticesOfShard, type Shard } from './shards.ts';
import type { Site } from './site.ts';

export interface SiteOptions extends FolderOptions {
  settings: Settings;
  /** The address of the site, without a path; undefined if it is not known. */
  url?: string | undefined;
  /** The path below which the whole site is, which the notices may be a part of; slashes at its ends are optional. */
  base: string;
  /** Where what is made of versions is kept; undefined to make everything anew. */
  shelf?: ShelfOptions | undefined;
  /** The part to build of a site that several machines build. */
  shard?: Shard | undefined;
}

/**
 * Makes a site of checked notices and their record.
 *
 * A version with an error is left out: a build has refused it before, and in dev one faulty text
 * must not take down the pages of all others.
 */
export function loadSite(
  options: SiteOptions,
  checked: CheckedFolder,
  record = recordOf(options.directory),
): Site {
  const { root, settings, directory, publicDirectory, today, shard } = options;
  const outerBase = withEnds(options.base);
  const base = baseBelow(outerBase, settings.path);
  const url = options.url === undefined ? undefined : new URL(options.url);
  const words = wordsIn(settings.language) ?? en;
  const faulty = new Set(checked.findings.filter(isError).map(({ file }) => file));
  const versions = checked.versions.filter(({ file }) => !faulty.has(file));
  const notices = noticesOf(versions, today, {
    record,
    fallback: words,
    shelf: openShelf(options.shelf),
  });
  const href = (to: string): string => withBase(to, base);
  return {
    root,
    settings: { ...settings, redirects: [...settings.redirects, ...fromWhole(directory, notices)] },
    url,
    base,
    outerBase,
    today,
    isPreview: options.drafts,
    words,
    notices,
    built: shard ? noticesOfShard(notices, shard) : notices,
    shard,
    findings: checked.findings,
    icon: ICONS.find((file) => publicFile(publicDirectory, file)),
    publicDirectory,
    href,
    locate: (to) => (url ? new URL(href(to), url).href : href(to)),
  };
}

/** Names of the picture for tabs and bookmarks, the sharpest first. */
const ICONS = ['/favicon.svg', '/favicon.ico', '/favicon.png'];

/**
 * Of a part of a folder that is recorded as a whole, the redirects from the addresses that its
 * notices have in the site of the whole: texts, which are the same in both, link to those.
 */
function fromWhole(directory: string, notices: readonly Notice[]): Settings['redirects'] {
  const { part } = recordedWith(directory);
  const ids = notices.filter(({ original }) => original === undefined).map(({ id }) => id);
  return part === '' || ids.some((id) => `${id}/`.startsWith(part))
    ? []
    : ids.map((id) => ({ from: `/${part}${id}/`, to: `/${id}/` }));
}

/** The record of a folder. A lock that cannot be read is reported by the checks. */
const recordOf = (directory: string): PublishedRecord => ({
  directory,
  locked: readLock(directory)?.versions ?? {},
});
