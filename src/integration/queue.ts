/** What threads have to do, in order, and who waits for what. */
import type { Step } from './prepare.ts';
import type { Task } from './worker.ts';

/** A notice with its translations, whose pages depend on each other. */
export interface Family {
  /** The ids of its notices. */
  notices: readonly string[];
  files: Task['files'];
}

/**
 * Tasks: first for each family what the addresses of its pages depend on, then for each all that they
 * show, in the order in which pages are made. Lineages follow the comparisons they are made of.
 */
export class Queue {
  /** How many tasks there are that addresses depend on. */
  readonly tasksOfAddresses: number;
  /** Resolves when those are done. */
  readonly addresses: Promise<unknown>;
  /** Called after each task. */
  onTask: () => void = () => undefined;
  /** Called when all is done for a family. */
  onFamily: (family: Family) => void = () => undefined;
  /** Whether somebody waits for what is done: else the process may end before. */
  isAwaited = false;
  #ready: Task[];
  /** How many tasks of a step are still to be done, by the files of the family. */
  readonly #open = new Map<Task['files'], Record<Step, number>>();
  readonly #families: readonly Family[];
  /** By a family, those who wait for its pages. */
  readonly #waiting: ReadonlyMap<Family, PromiseWithResolvers<undefined>>;
  readonly #addresses = Promise.withResolvers<undefined>();

  /** @param threads how many there are: few families are taken apart, so that each has something to do */
  constructor(families: readonly Family[], threads: number) {
    const of = families.length >= 2 * threads ? 1 : threads;
    this.#families = families;
    const slicesOf = ({ files }: Family, step: Step): Task[] =>
      Array.from({ length: of }, (_, number) => ({ files, step, slice: { number, of } }));
    this.#ready = [
      ...families.flatMap((family) => slicesOf(family, 'neighbours')),
      ...families.flatMap((family): Task[] => [
        ...slicesOf(family, 'others'),
        { files: family.files, step: 'rest' },
      ]),
    ];
    for (const { files } of families) {
      this.#open.set(files, { neighbours: of, lineages: 1, others: of, rest: 1 });
    }
    this.#waiting = new Map(families.map((family) => [family, Promise.withResolvers<undefined>()]));
    this.tasksOfAddresses = families.length * (of + 1);
    this.addresses = this.#addresses.promise;
  }

  get hasNext(): boolean {
    return this.#ready.length > 0;
  }

  /** The next task; undefined if none is left. */
  next(): Task | undefined {
    return this.#ready.shift();
  }

  done({ files, step }: Task): void {
    const open = this.#open.get(files);
    if (!open) return;
    open[step] -= 1;
    if (step === 'neighbours' && open.neighbours === 0) {
      this.#ready.unshift({ files, step: 'lineages' });
    }
    this.#settle(files);
    this.onTask();
  }

  /** Waits until all is done that pages of a notice show. */
  async notice(id: string): Promise<void> {
    const family = this.#families.find(({ notices }) => notices.includes(id));
    if (family) await this.#waiting.get(family)?.promise;
  }

  /** Leaves out the family of a task: nobody waits for it any longer. */
  abandon({ files }: Task): void {
    this.#ready = this.#ready.filter((task) => task.files !== files);
    this.#open.delete(files);
    this.#settle(files);
  }

  #settle(files: Task['files']): void {
    const family = this.#families.find((each) => each.files === files);
    const open = this.#open.get(files);
    const isDone = !open || Object.values(open).every((left) => left === 0);
    if (family && isDone) {
      if (open) this.onFamily(family);
      this.#waiting.get(family)?.resolve(undefined);
    }
    if ([...this.#open.values()].every(({ lineages }) => lineages === 0)) {
      this.#addresses.resolve(undefined);
    }
  }
}
