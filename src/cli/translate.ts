/** `translate`: the draft of a version in another language. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { canonicalTag } from '../checks/translations.ts';
import type { CheckedVersion } from '../checks/folder.ts';
import { DRAFT, fileOfVersion } from '../notices/names.ts';
import { editFacts, writeAnchors } from '../mdx/edit.ts';
import { writeWhole } from '../record/files.ts';
import { splitSource } from '../mdx/split.ts';
import { noticeIn, placed, readFolder, type Folder } from './folder.ts';
import { print, Refusal } from './terminal.ts';

/** @param name the version to translate; what applies, or else is to come, when left out */
export function translate(written: string, tag: string, name: string | undefined): void {
  const folder = readFolder();
  const { id, published, draft } = noticeIn(folder, written);
  const language = languageFrom(tag);
  const first = published[0] ?? draft;
  if (first?.translation) {
    const { of } = first.translation;
    throw new Refusal(
      `${id} is a translation`,
      `translate what it is of: npm run notices -- translate ${of} ${language}`,
    );
  }
  if (first?.facts.language === language) {
    throw new Refusal(`${id} is in "${language}" already`, 'name another language');
  }
  const notice = `${id}/${language}`;
  const place = { notice, name: DRAFT, translation: { language, of: id } };
  const file = path.join(folder.directory, fileOfVersion(place));
  if (existsSync(file)) {
    throw new Refusal(
      `there is a draft: ${path.relative('.', file)}`,
      `write that one: npm run notices -- publish ${notice}`,
    );
  }
  const earlier = folder.versions.filter((each) => each.notice === notice && !each.draft);
  const original = toTranslate(folder, id, new Set(earlier.map((each) => each.name)), name);
  const later = published.find(
    (each) => each.date === original.date && each.sequence > original.sequence,
  );
  if (later) {
    throw new Refusal(
      `${id}/${original.name} never applied: ${later.name} took its place on the day itself`,
      `translate that one: npm run notices -- translate ${id} ${language} ${later.name}`,
    );
  }
  const last = earlier.findLast((each) => each.date <= original.date) ?? earlier[0];
  writeWhole(file, draftOf(original, last, language, folder.today));
  const shown = path.relative('.', file);
  print(`${shown} is a copy of ${original.file}, to be translated.`);
  if (last) {
    print(
      `Its title, summary, audience and text are those of ${last.file}: bring them up to date.`,
    );
  }
  if (original.facts.changes.length > 0) print('What `changes` says is to be translated too.');
  print('Keep every anchor {#…} as it is: links lead to the same section in every language. Then:');
  print(`  npm run notices -- publish ${notice}`);
}

function languageFrom(written: string): string {
  const canonical = canonicalTag(written);
  if (canonical !== undefined) return canonical;
  throw new Refusal(`"${written}" is not a language tag`, 'write it like cy, pl or pt-BR');
}

/** The version asked for; else the one that applies, or the next to come, that has no translation. */
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
      throw new Refusal(`${id} has no public version "${name}"`, 'see: npm run notices -- status');
    if (done.has(name)) {
      throw new Refusal(
        `${id}/${name} is translated`,
        'what is published is corrected with: npm run notices -- erratum',
      );
    }
    return chosen;
  }
  const wanted = all.filter(({ status }) => status === 'in-force' || status === 'scheduled');
  const next = wanted.find(({ version }) => !done.has(version.name));
  if (next) return next.version;
  throw new Refusal(
    wanted.length > 0
      ? `every text of ${id} that applies or is to come is translated`
      : `${id} has no text that applies`,
    folder.versions.some(({ notice, draft }) => notice === id && draft)
      ? `a draft is translated once it is published: npm run notices -- publish ${id}`
      : 'to translate an earlier one, name its version',
  );
}

/** The original with its facts; its text, or that of the translation before, to be translated. */
function draftOf(
  original: CheckedVersion,
  last: CheckedVersion | undefined,
  language: string,
  today: string,
): string {
  const before = last && splitSource(last.text);
  const factOf = (name: string): string | undefined =>
    before?.facts
      .find((fact) => fact.name === name)
      // A key may stand in quotes, or with a space behind it.
      ?.text.replace(/^[^:]*:[ \t]*/, '')
      .trimEnd();
  const translated = Object.fromEntries(
    ['title', 'summary', 'audience'].flatMap((name) => {
      const value = factOf(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const source = writeAnchors(original.text);
  const text = before ? withText(source, before.rest) : source;
  return editFacts(text, {
    language,
    published: `"${today}"`,
    reviewed: undefined,
    reviewDue: undefined,
    withdrawn: undefined,
    notified: undefined,
    ...translated,
  });
}

function withText(source: string, rest: string): string {
  const split = splitSource(source);
  return split ? split.head + split.facts.map(({ text }) => text).join('') + rest : source;
}
