/** What comes after Astro's build: the check of the pages, what is made of all of them, and the exchange of the site. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegrationLogger } from 'astro';
import { writeManifest } from '../disk/manifest.ts';
import { writeHostingFiles } from '../exports/hosting-files.ts';
import { checkBuiltSite } from '../record/site.ts';
import { openByLaw } from '../site/law-today.ts';
import { searchDataOf } from '../site/search.ts';
import { isPart } from '../site/site.ts';
import type { Build } from './build.ts';
import { printSummary } from './log.ts';
import { copyPublicFiles, filesOfSettings } from './public-files.ts';
import { report, unlessDiskFails } from './refusal.ts';
import { writeSearchIndex } from './search-index.ts';
import { noteShard } from './shard.ts';

/**
 * Checks the pages that were built, adds what is made of all of them, and replaces the old site.
 *
 * @param done the folder of the whole site, which the notices may be a part of, and the addresses of
 *   its pages, as Astro has them: without the base and a first slash; and the folder of the project's
 *   sources
 * @throws AstroError if a page differs from the version it shows
 */
export async function finishBuild(
  build: Build,
  done: { dir: URL; pages: readonly { pathname: string }[]; sources: string },
  logger: AstroIntegrationLogger,
): Promise<void> {
  const { site, versions, locked, progress } = build;
  const folder = path.join(fileURLToPath(done.dir), site.settings.path);
  progress.step('Checking pages');
  const ids = new Set(site.built.map(({ id }) => id));
  const own = versions.filter(({ notice }) => ids.has(notice));
  const differing = checkBuiltSite(folder, own, locked, site);
  progress.clear();
  await report(differing, NOT_REPLACED, logger);
  await unlessDiskFails(() => complete(build, done, folder, logger), NOT_REPLACED);
  progress.end();
  const pages = done.pages.filter(({ pathname }) => `/${pathname}`.startsWith(site.settings.path));
  printSummary(
    {
      ...build,
      notices: site.built,
      shard: site.shard,
      pages: pages.length,
      seconds: (performance.now() - build.started) / 1000,
    },
    logger,
  );
  for (const notice of site.built) {
    for (const line of openByLaw(notice, site.today)) logger.info(line);
  }
}

/** Adds what is made of all pages, and replaces the old site. */
async function complete(
  { site, locked, stage, progress }: Build,
  done: { dir: URL; sources: string },
  folder: string,
  logger: AstroIntegrationLogger,
): Promise<void> {
  const built = fileURLToPath(done.dir);
  writeHostingFiles(built, site);
  if (isPart(site)) {
    const icon = site.icon === undefined ? [] : [site.icon];
    const { publicDirectory, settings } = site;
    const ofSettings = filesOfSettings(settings, publicDirectory);
    copyPublicFiles(publicDirectory, folder, [
      ...locked.publicFiles.keys(),
      ...ofSettings,
      ...icon,
    ]);
  }
  if (site.shard) {
    noteShard(built, site, site.shard, done.sources);
  } else {
    progress.step('Indexing texts for search');
    const { records } = await writeSearchIndex(folder, searchDataOf(site));
    logger.debug(`Indexed ${records} texts for search.`);
  }
  writeManifest(built);
  stage.replace();
}

/** What is there is what the last build wrote. */
const NOT_REPLACED = 'The site was not replaced.';
