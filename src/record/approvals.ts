/** Whether a draft is approved: by whom, and whether its words are still those that were approved. */
import { quotedForShell } from '../findings/shell.ts';
import { noticeOfId } from '../notices/names.ts';
import { formatDate } from '../notices/dates.ts';
import { isSameRole } from '../notices/roles.ts';
import type { Approval } from '../notices/schema.ts';
import { textToApprove } from '../notices/text.ts';
import { sha256 } from './source.ts';
import type { VersionText } from './texts.ts';

/**
 * `approved`; `changed`: the text is another one since; `without-text`: nothing says which text was
 * approved; `missing`: a role that is asked for has not approved anything.
 */
export type ApprovalState = 'approved' | 'changed' | 'without-text' | 'missing';

/** What one role has approved. */
export interface RoleApproval extends Partial<Approval> {
  by: string;
  state: ApprovalState;
  /** Whether the settings ask for it. */
  isAsked: boolean;
}

/** The fingerprint that an approval of a text has: the SHA-256 of the text without its two days. */
export const fingerprintToApprove = ({
  facts,
  document,
}: Pick<VersionText, 'facts' | 'document'>): string => sha256(textToApprove(facts, document));

/**
 * Each role that is asked for, in the order of the settings, and then each other one that approved.
 *
 * @param asked the roles that have to approve it
 */
export function approvalsOf(
  version: Pick<VersionText, 'facts' | 'document'>,
  asked: readonly string[],
): RoleApproval[] {
  const approved = version.facts.approved ?? [];
  const fingerprint = approved.length > 0 ? fingerprintToApprove(version) : '';
  const stateOf = ({ text }: Approval): ApprovalState =>
    text === undefined ? 'without-text' : text === fingerprint ? 'approved' : 'changed';
  return [
    ...asked.map((by): RoleApproval => {
      const given = approved.find((each) => isSameRole(each.by, by));
      return given
        ? { ...given, state: stateOf(given), isAsked: true }
        : { by, state: 'missing', isAsked: true };
    }),
    ...approved
      .filter(({ by }) => !asked.some((role) => isSameRole(role, by)))
      .map((given) => ({ ...given, state: stateOf(given), isAsked: false })),
  ];
}

/** The command with which a role approves the draft of a notice. */
export const approveCommand = (notice: string, by: string): string =>
  `npx noticeboard approve ${notice} --by ${quotedForShell(by)}`;

/** Why approvals stop a draft from being published. */
export interface ApprovalObstacle {
  kind: 'approval-missing' | 'approval-changed' | 'approval-without-text';
  message: string;
  hint: string;
}

/**
 * Refuses a draft that a role has not approved, and one that says it was approved but has other words now.
 * An approval that nobody asks for may leave open which text it is of.
 */
export function unapproved(draft: VersionText, asked: readonly string[]): ApprovalObstacle[] {
  const notice = noticeOfId(draft.id);
  return approvalsOf(draft, asked).flatMap((each): ApprovalObstacle[] => {
    const { by, on, state, isAsked } = each;
    const command = approveCommand(notice, by);
    const day = on === undefined ? '' : ` on ${formatDate(on)}`;
    switch (state) {
      case 'approved':
        return [];
      case 'missing':
        return [
          {
            kind: 'approval-missing',
            message: `the draft is not approved by “${by}”`,
            hint: `once it is: ${command}`,
          },
        ];
      case 'changed':
        return [
          {
            kind: 'approval-changed',
            message: `the text has changed since “${by}” approved it${day}`,
            hint: `have the new text approved: ${command}${isAsked ? '' : '\nThe settings do not ask for this role: its entry in `approved` may be deleted'}`,
          },
        ];
      case 'without-text':
        return isAsked
          ? [
              {
                kind: 'approval-without-text',
                message: `nothing shows which text “${by}” approved${day}: \`text\` is missing in \`approved\``,
                hint: `if it was this one: ${command}`,
              },
            ]
          : [];
    }
  });
}
