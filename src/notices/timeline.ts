/**
 * What applied when. A version's status is derived from dates and never typed, so that it is
 * right on every day the site is built.
 */
import { dayBefore, type IsoDate } from './dates.ts';

/** A version as far as time is concerned, in the order of taking effect. */
export interface Dated {
  published: IsoDate;
  effective: IsoDate;
  withdrawn?: IsoDate | undefined;
}

/** What facts say of time. */
export const datesOf = ({ published, effective, withdrawn }: Dated): Dated => ({
  published,
  effective,
  withdrawn,
});

export type Status = 'in-force' | 'scheduled' | 'superseded' | 'withdrawn';

/** The days a version applied: from the first to the last, both included. */
export interface Span {
  from: IsoDate;
  /** Absent while nothing is known to end it. */
  to?: IsoDate;
}

export interface Placed<V> {
  version: V;
  status: Status;
  /** Absent when it never applied: withdrawn before its day, or replaced on the day itself. */
  span?: Span;
}

/**
 * The versions of a notice that are public on `today`, each with its status and its span.
 *
 * A version ends the day before the next one that takes effect, or on the day before it is
 * withdrawn, whichever comes first. Withdrawing a version does not bring an earlier one back:
 * the notice then has none in force until the next takes effect. A version whose `published`
 * day has not come is not public, and is left out.
 *
 * @param versions all versions of one notice, in the order of taking effect
 */
export function placeInTime<V extends Dated>(versions: readonly V[], today: IsoDate): Placed<V>[] {
  const announced = versions.filter(({ published }) => published <= today);
  return announced.map((version, index) => {
    // A version withdrawn before its day never replaced anything.
    const successor = announced.slice(index + 1).find((later) => !neverApplied(later));
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

/** A version among those of all notices. */
export interface Member extends Dated {
  notice: string;
  name: string;
  /** For a translation, the notice that it is a translation of. */
  translation?: { of: string };
}

/**
 * Every notice that is public on `today`, with its versions as `placeInTime` has them. A
 * translation applies when what it translates does, whenever it was made.
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
 * The version that stands at a notice's own address: the one in force; of a translation that lags
 * behind its original, the last there is.
 *
 * @param originals of a translation, the versions of what it translates
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

interface Standing {
  status: Status | 'draft';
  span?: Span;
}
