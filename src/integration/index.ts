/**
 * Noticeboard's part in Astro's build: it checks every version before anything is built, and
 * replaces the old site with the new one when that is complete.
 */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, HookParameters } from 'astro';
import { environment } from '../site/environment.ts';
import type { SiteOptions } from '../site/load.ts';
import { pagesOfProject } from '../site/load-pages.ts';
import { keptOf } from '../site/load-readings.ts';
import type { Settings } from '../site/settings.ts';
import { SettingsError } from '../site/settings-error.ts';
import { finishBuild, prepareBuild, type Build } from './build.ts';
import { refusal } from './refusal.ts';
import { brandStyles, siteModule } from './vite-plugins.ts';

type Setup = HookParameters<'astro:config:setup'>;

/**
 * The integration for Astro.
 *
 * @param settings the settings that `defineSite` returned
 */
export function noticeboard(settings: Settings): AstroIntegration {
  // Astro would tell its makers that a site was built, and which mistake ended a build.
  process.env['ASTRO_TELEMETRY_DISABLED'] ||= '1';
  let build: Build | undefined;
  return {
    name: 'noticeboard',
    hooks: {
      'astro:config:setup': async (setup) => {
        const { command, config, updateConfig, addWatchFile, logger } = setup;
        const options = await optionsOf(settings, setup);
        addWatchFile(path.join(options.root, 'src', 'site.config.ts'));
        updateConfig({ vite: { plugins: [siteModule(options), brandStyles(settings)] } });
        if (command !== 'build') return;
        build = await prepareBuild(options, fileURLToPath(config.outDir), logger);
        const { directory, cache } = build.stage;
        updateConfig({ outDir: folderUrl(directory), cacheDir: folderUrl(cache) });
      },
      'astro:build:start': () => build?.endSync(),
      'astro:build:done': async ({ logger }) => {
        if (build) await finishBuild(build, logger);
      },
    },
  };
}

const folderUrl = (directory: string): URL => pathToFileURL(`${directory}${path.sep}`);

/** What the site is loaded from: the settings, Astro's configuration and the environment. */
async function optionsOf(settings: Settings, { command, config }: Setup): Promise<SiteOptions> {
  const root = fileURLToPath(config.root);
  const { today, noticesDirectory, drafts } = await readEnvironment(root);
  return {
    settings,
    base: config.base,
    directory: noticesDirectory,
    publicDirectory: fileURLToPath(config.publicDir),
    root,
    pages: pagesOfProject(root),
    kept: keptOf(root),
    today,
    drafts: drafts || command !== 'build',
  };
}

/** The environment. Every command of Astro needs it, not only a build. */
async function readEnvironment(root: string): Promise<ReturnType<typeof environment>> {
  try {
    return environment(root);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    throw await refusal(
      error.message,
      'Nothing was done.',
      'correct it, and run the command again',
    );
  }
}
