/** What the sample's own files say, read without Noticeboard. */
import { cpSync, existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import { SAMPLE } from './build.ts';

/** A folder of notices, with its lock and record where it has them, to be changed at will. */
export function copyNotices(from: string, folder: string): void {
  for (const part of ['', '.locks', '.record']) {
    if (existsSync(from + part)) cpSync(from + part, folder + part, { recursive: true });
  }
}

/**
 * Some notices of the sample with their lock and record, for what the others would only make
 * slower.
 *
 * @param names the first folders of their paths
 */
export function copyOfSample(folder: string, names: readonly string[]): void {
  for (const name of names) {
    for (const part of ['', '.locks', '.record']) {
      const from = path.join(SAMPLE + part, name);
      cpSync(from, path.join(folder + part, name), { recursive: true });
    }
  }
}

/** The frontmatter of a version, as far as tests look at it. */
export interface Source {
  title: string;
  published: string;
  effective: string;
  reviewed?: string;
  changes?: { kind: string; section?: string; summary: string; reason?: string }[];
}

/** Every version of the sample in its first language, by its address, in the order of names. */
export const sources: ReadonlyMap<string, Source> = new Map(
  globSync('**/????-??-??*.mdx', { cwd: SAMPLE })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !/\.\w+\.mdx$/.test(file))
    .toSorted()
    .map((file): [string, Source] => {
      const [, frontmatter = ''] = readFileSync(path.join(SAMPLE, file), 'utf8').split(/^---$/m);
      return [`/${file.replace('.mdx', '')}/`, parseYaml(frontmatter) as Source];
    }),
);

/** The addresses of the versions of each notice, the earliest first. */
export const versionsOf: ReadonlyMap<string, string[]> = Map.groupBy(sources.keys(), (address) =>
  address.replace(/[^/]+\/$/, ''),
);

/** A day as people write it: `19 June 2026`. */
export const longDate = (date: string): string =>
  new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
