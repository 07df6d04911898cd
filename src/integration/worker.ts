/** A thread of a build: it prepares notices, one after the other. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { FolderFile } from '../checks/file.ts';
import { readerOf } from '../site/load-readings.ts';
import { loadSite, type SiteOptions } from '../site/load.ts';
import type { Site } from '../site/site.ts';
import { prepare, type Slice, type Step } from './prepare.ts';

/** What a thread is asked to do: a step for the notices of some files, or a slice of it. */
export interface Task {
  /** The versions of a notice and of its translations, by their paths in the folder of notices. */
  files: readonly Pick<FolderFile, 'path' | 'file'>[];
  step: Step;
  slice?: Slice | undefined;
}

const options = workerData as SiteOptions;
/** The notices of the last task: the next one is often about the same. */
let last: { files: string; site: Site } | undefined;

/** The site with these notices alone. The record is of no concern: nothing that is made here shows it. */
async function siteOf(files: Task['files']): Promise<Site> {
  const read = files.map((file): FolderFile => ({
    ...file,
    bytes: readFileSync(path.join(options.directory, file.path)),
  }));
  const readingOf = await readerOf(read, options.kept);
  const versions = read.flatMap((file) => {
    const { version } = readingOf(file);
    return version ? [{ ...version, files: [] }] : [];
  });
  const checked = { files: read, versions, addresses: new Set<string>(), findings: [] };
  return loadSite({ ...options, shard: undefined }, checked, {
    directory: options.directory,
    locked: {},
  });
}

async function run({ files, step, slice }: Task): Promise<void> {
  const name = files.map((file) => file.path).join('\n');
  if (last?.files !== name) last = { files: name, site: await siteOf(files) };
  const { site } = last;
  for (const notice of site.notices) await prepare(site, notice, step, slice);
}

parentPort?.on('message', (task: Task) => {
  // A rejection ends the thread by itself only if Node.js is not started with another rule for them.
  void run(task).then(
    () => parentPort?.postMessage('done'),
    () => process.exit(1),
  );
});
