/**
 * Which version applied when. A version's status is derived from dates and never typed, so that it
 * is right on every day on which the site is built.
 */
import { dayBefore, type IsoDate } from './dates.ts';

/** The dates of a version. */
export interface Dated {
  published: IsoDate;
  effective: IsoDate;
  withdrawn?: IsoDate | undefined;
  /** When its publisher decided that it will not apply. */
  calledOff?: { on: IsoDate } | undefined;
}

/** The dates among a version's facts. */
export const datesOf = ({ published, effective, withdrawn, calledOff }: Dated): Dated => ({
  published,
  effective,
  withdrawn,
  calledOff,
});

export type Status = 'in-force' | 'scheduled' | 'superseded' | 'withdrawn' | 'called-off';

/** The days a version applied: from the first to the last, both included. */
export interface Span {
  from: IsoDate;
  /** Absent while no end is known. */
  to?: IsoDate;
}

export interface Placed<V> {
  version: V;
  status: Status;
  /** Absent if it never applied: called off, withdrawn before its day, or replaced on that day. */
  span?: Span;
}

/** Whether a version has been called off by a day. One that has begun cannot be. */
export const isCalledOff = ({ effective, calledOff }: Dated, today: IsoDate): boolean =>
  calledOff !== undefined && calledOff.on <= today && calledOff.on < effective;

/**
 * Whether a version that applies earlier than another was published after it, while that one had not
 * begun. Only days are known: of two that were published on one day, either may have been first.
 */
export const isInBetween = (version: Dated, later: Dated): boolean =>
  version.published >= later.published && version.published < later.effective;

/**
 * The versions of a notice that are public on `today`, each with its status and its span.
 *
 * A version ends the day before the next one that takes effect, or on the day before it is
 * withdrawn, whichever comes first. Withdrawing a version does not bring an earlier one back: no
 * version of the notice is in force until the next one takes effect. A version that is called off
 * never applies, as if it did not exist for the others. A version is not public before its `published` day, and is left out.
 *
 * @param versions all versions of one notice, in the order of taking effect
 */
export function placeInTime<V extends Dated>(versions: readonly V[], today: IsoDate): Placed<V>[] {
  const announced = versions.filter(({ published }) => published <= today);
  return announced.map((version, index) => {
    if (isCalledOff(version, today)) return { version, status: 'called-off' };
    // A version withdrawn before its day never replaced anything.
    const successor = announced
      .slice(index + 1)
      .find((later) => !neverApplied(later) && !isCalledOff(later, today));
    const { effective, withdrawn } = version;
    const endsByWithdrawal =
      withdrawn !== undefined && (successor === undefined || withdrawn < successor.effective);
    const end = endsByWithdrawal ? withdrawn : successor?.effective;
    const span = spanBetween(effective, end);
    return {
      version,
      status: statusOn(today, effective, end, endsByWithdrawal),
      ...(span && { span }),
    };
  });
}

const neverApplied = ({ effective, withdrawn }: Dated): boolean =>
  withdrawn !== undefined && withdrawn <= effective;

function spanBetween(from: IsoDate, end: IsoDate | undefined): Span | undefined {
  if (end === undefined) return { from };
  return end <= from ? undefined : { from, to: dayBefore(end) };
}

function statusOn(
  today: IsoDate,
  effective: IsoDate,
  end: IsoDate | undefined,
  endsByWithdrawal: boolean,
): Status {
  if (end !== undefined && end <= today) return endsByWithdrawal ? 'withdrawn' : 'superseded';
  return effective <= today ? 'in-force' : 'scheduled';
}

/** A version with the notice it belongs to. */
export interface Member extends Dated {
  notice: string;
  name: string;
  /** For a translation, the notice that it translates. */
  translation?: { of: string };
}

/**
 * Every notice that is public on `today`, with its versions as `placeInTime` returns them. A
 * translation applies when its original does, no matter when it was made.
 *
 * @param versions of all notices, those of each in the order of taking effect; no drafts
 */
export function placeAll<V extends Member>(
  versions: readonly V[],
  today: IsoDate,
): Map<string, Placed<V>[]> {
  const byNotice = Map.groupBy(versions, ({ notice }) => notice);
  const originals = (notice: string): Placed<V>[] => placeInTime(byNotice.get(notice) ?? [], today);
  return new Map(
    [...byNotice].map(([notice, its]) => {
      const [first] = its;
      if (!first?.translation) return [notice, originals(notice)];
      const placed = new Map(
        originals(first.translation.of).map((each) => [each.version.name, each]),
      );
      return [
        notice,
        its.flatMap((version) => {
          const original = placed.get(version.name);
          return original && version.published <= today ? [{ ...original, version }] : [];
        }),
      ];
    }),
  );
}

/**
 * The version that is shown at a notice's own address: the one in force; for a translation that is
 * out of date, the last one.
 *
 * @param originals for a translation, the versions of its original
 * @returns undefined if no version is in force, such as for a notice that was withdrawn
 */
export function shownOf<P extends Standing>(
  versions: readonly P[],
  originals: readonly Standing[] = [],
): P | undefined {
  const isInForce = ({ status }: Standing): boolean => status === 'in-force';
  return (
    versions.find(isInForce) ??
    (originals.some(isInForce)
      ? versions.findLast(({ status, span }) => status === 'superseded' && span)
      : undefined)
  );
}

/**
 * The version that stands for a notice: the one that is shown, or else the next one, or else the last
 * one, if possible one that was not called off.
 *
 * @param versions in the order of taking effect
 * @param originals for a translation, the versions of its original
 * @returns undefined if there is none
 */
export const leadingOf = <P extends Standing>(
  versions: readonly P[],
  originals: readonly Standing[] = [],
): P | undefined =>
  shownOf(versions, originals) ??
  versions.find(({ status }) => status === 'scheduled') ??
  versions.findLast(({ status }) => status !== 'called-off') ??
  versions.at(-1);

interface Standing {
  status: Status | 'draft';
  span?: Span;
}
