/**
 * Where a text answers a duty. A word that only names the matter is no answer: a sentence has to say
 * something of it, or to stand in the section about it. Of several answers the surest is the place.
 */
import type { Topic } from '../document/model.ts';
import type { Block, Reading } from './reading.ts';
import { NOT_ASKED, UNREAD, type Ask, type AskFacts, type Hit } from './rule.ts';
import { cut, firstOf, meets } from './signals.ts';

type Signals = readonly RegExp[];

export interface Told {
  /** Letters of which some stand in every answer: most sentences need no further look. */
  holds: readonly string[];
  /** Sentences that answer wherever they stand. */
  says: Signals;
  /** Sentences that have the words and are about something else, or deny them. */
  not?: Signals;
  /** Headings of the sections that are about it. */
  heading?: RegExp;
  topic?: Topic;
  /** Cells that head a column of answers. */
  head?: RegExp;
  /** Sentences that answer in such a section. */
  here?: Signals;
  /** Sentences that answer right after one that raises the question: "An example of this is …". */
  next?: { after: Signals; says: Signals };
  /** What makes one answer better than another. */
  best?: Signals;
}

/** Points of an answer, so that the surest is named. */
const POINTS = { says: 4, section: 3, covers: 3, best: 2, inShort: -3 };

/** The place at which a text answers best; undefined if it does not. */
export function toldAt(reading: Reading, told: Told): Hit | undefined {
  const about = sectionsAbout(reading, told);
  let best: { points: number; hit: Hit } | undefined;
  for (const block of reading.blocks) {
    if (block.kind === 'heading' || block.isOfOtherLaw) continue;
    const section = block.path.some((anchor) => about.has(anchor)) ? POINTS.section : 0;
    if (section === 0 && !told.holds.some((letters) => block.lower.includes(letters))) continue;
    const marked = told.topic && reading.covers.get(told.topic);
    const place =
      section +
      (marked !== undefined && block.path.includes(marked) ? POINTS.covers : 0) +
      (block.isInShort ? POINTS.inShort : 0);
    const most = POINTS.says + POINTS.best + place;
    if (best && most <= best.points) continue;
    const isHead = block.kind === 'cell' && (told.head?.test(block.plain) ?? false);
    for (const [index, sentence] of block.sentences.entries()) {
      const isNext = isNextTo(block.sentences[index - 1], sentence, told);
      const points = isHead || isNext ? POINTS.says : pointsOf(sentence, told, section > 0);
      if (points === 0 || (best && points + place <= best.points)) continue;
      best = { points: points + place, hit: { found: cut(sentence), block } };
    }
  }
  return best?.hit;
}

const isNextTo = (before: string | undefined, sentence: string, { next, not }: Told): boolean =>
  next !== undefined &&
  before !== undefined &&
  meets(next.after, before) &&
  meets(next.says, sentence) &&
  !meets(not, sentence);

function pointsOf(sentence: string, { says, here, not, best }: Told, isHere: boolean): number {
  const isSaid = meets(says, sentence);
  if (!isSaid && !(isHere && meets(here, sentence))) return 0;
  if (meets(not, sentence)) return 0;
  return (isSaid ? POINTS.says : 1) + (meets(best, sentence) ? POINTS.best : 0);
}

/** The anchors of the sections about a matter: marked by their authors, or by their headings. */
export function sectionsAbout(
  { headings, covers }: Reading,
  { heading, topic }: Pick<Told, 'heading' | 'topic'>,
): ReadonlySet<string> {
  const marked = topic && covers.get(topic);
  const named = heading ? headings.filter(({ plain }) => heading.test(plain)) : [];
  return new Set([
    ...(marked === undefined ? [] : [marked]),
    ...named.map(({ anchor }: Block) => anchor),
  ]);
}

export interface Missing {
  told: Told;
  /** Asked only where these words stand. */
  when?: Signals;
  whenNot?: Signals;
  /** Whether headings do not raise the question. */
  isOfBody?: true;
  /** Words that answer where nothing raises the question: "nothing leaves the UK". */
  denied?: Told;
  /** Words that come near and do not answer it. */
  vague?: Told;
  /** Words that raise the question by a hint alone: left without an answer they are for information. */
  hint?: RegExp;
  facts?: AskFacts;
}

/** Marks a duty that no sentence answers. Facts decide where they say something. */
export function missing({
  told,
  when,
  whenNot,
  isOfBody,
  denied,
  vague,
  hint,
  facts,
}: Missing): Ask {
  return (reading, day) => {
    const byFacts = facts?.(reading.facts, reading, day);
    if (byFacts) return byFacts;
    if (!reading.isEnglish) return UNREAD;
    const trigger = when && firstOf(reading, when, whenNot, isOfBody);
    if (when && !trigger) {
      const answer = denied && toldAt(reading, denied);
      return answer ? { state: 'told', hits: [answer] } : NOT_ASKED;
    }
    const answer = toldAt(reading, told);
    if (answer) return { state: 'told', hits: [answer] };
    if (trigger && hint && isHintAlone(reading, { when, whenNot, hint })) {
      return { state: 'unclear', hits: [{ ...trigger, severity: 'info' }] };
    }
    const near = vague && toldAt(reading, vague);
    if (near) return { state: 'unclear', hits: [near] };
    return { state: 'missing', hits: [trigger ?? { found: '' }] };
  };
}

/** Whether every sentence that raises a question only hints at it. */
function isHintAlone(
  { blocks }: Reading,
  { when, whenNot, hint }: { when: Signals; whenNot: Signals | undefined; hint: RegExp },
): boolean {
  return blocks.every(({ sentences }) =>
    sentences.every((each) => !meets(when, each) || meets(whenNot, each) || hint.test(each)),
  );
}
