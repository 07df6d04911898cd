// @ts-check
/**
 * The project that is written is the folder `template` of the repository. Here it is copied into the
 * package before npm packs it, and removed afterwards.
 */
import { cpSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const copy = path.join(import.meta.dirname, 'template');
rmSync(copy, { recursive: true, force: true });
if (process.argv[2] === 'copy') {
  cpSync(path.join(import.meta.dirname, '../template'), copy, { recursive: true });
  // npm packs no .gitignore.
  renameSync(path.join(copy, '.gitignore'), path.join(copy, 'gitignore'));
}
