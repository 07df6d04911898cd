/** Builds the sites that the tests look at, serves them, and clears them away. */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureBrowser } from '../../src/exports/pdf/browser.ts';
import { buildOrThrow, HISTORIES, LANGUAGES, makeFolder, SAMPLE } from './build.ts';
import { serve, type RunningServer } from './server.ts';
import type { BuiltSite } from './site.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The sample, at the root and below a base. */
    samples: BuiltSite[];
    /** Notices in Welsh, in Arabic and in two languages, below a base. */
    languages: BuiltSite;
    /** The real histories; null on a machine that does not have them. */
    histories: BuiltSite | null;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureBrowser();
  const folder = makeFolder('sites');
  const servers: RunningServer[] = [];

  const prepare = async (name: string, notices: string, base: string): Promise<BuiltSite> => {
    const out = path.join(folder, name);
    const { seconds } = await buildOrThrow({ out, notices, base });
    process.stdout.write(`Built ${name} in ${seconds.toFixed(1)} s.\n`);
    const server = await serve(out, base);
    servers.push(server);
    return { name, base, notices, folder: out, origin: server.origin };
  };

  const clear = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.close()));
    rmSync(folder, { recursive: true, force: true });
  };

  const prepareSmall = async (): Promise<void> => {
    project.provide('samples', [
      await prepare('sample', SAMPLE, '/'),
      await prepare('sample-at-privacy', SAMPLE, '/privacy/'),
    ]);
    project.provide('languages', await prepare('languages', LANGUAGES, '/privacy/'));
  };
  const prepareHistories = async (): Promise<void> => {
    if (existsSync(HISTORIES)) {
      project.provide('histories', await prepare('histories', HISTORIES, '/'));
      return;
    }
    process.stdout.write('The real histories are not on this machine; their tests are left out.\n');
    project.provide('histories', null);
  };

  try {
    // The histories take as long as all others, and a build no more than one core.
    const prepared = await Promise.allSettled([prepareSmall(), prepareHistories()]);
    for (const each of prepared) if (each.status === 'rejected') throw each.reason;
  } catch (error) {
    await clear();
    throw error;
  }
  return clear;
}
