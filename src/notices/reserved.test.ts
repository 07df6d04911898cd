import { describe, expect, it } from 'vitest';
import { reservedBy } from './reserved.ts';

const isReserved = reservedBy([
  '404.astro',
  'index.astro',
  'home.css.ts',
  'search/[...language].astro',
  'schemas/[name].json.ts',
  '[sitemap].xml.ts',
  '[...notice]/index.astro',
  '[...notice]/history/index.astro',
  '[...notice]/feed.[format].ts',
  '[...notice]/[version]/index.astro',
  '[...notice]/[version].txt.ts',
  'pagefind/',
]);

describe('the names that pages take', () => {
  it.each([
    ['404', 'a page at the top'],
    ['404.html', 'its file'],
    ['index.html', 'the file of the home page, and of every notice'],
    ['home.css', 'a file at the top'],
    ['search', 'a folder of pages'],
    ['schemas', 'a folder of files'],
    ['sitemap.xml', 'a file that is not always there'],
    ['history', 'a page of every notice'],
    ['History', 'the same in capitals'],
    ['feed.json', 'a file in several formats'],
    ['2024-11-12', 'a version'],
    ['2024-11-12-2', 'the second of a day'],
    ['draft', 'the draft'],
    ['2024-11-12.txt', 'the text of a version'],
    ['2024-11-12.pdf', 'what is added to a version later'],
    ['2024-11-12.before-erratum-1.txt', 'the text of a version before a correction'],
    ['pagefind', 'a folder that no page writes'],
  ])('hold %s: %s', (name) => {
    expect(isReserved(name)).toBe(true);
  });

  it.each([
    'acme',
    'searches',
    'my-history',
    'index',
    'homeXcss',
    'drafts',
    '2024',
    'feed',
    'language',
  ])('leave %s to notices', (name) => {
    expect(isReserved(name)).toBe(false);
  });
});
