/** Loads a project's notices once for all that ask for them, and only what has changed when they do. */
import type { CheckedFolder } from '../checks/folder.ts';
import type { FolderFile } from '../checks/file.ts';
import type { SiteOptions } from './load.ts';
import { share, type SharedNotices } from './shared.ts';
import type { Site } from './site.ts';

/**
 * Shares the notices of a project with everything in this process. Nothing is read before it is asked
 * for, and so the code that reads is not loaded before: a preview does without it.
 *
 * @param isTime resolves when it may be read: when others have read it, and kept what they read
 */
export function shareNotices(options: SiteOptions, isTime?: () => Promise<void>): SharedNotices {
  let files: readonly FolderFile[] = [];
  let folder: Promise<CheckedFolder> | undefined;
  let site: Promise<Site> | undefined;
  const followers = new Set<(site: Site) => void>();
  const readFolder = async (): Promise<CheckedFolder> => {
    await isTime?.();
    const { readAndCheckFolder } = await import('./folder.ts');
    const checked = await readAndCheckFolder(options, files);
    ({ files } = checked);
    return checked;
  };
  let changes = 0;
  const makeSite = async (): Promise<Site> => {
    const before = changes;
    const checked = await notices.folder();
    const { loadSite } = await import('./load.ts');
    const made = loadSite(options, checked);
    // One of notices that have changed meanwhile may be made later than that of the new ones.
    if (before === changes) for (const follow of followers) follow(made);
    return made;
  };
  const notices: SharedNotices = {
    folder: () => (folder ??= readFolder()),
    site: () => (site ??= makeSite()),
    forget: () => {
      changes += 1;
      folder = undefined;
      site = undefined;
    },
    follow: (follower) => void followers.add(follower),
  };
  share(options.root, notices);
  return notices;
}
