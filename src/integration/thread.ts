/** The threads of a build, which make pages ready beside it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { CODE } from '../disk/package.ts';
import type { SiteOptions } from '../site/load.ts';

/** What a thread may hold, in megabytes: without a limit it lets go of nothing, and is no faster. */
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

/** Starts a thread. A build that is refused does not wait for it. */
export function newThread(options: SiteOptions): Worker {
  const file = path.join(CODE, 'integration', `worker${path.extname(import.meta.filename)}`);
  const worker = new Worker(file, { workerData: options, resourceLimits: MEMORY });
  worker.unref();
  // Pages make what a thread has not: whoever gives it work looks whether it is still there.
  worker.on('error', () => undefined);
  return worker;
}

/**
 * A thread that loads its code while this process reads the notices; none where something was prepared
 * before, and perhaps everything.
 */
export const openThread = (options: SiteOptions): Worker | undefined =>
  options.shelf && existsSync(options.shelf.folder) ? undefined : newThread(options);
