/**
 * Joins the approvals that two branches have written into one draft. Each role may approve in a branch
 * of its own, and git sees two edits of the same lines.
 */
import { isDeepStrictEqual } from 'node:util';
import { commentsIn } from '../import/frontmatter.ts';
import { editFacts } from '../mdx/edit.ts';
import { readVersion, type ReadVersion } from '../mdx/read.ts';
import { splitSource } from '../mdx/split.ts';
import { isSameRole } from '../notices/roles.ts';
import type { Approval } from '../notices/schema.ts';
import { fingerprintToApprove } from '../record/approvals.ts';
import { approvalsAsYaml } from './approvals.ts';

/** What a draft is on each side of a merge; undefined where it was not there. */
type Drafts = readonly [base: string | undefined, ours: string, theirs: string];

/**
 * Joins two drafts that differ in their approvals alone.
 *
 * @returns ours with the approvals of both, of one role the later; undefined if that is for a person to say:
 *   anything else differs, a side cannot be read, names a role twice or has a comment among its approvals,
 *   or the sides contradict
 */
export function joinApprovals([base, ours, theirs]: Drafts): string | undefined {
  if (without(ours) !== without(theirs)) return undefined;
  // They are written again, and what is not an approval would be lost.
  if ([ours, theirs].some(hasComments)) return undefined;
  const [old, one, other] = [base, ours, theirs].map(approvedIn);
  if (!old || !one || !other || [old, one, other].some(isRepeated)) return undefined;
  const roles = [...one, ...other]
    .map(({ by }) => by)
    .filter((by, index, all) => all.findIndex((each) => isSameRole(each, by)) === index);
  const decided = roles.map((by) =>
    ofBoth(find(old, by), find(one, by), find(other, by), () => fingerprintIn(ours)),
  );
  if (decided.includes(CONTRADICTED)) return undefined;
  const approved = decided.filter((each) => each !== undefined && each !== CONTRADICTED);
  if (approved.length === 0) return undefined;
  const joined = editFacts(ours, { approved: approvalsAsYaml(approved) });
  const isWritten = without(joined) === without(ours);
  return isWritten && isDeepStrictEqual(approvedIn(joined), approved) ? joined : undefined;
}

const without = (text: string): string => editFacts(text, { approved: undefined });

/** Whether there are comments among the approvals, or between them and the next fact. */
const hasComments = (text: string): boolean =>
  (splitSource(text)?.facts ?? []).some(
    (fact) => fact.name === 'approved' && commentsIn(fact.text).length > 0,
  );

const readDraft = (text: string): ReadVersion =>
  readVersion({ file: '', bytes: new TextEncoder().encode(text) });

/** The approvals of a draft, none where there is no draft; undefined if its facts cannot be read. */
function approvedIn(text: string | undefined): Approval[] | undefined {
  if (text === undefined) return [];
  const { facts } = readDraft(text);
  return facts && [...(facts.approved ?? [])];
}

/** The fingerprint that an approval of this draft has; undefined if the draft cannot be read. */
function fingerprintIn(text: string): string | undefined {
  const { facts, document } = readDraft(text);
  return facts && document && fingerprintToApprove({ facts, document: document() });
}

const isRepeated = (approvals: readonly Approval[]): boolean =>
  approvals.some(({ by }, index) =>
    approvals.slice(index + 1).some((each) => isSameRole(each.by, by)),
  );

const find = (approvals: readonly Approval[], by: string): Approval | undefined =>
  approvals.find((each) => isSameRole(each.by, by));

const CONTRADICTED = Symbol('contradicted');

/**
 * What one side changed; where both did, the later approval, and of two of one day the one that is of
 * this text.
 *
 * @param fingerprint that of the text
 */
function ofBoth(
  base: Approval | undefined,
  ours: Approval | undefined,
  theirs: Approval | undefined,
  fingerprint: () => string | undefined,
): Approval | undefined | typeof CONTRADICTED {
  if (isDeepStrictEqual(ours, base)) return theirs;
  if (isDeepStrictEqual(theirs, base) || isDeepStrictEqual(ours, theirs)) return ours;
  // One side has taken out what the other has renewed.
  if (!ours || !theirs) return CONTRADICTED;
  if (ours.on !== theirs.on) return theirs.on > ours.on ? theirs : ours;
  const text = fingerprint();
  const fitting = [ours, theirs].filter((each) => text !== undefined && each.text === text);
  return fitting.length === 1 ? fitting[0] : CONTRADICTED;
}
