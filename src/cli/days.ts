/** On which days a new version of a notice can apply. */
import type { CheckedVersion } from '../checks/file.ts';
import { dayAfter, type IsoDate } from '../notices/dates.ts';
import { callOffCommand, notCalledOff } from './folder.ts';
import type { Reason } from './terminal.ts';

/**
 * The reasons why no version can apply from a day: it is past, or another one applies from it. A day
 * before a scheduled version is free.
 *
 * @param published the versions of the notice
 */
export function dayRefused(
  id: string,
  effective: IsoDate,
  published: readonly CheckedVersion[],
  today: IsoDate,
): Reason[] {
  if (effective < today) {
    return [
      {
        message: `it would apply from ${effective}, before anyone could read it; today is ${today}`,
        hint: `choose today or a later day: --effective ${today}. If it really applied before, name its file for that day and adopt it`,
      },
    ];
  }
  const taken = notCalledOff(published, today).findLast(
    ({ facts }) => facts.effective === effective,
  );
  if (!taken) return [];
  const hasBegun = effective <= today;
  return [
    {
      message: hasBegun
        ? `it would apply from ${effective}, which is not after the last version, ${taken.name}`
        : `it would apply from ${effective}, and so will ${id}/${taken.name}, which is published`,
      hint: hasBegun
        ? 'choose a later day: --effective <day>'
        : `choose another day: --effective <day>, also one before it. To publish this instead of ${taken.name}, call that off first: ${callOffCommand(`${id}/${taken.name}`)}`,
    },
  ];
}

/** The name of a version for a day: numbered if others for that day were called off. */
export function nameFor(effective: IsoDate, published: readonly CheckedVersion[]): string {
  const last = Math.max(
    0,
    ...published.filter(({ date }) => date === effective).map(({ sequence }) => sequence),
  );
  return last === 0 ? effective : `${effective}-${last + 1}`;
}

/** The reason not to publish when the clock is behind the record. */
export function clockRefused(published: readonly CheckedVersion[], today: IsoDate): Reason[] {
  const latest = published
    .flatMap(({ facts }) => [facts.published, ...(facts.calledOff ? [facts.calledOff.on] : [])])
    .toSorted()
    .at(-1);
  return latest === undefined || today >= latest
    ? []
    : [
        {
          message: `today is ${today} by the clock, but the last version was published or called off on ${latest}`,
          hint: 'correct the clock, or NOTICEBOARD_TODAY',
        },
      ];
}

/** The next day on which a version can apply; `publish --effective` sets another. */
export function nextDay(last: CheckedVersion | undefined, today: IsoDate): IsoDate {
  const next = last ? dayAfter(last.facts.effective) : today;
  return next > today ? next : today;
}
