/** Finds published versions whose files are gone: deleted, or renamed. */
import { canonicalTag } from '../checks/translations.ts';
import { finding, type Finding } from '../findings/catalogue.ts';
import { fileOfVersion } from '../notices/names.ts';
import { lineOfEntry } from './check-seals.ts';
import type { HashedVersion, LockedFolder } from './check.ts';
import type { Lock } from './lock.ts';

/** Reports versions in the lock that have no file in the folder. */
export function removedFrom(
  { folder, files, lockFile, lockText, recordFolder }: LockedFolder,
  { versions: locked }: Lock,
  published: readonly HashedVersion[],
): Finding[] {
  const ids = Object.keys(locked);
  if (ids.length > 1 && files.size === 0) {
    const place = { file: lockFile, line: 1, column: 1 };
    const message = `all ${ids.length} published versions are missing`;
    const hint = `put them back, for example with: git checkout -- ${folder}\nIf they were the sample, and never published, delete its lock and record too: ${lockFile}, ${recordFolder}`;
    return [finding('version-removed', place, message, hint)];
  }
  const bySource = new Map(published.map((version) => [version.source, version]));
  return Object.entries(locked).flatMap(([id, { source }]) => {
    if (files.has(id)) return [];
    const place = { file: lockFile, line: lineOfEntry(lockText, id), column: 1 };
    const twin = bySource.get(source);
    // The same text under a name that is not in the lock: the file was renamed.
    if (twin && !(`${twin.notice}/${twin.name}` in locked)) {
      const message = `the published version ${id} is now ${twin.notice}/${twin.name}: links to its address would break`;
      const hint = `rename ${twin.file} back. For a second address, let your host redirect it to /${id}/`;
      return [finding('version-removed', place, message, hint)];
    }
    const message = `the published version ${id} is missing`;
    const hint = `put its file back, for example with: git checkout -- ${folder}/${fileOfLocked(id, locked)}\nTo end a notice, withdraw it instead of deleting it: add withdrawn: "<day>" to its facts`;
    return [finding('version-removed', place, message, hint)];
  });
}

/** The file that a version had. The lock has only addresses; a translation's file is beside its original. */
function fileOfLocked(id: string, locked: Lock['versions']): string {
  const [name = '', language = '', ...folders] = id.split('/').toReversed();
  const of = folders.toReversed().join('/');
  return `${of}/${name}` in locked && canonicalTag(language) === language
    ? fileOfVersion({ notice: `${of}/${language}`, name, translation: { language, of } })
    : `${id}.mdx`;
}
