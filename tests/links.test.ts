import path from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { all, attribute, elementsIn } from './setup/html.ts';
import { danglingLinks, deadLinks, idsOf, linksOf, type Link } from './setup/links.ts';
import { pagesOf, type Page } from './setup/site.ts';

const histories = inject('histories');
const sites = [...inject('samples'), inject('corners'), ...(histories ? [histories] : [])];

describe.each(sites)('links of the site $name', (site) => {
  let pages: Page[];
  let ids: Map<string, string[]>;
  let links: Link[];

  beforeAll(() => {
    pages = pagesOf(site);
    ids = new Map(pages.map((page) => [page.path, idsOf(page)]));
    links = pages.flatMap((page) => linksOf(site, page));
  });

  it('are many', () => {
    expect(pages.length).toBeGreaterThan(10);
    expect(links.filter(({ path }) => path !== undefined).length).toBeGreaterThan(200);
    expect(links.filter(({ fragment }) => fragment !== '').length).toBeGreaterThan(200);
  });

  it('all lead to something, as do pictures and style sheets', () => {
    const dead = deadLinks(site, links);
    expect(dead).toEqual([]);
  });

  it('need no redirect', () => {
    const indirect = links.filter((link) => {
      if (link.path === undefined) return false;
      return !link.path.endsWith('/') && path.extname(link.path) === '';
    });
    expect(indirect).toEqual([]);
  });

  it('have fragments that exist on the target page', () => {
    const dangling = danglingLinks(site, pagesOf(site), links);
    expect(dangling).toEqual([]);
  });

  it('are unambiguous: no page has an id twice', () => {
    const repeated = [...ids].flatMap(([page, list]) =>
      list.filter((id, index) => list.indexOf(id) !== index).map((id) => `${page}#${id}`),
    );
    expect(repeated).toEqual([]);
  });

  it('include labels, which point to an id of their page', () => {
    const lost = pages.flatMap((page) =>
      elementsIn(page.document)
        .flatMap((element) =>
          ['aria-labelledby', 'aria-describedby'].flatMap(
            (name) => attribute(element, name)?.split(/\s+/) ?? [],
          ),
        )
        .filter((id) => !ids.get(page.path)?.includes(id))
        .map((id) => `${page.path}#${id}`),
    );
    expect(lost).toEqual([]);
  });

  it('lead from home to every page', () => {
    const byPath = new Map(pages.map((page) => [page.path, page]));
    const linksFrom = Map.groupBy(links, ({ from }) => from);
    const reached = new Set(['/']);
    for (const here of reached) {
      // A form leads somewhere as well.
      const page = byPath.get(here);
      for (const form of page ? all(page.document, 'form') : []) {
        reached.add((attribute(form, 'action') ?? '').slice(site.base.length - 1));
      }
      for (const { path: target } of linksFrom.get(here) ?? []) {
        if (target) reached.add(target.slice(site.base.length - 1));
      }
    }
    const unreached = pages
      .map((page) => page.path)
      .filter((page) => page !== '/404.html' && !reached.has(page));
    // Links that were made when another version was current lead to the current one as well.
    const isOfCurrentItself = (page: string): boolean => {
      const document = byPath.get(page)?.document;
      return /\/current\//.test(page) && !!document && all(document, '.redline').length === 0;
    };
    expect(unreached.filter((page) => !isOfCurrentItself(page))).toEqual([]);
  });

  it('include the canonical address of every page', () => {
    const wrong = pages.flatMap(({ path: page, document }) => {
      const link = all(document, 'link').find((each) => attribute(each, 'rel') === 'canonical');
      const address = new URL((link && attribute(link, 'href')) ?? 'missing:');
      const own = site.base + page.slice(1);
      return page === '/404.html' || decodeURI(address.pathname) === own
        ? []
        : [`${page}: ${address.href}`];
    });
    expect(wrong).toEqual([]);
  });
});
