/** The site of a project as far as commands need it, without building it. */
import type { CheckedVersion } from '../checks/file.ts';
import { openShelf } from '../disk/shelf.ts';
import { withBase } from '../document/print.ts';
import { baseBelow, withEnds } from '../site/addresses.ts';
import type { Project } from '../site/load-project.ts';
import { noticesOf, type Notice } from '../site/notices.ts';
import type { Site } from '../site/site.ts';
import { en } from '../words/en/index.ts';
import { wordsIn } from '../words/index.ts';
import { lockOf, type Folder } from './folder.ts';

/**
 * How the addresses of a project's site are written.
 *
 * @param base the path below which the notices are, with a slash at both ends
 */
export function placeOf(
  { base: outer, path, url: written }: Project,
  base = baseBelow(withEnds(outer), path),
): Pick<Site, 'base' | 'url' | 'href' | 'locate'> {
  const url = written === undefined ? undefined : new URL(written);
  const href = (to: string): string => withBase(to, base);
  return {
    ...{ base, url, href },
    locate: (to) => (url ? new URL(href(to), url).href : href(to)),
  };
}

/** The notices that versions make today. */
export const noticesOfVersions = (
  folder: Folder,
  versions: readonly CheckedVersion[],
  { language }: Project,
): Notice[] =>
  noticesOf(versions, folder.today, {
    record: { directory: folder.directory, locked: lockOf(folder).versions },
    fallback: wordsIn(language) ?? en,
    shelf: openShelf(),
  });
