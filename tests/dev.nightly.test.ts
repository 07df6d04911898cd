/** What the server begins anew for, or says: each takes seconds. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { testDev, useDevServer } from './dev.cases.ts';
import { notices } from './setup/commands.ts';
import { version } from './setup/notices.ts';

describe('the dev server', () => {
  const server = useDevServer();
  const { project, folder, file, printed, poll } = server;

  testDev(server);

  it('shows an erratum', async () => {
    const recorded = await notices(['erratum', 'shop/2025-01-01', '--reason', 'A slip.'], {
      notices: folder,
    });
    expect(recorded.code).toBe(0);
    await poll('/shop/2025-01-01/').toContain('A slip.');
  });

  it('prints what is wrong with a draft, and that it is not any more', async () => {
    const draft = path.join(folder, 'shop', 'draft.mdx');
    // What is said of the version that was edited, and of the new one, is settled first.
    expect((await notices(['adopt'], { notices: folder })).code).toBe(0);
    writeFileSync(draft, version('Seven {years'));
    await expect.poll(printed, { timeout: 30_000 }).toMatch(/draft\.mdx:\d+:\d+ +error/);
    const soFar = printed().length;
    rmSync(draft);
    const end = 'Nothing is wrong with the notices any more.';
    await expect.poll(() => printed().slice(soFar), { timeout: 30_000 }).toContain(end);
  });

  it('shows a changed setting', async () => {
    project.change('astro.config.mjs', "name: 'Noticeboard'", "name: 'Other board'");
    await poll('/shop/').toContain('Other board');
  });

  it('leaves out a version with an error and says why, until it is fixed', async () => {
    const sound = readFileSync(file, 'utf8');
    writeFileSync(file, `${sound}\n\nTo {nobody}.\n`);
    await poll('/shop/').toContain('expression-unknown-name');
    writeFileSync(file, sound);
    await poll('/shop/').not.toContain('expression-unknown-name');
    await poll('/shop/2025-01-01/').toContain('Better words.');
  });
});
