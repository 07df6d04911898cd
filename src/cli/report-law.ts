/** How the checklist of a version differs from that of the version before it. */
import type { CheckedVersion } from '../checks/file.ts';
import { isError } from '../findings/catalogue.ts';
import type { Asked } from '../law/ask.ts';
import { checklistOf, type Checklist, type DutyLine } from '../law/checklist.ts';
import { isFault } from '../law/rule.ts';
import { fixOf, messageOf } from '../law/say.ts';
import { fileOf, findingsOfChecklist } from '../law/findings.ts';
import { placesIn } from '../law/place.ts';
import { readingOfVersion } from '../law/version.ts';
import type { IsoDate } from '../notices/dates.ts';
import type { LawChange, LawFinding } from './report-model.ts';
import type { Reason } from './terminal.ts';

/**
 * Compares two checklists by the law of one day, that on which the version begins: so every
 * difference comes from the text, and none from a law that began in between.
 *
 * @param before the version that it follows; undefined for a first version, of which all that is open is new
 * @returns undefined of a translation, which says what its original says, and of what cannot be parsed
 */
export function compareLaw(
  version: CheckedVersion,
  before: CheckedVersion | undefined,
  today: IsoDate,
): { change: LawChange; refusals: Reason[] } | undefined {
  const reading = version.translation ? undefined : readingOfVersion(version);
  if (!reading) return undefined;
  const { effective } = version.facts;
  const old = before && readingOfVersion(before);
  const after = checklistOf(reading, effective, today);
  const earlier = old && checklistOf(old, effective, today);
  return {
    change: { day: effective, ...differencesOf(earlier, after) },
    refusals: findingsOfChecklist(after, placesIn(fileOf(version))).filter(isError),
  };
}

function differencesOf(
  before: Checklist | undefined,
  after: Checklist,
): Pick<LawChange, 'duties' | 'words' | 'gone'> {
  const states = new Map(before?.duties.map(({ duty, state }) => [duty, state]));
  const [old, now] = [keysOf(before?.words ?? []), keysOf(after.words)];
  return {
    duties: after.duties.flatMap((line) => dutyChange(line, states.get(line.duty), before)),
    words: after.words.filter((asked) => !old.has(keyOf(asked))).map(findingOf),
    gone: (before?.words ?? [])
      .filter((asked) => !now.has(keyOf(asked)))
      .map(({ rule }) => rule.code),
  };
}

function dutyChange(
  { duty, state, asked }: DutyLine,
  before: LawChange['duties'][number]['before'],
  earlier: Checklist | undefined,
): LawChange['duties'] {
  const isOpen = isFault(state);
  if (earlier ? before === state : !isOpen) return [];
  return [
    {
      duty,
      ...(before && { before }),
      after: state,
      line: lineOf(asked),
      ...(isOpen && { message: `${messageOf(asked)} ${fixOf(asked)}` }),
    },
  ];
}

const findingOf = (asked: Asked): LawFinding => ({
  rule: asked.rule.code,
  severity: asked.severity,
  message: messageOf(asked),
  fix: fixOf(asked),
  line: lineOf(asked),
});

/** The line of the words that were met; the first of the file where facts or nothing was met. */
const lineOf = ({ answer }: Asked): number => answer.hits?.[0]?.block?.line ?? 1;

const keysOf = (list: readonly Asked[]): Set<string> => new Set(list.map(keyOf));

/** A rule and the words that it met: the same words elsewhere in the text are no news. */
const keyOf = ({ rule, answer }: Asked): string =>
  JSON.stringify([rule.code, [...new Set((answer.hits ?? []).map(({ found }) => found))].sort()]);
