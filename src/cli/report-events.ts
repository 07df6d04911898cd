/** What was recorded of a published version, in words: facts that are added later, and corrections. */
import type { CheckedVersion } from '../checks/file.ts';
import { formatDate } from '../notices/dates.ts';
import { isSameRole } from '../notices/roles.ts';
import type { Facts } from '../notices/schema.ts';
import type { LockEntry } from '../record/lock.ts';
import { laterFactsOf } from '../record/source.ts';
import { en } from '../words/en/index.ts';
import type { Correction } from './report-model.ts';

type Later = LockEntry['later'];

/** What was recorded of a version since it was as it was at the ref. */
export function eventsBetween(
  before: Pick<CheckedVersion, 'facts'>,
  after: Pick<CheckedVersion, 'facts'>,
): string[] {
  const [old, now] = [laterFactsOf(before.facts), laterFactsOf(after.facts)];
  const isNew = (name: keyof Later): boolean =>
    JSON.stringify(old[name]) !== JSON.stringify(now[name]);
  const changed = Object.fromEntries(
    Object.entries(now).filter(([name]) => isNew(name as keyof Later)),
  ) as Later;
  return [
    ...endings(changed),
    ...(changed.reviewDue ? [`next review due by ${formatDate(changed.reviewDue)}`] : []),
    ...announcements(old.notified, now.notified),
    ...(isNew('waived')
      ? [`waivers: ${(now.waived ?? []).map(({ rule }) => rule).join(', ') || 'none'}`]
      : []),
    ...(['withdrawn', 'calledOff', 'reviewed', 'reviewDue'] as const)
      .filter((name) => old[name] !== undefined && now[name] === undefined)
      .map((name) => `${name} taken out`),
  ];
}

/**
 * What was recorded of a version that is new: all but what its draft had already, which are the next
 * review and waivers.
 */
export function eventsSince({ facts }: Pick<CheckedVersion, 'facts'>): string[] {
  const later = laterFactsOf(facts);
  return [
    ...approvalsBetween(undefined, facts),
    ...endings(later),
    ...announcements([], later.notified),
  ];
}

/**
 * Who has approved a draft since, and whose approval is gone: a comparison of texts does not show it.
 *
 * @param before the draft at the ref; undefined if there was none
 */
export function approvalsBetween(
  before: Pick<Facts, 'approved'> | undefined,
  { approved: now = [] }: Pick<Facts, 'approved'>,
): string[] {
  const old = before?.approved ?? [];
  const known = new Set(old.map((each) => JSON.stringify(each)));
  return [
    ...now
      .filter((each) => !known.has(JSON.stringify(each)))
      .map(({ by, on, reference }) => {
        const file = reference === undefined ? '' : ` (${reference})`;
        return `approved by ${by} on ${formatDate(on)}${file}`;
      }),
    ...old
      .filter(({ by }) => !now.some((each) => isSameRole(each.by, by)))
      .map(({ by }) => `approval by ${by} taken out`),
  ];
}

const endings = ({ withdrawn, calledOff, reviewed }: Later): string[] => [
  ...(withdrawn ? [`withdrawn from ${formatDate(withdrawn)}`] : []),
  ...(calledOff
    ? [`called off on ${formatDate(calledOff.on)} by ${calledOff.by}: ${calledOff.reason}`]
    : []),
  ...(reviewed ? [`reviewed on ${formatDate(reviewed)}`] : []),
];

/** How people were told, and entries of that which are gone. */
function announcements(
  old: Later['notified'] = [],
  now: Facts['notified'] | undefined = [],
): string[] {
  const without = (some: typeof now, others: typeof now): typeof now => {
    const known = others.map((each) => JSON.stringify(each));
    return some.filter((each) => !known.includes(JSON.stringify(each)));
  };
  return [
    ...without(now, old).map(({ by, on }) => `announced ${en.notified[by]} on ${formatDate(on)}`),
    ...without(old, now).map(
      ({ by, on }) => `taken out: announced ${en.notified[by]} on ${formatDate(on)}`,
    ),
  ];
}

/** A correction with who made it, and why: nothing else in a report says so. */
export const describeCorrection = ({ on, by, reason }: Correction): string =>
  `corrected on ${formatDate(on)} by ${by}: ${reason}`;
