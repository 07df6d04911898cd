/**
 * The notices of a project as one value for all that runs in a process: Astro's hooks, pages, and the
 * loader of a content collection. Vite runs copies of our modules for pages and loaders, so that they
 * find it through the global object.
 */
import type { CheckedFolder } from '../checks/folder.ts';
import type { Site } from './site.ts';

export interface SharedNotices {
  /** The folder, read and checked. */
  folder: () => Promise<CheckedFolder>;
  /** The site that is made of it. */
  site: () => Promise<Site>;
  /** Has the folder read again, and the site made again, when they are next asked for. */
  forget: () => void;
  /** Calls a function with each site that is made from now on. */
  follow: (follower: (site: Site) => void) => void;
}

const KEY = Symbol.for('noticeboard.notices');

type Projects = Map<string, SharedNotices>;

const projects = (): Projects => {
  const holder = globalThis as { [KEY]?: Projects };
  return (holder[KEY] ??= new Map<string, SharedNotices>());
};

/** Shares the notices of a project, by its absolute path. */
export const share = (root: string, notices: SharedNotices): void => {
  projects().set(root, notices);
};

/**
 * The notices of a project.
 *
 * @throws if noticeboard() is not among its integrations
 */
export function sharedNotices(root: string): SharedNotices {
  const notices = projects().get(root);
  if (!notices) throw new Error(`integrations of the project in ${root} lack noticeboard()`);
  return notices;
}
