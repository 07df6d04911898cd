/** Where what was made is found again: in memory what was asked for last, on disk what never changes. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { keep, keyOf, readKept } from './kept.ts';
import { packNow, unpackNow } from './packed.ts';
import { Recent } from './recent.ts';

/** What a shelf is opened with. */
export interface ShelfOptions {
  /** The folder that is kept. */
  folder: string;
  /** The hash of the code that makes things. */
  code: string;
}

export interface Shelf {
  /**
   * What is on the shelf; made now if it is not.
   *
   * @param what its name, with all that it depends on besides its sources and our code
   * @param sources the hashes of what it is made from; undefined for one that still changes, of which
   *   nothing is put on disk
   * @param make makes plain data: what JSON can hold
   */
  made: <T>(what: string, sources: readonly (string | undefined)[], make: () => T) => T;
  /** Whether it is on disk. A file that is damaged counts: it is made anew when it is asked for. */
  has: (what: string, sources: readonly (string | undefined)[]) => boolean;
}

/** So many things are kept in memory: what a page needs is asked for by the next ones as well. */
const IN_MEMORY = 64;

/** @param options undefined for a shelf that holds nothing */
export function openShelf(options?: ShelfOptions): Shelf {
  const recent = new Recent<unknown>(IN_MEMORY);
  const keyFor = (what: string, sources: readonly (string | undefined)[]): string | undefined =>
    options && sources.every((source) => source !== undefined)
      ? keyOf('made', options.code, what, ...sources)
      : undefined;
  return {
    made: <T>(what: string, sources: readonly (string | undefined)[], make: () => T): T => {
      const key = keyFor(what, sources);
      if (key === undefined || !options) return make();
      const known = recent.get(key) ?? valueIn(readKept(options.folder, key));
      // What is under a key was put there by the same code.
      const value = known ? (known.value as T) : make();
      if (!known) keep(options.folder, key, packNow(JSON.stringify(value)));
      recent.put(key, value);
      return value;
    },
    has: (what, sources) => {
      const key = keyFor(what, sources);
      return (
        key !== undefined && options !== undefined && existsSync(path.join(options.folder, key))
      );
    },
  };
}

const valueIn = (bytes: Buffer | undefined): { value: unknown } | undefined =>
  bytes && { value: JSON.parse(unpackNow(bytes).toString()) };
