/** What Noticeboard adds to Vite: the site as a value, and the brand's colours. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { entriesIn } from '../disk/list.ts';
import { sourceAt } from '../disk/package.ts';
import { holds, withSlashes } from '../disk/paths.ts';
import { locksPathOf, oldLockPathOf, recordPathOf } from '../record/files.ts';
import type { SiteOptions } from '../site/load.ts';
import type { SharedNotices } from '../site/shared.ts';
import { coloursOf, type Font } from '../site/brand.ts';
import type { Settings } from '../site/settings.ts';

const SITE = 'virtual:noticeboard/site';
const moduleAt = (file: string): string => JSON.stringify(withSlashes(sourceAt(file)));

/**
 * Where pages have the site from: the value that this process shares, or the disk, where pages may be
 * made by another process.
 */
type SiteSource = 'shared' | 'disk';

/**
 * The site that pages are made of: `import { site } from 'virtual:noticeboard/site'`. In dev it is
 * another one whenever a notice, the lock or the record has changed: pages see it through the import.
 * A build has checked it before, and its pages are made of just that.
 */
export function siteModule(
  options: SiteOptions,
  notices: SharedNotices,
  source: SiteSource,
): Plugin {
  const { directory, root } = options;
  const locks = locksPathOf(directory);
  const oldLock = oldLockPathOf(directory);
  const watched = [directory, locks, oldLock, recordPathOf(directory)];
  return {
    name: 'noticeboard:site',
    config: () => ({ server: { watch: { ignored: UNWATCHED } } }),
    resolveId: (id) => (id === SITE ? `\0${SITE}` : undefined),
    load: (id) => {
      if (id !== `\0${SITE}`) return undefined;
      if (source === 'shared') {
        return (
          `import { sharedNotices } from ${moduleAt('site/shared.ts')};\n` +
          `const notices = sharedNotices(${JSON.stringify(root)});\n` +
          'export let site;\n' +
          'notices.follow((made) => { site = made; });\n' +
          // Another one may have been made before this one is.
          'const first = await notices.site();\n' +
          'site ??= first;'
        );
      }
      return (
        `import { readAndCheckFolder } from ${moduleAt('site/folder.ts')};\n` +
        `import { loadSite } from ${moduleAt('site/load.ts')};\n` +
        `const options = ${JSON.stringify(options)};\n` +
        'export const site = loadSite(options, await readAndCheckFolder(options));'
      );
    },
    configureServer(server) {
      server.watcher.add(watched);
      let seen = Date.now();
      const change = (file: string): void => {
        if (!watched.some((each) => holds(each, path.resolve(file)))) return;
        seen = Date.now();
        notices.forget();
        reload(server);
      };
      // Of what changes before it watches a folder, the watcher tells nothing.
      for (const delay of WHILE_STARTING) {
        setTimeout(() => {
          const files = [directory, locks].flatMap((folder) =>
            entriesIn(folder).map((name) => path.join(folder, name)),
          );
          const late = [oldLock, ...files].find((file) => isNewer(file, seen));
          if (late === undefined) return;
          server.watcher.emit('change', late);
          server.watcher.emit('all', 'change', late);
        }, delay).unref();
      }
      // Not "all", which comes after these, and so after others have asked for the notices.
      for (const event of CHANGES) server.watcher.on(event, change);
      // A page is made when its site is there.
      server.middlewares.use((_request, _response, next) => {
        void notices.site().then(() => next(), next);
      });
    },
  };
}

/** How many milliseconds after the start files are looked at that nothing was told of. */
const WHILE_STARTING = [2000, 5000, 10_000];

const isNewer = (file: string, time: number): boolean =>
  (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > time;

/** What a project keeps, and what its builds write: thousands of files, of which no page in dev is made. */
const UNWATCHED = ['**/.astro/kept/**', '**/.astro/stages/**', '**/*.replacing/**'];

const CHANGES = ['add', 'addDir', 'change', 'unlink', 'unlinkDir'] as const;

/** Has Astro ask again which pages there are, and open pages ask again what is on them. */
function reload({ environments: { client, ...others } }: ViteDevServer): void {
  for (const { hot } of Object.values(others)) hot.send('astro:content-changed', {});
  client?.hot.send({ type: 'full-reload', path: '*' });
}

const STYLES = 'virtual:noticeboard/styles';
const COMPONENT = /^virtual:noticeboard\/(Head|Header|Footer)$/;

/** What a project puts around notices: its components instead of ours, and its style sheets after them. */
export function projectParts(
  { components, styles }: Pick<Settings, 'components' | 'styles'>,
  root: string,
): Plugin {
  const own: Readonly<Record<string, string | undefined>> = components;
  const inProject = (file: string): string => withSlashes(path.resolve(root, file));
  return {
    name: 'noticeboard:project-parts',
    resolveId: (id) => {
      const [, name = ''] = COMPONENT.exec(id) ?? [];
      const file = own[name];
      if (name !== '') {
        return file === undefined
          ? withSlashes(sourceAt(`components/frame/${name}.astro`))
          : inProject(file);
      }
      return id === STYLES ? `\0${STYLES}` : undefined;
    },
    load: (id) =>
      id === `\0${STYLES}`
        ? styles.map((file) => `import ${JSON.stringify(inProject(file))};\n`).join('')
        : undefined,
  };
}

const SCRIPT = /^(.*\.astro)\?astro&type=script&index=(\d+)/;

/**
 * Loads the scripts of our own pages. Astro takes the path of a page for one below the project if both
 * have no folder in common, as where the package is linked, and then does not find its scripts.
 */
export const pageScripts = (): Plugin => ({
  name: 'noticeboard:page-scripts',
  load: {
    order: 'pre',
    filter: { id: SCRIPT },
    handler(id) {
      const [, file = '', index] = SCRIPT.exec(id) ?? [];
      if (!holds(sourceAt('.'), path.normalize(file))) return undefined;
      // Where pages are made, nothing of a script is run.
      if (this.environment.config.consumer !== 'client') return { code: '', moduleType: 'ts' };
      const scripts = [...readFileSync(file, 'utf8').matchAll(/<script>(.*?)<\/script>/gs)];
      return { code: scripts[Number(index)]?.[1] ?? '', moduleType: 'ts' };
    },
  },
});

/** The style sheets that pages load first; every page has one of them. */
const FIRST_SHEETS = ['index', 'compare'].map((name) =>
  withSlashes(sourceAt(`styles/${name}.css`)),
);

/**
 * Adds the site's colours and font to the end of a page's first style sheet, so that settings need
 * neither a `style` attribute nor another file.
 */
export function brandStyles(settings: Settings, href: (file: string) => string): Plugin {
  const { font } = settings;
  const rules =
    coloursOf(settings) +
    (font ? `:root{--brand-font:"${font.family}"}${fontFaces(font, href)}` : '');
  return {
    name: 'noticeboard:brand-styles',
    enforce: 'pre',
    transform: {
      // A filter reads a path as a pattern, which one with brackets does not match.
      filter: { id: /\.css$/ },
      handler: (code, id) =>
        FIRST_SHEETS.includes(id) ? { code: `${code}\n${rules}\n`, map: null } : undefined,
    },
  };
}

/** The brand's font, from the site's own files: one variable font for all weights, or two files. */
function fontFaces({ family, regular, bold }: Font, href: (file: string) => string): string {
  const face = (file: string, weight: string): string =>
    `@font-face{font-family:"${family}";src:url("${href(file)}") format("woff2");` +
    `font-weight:${weight};font-display:swap}`;
  return bold === undefined ? face(regular, '100 900') : face(regular, '400') + face(bold, '700');
}
