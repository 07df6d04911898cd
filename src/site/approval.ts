/** Which roles have to approve a draft before it is published: the setting, and whom it asks. */
import { z } from 'zod';
import { isSameRole } from '../notices/roles.ts';
import { text } from './setting-text.ts';

/** Roles as `approve --by` names them, each once. */
const roles = z
  .array(text)
  .refine(
    (listed) =>
      !listed.some((role, index) =>
        listed.slice(0, index).some((other) => isSameRole(role, other)),
      ),
    'names a role twice; delete one of the two',
  );

const rule = z.strictObject({
  /** Who has to approve a draft: every one of them. */
  by: roles.refine(
    (listed) => listed.length > 0,
    'names nobody; name a role, or remove `approval`',
  ),
  /** Who has to approve a translation; the same people if left out, nobody if empty. */
  translations: roles.optional(),
});

export const approval = rule.optional();

/** Whom the site asks for, and whom each organisation that has an answer of its own. */
export const approvalRules = z.object({
  site: rule.optional(),
  organisations: z.record(z.string(), rule),
});
export type ApprovalRules = z.output<typeof approvalRules>;

/** The rules of settings. */
export const approvalRulesOf = (settings: {
  approval?: ApprovalRules['site'];
  organisations: Readonly<Record<string, { approval?: ApprovalRules['site'] }>>;
}): ApprovalRules => ({
  ...(settings.approval && { site: settings.approval }),
  organisations: Object.fromEntries(
    Object.entries(settings.organisations).flatMap(([folder, its]) =>
      its.approval ? [[folder, its.approval]] : [],
    ),
  ),
});

/**
 * The roles that have to approve a draft of a notice. An organisation's own rule takes the place of
 * the site's.
 *
 * @param notice its path from the site's root: `acme/customers`
 */
export function rolesFor(
  { site, organisations }: ApprovalRules,
  notice: string,
  isTranslation: boolean,
): readonly string[] {
  const [folder = ''] = notice.split('/');
  const its = Object.hasOwn(organisations, folder) ? organisations[folder] : site;
  return (isTranslation ? its?.translations : undefined) ?? its?.by ?? [];
}
