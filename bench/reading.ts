/** Reads the document of every version in a folder: what a command does before its own work. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readVersion } from '../src/mdx/read.ts';

const [directory = '.'] = process.argv.slice(2);
for (const file of globSync('**/*.mdx', { cwd: directory })) {
  const { document } = readVersion({ file, bytes: readFileSync(path.join(directory, file)) });
  if (!document) throw new Error(`${file} cannot be read`);
  document();
}
