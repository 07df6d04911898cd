/**
 * Noticeboard's part in Astro's build: it checks every version before anything is built, gives
 * the Markdown processor clean sources, and puts the new site in place of the old one whole.
 */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { logoFault } from '../exports/cards/logo.ts';
import { CARDS_FOLDER, forgetCards } from '../exports/cards/store.ts';
import { isError, type Finding } from '../findings/catalogue.ts';
import { checkLock, type LockedFolder } from '../record/check.ts';
import { readLockedFolder } from '../record/files.ts';
import { finishPublishing } from '../record/journal.ts';
import { checkBuiltSite } from '../record/site.ts';
import { report } from '../findings/report.ts';
import { destinationFault } from './destination.ts';
import { environment, isTextsOnly, type Environment } from '../site/environment.ts';
import { writeHostingFiles } from '../exports/hosting-files.ts';
import { isFileWithin, readAndCheckFolder } from '../site/folder.ts';
import { namesOfPages } from '../site/load-pages.ts';
import { writeManifest } from '../disk/manifest.ts';
import { writeSearchIndex } from './search-index.ts';
import type { IsoDate } from '../notices/dates.ts';
import { openStage, type Stage } from './stage.ts';
import { takeTurn, type EndTurn } from '../disk/turn.ts';
import { bodies, brandStyles, cleanSources } from './vite-plugins.ts';
import { missingFrom, SettingsError, type Site } from '../site/settings.ts';

/** The integration; `site` is what `defineSite` returned. */
export function noticeboard(site: Site): AstroIntegration {
  let stage: Stage | undefined;
  let endSync: EndTurn | undefined;
  let locked: LockedFolder | undefined;
  let folderOfNotices = '';
  let base = '/';
  let day = '' as IsoDate;
  return {
    name: 'noticeboard',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, logger }) => {
        const root = fileURLToPath(config.root);
        const publicDirectory = fileURLToPath(config.publicDir);
        const { today, noticesDirectory, drafts } = await readEnvironment(root);
        folderOfNotices = noticesDirectory;
        base = config.base.replace(/\/?$/, '/');
        day = today;
        const withDrafts = drafts || command !== 'build';
        // The loader runs in a module graph of its own and learns of drafts from here.
        if (withDrafts) process.env['NOTICEBOARD_DRAFTS'] = '1';
        updateConfig({
          vite: {
            plugins: [
              cleanSources(noticesDirectory),
              bodies(noticesDirectory, withDrafts),
              brandStyles(site),
            ],
            define: { 'import.meta.env.NOTICEBOARD_TODAY': JSON.stringify(today) },
          },
        });
        if (command !== 'build') return;

        const folder = { directory: noticesDirectory, publicDirectory, root, drafts, today };
        await finishOrRefuse(noticesDirectory);
        const { versions, findings: found, addresses } = readAndCheckFolder(folder);
        locked = readLockedFolder(noticesDirectory, versions, root);
        // What is gone explains what else is wrong, so it comes first.
        const findings = [...(isTextsOnly() ? [] : recordFaults(locked, found, drafts)), ...found];
        const text = report(findings, { colours: process.stderr.isTTY });
        if (findings.some(isError)) await refuse(`${text}\nNothing was built.`);
        if (findings.length > 0) logger.warn(`\n${text}`);
        const isReserved = namesOfPages();
        const missing = missingFrom(
          site,
          (address) => addresses.has(address) || isFileWithin(publicDirectory, address),
          (address) =>
            isReserved(address.split('/')[1] ?? '') ||
            [...addresses].some((page) => page.startsWith(address)),
        );
        if (missing.length > 0) {
          await refuse(new SettingsError('src/site.config.ts cannot be used', missing).message);
        }

        if (site.url === undefined) {
          logger.warn(
            'url is not set in src/site.config.ts: feeds, the sitemap and cards for shared links are left out, and pages have no canonical address',
          );
        }
        const logo = site.logo && (await logoFault(path.join(publicDirectory, site.logo)));
        if (logo) {
          const line = `logo: public${site.logo} ${logo}`;
          await refuse(new SettingsError('src/site.config.ts cannot be used', [line]).message);
        }

        const destination = fileURLToPath(config.outDir);
        const fault = destinationFault(
          path.resolve(destination),
          [path.resolve(root), noticesDirectory],
          ['src', 'public', 'tests', 'node_modules', '.git'].map((name) => path.join(root, name)),
        );
        if (fault) {
          await refuse(`${fault}\n    → move what is yours elsewhere, or choose another OUT_DIR\n`);
        }
        const workshop = path.join(root, '.astro', 'stages');
        stage = openStage(destination, workshop);
        forgetCards(path.join(root, CARDS_FOLDER), 90);
        updateConfig({
          outDir: pathToFileURL(`${stage.directory}${path.sep}`),
          cacheDir: pathToFileURL(`${stage.cache}${path.sep}`),
        });
        // Astro writes what it learns of content to files that all builds of a project share.
        endSync = await takeTurn(path.join(workshop, 'sync.lock'));
      },
      'astro:build:start': () => endSync?.(),
      'astro:build:done': async ({ logger }) => {
        if (!stage || !locked) return;
        if (isTextsOnly()) {
          writeManifest(stage.directory);
          stage.replace();
          return;
        }
        // Of two findings for a file the later one stays: that which shows the words.
        const changed = [
          ...checkLock(locked, false).filter((each) => !isNotOfWords(each)),
          ...checkBuiltSite(stage.directory, folderOfNotices, locked, {
            base,
            today: day,
            isWhole: true,
          }),
        ];
        const differing = [
          ...new Map(changed.map((each) => [`${each.code} ${each.file}`, each])).values(),
        ];
        if (differing.length > 0) {
          const text = report(differing, { colours: process.stderr.isTTY });
          await refuse(`${text}\nThe site was not replaced.`);
        }
        writeHostingFiles(stage.directory, base, site.redirects);
        logger.info('indexing for search …');
        const { records, notices } = await writeSearchIndex(stage.directory);
        logger.info(`${records} texts of ${notices} notices can be searched.`);
        writeManifest(stage.directory);
        stage.replace();
      },
    },
  };
}

/** Finishes what a killed command had decided, before anything is read. */
async function finishOrRefuse(directory: string): Promise<void> {
  try {
    finishPublishing(directory);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await refuse(
      `a publication that was stopped could not be finished: ${reason}\nNothing was built.`,
    );
  }
}

/** What is wrong with the record before anything is built; its absence when nothing else is. */
function recordFaults(locked: LockedFolder, found: readonly Finding[], drafts: boolean): Finding[] {
  const isWrong = found.some(isError);
  return checkLock(locked, !drafts)
    .filter(isNotOfWords)
    .filter((each) => isError(each) || !isWrong);
}

/** What can be told before the words of all versions are known. */
const isNotOfWords = ({ code }: Finding): boolean => code !== 'version-changed';

/**
 * Ends the build over a publisher's mistake. A hook that throws would be told as an unhandled
 * error of the program; this is neither.
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
