/** Which pages of the package a project gets, and at which addresses. */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { InjectedRoute } from 'astro';
import { sourceAt } from '../disk/package.ts';
import { packagePages, pagesIn, routeOf } from '../site/load-pages.ts';

/** What is of a whole site, and so not of one that is a part of another. */
const OF_WHOLE_SITES = ['404.astro', 'robots.txt.ts'];

/** What browsers and programs look for at the root of a host, wherever the notices are. */
const WELL_KNOWN = '.well-known/';

interface Places {
  /** The folder that the notices are below, with a slash at both ends: `/`, or such as `/privacy/`. */
  path: string;
  /** The folder of all of the project's own pages. */
  pages: string;
  /** The folder of files that are served as they are. */
  publicDirectory: string;
}

/**
 * The routes to add to a project. A page or a public file of its own at one of the addresses stays,
 * and takes the place of the package's.
 */
export function routesFor({ path: below, pages, publicDirectory }: Places): InjectedRoute[] {
  const own = new Set(pagesIn(pages).map(routeOf).map(shapeOf));
  return packagePages()
    .filter((page) => below === '/' || !OF_WHOLE_SITES.includes(page))
    .map((page) => {
      const route = routeOf(page);
      const pattern = page.startsWith(WELL_KNOWN) ? route : below + route.slice(1);
      return { pattern: pattern.replace(/(?<=.)\/$/, ''), page };
    })
    .filter(({ pattern }) => !own.has(shapeOf(pattern)) && !isPublic(pattern, publicDirectory))
    .map(({ pattern, page }) => ({
      pattern,
      entrypoint: sourceAt(path.join('pages', page)),
      prerender: true,
    }));
}

/** An address without the names of its parameters, which anyone may choose. */
const shapeOf = (route: string): string =>
  route.replace(/\[\.\.\.[^\]]*\]/g, '[...]').replace(/\[[^\].]*\]/g, '[]');

/** Whether a public file is served at an address: one of its name, or a page. */
const isPublic = (address: string, publicDirectory: string): boolean =>
  ['', '.html', '/index.html'].some((ending) =>
    statSync(path.join(publicDirectory, address + ending), { throwIfNoEntry: false })?.isFile(),
  );
