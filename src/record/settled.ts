/** Warnings about published versions: their texts cannot change, so nobody can act on them. */
import { isError, type Finding, type FindingCode } from '../findings/catalogue.ts';
import { counted } from '../findings/report.ts';
import type { LockedFolder } from './check.ts';
import { isFault } from './lock.ts';

/** Warnings that are about what is to come, although they name a published version's file. */
const ABOUT_NEXT: readonly FindingCode[] = [
  'translation-behind',
  'fact-unrecorded',
  'review-overdue',
  'file-added',
];

/**
 * Separates the warnings about versions that are in the lock, as they were published, from all
 * other findings.
 */
export function withoutSettled(
  findings: readonly Finding[],
  { lock, versions }: Pick<LockedFolder, 'lock' | 'versions'>,
): { open: Finding[]; settled: Finding[] } {
  const locked = lock && !isFault(lock) ? lock.versions : {};
  const files = new Set(
    versions
      .filter(({ notice, name, source }) => locked[`${notice}/${name}`]?.source === source)
      .map(({ file }) => file),
  );
  const isSettled = (each: Finding): boolean =>
    !isError(each) && files.has(each.file) && !ABOUT_NEXT.includes(each.code);
  return {
    open: findings.filter((each) => !isSettled(each)),
    settled: findings.filter(isSettled),
  };
}

/** The line that stands for warnings which are not listed; empty if there are none. */
export const describeSettled = ({ length }: readonly Finding[]): string =>
  length === 0
    ? ''
    : `${counted(length, 'warning')} about published versions, which cannot change: npx noticeboard status --all`;
