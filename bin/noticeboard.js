#!/usr/bin/env node
/** The command: what was compiled, or in a clone of this repository its sources. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const sources = path.join(here, '../src/cli/index.ts');

if (existsSync(sources)) {
  // The Node.js that the repository brings can run them, whatever `node` is outside.
  const brought = path.join(here, '../node_modules/node/bin/node');
  const node = existsSync(brought) ? brought : process.execPath;
  const { status } = spawnSync(node, [sources, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(status ?? 1);
}
await import(pathToFileURL(path.join(here, '../lib/cli/index.js')).href);
