/** What a rule means, for terminals: its law and days, the edit, and texts that it marks and leaves. */
import { formatDate, type IsoDate } from '../notices/dates.ts';
import type { Day, Example, Rule, Severity } from './rule.ts';
import { lawOf } from './say.ts';

const day = (written: Day): string => formatDate(written as string as IsoDate);

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'for information',
};

/** The parts of an explanation, a paragraph each. */
export function explanationOfRule(rule: Rule): string[] {
  const { code, title, severity, inProse = severity, law, fix } = rule;
  const ofProse = inProse === severity ? '' : `, from words ${SEVERITIES[inProse]}`;
  return [
    `${code} (${SEVERITIES[severity]}${ofProse})\n${title}`,
    [`${lawOf(rule)}.`, ...(law.note === undefined ? [] : [law.note]), ...holdsOn(rule)].join(' '),
    `Fix: ${withoutWords(fix)}`,
    ...examples('It reports', rule.fail),
    ...examples('It does not report', rule.pass),
    'It is a rule of `npx noticeboard check`, and no legal advice.',
  ];
}

function holdsOn({ from, until }: Rule): string[] {
  if (from === undefined && until === undefined) return [];
  const begins = from === undefined ? '' : ` from ${day(from)}`;
  return [`It holds${begins}${until === undefined ? '' : ` until ${day(until)}`}.`];
}

/** An edit without the words of a text, which an explanation has not. */
const withoutWords = (fix: string): string => fix.replaceAll(/"?\{\w+\}"?/g, 'it');

const wordsOf = (example: Example): string | undefined =>
  typeof example === 'string' ? example : example.text;

/** The first example that is words: facts are explained by the edit. */
function examples(label: string, among: readonly Example[]): string[] {
  const words = among.map(wordsOf).find((each) => each !== undefined && !each.startsWith('('));
  return words === undefined ? [] : [`${label}: ${words.replaceAll(/\s+/g, ' ')}`];
}
