/** `revise`: copies the version in force to a draft. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { dayAfter } from '../notices/dates.ts';
import { editFacts } from '../mdx/edit.ts';
import { writeWhole } from '../record/files.ts';
import { baseOf, noticeIn, readFolder } from './folder.ts';
import { print, Refusal } from './terminal.ts';

/**
 * Creates the draft of a notice's next version.
 *
 * @param written the id of the notice, as it was typed
 * @throws Refusal if there is a draft already, or the notice is a translation
 */
export async function revise(written: string, from?: string): Promise<void> {
  const folder = await readFolder();
  const { id, published } = noticeIn(folder, written);
  const [first] = published;
  if (first?.translation) {
    const { of, language } = first.translation;
    throw new Refusal(
      `${id} is a translation: it changes when its original does`,
      `npm run notices -- revise ${of}, publish it, and then: npm run notices -- translate ${of} ${language}`,
    );
  }
  const draft = path.join(folder.directory, id, 'draft.mdx');
  if (existsSync(draft)) {
    throw new Refusal(
      `${id} already has a draft: ${path.relative('.', draft)}`,
      `edit that one, or delete it if it is no longer wanted`,
    );
  }
  const last = published.at(-1);
  if (!last) throw new Refusal(`${id} has no version to revise`);
  const source = baseOf(id, published, from) ?? last;
  // The next day on which it can apply; `publish --effective` sets another.
  const next = dayAfter(last.facts.effective);
  const effective = next > folder.today ? next : folder.today;
  const text = editFacts(source.text, {
    published: `"${folder.today}"`,
    effective: `"${effective}"`,
    changes: '[]',
    changeType: undefined,
    reviewed: undefined,
    reviewDue: undefined,
    withdrawn: undefined,
    notified: undefined,
  });
  writeWhole(draft, text);
  print(`Created ${path.relative('.', draft)}, a copy of ${source.file}.`);
  print('Edit it, and describe in `changes` what people should know. Then:');
  print(`  npm run notices -- diff ${id}`);
  print(`  npm run notices -- publish ${id}`);
}
