/**
 * The comparison of two versions: what changed, as data, and both texts in one, as a redline.
 * Plain TypeScript over two documents, for the build, the terminal, tests and the browser.
 */
import type { Document } from '../document/model.ts';
import type { Facts } from '../notices/schema.ts';
import { listChanges } from './changes.ts';
import { compareFacts } from './facts.ts';
import { compareLeaves } from './flow.ts';
import { leavesOf } from './leaves.ts';
import type { Change, ChangeKind, Comparison, FactChange, SectionChange } from './model.ts';
import { listSections } from './sections.ts';
import { boundNumbering } from './tokens.ts';

export type * from './model.ts';
export type { RedlineOptions } from './redline/options.ts';
export { renderRedline } from './redline/print.ts';
export { renderSideBySide } from './redline/side-by-side.ts';
export { anchorsIn } from './redline/walk.ts';

/**
 * Compares two documents. Facts are compared where both have them. The time it takes grows with
 * the length of the texts, not with its square, however little they have in common.
 *
 * @param records what is different between their records of processing, by `compareRecords`, whose
 *   words a browser fetches only for notices that have records: `compareVersions` finds it
 * @returns the changes and the redline of both; the documents stay as they are
 */
export function compareDocuments(
  before: Document<Facts>,
  after: Document<Facts>,
  records: readonly FactChange[] = [],
): Comparison {
  boundNumbering();
  const { redline, ...shares } = compareLeaves(leavesOf(before), leavesOf(after));
  const inFacts = before.facts && after.facts ? compareFacts(before.facts, after.facts) : [];
  const facts = [...inFacts, ...records];
  const { changes: inText, words } = listChanges(redline);
  const changes = [...facts.map(changeOfFact), ...inText];
  const sections = listSections(redline, changes, shares);
  return {
    facts,
    sections,
    changes,
    statistics: { words, sections: countSections(sections), kinds: countKinds(changes) },
    redline,
  };
}

const changeOfFact = ({ id, before, after }: FactChange): Change => ({
  id,
  kind: 'facts',
  removed: before.join(', '),
  added: after.join(', '),
});

function countSections(sections: readonly SectionChange[]) {
  const named = sections.filter(({ before, after }) => (after ?? before)?.level !== 0);
  const having = (state: SectionChange['states'][number]): number =>
    named.filter(({ states }) => states.includes(state)).length;
  return {
    touched: named.filter(({ states }) => states.length > 0).length,
    added: having('added'),
    removed: having('removed'),
    total: named.length,
  };
}

function countKinds(changes: readonly Change[]): Record<ChangeKind, number> {
  const counts = { facts: 0, wording: 0, number: 0, link: 0, format: 0, move: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}
