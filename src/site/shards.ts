/** A site in parts, which several machines build: each makes the pages of some of the notices. */
import type { Notice } from './notices.ts';

/** One of the parts, counted from 1. */
export interface Shard {
  number: number;
  of: number;
}

/** As it is written in the environment and in messages: `2/8`. */
export const nameOfShard = ({ number, of }: Shard): string => `${number}/${of}`;

/** Reads the name of a shard. Returns undefined if there is no such part. */
export function readShard(written: string): Shard | undefined {
  const [, first = '', second = ''] = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(written) ?? [];
  const [number, of] = [Number(first), Number(second)];
  return number > 0 && number <= of ? { number, of } : undefined;
}

/**
 * The notices of a shard, each with its translations. They are dealt in turn, in the order in which
 * they were first published: a later notice or version moves none to a machine that has not kept its
 * pages.
 *
 * @returns in the order of `notices`; none where there are more shards than notices
 */
export function noticesOfShard(notices: readonly Notice[], { number, of }: Shard): Notice[] {
  const dealt = notices
    .filter(({ original }) => original === undefined)
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .filter((_, index) => index % of === number - 1);
  const own = new Set(dealt.flatMap((notice) => [notice, ...notice.translations]));
  return notices.filter((notice) => own.has(notice));
}

/** What notices are dealt by; drafts come last. */
const keyOf = ({ id, published }: Notice): string => {
  const days = published.map(({ facts }) => facts.published).toSorted();
  return `${days[0] ?? '9999'} ${id}`;
};
