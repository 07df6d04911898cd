/** Where the links of a built site lead. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { attribute, elementsIn } from './html.ts';
import type { BuiltSite, Page } from './site.ts';

/** A link of a page: where it stands, and what its target says. */
export interface Link {
  from: string;
  written: string;
  /** The target's path on the server; absent when it is on another one. */
  path?: string;
  fragment: string;
}

type Place = Pick<BuiltSite, 'base' | 'folder'>;

const ORIGIN = 'http://localhost';

/** Every link, picture and style sheet of a page. The address that it is to be known by is none. */
export function linksOf({ base }: Pick<Place, 'base'>, page: Page): Link[] {
  const from = page.path;
  const here = new URL(base + from.slice(1), ORIGIN);
  return elementsIn(page.document).flatMap((element) => {
    if (element.tagName === 'link' && attribute(element, 'rel') === 'canonical') return [];
    return ['href', 'src'].flatMap((name): Link[] => {
      const written = attribute(element, name);
      if (written === undefined) return [];
      const target = new URL(written, here);
      const fragment = decodeURIComponent(target.hash.slice(1));
      const isOwn = target.origin === ORIGIN;
      return [{ from, written, fragment, ...(isOwn && { path: decodeURI(target.pathname) }) }];
    });
  });
}

/** Every id on a page. */
export const idsOf = ({ document }: Page): string[] =>
  elementsIn(document).flatMap((element) => attribute(element, 'id') ?? []);

/** Links to what the site does not have. */
export const deadLinks = (site: Place, links: readonly Link[]): Link[] =>
  links.filter((link) => link.path !== undefined && !isServed(site, link.path));

/** Links to a fragment that is not on the page they lead to. */
export function danglingLinks(
  { base }: Pick<Place, 'base'>,
  pages: readonly Page[],
  links: readonly Link[],
): Link[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const known = new Map<string, ReadonlySet<string>>();
  const idsAt = (address: string): ReadonlySet<string> => {
    const page = byPath.get(address);
    const ids = known.get(address) ?? new Set(page && idsOf(page));
    known.set(address, ids);
    return ids;
  };
  return links.filter(({ path: target, fragment }) => {
    if (target === undefined || fragment === '') return false;
    return !idsAt(target.slice(base.length - 1)).has(fragment);
  });
}

function isServed({ base, folder }: Place, pathname: string): boolean {
  if (!pathname.startsWith(base)) return false;
  const file = path.join(folder, decodeURIComponent(pathname.slice(base.length)));
  if (!existsSync(file)) return false;
  return !statSync(file).isDirectory() || existsSync(path.join(file, 'index.html'));
}
