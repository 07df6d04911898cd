/** Links of a report to the pages of a deployed preview. */
import type { CheckedVersion } from '../checks/file.ts';
import type { Member } from '../notices/pairs.ts';
import { DRAFT } from '../notices/names.ts';
import { comparisonPath } from '../views/versions.ts';
import { noticeIn, placed, type Folder } from './folder.ts';
import type { ChangedVersion } from './report-model.ts';

/**
 * The addresses at which a preview shows a version and its comparison.
 *
 * @param preview the address of the notices in the preview; without it there are none
 * @param before the version that it is compared with
 */
export function linksTo(
  folder: Folder,
  { notice, name }: CheckedVersion,
  preview: string | undefined,
  before?: CheckedVersion,
): Pick<ChangedVersion, 'links'> {
  const members = membersOf(folder, notice);
  const find = (wanted: string | undefined): Member | undefined =>
    members.find((each) => each.name === wanted);
  const [from, to] = [find(before?.name), find(name)];
  if (preview === undefined || !to) return { links: {} };
  const path = `/${notice}/`;
  const at = (address: string): string => preview.replace(/\/+$/, '') + encodeURI(address);
  return {
    links: {
      page: at(`${path}${name}/`),
      ...(from && { comparison: at(comparisonPath({ path, versions: members }, from, to)) }),
    },
  };
}

/** The versions of a notice as its pages have them, the draft among them by its day. */
function membersOf(folder: Folder, notice: string): Member[] {
  const { draft } = noticeIn(folder, notice);
  const timed = placed(folder, notice).map(({ version, status }) => ({
    name: version.name,
    status,
    effective: version.facts.effective,
  }));
  if (!draft) return timed;
  const { effective } = draft.facts;
  const next = timed.findIndex((each) => each.effective > effective);
  return (timed as Member[]).toSpliced(next === -1 ? timed.length : next, 0, {
    name: DRAFT,
    status: 'draft',
  });
}
