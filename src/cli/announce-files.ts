/** Writes the files of an announcement, and none that somebody has edited. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { withSlashes } from '../disk/paths.ts';
import { readIfThere } from '../disk/read.ts';
import { writeWhole } from '../record/files.ts';
import { Refusal } from './terminal.ts';
import { sha256 } from '../record/source.ts';

/** The list of what was written into a folder. A file with a hash that is not in it was edited. */
const WRITTEN = '.noticeboard-announce.json';

/** By the name of each file, the hashes of what it was and what it is replaced with. */
const writtenSchema = z.record(z.string(), z.array(z.string().regex(/^[0-9a-f]{64}$/)));

type Written = Readonly<Record<string, readonly string[]>>;

/**
 * Writes files into a folder.
 *
 * @param folder absolute path; it is made if it is not there
 * @param isForced whether files are overwritten that somebody has edited
 * @throws Refusal naming edited files, or a list that is not one of announcements; then nothing was written
 */
export function writeAnnouncement(
  folder: string,
  files: ReadonlyMap<string, string>,
  isForced: boolean,
): void {
  const known = writtenIn(folder);
  const found = [...files].map(([name, content]) => {
    const hash = hashOf(content);
    const there = hashThere(path.join(folder, name));
    const isOurs = there === hash || (known[name] ?? []).includes(there ?? '');
    return { name, content, hash, isOurs, there };
  });
  const edited = found.filter(({ there, isOurs }) => there !== undefined && !isOurs);
  if (edited.length > 0 && !isForced) {
    throw new Refusal(
      `somebody has edited ${edited.map(({ name }) => shown(folder, name)).join(', ')}`,
      'nothing was written. To write the files anew and lose the edits: add --force. To keep them: --out <another folder>',
    );
  }
  // Whenever the command is stopped, each file has one of the hashes that the list has by then.
  const write = (list: Written): void =>
    writeWhole(path.join(folder, WRITTEN), `${JSON.stringify({ ...known, ...list }, null, 2)}\n`);
  write(
    Object.fromEntries(
      found.map(({ name, hash, isOurs, there }) => [
        name,
        isOurs && there !== undefined && there !== hash ? [there, hash] : [hash],
      ]),
    ),
  );
  for (const { name, content } of found) writeWhole(path.join(folder, name), content);
  write(Object.fromEntries(found.map(({ name, hash }) => [name, [hash]])));
}

/**
 * What is known of the files of a folder; nothing where the list is gone.
 *
 * @throws Refusal if a file has its name and is no such list: somebody else has written it
 */
function writtenIn(folder: string): Written {
  const file = path.join(folder, WRITTEN);
  if (!existsSync(file)) return {};
  try {
    return writtenSchema.parse(JSON.parse(readIfThere(file) ?? ''));
  } catch {
    throw new Refusal(
      `${shown(folder, WRITTEN)} is not the list of files that announce writes there`,
      'nothing was written. Delete it, or write to another folder: --out <another folder>',
    );
  }
}

/** The hash of a file; undefined if there is none, and of what is no file a hash that nothing has. */
const hashThere = (file: string): string | undefined =>
  existsSync(file) ? hashOf(readIfThere(file) ?? '\0') : undefined;

const shown = (folder: string, name: string): string =>
  `${withSlashes(path.relative('.', folder)) || '.'}/${name}`;

/** Git may have changed the ends of lines. */
const hashOf = (text: string): string => sha256(text.replaceAll('\r\n', '\n'));
