/** Where the draft of a new notice goes. */
import { lstatSync, statSync } from 'node:fs';
import path from 'node:path';
import { holds } from '../disk/paths.ts';
import { idOf } from './folder.ts';
import { Refusal } from './terminal.ts';

/**
 * The place of a notice's draft.
 *
 * @param directory the folder of notices
 * @param written the path of the notice, as it was typed
 * @throws Refusal if no notice can have this path, or something else than a folder is in its place
 */
export function placeOfDraft(
  directory: string,
  written: string,
): { id: string; folder: string; file: string } {
  const id = idOf(written);
  const folder = path.join(directory, ...id.split('/'));
  const file = path.join(folder, 'draft.mdx');
  const isPath = /^[^/\\]+(?:\/[^/\\]+)*$/.test(id) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(id);
  if (!isPath || !holds(directory, file)) {
    throw new Refusal(
      `"${written}" cannot be the path of a notice`,
      'write it like customers or acme/staff',
    );
  }
  refuseNoFolder(folder);
  return { id, folder, file };
}

/** Refuses to write below what is no folder: a file, or a link that leads to none. */
function refuseNoFolder(folder: string): void {
  if (path.dirname(folder) !== folder) refuseNoFolder(path.dirname(folder));
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found || statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const what = found.isSymbolicLink() ? 'a link that leads to no folder' : 'not a folder';
  throw new Refusal(
    `${path.relative('.', folder)} is ${what}`,
    'put a folder in its place, or set NOTICES_DIR to the folder of your notices',
  );
}
