/** What `publish` says before one version takes back what another changed. */
import type { CheckedVersion } from '../checks/file.ts';
import type { IsoDate } from '../notices/dates.ts';
import { describeTakenBack, takenBackBy } from '../record/taken-back.ts';
import { textOf, type VersionText } from '../record/texts.ts';
import { callOffCommand, notCalledOff, type Folder } from './folder.ts';
import { paint } from './terminal.ts';

/** The version before a day and those that are scheduled before it, each with its predecessor. */
export function changedLately(
  { today }: Folder,
  all: readonly CheckedVersion[],
  before: IsoDate,
): { version: VersionText; before: VersionText }[] {
  const published = notCalledOff(all, today).filter(({ facts }) => facts.effective < before);
  return published.flatMap((version, index) => {
    const previous = published[index - 1];
    const isRecent = index === published.length - 1 || version.facts.effective > today;
    return previous && isRecent ? [{ version: textOf(version), before: textOf(previous) }] : [];
  });
}

const warning = (words: string): string => `${paint('yellow', 'warning')}  ${words}`;

/** Warns of what a draft takes back of versions before it. */
export const takenBack = (
  draft: VersionText,
  versions: readonly { version: VersionText; before: VersionText }[],
): string[] =>
  takenBackBy(draft, versions).map((each) => warning(`the draft ${describeTakenBack(each)}`));

/** Warns that a scheduled version was written without a draft that comes before it. */
export function writtenWithout(
  version: VersionText,
  before: VersionText | undefined,
  next: VersionText,
): string[] {
  const undone = before ? takenBackBy(next, [{ version, before }]) : [];
  const [id = '', name = ''] = next.id.split(/\/(?=[^/]*$)/);
  const lines = [
    `${next.id} is scheduled, and was written without this draft's changes: they apply until it begins`,
    ...undone.map((each) => `  when it begins, it ${describeTakenBack(each)}`),
    '  to keep the changes, call it off and publish it anew with them, or publish a version after it:',
    `    ${callOffCommand(next.id)}`,
    `    npx noticeboard revise ${id} --from ${name} --effective ${next.facts.effective}`,
  ];
  return [warning(lines.join('\n'))];
}
