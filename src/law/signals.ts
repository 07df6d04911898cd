/** The makers of rules about words: what should not stand in a text, and what contradicts itself. */
import type { Block, Reading } from './reading.ts';
import {
  CLEAR,
  NOT_ASKED,
  UNREAD,
  type Answer,
  type Ask,
  type AskFacts,
  type Day,
  type Hit,
  type Severity,
} from './rule.ts';

type Signals = readonly RegExp[];

/** Words that were right until a day, or that something else has replaced. */
export interface Term {
  bad: RegExp;
  from?: Day;
  until?: Day;
  now?: string;
  severity?: Severity;
  /** Whether brackets in quotations are left to their author. */
  isOutsideQuotations?: true;
  /** Whether it is looked for in this text at all. */
  when?: (reading: Reading) => boolean;
  unless?: Signals;
  unlessBlock?: Signals;
  unlessText?: Signals;
}

export interface Words {
  bad?: Signals;
  terms?: readonly Term[];
  /** Beside these words in the same sentence there is nothing wrong. */
  unless?: Signals;
  unlessBlock?: Signals;
  /** With these words anywhere in the text there is nothing wrong. */
  unlessText?: Signals;
  /** The sentence needs these words as well. */
  needs?: Signals;
  /** What is looked at: sentences by default. */
  within?: 'sentence' | 'block' | 'whole-block';
  /** Whether links are seen, as ⟨ ⟩. */
  seesLinks?: true;
  /** Whether a block is looked at at all. */
  where?: (block: Block, reading: Reading) => boolean;
  /** Facts that make the question idle. */
  when?: (reading: Reading, day: string) => boolean;
  /** How many different signals must be met. */
  atLeast?: number;
}

/** What stands in short repeats the text: it is read once. */
export const notInShort = ({ isInShort }: Block): boolean => !isInShort;

/** What another country's law asks of its own people says nothing about ours. */
export const ofOurLaw = (block: Block): boolean => notInShort(block) && !block.isOfOtherLaw;

export const meets = (signals: Signals | undefined, text: string): boolean =>
  signals?.some((signal) => signal.test(text)) ?? false;

/** What looks at more than its own words: the beginning, the end, what stands around, links. */
const LOOKS_AROUND = /[\^$⟨⟩]|\(\?<?[=!]/u;

/** Whether words can stand in any sentence, by one look at the whole text. Most of them do not. */
const canMeet = (signal: RegExp, { all }: Reading): boolean =>
  LOOKS_AROUND.test(signal.source) || signal.test(all);

/** Marks words that should not stand in a text. */
export function words(rule: Words): Ask {
  const terms: readonly Term[] = [
    ...(rule.bad ?? []).map((bad) => ({ bad })),
    ...(rule.terms ?? []),
  ];
  return (reading, day) => {
    if (!reading.isEnglish) return UNREAD;
    if (rule.when && !rule.when(reading, day)) return NOT_ASKED;
    const inForce = terms
      .filter(
        ({ from, until, when }) =>
          (from === undefined || from <= day) &&
          (until === undefined || day < until) &&
          (when?.(reading) ?? true),
      )
      .filter(({ bad }) => canMeet(bad, reading));
    const hits = reading.blocks
      .flatMap((block) => hitsIn(block, rule, inForce))
      .filter(({ block }) => !block || !rule.where || rule.where(block, reading))
      .filter(({ term }) => !meets(term.unlessText, reading.all));
    if (hits.length > 0 && meets(rule.unlessText, reading.all)) return CLEAR;
    const isEnough = new Set(hits.map(({ term }) => term)).size >= (rule.atLeast ?? 1);
    return hits.length > 0 && isEnough ? { state: 'marked', hits } : CLEAR;
  };
}

function hitsIn(block: Block, rule: Words, terms: readonly Term[]): (Hit & { term: Term })[] {
  const hits = unitsOf(block, rule).flatMap((unit) =>
    terms.flatMap((term) => {
      const match = matchOf(term, unit);
      // What excuses the words is looked for only where they stand.
      if (!match || meets(rule.unless, unit) || meets(term.unless, unit)) return [];
      if (rule.needs && !meets(rule.needs, unit)) return [];
      if (meets(term.unlessBlock, block.plain)) return [];
      return [hitOf(unit.slice(match.index, match.index + match[0].length), term, block)];
    }),
  );
  return hits.length > 0 && meets(rule.unlessBlock, block.plain) ? [] : hits;
}

const matchOf = ({ bad, isOutsideQuotations }: Term, unit: string): RegExpExecArray | null =>
  bad.exec(isOutsideQuotations ? withoutQuotedBrackets(unit) : unit);

/** A text of the same length, walked once: the last quotation may lack its end. */
const withoutQuotedBrackets = (text: string): string =>
  text.replaceAll(/"[^"]*"?/g, (quotation) => quotation.replaceAll('[', ' '));

const hitOf = (found: string, term: Term, block: Block): Hit & { term: Term } => ({
  term,
  found: cut(found),
  block,
  ...(term.now !== undefined && { now: term.now }),
  ...(term.from !== undefined && { since: term.from }),
  ...(term.severity !== undefined && { severity: term.severity }),
});

function unitsOf(block: Block, { within, seesLinks }: Words): readonly string[] {
  if (within === 'block' || within === 'whole-block') return [seesLinks ? block.text : block.plain];
  return seesLinks ? block.linked : block.sentences;
}

/** Words as a message quotes them. */
export const cut = (found: string): string => {
  const plain = found.replaceAll(/[⟨⟩]/g, '').trim();
  return plain.length <= 120 ? plain : `${plain.slice(0, 117).trimEnd()}…`;
};

/** The first sentence that meets a signal. */
export function firstOf(
  reading: Reading,
  asked: Signals,
  unless: Signals | undefined,
  isOfBody: boolean | undefined,
): Hit | undefined {
  const signals = asked.filter((signal) => canMeet(signal, reading));
  if (signals.length === 0) return undefined;
  for (const block of reading.blocks) {
    if ((isOfBody && block.kind === 'heading') || !meets(signals, block.plain)) continue;
    for (const sentence of block.sentences) {
      const match = signals.map((signal) => signal.exec(sentence)).find((each) => each !== null);
      if (match && !meets(unless, sentence)) return { found: cut(match[0]), block };
    }
  }
  return undefined;
}

/** Facts first; where they say nothing, words. */
export const factsOr =
  (facts: AskFacts, ask: Ask): Ask =>
  (reading, day) =>
    facts(reading.facts, reading, day) ?? ask(reading, day);

/** Marks a text that says something and its contrary. The contrary may stand in the facts. */
export function conflict(rule: {
  a: Signals;
  aUnless: Signals;
  b: Signals;
  bUnless?: Signals;
  facts?: (facts: Reading['facts']) => string | undefined;
}): Ask {
  return (reading): Answer => {
    const denial = firstOf(reading, rule.a, rule.aUnless, true);
    if (!denial) return CLEAR;
    const inFacts = rule.facts?.(reading.facts);
    const contrary =
      inFacts === undefined
        ? firstOf(without(reading, denial), rule.b, rule.bUnless, true)
        : { found: inFacts };
    return contrary ? { state: 'marked', hits: [denial, contrary] } : CLEAR;
  };
}

/** The text without the sentence that a hit is from: it does not contradict itself. */
const without = (reading: Reading, { block, found }: Hit): Reading => ({
  ...reading,
  blocks: reading.blocks.map((each) =>
    each === block
      ? { ...each, sentences: each.sentences.filter((sentence) => !sentence.includes(found)) }
      : each,
  ),
});
