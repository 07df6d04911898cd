/** Threads that prepare the notices of a build while Astro bundles the code of its pages, and prints them. */
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { CheckedFolder } from '../checks/folder.ts';
import type { SiteOptions } from '../site/load.ts';
import type { Notice } from '../site/notices.ts';
import type { Site } from '../site/site.ts';
import { isPrepared, notePrepared } from './prepared.ts';
import type { Progress } from './progress.ts';
import { Queue, type Family } from './queue.ts';
import { newThread } from './thread.ts';
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
 * There is one thread less than cores, since this process bundles code and prints pages; while it waits
 * for what the addresses depend on, there is one more.
 *
 * @param checked the folder that the site was loaded from
 * @param first a thread that was started before
 */
export function startThreads(
  options: SiteOptions,
  site: Site,
  checked: CheckedFolder,
  first?: Worker,
): Threads {
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
  const crew = new Crew(options, queue);
  if (families.length === 0) void first?.terminate();
  // One that has ended already would take its task, and say nothing.
  else crew.add(first?.threadId === -1 ? undefined : first);
  for (let running = 2; running < threads && queue.hasNext; running += 1) crew.add();
  return {
    addresses: async (progress) => {
      if (families.length === 0) return;
      progress.step('Comparing versions', queue.tasksOfAddresses);
      queue.onTask = () => progress.advance();
      crew.await();
      const isWaiting = await Promise.race([queue.addresses.then(() => false), setImmediate(true)]);
      if (isWaiting && threads > 1 && queue.hasNext) crew.add();
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

/** Runs threads until nothing is left. If one fails at a notice, that one is left to the pages. */
class Crew {
  readonly #options: SiteOptions;
  readonly #queue: Queue;
  readonly #threads: Worker[] = [];

  constructor(options: SiteOptions, queue: Queue) {
    this.#options = options;
    this.#queue = queue;
  }

  add(worker = newThread(this.#options)): void {
    this.#threads.push(worker);
    if (this.#queue.isAwaited) worker.ref();
    let task: Task | undefined;
    const goOn = (): void => {
      task = this.#queue.next();
      if (task) worker.postMessage(task);
      else void worker.terminate();
    };
    worker.on('message', () => {
      if (task) this.#queue.done(task);
      goOn();
    });
    // After an error too.
    worker.on('exit', () => {
      if (!task) return;
      this.#queue.abandon(task);
      if (this.#queue.hasNext) this.add();
    });
    goOn();
  }

  /** From now on the process does not end before what they do is done. */
  await(): void {
    this.#queue.isAwaited = true;
    for (const worker of this.#threads) worker.ref();
  }
}
