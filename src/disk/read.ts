import { existsSync, readFileSync, statSync } from 'node:fs';

/**
 * The text of a file; undefined if there is none. What is no file is not opened: a pipe would be waited
 * for without end.
 */
export const readIfThere = (file: string): string | undefined =>
  existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : undefined;
