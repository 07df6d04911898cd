import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckedFolder } from '../checks/folder.ts';
import { openShelf } from '../disk/shelf.ts';
import type { Site } from '../site/site.ts';
import { isPrepared } from './prepare.ts';
import { askAsPagesDo, madeByPages, smallProject, type SmallProject } from './testing.ts';
import { startThreads } from './threads.ts';

let project: SmallProject;
beforeEach(() => {
  project = smallProject();
});
afterEach(() => project.remove());

/** Runs threads to their end, as pages wait for it. Returns the steps that are shown, and how many are done. */
async function run(
  site: Site,
  checked: CheckedFolder,
  first?: Worker,
): Promise<{ steps: string[]; done: number }> {
  const steps: string[] = [];
  let done = 0;
  const threads = startThreads(project.options, site, checked, first);
  await threads.addresses({
    step: (doing, total) => void steps.push(`${doing}: ${total}`),
    advance: (by = 1) => void (done += by),
    clear: () => undefined,
    end: () => undefined,
  });
  for (const { id } of site.notices) await threads.notice(id);
  return { steps, done };
}

describe('threads', () => {
  it('prepare everything that pages ask for, once', async () => {
    const { site, checked } = await project.load();
    const { steps } = await run(site, checked);
    expect(steps).toEqual([expect.stringMatching(/^Comparing versions: \d+$/)]);
    // Another process, which finds it on disk alone.
    const next = await project.load();
    expect(madeByPages(next.site)).toEqual([]);
    expect(await run(next.site, next.checked)).toEqual({ steps: [], done: 0 });
  });

  it('do what one was to do that has ended before', async () => {
    const { site, checked } = await project.load();
    const ended = new Worker('', { eval: true });
    await once(ended, 'exit');
    await run(site, checked, ended);
    expect(madeByPages(site)).toEqual([]);
  });

  it('end at a failure, also where Node.js only warns of it', async () => {
    const worker = new Worker(path.join(import.meta.dirname, 'worker.ts'), {
      workerData: project.options,
      execArgv: ['--unhandled-rejections=warn'],
    });
    worker.postMessage({ files: [{ path: 'none.mdx', file: 'none.mdx' }], step: 'rest' });
    expect(await once(worker, 'exit')).toEqual([1]);
  });

  it('that fail leave their work to the pages', async () => {
    const { site, checked } = await project.load();
    rmSync(path.join(project.options.directory, 'parcels'), { recursive: true });
    await run(site, checked);
    const parcels = site.notices.filter(({ id }) => id.startsWith('parcels'));
    expect(isPrepared(site, parcels)).toBe(false);
    const panes = askAsPagesDo(site);
    for (const notice of site.notices) notice.shelf = openShelf();
    expect(askAsPagesDo(site)).toEqual(panes);
  });
});
