/**
 * A rule of the law, or of what a careful officer would mark: data, and one small function. None of
 * it is legal advice: a rule sees words, not whether they are true.
 */
import type { Facts } from '../notices/schema.ts';
import type { Block, Reading } from './reading.ts';

/** A day as the law gives it: 2026-02-05. */
export type Day = `${number}-${number}-${number}`;

/** An error stops `publish`. Information stands in the checklist alone. */
export type Severity = 'error' | 'warning' | 'info';

export type Family =
  | 'duty'
  | 'stale-law'
  | 'wording'
  | 'residue'
  | 'contradiction'
  | 'structure'
  | 'readability'
  | 'identifiers'
  | 'pecr';

export interface Rule {
  /** Permanent: waivers name it. */
  code: string;
  family: Family;
  title: string;
  /** The law, or what the text is measured by, with its articles. */
  law: { act: string; section: string; note?: string };
  /** The first day on which it holds; always if absent. */
  from?: Day;
  /** The first day on which it no longer holds. */
  until?: Day;
  /** How grave it is where typed facts decide, or where there is nothing but words. */
  severity: Severity;
  /** The same where words decide in the stead of facts. */
  inProse?: Severity;
  /** Whether facts can answer it, so that it is asked of texts in any language. */
  readsFacts?: true;
  /** Whether it is also asked where the controller is not in the United Kingdom. */
  isOfAnyLaw?: true;
  /** Whether a representative in the Union explains what it would mark. */
  isSilencedByEu?: true;
  ask: Ask;
  /** What is wrong. `{found}`, `{all}`, `{now}` and `{from}` stand for what was met. */
  message: string;
  /** The edit to make. */
  fix: string;
  /** Texts that it marks, and near ones that it does not. They are its tests. */
  fail: readonly Example[];
  pass: readonly Example[];
}

/** A text as a Markdown body, or with a day and facts: `effective: 2026-07-01`, a blank line, the body. */
export type Example = string | { effective?: Day; facts?: unknown; text?: string };

/** What a rule finds on a day. */
export type Ask = (reading: Reading, day: string) => Answer;

export interface Answer {
  /**
   * `met`: facts decide. `told`: words are there, a person reads them. `unclear`: an empty formula, or
   * neither given nor denied. `missing`. `not-asked`: its condition does not apply. `marked` and `clear`
   * are the answers of rules about words, which are no duties.
   */
  state: State;
  /** Whether facts decided. */
  byFacts?: true;
  hits?: readonly Hit[];
  /** Whether the facts leave it to words in a language that the rules do not know. */
  isUnread?: true;
}

export type State = 'met' | 'told' | 'unclear' | 'missing' | 'not-asked' | 'marked' | 'clear';

/** The states that are findings. */
export const isFault = (state: State): boolean =>
  state === 'unclear' || state === 'missing' || state === 'marked';

/** Words that a rule met, or the place of a fact. */
export interface Hit {
  found: string;
  /** Absent for a fact. */
  block?: Block;
  /** The section in which the answer stands. */
  anchor?: string;
  /** What holds today in its stead. */
  now?: string;
  /** Since when. */
  since?: Day;
  severity?: Severity;
}

/** Answers from typed facts; undefined where they say nothing, so that words decide. */
export type AskFacts = (facts: Facts, reading: Reading, day: string) => Answer | undefined;

export const CLEAR: Answer = { state: 'clear' };
export const MET: Answer = { state: 'met', byFacts: true };
export const NOT_ASKED: Answer = { state: 'not-asked' };
export const UNREAD: Answer = { state: 'not-asked', isUnread: true };

/** What facts lack: each is a hit. */
export const lacking = (found: readonly string[]): Answer =>
  found.length === 0
    ? MET
    : { state: 'missing', byFacts: true, hits: found.map((each) => ({ found: each })) };
