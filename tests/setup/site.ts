/** A built site as tests meet it: its pages as files, and in a browser. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page as BrowserPage } from 'playwright-core';
import { afterAll } from 'vitest';
import { launchBrowser } from '../../src/exports/pdf/browser.ts';
import { namesOfFiles } from './build.ts';
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
  /** Whether shared links show a picture. */
  cards: boolean;
  /** Whether it is a preview, with drafts. */
  drafts: boolean;
}

export interface Page {
  /** Its address on the site, without the base: `/`, `/acme/customers/`, `/404.html`. */
  path: string;
  readonly html: string;
  readonly document: Node;
}

/** The pages of sites that no test changes, by their folders: a worker parses each page once. */
const known = new Map<string, Page[]>();

/** Every page of a built site, in the order of their paths; not the parts for other sites' pages. */
export function pagesOf(site: Pick<BuiltSite, 'folder'>): Page[] {
  const { folder } = site;
  const pages =
    known.get(folder) ??
    namesOfFiles(folder)
      .filter((file) => file.endsWith('.html') && !file.includes('/parts/'))
      .map((file) =>
        pageOf(`/${file.replace(/(^|\/)index\.html$/, '$1')}`, path.join(folder, file)),
      );
  if ('origin' in site) known.set(folder, pages);
  return [...pages];
}

/** The page at an address, which has to be there. */
export function readPage(site: Pick<BuiltSite, 'folder'>, address: string): Page {
  const found = known.get(site.folder)?.find((page) => page.path === address);
  if (found) return found;
  const file = path.join(site.folder, address, address.endsWith('/') ? 'index.html' : '');
  return pageOf(address, file, readFileSync(file, 'utf8'));
}

/** A page that is read and parsed when it is looked into: a site has hundreds. */
function pageOf(address: string, file: string, read?: string): Page {
  let html = read;
  let document: Node | undefined;
  return {
    path: address,
    get html() {
      return (html ??= readFileSync(file, 'utf8'));
    },
    get document() {
      return (document ??= parseHtml(this.html));
    },
  };
}

/** What a page is. */
export type PageKind =
  | 'home'
  | 'missing'
  /** A page of the site's own, in Markdown. */
  | 'prose'
  | 'search'
  | 'on'
  | 'notice'
  | 'version'
  | 'history'
  | 'section'
  | 'short'
  /** What the law asks of a version: in previews alone. */
  | 'check'
  /** What became of an imported source: in previews alone. */
  | 'import'
  | 'comparison'
  | 'compare';

export function kindOf({ path: address }: Pick<Page, 'path'>): PageKind {
  if (address === '/') return 'home';
  if (address === '/404.html') return 'missing';
  if (address === '/about/') return 'prose';
  if (address.startsWith('/search/')) return 'search';
  if (address.endsWith('/on/')) return 'on';
  if (address.endsWith('/check/')) return 'check';
  if (address.endsWith('/draft/import/')) return 'import';
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

/** Opens a blank page that no other test has at the time. */
export type OpenPage = (options?: OpenOptions) => Promise<BrowserPage>;

/** The browser of this worker, which it keeps until it ends. */
let browser: Promise<Browser> | undefined;

/** Pages that tests of this worker have left, by how they were opened. */
const left = new Map<string, BrowserPage[]>();
/** Leaves a page as it was opened. */
const leaving = new WeakMap<BrowserPage, () => Promise<void>>();

/** Opens pages for the tests of a file or group, which are closed after them unless they are left. */
export function useBrowser(): OpenPage {
  const opened = new Set<BrowserPage>();
  afterAll(async () => {
    await Promise.all([...opened].map((page) => page.context().close()));
  });
  return async (options = {}) => {
    const { width = 1280, height = 800, ...rest } = options;
    const key = JSON.stringify(rest);
    browser ??= launchBrowser();
    const used = left.get(key)?.pop();
    await used?.setViewportSize({ width, height });
    const page =
      used ??
      (await (
        await (await browser).newContext({ viewport: { width, height }, ...rest })
      ).newPage());
    opened.add(page);
    leaving.set(page, async () => {
      for (const event of ['dialog', 'console', 'pageerror', 'request', 'requestfailed'] as const) {
        page.removeAllListeners(event);
      }
      await page.unrouteAll();
      await page.goto('about:blank');
      opened.delete(page);
      left.set(key, [...(left.get(key) ?? []), page]);
    });
    return page;
  };
}

/**
 * Leaves a page to the next test that asks for one alike: a new context takes a quarter of a second.
 * A test that needs to know that nothing is cached or stored closes the context of its page instead,
 * and so does one that emulates other media.
 */
export const leave = async (page: BrowserPage): Promise<void> => leaving.get(page)?.();

/** One page for tests that leave nothing behind on it: a context takes a quarter of a second. */
export function sharing(openPage: OpenPage, options: OpenOptions = {}): () => Promise<BrowserPage> {
  let shared: Promise<BrowserPage> | undefined;
  return () => (shared ??= openPage(options));
}

/** The pages of a site that the tests of a group look into. */
export function usePages(site: BuiltSite): {
  all: () => readonly Page[];
  /** The addresses of the pages that something is wrong with. */
  wrong: (isWrong: (page: Page) => boolean) => string[];
} {
  const pages = pagesOf(site);
  return {
    all: () => pages,
    wrong: (isWrong) => pages.filter(isWrong).map((page) => page.path),
  };
}
