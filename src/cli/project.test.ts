import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { projectAt } from './project.ts';

it('a project whose packages are not installed is told to install them', async () => {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'uninstalled-')));
  try {
    writeFileSync(path.join(root, 'astro.config.mjs'), 'export default {}');
    await expect(projectAt(root)).rejects.toMatchObject({
      reasons: [{ message: `Astro is not installed in ${root}`, hint: 'install it: npm install' }],
    });
  } finally {
    rmSync(root, { recursive: true });
  }
});
