/** What an import left open in a draft or version, said before it is recorded for good. */
import type { CheckedVersion } from '../checks/file.ts';
import { readImport } from '../record/imports.ts';
import { DRAFT } from '../notices/names.ts';
import { bodyText } from '../notices/text.ts';
import { shortened } from './import-print.ts';
import { paint } from './terminal.ts';

/** The mark above a sentence that may belong to the page: see `ASKED` of the writer of MDX. */
const MARK = /^\s*\{\/\* import: .*\*\/\}\s*$/;

/** So many placeholders are named. */
const MOST = 6;

/**
 * What is open in a draft or version that was imported: marks of sentences that nobody decided about,
 * and placeholders of a template that are still in its words.
 *
 * @param directory the folder of notices
 * @param name of the version whose account tells what the template left: a version that was written by
 *   hand from an imported draft has that of the draft
 * @returns a warning for each, with the edit to make on a line of its own
 */
export function openOfImport(
  directory: string,
  version: CheckedVersion,
  name: string = DRAFT,
): string[] {
  return [...marksIn(version), ...gapsIn(version, placeholdersIn(directory, version, name), name)];
}

/** Placeholders that the import found, and that are still there. */
function placeholdersIn(directory: string, version: CheckedVersion, name: string): string[] {
  const account = readImport(directory, version.notice, name);
  const found = account?.remarks.flatMap(({ code, detail = '' }) =>
    code === 'placeholder' && detail !== '' ? [detail] : [],
  );
  if (!found || found.length === 0) return [];
  const words = bodyText(version.document());
  return [...new Set(found)].filter((gap) => words.includes(gap));
}

const marksIn = ({ file, text }: CheckedVersion): string[] =>
  text()
    .split('\n')
    .flatMap((line, index) => (MARK.test(line) ? [undecided(`${file}:${index + 1}`)] : []));

const undecided = (place: string): string =>
  warning(
    place,
    'nobody has decided whether what stands below this mark belongs to the notice',
    'delete the mark if it does; otherwise delete what stands below it too',
  );

function gapsIn({ file }: CheckedVersion, gaps: readonly string[], name: string): string[] {
  if (gaps.length === 0) return [];
  const named = gaps.slice(0, MOST).map((gap) => shortened(gap, 40));
  const more = gaps.length > MOST ? `, and ${gaps.length - MOST} more` : '';
  const what = `placeholders of a template are still in the text: ${named.join(', ')}${more}`;
  const edit =
    name === DRAFT
      ? 'write what belongs in their place, or delete them'
      : 'leave them if the text was public like that; otherwise write what belongs in their place';
  return [warning(file, what, edit)];
}

const warning = (place: string, what: string, edit: string): string =>
  `${place}  ${paint('yellow', 'warning')}  ${what}\n    → ${edit}`;
