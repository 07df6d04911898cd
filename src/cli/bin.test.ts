import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';

const root = mkdtempSync(path.join(tmpdir(), 'bin-'));
afterAll(() => rmSync(root, { recursive: true }));

it('the command runs the sources of a clone also where it does not bring Node.js', () => {
  const bin = path.join(root, 'bin', 'noticeboard.js');
  cpSync('bin/noticeboard.js', bin);
  mkdirSync(path.join(root, 'src', 'cli'), { recursive: true });
  writeFileSync(path.join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(path.join(root, 'src/cli/index.ts'), 'console.log(process.argv[2] as string);');
  const { stdout, status } = spawnSync(process.execPath, [bin, 'status'], { encoding: 'utf8' });
  expect({ stdout, status }).toEqual({ stdout: 'status\n', status: 0 });
});
