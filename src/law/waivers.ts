/** Waivers: findings that somebody has decided to leave, for a reason and for a time. */
import { normalName } from '../document/file-names.ts';
import { didYouMean, nearest } from '../findings/suggest.ts';
import { formatDate, type IsoDate } from '../notices/dates.ts';
import type { Facts } from '../notices/schema.ts';
import type { Asked } from './ask.ts';
import type { Hit } from './rule.ts';
import { RULES } from './rules/index.ts';

export type Waiver = NonNullable<Facts['waived']>[number];

/** What is wrong with a waiver: it is reported, and silences nothing. */
export interface WaiverFault {
  waiver: Waiver;
  /** Which one of the list, from 0. */
  index: number;
  /** The key of it that is wrong; none where it is the whole. */
  key: readonly string[];
  why: 'unknown-rule' | 'ended' | 'to-come' | 'error' | 'idle' | 'words-changed';
}

export interface Waived {
  /** What is left to tell. */
  open: Asked[];
  /** What was silenced, and by which waiver. */
  silenced: { asked: Asked; waiver: Waiver }[];
  faults: WaiverFault[];
}

/**
 * Takes out what was waived. A waiver with words or a section silences what is found there alone, and
 * ends when they change. Errors cannot be waived.
 *
 * @param today the day by which a waiver may have ended
 */
export function withoutWaived(
  found: readonly Asked[],
  waivers: readonly Waiver[],
  today: string,
): Waived {
  const faults: WaiverFault[] = [];
  const silenced: Waived['silenced'] = [];
  let open = [...found];
  for (const [index, waiver] of waivers.entries()) {
    const before = silenced.length;
    const fault = faultOf(waiver, found, today);
    if (fault) {
      faults.push({ waiver, index, ...fault });
      continue;
    }
    open = open.flatMap((asked) => {
      if (asked.rule.code !== waiver.rule) return [asked];
      const hits = asked.answer.hits ?? [];
      const left = hits.filter((hit) => !isWaived(hit, waiver));
      if (left.length === hits.length && hits.length > 0) return [asked];
      silenced.push({ asked, waiver });
      return left.length === 0 ? [] : [{ ...asked, answer: { ...asked.answer, hits: left } }];
    });
    if (silenced.length === before) faults.push({ waiver, index, ...idle(waiver, open) });
  }
  return { open, silenced, faults };
}

type Fault = Pick<WaiverFault, 'why' | 'key'>;

function faultOf(
  { rule: code, on, until }: Waiver,
  found: readonly Asked[],
  today: string,
): Fault | undefined {
  if (!RULES.some((rule) => rule.code === code)) return { why: 'unknown-rule', key: ['rule'] };
  if (on > today) return { why: 'to-come', key: ['on'] };
  if (until !== undefined && until < today) return { why: 'ended', key: ['until'] };
  const asked = found.find(({ rule }) => rule.code === code);
  return asked?.severity === 'error' ? { why: 'error', key: ['rule'] } : undefined;
}

/** A rule that still finds something, though not the words or the section of the waiver. */
const idle = ({ rule: code, words, section }: Waiver, open: readonly Asked[]): Fault => {
  const key = words === undefined ? 'section' : 'words';
  const isElsewhere =
    (words ?? section) !== undefined && open.some(({ rule }) => rule.code === code);
  return isElsewhere ? { why: 'words-changed', key: [key] } : { why: 'idle', key: ['rule'] };
};

/** What is wrong with a waiver, and the edit. */
export function faultOfWaiver({ waiver, why }: WaiverFault): { message: string; hint: string } {
  const { rule, words, section, on, until } = waiver;
  const day = (written: string): string => formatDate(written as IsoDate);
  const place = words === undefined ? `#${section ?? ''}` : `"${words}"`;
  switch (why) {
    case 'unknown-rule': {
      const meant = nearest(rule, CODES);
      return {
        message: `there is no rule "${rule}" to waive.${didYouMean(rule, CODES)}`,
        hint: meant
          ? `write rule: ${meant}`
          : 'write the code that `npx noticeboard check` prints in brackets after the finding, such as rule: eea-frame',
      };
    }
    case 'to-come':
      return {
        message: `the waiver of "${rule}" was decided on ${day(on)}, which is still to come`,
        hint: 'write on: with the day on which it was decided',
      };
    case 'ended':
      return {
        message: `the waiver of "${rule}" ended on ${day(until ?? on)}`,
        hint: 'look at the finding again: change the words and delete the waiver, or write a later day in until',
      };
    case 'error':
      return {
        message: `"${rule}" is an error here, and errors cannot be waived`,
        hint: 'correct the facts, and delete the waiver',
      };
    case 'words-changed':
      return {
        message: `"${rule}" finds something, but not ${words === undefined ? 'in ' : ''}${place}, so the waiver has ended`,
        hint:
          words === undefined
            ? 'write the section that `npx noticeboard check` names, or delete the waiver'
            : 'look at the new words: write them in words, or delete the waiver',
      };
    case 'idle':
      return {
        message: `the waiver of "${rule}" silences nothing: the rule finds nothing here`,
        hint: 'delete the waiver',
      };
  }
}

const CODES = RULES.map(({ code }) => code);

function isWaived({ block, found }: Hit, { section, words }: Waiver): boolean {
  if (section !== undefined && block?.anchor !== normalName(section)) return false;
  if (words === undefined) return true;
  return [found, block?.plain ?? ''].some((text) =>
    text.toLowerCase().includes(words.toLowerCase()),
  );
}
