/** `npm run dev`: what an author changes is seen without a restart. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMPILE_CACHE, makeFolder, ROOT, TODAY, writeFiles } from './setup/build.ts';
import { notices } from './setup/commands.ts';
import { onDay, version } from './setup/notices.ts';
import { copyProject, type Project } from './setup/project.ts';

const ASTRO = path.join(ROOT, 'node_modules', 'astro', 'bin', 'astro.mjs');

/** The server of a project with one notice. */
export interface DevServer {
  project: Project;
  /** The folder of the notices, and the file of the one version that there is. */
  folder: string;
  file: string;
  printed: () => string;
  /** Asks for a page until it is as it should be. */
  poll: (address: string) => ReturnType<typeof expect.poll<string>>;
}

/** Starts the server before the tests of a group, and stops it after them. */
export function useDevServer(): DevServer {
  const copy = makeFolder('dev');
  const project = copyProject(copy);
  const folder = path.join(copy, 'notices');
  const file = path.join(folder, 'shop', '2025-01-01.mdx');
  let server: ChildProcess;
  let origin: string;
  let printed = '';

  beforeAll(async () => {
    writeFiles(folder, { 'shop/2025-01-01.mdx': version('## About {#about}\n\nGood words.') });
    expect((await notices(['adopt'], { notices: folder })).code).toBe(0);
    server = spawn(process.execPath, [ASTRO, 'dev', '--port', '0'], {
      cwd: copy,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        NO_COLOR: '1',
        NODE_COMPILE_CACHE: COMPILE_CACHE,
        ASTRO_TELEMETRY_DISABLED: '1',
        ASTRO_DEV_BACKGROUND: '0',
        NOTICES_DIR: folder,
        NOTICEBOARD_TODAY: TODAY,
      },
    });
    origin = await new Promise((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        printed += chunk.toString();
        const found = /http:\/\/localhost:\d+/.exec(printed)?.[0];
        if (found !== undefined) resolve(found);
      };
      server.stdout?.on('data', read);
      server.stderr?.on('data', read);
      server.once('close', () => reject(new Error(`the dev server ended:\n${printed}`)));
    });
  });

  afterAll(async () => {
    const ended = once(server, 'close');
    server.kill('SIGKILL');
    await ended;
    rmSync(copy, { recursive: true, force: true });
  });

  const page = async (address: string): Promise<string> => (await fetch(origin + address)).text();
  // Each question has the page rendered, which takes time from the server it waits for.
  const poll = (address: string) =>
    expect.poll(() => page(address), { timeout: 30_000, interval: 300 });

  return { project, folder, file, printed: () => printed, poll };
}

/** Tests that a change of a version and a new one are shown. */
export function testDev({ poll, file, folder, printed }: DevServer): void {
  it('shows the notices', async () => {
    await poll('/shop/').toContain('Good words.');
  });

  it('shows an edit, and says that the version is published', async () => {
    writeFileSync(file, readFileSync(file, 'utf8').replace('Good words', 'Better words'));
    await poll('/shop/').toContain('Better words.');
    await poll('/shop/2025-01-01.txt').toContain('Better words.');
    await expect.poll(printed, { timeout: 30_000 }).toContain('version-changed');
  });

  it('shows a new version, and its comparison', async () => {
    const text = version('## About {#about}\n\nThe best words.', onDay('2026-01-01'));
    writeFiles(folder, { 'shop/2026-01-01.mdx': text });
    await poll('/shop/').toContain('The best words.');
    await poll('/shop/compare/2025-01-01/2026-01-01/').toContain('The best');
  });
}
