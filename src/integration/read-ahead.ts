/** In dev, the notices are read in a thread, while Astro and Vite start in this one. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { CODE } from '../disk/package.ts';
import type { SiteOptions } from '../site/load.ts';

/**
 * Reads the folder of notices in a thread, which keeps what it reads.
 *
 * @returns resolves when it has, or has failed: what is not kept is then read when it is asked for
 */
export function readAhead(options: SiteOptions): Promise<void> {
  const file = path.join(CODE, 'integration', `reader${path.extname(import.meta.filename)}`);
  const worker = new Worker(file, { workerData: options });
  worker.unref();
  return new Promise((resolve) => {
    worker.on('error', () => undefined);
    // After an error too.
    worker.on('exit', () => resolve());
  });
}
