/** What an import keeps beside the draft it writes: the account, and in it the answers that were given. */
import type { Account, Answers } from '../import/model.ts';
import { importChange, readImport } from '../record/imports.ts';
import type { FileChange } from '../record/journal.ts';

/** The answers of the last import of a draft; undefined if there was none. */
export const importedBefore = (directory: string, id: string): Answers | undefined =>
  readImport(directory, id, 'draft')?.answers;

/** The change that writes the account of a draft. */
export const writtenImport = (directory: string, id: string, account: Account): FileChange =>
  importChange(directory, id, 'draft', account);
