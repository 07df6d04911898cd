/** Who approved a version, and whom a draft still needs, for lists and checklists. */
import type { CheckedVersion } from '../checks/file.ts';
import { finding, isError, type Finding, type Place } from '../findings/catalogue.ts';
import {
  approvalsOf,
  unapproved,
  type ApprovalState,
  type RoleApproval,
} from '../record/approvals.ts';
import type { Approval } from '../notices/schema.ts';
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

/**
 * Reports approvals of drafts that `publish` would not take. That a role has not approved yet is how a
 * draft begins, and no fault.
 */
export function voidApprovals(
  folder: Pick<Folder, 'approval' | 'directory' | 'versions' | 'findings'>,
): Finding[] {
  const broken = new Set(folder.findings.filter(isError).map(({ file }) => file));
  return folder.versions
    .filter(({ draft, facts, file }) => draft && facts.approved && !broken.has(file))
    .flatMap((draft) =>
      unapproved(textOf(draft), approversOf(folder, draft))
        .filter(({ kind }) => kind !== 'approval-missing')
        .map(({ message, hint }) => finding('approval-void', placeIn(draft), message, hint)),
    );
}

function placeIn({ file, text }: CheckedVersion): Place {
  const at = text()
    .split('\n')
    .findIndex((line) => line.startsWith('approved:'));
  return { file, line: Math.max(at, 0) + 1, column: 1 };
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

/** Approvals as YAML, an entry on each line, so that those of two branches merge. */
export const approvalsAsYaml = (approved: readonly Approval[]): string =>
  approved
    .map(({ by, on, reference, text }) => {
      const pairs = Object.entries({ by, on, reference, text }).flatMap(([key, value]) =>
        value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
      );
      return `\n  - { ${pairs.join(', ')} }`;
    })
    .join('');
