/** What comes before Astro's build: the checks, and a stage for the pages. */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import type { CheckedFolder } from '../checks/folder.ts';
import { forget, keptFolder } from '../disk/kept.ts';
import { pathOfPublicFile, publicFile } from '../disk/public.ts';
import { takeTurn, type EndTurn } from '../disk/turn.ts';
import { logoFault } from '../exports/cards/logo.ts';
import { reservedBy } from '../notices/reserved.ts';
import type { LockedFolder } from '../record/check.ts';
import { readLockedFolder } from '../record/files.ts';
import { finishPublishing, JournalError } from '../record/journal.ts';
import { withoutSettled } from '../record/settled.ts';
import { faultsOfRecord } from '../record/texts.ts';
import type { SiteOptions } from '../site/load.ts';
import type { SharedNotices } from '../site/shared.ts';
import { isTaken } from '../site/redirects.ts';
import { missingFrom, missingFromProject, SETTINGS_HAVE_ERRORS } from '../site/settings.ts';
import { filesOfBrands } from '../site/brand.ts';
import { SettingsError } from '../site/settings-error.ts';
import type { Site } from '../site/site.ts';
import { destinationFault, sourcesIn } from './destination.ts';
import { beginning } from './log.ts';
import { refusal, report } from './refusal.ts';
import type { Progress } from './progress.ts';
import { noStage, openStage, type Stage } from './stage.ts';
import { openThread } from './thread.ts';
import type { Threads } from './threads.ts';

const NOTHING_BUILT = 'Nothing was built.';

/** A build that has passed the checks. */
export interface Build {
  site: Site;
  versions: CheckedFolder['versions'];
  locked: LockedFolder;
  stage: Stage;
  /** Lets the next build of this project load its content. */
  endSync: EndTurn;
  /** What prepares the notices meanwhile, where the pages are made by the same process. */
  threads: Threads | undefined;
  /** Where the site will be written. */
  destination: string;
  /** Shows how far it is. */
  progress: Progress;
  /** When it began, in milliseconds. */
  started: number;
  /** How many warnings there are, and how many of them about what cannot change. */
  warnings: number;
  settled: number;
}

/**
 * Checks everything that can be checked before pages are made, and opens a stage for them.
 *
 * @param destination where the site will be written
 * @param isStaged whether it is built elsewhere first, and replaces what is there when it is complete
 * @param progress shows from now on what the build is doing
 * @throws AstroError if the site may not be built
 */
export async function prepareBuild(
  options: SiteOptions,
  notices: SharedNotices,
  destination: string,
  isStaged: boolean,
  logger: AstroIntegrationLogger,
  progress: Progress,
): Promise<Build> {
  const { directory, root } = options;
  const started = performance.now();
  const thread = isStaged ? openThread(options) : undefined;
  await finishInterrupted(directory);
  const checked = await notices.folder();
  const { versions } = checked;
  const locked = readLockedFolder(directory, versions, options);
  // A missing version explains other findings, so those of the record come first.
  const { open, settled } = withoutSettled(checked.findings, locked);
  const findings = [...faultsOfRecord(locked, checked, directory, !options.drafts), ...open];
  await report(findings, NOTHING_BUILT, logger);
  await checkSettings(options, checked.addresses);
  const site = await notices.site();
  if (site.url === undefined) {
    logger.warn(
      'site is not set in astro.config.mjs: feeds, the sitemap and cards are left out, and pages have no canonical address',
    );
  }
  if (isStaged) await checkDestination(destination, options);
  logger.info(beginning(site.built, site.shard));
  for (const folder of [keptFolder(root), options.shelf?.folder]) {
    if (folder !== undefined) forget(folder, 90);
  }
  const workshop = path.join(root, '.astro', 'stages');
  const stage = isStaged ? openStage(destination, workshop) : noStage(destination);
  // Astro writes data about the content to files that all builds of a project share.
  const endSync = await takeTurn(path.join(workshop, 'sync.lock'));
  const { startThreads } = await import('./threads.ts');
  return {
    site,
    versions,
    locked,
    stage,
    endSync,
    threads: isStaged ? startThreads(options, site, checked, thread) : undefined,
    destination,
    progress,
    started,
    warnings: findings.length + settled.length,
    settled: settled.length,
  };
}

/** Finishes the changes of a killed command before anything is read. */
async function finishInterrupted(directory: string): Promise<void> {
  try {
    finishPublishing(directory);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const hint = error instanceof JournalError ? error.hint : '';
    throw await refusal(
      `an interrupted command could not be finished: ${reason}`,
      NOTHING_BUILT,
      hint || 'correct what the message above names, and build again',
    );
  }
}

/** Checks that everything the settings name exists: pages, files, a logo that can be drawn. */
async function checkSettings(options: SiteOptions, addresses: ReadonlySet<string>): Promise<void> {
  const { root, settings, publicDirectory, pages } = options;
  const isReserved = reservedBy(pages);
  const isFile = (address: string): boolean => publicFile(publicDirectory, address) !== undefined;
  const faults = missingFrom(
    settings,
    (address) => addresses.has(address) || isFile(address),
    (address) => isTaken(address, addresses, isReserved) || isFile(address),
  );
  faults.push(
    ...missingFromProject(
      settings,
      (file) => statSync(path.resolve(root, file), { throwIfNoEntry: false })?.isFile() === true,
    ),
  );
  if (faults.length === 0) {
    for (const [setting, address] of filesOfBrands(settings)) {
      const file = pathOfPublicFile(publicDirectory, address);
      const fault = file === undefined ? undefined : await logoFault(file);
      if (fault) faults.push(`${setting}: public${address} ${fault}`);
    }
  }
  if (faults.length === 0) return;
  const { message } = new SettingsError(SETTINGS_HAVE_ERRORS, faults);
  throw await refusal(message, NOTHING_BUILT, 'correct the settings above, and build again');
}

/** Refuses a destination with other files, which a build would replace. Where notices are a part of a site, Astro empties it. */
async function checkDestination(
  destination: string,
  { root, directory, settings }: SiteOptions,
): Promise<void> {
  const fault = destinationFault(
    path.resolve(destination),
    [path.resolve(root), directory],
    sourcesIn(root),
    settings.path !== '/',
  );
  if (!fault) return;
  throw await refusal(
    fault,
    NOTHING_BUILT,
    'move your own files elsewhere, or choose another outDir',
  );
}
