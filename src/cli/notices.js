#!/usr/bin/env node
// Starts the command with the Node that the project brings, whatever `node` is outside.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const own = path.join(here, '../../node_modules/node/bin/node');
const { status } = spawnSync(own, [path.join(here, 'index.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
