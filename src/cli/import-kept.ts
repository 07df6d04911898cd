/** Until it is there. */
import path from 'node:path';
import type { Account, Answers } from '../import/model.ts';
import { recordedWith, importsPathOf, readIfThere } from '../record/files.ts';
import type { FileChange } from '../record/journal.ts';

const fileOf = (directory: string, id: string): string =>
  path.join(
    importsPathOf(directory),
    ...`${recordedWith(directory).part}${id}`.split('/'),
    'draft.json',
  );

export function importedBefore(directory: string, id: string): Answers | undefined {
  const text = readIfThere(fileOf(directory, id));
  return text === undefined ? undefined : (JSON.parse(text) as Account).answers;
}

export const writtenImport = (directory: string, id: string, account: Account): FileChange => ({
  file: fileOf(directory, id),
  content: `${JSON.stringify(account, null, 2)}\n`,
});
