/** Who approved a version, and whom a draft still needs, for lists and checklists. */
import type { CheckedVersion } from '../checks/file.ts';
import { approvalsOf, type ApprovalState, type RoleApproval } from '../record/approvals.ts';
import { textOf } from '../record/texts.ts';
import { approversOf, type Folder } from './folder.ts';

/**
 * The approvals of a version. Of a draft they have the state that `publish` would find, and the roles
 * that are missing are among them; those of a published version are what was sealed with it.
 */
export function approvalsIn(
  folder: Pick<Folder, 'approval' | 'directory'>,
  version: CheckedVersion,
): RoleApproval[] {
  const { approved = [] } = version.facts;
  if (!version.draft) {
    return approved.map((each) => ({ ...each, state: 'approved', isAsked: false }));
  }
  const asked = approversOf(folder, version);
  return asked.length + approved.length === 0 ? [] : approvalsOf(textOf(version), asked);
}

const STATES: Readonly<Record<ApprovalState, string>> = {
  approved: 'approved',
  changed: 'void: the text has changed since',
  'without-text': 'does not say which text',
  missing: 'not yet',
};

/** An approval in a line: "Data protection officer, 2026-11-20 (DPC-12)". */
export function describeApproval({ by, on, reference, state }: RoleApproval): string {
  const file = reference === undefined ? '' : ` (${reference})`;
  const what = state === 'approved' ? '' : `: ${STATES[state]}`;
  return `${by}${on === undefined ? '' : `, ${on}`}${file}${what}`;
}

/** An approval for programs. */
export const approvalAsData = ({
  by,
  on,
  reference,
  text,
  state,
  isAsked,
}: RoleApproval): Record<string, string | boolean | undefined> => ({
  by,
  on,
  reference,
  text,
  state,
  asked: isAsked,
});
