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
