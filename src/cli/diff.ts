/** `diff`: shows what a draft changes, section by section. */
import { withNames } from '../compare/hidden.ts';
import type { Change, Comparison } from '../compare/model.ts';
import { compareVersions } from '../compare/versions.ts';
import { en } from '../words/en/index.ts';
import { describeFactChange } from '../views/fact-change.ts';
import { baseOf, draftHint, idOf, noticeIn, readSoundFolder } from './folder.ts';
import { paint, print, Refusal } from './terminal.ts';

/**
 * Prints the differences between the draft of a notice and the version before it.
 *
 * @param written the id of the notice, as it was typed
 * @param from the name of the version to compare with; the one that the draft follows if absent
 * @throws Refusal if there is no draft, or no version to compare it with
 */
export async function diff(written: string, from?: string): Promise<void> {
  const folder = await readSoundFolder({ notices: [idOf(written)] });
  const { id, published, draft } = noticeIn(folder, written);
  if (!draft) throw new Refusal(`${id} has no draft`, draftHint(id, published));
  const { effective } = draft.facts;
  const before = baseOf(id, published, { today: folder.today, before: effective, from });
  if (!before) throw new Refusal(`${id} has no version to compare its draft with`);
  print(paint('bold', `${id}: the draft compared with ${before.name}`));
  printComparison(compareVersions(before.document(), draft.document()));
}

function printComparison({ facts, sections, changes, statistics }: Comparison): void {
  if (changes.length === 0) {
    print('No differences.');
    return;
  }
  if (facts.length > 0) print(`\n${paint('bold', 'Facts')}`);
  for (const fact of facts) print(`  ${describeFactChange(fact, en)}`);
  const byId = new Map(changes.map((change) => [change.id, change]));
  for (const { before, after, states, changes: ids } of sections) {
    if (states.length === 0) continue;
    const place = after ?? before;
    const heading = place?.heading === '' ? 'Introduction' : (place?.heading ?? '');
    const renamed =
      states.includes('renamed') && before ? paint('dim', ` (was “${before.heading}”)`) : '';
    const changed = en.listed(states.map((state) => en.sectionStates[state]));
    print(`\n${paint('bold', heading)}${renamed}  ${paint('cyan', changed)}`);
    for (const id of ids) {
      const change = byId.get(id);
      if (change) printChange(change);
    }
  }
  const { added, removed } = statistics.words;
  print(
    `\n${en.counts.changes(changes.length)}: ${en.counts.words(added)} added, ${en.counts.words(removed)} removed.`,
  );
}

function printChange({ kind, ...texts }: Change): void {
  const [removed, added] = [withNames(texts.removed), withNames(texts.added)];
  const label = kind === 'wording' ? '' : paint('dim', `${en.differences[kind]}  `);
  if (kind === 'move') {
    print(`  ${label}${added || removed}`);
    return;
  }
  if (removed !== '') print(`  ${label}${paint('red', `- ${removed}`)}`);
  if (added !== '') print(`  ${label}${paint('green', `+ ${added}`)}`);
}
