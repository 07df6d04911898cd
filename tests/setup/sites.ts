/** Builds sites for a whole run, serves them, and clears them away. */
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { ensureBrowser } from '../../src/exports/pdf/browser.ts';
import { buildOrThrow, makeFolder } from './build.ts';
import { serve, type RunningServer } from './server.ts';
import type { BuiltSite } from './site.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The sample at each base that the run looks at; one of them at least. */
    samples: BuiltSite[];
    /** Notices in Welsh, in Arabic and in two languages, and drafts, below a base. */
    languages: BuiltSite;
    /** Small notices with one odd thing each, at the root. */
    corners: BuiltSite;
    /** The real histories; null by day, and on a machine without them. */
    histories: BuiltSite | null;
  }
}

export interface SiteToBuild {
  name: string;
  notices: string;
  base: string;
  drafts?: boolean;
  cards?: boolean;
}

export type Prepare = (site: SiteToBuild) => Promise<BuiltSite>;

/**
 * Builds and serves the sites of a run.
 *
 * @param build builds them: it is given what builds one, a few at a time, and the paths of folders
 *   for notices that are written for the run
 * @returns what stops the servers and removes the sites
 */
export async function withSites(
  build: (prepare: Prepare, folderOf: (name: string) => string) => Promise<void>,
): Promise<() => Promise<void>> {
  await ensureBrowser();
  const folder = makeFolder('sites');
  const servers: RunningServer[] = [];
  const inTurn = limited(availableParallelism());

  const begun: Promise<unknown>[] = [];
  const prepare: Prepare = (site) => {
    const prepared = buildAndServe(site);
    begun.push(prepared);
    return prepared;
  };
  const buildAndServe: Prepare = async ({ name, notices, base, ...rest }) => {
    const { drafts = false, cards = false } = rest;
    const out = path.join(folder, name);
    const { seconds } = await inTurn(() => buildOrThrow({ out, notices, base, drafts, cards }));
    process.stdout.write(`Built ${name} in ${seconds.toFixed(1)} s.\n`);
    const server = await serve(out, base);
    servers.push(server);
    return { name, base, notices, folder: out, origin: server.origin, cards, drafts };
  };
  const clear = async (): Promise<void> => {
    await Promise.allSettled(begun);
    await Promise.all(servers.map((server) => server.close()));
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    await build(prepare, (name) => path.join(folder, 'notices', name));
  } catch (error) {
    await clear();
    throw error;
  }
  return clear;
}

/** Runs what it is given, at most so many at a time, in the order in which it comes. */
function limited(most: number): <T>(run: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (run) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await run();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}
