/** Words of what a publisher sends to tell people of a version: an email, a banner, posts. Plain text. */
import { announceFacts } from './announce-facts.ts';
import { common } from './common.ts';

/** What a version is news of. */
export interface Named {
  title: string;
  controller: string;
  /** The day from which it applies, or on which the notice ends. */
  day: string;
}

/** A sentence about a version, before its day and from it on. */
type Sentence = (named: Named, isComing: boolean) => string;

/** What a version is to those who are told of it. */
type Occasion = 'change' | 'first' | 'called-off' | 'withdrawn';

const quoted = (words: readonly string[]): string =>
  common.listed(words.map((each) => `“${each}”`));

/** With the full stop that an author may have written, or not. */
const ended = (words: string): string => (/[.!?…]$/u.test(words) ? words : `${words}.`);

export const announce = {
  /** The subject of an email, and the first line of a post. No full stop. */
  subject: {
    change: ({ title, controller, day }, isComing) =>
      `${title}, ${controller}: what ${isComing ? 'changes' : 'changed'} on ${day}`,
    first: ({ title, controller, day }) => `${title}, ${controller}: new from ${day}`,
    'called-off': ({ title, controller, day }) => `${title}, ${controller}: no change on ${day}`,
    withdrawn: ({ title, controller, day }, isComing) =>
      `${title}, ${controller}: ${isComing ? 'ends' : 'ended'} on ${day}`,
  } as Record<Occasion, Sentence>,

  /** The first sentences of an email. */
  lead: {
    change: ({ title, controller, day }, isComing) =>
      `A new version of “${title}” from ${controller} ${isComing ? `will apply from ${day}` : `has applied since ${day}`}.`,
    first: ({ title, controller, day }, isComing) =>
      `“${title}” from ${controller} ${isComing ? `will apply from ${day}` : `has applied since ${day}`}. It is the first version.`,
    'called-off': ({ title, controller, day }) =>
      `A new version of “${title}” from ${controller} was to apply from ${day}.`,
    withdrawn: ({ title, controller, day }, isComing) =>
      isComing
        ? `“${title}” from ${controller} will be withdrawn on ${day}. Nothing takes its place.`
        : `“${title}” from ${controller} was withdrawn on ${day}. Nothing takes its place.`,
  } as Record<Occasion, Sentence>,
  calledOff: (day: string, reason: string): string =>
    `It was called off on ${day} and will never apply. Reason: ${ended(reason)}`,
  stays: (since: string): string => `The notice in force since ${since} stays as it is.`,

  /** The sentence of a banner on the publisher's own site. */
  banner: {
    change: ({ title, day }, isComing) =>
      `“${title}” ${isComing ? 'changes' : 'changed'} on ${day}.`,
    first: ({ title, day }, isComing) =>
      isComing ? `“${title}” applies from ${day}.` : `“${title}” has applied since ${day}.`,
    'called-off': ({ title, day }, isComing) =>
      `“${title}” ${isComing ? 'does' : 'did'} not change on ${day}.`,
    withdrawn: ({ title, day }, isComing) =>
      `“${title}” ${isComing ? 'will be' : 'was'} withdrawn on ${day}.`,
  } as Record<Occasion, Sentence>,

  headings: {
    changes: (isComing: boolean): string => (isComing ? 'What changes' : 'What changed'),
    figures: 'In figures and facts',
    todo: 'What you can do',
    read: 'Where to read it',
    ask: 'Questions',
  },

  /** What the publisher wrote of a change, with the headings of the sections it is of. */
  note: (kind: string, sections: readonly string[], summary: string): string =>
    sections.length === 0 ? `${kind}: ${summary}` : `${kind} in ${quoted(sections)}: ${summary}`,
  why: (reason: string): string => `Why: ${reason}`,
  /** Facts and records that changed. */
  facts: announceFacts,
  /** A figure of the text that changed. */
  figure: (subject: string, before: string, after: string): string =>
    `${subject}: ${before}, now ${after}`,
  /** Where neither the publisher nor facts say what changed. */
  seeComparison: 'The comparison below shows every change.',
  same: 'The text stays the same.',

  /** What a reader can do, as the facts say it. */
  todo: {
    nothing:
      'You do not need to do anything: these changes only explain or rearrange what the notice said before.',
    /** UK GDPR Art 21(1) and (2). */
    object: (purposes: readonly string[]): string =>
      `You can object to ${purposes.length === 1 ? 'this use' : 'these uses'} of your personal data: ${quoted(purposes)}.`,
    /** UK GDPR Art 7(3). */
    withdraw: (purposes: readonly string[], how: string): string =>
      `You can withdraw your consent at any time, for ${quoted(purposes)}: ${ended(how)}`,
    /** PECR regs 22 and 23. */
    stop: (purpose: string, how: string): string =>
      `You can stop the messages at any time, for “${purpose}”: ${ended(how)}`,
    /** UK GDPR Art 22C. */
    decision: (decision: string, safeguards: readonly string[]): string =>
      `“${decision}” is decided by automated means. What you can do: ${ended(common.listed(safeguards))}`,
  },

  /** Links, as labels before an address. */
  read: {
    version: (day: string): string => `The version of ${day}`,
    comparison: 'Every change, word by word',
    current: 'The current notice',
    untilThen: 'The notice in force until then',
    last: 'The last version',
    calledOff: 'The version that was called off',
  },
  /** The link of a banner. */
  see: {
    changes: (isComing: boolean): string => (isComing ? 'See what changes' : 'See what changed'),
    notice: 'Read the notice',
  },
};
