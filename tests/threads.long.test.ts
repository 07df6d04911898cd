import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madeByPages, smallProject, type SmallProject } from '../src/integration/testing.ts';
import { runThreads } from '../src/integration/threads.cases.ts';

let project: SmallProject;
beforeEach(() => {
  project = smallProject();
});
afterEach(() => project.remove());

describe('threads', () => {
  it('prepare everything that pages ask for, once', async () => {
    const { site, checked } = await project.load();
    const { steps } = await runThreads(project, site, checked);
    expect(steps).toEqual([expect.stringMatching(/^Comparing versions: \d+$/)]);
    // Another process, which finds it on disk alone.
    const next = await project.load();
    expect(madeByPages(next.site)).toEqual([]);
    expect(await runThreads(project, next.site, next.checked)).toEqual({ steps: [], done: 0 });
  });

  it('do what one was to do that has ended before', async () => {
    const { site, checked } = await project.load();
    const ended = new Worker('', { eval: true });
    await once(ended, 'exit');
    await runThreads(project, site, checked, ended);
    expect(madeByPages(site)).toEqual([]);
  });

  it('end at a failure, also where Node.js only warns of it', async () => {
    const worker = new Worker(path.join(import.meta.dirname, '../src/integration/worker.ts'), {
      workerData: project.options,
      execArgv: ['--unhandled-rejections=warn'],
    });
    worker.postMessage({ files: [{ path: 'none.mdx', file: 'none.mdx' }], step: 'rest' });
    expect(await once(worker, 'exit')).toEqual([1]);
  });
});
