/** Finds published versions whose files are gone: deleted, or renamed one by one or as a notice. */
import path from 'node:path/posix';
import { canonicalTag } from '../checks/translations.ts';
import { finding, type Finding } from '../findings/catalogue.ts';
import { fileOfVersion, idOfVersion } from '../notices/names.ts';
import type { HashedVersion, LockedFolder } from './check.ts';
import { placesOfEntries } from './lock-files.ts';
import type { Lock } from './lock.ts';

/** What is missing from a folder. */
interface Removed {
  findings: Finding[];
  /** Whether a version is a published one under a new name, so that a finding here explains it. */
  isRenamed: (id: string) => boolean;
}

/** Reports versions in the lock that have no file in the folder: one finding for a renamed notice. */
export function removedFrom(
  folder: LockedFolder,
  { versions: locked }: Lock,
  published: readonly HashedVersion[],
): Removed {
  const { files, lockFile, recordFolder } = folder;
  const ids = Object.keys(locked);
  if (ids.length > 1 && files.size === 0) {
    const place = { file: lockFile, line: 1, column: 1 };
    const message = `all ${ids.length} published versions are missing`;
    const sample = `\nIf they were the sample, and never published, delete its lock and record too: ${lockFile}, ${recordFolder}`;
    const hint = `put them back, for example with: git checkout -- ${folder.folder}${folder.around ? '' : sample}`;
    return {
      findings: [finding('version-removed', place, message, hint)],
      isRenamed: () => false,
    };
  }
  const missing = ids.filter((id) => !files.has(id));
  const twins = twinsOf(missing, locked, published);
  const moved = movedNotices(missing, folder, locked, twins);
  const newNotices = new Set(moved.values());
  const placeOf = placesOfEntries(folder);
  const { part = '' } = folder.around ?? {};
  const single = missing.filter((id) => !moved.has(path.dirname(id)));
  const renamed = new Set(single.flatMap((id) => twins.get(id) ?? []).map(idOfVersion));
  return {
    findings: [
      ...renamedFolders(moved, folder, locked),
      ...single.map((id) =>
        finding(
          'version-removed',
          placeOf(part + id),
          ...missingVersion(id, twins, folder, locked),
        ),
      ),
    ],
    isRenamed: (id) => renamed.has(id) || newNotices.has(path.dirname(id)),
  };
}

type Twins = ReadonlyMap<string, HashedVersion>;

/** For each missing version, the same file under a name that is not in the lock, if there is one. */
function twinsOf(
  missing: readonly string[],
  locked: Lock['versions'],
  published: readonly HashedVersion[],
): Twins {
  const bySource = new Map(
    published.filter((each) => !(idOfVersion(each) in locked)).map((each) => [each.source, each]),
  );
  return new Map(
    missing.flatMap((id) => {
      const twin = bySource.get(locked[id]?.source ?? '');
      return twin ? [[id, twin]] : [];
    }),
  );
}

function missingVersion(
  id: string,
  twins: Twins,
  { folder }: LockedFolder,
  locked: Lock['versions'],
): [message: string, hint: string] {
  const twin = twins.get(id);
  return twin
    ? [
        `the published version ${id} is now ${idOfVersion(twin)}: links to its address would break`,
        `rename ${twin.file} back. For a second address, let your host redirect it to /${id}/`,
      ]
    : [
        `the published version ${id} is missing`,
        `put its file back, for example with: git checkout -- ${folder}/${fileOfLocked(id, locked)}\nTo end a notice, withdraw it instead of deleting it: add withdrawn: "<day>" to its facts`,
      ];
}

/**
 * The notices that are there under another name, by their own: all versions are missing, and a
 * notice of which none is published has them all. Files may have been edited with the new name, so
 * one that is the same is enough; without one, there must be no other version and no other notice.
 */
function movedNotices(
  missing: readonly string[],
  { files }: LockedFolder,
  locked: Lock['versions'],
  twins: Twins,
): Map<string, string> {
  const known = Map.groupBy(Object.keys(locked), path.dirname);
  const present = Map.groupBy(
    [...files.keys()].filter((id) => !id.endsWith('/draft')),
    path.dirname,
  );
  const fresh = [...present.keys()].filter((notice) => !known.has(notice));
  return new Map(
    [...Map.groupBy(missing, path.dirname)].flatMap(([notice, ids]) => {
      if (ids.length !== known.get(notice)?.length) return [];
      const fits = fresh.filter((to) => ids.every((id) => files.has(`${to}/${path.basename(id)}`)));
      const same = fits.find((to) => ids.some((id) => twins.get(id)?.notice === to));
      const [only, ...others] = fits.filter((to) => present.get(to)?.length === ids.length);
      const to = same ?? (others.length === 0 ? only : undefined);
      return to === undefined ? [] : [[notice, to] as const];
    }),
  );
}

/** One finding for each folder that was renamed, with all notices in it and their translations. */
function renamedFolders(
  moved: ReadonlyMap<string, string>,
  folder: LockedFolder,
  locked: Lock['versions'],
): Finding[] {
  const placeOf = placesOfEntries(folder);
  const notices = new Set(Object.keys(locked).map(path.dirname));
  const roots = Map.groupBy(moved, ([from, to]) => rootsOf(from, to, moved, notices).join('\n'));
  return [...roots].map(([key, members]) => {
    const [from = '', to = ''] = key.split('\n');
    const isNotice = moved.has(from);
    const ids = Object.keys(locked).filter((id) =>
      members.some(([notice]) => path.dirname(id) === notice),
    );
    const [first = ''] = ids;
    const file = fileOfLocked(first, locked);
    const newFile = folder.files.get(`${to}/${path.basename(first)}`) ?? '';
    const place = placeOf(`${folder.around?.part ?? ''}${first}`);
    const count = `${ids.length} published ${ids.length === 1 ? 'version' : 'versions'}`;
    const message = `the ${isNotice ? 'notice' : 'folder of notices'} ${from} was renamed from ${from} to ${to}, with ${count}: links to their addresses would break`;
    // The files of a translation are beside those of its original, whose folder has kept its name.
    const edit =
      isNotice && file !== `${first}.mdx`
        ? `rename its files back, such as ${newFile} to ${folder.folder}/${file}`
        : `rename the folder ${folder.folder}/${to} back to ${folder.folder}/${from}`;
    const hint = `${edit}\nFor a second address, add to the settings in astro.config.mjs: redirects: [{ from: '/${to}/', to: '/${from}/' }]`;
    return finding('version-removed', place, message, hint);
  });
}

/** The names of the outermost folder that was renamed with everything in it, before and after. */
function rootsOf(
  from: string,
  to: string,
  moved: ReadonlyMap<string, string>,
  notices: ReadonlySet<string>,
): [from: string, to: string] {
  const [above, aboveTo] = [path.dirname(from), path.dirname(to)];
  const isPossible =
    path.basename(from) === path.basename(to) &&
    above !== '.' &&
    aboveTo !== '.' &&
    above !== aboveTo;
  const isWhole = [...notices]
    .filter((notice) => notice === above || notice.startsWith(`${above}/`))
    .every((notice) => moved.get(notice) === `${aboveTo}${notice.slice(above.length)}`);
  return isPossible && isWhole ? rootsOf(above, aboveTo, moved, notices) : [from, to];
}

/** The file that a version had. The lock has only addresses; a translation's file is beside its original. */
function fileOfLocked(id: string, locked: Lock['versions']): string {
  const [name = '', language = '', ...folders] = id.split('/').toReversed();
  const of = folders.toReversed().join('/');
  return `${of}/${name}` in locked && canonicalTag(language) === language
    ? fileOfVersion({ notice: `${of}/${language}`, name, translation: { language, of } })
    : `${id}.mdx`;
}
