/** Lists files, the same on every version of Node.js. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * What is in a folder and in the folders below it: files, folders and links, by their paths in it
 * with `/`. Links are not followed, and names that begin with a dot are left out.
 *
 * @returns none where there is no folder
 */
export function entriesIn(folder: string, below = ''): string[] {
  const here = path.join(folder, below);
  if (!statSync(here, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(here, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const name = path.posix.join(below, entry.name);
      return entry.isDirectory() ? [name, ...entriesIn(folder, name)] : [name];
    });
}
