/**
 * Noticeboard's part in Astro's build: it checks every version before anything is built, and
 * replaces the old site with the new one when that is complete.
 */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, HookParameters } from 'astro';
import type { Plugin } from 'vite';
import { withBase } from '../document/print.ts';
import { approvalRulesOf } from '../site/approval.ts';
import { environment, type Environment } from '../site/environment.ts';
import { baseBelow } from '../site/addresses.ts';
import type { SiteOptions } from '../site/load.ts';
import { PACKAGE_PAGES, pagesOfSite } from '../site/load-pages.ts';
import { noteProject } from '../site/load-project.ts';
import { keptOf, shelfOf } from '../site/load-readings.ts';
import { shareNotices } from '../site/load-shared.ts';
import { readSettings, type NoticeboardSettings, type Settings } from '../site/settings.ts';
import { SettingsError } from '../site/settings-error.ts';
import type { SharedNotices } from '../site/shared.ts';
import { faultsOfConfiguration, WHOLE_SITE } from './astro-config.ts';
import type { Build } from './build.ts';
import type { reportInDev } from './dev-report.ts';
import { watchStart, type DevStart } from './dev-start.ts';
import { isAboutPage, isFalseAlarm, isProgress, leaveOut, OWN, watchBuild } from './log.ts';
import { CONCURRENCY, prerendererOf } from './prerenderer.ts';
import { readAhead } from './read-ahead.ts';
import { refusal } from './refusal.ts';
import { routesFor } from './routes.ts';
import { ownFiles } from './own-files.ts';
import { filesBelow } from './public-files.ts';
import { brandStyles, pageScripts, projectParts, siteModule } from './vite-plugins.ts';
import { warmUp } from './warm-up.ts';

type Setup = HookParameters<'astro:config:setup'>;

/**
 * The integration for Astro: `integrations: [noticeboard({ name, accent })]`. The address of the
 * site and the path that it is below are Astro's own `site` and `base`.
 *
 * @param input the settings. They are checked when Astro starts, which then says what to correct.
 */
export function noticeboard(input: NoticeboardSettings): AstroIntegration {
  // Without this, Astro reports to its makers that a site was built, and which error ended a build.
  process.env['ASTRO_TELEMETRY_DISABLED'] ||= '1';
  let build: Build | undefined;
  let options: SiteOptions | undefined;
  let notices: SharedNotices | undefined;
  let prerender: ReturnType<typeof prerendererOf> | undefined;
  const start = watchStart();
  return {
    name: OWN,
    hooks: {
      'astro:config:setup': async (setup) => {
        const { command, config, isRestart, updateConfig, injectRoute, logger } = setup;
        leaveOut(logger, isFalseAlarm);
        const settings = await settingsFrom(input, setup);
        const isWhole = settings.path === '/';
        if (isWhole) updateConfig(WHOLE_SITE);
        // A preview serves what was built, and asks for nothing else.
        if (command === 'preview') return;
        options = await optionsOf(settings, setup);
        // After its settings were saved, dev goes on at the address that it has, and says nothing of it.
        if (isRestart) start.started();
        notices = shareNotices(options, command === 'dev' ? readInTime(options, start) : undefined);
        const pages = pagesFolderOf(config);
        noteFor(options, setup);
        if (pages !== PACKAGE_PAGES) {
          const places = { path: settings.path, pages, publicDirectory: options.publicDirectory };
          for (const route of routesFor(places)) injectRoute(route);
        }
        updateConfig({ vite: { plugins: pluginsFor(settings, options, notices, setup) } });
        if (command !== 'build') return;
        const isStatic = isStaticSite(config);
        const progress = watchBuild(logger, config.logger !== undefined);
        // A logger of the project's own, or one for JSON, receives everything.
        if (!config.logger) leaveOut(logger, isWhole ? isProgress : isAboutPage);
        const destination = fileURLToPath(config.outDir);
        const { prepareBuild } = await import('./build.ts');
        build = await prepareBuild(options, notices, destination, isStatic, logger, progress);
        updateConfig({ integrations: [finishing(build, fileURLToPath(config.srcDir))] });
        const { directory, cache } = build.stage;
        // An adapter decides itself where the site goes.
        if (!isStatic) return;
        updateConfig({ outDir: folderUrl(directory), cacheDir: folderUrl(cache) });
        if (config.build.concurrency === 1) updateConfig({ build: { concurrency: CONCURRENCY } });
        prerender = prerendererOf({
          ...build,
          code: options.shelf?.code ?? '',
          output: directory,
        });
      },
      'astro:server:setup': ({ server, logger }) => {
        start.opening(server);
        if (options && notices) reportInTime(options, notices, server, logger, start);
      },
      'astro:server:start': ({ address, logger }) => {
        start.started();
        if (notices) void warmUp(address, notices, logger);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        build?.endSync();
        if (prerender) setPrerenderer(prerender);
      },
    },
  };
}

/** In dev: a thread reads the notices at once, and this process when the server has its address. */
function readInTime(options: SiteOptions, start: DevStart): () => Promise<void> {
  const isRead = readAhead(options);
  return async () => {
    await isRead;
    await start.wait();
  };
}

/** What is wrong with the notices is reported when the server has its address, too. */
function reportInTime(
  ...[options, notices, server, logger, start]: [...Parameters<typeof reportInDev>, DevStart]
): void {
  start
    .wait()
    .then(() => import('./dev-report.ts'))
    .then((module) => module.reportInDev(options, notices, server, logger))
    .catch((error: unknown) => logger.error(String(error)));
}

/** The last of all integrations: what others write is in the site before it replaces the old one. */
const finishing = (build: Build, sources: string): AstroIntegration => ({
  name: `${OWN}:finish`,
  hooks: {
    'astro:build:done': async (done) => {
      const { finishBuild } = await import('./finish.ts');
      await finishBuild(build, { ...done, sources }, done.logger.fork(OWN));
    },
  },
});

function pluginsFor(
  settings: Settings,
  options: SiteOptions,
  notices: SharedNotices,
  { command, config }: Setup,
): Plugin[] {
  const { base, vite } = config;
  const isPart = settings.path !== '/';
  const isMadeHere = command !== 'build' || isStaticSite(config);
  const at = (file: string): string => withBase(file, baseBelow(base, settings.path));
  return [
    siteModule(options, notices, isMadeHere ? 'shared' : 'disk'),
    projectParts(settings, options.root),
    pageScripts(),
    brandStyles(settings, isPart ? at : (file) => file),
    ...(isPart ? [ownFiles(vite.build?.assetsInlineLimit), filesBelow(options)] : []),
  ];
}

/** Whether all pages are made by the process that builds the site, and nothing runs later. */
const isStaticSite = ({ output, adapter }: Setup['config']): boolean =>
  output === 'static' && adapter === undefined;

/**
 * Notes for commands what Astro's configuration says. Another folder or address that is given for one
 * build is not the site's.
 */
const noteFor = (options: SiteOptions, { config }: Setup): void => {
  if (process.argv.some((argument) => /^--(?:out-?dir|base|site)\b/i.test(argument))) return;
  const { settings } = options;
  const { path: below, language } = settings;
  noteProject(options.root, {
    ...options,
    pagesDirectory: path.join(pagesFolderOf(config), below),
    outDirectory: path.resolve(fileURLToPath(config.outDir)),
    path: below,
    language,
    approval: approvalRulesOf(settings),
  });
};

/** The folder of the project's own pages. */
const pagesFolderOf = ({ srcDir }: Setup['config']): string =>
  path.join(fileURLToPath(srcDir), 'pages');

const folderUrl = (directory: string): URL => pathToFileURL(`${directory}${path.sep}`);

/** Reads the settings, and refuses options of Astro that notices cannot be published with. */
async function settingsFrom(input: NoticeboardSettings, { config }: Setup): Promise<Settings> {
  const faults = faultsOfConfiguration(config);
  if (faults.length > 0) {
    const { message } = new SettingsError('astro.config.mjs has errors', faults);
    throw await refusal(message, NOTHING_DONE, AGAIN);
  }
  return orRefuse(() => readSettings(input));
}

/** What the site is loaded from: the settings, Astro's configuration and the environment. */
async function optionsOf(settings: Settings, { command, config }: Setup): Promise<SiteOptions> {
  const root = path.resolve(fileURLToPath(config.root));
  const { today, noticesDirectory, drafts, shard } = await orRefuse((): Environment =>
    environment(root),
  );
  const isBuild = command === 'build';
  if (shard && isBuild && !isStaticSite(config)) {
    throw await refusal(NOT_STATIC, NOTHING_DONE, 'remove one of the two, and build again');
  }
  return {
    settings,
    url: config.site,
    base: config.base,
    directory: noticesDirectory,
    publicDirectory: path.resolve(fileURLToPath(config.publicDir)),
    root,
    pages: pagesOfSite(path.join(pagesFolderOf(config), settings.path)),
    kept: keptOf(root),
    shelf: shelfOf(root),
    today,
    drafts: drafts || !isBuild,
    shard: isBuild ? shard : undefined,
  };
}

const NOT_STATIC =
  'only a static site can be built in parts: NOTICEBOARD_SHARD is set, and astro.config.mjs has an adapter or output: "server"';
const NOTHING_DONE = 'Nothing was done.';
const AGAIN = 'correct it, and run the command again';

/** Reads settings, and ends the command if they have errors. */
async function orRefuse<T>(read: () => T): Promise<T> {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    throw await refusal(error.message, NOTHING_DONE, AGAIN);
  }
}
