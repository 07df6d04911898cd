/** What an import left open in a draft, said before it is published for good. */
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
 * What is open in a draft that was imported: marks of sentences that nobody decided about, and
 * placeholders of a template that are still in its words.
 *
 * @param directory the folder of notices
 * @returns a warning for each, with the edit to make; none for a draft that was not imported
 */
export function openOfImport(directory: string, draft: CheckedVersion): string[] {
  const account = readImport(directory, draft.notice, DRAFT);
  if (!account) return [];
  const words = bodyText(draft.document());
  const gaps = account.remarks.flatMap(({ code, detail = '' }) =>
    code === 'placeholder' && detail !== '' && words.includes(detail) ? [detail] : [],
  );
  return [...marksIn(draft), ...gapsIn(draft, [...new Set(gaps)])];
}

function marksIn({ file, text }: CheckedVersion): string[] {
  return text()
    .split('\n')
    .flatMap((line, index) =>
      MARK.test(line)
        ? warning(
            `${file}:${index + 1}`,
            'nobody has decided whether what stands below this mark belongs to the notice',
            'delete the mark if it does; otherwise delete what stands below it too',
          )
        : [],
    );
}

function gapsIn({ file }: CheckedVersion, gaps: readonly string[]): string[] {
  if (gaps.length === 0) return [];
  const named = gaps.slice(0, MOST).map((gap) => shortened(gap, 40));
  const more = gaps.length > MOST ? `, and ${gaps.length - MOST} more` : '';
  return warning(
    file,
    `placeholders of a template are still in the text: ${named.join(', ')}${more}`,
    'write what belongs in their place, or delete them',
  );
}

const warning = (place: string, what: string, edit: string): string[] => [
  `${place}  ${paint('yellow', 'warning')}  ${what}`,
  `    → ${edit}`,
];
