/** Checks who approved a version, as far as its facts say it. */
import { finding, type Finding } from '../findings/catalogue.ts';
import { formatDate, type IsoDate } from '../notices/dates.ts';
import { isSameRole } from '../notices/roles.ts';
import type { DatedVersion } from './history.ts';

type Approved = Pick<DatedVersion, 'facts' | 'draft' | 'placeOfFact'>;

/**
 * Reports approvals that cannot be right: those of a day to come or after the publication, and a
 * second one of the same role.
 *
 * @param today the day of London by which a draft is looked at
 */
export const checkApprovals = (version: Approved, today: IsoDate): Finding[] => [
  ...lateApprovals(version, today),
  ...repeatedApprovals(version),
];

function lateApprovals({ facts, draft, placeOfFact }: Approved, today: IsoDate): Finding[] {
  const last = draft ? today : facts.published;
  const limit = draft ? `today, "${today}"` : `published "${last}"`;
  return (facts.approved ?? []).flatMap(({ by, on }, index) =>
    on <= last
      ? []
      : [
          finding(
            'approval-late',
            placeOfFact(['approved', index, 'on']),
            `the approval by “${by}” is dated "${on}", which is after ${limit}`,
            `write the day on which it was approved: ${formatDate(last)}, or one before it`,
          ),
        ],
  );
}

function repeatedApprovals({ facts: { approved = [] }, placeOfFact }: Approved): Finding[] {
  return approved.flatMap(({ by, on }, index) => {
    const first = approved.slice(0, index).find((each) => isSameRole(each.by, by));
    if (!first) return [];
    return [
      finding(
        'approval-repeated',
        placeOfFact(['approved', index, 'by']),
        `“${by}” is listed twice in \`approved\`: on "${first.on}" and on "${on}"`,
        'approve the draft again, which replaces both, or delete the older of the two entries',
      ),
    ];
  });
}
