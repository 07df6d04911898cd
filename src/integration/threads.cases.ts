import type { Worker } from 'node:worker_threads';
import type { CheckedFolder } from '../checks/folder.ts';
import type { Site } from '../site/site.ts';
import type { SmallProject } from './testing.ts';
import { startThreads } from './threads.ts';

/** Runs threads to their end, as pages wait for it. Returns the steps that are shown, and how many are done. */
export async function runThreads(
  { options }: SmallProject,
  site: Site,
  checked: CheckedFolder,
  first?: Worker,
): Promise<{ steps: string[]; done: number }> {
  const steps: string[] = [];
  let done = 0;
  const threads = startThreads(options, site, checked, first);
  await threads.addresses({
    step: (doing, total) => void steps.push(`${doing}: ${total}`),
    advance: (by = 1) => void (done += by),
    clear: () => undefined,
    end: () => undefined,
  });
  for (const { id } of site.notices) await threads.notice(id);
  return { steps, done };
}
