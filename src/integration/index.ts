/**
 * Noticeboard's part in Astro's build: it checks every version before anything is built, and
 * replaces the old site with the new one when that is complete.
 */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { logoFault } from '../exports/cards/logo.ts';
import { CARDS_FOLDER, forgetCards } from '../exports/cards/store.ts';
import { isError, type Finding } from '../findings/catalogue.ts';
import type { CheckedFolder } from '../checks/folder.ts';
import { checkLock, type LockedFolder } from '../record/check.ts';
import { readLockedFolder } from '../record/files.ts';
import { finishPublishing } from '../record/journal.ts';
import { checkBuiltSite } from '../record/site.ts';
import { checkRecord } from '../record/texts.ts';
import { terminalReporter } from '../findings/report.ts';
import { githubReporter } from '../findings/report-github.ts';
import { destinationFault } from './destination.ts';
import { environment, type Environment } from '../site/environment.ts';
import { writeHostingFiles } from '../exports/hosting-files.ts';
import { isFileWithin, readAndCheckFolder } from '../site/folder.ts';
import { reservedBy } from '../notices/reserved.ts';
import { addressesOfPages, pagesOfProject } from '../site/load-pages.ts';
import { writeManifest } from '../disk/manifest.ts';
import { writeSearchIndex } from './search-index.ts';
import { openStage, type Stage } from './stage.ts';
import { takeTurn, type EndTurn } from '../disk/turn.ts';
import { brandStyles, siteModule } from './vite-plugins.ts';
import { loadSite, type SiteOptions } from '../site/load.ts';
import { searchDataOf } from '../site/search.ts';
import type { Site } from '../site/site.ts';
import { missingFrom, SettingsError, type Settings } from '../site/settings.ts';

/**
 * The integration for Astro.
 *
 * @param settings the settings that `defineSite` returned
 */
export function noticeboard(settings: Settings): AstroIntegration {
  let stage: Stage | undefined;
  let endSync: EndTurn | undefined;
  let locked: LockedFolder | undefined;
  let versions: CheckedFolder['versions'] = [];
  let site: Site | undefined;
  return {
    name: 'noticeboard',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, addWatchFile, logger }) => {
        const root = fileURLToPath(config.root);
        addWatchFile(path.join(root, 'src', 'site.config.ts'));
        const publicDirectory = fileURLToPath(config.publicDir);
        const { today, noticesDirectory, drafts } = await readEnvironment(root);
        const withDrafts = drafts || command !== 'build';
        // The loader runs in a module graph of its own and learns of drafts from here.
        if (withDrafts) process.env['NOTICEBOARD_DRAFTS'] = '1';
        const pages = pagesOfProject(root);
        const options: SiteOptions = {
          settings,
          base: config.base,
          directory: noticesDirectory,
          publicDirectory,
          root,
          pages,
          today,
          drafts: withDrafts,
        };
        updateConfig({ vite: { plugins: [siteModule(options), brandStyles(settings)] } });
        if (command !== 'build') return;

        await finishOrRefuse(noticesDirectory);
        const checked = readAndCheckFolder(options);
        const { addresses } = checked;
        versions = checked.versions;
        locked = readLockedFolder(noticesDirectory, versions, root);
        // A missing version explains other findings, so those of the record come first.
        const findings = [
          ...recordFaults(locked, checked, noticesDirectory, drafts),
          ...checked.findings,
        ];
        const text = terminalReporter({ colours: process.stderr.isTTY })(findings);
        annotate(findings);
        if (findings.some(isError)) await refuse(`${text}\nNothing was built.`);
        if (findings.length > 0) logger.warn(`\n${text}`);
        const isReserved = reservedBy(pages);
        const ownPages = addressesOfPages(pages);
        const missing = missingFrom(
          settings,
          (address) =>
            addresses.has(address) ||
            ownPages.has(address) ||
            isFileWithin(publicDirectory, address),
          (address) =>
            isReserved(address.split('/')[1] ?? '') ||
            [...addresses].some((page) => page.startsWith(address)),
        );
        if (missing.length > 0) {
          await refuse(new SettingsError('src/site.config.ts has errors', missing).message);
        }

        site = loadSite(options, checked);
        if (settings.url === undefined) {
          logger.warn(
            'url is not set in src/site.config.ts: feeds, the sitemap and cards for shared links are left out, and pages have no canonical address',
          );
        }
        const logo = settings.logo && (await logoFault(path.join(publicDirectory, settings.logo)));
        if (logo) {
          const line = `logo: public${settings.logo} ${logo}`;
          await refuse(new SettingsError('src/site.config.ts has errors', [line]).message);
        }

        const destination = fileURLToPath(config.outDir);
        const fault = destinationFault(
          path.resolve(destination),
          [path.resolve(root), noticesDirectory],
          ['src', 'public', 'tests', 'node_modules', '.git'].map((name) => path.join(root, name)),
        );
        if (fault) {
          await refuse(
            `${fault}\n    → move your own files elsewhere, or choose another OUT_DIR\n`,
          );
        }
        const workshop = path.join(root, '.astro', 'stages');
        stage = openStage(destination, workshop);
        forgetCards(path.join(root, CARDS_FOLDER), 90);
        updateConfig({
          outDir: pathToFileURL(`${stage.directory}${path.sep}`),
          cacheDir: pathToFileURL(`${stage.cache}${path.sep}`),
        });
        // Astro writes data about the content to files that all builds of a project share.
        endSync = await takeTurn(path.join(workshop, 'sync.lock'));
      },
      'astro:build:start': () => endSync?.(),
      'astro:build:done': async ({ logger }) => {
        if (!stage || !locked || !site) return;
        const differing = checkBuiltSite(stage.directory, versions, locked, site);
        if (differing.length > 0) {
          const text = terminalReporter({ colours: process.stderr.isTTY })(differing);
          annotate(differing);
          await refuse(`${text}\nThe site was not replaced.`);
        }
        writeHostingFiles(stage.directory, site);
        logger.info('indexing for search …');
        const { records, notices } = await writeSearchIndex(stage.directory, searchDataOf(site));
        logger.info(`Indexed ${records} texts of ${notices} notices.`);
        writeManifest(stage.directory);
        stage.replace();
      },
    },
  };
}

/** On GitHub Actions, shows findings beside the lines they are about; the log has them too. */
function annotate(findings: readonly Finding[]): void {
  if (process.env['GITHUB_ACTIONS'] !== 'true' || findings.length === 0) return;
  process.stderr.write(`${githubReporter(findings)}\n`);
}

/** Finishes the changes of a killed command before anything is read, or ends the build. */
async function finishOrRefuse(directory: string): Promise<void> {
  try {
    finishPublishing(directory);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await refuse(`an interrupted command could not be finished: ${reason}\nNothing was built.`);
  }
}

/** The findings of the record. A missing lock is reported only if there is no other error. */
function recordFaults(
  locked: LockedFolder,
  { versions, findings }: CheckedFolder,
  directory: string,
  drafts: boolean,
): Finding[] {
  if (!findings.some(isError)) return checkRecord(locked, versions, directory, !drafts);
  return checkLock(locked, !drafts).filter(isError);
}

/**
 * Ends the build because of a publisher's mistake. Astro would report an error thrown in a hook as
 * a fault of the program.
 */
function refuse(text: string): Promise<never> {
  return new Promise(() => {
    process.stderr.write(`\n${text}\n`, () => process.exit(1));
  });
}

/** The environment, or the end of the build. */
async function readEnvironment(root: string): Promise<Environment> {
  try {
    return environment(root);
  } catch (error) {
    if (error instanceof SettingsError) return refuse(error.message);
    throw error;
  }
}
