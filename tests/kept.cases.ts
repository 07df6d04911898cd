/** A project with two notices, and what it keeps from one build to the next. */
import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect } from 'vitest';
import { namesOfFiles, readFiles, writeFiles } from './setup/build.ts';
import { notices } from './setup/commands.ts';
import { onDay, version } from './setup/notices.ts';
import { copyProject, type Project } from './setup/project.ts';
import type { Workshop } from './setup/workshop.ts';

const keep = (years: string): string =>
  `## How long {#keep}\n\nWe keep your orders for ${years} years.\n\n## Rights {#rights}\n\nAsk us.`;

const NOTICES = {
  'shop/2024-01-01.mdx': version(keep('six'), onDay('2024-01-01')),
  'shop/2025-01-01.mdx': version(keep('seven'), onDay('2025-01-01')),
  'shop/2025-01-01.cy.mdx': version(
    '## Am faint {#keep}\n\nRydym yn cadw eich archebion.\n\n## Hawliau {#rights}\n\nGofynnwch.',
    onDay('2025-01-01'),
  ),
  'club/2024-01-01.mdx': version(keep('two'), onDay('2024-01-01')),
  'club/2025-01-01.mdx': version(keep('three'), onDay('2025-01-01')),
};

/** The files of a site, by their names. */
type Files = Map<string, Buffer>;

export interface KeepingProject {
  /** A path below the folder that is kept. */
  kept: (...parts: string[]) => string;
  /** Builds it. Returns its site. */
  build: () => Promise<Files>;
  /** Builds it as if nothing was ever kept. */
  buildAnew: () => Promise<Files>;
  /** Builds one of two or more parts of it into a folder. */
  buildPart: (out: string, shard: string) => Promise<string>;
  /** The folder of its site. */
  dist: () => string;
  /** The folder of its notices. */
  notices: () => string;
  /** Adds a version of the notice `/club/`. */
  addVersion: () => Promise<void>;
  /** When each file that is kept was written. */
  times: () => Map<string, number>;
}

/** Makes the project before the tests of a file. */
export function useKeepingProject({ at, noticesOf }: Workshop): KeepingProject {
  let project: Project;
  let folder: string;
  const kept = (...parts: string[]): string => path.join(project.folder, '.astro/kept', ...parts);
  const adopt = async (): Promise<void> => {
    const { code, err } = await notices(['adopt'], { notices: folder });
    expect(code, err).toBe(0);
  };
  const dist = (): string => path.join(project.folder, 'dist');
  const build = async (): Promise<Files> => {
    const { code, output } = await project.build(folder);
    expect(code, output).toBe(0);
    return readFiles(dist());
  };
  beforeAll(async () => {
    project = copyProject(at('project'));
    project.change('astro.config.mjs', 'cards: true', 'cards: false');
    folder = noticesOf('.', NOTICES);
    await adopt();
  });
  return {
    kept,
    dist,
    notices: () => folder,
    build,
    buildPart: async (out, shard) => {
      const environment = { OUT_DIR: out, NOTICEBOARD_SHARD: shard };
      const { code, output } = await project.build(folder, environment);
      expect(code, output).toBe(0);
      return output;
    },
    buildAnew: () => {
      rmSync(kept(), { recursive: true, force: true });
      return build();
    },
    addVersion: async () => {
      writeFiles(folder, { 'club/2026-01-01.mdx': version(keep('four'), onDay('2026-01-01')) });
      await adopt();
    },
    times: () => new Map(namesOfFiles(kept()).map((name) => [name, statSync(kept(name)).mtimeMs])),
  };
}

/** The names of files that differ between two sites, or are in one of them alone. */
export const differing = (one: Files, other: Files): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter(
    (name) => other.get(name)?.equals(one.get(name) ?? Buffer.alloc(0)) !== true,
  );

/** The names of pages among those of files that are kept. */
export const pagesIn = (names: Iterable<string>): string[] =>
  [...names].filter((name) => name.startsWith('pages/'));
