/**
 * `approve`: writes into a draft who approved it, on which day, and the fingerprint of the words that
 * were approved. Whoever edits them afterwards makes the approval void, and `publish` says so.
 */
import { isDeepStrictEqual } from 'node:util';
import type { CheckedVersion } from '../checks/file.ts';
import type { FindingCode } from '../findings/catalogue.ts';
import { didYouMean } from '../findings/suggest.ts';
import { editFacts } from '../mdx/edit.ts';
import { formatDate } from '../notices/dates.ts';
import { fileOfVersion } from '../notices/names.ts';
import { isSameRole } from '../notices/roles.ts';
import type { Approval } from '../notices/schema.ts';
import { approvalsOf, approveCommand, fingerprintToApprove } from '../record/approvals.ts';
import { writeWhole } from '../record/files.ts';
import { textOf } from '../record/texts.ts';
import { approvalsAsYaml } from './approvals.ts';
import {
  absolute,
  approversOf,
  draftHint,
  folderWith,
  idOf,
  noticeIn,
  readFolder,
  refuseErrors,
  refusePart,
  withoutBrokenDrafts,
  type Folder,
} from './folder.ts';
import { paint, print, printClock, refuseControls, Refusal } from './terminal.ts';

/** Found where a role is listed twice. */
const REPEATED: FindingCode = 'approval-repeated';

/** Who approves, and where that is on file. */
export interface ApproveOptions {
  by: string;
  reference?: string;
}

/**
 * Writes the approval of a draft into it. Earlier ones by the same role are replaced; those of other
 * roles stay as they are.
 *
 * @param written the id of the notice, as it was typed
 * @throws Refusal if there is no draft, the folder has errors, or a role or reference is empty
 */
export async function approve(written: string, given: ApproveOptions): Promise<void> {
  refuseControls({ by: given.by, reference: given.reference });
  refusePart('approve', [written]);
  const role = given.by.trim();
  if (role === '') {
    throw new Refusal('an approval names the role of who approved', 'give --by <role>');
  }
  const folder = await withoutBrokenDrafts(await readFolder({ usesKept: false }), {
    notices: [idOf(written)],
  });
  // This approval may be the fix: what is left of these errors is refused below.
  refuseErrors({ ...folder, findings: folder.findings.filter(({ code }) => code !== REPEATED) });
  const { id, published, draft } = noticeIn(folder, written);
  if (!draft) throw new Refusal(`${id} has no draft`, draftHint(id, published));
  const asked = approversOf(folder, draft);
  // As the settings spell it.
  const by = asked.find((each) => isSameRole(each, role)) ?? role;
  const text = fingerprintToApprove(textOf(draft));
  const reference = given.reference?.trim();
  const approval = { by, on: folder.today, ...(reference && { reference }), text };
  const content = await rehearse(folder, draft, withApproval(draft.facts.approved ?? [], approval));
  writeWhole(absolute(folder, draft.file), content);
  printClock(folder.today);
  print(`Approved ${draft.file} as ${by} on ${formatDate(folder.today)}.`);
  print(`Text ${text}`);
  if (asked.length > 0 && !asked.includes(by)) {
    const meant = didYouMean(by, asked);
    print(
      `${paint('yellow', 'warning')}  the settings do not ask for “${by}”, only for ${asked.join(', ')}.${meant}`,
    );
  }
  printWhatNext(id, draft, asked, approval);
}

/**
 * The approvals of a draft with one more, in the place of earlier ones by the same role: two branches
 * that were merged may each have had one.
 */
function withApproval(approved: readonly Approval[], approval: Approval): Approval[] {
  const at = approved.findIndex(({ by }) => isSameRole(by, approval.by));
  return at < 0
    ? [...approved, approval]
    : approved
        .with(at, approval)
        .filter((each, index) => index === at || !isSameRole(each.by, approval.by));
}

/**
 * The file of a draft with other approvals, read as it would be.
 *
 * @throws Refusal if its facts would not be those, or its words would be others
 */
async function rehearse(
  folder: Folder,
  draft: CheckedVersion,
  approved: readonly Approval[],
): Promise<string> {
  const content = editFacts(draft.text(), { approved: approvalsAsYaml(approved) });
  const file = fileOfVersion(draft);
  const bytes = new TextEncoder().encode(content);
  const rehearsed = await folderWith(folder, (files) =>
    files.map((each) => (each.path === file ? { ...each, bytes } : each)),
  );
  const now = rehearsed.versions.find((each) => fileOfVersion(each) === file);
  if (
    !now ||
    !isDeepStrictEqual(now.facts.approved, approved) ||
    fingerprintToApprove(textOf(now)) !== fingerprintToApprove(textOf(draft))
  ) {
    throw new Refusal(
      `\`approved\` cannot be written into ${draft.file}: its facts are not on lines of their own`,
      `write it there yourself:\napproved:${approvalsAsYaml(approved)}`,
    );
  }
  refuseErrors(rehearsed);
  return content;
}

function printWhatNext(
  id: string,
  draft: CheckedVersion,
  asked: readonly string[],
  approval: Approval,
): void {
  const facts = { ...draft.facts, approved: withApproval(draft.facts.approved ?? [], approval) };
  const open = approvalsOf({ ...textOf(draft), facts }, asked).filter(
    ({ state, isAsked }) => state === 'changed' || (isAsked && state !== 'approved'),
  );
  if (open.length === 0) {
    print(`Now commit it. To publish: npx noticeboard publish ${id}`);
    return;
  }
  print('Now commit it. Before it can be published, these have to approve this text too:');
  for (const { by } of open) print(`  ${approveCommand(id, by)}`);
}
