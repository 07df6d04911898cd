/** `publish`: the draft of a notice becomes its next version, whole or not at all. */
import { cpSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { formatDate, isIsoDate, londonDay, type IsoDate } from '../notices/dates.ts';
import { checkLock } from '../record/check.ts';
import { editFacts, writeAnchors } from '../mdx/edit.ts';
import { writeWhole } from '../record/files.ts';
import { changeTogether } from '../record/journal.ts';
import { isError } from '../findings/catalogue.ts';
import type { CheckedVersion } from '../checks/folder.ts';
import { fileOfVersion } from '../notices/names.ts';
import { sectionsOf, textOf } from '../document/model.ts';
import { bodyText } from '../notices/text.ts';
import type { BuiltVersion } from '../record/site.ts';
import { accountOf } from '../compare/account.ts';
import { compareTexts } from './diff.ts';
import {
  absolute,
  draftHint,
  lockOf,
  noticeIn,
  readFolder,
  readSoundFolder,
  refuseErrors,
  withTexts,
  type Folder,
  type Texts,
} from './folder.ts';
import { entryOf, lockChange, readFile, textChange, withEntries } from './record.ts';
import { print, Refusal, reported } from './terminal.ts';

/** @param chosen the day from which it applies, instead of the draft's own */
export async function publish(written: string, chosen: string | undefined): Promise<void> {
  const folder = readSoundFolder();
  const { id, published, draft } = noticeIn(folder, written);
  if (!draft) {
    throw new Refusal(`${id} has no draft`, draftHint(id, published));
  }
  const lock = lockOf(folder);
  refuseUnlocked(folder);
  const target = draft.translation
    ? translationOf(folder, { ...draft, translation: draft.translation }, chosen)
    : nextVersion(folder, draft, published.at(-1), chosen);
  const draftText = readFile(absolute(draft.file));
  const source = prepare(draftText, folder.today, target.effective);
  const newId = `${id}/${target.name}`;
  const file = fileOfVersion({ ...draft, name: target.name });

  await rehearse(folder, { draft: fileOfVersion(draft), file, source }, (texts) => {
    const built = texts(newId);
    if (!built) throw new Refusal(`the text of the draft of ${id} could not be read`);
    refuseEmpty(built);
    if (target.original) {
      refuseUntranslated(texts, target.original, built);
      if (target.before) refuseStale(texts, target.original, target.before, built);
    }
    if (target.last) refuseUntold(texts, `${id}/${target.last}`, newId);
    if (readFile(absolute(draft.file)) !== draftText) {
      throw new Refusal(
        'the draft was changed while it was being published',
        'give the command again',
      );
    }
    const entries = { [newId]: entryOf(built, source) };
    changeTogether(folder.directory, [
      { file: path.join(folder.directory, file), content: source },
      textChange(folder, built),
      lockChange(folder, withEntries(lock, entries)),
      { file: absolute(draft.file) },
    ]);
    const clock = londonDay(new Date());
    if (clock !== folder.today) {
      print(`By NOTICEBOARD_TODAY it is ${folder.today}; by the clock ${clock}.`);
    }
    print(`Published ${newId}, which applies from ${formatDate(target.effective)}.`);
    print(`Fingerprint ${entries[newId]?.text ?? ''}`);
    print('Now commit the folder with its lock and record, build the site and deploy it.');
    for (const language of languagesOf(folder, id)) {
      print(`To be translated: npm run notices -- translate ${id} ${language}`);
    }
  });
}

/** The languages in which a notice was published before. */
const languagesOf = ({ versions }: Folder, id: string): Set<string> =>
  new Set(
    versions.flatMap(({ translation, draft }) =>
      translation?.of === id && !draft ? [translation.language] : [],
    ),
  );

/** The version that a draft becomes. */
interface Target {
  name: string;
  effective: IsoDate;
  /** The version that it follows, whose differences it must tell. */
  last?: string;
  /** Of a translation, the id of the version that it is a translation of. */
  original?: string;
  /** The translation before it, by the ids of its text and of its original. */
  before?: { translation: string; original: string };
}

function nextVersion(
  folder: Folder,
  draft: CheckedVersion,
  last: CheckedVersion | undefined,
  chosen: string | undefined,
): Target {
  const effective = dayFrom(chosen ?? draft.facts.effective);
  refuseDates(folder, effective, last?.facts);
  return { name: effective, effective, ...(last && { last: last.name }) };
}

/** A translation becomes a version of the day of what it translates, which is published before it. */
function translationOf(
  { versions }: Folder,
  {
    facts: { effective },
    notice,
    translation: { of },
  }: CheckedVersion & { translation: NonNullable<CheckedVersion['translation']> },
  chosen: string | undefined,
): Target {
  if (chosen !== undefined && chosen !== effective) {
    throw new Refusal(
      'a translation applies when what it translates does',
      'leave --effective out',
    );
  }
  const original = versions.findLast(
    (version) => version.notice === of && !version.draft && version.facts.effective === effective,
  );
  if (!original) {
    throw new Refusal(
      `what it translates is a draft itself, to apply from ${effective}`,
      `publish that first: npm run notices -- publish ${of}`,
    );
  }
  if (versions.some((version) => version.notice === notice && version.name === original.name)) {
    throw new Refusal(
      `${notice}/${original.name} is published already`,
      'correct it with: npm run notices -- erratum',
    );
  }
  const before = versions.findLast(
    (version) => version.notice === notice && !version.draft && version.date < original.date,
  );
  return {
    name: original.name,
    effective,
    original: `${of}/${original.name}`,
    ...(before && {
      before: { translation: `${notice}/${before.name}`, original: `${of}/${before.name}` },
    }),
  };
}

function dayFrom(written: string): IsoDate {
  if (isIsoDate(written)) return written;
  throw new Refusal(`"${written}" is not a day`, 'write it like --effective 2026-01-31');
}

/** What was published must be in the lock, and as it was, before more is put beside it. */
function refuseUnlocked({ locked }: Folder): void {
  const faults = checkLock(locked, true).filter(
    (each) =>
      isError(each) ||
      (each.code === 'lock-missing' && locked.versions.some(({ draft }) => !draft)),
  );
  if (faults.length > 0) throw new Refusal(reported(faults), 'mend what is told above first');
}

function refuseDates(
  { today }: Folder,
  effective: IsoDate,
  last: { effective: IsoDate; published: IsoDate } | undefined,
): void {
  if (effective < today) {
    throw new Refusal(
      `it would apply from ${effective}, before anyone can read it; today is ${today}`,
      `give today or a later day: --effective ${today}. What really applied before is named for its day, and adopted`,
    );
  }
  if (!last) return;
  if (today < last.published) {
    throw new Refusal(
      `today is ${today} by the clock, and the last version was published on ${last.published}`,
      'set the clock right, or NOTICEBOARD_TODAY',
    );
  }
  if (effective <= last.effective) {
    throw new Refusal(
      `it would apply from ${effective}, which is not after the last version, ${last.effective}`,
      `give a later day: --effective <day>`,
    );
  }
}

/** The draft with its dates, and with every anchor written out. */
const prepare = (draft: string, published: IsoDate, effective: IsoDate): string =>
  writeAnchors(editFacts(draft, { published: `"${published}"`, effective: `"${effective}"` }));

/** Makes the version in a copy of the folder, checks that, and hands over its texts. */
async function rehearse(
  folder: Folder,
  { draft, file, source }: { draft: string; file: string; source: string },
  use: (texts: Texts) => void,
): Promise<void> {
  // Beside the folder, so that what versions import is found from there as well.
  const copy = `${path.resolve(folder.directory)}.rehearsal-${process.pid}`;
  const clear = (): void => rmSync(copy, { recursive: true, force: true });
  process.once('exit', clear);
  try {
    // A copy of what links lead to: nothing that is done here may reach the folder itself.
    cpSync(realpathSync(folder.directory), copy, { recursive: true, dereference: true });
    rmSync(path.join(copy, draft));
    writeWhole(path.join(copy, file), source);
    refuseErrors(readFolder(copy));
    await withTexts(copy, use);
  } finally {
    clear();
  }
}

/** A heading with nothing under it is a promise that was not kept. */
function refuseEmpty({ document }: BuiltVersion): void {
  const empty = [...sectionsOf(document)].filter(
    ({ blocks, sections }) => blocks.length === 0 && sections.length === 0,
  );
  if (empty.length === 0) return;
  throw new Refusal(
    `these sections say nothing: ${empty.map(({ heading }) => `“${textOf(heading)}”`).join(', ')}`,
    'write them, or take their headings out',
  );
}

/** Fewer words than this may be the same in two languages: names, addresses, figures. */
const OWN_WORDS = 5;

/** What still says what its original says, word for word, is not translated. */
function refuseUntranslated(texts: Texts, id: string, { document, facts }: BuiltVersion): void {
  const original = texts(id);
  if (!original) throw new Refusal(`the text of ${id} could not be read`);
  const there = new Map(
    [...sectionsOf(original.document)].map(({ anchor, blocks }) => [
      anchor,
      JSON.stringify(blocks),
    ]),
  );
  const same = [...sectionsOf(document)].filter(({ anchor, blocks }) => {
    const words = bodyText({ lead: blocks, sections: [] }).split(/\s+/);
    return words.length >= OWN_WORDS && JSON.stringify(blocks) === there.get(anchor);
  });
  const told = facts.changes.find(
    ({ summary }, index) =>
      summary.split(/\s+/).length >= OWN_WORDS &&
      summary === original.facts.changes[index]?.summary,
  );
  if (told) {
    throw new Refusal(
      `what \`changes\` tells is in the words of the original: “${told.summary}”`,
      'translate it',
    );
  }
  // Facts print the same in every language.
  const prose = same.filter(({ blocks }) => blocks.some(({ type }) => type !== 'facts'));
  if (prose.length === 0) return;
  throw new Refusal(
    `these sections are in the words of the original: ${prose.map(({ heading }) => `“${textOf(heading)}”`).join(', ')}`,
    'translate them. What stays in another language on purpose is marked: <span lang="en">…</span>',
  );
}

/** A section that its original's author says has changed cannot be what it was in the translation. */
function refuseStale(
  texts: Texts,
  id: string,
  before: { translation: string; original: string },
  built: BuiltVersion,
): void {
  const saysIn = (from: BuiltVersion | undefined, anchor: string): string => {
    const sections = from ? [...sectionsOf(from.document)] : [];
    return JSON.stringify(sections.find((section) => section.anchor === anchor)?.blocks ?? []);
  };
  const isSame = (
    a: BuiltVersion | undefined,
    b: BuiltVersion | undefined,
    anchor: string,
  ): boolean => saysIn(a, anchor) === saysIn(b, anchor);
  const stale = [...sectionsOf(built.document)].filter(
    ({ anchor }) =>
      built.facts.changes.some(({ section }) => section === anchor) &&
      isSame(built, texts(before.translation), anchor) &&
      !isSame(texts(id), texts(before.original), anchor),
  );
  if (stale.length === 0) return;
  throw new Refusal(
    `these sections changed in the original, and say here what ${before.translation} says: ${stale.map(({ heading }) => `“${textOf(heading)}”`).join(', ')}`,
    'bring them up to date; what changed is told in the history of the original',
  );
}

/** Something must be different, and what is must be told. */
function refuseUntold(texts: Texts, from: string, to: string): void {
  const comparison = compareTexts(texts, from, to);
  if (comparison.changes.length === 0) {
    throw new Refusal(
      `nothing is different from ${from}`,
      'change the draft, or delete it. A review without a change is told by reviewed: "<day>" in the version in force',
    );
  }
  const [before, after] = [texts(from), texts(to)];
  if (!before || !after) return;
  const unwritten = after.facts.changes.filter(({ summary }) => /^(?:…|\.{3})$/.test(summary));
  if (unwritten.length > 0) {
    throw new Refusal(
      'an entry of `changes` says nothing yet: …',
      'write what a person should know',
    );
  }
  const { untold } = accountOf(after.facts.changes, comparison, before.document, after.document);
  if (untold.length === 0) return;
  const stood = new Set([...sectionsOf(before.document)].map((each) => each.anchor));
  const stands = new Set([...sectionsOf(after.document)].map((each) => each.anchor));
  const entries = untold.map(({ anchor }) => {
    const kind = !stood.has(anchor) ? 'added' : stands.has(anchor) ? 'changed' : 'removed';
    return `  - kind: ${kind}\n    section: ${anchor}\n    summary: …`;
  });
  throw new Refusal(
    `these sections changed, and \`changes\` does not tell it: ${untold.map(({ heading }) => `“${heading}”`).join(', ')}`,
    `add to the draft:\nchanges:\n${entries.join('\n')}`,
  );
}
