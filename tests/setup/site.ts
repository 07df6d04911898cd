/** A built site as tests meet it: its pages as files, and in a browser. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page as BrowserPage } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../../src/pdf/browser.ts';
import { readFiles } from './build.ts';
import { parseHtml, type Node } from './html.ts';

export interface BuiltSite {
  name: string;
  /** The path below which it is served, with a slash at both ends. */
  base: string;
  /** The folder of notices it was built of. */
  notices: string;
  /** Where it was built. */
  folder: string;
  origin: string;
}

export interface Page {
  /** Its address on the site, without the base: `/`, `/acme/customers/`, `/404.html`. */
  path: string;
  html: string;
  readonly document: Node;
}

/** Every page of a built site, in the order of their paths; not the parts for other sites' pages. */
export function pagesOf({ folder }: Pick<BuiltSite, 'folder'>): Page[] {
  return [...readFiles(folder)]
    .filter(([file]) => file.endsWith('.html') && !file.includes('/parts/'))
    .map(([file, bytes]) => pageOf(`/${file.replace(/(^|\/)index\.html$/, '$1')}`, bytes));
}

/** The page at an address, which has to be there. */
export function readPage({ folder }: Pick<BuiltSite, 'folder'>, address: string): Page {
  const file = path.join(folder, address, address.endsWith('/') ? 'index.html' : '');
  return pageOf(address, readFileSync(file));
}

/** A page that is parsed when it is looked into: a site has hundreds. */
function pageOf(address: string, bytes: Buffer): Page {
  const html = bytes.toString('utf8');
  let document: Node | undefined;
  return {
    path: address,
    html,
    get document() {
      return (document ??= parseHtml(html));
    },
  };
}

/** What a page is. */
export type PageKind =
  | 'home'
  | 'missing'
  | 'search'
  | 'on'
  | 'notice'
  | 'version'
  | 'history'
  | 'section'
  | 'short'
  | 'comparison'
  | 'compare';

export function kindOf({ path: address }: Pick<Page, 'path'>): PageKind {
  if (address === '/') return 'home';
  if (address === '/404.html') return 'missing';
  if (address === '/search/') return 'search';
  if (address.endsWith('/on/')) return 'on';
  if (address.endsWith('/history/')) return 'history';
  if (address.endsWith('/in-short/')) return 'short';
  if (address.includes('/sections/')) return 'section';
  // The page on which any two versions are compared, and those of two.
  if (address.endsWith('/compare/')) return 'compare';
  if (address.includes('/compare/')) return 'comparison';
  return /\/(\d{4}-\d{2}-\d{2}(-\d+)?|draft)\/$/.test(address) ? 'version' : 'notice';
}

/** The whole address of a page of a served site. */
export const urlOf = ({ origin, base }: BuiltSite, address: string): string =>
  origin + base + address.slice(1);

export interface OpenOptions {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  javaScriptEnabled?: boolean;
  /** Lets the test itself run scripts on the page. */
  bypassCSP?: boolean;
  /** A phone: fingers, and no keyboard. */
  isMobile?: boolean;
  hasTouch?: boolean;
}

/** Opens a blank page in a context of its own: no cookie, storage or cache of another test. */
export type OpenPage = (options?: OpenOptions) => Promise<BrowserPage>;

/** A browser for the tests of a file or group: started before them and closed after. */
export function useBrowser(): OpenPage {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  return async ({ width = 1280, height = 800, ...rest } = {}) => {
    const context = await browser.newContext({ viewport: { width, height }, ...rest });
    return context.newPage();
  };
}

/** Every page of a site, read before the tests of a group. */
export function usePages(site: BuiltSite): {
  all: () => readonly Page[];
  /** The addresses of the pages that something is wrong with. */
  wrong: (isWrong: (page: Page) => boolean) => string[];
} {
  let pages: Page[] = [];
  beforeAll(() => {
    pages = pagesOf(site);
  });
  return {
    all: () => pages,
    wrong: (isWrong) => pages.filter(isWrong).map((page) => page.path),
  };
}
