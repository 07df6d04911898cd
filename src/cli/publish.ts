/** `publish`: makes the draft of a notice its next version, completely or not at all. */
import path from 'node:path';
import type { CheckedVersion } from '../checks/file.ts';
import { isError, type Finding, type FindingCode, type Reported } from '../findings/catalogue.ts';
import { editFacts, writeAnchors } from '../mdx/edit.ts';
import { formatDate, type IsoDate } from '../notices/dates.ts';
import { isCalledOff } from '../notices/timeline.ts';
import { fileOfVersion } from '../notices/names.ts';
import { checkLock } from '../record/check.ts';
import { movedImport } from '../record/imports.ts';
import { obstaclesTo } from '../record/publishable.ts';
import type { Lock } from '../record/lock.ts';
import { hintFor, repeatedBy } from '../record/repeated.ts';
import { textOf, type VersionText } from '../record/texts.ts';
import { changedLately, takenBack, writtenWithout } from './taken-back.ts';
import { openOfImport } from './import-open.ts';
import { clockRefused, dayRefused, nameFor } from './days.ts';
import {
  absolute,
  approversOf,
  baseOf,
  dayFrom,
  draftHint,
  folderWith,
  idOf,
  inTurn,
  lockOf,
  notCalledOff,
  noticeIn,
  readSoundFolder,
  refuseErrors,
  refusePart,
  type Folder,
} from './folder.ts';
import { checklistOf } from '../law/checklist.ts';
import { fileOf, findingsOfChecklist } from '../law/findings.ts';
import { placesIn } from '../law/place.ts';
import { withoutRemark } from '../law/start/draft.ts';
import { lawOn, readingOfVersion, type LawVersion } from '../law/version.ts';
import { entryOf, recordTogether, textChange } from './record.ts';
import {
  confirmed,
  print,
  printClock,
  Refusal,
  refuseAll,
  reported,
  type Reason,
} from './terminal.ts';

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
  refusePart('publish', [written]);
  // The turn ends before anyone is asked: a person may take an hour, and others must not wait.
  const attempt = { effective, isAgreed: yes, leftOut: new Set<string>() };
  const { warnings, isPublished } = await inTurn(() => tryToPublish(written, attempt));
  if (warnings !== '') print(warnings);
  if (isPublished) return;
  if (!(await confirmed('Publish it in spite of these warnings? This cannot be undone.'))) {
    throw new Refusal(
      'nothing was published: there are warnings, and publishing cannot be undone',
      `correct the draft, or publish it as it is: npx noticeboard publish ${idOf(written)} --yes`,
    );
  }
  await inTurn(() => tryToPublish(written, { ...attempt, isAgreed: true }));
}

/** One of two: before a person is asked, and after. */
interface Attempt {
  /** The day from which the draft applies, as it was typed. */
  effective: string | undefined;
  /** Whether it is published in spite of warnings. */
  isAgreed: boolean;
  /** Drafts of other notices that were reported as left out, to which others are added. */
  leftOut: Set<string>;
}

/**
 * Publishes the draft, unless there are warnings that nobody has agreed to.
 *
 * @returns the warnings, as text for the terminal, and whether it was published
 */
async function tryToPublish(
  written: string,
  { effective: chosen, isAgreed, leftOut }: Attempt,
): Promise<{ warnings: string; isPublished: boolean }> {
  const folder = await readSoundFolder({ notices: [idOf(written)], leftOut });
  const { id, published, draft } = noticeIn(folder, written);
  if (!draft) throw new Refusal(`${id} has no draft`, draftHint(id, published));
  const lock = lockOf(folder);
  refuseUnlocked(folder);
  const target = draft.translation
    ? translationOf(folder, { ...draft, translation: draft.translation }, chosen)
    : nextVersion(folder, draft, published, chosen);
  // First, or a date that is taken would be reported as an error of the folder.
  refuseAll(target.refusals);
  const source = prepare(withoutRemark(draft.text()), folder.today, target.effective);
  const file = fileOfVersion({ ...draft, name: target.name });
  const { checked, version, findings } = await rehearse(folder, draft, { file, source });
  const law = lawOf({ ...checked, file: draft.file }, target.effective, folder.today);
  refuseAll([
    ...obstaclesTo(version, { ...target, approvers: approversOf(folder, draft) }),
    ...repeatedElsewhere(folder, checked, lock),
    ...refusedByLaw(law.findings),
  ]);
  const found = [...findings, ...law.findings.filter(({ code }) => ASKED_FIRST.has(code))];
  const warnings = [
    ...(found.length > 0 ? [reported(found)] : []),
    ...openOfImport(folder.directory, draft),
    ...(draft.translation
      ? []
      : takenBack(version, changedLately(folder, published, target.effective))),
    ...(target.next ? writtenWithout(version, target.last, target.next) : []),
  ].join('\n');
  if (warnings !== '' && !isAgreed) {
    return { warnings: [warnings, ...law.lines].join('\n'), isPublished: false };
  }
  const entry = entryOf(folder, checked, version);
  recordTogether(folder, lock, { [version.id]: entry }, [
    { file: path.join(folder.directory, file), content: source },
    textChange(folder, version),
    { file: absolute(folder, draft.file) },
    ...movedImport(folder.directory, draft.notice, target.name),
  ]);
  printPublished(folder, version.id, target.effective, entry.text);
  law.lines.forEach((line) => print(line));
  for (const language of languagesOf(folder, id)) {
    print(`To translate: npx noticeboard translate ${id} ${language}`);
  }
  return { warnings, isPublished: true };
}

/** What the law says of a version on the day it begins: as findings, and in lines. It is read once. */
function lawOf(
  version: LawVersion & { notice: string },
  effective: IsoDate,
  today: IsoDate,
): { findings: Reported[]; lines: string[] } {
  const reading = readingOfVersion(version);
  if (!reading) return { findings: [], lines: [] };
  const checklist = checklistOf(reading, effective, today);
  return {
    findings: findingsOfChecklist(checklist, placesIn(fileOf(version))),
    lines: lawOn(version.notice, reading, checklist, effective),
  };
}

/** What of the law is asked about before a version is published for good: gaps, and waivers that leave nothing. */
const ASKED_FIRST: ReadonlySet<string> = new Set(['waiver-unfit', 'placeholder']);

/** The reason not to publish facts that cannot be right on the day they begin, all in one report. */
function refusedByLaw(found: readonly Reported[]): Reason[] {
  const errors = found.filter(isError);
  if (errors.length === 0) return [];
  const hint =
    'correct these facts, and publish again; the rest is listed by: npx noticeboard check';
  return [{ message: reported(errors), hint }];
}

/** The reason not to publish what another notice says already: a copied folder that nobody edited. */
function repeatedElsewhere({ locked }: Folder, checked: CheckedVersion, lock: Lock): Reason[] {
  const same = repeatedBy(checked, locked.versions, locked.files, lock.versions);
  if (!same || checked.translation || same.id.startsWith(`${checked.notice}/`)) return [];
  const message = `there is nothing to publish: the draft says the same as ${same.id}`;
  return [{ message, hint: hintFor(checked, same.id) }];
}

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
  /** The scheduled version that will replace it. */
  next?: VersionText;
  original?: VersionText;
  before?: { translation: VersionText; original: VersionText };
}

function nextVersion(
  { today }: Folder,
  { notice, facts }: CheckedVersion,
  published: readonly CheckedVersion[],
  chosen: string | undefined,
): Target {
  const effective = dayFrom(chosen ?? facts.effective);
  const last = baseOf(notice, published, { today, before: effective });
  const next = notCalledOff(published, today).find((each) => each.facts.effective > effective);
  return {
    name: nameFor(effective, published),
    effective,
    refusals: [
      ...dayRefused(notice, effective, published, today),
      ...clockRefused(published, today),
    ],
    ...(last && { last: textOf(last) }),
    ...(next && { next: textOf(next) }),
  };
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
    ({ notice: its, draft, facts }) => its === of && !draft && facts.effective === effective,
  );
  if (original && isCalledOff(original.facts, today)) {
    throw new Refusal(
      `the original, ${of}/${original.name}, was called off, and so are its translations`,
      `delete the draft, or translate another version: npx noticeboard translate ${of} <language>`,
    );
  }
  if (!original) {
    throw new Refusal(
      `the original is still a draft, to apply from ${effective}`,
      `publish that first: npx noticeboard publish ${of}`,
    );
  }
  if (versions.some((version) => version.notice === notice && version.name === original.name)) {
    throw new Refusal(
      `${notice}/${original.name} is already published`,
      'correct it with: npx noticeboard erratum',
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
    refusals: clockRefused([original], today),
    original: textOf(original),
    ...(translation &&
      translated && {
        before: { translation: textOf(translation), original: textOf(translated) },
      }),
  };
}

/** Refuses a folder with published versions that have changed or are not in the lock. */
function refuseUnlocked({ locked }: Folder): void {
  const faults = checkLock(locked, true).filter(
    (each) =>
      isError(each) ||
      (each.code === 'lock-missing' && locked.versions.some(({ draft }) => !draft)),
  );
  if (faults.length > 0) throw new Refusal(reported(faults), 'do what stands above first');
}

/** The draft with its final dates, and with every anchor written out. */
const prepare = (draft: string, published: IsoDate, effective: IsoDate): string =>
  writeAnchors(editFacts(draft, { published: `"${published}"`, effective: `"${effective}"` }));

/** The command chose the day, and a new text is not translated yet. */
const EXPECTED: readonly FindingCode[] = ['date-unchanged', 'translation-behind'];

/**
 * Checks the folder as it would be with the new version, whose file is read now, whatever is kept.
 * Returns its text, and its warnings.
 */
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
