/** Warnings about published versions: their texts cannot change, so nobody can act on them. */
import { isError, type Finding, type FindingCode } from '../findings/catalogue.ts';
import { counted } from '../findings/report.ts';
import type { LockedFolder } from './check.ts';
import { isFault, type Lock } from './lock.ts';

/** Warnings that are about what is to come, although they name a published version's file. */
const ABOUT_NEXT: readonly FindingCode[] = [
  'translation-behind',
  'fact-unrecorded',
  'review-overdue',
  'file-added',
];

/**
 * Leaves out warnings that a day of publication was copied, where the lock shows that it was not: the
 * version was recorded on that day.
 */
export function withoutProven(
  findings: readonly Finding[],
  { lock, versions }: Pick<LockedFolder, 'lock' | 'versions'>,
): Finding[] {
  if (!findings.some(isOfDay)) return [...findings];
  const locked = entriesIn(lock);
  const proven = new Set(
    versions.flatMap(({ notice, name, source, file }) => {
      const entry = locked[`${notice}/${name}`];
      const isProven = entry?.seal !== undefined && entry.recorded === undefined;
      return isProven && entry.source === source ? [file] : [];
    }),
  );
  return findings.filter((each) => !(isOfDay(each) && proven.has(each.file)));
}

/** The entries that can be read. */
const entriesIn = (lock: LockedFolder['lock']): Lock['versions'] =>
  (lock && isFault(lock) ? lock.rest?.lock : lock)?.versions ?? {};

const isOfDay = ({ code }: Finding): boolean => code === 'date-unchanged';

/**
 * Separates the warnings about versions that are in the lock, as they were published, from all
 * other findings.
 */
export function withoutSettled(
  findings: readonly Finding[],
  locks: Pick<LockedFolder, 'lock' | 'versions'>,
): { open: Finding[]; settled: Finding[] } {
  const { lock, versions } = locks;
  const known = withoutProven(findings, locks);
  const locked = entriesIn(lock);
  const files = new Set(
    versions
      .filter(({ notice, name, source }) => locked[`${notice}/${name}`]?.source === source)
      .map(({ file }) => file),
  );
  const isSettled = (each: Finding): boolean =>
    !isError(each) && files.has(each.file) && !ABOUT_NEXT.includes(each.code);
  return {
    open: known.filter((each) => !isSettled(each)),
    settled: known.filter(isSettled),
  };
}

/** The line that stands for warnings which are not listed; empty if there are none. */
export const describeSettled = ({ length }: readonly Finding[]): string =>
  length === 0
    ? ''
    : `${counted(length, 'warning')} about published versions, which cannot change: npx noticeboard status --all`;
