import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { reservedBy } from '../notices/reserved.ts';
import { PACKAGE_PAGES, pagesOfSite } from './load-pages.ts';

const isReserved = reservedBy(pagesOfSite(PACKAGE_PAGES));

describe('the names that the pages of this project take', () => {
  it.each([
    ...['404', '404.html', 'index.html', 'about', 'search', 'schemas', 'pagefind'],
    ...['home.css', 'robots.txt', 'sitemap.xml', 'feed.xml', 'feed.json', 'versions.json'],
    ...['history', 'compare', 'on', 'in-short', 'sections', 'parts', 'feed'],
    ...['card.png', 'Card.PNG', 'timemap.link', 'draft', '2024-01-01', '2024-01-01-2'],
    ...['2024-01-01.txt', '2024-01-01.json', '2024-01-01.md', '2024-01-01.dpv.jsonld'],
    ...['2024-01-01.pdf', '2024-01-01.before-erratum-1.txt', 'draft.txt'],
  ])('hold %s', (name) => {
    expect(isReserved(name)).toBe(true);
  });

  it.each(['customers', 'card', 'timemap', 'parts-suppliers', 'onward', 'about-us'])(
    'leave %s to notices',
    (name) => {
      expect(isReserved(name)).toBe(false);
    },
  );
});

describe('the names that a page of a project takes', () => {
  const isTakenBy = (page: string, name: string): boolean => {
    const own = mkdtempSync(path.join(tmpdir(), 'own-pages-'));
    try {
      mkdirSync(path.dirname(path.join(own, page)), { recursive: true });
      writeFileSync(path.join(own, page), '');
      return reservedBy(pagesOfSite(own))(name);
    } finally {
      rmSync(own, { recursive: true });
    }
  };

  it.each([
    ['contact.astro', 'contact'],
    ['contact/index.md', 'contact'],
    ['blog/[...slug].astro', 'blog'],
    ['[...notice]/contact.astro', 'contact'],
    ['[...id]/contact.astro', 'contact'],
  ])('%s: %s', (page, name) => {
    expect(isTakenBy(page, name)).toBe(true);
    expect(isTakenBy(page, 'customers')).toBe(false);
  });

  it.each(['[...slug].astro', '[slug].md', '[lang]/index.astro', '[...id]/history.astro'])(
    '%s takes none of a notice',
    (page) => expect(isTakenBy(page, 'customers')).toBe(false),
  );
});
