/** Waivers: findings that somebody has decided to leave, for a reason and for a time. */
import { normalName } from '../document/file-names.ts';
import type { Facts } from '../notices/schema.ts';
import type { Asked } from './ask.ts';
import type { Hit } from './rule.ts';
import { RULES } from './rules/index.ts';

export type Waiver = NonNullable<Facts['waived']>[number];

/** What is wrong with a waiver: it is told, and silences nothing. */
export interface WaiverFault {
  waiver: Waiver;
  why: 'unknown-rule' | 'ended' | 'error' | 'idle';
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
  for (const waiver of waivers) {
    const before = silenced.length;
    const fault = faultOf(waiver, found, today);
    if (fault) {
      faults.push({ waiver, why: fault });
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
    if (silenced.length === before) faults.push({ waiver, why: 'idle' });
  }
  return { open, silenced, faults };
}

function faultOf(
  { rule: code, until }: Waiver,
  found: readonly Asked[],
  today: string,
): WaiverFault['why'] | undefined {
  if (!RULES.some((rule) => rule.code === code)) return 'unknown-rule';
  if (until !== undefined && until < today) return 'ended';
  const asked = found.find(({ rule }) => rule.code === code);
  return asked?.severity === 'error' ? 'error' : undefined;
}

function isWaived({ block, found }: Hit, { section, words }: Waiver): boolean {
  if (section !== undefined && block?.anchor !== normalName(section)) return false;
  if (words === undefined) return true;
  return [found, block?.plain ?? ''].some((text) =>
    text.toLowerCase().includes(words.toLowerCase()),
  );
}
