/** What a rule says of a text: the sentence, and where. */
import { formatDate, type IsoDate } from '../notices/dates.ts';
import type { Asked } from './ask.ts';
import type { Hit, Rule } from './rule.ts';
import { listed } from './words.ts';

/** The law of a rule: "UK GDPR Art 13(2)(a)". */
export const lawOf = ({ law }: Rule): string => `${law.act} ${law.section}`.trim();

/** How many of its places a finding names; the others are counted. */
const MOST_PLACES = 4;

/** The sentence of a finding, with the words that were met. */
export function messageOf({ rule, answer }: Asked): string {
  return filled(rule.message, answer.hits ?? []);
}

/** The edit that a finding asks for. */
export function fixOf({ rule, answer }: Asked): string {
  return filled(rule.fix, answer.hits ?? []);
}

function filled(text: string, hits: readonly Hit[]): string {
  const [first, second] = hits;
  const values: Readonly<Record<string, string>> = {
    found: first?.found ?? '',
    other: second?.found ?? '',
    now: first?.now ?? '',
    from: first?.since ? formatDate(first.since as string as IsoDate) : '',
    all: listed([...new Set(hits.map(({ found }) => found))]),
    count: String(hits.length),
  };
  return text
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
    .replace(/: \.$|""/u, '')
    .replace(/:\s*\.?$/u, '.');
}

/** The places of a finding: `#retention, line 41`. */
export function placesOf({ answer }: Asked): string[] {
  const hits = answer.hits ?? [];
  const places = [...new Set(hits.map(placeOf).filter((place) => place !== ''))];
  const more = places.length - MOST_PLACES;
  return more > 0 ? [...places.slice(0, MOST_PLACES), `and ${more} more`] : places;
}

function placeOf({ block, anchor }: Hit): string {
  const section = block?.anchor ?? anchor ?? '';
  const parts = [section && `#${section}`, block && `line ${block.line}`];
  return parts.filter(Boolean).join(', ');
}
