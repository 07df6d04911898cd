/** A project with three notices, and what it keeps from one build to the next. */
import { existsSync, rmSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect } from 'vitest';
import { namesOfFiles, readFiles, writeFiles } from './setup/build.ts';
import { notices } from './setup/commands.ts';
import { onDay, version } from './setup/notices.ts';
import { copyProject, type Project } from './setup/project.ts';
import type { Workshop } from './setup/workshop.ts';

const keep = (years: string): string =>
  `## How long {#keep}\n\nWe keep your orders for ${years} years.\n\n## Rights {#rights}\n\nAsk us.`;

/** In English whatever the language of the site. */
const inEnglish = (body: string, day: string): string =>
  version(body, `language: en-GB\n${onDay(day)}`);

const NOTICES = {
  'shop/2024-01-01.mdx': inEnglish(keep('six'), '2024-01-01'),
  'shop/2025-01-01.mdx': inEnglish(keep('seven'), '2025-01-01'),
  'shop/2025-01-01.cy.mdx': version(
    '## Am faint {#keep}\n\nRydym yn cadw eich archebion.\n\n## Hawliau {#rights}\n\nGofynnwch.',
    onDay('2025-01-01'),
  ),
  'club/2024-01-01.mdx': inEnglish(keep('two'), '2024-01-01'),
  'club/2025-01-01.mdx': inEnglish(keep('three'), '2025-01-01'),
  // In a language that pages have no words for, and with a warning.
  'clann/2025-01-01.mdx': version(
    '## Fúinn {#us}\n\nFáilte.',
    `language: ga\nreviewDue: "2026-01-01"\n${onDay('2025-01-01')}`,
  ),
};

/** The files of a site, by their names. */
type Files = Map<string, Buffer>;

export interface KeepingProject {
  /** A path below the folder that is kept. */
  kept: (...parts: string[]) => string;
  /** Builds it. Returns its site. */
  build: () => Promise<Files>;
  /** Builds it where nothing can be built of its notices. Returns what it printed. */
  buildInVain: () => Promise<string>;
  /** What the last build printed. */
  log: () => string;
  /** Builds it as if nothing was ever kept. */
  buildAnew: () => Promise<Files>;
  /** Builds one of two or more parts of it into a folder, as another machine would. */
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

/**
 * Makes the project before the tests of a file.
 *
 * @param configure changes its settings; it draws no cards when left out
 */
export function useKeepingProject(
  { at, noticesOf }: Workshop,
  configure = (project: Project): void => {
    project.change('astro.config.mjs', 'cards: true', 'cards: false');
  },
): KeepingProject {
  let project: Project;
  let folder: string;
  let log = '';
  const kept = (...parts: string[]): string => path.join(project.folder, '.astro/kept', ...parts);
  const adopt = async (): Promise<void> => {
    const { code, err } = await notices(['adopt'], { notices: folder });
    expect(code, err).toBe(0);
  };
  const dist = (): string => path.join(project.folder, 'dist');
  const build = async (): Promise<Files> => {
    const { code, output } = await project.build(folder);
    log = output;
    expect(code, output).toBe(0);
    return readFiles(dist());
  };
  beforeAll(async () => {
    project = copyProject(at('project'));
    configure(project);
    folder = noticesOf('.', NOTICES);
    await adopt();
  });
  return {
    kept,
    dist,
    notices: () => folder,
    build,
    buildInVain: async () => {
      const { code, output } = await project.build(folder);
      expect(code, output).toBe(1);
      return output;
    },
    log: () => log,
    buildPart: async (out, shard) => {
      // In another folder that is a link, time zone, language and home: the same bytes come of it.
      const elsewhere = { TZ: 'America/Los_Angeles', LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
      const environment = { OUT_DIR: out, NOTICEBOARD_SHARD: shard, HOME: at('home'), USER: 'ann' };
      if (!existsSync(at('link'))) symlinkSync(path.dirname(folder), at('link'), 'junction');
      const { code, output } = await project.build(path.join(at('link'), path.basename(folder)), {
        ...environment,
        ...elsewhere,
      });
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
