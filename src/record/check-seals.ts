/** Checks that every entry of a lock is the one that was recorded. */
import { shellWord } from '../findings/shell.ts';
import { finding, type Finding } from '../findings/catalogue.ts';
import type { LockedFolder } from './check.ts';
import { placesOfEntries } from './lock-files.ts';
import type { Lock } from './lock.ts';
import { isOfOneNotice, sealsOf } from './seal.ts';

/** Reports entries that do not fit their seals, and entries that others were recorded after. */
export function checkSeals(
  { format, versions }: Lock,
  { lockFile, lockFiles, copies }: Pick<LockedFolder, 'lockFile' | 'lockFiles' | 'copies'>,
): Finding[] {
  const entries = Object.entries(versions);
  if (format === 1) {
    const place = { file: lockFile, line: 1, column: 1 };
    if (copies.size > 0) {
      const message =
        'the lock says that it is of format 1, but the record has files, which only format 2 lists';
      return [finding('seal-broken', place, message, hintFor(lockFile))];
    }
    if (entries.length === 0) return [];
    const message = 'the lock is of format 1, which has no seals: its entries can be edited unseen';
    return [finding('lock-unsealed', place, message, 'seal it: npx noticeboard adopt')];
  }
  const placeOf = placesOfEntries({ lockFile, lockFiles });
  const report = (id: string, message: string): Finding => {
    const place = placeOf(id);
    return finding('seal-broken', place, message, hintFor(place.file));
  };
  const seals = new Map(entries.map(([id, entry]) => [id, sealsOf(id, entry)]));
  const isWhole = (id: string): boolean => versions[id]?.seal === seals.get(id)?.at(-1);
  return entries.flatMap(([id, { after = {} }]) => {
    if (!isWhole(id)) return [report(id, `the entry of ${id} is not what its seal was made from`)];
    return Object.entries(after).flatMap(([before, seal]) => {
      const known = isOfOneNotice(before, id) ? seals.get(before) : undefined;
      if (!known) {
        return [report(id, `${id} was recorded after ${before}, which the lock does not have`)];
      }
      // Where its own seal is broken as well, one finding says so.
      if (known.includes(seal) || !isWhole(before)) return [];
      return [
        report(before, `the entry of ${before} is not the one that ${id} was recorded after`),
      ];
    });
  });
}

const hintFor = (lockFile: string): string =>
  `put the lock back, for example with: git checkout -- ${shellWord(lockFile)}`;
