/** What the law says of a version that is published: what stops it, and what to look at. */
import type { CheckedVersion } from '../checks/file.ts';
import { faultsOn } from '../law/ask.ts';
import { checklistOf, countOf } from '../law/checklist.ts';
import { LAW_TO_COME } from '../law/dates.ts';
import { readingOfFile, type Reading } from '../law/reading.ts';
import { fixOf, messageOf } from '../law/say.ts';
import { formatDate, type IsoDate } from '../notices/dates.ts';
import type { Reason } from './terminal.ts';

const readingOf = ({ file, facts, text }: CheckedVersion): Reading | undefined =>
  readingOfFile({ file, bytes: new TextEncoder().encode(text()) }, facts);

/** The reasons for which typed facts of a version cannot be right on the day it begins. */
export function lawRefuses(version: CheckedVersion, effective: IsoDate): Reason[] {
  const reading = readingOf(version);
  if (!reading) return [];
  return faultsOn(reading, effective)
    .filter(({ severity, answer }) => severity === 'error' && answer.byFacts)
    .map((asked) => ({ message: messageOf(asked), hint: fixOf(asked) }));
}

/** What is open by the law of the day it begins, and on days that are known, a line for each. */
export function lawOn(version: CheckedVersion, effective: IsoDate, today: IsoDate): string[] {
  const reading = readingOf(version);
  if (!reading) return [];
  const { duties, words } = countOf(checklistOf(reading, effective, today));
  const now = new Set(faultsOn(reading, effective).map(({ rule }) => rule.code));
  const later = LAW_TO_COME.filter((day) => day > effective).flatMap((day) => {
    const codes = faultsOn(reading, day)
      .map(({ rule }) => rule.code)
      .filter((code) => !now.has(code));
    for (const code of codes) now.add(code);
    const from = formatDate(day as string as IsoDate);
    return codes.length > 0 ? [`From ${from} this text needs: ${codes.join(', ')}.`] : [];
  });
  const open = [
    ...(duties > 0 ? [`duties missing or unclear: ${duties}`] : []),
    ...(words > 0 ? [`findings about words: ${words}`] : []),
  ];
  const line = `By the law of that day, ${open.join(', ')}. See: npx noticeboard check ${version.notice}`;
  return [...(open.length > 0 ? [line] : []), ...later];
}
