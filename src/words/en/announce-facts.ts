/** Sentences of announcements about facts and records that changed. None has a full stop at its end. */
import { common } from './common.ts';

/** What we do with information about people, and the same once more in one sentence. */
const DOING = {
  uses: ['use', 'use'],
  sources: ['get information from', 'from'],
  shares: ['share your information with', 'with'],
  sends: ['send your information abroad to', 'to'],
} as const;

/** What there is none of any more. */
const NONE = {
  shares: 'share your information with anybody',
  sends: 'send your information abroad',
} as const;

const sinceWhen = (isComing: boolean): string => (isComing ? 'until then' : 'before');

export const announceFacts = {
  newUse: (purpose: string, isComing: boolean): string =>
    `We ${isComing ? 'will' : 'now'} use your information for a new purpose: “${purpose}”`,
  endedUse: (purpose: string, isComing: boolean): string =>
    `We ${isComing ? 'will ' : ''}no longer use your information for “${purpose}”`,

  /** The heading of an email above what is said of a purpose that is new. */
  newPurpose: (purpose: string): string => `New: “${purpose}”`,
  /** The same in a line by itself. The sentence begins with a small letter. */
  ofPurpose: (purpose: string, sentence: string): string => `“${purpose}”: ${sentence}`,
  renamed: (before: string, isComing: boolean): string =>
    isComing ? `called “${before}” until then` : `called “${before}” before`,

  /**
   * What we use, where we get it, with whom we share it and where we send it: what comes and goes, and
   * whether there was any before.
   */
  members: (
    what: keyof typeof DOING,
    came: readonly string[],
    left: readonly string[],
    { isComing, isMore }: { isComing: boolean; isMore: boolean },
  ): string => {
    const [verb, again] = DOING[what];
    const gone = common.listed(left);
    if (came.length === 0) return `we ${isComing ? 'will ' : ''}no longer ${verb} ${gone}`;
    const gained = `we ${isComing ? 'will' : 'now'}${isMore ? ' also' : ''} ${verb} ${common.listed(came)}`;
    return left.length > 0 ? `${gained}, and no longer ${again} ${gone}` : gained;
  },
  none: (what: keyof typeof NONE, isComing: boolean): string =>
    `we ${isComing ? 'will ' : ''}no longer ${NONE[what]}`,
  /** What a recipient does with it, and where. */
  recipient: (name: string, now: string, before: string, isComing: boolean): string =>
    `${name} receives your information in another way: ${now} (${sinceWhen(isComing)}: ${before})`,

  /** A fact of one purpose, in a line by itself. */
  factOf: (fact: string, purpose: string): string => `${fact} for “${purpose}”`,
  optOut: 'how to stop our messages',
  /** A fact that has one answer: "how long we keep it: 12 months (until then: 2 years)". */
  answer: (fact: string, now: string, before: string | undefined, isComing: boolean): string =>
    before === undefined
      ? `${fact}: ${now}`
      : `${fact}: ${now} (${isComing ? 'until then' : 'before'}: ${before})`,
  noAnswer: (fact: string, before: string, isComing: boolean): string =>
    `${fact}: no longer stated (${sinceWhen(isComing)}: ${before})`,
  /** A fact that is a list. */
  list: (fact: string, came: readonly string[], left: readonly string[]): string =>
    `${fact}: ${[
      ...(came.length > 0 ? [`${common.listed(came)} added`] : []),
      ...(left.length > 0 ? [`${common.listed(left)} removed`] : []),
    ].join('; ')}`,
};
