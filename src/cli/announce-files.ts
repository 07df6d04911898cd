/** Writes the files of an announcement, and none that somebody has edited. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { withSlashes } from '../disk/paths.ts';
import { Refusal } from './terminal.ts';

/** What was written into a folder, by the hash of each file: one that has another was edited. */
const WRITTEN = 'written.json';

const writtenSchema = z.record(z.string(), z.string());

/**
 * Writes files into a folder.
 *
 * @param folder absolute path; it is made if it is not there
 * @param isForced whether files are overwritten that somebody has edited
 * @throws Refusal naming edited files; then nothing was written
 */
export function writeAnnouncement(
  folder: string,
  files: ReadonlyMap<string, string>,
  isForced: boolean,
): void {
  const known = writtenIn(folder);
  const edited = [...files].filter(([name, content]) => {
    const file = path.join(folder, name);
    if (!existsSync(file)) return false;
    const found = readFileSync(file, 'utf8');
    return hashOf(found) !== known[name] && hashOf(found) !== hashOf(content);
  });
  if (edited.length > 0 && !isForced) {
    const where = withSlashes(path.relative('.', folder)) || '.';
    throw new Refusal(
      `somebody has edited ${edited.map(([name]) => `${where}/${name}`).join(', ')}`,
      'nothing was written. To write the files anew and lose the edits: add --force. To keep them: --out <another folder>',
    );
  }
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(path.join(folder, name), content);
  const written = Object.fromEntries([...files].map(([name, text]) => [name, hashOf(text)]));
  writeFileSync(path.join(folder, WRITTEN), `${JSON.stringify(written, null, 2)}\n`);
}

/** What is known of the files of a folder; nothing where the list is gone or is no list. */
function writtenIn(folder: string): Readonly<Record<string, string>> {
  try {
    return writtenSchema.parse(JSON.parse(readFileSync(path.join(folder, WRITTEN), 'utf8')));
  } catch {
    return {};
  }
}

/** Git may have changed the ends of lines. */
const hashOf = (text: string): string =>
  createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
