/** The checklist of a version as findings: each with its place in the file and the edit. */
import type { Reported } from '../findings/catalogue.ts';
import { counted } from '../findings/report.ts';
import type { SourceFile } from '../mdx/source.ts';
import type { Asked } from './ask.ts';
import { checklistOf, toAnswer, type Checklist } from './checklist.ts';
import { placesIn, type Places } from './place.ts';
import { readingOfVersion, type LawVersion } from './version.ts';
import type { Rule } from './rule.ts';
import { fixOf, lawOf, messageOf } from './say.ts';
import { faultOfWaiver } from './waivers.ts';

/** The file of a version, as its places are counted in it. */
export const fileOf = ({ file, text }: Pick<LawVersion, 'file' | 'text'>): SourceFile => ({
  file,
  bytes: new TextEncoder().encode(text()),
});

/**
 * What is open of a version by the law of a day: see `findingsOfChecklist`.
 *
 * @param day the law of which day
 * @param today the day by which waivers may have ended
 * @returns nothing if its MDX cannot be parsed: that is reported already
 */
export function lawFindings(version: LawVersion, day: string, today: string): Reported[] {
  const reading = readingOfVersion(version);
  if (!reading) return [];
  const checklist = checklistOf(reading, day, today);
  return findingsOfChecklist(checklist, placesIn(fileOf(version)));
}

/**
 * What is open in a checklist, errors first: duties, words to change, and waivers that are wrong. What
 * is for information alone is in the checklist.
 *
 * @param places where things stand in the file of the version
 */
export function findingsOfChecklist(checklist: Checklist, places: Places): Reported[] {
  const found = askedIn(checklist).map((asked) => findingOf(asked, places));
  return [
    ...found.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error')),
    ...waiverFindings(checklist, places),
  ];
}

/** The waivers of a version that silence nothing, as findings. */
export const waiverFindings = ({ waiverFaults }: Checklist, places: Places): Reported[] =>
  waiverFaults.map((fault) => ({
    code: 'waiver-unfit',
    severity: 'warning',
    ...places.ofFact(['waived', fault.index, ...fault.key]),
    ...faultOfWaiver(fault),
  }));

/** What is to be answered or changed, without what is for information alone. */
const askedIn = (checklist: Checklist): Asked[] =>
  [...toAnswer(checklist), ...checklist.words].filter(({ severity }) => severity !== 'info');

function findingOf(asked: Asked, places: Places): Reported {
  const { rule, severity, answer } = asked;
  const hits = answer.hits ?? [];
  const [first, ...others] = hits.map((hit) => places.ofHit(hit, answer, keyOfRule(rule)));
  const lines = [...new Set(others.map(({ line }) => line))].filter((line) => line !== first?.line);
  return {
    code: rule.code,
    title: rule.title,
    severity: severity === 'error' && answer.byFacts ? 'error' : 'warning',
    ...(first ?? places.ofHit(undefined, answer, keyOfRule(rule))),
    message: `${messageOf(asked)}${alsoAt(lines)} (${lawOf(rule)})`,
    hint: fixOf(asked),
  };
}

/** How many other lines a finding names. */
const MOST_LINES = 3;

function alsoAt(lines: readonly number[]): string {
  if (lines.length === 0) return '';
  const more = lines.length - MOST_LINES;
  const named = lines.slice(0, MOST_LINES).join(', ');
  return ` Also at line ${named}${more > 0 ? ` and ${counted(more, 'other')}` : ''}.`;
}

/** The fact that a duty is answered by, where it lacks something that has no words. */
export const keyOfRule = ({ code }: Rule): string | undefined => KEYS[code];

const KEYS: Readonly<Record<Rule['code'], string>> = {
  'controller-identity': 'controller',
  'dpo-contact': 'dpo',
  'automated-decision-unexplained': 'automatedDecisions',
  'complaint-to-controller-missing': 'complaints',
  'withdrawal-missing': 'withdrawal',
  'cookies-browser-only': 'storageAccess',
};
