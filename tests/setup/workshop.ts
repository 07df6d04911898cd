/** A place for a test file's own notices and sites. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { makeFolder, printTally, writeFiles } from './build.ts';

export interface Workshop {
  /** A path within the place. */
  at: (...parts: string[]) => string;
  /** Writes a folder of notices and gives its path. */
  noticesOf: (name: string, files: Record<string, string | Uint8Array>) => string;
}

/** Makes the place before the tests of a file, and clears it away after them. */
export function useWorkshop(name: string): Workshop {
  let folder = '';
  beforeAll(() => {
    folder = makeFolder(name);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
    printTally();
  });
  const at = (...parts: string[]): string => path.join(folder, ...parts);
  return {
    at,
    noticesOf: (group, files) => {
      const notices = at(group, 'notices');
      writeFiles(notices, files);
      return notices;
    },
  };
}
