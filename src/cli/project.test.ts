import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { projectAt } from './project.ts';

const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'uninstalled-')));
afterAll(() => rmSync(root, { recursive: true }));
writeFileSync(path.join(root, 'astro.config.mjs'), 'export default {}');

it('a project whose packages are not installed is refused with the command that installs them', async () => {
  await expect(projectAt(root)).rejects.toMatchObject({
    reasons: [{ message: `Astro is not installed in ${root}`, hint: 'install it: npm install' }],
  });
});

it('a project in which nothing can be written is refused with the folder', async () => {
  const folder = path.join(root, '.astro');
  rmSync(folder, { recursive: true, force: true });
  writeFileSync(folder, '');
  await expect(projectAt(root)).rejects.toThrow(`${folder}, which it cannot write`);
});
