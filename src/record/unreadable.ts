/**
 * What of a folder can still be checked where some files of its lock cannot be read, as in an unfinished
 * merge: all other notices. Nothing is written on the strength of it.
 */
import { noticeOfId } from '../notices/names.ts';
import type { LockedFolder } from './check.ts';
import { isFault } from './lock.ts';

/** The notices whose files of the lock cannot be read, while others can: their paths in the whole folder. */
export const unreadIn = ({ lock }: Pick<LockedFolder, 'lock'>): readonly string[] =>
  (lock && isFault(lock) ? lock.rest?.unread : undefined) ?? [];

/** Whether a notice has a file of the lock that cannot be read, so that nobody knows what it published. */
export function isUnreadable({
  lock,
  around,
}: Pick<LockedFolder, 'lock' | 'around'>): (notice: string) => boolean {
  const unread = unreadIn({ lock });
  const part = around?.part ?? '';
  return (notice) => unread.includes(part + notice);
}

/**
 * A folder without the notices whose files of the lock cannot be read.
 *
 * @returns the folder itself if its lock is sound, or if none of it can be read
 */
export function readablePart(folder: LockedFolder): LockedFolder {
  const { lock, versions, files, recorded, beforeErrata } = folder;
  if (!lock || !isFault(lock) || !lock.rest) return folder;
  const unread = unreadIn(folder);
  const isLost = isUnreadable(folder);
  // The record is that of the whole, whose ids have the part in them.
  const isKnown = (id: string): boolean => !unread.includes(noticeOfId(id));
  return {
    ...folder,
    lock: lock.rest.lock,
    versions: versions.filter(({ notice }) => !isLost(notice)),
    files: new Map([...files].filter(([id]) => !isLost(noticeOfId(id)))),
    recorded: recorded.filter(isKnown),
    beforeErrata: beforeErrata.filter(({ id }) => isKnown(id)),
  };
}
