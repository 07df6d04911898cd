/** `translate`: creates the draft of a translation. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { canonicalTag } from '../checks/translations.ts';
import type { CheckedVersion } from '../checks/file.ts';
import { DRAFT, fileOfVersion } from '../notices/names.ts';
import { editFacts, writeAnchors } from '../mdx/edit.ts';
import { writeWhole } from '../record/files.ts';
import { splitSource } from '../mdx/split.ts';
import { noticeIn, placed, readFolder, type Folder } from './folder.ts';
import { print, Refusal } from './terminal.ts';

/**
 * Creates the draft of a version in another language.
 *
 * @param written the id of the notice, as it was typed
 * @param tag the language, as it was typed
 * @param name the version to translate; by default the one in force, or else the next one
 * @throws Refusal if there is nothing to translate, or a draft already
 */
export async function translate(
  written: string,
  tag: string,
  name: string | undefined,
): Promise<void> {
  const folder = await readFolder();
  const { id, published, draft } = noticeIn(folder, written);
  const language = languageFrom(tag);
  const first = published[0] ?? draft;
  if (first?.translation) {
    const { of } = first.translation;
    throw new Refusal(
      `${id} is a translation`,
      `translate its original: npx noticeboard translate ${of} ${language}`,
    );
  }
  if (first?.facts.language === language) {
    throw new Refusal(`${id} is already in "${language}"`, 'choose another language');
  }
  const notice = `${id}/${language}`;
  const place = { notice, name: DRAFT, translation: { language, of: id } };
  const file = path.join(folder.directory, fileOfVersion(place));
  if (existsSync(file)) {
    throw new Refusal(
      `this translation already has a draft: ${path.relative('.', file)}`,
      `finish it, then: npx noticeboard publish ${notice}`,
    );
  }
  const earlier = folder.versions.filter((each) => each.notice === notice && !each.draft);
  const original = toTranslate(folder, id, new Set(earlier.map((each) => each.name)), name);
  const later = published.find(
    (each) => each.date === original.date && each.sequence > original.sequence,
  );
  if (later) {
    throw new Refusal(
      `${id}/${original.name} never applied: ${later.name} replaced it on the same day`,
      `translate that one: npx noticeboard translate ${id} ${language} ${later.name}`,
    );
  }
  // Words that were called off with their original are not those to go on from.
  const calledOff = new Set(
    published.filter(({ facts }) => facts.calledOff).map((each) => each.name),
  );
  const usable = earlier.filter((each) => !calledOff.has(each.name));
  const last = usable.findLast((each) => each.date <= original.date) ?? usable[0];
  writeWhole(file, draftOf(original, last, language, folder.today));
  const shown = path.relative('.', file);
  print(`Created ${shown}, a copy of ${original.file} to translate.`);
  if (last) {
    print(
      `Its title, summary, audience and text are those of ${last.file}: bring them up to date.`,
    );
  }
  if (original.facts.changes.length > 0) print('Translate the entries of `changes` too.');
  print('Keep every anchor {#…} as it is: links lead to the same section in every language. Then:');
  print(`  npx noticeboard publish ${notice}`);
}

function languageFrom(written: string): string {
  const canonical = canonicalTag(written);
  if (canonical !== undefined) return canonical;
  throw new Refusal(`"${written}" is not a language tag`, 'write it like cy, pl or pt-BR');
}

/** The version asked for; by default the first untranslated one that is in force or scheduled. */
function toTranslate(
  folder: Folder,
  id: string,
  done: ReadonlySet<string>,
  name: string | undefined,
): CheckedVersion {
  const all = placed(folder, id);
  if (name !== undefined) {
    const chosen = all.find(({ version }) => version.name === name)?.version;
    if (!chosen)
      throw new Refusal(`${id} has no public version "${name}"`, 'see: npx noticeboard status');
    if (done.has(name)) {
      throw new Refusal(
        `${id}/${name} is already translated`,
        'correct a published translation with: npx noticeboard erratum',
      );
    }
    return chosen;
  }
  const wanted = all.filter(({ status }) => status === 'in-force' || status === 'scheduled');
  const next = wanted.find(({ version }) => !done.has(version.name));
  if (next) return next.version;
  throw new Refusal(
    wanted.length > 0
      ? `every version of ${id} that is in force or scheduled is already translated`
      : `${id} has no version in force`,
    folder.versions.some(({ notice, draft }) => notice === id && draft)
      ? `publish the draft before you translate it: npx noticeboard publish ${id}`
      : 'to translate an earlier one, name its version',
  );
}

/** The draft: the facts of the original, and its text or that of the previous translation. */
function draftOf(
  original: CheckedVersion,
  last: CheckedVersion | undefined,
  language: string,
  today: string,
): string {
  const before = last && splitSource(last.text());
  const factOf = (name: string): string | undefined =>
    before?.facts
      .find((fact) => fact.name === name)
      // A key may be in quotes, or have a space after it.
      ?.text.replace(/^[^:]*:[ \t]*/, '')
      .trimEnd();
  const translated = Object.fromEntries(
    ['title', 'summary', 'audience'].flatMap((name) => {
      const value = factOf(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const source = writeAnchors(original.text());
  const text = before ? withText(source, before.rest) : source;
  return editFacts(text, {
    language,
    published: `"${today}"`,
    reviewed: undefined,
    reviewDue: undefined,
    withdrawn: undefined,
    notified: undefined,
    waived: undefined,
    approved: undefined,
    ...translated,
  });
}

function withText(source: string, rest: string): string {
  const split = splitSource(source);
  return split ? split.head + split.facts.map(({ text }) => text).join('') + rest : source;
}
