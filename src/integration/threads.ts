/** Threads that prepare the notices of a build while Astro bundles the code of its pages, and prints them. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CheckedFolder } from '../checks/folder.ts';
import { CODE } from '../disk/package.ts';
import type { SiteOptions } from '../site/load.ts';
import type { Notice } from '../site/notices.ts';
import type { Site } from '../site/site.ts';
import { isPrepared, notePrepared } from './prepare.ts';
import type { Progress } from './progress.ts';
import { Queue, type Family } from './queue.ts';
import type { Task } from './worker.ts';

/** Threads hold the texts of one notice each: more than these are worth less than their memory. */
const MOST_THREADS = 8;

export interface Threads {
  /** Waits until all is prepared that the addresses of pages depend on. */
  addresses: (progress: Progress) => Promise<void>;
  /** Waits until all is prepared that the pages of a notice show. */
  notice: (id: string) => Promise<void>;
}

/**
 * Prepares the notices that are not yet, each with its translations.
 *
 * @param checked the folder that the site was loaded from
 */
export function startThreads(options: SiteOptions, site: Site, checked: CheckedFolder): Threads {
  const byFamily = new Map(
    familiesIn(site.built)
      .filter((notices) => !isPrepared(site, notices))
      .map((notices): [Family, Notice[]] => [
        { notices: notices.map(({ id }) => id), files: filesOf(notices, checked) },
        notices,
      ]),
  );
  const families = [...byFamily.keys()];
  const threads = Math.min(availableParallelism(), MOST_THREADS);
  const queue = new Queue(families, threads);
  queue.onFamily = (family) => notePrepared(site, byFamily.get(family) ?? []);
  const running = families.length === 0 ? [] : runThreads(options, queue, threads);
  return {
    addresses: async (progress) => {
      if (families.length === 0) return;
      progress.step('Comparing versions', queue.tasksOfAddresses);
      queue.onTask = () => progress.advance();
      queue.isAwaited = true;
      for (const worker of running) worker.ref();
      await queue.addresses;
    },
    notice: (id) => queue.notice(id),
  };
}

/** The notices with their translations. */
const familiesIn = (notices: readonly Notice[]): Notice[][] =>
  notices.filter(({ original }) => !original).map((notice) => [notice, ...notice.translations]);

function filesOf(family: readonly Notice[], { files, versions }: CheckedFolder): Task['files'] {
  const ids = new Set(family.map(({ id }) => id));
  const its = new Set(versions.filter(({ notice }) => ids.has(notice)).map(({ file }) => file));
  return files
    .filter(({ file }) => its.has(file))
    .map(({ path: name, file }) => ({ path: name, file }));
}

/** What a thread may hold, in megabytes: without a limit it lets go of nothing, and is no faster. */
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

/** Runs threads until nothing is left. If one fails at a notice, that one is left to the pages. */
function runThreads(options: SiteOptions, queue: Queue, count: number): Worker[] {
  const file = path.join(CODE, 'integration', `worker${path.extname(import.meta.filename)}`);
  const workers: Worker[] = [];
  const start = (): void => {
    const worker = new Worker(file, { workerData: options, resourceLimits: MEMORY });
    workers.push(worker);
    // A build that is refused does not wait for it.
    if (!queue.isAwaited) worker.unref();
    let task: Task | undefined;
    const goOn = (): void => {
      task = queue.next();
      if (task) worker.postMessage(task);
      else void worker.terminate();
    };
    worker.on('message', () => {
      if (task) queue.done(task);
      goOn();
    });
    worker.on('error', () => undefined);
    // After an error too.
    worker.on('exit', () => {
      if (!task) return;
      queue.abandon(task);
      if (queue.hasNext) start();
    });
    goOn();
  };
  for (let started = 0; started < count; started += 1) start();
  return workers;
}
