/** `publish`: makes the draft of a notice its next version, completely or not at all. */
import path from 'node:path';
import type { CheckedVersion } from '../checks/file.ts';
import { isError, type Finding, type FindingCode } from '../findings/catalogue.ts';
import { editFacts, writeAnchors } from '../mdx/edit.ts';
import { formatDate, isIsoDate, type IsoDate } from '../notices/dates.ts';
import { fileOfVersion } from '../notices/names.ts';
import { checkLock } from '../record/check.ts';
import { obstaclesTo } from '../record/publishable.ts';
import { describeTakenBack, takenBackBy, type TakenBack } from '../record/taken-back.ts';
import { textOf, type VersionText } from '../record/texts.ts';
import {
  absolute,
  draftHint,
  folderWith,
  idOf,
  inTurn,
  lockOf,
  noticeIn,
  readSoundFolder,
  refuseErrors,
  type Folder,
} from './folder.ts';
import { entryOf, recordTogether, textChange } from './record.ts';
import { paint, print, printClock, Refusal, refuseAll, reported, type Reason } from './terminal.ts';

/** How a draft is published. */
export interface PublishOptions {
  /** The day from which it applies, instead of the day in the draft. */
  effective?: string;
  /** Whether it is published in spite of warnings, without asking. */
  yes?: boolean;
}

/**
 * Publishes the draft of a notice. It cannot be undone, so warnings are shown first: a person is
 * asked, and a program needs `yes`.
 *
 * @param written the id of the notice, as it was typed
 * @throws Refusal for every reason not to publish it; then nothing has changed
 */
export async function publish(
  written: string,
  { effective, yes = false }: PublishOptions,
): Promise<void> {
  // The turn ends before anyone is asked: a person may take an hour, and others must not wait.
  const { warnings, isPublished } = await inTurn(() => tryToPublish(written, effective, yes));
  if (warnings !== '') print(warnings);
  if (isPublished) return;
  if (!(await isConfirmed())) {
    throw new Refusal(
      'nothing was published: there are warnings, and publishing cannot be undone',
      `correct the draft, or publish it as it is: npm run notices -- publish ${idOf(written)} --yes`,
    );
  }
  await inTurn(() => tryToPublish(written, effective, true));
}

/** Asks whether to publish. Where nobody can answer, the answer is no. */
async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false;
  const { confirm } = await import('@clack/prompts');
  const message = 'Publish it in spite of these warnings? This cannot be undone.';
  return (await confirm({ message, initialValue: false })) === true;
}

/**
 * Publishes the draft, unless there are warnings that nobody has agreed to.
 *
 * @returns the warnings, as text for the terminal, and whether it was published
 */
async function tryToPublish(
  written: string,
  chosen: string | undefined,
  isAgreed: boolean,
): Promise<{ warnings: string; isPublished: boolean }> {
  const folder = await readSoundFolder({ usesKept: false });
  const { id, published, draft } = noticeIn(folder, written);
  if (!draft) throw new Refusal(`${id} has no draft`, draftHint(id, published));
  const lock = lockOf(folder);
  refuseUnlocked(folder);
  const target = draft.translation
    ? translationOf(folder, { ...draft, translation: draft.translation }, chosen)
    : nextVersion(folder, draft, published.at(-1), chosen);
  // First, or a date that is taken would be reported as an error of the folder.
  refuseAll(target.refusals);
  const source = prepare(draft.text, folder.today, target.effective);
  const file = fileOfVersion({ ...draft, name: target.name });
  const { checked, version, findings } = await rehearse(folder, draft, { file, source });
  refuseAll(obstaclesTo(version, target));
  const warnings = warningsOf(findings, takenBackBy(version, changedLately(folder, published)));
  if (warnings !== '' && !isAgreed) return { warnings, isPublished: false };
  const entry = entryOf(folder, checked, version);
  recordTogether(folder, lock, { [version.id]: entry }, [
    { file: path.join(folder.directory, file), content: source },
    textChange(folder, version),
    { file: absolute(draft.file) },
  ]);
  printPublished(folder, version.id, target.effective, entry.text);
  for (const language of languagesOf(folder, id)) {
    print(`To translate: npm run notices -- translate ${id} ${language}`);
  }
  return { warnings, isPublished: true };
}

/** The last version and those that are scheduled, each with the one before it. */
function changedLately(
  { today }: Folder,
  published: readonly CheckedVersion[],
): { version: VersionText; before: VersionText }[] {
  return published.flatMap((version, index) => {
    const before = published[index - 1];
    const isRecent = index === published.length - 1 || version.facts.effective > today;
    return before && isRecent && !version.translation
      ? [{ version: textOf(version), before: textOf(before) }]
      : [];
  });
}

const warningsOf = (findings: readonly Finding[], undone: readonly TakenBack[]): string =>
  [
    ...(findings.length > 0 ? [reported(findings)] : []),
    ...undone.map((each) => `${paint('yellow', 'warning')}  the draft ${describeTakenBack(each)}`),
  ].join('\n');

function printPublished({ today }: Folder, id: string, effective: IsoDate, text: string): void {
  printClock(today);
  print(`Published ${id}, which applies from ${formatDate(effective)}.`);
  print(`Fingerprint ${text}`);
  print('Now commit the folder with its lock and record, build the site and deploy it.');
}

/** The languages that a notice has been published in. */
const languagesOf = ({ versions }: Folder, id: string): Set<string> =>
  new Set(
    versions.flatMap(({ translation, draft }) =>
      translation?.of === id && !draft ? [translation.language] : [],
    ),
  );

/** The version that a draft becomes, and the versions around it. */
interface Target {
  name: string;
  effective: IsoDate;
  /** The mistakes in its dates. */
  refusals: Reason[];
  last?: VersionText;
  original?: VersionText;
  before?: { translation: VersionText; original: VersionText };
}

function nextVersion(
  folder: Folder,
  draft: CheckedVersion,
  last: CheckedVersion | undefined,
  chosen: string | undefined,
): Target {
  const effective = dayFrom(chosen ?? draft.facts.effective);
  const refusals = datesRefused(folder, effective, last?.facts);
  return { name: effective, effective, refusals, ...(last && { last: textOf(last) }) };
}

/** A translation gets the date of its original, which must already be published. */
function translationOf(
  { versions, today }: Folder,
  {
    facts: { effective },
    notice,
    translation: { of },
  }: CheckedVersion & { translation: NonNullable<CheckedVersion['translation']> },
  chosen: string | undefined,
): Target {
  if (chosen !== undefined && chosen !== effective) {
    throw new Refusal(
      'a translation applies from the same day as its original',
      'leave --effective out',
    );
  }
  const original = versions.findLast(
    (version) => version.notice === of && !version.draft && version.facts.effective === effective,
  );
  if (!original) {
    throw new Refusal(
      `the original is still a draft, to apply from ${effective}`,
      `publish that first: npm run notices -- publish ${of}`,
    );
  }
  if (versions.some((version) => version.notice === notice && version.name === original.name)) {
    throw new Refusal(
      `${notice}/${original.name} is already published`,
      'correct it with: npm run notices -- erratum',
    );
  }
  const translation = versions.findLast(
    (version) => version.notice === notice && !version.draft && version.date < original.date,
  );
  const translated = versions.find(
    (version) => version.notice === of && version.name === translation?.name,
  );
  return {
    name: original.name,
    effective,
    refusals: clockRefused(today, original.facts.published),
    original: textOf(original),
    ...(translation &&
      translated && {
        before: { translation: textOf(translation), original: textOf(translated) },
      }),
  };
}

function dayFrom(written: string): IsoDate {
  if (isIsoDate(written)) return written;
  throw new Refusal(`"${written}" is not a day`, 'write it like --effective 2026-01-31');
}

/** Refuses a folder with published versions that have changed or are not in the lock. */
function refuseUnlocked({ locked }: Folder): void {
  const faults = checkLock(locked, true).filter(
    (each) =>
      isError(each) ||
      (each.code === 'lock-missing' && locked.versions.some(({ draft }) => !draft)),
  );
  if (faults.length > 0) throw new Refusal(reported(faults), 'fix the errors above first');
}

function datesRefused(
  { today }: Folder,
  effective: IsoDate,
  last: { effective: IsoDate; published: IsoDate } | undefined,
): Reason[] {
  return [
    ...(effective < today
      ? [
          {
            message: `it would apply from ${effective}, before anyone could read it; today is ${today}`,
            hint: `choose today or a later day: --effective ${today}. If it really applied before, name its file for that day and adopt it`,
          },
        ]
      : []),
    ...(last ? clockRefused(today, last.published) : []),
    ...(last && effective <= last.effective
      ? [
          {
            message: `it would apply from ${effective}, which is not after the last version, ${last.effective}`,
            hint: 'choose a later day: --effective <day>',
          },
        ]
      : []),
  ];
}

/** The clock may be behind: nothing is published before what it follows. */
const clockRefused = (today: IsoDate, published: IsoDate): Reason[] =>
  today >= published
    ? []
    : [
        {
          message: `today is ${today} by the clock, but the last version was published on ${published}`,
          hint: 'correct the clock, or NOTICEBOARD_TODAY',
        },
      ];

/** The draft with its final dates, and with every anchor written out. */
const prepare = (draft: string, published: IsoDate, effective: IsoDate): string =>
  writeAnchors(editFacts(draft, { published: `"${published}"`, effective: `"${effective}"` }));

/** The command chose the day, and a new text is not translated yet. */
const EXPECTED: readonly FindingCode[] = ['date-unchanged', 'translation-behind'];

/** Checks the folder as it would be with the new version. Returns its text, and its warnings. */
async function rehearse(
  folder: Folder,
  draft: CheckedVersion,
  { file, source }: { file: string; source: string },
): Promise<{ checked: CheckedVersion; version: VersionText; findings: Finding[] }> {
  const bytes = new TextEncoder().encode(source);
  const draftFile = fileOfVersion(draft);
  const shown = draft.file.replace(draftFile, file);
  const rehearsed = await folderWith(folder, (files) => [
    ...files.filter(({ path: each }) => each !== draftFile),
    { path: file, file: shown, bytes },
  ]);
  refuseErrors(rehearsed);
  const checked = rehearsed.versions.find((each) => fileOfVersion(each) === file);
  if (!checked) throw new Refusal(`the draft ${draft.file} could not be read`);
  const findings = rehearsed.findings
    .filter((each) => each.file === shown && !EXPECTED.includes(each.code))
    .map((each) => ({ ...each, file: draft.file }));
  return { checked, version: textOf(checked), findings };
}
