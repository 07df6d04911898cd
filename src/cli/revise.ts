/** `revise`: copies the version that a draft follows. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { editFacts } from '../mdx/edit.ts';
import { writeWhole } from '../record/files.ts';
import { dayRefused, nextDay } from './days.ts';
import { baseOf, dayFrom, notCalledOff, noticeIn, readFolder } from './folder.ts';
import { print, Refusal, refuseAll } from './terminal.ts';

/**
 * Creates the draft of a notice's next version.
 *
 * @param written the id of the notice, as it was typed
 * @throws Refusal if there is a draft already, or the notice is a translation
 */
export async function revise(
  written: string,
  { from, effective: chosen }: { from?: string; effective?: string } = {},
): Promise<void> {
  const folder = await readFolder();
  const { id, published } = noticeIn(folder, written);
  const [first] = published;
  if (first?.translation) {
    const { of, language } = first.translation;
    throw new Refusal(
      `${id} is a translation: it changes when its original does`,
      `npx noticeboard revise ${of}, publish it, and then: npx noticeboard translate ${of} ${language}`,
    );
  }
  const draft = path.join(folder.directory, id, 'draft.mdx');
  if (existsSync(draft)) {
    throw new Refusal(
      `${id} already has a draft: ${path.relative('.', draft)}`,
      `edit that one, or delete it if it is no longer wanted`,
    );
  }
  const { today } = folder;
  const wanted = chosen === undefined ? undefined : dayFrom(chosen);
  refuseAll(wanted === undefined ? [] : dayRefused(id, wanted, published, today));
  // Before the first version applies there is none to follow, but one to copy.
  const source = baseOf(id, published, { today, before: wanted, from }) ?? published.at(0);
  if (!source) throw new Refusal(`${id} has no version to revise`);
  const effective = wanted ?? nextDay(notCalledOff(published, today).at(-1), today);
  const text = editFacts(source.text(), {
    published: `"${today}"`,
    effective: `"${effective}"`,
    changes: '[]',
    changeType: undefined,
    reviewed: undefined,
    reviewDue: undefined,
    withdrawn: undefined,
    calledOff: undefined,
    notified: undefined,
    approved: undefined,
  });
  writeWhole(draft, text);
  print(`Created ${path.relative('.', draft)}, a copy of ${source.file}.`);
  const scheduled = notCalledOff(published, today).filter(({ facts }) => facts.effective > today);
  if (wanted === undefined && scheduled.includes(source)) {
    print(`It follows ${source.name}, which is scheduled. To change what applies before that day:`);
    print(`  npx noticeboard revise ${id} --effective <day>`);
  }
  print('Edit it, and describe in `changes` what people should know. Then:');
  print(`  npx noticeboard diff ${id}`);
  print(`  npx noticeboard publish ${id}`);
}
