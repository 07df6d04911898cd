/**
 * Joins the approvals that two branches have written into one draft. Each role may approve in a branch
 * of its own, and git sees two edits of the same lines.
 */
import { isDeepStrictEqual } from 'node:util';
import { editFacts } from '../mdx/edit.ts';
import { readVersion } from '../mdx/read.ts';
import { isSameRole } from '../notices/roles.ts';
import type { Approval } from '../notices/schema.ts';
import { approvalsAsYaml } from './approvals.ts';

/** What a draft is on each side of a merge; undefined where it was not there. */
type Drafts = readonly [base: string | undefined, ours: string, theirs: string];

/**
 * Joins two drafts that differ in their approvals alone.
 *
 * @returns ours with the approvals of both, of one role the later; undefined if anything else differs
 */
export function joinApprovals([base, ours, theirs]: Drafts): string | undefined {
  if (without(ours) !== without(theirs)) return undefined;
  const [old, one, other] = [base, ours, theirs].map(approvedIn);
  if (!one || !other) return undefined;
  const roles = [...one, ...other, ...(old ?? [])]
    .map(({ by }) => by)
    .filter((by, index, all) => all.findIndex((each) => isSameRole(each, by)) === index);
  const approved = roles.flatMap(
    (by) => ofBoth(find(old ?? [], by), find(one, by), find(other, by)) ?? [],
  );
  if (approved.length === 0) return undefined;
  const joined = editFacts(ours, { approved: approvalsAsYaml(approved) });
  const isWritten = without(joined) === without(ours);
  return isWritten && isDeepStrictEqual(approvedIn(joined), approved) ? joined : undefined;
}

const without = (text: string): string => editFacts(text, { approved: undefined });

/** The approvals of a draft; undefined if its facts cannot be read. */
function approvedIn(text: string | undefined): Approval[] | undefined {
  if (text === undefined) return [];
  const { facts } = readVersion({ file: '', bytes: new TextEncoder().encode(text) });
  return facts && [...(facts.approved ?? [])];
}

const find = (approvals: readonly Approval[], by: string): Approval | undefined =>
  approvals.find((each) => isSameRole(each.by, by));

/** What one side changed; where both did, the later approval. */
function ofBoth(
  base: Approval | undefined,
  ours: Approval | undefined,
  theirs: Approval | undefined,
): Approval | undefined {
  if (isDeepStrictEqual(ours, base)) return theirs;
  if (isDeepStrictEqual(theirs, base)) return ours;
  return ours && theirs && theirs.on > ours.on ? theirs : (ours ?? theirs);
}
