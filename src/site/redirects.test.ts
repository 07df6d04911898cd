import { describe, expect, it } from 'vitest';
import { reservedBy } from '../notices/reserved.ts';
import { isTaken } from './redirects.ts';

const isReserved = reservedBy([
  'index.astro',
  'robots.txt.ts',
  '[...notice]/feed.[format].ts',
  '[...notice]/parts/[part].astro',
]);
const addresses = new Set(['/', '/legal/staff/', '/legal/staff/2020-01-01/']);

describe('an address that a redirect begins with', () => {
  it.each([
    '/legal/',
    '/legal/staff/',
    '/robots.txt',
    '/index.html',
    '/legal/staff/index.html',
    '/legal/staff/2020-01-01/index.html',
    '/legal/staff/feed.xml',
    '/legal/staff/parts/rights.html',
  ])('is taken by the site: %s', (from) => {
    expect(isTaken(from, addresses, isReserved)).toBe(true);
  });

  it.each([
    '/old/',
    '/legal/staff-old/',
    '/privacy.html',
    '/index.php',
    '/legal/index.html',
    '/legal/privacy-policy.php',
    '/legal/staff/privacy.pdf',
  ])('is free: %s', (from) => {
    expect(isTaken(from, addresses, isReserved)).toBe(false);
  });
});
