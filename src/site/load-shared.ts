/** Loads a project's notices once for all that ask for them, and only what has changed when they do. */
import type { CheckedFolder } from '../checks/folder.ts';
import type { FolderFile } from '../checks/file.ts';
import { readAndCheckFolder } from './folder.ts';
import { loadSite, type SiteOptions } from './load.ts';
import { share, type SharedNotices } from './shared.ts';
import type { Site } from './site.ts';

/** Shares the notices of a project with everything in this process. Nothing is read before it is asked for. */
export function shareNotices(options: SiteOptions): SharedNotices {
  let files: readonly FolderFile[] = [];
  let folder: Promise<CheckedFolder> | undefined;
  let site: Promise<Site> | undefined;
  const followers = new Set<(site: Site) => void>();
  const readFolder = async (): Promise<CheckedFolder> => {
    const checked = await readAndCheckFolder(options, files);
    ({ files } = checked);
    return checked;
  };
  const makeSite = async (): Promise<Site> => {
    const made = loadSite(options, await notices.folder());
    for (const follow of followers) follow(made);
    return made;
  };
  const notices: SharedNotices = {
    folder: () => (folder ??= readFolder()),
    site: () => (site ??= makeSite()),
    forget: () => {
      folder = undefined;
      site = undefined;
    },
    follow: (follower) => void followers.add(follower),
  };
  share(options.root, notices);
  return notices;
}
