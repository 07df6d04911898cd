/**
 * How pages are rendered: by Astro, one notice after the other, and those that are kept not again; in
 * a shard, those of its notices alone.
 */
import path from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { keptFolder } from '../disk/kept.ts';
import { holds } from '../disk/paths.ts';
import { digestsOf } from '../site/digests.ts';
import { PACKAGE_PAGES } from '../site/load-pages.ts';
import type { Site } from '../site/site.ts';
import type { Progress } from './progress.ts';
import type { Threads } from './threads.ts';
import { codeOfPages, hasMiddleware, openKeptPages, type KeptPages } from './kept-pages.ts';

/** What of a build its pages depend on. */
export interface Prerendering {
  site: Site;
  /** What prepares the notices. */
  threads: Threads | undefined;
  progress: Progress;
  /** The hash of the code that made the site. */
  code: string;
  /** The folder that Astro writes the site to. */
  output: string;
}

/** The page that makes the feed of all notices. */
const FEED_OF_SITE = 'pages/feed.[format].ts';

/** So many pages are in work at a time: one is written while the next is made. */
export const CONCURRENCY = 4;

/**
 * Astro's own way to render pages, but for three things: those of a notice follow each other, so that
 * what they are made of is needed once, pages that are kept are not made again, and a shard has only
 * its own: the first has those of no notice, too.
 */
export const prerendererOf =
  (build: Prerendering) =>
  (standard: AstroPrerenderer): AstroPrerenderer => {
    const noticeIn = noticeFinder(build.site);
    // Astro renders addresses, which have the base and are encoded, of paths, which are neither.
    const noticeAt = (address: string): string | undefined =>
      noticeIn(decodeURI(address), build.site.base);
    const isBuilt = builtIn(build.site);
    let pages: KeptPages | undefined;
    return {
      ...standard,
      name: 'noticeboard',
      setup: async () => {
        await standard.setup?.();
        pages = openPages(build, noticeAt);
      },
      getStaticPaths: async () => {
        await build.threads?.addresses(build.progress);
        const paths = await standard.getStaticPaths();
        const placed = paths
          .map((each) => ({
            each,
            notice: noticeIn(each.pathname, build.site.settings.path) ?? '',
          }))
          .filter(({ notice }) => isBuilt(notice));
        build.progress.step('Building pages', placed.length);
        return placed.toSorted((a, b) => compare(a.notice, b.notice)).map(({ each }) => each);
      },
      render: async (request, options) => {
        build.progress.advance();
        const { pathname } = new URL(request.url);
        const make = async (): Promise<Response> => {
          await build.threads?.notice(noticeAt(pathname) ?? '');
          const made = await standard.render(request, options);
          return made instanceof Response ? made : made.response;
        };
        const { component } = options.routeData;
        const isOurs = holds(PACKAGE_PAGES, path.resolve(build.site.root, component));
        // Cards are kept by what is on them. The feed of the site has an archive for each dozen versions,
        // and pages of no notice are held until the last.
        const isKept = isOurs && !pathname.endsWith('.png') && !component.endsWith(FEED_OF_SITE);
        return pages && isKept ? pages.pageAt(pathname, make) : make();
      },
      teardown: async () => {
        await pages?.close();
        await standard.teardown?.();
      },
    };
  };

/** Whether this build makes the pages of a notice, by its id: '' for those of none. */
function builtIn({ built, shard }: Site): (notice: string) => boolean {
  const ids = new Set(built.map(({ id }) => id));
  return (notice) => (notice === '' ? (shard?.number ?? 1) === 1 : ids.has(notice));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The store of pages, where nobody but us decides what is on them. */
function openPages(
  { site, code, output }: Prerendering,
  noticeAt: (address: string) => string | undefined,
): KeptPages | undefined {
  const { components } = site.settings;
  const isOursAlone = Object.keys(components).length === 0 && !hasMiddleware(output);
  return isOursAlone
    ? openKeptPages(
        path.join(keptFolder(site.root), 'pages'),
        codeOfPages(output),
        digestsOf(site, code),
        noticeAt,
      )
    : undefined;
}

/** Finds the notice that a page below a folder belongs to. A notice may be below another. */
function noticeFinder({ notices }: Site): (page: string, below: string) => string | undefined {
  const ids = new Set(notices.map(({ id }) => id));
  return (page, below) => {
    if (!page.startsWith(below)) return undefined;
    const parts = page.slice(below.length).split('/');
    const candidates = parts.map((_, end) => parts.slice(0, parts.length - end).join('/'));
    return candidates.find((candidate) => ids.has(candidate));
  };
}
