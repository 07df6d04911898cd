/** Threads that prepare the notices of a build while Astro bundles the code of its pages. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CheckedFolder } from '../checks/folder.ts';
import { CODE } from '../disk/package.ts';
import type { SiteOptions } from '../site/load.ts';
import type { Notice } from '../site/notices.ts';
import type { Site } from '../site/site.ts';
import { isPrepared } from './prepare.ts';
import type { Progress } from './progress.ts';
import type { Task } from './worker.ts';

/** Threads hold the texts of one notice each: more than these are worth less than their memory. */
const MOST_THREADS = 8;

export interface Threads {
  /** Waits until everything is prepared that could be. */
  finish: (progress: Progress) => Promise<void>;
}

/**
 * Prepares the notices that are not yet, each with its translations.
 *
 * @param checked the folder that the site was loaded from
 */
export function startThreads(options: SiteOptions, site: Site, checked: CheckedFolder): Threads {
  const threads = Math.min(availableParallelism(), MOST_THREADS);
  const families = familiesIn(site.notices).filter((family) => !isPrepared(site, family));
  if (families.length === 0) return { finish: () => Promise.resolve() };
  const queue = new Queue(
    families.map((family) => filesOf(family, checked)),
    threads,
  );
  let progress: Progress | undefined;
  let done = 0;
  const running = Array.from({ length: Math.min(threads, queue.total) }, () =>
    runThread(options, queue, () => {
      done += 1;
      progress?.advance();
    }),
  );
  return {
    finish: async (shown) => {
      shown.step('Comparing versions', queue.total);
      shown.advance(done);
      progress = shown;
      for (const { worker } of running) worker.ref();
      await Promise.all(running.map(({ ended }) => ended));
    },
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

/** Tasks in order. The rest of a notice comes after its comparisons, which it is made of. */
class Queue {
  readonly total: number;
  readonly #ready: Task[];
  /** How many slices of a notice are still to be done. */
  readonly #open = new Map<Task['files'], number>();

  constructor(families: readonly Task['files'][], threads: number) {
    // Few notices are taken apart, so that every thread has something to do.
    const of = families.length >= 2 * threads ? 1 : threads;
    this.#ready = families.flatMap((files) => {
      this.#open.set(files, of);
      return Array.from({ length: of }, (_, number) => ({ files, slice: { number, of } }));
    });
    this.total = families.length * (of + 1);
  }

  next(): Task | undefined {
    return this.#ready.shift();
  }

  finished({ files, slice }: Task): void {
    if (!slice) return;
    const left = (this.#open.get(files) ?? 1) - 1;
    this.#open.set(files, left);
    if (left === 0) this.#ready.unshift({ files });
  }
}

interface Thread {
  worker: Worker;
  ended: Promise<void>;
}

/** Runs one thread until nothing is left. One that fails leaves its work to the pages. */
function runThread(options: SiteOptions, queue: Queue, onDone: () => void): Thread {
  const file = `worker${path.extname(import.meta.filename)}`;
  const worker = new Worker(path.join(CODE, 'integration', file), { workerData: options });
  // A build that is refused does not wait for it.
  worker.unref();
  const ended = new Promise<void>((resolve) => {
    let task: Task | undefined;
    const goOn = (): void => {
      task = queue.next();
      if (task) worker.postMessage(task);
      else void worker.terminate();
    };
    worker.on('message', () => {
      if (task) queue.finished(task);
      onDone();
      goOn();
    });
    worker.on('error', () => resolve());
    worker.on('exit', () => resolve());
    goOn();
  });
  return { worker, ended };
}
